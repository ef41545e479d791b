"""DocBin: plain spaCy reads it, and every span is where the record has it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import displacy
from spacy.tokens import DocBin

from factx.errors import InputError
from factx.record import to_dict
from factx.writers import Format, bytes_writer
from factx.writers.doc_bin.words import cut
from tests.conftest import environment

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokens import Doc

    from factx.record import Record


def packed(*records: Record) -> bytes:
    stream = io.BytesIO()
    made = bytes_writer(Format.DOC_BIN, stream)
    for record in records:
        made.write(record)
    made.close()
    return stream.getvalue()


def docs(*records: Record) -> list[Doc]:
    """As anybody reads them, with a vocabulary of one's own."""
    return list(DocBin().from_bytes(packed(*records)).get_docs(spacy.blank("en").vocab))


def test_texts_come_back_as_they_were(articles: list[Record]) -> None:
    assert [doc.text for doc in docs(*articles)] == [record.text for record in articles]


def test_every_span_is_where_the_record_has_it(articles: list[Record]) -> None:
    for record, doc in zip(articles, docs(*articles), strict=True):
        contents = [(span.id_, span.start_char, span.end_char, span.text) for span in doc.spans["contents"]]
        text = record.text or ""
        assert contents == [
            (claim.id, start, end, text[start:end]) for claim in record.claims for start, end in claim.content.spans
        ]
        for name, group in (("quantities", record.quantities), ("dates", record.dates), ("entities", record.entities)):
            assert [(span.id_, span.text) for span in doc.spans[name]] == [(one.id, one.text) for one in group]


def test_roles_have_their_claim_and_source(record: Record) -> None:
    (doc,) = docs(record)
    assert [(span.label_, span.text, span.id_, span.kb_id_) for span in doc.spans["sc"]] == [
        ("STATEMENT", "The storm closed the harbour", "c1", ""),
        ("CONTENT", "Nearly 600 residents are waiting for a boat", "c2", "s1"),
        ("CUE", "reported", "c2", "s1"),
        ("SOURCE", "state media", "c2", "s1"),
        ("CONTENT", "“Nobody was hurt,”", "c3", "s3"),
        ("CUE", "[b]told[/b]", "c3", "s3"),
        ("SOURCE", "mayor Ada Lund", "c3", "s3"),
    ]
    assert [span.label_ for span in doc.spans["sources"]] == ["MEDIA", "PERSON"]
    assert [span.label_ for span in doc.spans["contents"]] == ["STATEMENT", "SPEECH", "SPEECH"]


def test_sentences_and_entities_are_spacy_s_own(articles: list[Record]) -> None:
    doc = docs(articles[0])[0]
    assert [sentence.start_char for sentence in doc.sents] == [start for start, _ in articles[0].sentences]
    assert [(entity.text, entity.label_) for entity in doc.ents] == [(e.text, e.label) for e in articles[0].entities]


def test_displacy_shows_the_roles(record: Record) -> None:
    html = displacy.render(docs(record)[0], style="span", jupyter=False)
    assert [role for role in ("SOURCE", "CUE", "CONTENT") if role not in html] == []


def test_the_record_comes_along(record: Record) -> None:
    kept = docs(record)[0].user_data["factx"]
    assert kept["claims"][1]["attribution"]["via"] == ("s2",)
    assert set(kept) == set(to_dict(record))
    assert kept["text"] is None


def test_spacy_needs_nothing_of_factx(articles: list[Record], tmp_path: Path) -> None:
    path = tmp_path / "news.spacy"
    path.write_bytes(packed(*articles))
    code = (
        "import sys; sys.modules['factx'] = None  # as where it is not installed\n"
        "from spacy.tokens import DocBin; from spacy.vocab import Vocab\n"
        f"doc, *_ = DocBin().from_disk({str(path)!r}).get_docs(Vocab())\n"
        "print(doc.spans['contents'][3].text)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert done.stdout == "Nearly 600 Russian citizens are awaiting evacuation from the Gaza Strip\n"


def test_the_same_records_are_the_same_bytes_in_another_process(record: Record) -> None:
    code = (
        "import json, sys; from factx.readers.stored import stored; from factx.writers import Format, bytes_writer\n"
        "made = bytes_writer(Format.DOC_BIN, sys.stdout.buffer)\n"
        "made.write(stored(json.load(sys.stdin), 'x').record); made.close()"
    )
    fields = json.dumps(to_dict(record)).encode()
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            input=fields,
            capture_output=True,
            env=environment(PYTHONHASHSEED=seed),
            check=True,
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout != b""


def test_no_record_is_a_docbin_too() -> None:
    assert docs() == []


def test_a_record_without_its_text_is_named(record: Record) -> None:
    with pytest.raises(InputError, match=r"storm.txt, id a1: has no text: -f docbin needs it"):
        packed(replace(record, text=None))


NLP = spacy.blank("en")


@given(st.text(st.sampled_from("ab.,’-“ \u00a0\r\n🎉"), min_size=1), st.data())
@settings(max_examples=200)
def test_any_span_of_any_text_is_tokens(text: str, data: st.DataObject) -> None:
    borders = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    spans = [(start, end) for start, end in data.draw(st.lists(borders, max_size=4))]
    doc = cut(NLP.tokenizer(text), spans, spans[:1])
    assert doc.text == text
    for start, end in spans:
        span = doc.char_span(start, end)
        assert span is not None
        assert span.text == text[start:end]
