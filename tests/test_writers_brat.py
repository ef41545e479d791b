"""brat: files that a strict reader of its format takes, with a configuration that knows all that is in them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.errors import InputError
from factx.writers import Format, folder_writer
from factx.writers.brat.names import base
from factx.writers.brat.text import fragments, shown
from tests.standoff import configured, read

if TYPE_CHECKING:
    from factx.record import Record
    from tests.standoff import Standoff

RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(10))}


def folder(*records: Record) -> dict[str, str]:
    """The files that are written."""
    files: dict[str, str] = {}
    made = folder_writer(Format.BRAT, files.__setitem__)
    for record in records:
        made.write(record)
    made.close()
    return files


def standoff(record: Record) -> tuple[str, Standoff]:
    files = folder(record)
    (name,) = (name.removesuffix(".txt") for name in files if name.endswith(".txt"))
    return files[f"{name}.txt"], read(files[f"{name}.txt"], files[f"{name}.ann"])


def test_each_document_is_a_text_and_its_annotations(articles: list[Record]) -> None:
    files = folder(*articles)
    names = {name.rpartition(".")[0] for name in files if name.endswith(".txt")}
    assert len(names) == len(articles)
    assert set(files) == {"annotation.conf", "visual.conf"} | {f"{n}.{end}" for n in names for end in ("txt", "ann")}


def test_a_strict_reader_takes_every_line(articles: list[Record]) -> None:
    for record in articles:
        _, found = standoff(record)
        attributed = [claim for claim in record.claims if claim.attribution]
        assert len(found.events) == len(attributed)


def test_offsets_are_the_record_s(articles: list[Record]) -> None:
    for record in articles:
        text, found = standoff(record)
        assert len(text) == len(record.text or "")
        marked = {(label, spans[0][0], spans[-1][1]) for label, spans in found.bound.values()}
        for claim in record.claims:
            role = "Content" if claim.attribution else "Statement"
            assert (role, claim.content.spans[0][0], claim.content.spans[-1][1]) in marked


def test_an_attribution_is_an_event(record: Record) -> None:
    text, found = standoff(record)
    assert found.roles(text, "E1") == [
        ("Speech", "reported"),
        ("Source", "state media"),
        ("Content", "Nearly 600 residents are waiting for a boat"),
        ("Said", "earlier this month"),
        ("Via", "port officials"),
    ]
    assert ("Polarity", "E2", "negative") in found.attributes
    assert ("Quote", "E1", "indirect") in found.attributes


def test_a_claim_within_another_names_it_though_it_comes_first(record: Record) -> None:
    own, reported, denied = record.claims
    text, found = standoff(replace(record, claims=(own, replace(reported, parent="c3"), replace(denied, parent="c1"))))
    assert found.roles(text, "E1")[-1] == ("Within", "E2")
    assert found.roles(text, "E2")[-1] == ("Within", "The storm closed the harbour")


def test_mentions_of_one_source_are_equivalent_and_a_document_has_its_author(articles: list[Record]) -> None:
    text, found = standoff(articles[0])
    said = [[found.words(text, key) for key in group] for group in found.equivalent]
    assert ["it"] in [[words for words in group if words == "it"] for group in said]
    authors = {found.words(text, other) for label, _, other in found.relations if label == "Author"}
    assert authors == {"Emergency Situations Ministry"}


def test_a_quotation_over_two_lines_is_cut_there(articles: list[Record]) -> None:
    text, found = standoff(articles[1])
    content = dict(found.roles(text, "E1"))["Content"]
    assert content == "“We won 👩‍👩‍👧 today,” “and we will win again.”"
    assert "\r" not in text


def test_the_configuration_knows_what_is_written(record: Record, articles: list[Record]) -> None:
    files = folder(record, *articles)
    known = configured(files["annotation.conf"])
    shown_as = configured(files["visual.conf"])
    names = {name for section in known.values() for name in section}
    assert set(shown_as["labels"]) <= names
    assert set(shown_as["drawing"]) - {"SPAN_DEFAULT", "ARC_DEFAULT"} <= names
    for one in (record, *articles):
        _, found = standoff(one)
        triggers = {trigger for _, trigger, _ in found.events.values()}
        assert {label for key, (label, _) in found.bound.items() if key not in triggers} <= set(known["entities"])
        for label, _, roles in found.events.values():
            allowed = set(re.findall(r"(\w+)[?*]?:", known["events"][label]))
            assert {role.rstrip("0123456789") for role, _ in roles} <= allowed
        for label, _, value in found.attributes:
            assert value in known["attributes"][label].partition("Value:")[2].split("|")
        assert {label for label, _, _ in found.relations} <= set(known["relations"])


@pytest.mark.parametrize("key", ["e0a7d5e7df1ce5bf", "nyt-2023.11", "a_b"])
def test_a_plain_id_is_the_name(key: str) -> None:
    assert base(key) == key


@given(st.lists(st.text(min_size=1), min_size=2, max_size=2, unique=True))
def test_every_id_has_a_name_of_its_own_that_any_system_takes(keys: list[str]) -> None:
    _names_hold(keys)


@pytest.mark.parametrize(
    "keys",
    [
        ["A1", "a1"],
        ["a/b", "a_b"],
        ["..", "."],
        ["../../etc/passwd", "etc_passwd"],
        ["con", "CON"],
        ["nul.txt", "nul"],
        ["x" * 400, "x" * 401],
        ["a\0", "a"],
        ["a.", "a"],
        [" a", "a"],
        [".hidden", "hidden"],
        ["https://example.org/?a=1", "https://example.org/?a=2"],
        ["é", "e\u0301"],
        ["𐐨", "𐐀"],
    ],
)
def test_ids_that_file_systems_confuse_have_names_of_their_own(keys: list[str]) -> None:
    _names_hold(keys)


def _names_hold(keys: list[str]) -> None:
    names = [base(key) for key in keys]
    assert len({name.casefold() for name in names}) == len(keys)
    for name in names:
        assert re.fullmatch(r"[A-Za-z0-9_-]([A-Za-z0-9._-]*[A-Za-z0-9_-])?", name)
        assert len(name) <= 100
        assert name.partition(".")[0].lower() not in RESERVED


TEXTS = st.text(st.sampled_from("ab \t\r\n\x0b\x85\u2028\u00a0🎉"), min_size=1)


@given(TEXTS)
def test_every_fragment_is_on_one_line_and_no_word_is_lost(text: str) -> None:
    pieces = fragments(text, [(0, len(text))])
    kept = shown(text)
    assert len(kept) == len(text)
    assert kept.splitlines() == kept.replace("\r", "\n").splitlines()
    assert "".join("".join(text[start:end] for start, end in pieces).split()) == "".join(text.split())
    for start, end in pieces:
        assert kept[start:end] == text[start:end]
        assert len(text[start:end].splitlines()) == 1
        assert "\t" not in text[start:end]


def test_one_id_for_two_texts_is_an_error_and_for_one_text_none(record: Record) -> None:
    assert len(folder(record, record)) == 4
    with pytest.raises(InputError, match=r"storm.txt, id a1: is an id that another text has"):
        folder(record, replace(record, text="Something else.", claims=()))


def test_a_record_without_its_text_is_named(record: Record) -> None:
    with pytest.raises(InputError, match=r"storm.txt, id a1: has no text: -f brat needs it"):
        folder(replace(record, text=None))
