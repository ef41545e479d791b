"""What a number measures or counts: the unit written at it, an age, or the noun that the parse hangs it on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.ages import is_age, old_after, year_word, years_old
from factx.quantities.measured import CLAUSES, changes, said_of, tallies
from factx.quantities.measures import dimension_of, rate_at
from factx.quantities.nouns import (
    MAX_DISTANCE,
    NOUNS,
    PLURALS,
    closed,
    counted_before,
    counted_noun,
    hyphened_to,
    is_symbol,
    multiplied,
    phrase,
)
from factx.quantities.numbers import DASHES
from factx.quantities.singular import singular
from factx.quantities.suspended import is_suspended
from factx.record import span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factx.quantities.amounts import Amount
    from factx.quantities.comparators import Compared
    from factx.quantities.context import Context
    from factx.record import Span

COUNT, TIME, LENGTH, YEAR, PERCENTAGE = "count", "time", "length", "year", "percentage"
# Of what is given in these a name is no part.
SHARES = (PERCENTAGE, "percentage point", "point")
NAMED = ("PERSON", "ORG")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's singular name, its words, its dimension, what it is per, and the thing counted or measured.

    ``told``: the unit is no word at the number, but the subject of its predicate ("deaths rose to 12").
    """

    name: str | None = None
    text: str | None = None
    dimension: str | None = None
    per: str | None = None
    counted: Span | None = None
    told: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is a counted noun."""
        return self.base == COUNT

    @property
    def base(self) -> str | None:
        """The dimension without what it is per."""
        return None if self.dimension is None else self.dimension.partition(" per ")[0]

    def rated(self, per: str) -> Unit:
        """The same per something."""
        dimension = f"{self.dimension} per {dimension_of(per)}"
        dimension = load("units")["dimensions"].get(dimension, dimension)
        return replace(self, name=f"{self.name} per {per}", dimension=dimension, per=per)


def unit_of(context: Context, amount: Amount, compared: Compared, taken: frozenset[int]) -> Unit:
    """The unit of an amount; without a name if nothing in reach says one. ``taken``: the tokens of all amounts."""
    if (last := years_old(context.lexemes, amount)) is not None:
        aged = replace(amount, last=last)
        return Unit(
            YEAR,
            context.lexemes.items[year_word(context.lexemes, amount)].text,
            TIME,
            None,
            _said(context, aged, taken),
        )
    if is_age(context, amount, compared):
        return Unit(YEAR, None, TIME, None, _said(context, amount, taken))
    written = amount.unit
    if written is None and is_suspended(context.lexemes, amount):
        return Unit()
    if written is None and amount.number.ten:
        return Unit(counted=_said(context, amount, taken))
    if written is None:
        return _tallied(context, compared.first) or _counted(context, amount, taken)
    old = old_after(context.lexemes, amount.last) if written.dimension == TIME else None
    text, of = _unit_text(context, amount), _said(context, replace(amount, last=old or amount.last), taken)
    return _rated_after(context, amount, Unit(written.name, text, written.dimension, written.per, of))


def without_name(context: Context, amount: Amount, unit: Unit, *, changes: bool) -> Unit:
    """With nothing counted where that is a name which only does or undergoes: "Ann Berg leads by 5 points".

    A share or a margin is none of a person or organization, but where it says so: "44 percent of Acme", "is 44
    percent-owned", or is itself what rises or falls.
    """
    lexemes, of = context.lexemes, unit.counted
    tied = lexemes.is_sign(amount.last + 1, DASHES) or lexemes.lower(amount.last + 1, amount.first) == "of"
    if of is None or unit.name not in SHARES or tied or (changes and of.start < lexemes.items[amount.first].start):
        return unit
    named = context.doc.char_span(of.start, of.end)
    return replace(unit, counted=None) if named is not None and named.root.ent_type_ in NAMED else unit


def _rated_after(context: Context, amount: Amount, unit: Unit) -> Unit:
    """With the rate of "3 million barrels of oil per day"."""
    lexemes, of = context.lexemes, unit.counted
    if unit.per is not None or of is None or lexemes.lower(amount.last + 1, amount.first) != "of":
        return unit
    rate = rate_at(lexemes, context.lexeme_from(of.end)) if of.start > lexemes.items[amount.last].end else None
    return unit if rate is None else unit.rated(rate[0])


def _unit_text(context: Context, amount: Amount) -> str | None:
    """The words of a unit as they stand; of money its sign."""
    if amount.sign is not None:
        return context.span(amount.sign.first, amount.sign.last).text
    return context.span(amount.words[0], max(amount.words[1], amount.last)).text if amount.words else None


def _tallied(context: Context, start: int) -> Unit | None:
    """As in "the dead numbered 40", whatever the parse makes of it."""
    lexemes = context.lexemes
    if lexemes.lower(start - 1, start) not in load("numbered")["counting_verbs"] or start < 2:  # noqa: PLR2004
        return None
    noun = context.token(lexemes.items[start - 2].start)
    collective = noun.lower_ in load("numbered")["collectives"]
    if not collective and noun.tag_ not in PLURALS:
        return None
    where = _phrase(context, noun, frozenset())
    return Unit(noun.lower_ if collective else singular(noun), noun.text, COUNT, None, where)


def _counted(context: Context, amount: Amount, taken: frozenset[int]) -> Unit:
    """The counted noun; or what a bare number is said of, whose plural is what it counts ("deaths rose to 12")."""
    number = context.tokens(amount.first, amount.last)
    found = counted_noun(number, taken)
    if found is not None:
        return _count_of(context, amount, taken, *found)
    if (other := counted_before(number)) is not None:
        return Unit(singular(other), None, COUNT, None, _phrase(context, other, taken))
    said = said_of(number, taken) if context.parsed else None
    if said is None:
        return Unit()
    head, predicate = said
    where = _phrase(context, head, taken)
    follows = number.end <= head.i <= number.end + MAX_DISTANCE and not context.doc[number.end].is_punct
    if head.tag_ in PLURALS and (follows or (predicate and not amount.number.fraction)):
        return Unit(singular(head), head.text, COUNT, None, where, told=not follows)
    killed = number.root.dep_ == "dobj" and not (predicate or tallies(number.root.head))  # "killed 40"
    return Unit(counted=None if killed else where)


def _count_of(context: Context, amount: Amount, taken: frozenset[int], noun: Token, first: int) -> Unit:
    """A noun that a number counts, whose phrase begins at token ``first``."""
    if is_symbol(noun):
        symbol = noun.text.rstrip(".")
        whole = replace(amount, last=max(amount.last, context.lexeme_from(noun.idx)))
        return _with_rate(context, noun, Unit(symbol, symbol, None, None, _said(context, whole, taken)))
    number = context.tokens(amount.first, amount.last)
    if (other := multiplied(noun) or hyphened_to(number, noun)) is not None:
        return Unit(singular(noun), noun.text, COUNT, None, _phrase(context, other, taken | {noun.i}))
    where = _closed(context, noun, first, phrase(noun, taken)[1])
    return _with_rate(context, noun, Unit(singular(noun), noun.text, COUNT, None, where))


def _with_rate(context: Context, head: Token, unit: Unit) -> Unit:
    """With what a count is per ("14 million visitors per month"); its name stays the counted noun's."""
    rate = rate_at(context.lexemes, context.lexeme_from(head.idx + len(head)))
    if rate is None:
        return unit
    return replace(unit, dimension=f"{COUNT} per {dimension_of(rate[0])}", per=rate[0])


def _said(context: Context, amount: Amount, taken: frozenset[int]) -> Span | None:
    """What a measure is said of; a time that only says how long or when is said of nothing."""
    if not context.parsed:
        return None
    tokens = context.tokens(amount.first, amount.last)
    if amount.unit is not None and amount.unit.dimension == TIME and _is_adjunct(tokens.root):
        return None
    if amount.unit is not None and amount.unit.dimension == LENGTH and _is_way(context, amount, tokens.root):
        return None
    said = said_of(tokens, taken, money=amount.sign is not None)
    return _phrase(context, said[0], taken.union(t.i for t in tokens)) if said else None


def _is_adjunct(root: Token) -> bool:
    """Whether a time says of a verb how long or when: "spoke for five minutes", "spent a week"; not "took a week"."""
    if root.dep_ == "pobj":
        return root.head.head.pos_ not in NOUNS
    if root.head.lemma_ in load("numbered")["lasts"]:
        return False
    if root.dep_ == "dobj":
        return not (tallies(root.head) or any(c.lower_ == "of" for c in root.rights))  # "saw seven years of war"
    return root.dep_ == "npadvmod" and root.head.pos_ not in (*NOUNS, "ADJ") and root.head.lemma_ != "be"


def _is_way(context: Context, amount: Amount, root: Token) -> bool:
    """Whether a length says how far off or whither something is done: "was killed 80 km south of", "move an inch from".

    Not so where it says where or how far something lies, or rises: that is said of it.
    """
    after = [context.lexemes.lower(amount.last + k, amount.first) for k in (1, 2, 3)]
    leads = after[2] if after[:2] == ["to", "the"] else after[0]
    if root.dep_ != "npadvmod" or leads not in load("numbered")["ways"]:
        return False
    verb = root.head.head if root.head.dep_ in ("advmod", "prep") and root.head.pos_ != "VERB" else root.head
    lies = verb.lemma_ in load("numbered")["lies"] or verb.dep_ in CLAUSES or changes(verb)
    return verb.pos_ == "VERB" and not lies


def _phrase(context: Context, noun: Token, taken: frozenset[int]) -> Span | None:
    """The noun's phrase, without amounts."""
    first, end = phrase(noun, taken)
    return _closed(context, noun, first, end) if first <= noun.i else None


def _closed(context: Context, noun: Token, first: int, end: int) -> Span:
    """The text of a noun's phrase, with no mark of a quotation whose other is left out."""
    first, end = closed(noun, first, end)
    last = context.doc[end - 1]
    return span(context.text, context.doc[first].idx, last.idx + len(last))


def extent(context: Context, amount: Amount) -> tuple[int, int]:
    """Code points of a quantity's own words: the number, with currency and percent signs but without other units."""
    lexemes = context.lexemes.items
    percent = (
        amount.words is not None and amount.unit is not None and amount.unit.name.partition(" per ")[0] == PERCENTAGE
    )
    last = amount.words[1] if percent and amount.words else amount.number.last
    return lexemes[amount.first].start, lexemes[last].end
