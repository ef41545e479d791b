"""Gold files: what is read of a line, and what a line is refused for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from factx.errors import InputError
from factx.evaluation.gold import Gold, read_gold

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "😀 Lund said it rained."  # the first character is one code point, two UTF-16 units, four bytes
SAID = {"source": [[2, 6]], "cue": [[7, 11]], "content": [[12, 21]]}


def read(path: Path, *rows: object) -> list[Gold | InputError]:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return list(read_gold(str(path)))


def test_a_line_is_an_article_with_attributions(tmp_path: Path) -> None:
    row = {"id": "a1", "text": TEXT, "date": "2023-11-12", "coverage": "outermost", "licence": "CC0"}
    said = SAID | {"type": "indirect", "kind": "speech", "nested_in": 1, "polarity": "positive"}
    (gold,) = read(tmp_path / "gold.jsonl", row | {"attributions": [said, {"content": [[12, 21]]}]})
    assert isinstance(gold, Gold)
    first, second = gold.relations
    assert (gold.found.article.id, gold.found.article.published, gold.coverage) == ("a1", "2023-11-12", "outermost")
    assert {role: [TEXT[start:end] for start, end in spans] for role, spans in first.spans.items()} == {
        "source": ["Lund"],
        "cue": ["said"],
        "content": ["it rained"],
    }
    assert (first.quote, first.kind, first.nested) == ("indirect", "speech", True)
    assert second.spans == {"source": (), "cue": (), "content": ((12, 21),)}
    assert (second.quote, second.kind, second.nested) == (None, None, False)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"content": [[12, 99]]}, "attributions[0].content: [12, 99] is outside the text of 22 characters"),
        ({"cue": [[-1, 4]]}, "attributions[0].cue: [-1, 4] is outside the text of 22 characters"),
        ({"source": [[6, 2]]}, "attributions[0].source: [6, 2] is reversed"),
        ({"source": [[2, 2]]}, "attributions[0].source: [2, 2] is empty"),
        ({"source": [[2, 6, 7]]}, "attributions[0].source: [2, 6, 7] is no span"),
        ({"source": [[True, 6]]}, "attributions[0].source: [true, 6] is no span"),
        ({"source": [2, 6]}, "attributions[0].source: 2 is no span"),
        ({"source": "Lund"}, 'attributions[0].source: is not a list of spans but "Lund"'),
        ({"content": []}, 'attributions[0]: has no span of "content"'),
        ({"type": "quoted"}, 'attributions[0]: "type" is "quoted"; write one of direct, mixed, indirect'),
        ({"kind": "statement"}, 'attributions[0]: "kind" is "statement"; write one of speech, attitude'),
        ({"nested_in": 0}, 'attributions[0]: "nested_in" is 0, not the index of another attribution'),
        ({"nested_in": 1}, 'attributions[0]: "nested_in" is 1, not the index of another attribution'),
    ],
)
def test_a_bad_attribution_is_named(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    path = tmp_path / "gold.jsonl"
    good = {"text": TEXT, "attributions": [SAID]}
    bad, after = read(path, good | {"attributions": [SAID | change]}, good)
    assert isinstance(bad, InputError)
    assert str(bad).startswith(f"{path}:1: {said}")
    assert isinstance(after, Gold)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('{"text": ', "is not JSON"),
        ([TEXT], "is not a JSON object"),
        ({"attributions": []}, 'has no "text" that is a string'),
        ({"text": TEXT}, 'has no "attributions" that are a list'),
        ({"text": TEXT, "attributions": [7]}, "attributions[0]: is not an object but 7"),
        ({"text": TEXT, "attributions": [], "coverage": 1}, '"coverage" is not a string but 1'),
        ({"text": " ", "attributions": []}, "is empty"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, row: object, said: str) -> None:
    path = tmp_path / "gold.jsonl"
    (bad,) = read(path, row)
    assert isinstance(bad, InputError)
    assert str(bad).startswith(f"{path}:1: {said}")
