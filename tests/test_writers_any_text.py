"""Whatever the text, what is written for other tools holds: their readers take it, and find the record's spans."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from factx.annotate import annotate
from factx.article import Article
from factx.writers import Format
from tests.standoff import read
from tests.test_grounding import TEXTS
from tests.test_writers_brat import folder
from tests.test_writers_docbin import docs
from tests.written import written

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Record


@given(TEXTS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_reader_finds_the_contents(nlp: Language, text: str) -> None:
    record = annotate(nlp, Article(text=text, id="x", published="2023-11-12"))
    contents = [(start, end) for claim in record.claims for start, end in claim.content.spans]

    (doc,) = docs(record)
    assert doc.text == text
    assert [(span.start_char, span.end_char) for span in doc.spans["contents"]] == contents

    files = folder(record)
    assert len(files["x.txt"]) == len(text)
    found = read(files["x.txt"], files["x.ann"])
    assert len(found.events) == sum(claim.attribution is not None for claim in record.claims)

    (task,) = json.loads(written(Format.LABEL_STUDIO, [record]))
    regions = [one for one in task["predictions"][0]["result"] if one["type"] == "labels" and "-content" in one["id"]]
    assert [(one["value"]["start"], one["value"]["end"]) for one in regions] == contents

    targets = [
        target["selector"][0]
        for one in json.loads(written(Format.WEB_ANNOTATION, [record]))
        if not one["id"].endswith(("-source", "-cue"))
        for target in one["target"]
    ]
    assert [(target["start"], target["end"]) for target in targets] == contents


@pytest.mark.parametrize("form", [Format.HTML, Format.MARKDOWN, Format.TABLE])
def test_a_day_that_is_not_known_is_told_in_the_texts_words_alone(record: Record, form: Format) -> None:
    unknown = replace(record.dates[0], value="XXXX-WXX-5", first=None, last=None)
    shown = written(form, [replace(record, dates=(unknown,))])
    assert "earlier this month" in shown
    assert ("XX" in shown, ">()<" in shown) == (False, False)
