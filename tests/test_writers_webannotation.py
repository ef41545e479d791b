"""Web Annotation: what the W3C's model asks of an annotation, and what finds its words again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from pyld import jsonld

from factx.errors import InputError
from factx.writers import Format
from tests.written import written

if TYPE_CHECKING:
    from factx.record import Record

IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
PURPOSES = ["classifying", "commenting", "identifying", "linking", "tagging"]  # of those in section 3.3.5
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["@context", "id", "type", "target", "body", "motivation"],
        "properties": {
            "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
            "id": IRI,
            "type": {"const": "Annotation"},
            "motivation": {"enum": PURPOSES},
            "generator": {"type": "object", "required": ["id", "type", "name"]},
            "body": {
                "type": "array",
                "minItems": 1,
                "items": {"anyOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/link"}]},
            },
            "target": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/target"}},
        },
        "additionalProperties": False,
    },
    "$defs": {
        "text": {
            "type": "object",
            "required": ["type", "value", "purpose"],
            "properties": {
                "type": {"const": "TextualBody"},
                "value": {"type": "string", "minLength": 1},
                "purpose": {"enum": PURPOSES},
                "format": {"const": "text/plain"},
            },
            "additionalProperties": False,
        },
        "link": {
            "type": "object",
            "required": ["type", "source", "purpose"],
            "properties": {"type": {"const": "SpecificResource"}, "source": IRI, "purpose": {"const": "linking"}},
            "additionalProperties": False,
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "source": IRI,
                "selector": {
                    "type": "array",
                    "prefixItems": [{"$ref": "#/$defs/position"}, {"$ref": "#/$defs/quote"}],
                    "minItems": 2,
                    "maxItems": 2,
                },
            },
            "additionalProperties": False,
        },
        "position": {
            "type": "object",
            "required": ["type", "start", "end"],
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 1},
            },
            "additionalProperties": False,
        },
        "quote": {
            "type": "object",
            "required": ["type", "exact", "prefix", "suffix"],
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string", "minLength": 1},
                "prefix": {"type": "string", "maxLength": 32},
                "suffix": {"type": "string", "maxLength": 32},
            },
            "additionalProperties": False,
        },
    },
}

# What the W3C's context says of the keys that are used here, so that no network is needed.
CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    **{name: f"oa:{name}" for name in ("Annotation", "TextualBody", "SpecificResource")},
    **{name: f"oa:{name}" for name in ("TextPositionSelector", "TextQuoteSelector")},
    **{name: f"oa:{name}" for name in PURPOSES},
    "Software": "as:Application",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "generator": {"@type": "@id", "@id": "as:generator"},
    "name": "foaf:name",
    "value": "rdf:value",
    "format": "dc:format",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:end"},
}


def context(url: str, _options: dict[str, Any]) -> dict[str, Any]:
    """A loader that has that one context."""
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


def loaded(*records: Record) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written(Format.WEB_ANNOTATION, records))
    return found


def values(of: dict[str, Any], purpose: str) -> list[str]:
    return [body["value"] for body in of["body"] if body["purpose"] == purpose]


def test_every_annotation_is_as_the_model_has_it(articles: list[Record]) -> None:
    found = loaded(*articles)
    assert len(found) > 30
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(found)
    assert len({one["id"] for one in found}) == len(found)


def test_linked_data_tools_read_them_without_the_network(articles: list[Record]) -> None:
    found = loaded(*articles)
    nodes = jsonld.expand(found, {"documentLoader": context})
    assert len(nodes) == len(found)
    assert all(node["@type"] == ["http://www.w3.org/ns/oa#Annotation"] for node in nodes)
    quads = jsonld.to_rdf(found, {"documentLoader": context, "format": "application/n-quads"})
    selectors = sum(len(one["target"]) for one in found)
    assert quads.count("<http://www.w3.org/ns/oa#exact>") == selectors


def test_both_selectors_find_the_same_words(articles: list[Record]) -> None:
    for record in articles:
        text = record.text or ""
        for one in loaded(record):
            for position, quote in (target["selector"] for target in one["target"]):
                start, end = position["start"], position["end"]
                assert text[start:end] == quote["exact"]
                assert text[:start].endswith(quote["prefix"])
                assert len(quote["prefix"]) == min(32, start)
                assert text[end:].startswith(quote["suffix"])
                assert len(quote["suffix"]) == min(32, len(text) - end)


def test_positions_count_code_points(articles: list[Record]) -> None:
    # "The selection of the text MUST be in terms of unicode code points, not in terms of code units."
    first = loaded(articles[1])[0]["target"][0]["selector"][0]
    assert (first["start"], first["end"]) == (3, 24)


def test_a_claim_says_what_it_is_and_whom_it_went_through(record: Record) -> None:
    _, reported, source, cue, denied, *_ = loaded(record)
    assert values(reported, "tagging") == ["speech", "indirect"]
    assert values(reported, "commenting") == ["port officials → state media"]
    assert values(denied, "tagging") == ["speech", "direct", "negative"]
    assert values(source, "tagging") + values(source, "identifying") == ["source", "state media"]
    assert [body["source"] for one in (source, cue) for body in one["body"] if "source" in body] == [reported["id"]] * 2


def test_a_content_of_several_spans_has_several_targets(articles: list[Record]) -> None:
    targets = loaded(articles[1])[0]["target"]
    assert [target["selector"][1]["exact"] for target in targets] == [
        "“We won 👩‍👩‍👧 today,”",
        "“and we will\r\nwin again.”",
    ]


def test_the_page_is_annotated_where_its_address_is_known(record: Record) -> None:
    found = loaded(replace(record, url="https://example.org/storm#top"))
    assert {target["source"] for one in found for target in one["target"]} == {"https://example.org/storm"}


def test_a_record_without_its_text_is_named(record: Record) -> None:
    with pytest.raises(InputError, match=r"storm.txt, id a1: has no text: -f webannotation needs it"):
        loaded(record, replace(record, text=None))


def test_without_claims_there_is_an_empty_array(record: Record) -> None:
    assert loaded() == loaded(replace(record, claims=())) == []
