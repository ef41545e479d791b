"""What a number measures or counts: currency, percentage, measure, age, or the noun that the parse hangs it on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.nouns import counted_noun, singular
from factx.quantities.numbers import DASHES, has_currency
from factx.record import span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.quantities.lexemes import Lexemes
    from factx.quantities.numbers import Number
    from factx.record import Span

# The longest names in the table ("kilometres per hour").
MAX_NAME = 3
# No one is older in years; larger numbers between commas are no ages.
OLDEST = 120


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's singular name, its words, the thing counted; ``start`` and ``end`` of the number with its signs.

    ``firm``: a percentage, a currency or a measure, not a count.
    """

    start: int
    end: int
    name: str | None = None
    text: str | None = None
    counted: Span | None = None
    firm: bool = False


def unit_of(doc: Doc, lexemes: Lexemes, number: Number) -> Unit:
    """The unit of a number; without a name if nothing in reach says one."""
    start, end = lexemes.items[number.first].start, lexemes.items[number.last].end
    if has_currency(lexemes, number.first):
        sign = lexemes.items[number.first - 1]
        return Unit(sign.start, end, load("currencies")["signs"][sign.text], sign.text, firm=True)
    if (years := _years_old(lexemes, number)) is not None:
        return Unit(start, end, "year", years)
    if _is_bare_age(doc, lexemes, number):
        return Unit(start, end, "year")
    return _named(doc, lexemes, number, start, end) or _counted(doc, lexemes, start, end)


def _named(doc: Doc, lexemes: Lexemes, number: Number, start: int, end: int) -> Unit | None:
    """A unit of the tables right after the number, over a hyphen ("10-mile")."""
    after = number.last + 1
    if lexemes.is_sign(after, DASHES) and lexemes.glued(after + 1):
        after += 1
    for length in range(MAX_NAME, 0, -1):
        words = lexemes.items[after : after + length]
        if len(words) < length or words[-1].line != lexemes.items[number.first].line:
            continue
        name = _in_tables("".join(("" if w.glued else " ") + w.text for w in words).strip())
        if name is None:
            continue
        text = lexemes.text[words[0].start : words[-1].end]
        percent = name == "percentage"
        of = _of_complement(doc, lexemes, words[-1].end) if percent else None
        return Unit(start, words[-1].end if percent else end, name, text, of, firm=True)
    return None


def _in_tables(name: str) -> str | None:
    """A measure (as written, then in lower case) or a currency word, "US dollars" among them."""
    measures, words = load("units")["measures"], load("currencies")["words"]
    for form in (name, name.lower()):
        if form in measures:
            return str(measures[form])
    found = words.get(name.lower().rpartition(" ")[2]) if name.lower().count(" ") < MAX_NAME - 1 else None
    lead = name.rpartition(" ")[0]
    return str(found) if found and (not lead or lead[0].isupper()) else None


def _years_old(lexemes: Lexemes, number: Number) -> str | None:
    """The unit's word in "42-year-old" and "42 years old"."""
    after = [i for i in range(number.last + 1, number.last + 5) if not lexemes.is_sign(i, DASHES)]
    is_age = lexemes.lower(after[0]) in ("year", "years") and lexemes.lower(after[1]) in load("numbered")["age_after"]
    return lexemes.items[after[0]].text if is_age else None


def _is_bare_age(doc: Doc, lexemes: Lexemes, number: Number) -> bool:
    """Whether a number is an age without a unit: "aged 42", "Peskov, 56, said"."""
    if number.value is None or number.value > OLDEST:
        return False
    before = lexemes.lower(number.first - 1, number.first)
    return before in load("numbered")["age_before"] or _between_commas(doc, lexemes, number)


def _between_commas(doc: Doc, lexemes: Lexemes, number: Number) -> bool:
    """Whether a number stands between a person's name and another comma or the end: "Peskov, 56, said"."""
    if not (lexemes.is_sign(number.first - 1, ",") and lexemes.is_sign(number.last + 1, ",.")):
        return False
    at = lexemes.items[number.first - 1].start
    comma = doc.char_span(at, at + 1, alignment_mode="expand")
    return comma is not None and comma.start > 0 and doc[comma.start - 1].ent_type_ == "PERSON"


def _counted(doc: Doc, lexemes: Lexemes, start: int, end: int) -> Unit:
    found = counted_noun(doc, start, end)
    if found is None:
        return Unit(start, end)
    head, first = found
    phrase = span(lexemes.text, first, head.idx + len(head))
    return Unit(start, end, singular(head), head.text, phrase)


def _of_complement(doc: Doc, lexemes: Lexemes, end: int) -> Span | None:
    """As in "voters" of "3 % of voters", by the parse."""
    unit = doc.char_span(end - 1, end, alignment_mode="expand")
    if unit is None or not unit[0].has_dep():
        return None
    found = counted_noun(doc, unit.start_char, end)
    return span(lexemes.text, found[1], found[0].idx + len(found[0])) if found else None
