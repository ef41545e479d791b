"""Label Studio: tasks that its import takes, and a labelling configuration that knows all that they name."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from factx.errors import InputError
from factx.record import ClaimKind, Modality, Polarity, Quote
from factx.writers import Format
from tests.conftest import ROOT
from tests.written import written

if TYPE_CHECKING:
    from factx.record import Record

REGION = {
    "type": "object",
    "required": ["id", "from_name", "to_name", "type", "value"],
    "properties": {
        "type": {"enum": ["labels", "choices"]},
        "score": {"type": "number", "minimum": 0, "maximum": 1},
        "value": {
            "type": "object",
            "required": ["start", "end", "text"],
            "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}, "text": {"type": "string"}},
            "oneOf": [{"required": ["labels"]}, {"required": ["choices"]}],
        },
    },
}
RELATION = {
    "type": "object",
    "required": ["type", "from_id", "to_id", "direction"],
    "properties": {"type": {"const": "relation"}, "direction": {"enum": ["left", "right", "bi"]}},
}
TASKS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["data", "predictions"],
        "properties": {
            "data": {"type": "object", "required": ["text"]},
            "predictions": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["model_version", "result"],
                    "properties": {
                        "score": {"type": "number"},
                        "result": {"type": "array", "items": {"anyOf": [REGION, RELATION]}},
                    },
                },
            },
        },
        "additionalProperties": False,
    },
}


def tasks(*records: Record) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written(Format.LABEL_STUDIO, records))
    return found


def results(task: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [one for one in task["predictions"][0]["result"] if one["type"] == kind]


def configuration() -> ET.Element:
    """The one that the README tells to paste."""
    (block,) = re.findall(r"```xml\n(<View>.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    return ET.fromstring(block)  # noqa: S314  our own README


def test_tasks_are_as_the_import_has_them(articles: list[Record]) -> None:
    found = tasks(*articles)
    Draft202012Validator(TASKS).validate(found)
    assert [task["data"]["text"] for task in found] == [record.text for record in articles]
    for task in found:
        regions = results(task, "labels")
        assert len({region["id"] for region in regions}) == len(regions)


def test_every_region_is_a_slice_in_code_points(articles: list[Record]) -> None:
    for task in tasks(*articles):
        text = task["data"]["text"]
        for region in (*results(task, "labels"), *results(task, "choices")):
            value = region["value"]
            assert text[value["start"] : value["end"]] == value["text"]


def test_emoji_count_as_label_studio_counts_them(record: Record) -> None:
    # From the tests of its editor: "test" in this text is 21 to 25, where UTF-16 units would be 22 to 26.
    text = "🐱 Warning: This is a test text"
    claim = replace(record.claims[0], content=replace(record.claims[0].content, text="test", spans=((21, 25),)))
    bare = replace(record, text=text, claims=(claim,), quantities=(), dates=(), sources=())
    (region,) = results(tasks(bare)[0], "labels")
    assert (region["value"]["start"], region["value"]["end"], region["value"]["text"]) == (21, 25, "test")


def test_the_cue_points_to_source_and_content(record: Record) -> None:
    (task,) = tasks(record)
    regions = {region["id"]: region["value"] for region in results(task, "labels")}
    named = [
        (regions[one["from_id"]]["text"], one["labels"], regions[one["to_id"]]["text"])
        for one in results(task, "relation")
    ]
    assert named == [
        ("reported", ["source"], "state media"),
        ("reported", ["content"], "Nearly 600 residents are waiting for a boat"),
        ("[b]told[/b]", ["source"], "mayor Ada Lund"),
        ("[b]told[/b]", ["content"], "“Nobody was hurt,”"),
    ]


def test_each_span_of_a_content_is_a_region(articles: list[Record]) -> None:
    task = tasks(articles[1])[0]
    parts = [region for region in results(task, "labels") if region["id"].startswith("c1-content")]
    related = [one["to_id"] for one in results(task, "relation") if one["labels"] == ["content"]]
    assert len(parts) == 2
    assert {part["id"] for part in parts} <= set(related)


def test_what_a_claim_is_stands_at_its_content(record: Record) -> None:
    (task,) = tasks(record)
    chosen = {
        one["from_name"]: one["value"]["choices"] for one in results(task, "choices") if one["id"] == "c3-content"
    }
    assert chosen == {"kind": ["speech"], "quote": ["direct"], "polarity": ["negative"], "modality": ["asserted"]}
    assert task["predictions"][0]["score"] == pytest.approx((0.5 + 0.93 + 0.8) / 3, abs=1e-4)


def test_the_configuration_knows_all_names(articles: list[Record]) -> None:
    root = configuration()
    names = {tag.get("name"): tag for tag in root.iter() if tag.get("name")}
    assert (names["text"].tag, names["text"].get("value")) == ("Text", "$text")
    for task in tasks(*articles):
        for region in (*results(task, "labels"), *results(task, "choices")):
            options = {option.get("value") for option in names[region["from_name"]]}
            assert set(region["value"].get("labels", region["value"].get("choices"))) <= options
            assert names[region["from_name"]].get("toName") == region["to_name"] == "text"
        relations = {relation.get("value") for relation in root.iter("Relation")}
        assert {label for one in results(task, "relation") for label in one["labels"]} <= relations


@pytest.mark.parametrize(
    ("name", "values"), [("kind", ClaimKind), ("quote", Quote), ("polarity", Polarity), ("modality", Modality)]
)
def test_the_configuration_offers_every_choice(name: str, values: object) -> None:
    (choices,) = (tag for tag in configuration().iter("Choices") if tag.get("name") == name)
    assert choices.get("perRegion") == "true"
    assert [choice.get("value") for choice in choices] == list(get_args(values))


def test_a_record_without_its_text_is_named(record: Record) -> None:
    with pytest.raises(InputError, match=r"storm.txt, id a1: has no text: -f label-studio needs it"):
        tasks(replace(record, text=None))


def test_an_article_without_claims_is_a_task_without_a_score(articles: list[Record]) -> None:
    (task,) = tasks(replace(articles[3], claims=(), quantities=(), dates=()))
    assert task["predictions"][0]["result"] == []
    assert "score" not in task["predictions"][0]
