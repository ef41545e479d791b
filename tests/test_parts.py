"""A long document is read part by part, and comes out as its parts do alone."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from factx.annotate import assemble, grounded, pipeline_info
from factx.article import Article
from factx.parts import parts, run

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARAGRAPHS = [
    "Mayor Ada Lund said on Friday that the harbour of Bergen would open again in two weeks. It rained.",
    "“We can’t wait any longer,” she told reporters. The city, Lund said, paid $3 million for the repairs.",
    "Bo Berg, who owns two boats, denied it. “Nobody asked me,” he said.",
]
TEXT = "\n\n".join(PARAGRAPHS)
SIZE = 30  # words: each paragraph has between a half and the whole of that


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return run(nlp, nlp.make_doc(TEXT), SIZE)


def test_a_part_ends_with_a_paragraph(doc: Doc) -> None:
    assert [doc[start:stop].text.strip() for start, stop in parts(doc, SIZE)] == PARAGRAPHS


def test_the_parts_are_all_of_a_text_without_an_end(nlp: Language) -> None:
    doc = nlp.make_doc(" \n" + "word and " * 100 + " \n ")
    found = list(parts(doc, SIZE))
    assert found[0][0] == 0
    assert found[-1][1] == len(doc)
    assert all(before[1] == after[0] for before, after in pairwise(found))
    assert max(stop - start for start, stop in found) <= SIZE + 2


def test_every_word_is_what_it_is_in_its_part_alone(nlp: Language, doc: Doc) -> None:
    def said(doc: Doc) -> list[tuple[str, ...]]:
        return [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.text) for t in doc if not t.is_space]

    assert said(doc) == [word for text in PARAGRAPHS for word in said(nlp(text))]
    assert [s.text.strip() for s in doc.sents] == [s.text.strip() for text in PARAGRAPHS for s in nlp(text).sents]
    assert [(e.text, e.label_) for e in doc.ents] == [(e.text, e.label_) for p in PARAGRAPHS for e in nlp(p).ents]


def test_attributions_stand_where_they_are_in_the_whole(nlp: Language, doc: Doc) -> None:
    def told(doc: Doc) -> list[tuple[str, ...]]:
        return [
            tuple(" … ".join(doc[slice(*span)].text for span in spans) for spans in (one.source, one.cue, one.content))
            for one in doc._.attributions
        ]

    assert told(doc) == [one for text in PARAGRAPHS for one in told(nlp(text))]
    assert len(told(doc)) > 2
    assert all(doc[one.head].text in told(doc)[n][1] for n, one in enumerate(doc._.attributions))


def test_what_looks_at_the_whole_document_still_does(nlp: Language, doc: Doc) -> None:
    record = grounded(assemble(doc, Article(text=TEXT, id="x"), pipeline_info(nlp)))
    lund = next(source for source in record.sources if source.name == "Ada Lund")
    assert [mention.text for mention in lund.mentions][-2:] == ["she", "Lund"]


def test_the_vectors_are_gone(nlp: Language, doc: Doc) -> None:
    assert not len(doc.tensor)
    assert len(run(nlp, nlp.make_doc(TEXT)).tensor)


def test_a_warning_about_a_part_is_one_about_the_document(nlp: Language) -> None:
    doc = run(nlp, nlp.make_doc("Ann said: " * 400), 1000)
    assert "too-many-cues" in {notice.code for notice in doc._.notices or ()}
