"""Numbers that name or place something and are no amounts: years, flights, sections, versions, house numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.numbers import DASHES, has_currency

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from factx.quantities.lexemes import Lexemes
    from factx.quantities.numbers import Number

# Entities whose numbers are part of a name ("Apollo 11", "the Group of 20").
NAMES = {"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "ORDINAL"}
YEARS = range(1500, 2101)
YEAR_FIGURES = 4


def is_amount(doc: Doc, lexemes: Lexemes, number: Number) -> bool:
    """Whether a number says how many or how much."""
    start, end = lexemes.items[number.first].start, lexemes.items[number.last].end
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None or any(t.like_url or t.like_email for t in tokens):
        return False
    return not (
        _in_name(doc, tokens)
        or _is_code(lexemes, number)
        or _is_label(lexemes, number, tokens)
        or _is_year(lexemes, number, tokens)
        or _is_pronoun(lexemes, number, tokens)
    )


def _in_name(doc: Doc, tokens: Span) -> bool:
    return any(doc[i].ent_type_ in NAMES for i in range(tokens.start, tokens.end))


def _is_code(lexemes: Lexemes, number: Number) -> bool:
    """Letters or signs glued to figures: "G20", "COVID-19", "7th", "5G", "#1", "+44", "007"."""
    if number.written:
        return False
    figures = lexemes.items[number.first].text
    if len(figures) > 1 and figures.isdigit() and figures.startswith("0"):
        return True
    before = lexemes.at(number.first - 1)
    if before is not None and lexemes.glued(number.first) and not has_currency(lexemes, number.first):
        if before.kind == "word" or before.text in "#_@+&" or before.text in ".:/":
            return True
        behind = lexemes.at(number.first - 2)
        hyphened = before.text in DASHES and before.glued and behind is not None and behind.kind != "sign"
        if hyphened:
            return True
    return _has_foreign_tail(lexemes, number)


def _has_foreign_tail(lexemes: Lexemes, number: Number) -> bool:
    """Whether letters that are no unit and no magnitude follow without space."""
    after = lexemes.at(number.last + 1)
    if after is None or not after.glued:
        return False
    if after.kind == "word":
        known = load("units")["measures"]
        return not (after.text in known or after.lower in known or after.lower in load("currencies")["words"])
    return after.text in "/:_@" and lexemes.glued(number.last + 2)


def _is_label(lexemes: Lexemes, number: Number, tokens: Span) -> bool:
    """As in "Section 427", "No. 1", "Apollo 11"."""
    if number.written or has_currency(lexemes, number.first):
        return False
    i = number.first - 1
    while lexemes.is_sign(i, "."):
        i -= 1
    before = lexemes.at(i, number.first)
    if before is None or before.kind != "word":
        return False
    if before.lower in load("numbered")["labels"]:
        return before.lower not in ("no", "round") or before.text[0].isupper() or i < number.first - 1
    if not before.text[0].isupper() or not tokens[0].has_dep():
        return False
    root = tokens.root
    return root.dep_ == "nummod" and root.head.i < tokens.start and root.head.idx == before.start


def _is_year(lexemes: Lexemes, number: Number, tokens: Span) -> bool:
    """Four figures of the last centuries with nothing to count: "in 2012", "the 2012 election"."""
    figures = lexemes.items[number.first].text
    if number.first != number.last or len(figures) != YEAR_FIGURES or not figures.isdigit():
        return False
    if int(figures) not in YEARS or has_currency(lexemes, number.first) or lexemes.is_sign(number.last + 1, "%"):
        return False
    if lexemes.lower(number.first - 1, number.first) in load("numbered")["year_words"]:
        return True
    head = tokens.root.head
    counts = tokens.root.dep_ == "nummod" and head.i >= tokens.end and head.tag_ in ("NNS", "NNPS")
    return not counts and _in_tables_after(lexemes, number) is False


def _in_tables_after(lexemes: Lexemes, number: Number) -> bool:
    after = lexemes.lower(number.last + 1, number.first)
    return after in load("units")["measures"] or after in load("currencies")["words"]


def _is_pronoun(lexemes: Lexemes, number: Number, tokens: Span) -> bool:
    """A "one" that stands for somebody or something; with a parse, one that modifies no noun."""
    if not number.written or number.first != number.last or lexemes.lower(number.first) not in ("one", "zero"):
        return False
    after = lexemes.at(number.last + 1, number.first)
    if after is None or (after.kind == "sign" and after.text not in DASHES):
        return True
    if after.lower in load("numbered")["pronoun_one"]:
        return True
    return bool(tokens.root.dep_) and tokens.root.dep_ not in ("nummod", "quantmod", "compound")
