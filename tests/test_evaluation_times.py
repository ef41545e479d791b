"""Time expressions against gold: spans, values, and the days that values denote."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from factx.evaluation.times import time_scores
from factx.evaluation.timex import days, same_days

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

TEXT = "The mayor resigned on Friday. The election is in March 2024, after two years."
FRIDAY, MARCH = (
    {"start": 22, "end": 28, "value": "2023-11-10"},
    {"start": 49, "end": 59, "value": "2024-03-01/2024-03-31"},
)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-11-12", date(2023, 11, 12), date(2023, 11, 12)),
        ("2023-11-12T14:05", date(2023, 11, 12), date(2023, 11, 12)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2023-W45-7", date(2023, 11, 12), date(2023, 11, 12)),
        ("2023-W45-WE", date(2023, 11, 11), date(2023, 11, 12)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-WI", date(2023, 12, 1), date(2024, 2, 29)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("2023-11-01/2024-02", date(2023, 11, 1), date(2024, 2, 29)),
        ("../2023", None, date(2023, 12, 31)),
    ],
)
def test_the_days_of_a_value(value: str, first: date | None, last: date) -> None:
    assert days(value) == (first, last)


@pytest.mark.parametrize("value", ["P3Y", "PRESENT_REF", "XXXX-WXX-7", "2023-02-30", "", "0000"])
def test_what_has_no_days(value: str) -> None:
    assert days(value) is None


def test_values_are_the_same_if_their_days_are() -> None:
    assert same_days("2023-W45", "2023-11-06/2023-11-12")
    assert same_days("P3Y", "P3Y")
    assert not same_days("P3Y", "P4Y")


def scored(nlp: Language, folder: Path, *timexes: dict[str, object], whole: bool = True) -> tuple[float, float, float]:
    file = folder / "gold.jsonl"
    file.write_text(json.dumps({"text": TEXT, "dct": "2023-11-12", "timexes": timexes}), encoding="utf-8")
    scores = time_scores(nlp, file, whole=whole)
    assert scores.words > 0 < scores.seconds
    return scores.strict.precision, scores.value.recall, scores.days.recall


def test_spans_values_and_days_are_counted_apart(nlp: Language, tmp_path: Path) -> None:
    assert scored(nlp, tmp_path, FRIDAY, MARCH) == pytest.approx((2 / 3, 0.5, 1.0))


def test_what_a_corpus_leaves_out_is_not_held_against_it(nlp: Language, tmp_path: Path) -> None:
    assert scored(nlp, tmp_path, FRIDAY, MARCH, whole=False) == (1.0, 0.5, 1.0)
