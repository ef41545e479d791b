"""JSON-LD: a graph that RDF tools read without the network, and ask who claims what."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pyld import jsonld
from rdflib import Graph, URIRef

from factx.writers import Format
from tests.by_hand import made, said, source, stated
from tests.conftest import ROOT
from tests.written import written

if TYPE_CHECKING:
    from factx.record import Record

# rdflib's own reader of JSON-LD uses what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

PREFIXES = """
PREFIX schema: <https://schema.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX factx: <urn:factx:terms#>
"""


def offline(url: str, _options: dict[str, Any]) -> dict[str, Any]:
    """A loader of contexts for whoever has no network."""
    message = f"{url} was asked for"
    raise AssertionError(message)


def graph(*records: Record) -> Graph:
    """The triples that rdflib reads."""
    return Graph().parse(data=written(Format.JSON_LD, records), format="json-ld")


def ask(of: Graph, query: str) -> list[tuple[Any, ...]]:
    """Rows of plain values, sorted; None where there is none."""
    rows = of.query(PREFIXES + query)
    return sorted(tuple(None if value is None else value.toPython() for value in row) for row in rows)  # type: ignore[union-attr]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_it_is_one_document_whatever_the_number_of_records(record: Record, count: int) -> None:
    document = json.loads(written(Format.JSON_LD, [record] * count))
    assert list(document) == ["@context", "@graph"]
    assert sum("NewsArticle" in node["@type"] for node in document["@graph"]) == count


def test_two_readers_find_the_same_triples_without_the_network(articles: list[Record]) -> None:
    text = written(Format.JSON_LD, articles)
    quads = jsonld.to_rdf(json.loads(text), {"documentLoader": offline, "format": "application/n-quads"})
    by_pyld, by_rdflib = Graph().parse(data=quads, format="nt"), graph(*articles)
    assert len(by_pyld) == len(by_rdflib) > 100
    assert set(by_pyld.predicates()) == set(by_rdflib.predicates())


def test_every_key_and_type_means_something(articles: list[Record]) -> None:
    known = ("https://schema.org/", "http://www.w3.org/ns/", "urn:factx:terms#", "http://www.w3.org/1999/02/22-rdf")
    assert all(str(predicate).startswith(known) for predicate in graph(*articles).predicates())


def test_who_claims_what_is_one_question_as_the_readme_asks_it(record: Record) -> None:
    (query,) = re.findall(r"```sparql\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    pairs = [("Ada Lund", "Nobody was hurt"), ("state media", "Nearly 600 residents are waiting for a boat")]
    assert ask(graph(record), query) == pairs
    assert ask(graph(record), query.replace("schema:author", "prov:wasAttributedTo")) == pairs


def test_a_claim_in_words_of_the_source_is_a_quotation(record: Record) -> None:
    rows = ask(
        graph(record),
        "SELECT ?who ?job ?polarity WHERE { ?q a schema:Quotation; factx:polarity ?polarity;"
        " schema:spokenByCharacter ?p; prov:wasQuotedFrom ?article. ?article a schema:NewsArticle."
        " ?p a schema:Person; schema:name ?who; schema:jobTitle ?job }",
    )
    assert rows == [("Ada Lund", "mayor", "negative")]


def test_whom_the_source_has_it_from_and_when_it_was_said(record: Record) -> None:
    rows = ask(
        graph(record),
        "SELECT ?who ?from ?when WHERE { ?c prov:hadPrimarySource/schema:name ?from; schema:author/schema:name ?who;"
        " schema:temporal ?when }",
    )
    assert rows == [("state media", "port officials", "2023-11-01/2023-11-12")]


def test_the_article_s_own_claims_have_no_author(record: Record) -> None:
    rows = ask(
        graph(record),
        "SELECT ?what WHERE { ?c a schema:Claim; schema:text ?what; prov:wasDerivedFrom/schema:identifier 'a1'"
        " FILTER NOT EXISTS { ?c schema:author ?p } }",
    )
    assert rows == [("The storm closed the harbour",)]


def test_what_a_document_says_is_its_author_s_and_derived_from_it() -> None:
    report = source("s1", "the report", "document", author="s2")
    claims = [said("c1", "s1"), said("c2", "s3", relay=("s2",), parent="c1")]
    record = made([report, source("s2", "the ministry", "organization"), source("s3", "a law", "document")], claims)
    rows = ask(
        graph(record),
        "SELECT ?c ?who ?from WHERE { ?c prov:wasDerivedFrom ?d. ?d a schema:CreativeWork; schema:name ?from."
        " OPTIONAL { ?c prov:wasAttributedTo/schema:name ?who } }",
    )
    assert rows == [
        ("urn:factx:record:a1#c1", "the ministry", "the report"),
        ("urn:factx:record:a1#c2", None, "a law"),
    ]
    relayed = ask(
        graph(record),
        "SELECT ?c ?who ?in WHERE { ?c schema:isPartOf ?in; prov:qualifiedAttribution"
        " [ prov:hadRole factx:relay; prov:agent/schema:name ?who ] }",
    )
    assert relayed == [("urn:factx:record:a1#c2", "the ministry", "urn:factx:record:a1#c1")]


def test_positions_find_the_words_in_the_article(articles: list[Record]) -> None:
    for record in articles:
        rows = ask(
            graph(record),
            "SELECT ?c ?start ?end ?text WHERE { ?c factx:content ?place. ?place oa:hasSource/schema:articleBody ?text;"
            " oa:hasSelector [ oa:start ?start; oa:end ?end ] }",
        )
        found = {(key.rpartition("#")[2], text[start:end]) for key, start, end, text in rows}
        spans = [(claim.id, span) for claim in record.claims for span in claim.content.spans]
        assert found == {(key, (record.text or "")[start:end]) for key, (start, end) in spans}


def test_there_is_no_verdict(articles: list[Record]) -> None:
    text = written(Format.JSON_LD, articles)
    assert not [word for word in ("ClaimReview", "reviewRating", "ratingValue", "verdict") if word in text]


def test_a_record_without_its_text_keeps_all_but_that(record: Record) -> None:
    whole, without = graph(record), graph(replace(record, text=None))
    gone = set(whole.predicates()) - set(without.predicates())
    assert gone == {URIRef("https://schema.org/articleBody")}


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://example.org/a?b=c&d#part", "https://example.org/a?b=c&d"),
        ("https://example.org/Füße und <b>%20", "https://example.org/F%C3%BC%C3%9Fe%20und%20%3Cb%3E%20"),
        ("https://zeitung.example.org:8080/ü", "https://zeitung.example.org:8080/%C3%BC"),
        ("https://müller.example/a", "https://xn--mller-kva.example/a"),
        ("javascript:alert(1)", "urn:factx:record:a%201%2F%3E"),
        ("//example.org", "urn:factx:record:a%201%2F%3E"),
        ("http://[bad", "urn:factx:record:a%201%2F%3E"),
        ("http://a b/", "urn:factx:record:a%201%2F%3E"),
        (None, "urn:factx:record:a%201%2F%3E"),
    ],
)
def test_names_are_iris_whatever_the_address_and_the_id(record: Record, url: str | None, name: str) -> None:
    of = graph(replace(record, id="a 1/>", url=url))
    assert ask(of, "SELECT ?a WHERE { ?a a schema:NewsArticle }") == [(name,)]
    assert ("urn:factx:record:a%201%2F%3E#c2",) in ask(of, "SELECT ?c WHERE { ?c a schema:Claim }")


def test_two_versions_at_one_address_keep_their_claims_apart(record: Record) -> None:
    other = replace(record, id="a2", claims=(replace(record.claims[0], confidence=0.1),))
    both = graph(*(replace(one, url="https://example.org/a") for one in (record, other)))
    assert len(ask(both, "SELECT ?c WHERE { ?c a schema:Claim }")) == 4
    assert len(ask(both, "SELECT ?a WHERE { ?a a schema:NewsArticle }")) == 1


def test_it_is_written_the_same_twice(articles: list[Record]) -> None:
    assert written(Format.JSON_LD, articles) == written(Format.JSON_LD, articles)


def test_a_statement_alone_is_enough() -> None:
    assert ask(graph(made([], [stated("c1")])), "SELECT ?t WHERE { [] schema:text ?t }")
