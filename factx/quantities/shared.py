"""Units written once for several numbers: "45 and 50 mg", "from 4.8 to 4.7 percent", "435 homes ... and 187"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.changes import CHAIN
from factx.quantities.measures import rate_at
from factx.quantities.parts import opens_with_of
from factx.quantities.suspended import is_suspended
from factx.quantities.units import YEAR, Unit

if TYPE_CHECKING:
    from factx.quantities.comparators import Compared
    from factx.quantities.context import Context
    from factx.quantities.found import Found

SUBJECTS = ("nsubj", "nsubjpass")
ARGUMENTS = (*SUBJECTS, "pobj", "dobj", "conj", "attr", "appos")
# "and more than 100 wounded": the parse hangs the number on the participle.
PARTICIPLE = "VBN"
RATIO = "ratio"
# "$1 million to $1.25 million, 99 days; $1.25 million ...": how far apart the items of a list stand.
LIST_WINDOW = 4
# How many numbers back the one is looked for that another is set beside.
REACH = 8


def shared(context: Context, found: list[Found]) -> list[Found]:
    """The same, with the units of others where one has none."""
    out = list(found)
    for i in range(len(out) - 1, -1, -1):  # from the right: "4, 5 and 6 mg"
        if i + 1 == len(out) or not (_lacks(out[i]) or _reaches_over(context, out[i], out[i + 1])):
            continue
        if _joined(context, out[i], out[i + 1]):
            out[i] = _with(out[i], out[i + 1].unit)
    for i in range(1, len(out)):
        a, b = out[i - 1], out[i]
        if _are_ends(a, b):
            out[i - 1], out[i] = _with_other(a, b), _with_other(b, a)
        elif _lacks(b) and (unit := _from_the_left(context, out[max(0, i - REACH) : i], b)) is not None:
            out[i] = _with(b, unit)
        if _is_converted(context, a, out[i]):
            out[i] = replace(out[i], compared=_with_bound(out[i], a))
            out[i - 1], out[i] = _with_one_rate(context, out[i - 1], out[i])
        if out[i].unit.counted is None and _is_listed(context, out[i - 1], out[i]):
            out[i] = replace(out[i], unit=replace(out[i].unit, counted=out[i - 1].unit.counted))
    return out


def _is_converted(context: Context, a: Found, b: Found) -> bool:
    """Whether an amount is the one before it in another unit: "7.5m crowns ($1.1m)", "5 miles, or 8 km"."""
    like = a.unit.dimension is not None and a.unit.base == b.unit.base and a.unit.name != b.unit.name
    if not like or a.unit.counts or b.compared.words is not None:
        return False
    between = tuple(x.lower for x in context.lexemes.items[a.amount.last + 1 : b.compared.first])
    return between in (("(",), (",", "or"))


def _with_bound(b: Found, a: Found) -> Compared:
    """With the bound of the other: what is more than the one is more than the other."""
    bound = a.compared
    if bound.comparator == "=":
        return b.compared
    about = bound.about or b.compared.about
    approximate = bound.approximate or b.compared.approximate
    return replace(b.compared, comparator=bound.comparator, approximate=approximate, words=bound.words, about=about)


def _with_one_rate(context: Context, a: Found, b: Found) -> tuple[Found, Found]:
    """Both per what one of them is, or what comes after the brackets: "C$6 (US$4.46) per share"."""
    closed = context.lexemes.is_sign(b.amount.last + 1, ")")
    after = rate_at(context.lexemes, b.amount.last + 2) if closed else None
    pers = [f.unit.per for f in (a, b) if f.unit.name not in load("units")["units"]]  # "psi" is a unit of its own
    per = (pers and (pers[0] or pers[-1])) or (after and after[0])
    if per is None:
        return a, b
    first, second = (f if f.unit.per else replace(f, unit=f.unit.rated(per)) for f in (a, b))
    return first, second


def _is_listed(context: Context, a: Found, b: Found) -> bool:
    """Whether a measure goes on saying something of what the one before was said of: "190 points, or 0.6 %"."""
    apart = b.compared.first - a.amount.last - 1
    if a.unit.counts or b.unit.counts or b.amount.number.fraction or apart > LIST_WINDOW:
        return False
    between = context.tokens(a.amount.last + 1, b.compared.first)[:-1]
    return context.same_sentence(a.amount.first, b.amount.last) and not any(t.pos_ == "VERB" for t in between)


def _lacks(found: Found) -> bool:
    return found.unit.name is None and not found.amount.number.fraction


def _reaches_over(context: Context, a: Found, b: Found) -> bool:
    """Whether a number counts a noun beyond the next measure, whose unit is its own: "45 and 50 mg ethanol"."""
    measured = b.amount.words is not None and not b.unit.counts
    end = context.lexemes.items[b.amount.last].end
    return measured and a.unit.counts and a.unit.counted is not None and a.unit.counted.end > end


def _with(found: Found, unit: Unit) -> Found:
    """With a unit whose words stand elsewhere, and so are none here."""
    counted = unit.counted if unit.counts else found.unit.counted or unit.counted
    return replace(found, unit=Unit(unit.name, None, unit.dimension, unit.per, counted))


def _with_other(found: Found, other: Found) -> Found:
    """With the unit of the other end, which is nearer than the subject of their predicate."""
    a, b = found.unit, other.unit
    if b.per is not None and b.name == f"{a.name} per {b.per}":  # "from $75 per barrel to $45.88"
        return replace(found, unit=a.rated(b.per))
    nearer = found.unit.told and not other.unit.counts and other.unit.dimension != RATIO
    return _with(found, other.unit) if (_lacks(found) or nearer) and other.unit.name else found


def _joined(context: Context, a: Found, b: Found) -> bool:
    """Whether nothing but "and", "or" and the like stands between two numbers, and the second has a unit of its own."""
    if b.unit.name is None or (b.unit.name == YEAR and b.unit.text is None):
        return False
    between = [x.lower for x in context.lexemes.items[a.amount.last + 1 : b.compared.first]]
    if between[:1] == ["of"]:  # "280 million of the 1.5 billion shekels"
        known = a.amount.number.value is not None and not b.unit.counts
        return known and all(w in load("comparators")["pointers"] for w in between[1:])
    if is_suspended(context.lexemes, a.amount):
        between = between[1:]
    if b.amount.sign is not None:
        return False
    if between == [","] and b.unit.text is not None:  # "16,644, 16 percent above"
        return False
    return bool(between) and len(between) <= 2 and all(w in load("numbered")["joins"] for w in between)  # noqa: PLR2004


def _are_ends(a: Found, b: Found) -> bool:
    """Whether two numbers are the ends of one change and so of one unit, or "64 points to 4,577"."""
    if a.change is None or b.change is None or b.amount.first - a.amount.last > CHAIN:
        return False
    roles = {a.change.role, b.change.role}
    return roles == {"from", "to"} or (roles == {"by", "to"} and a.unit.dimension != RATIO)


def _from_the_left(context: Context, before: list[Found], found: Found) -> Unit | None:
    """The unit of a number before it that it is set beside: "187 by tender", "including 1.5 million".

    Of "Of the 200 passengers, 50 were hurt and 12 died" the last is set beside the first, like the one between.
    """
    root = context.tokens(found.amount.number.start, found.amount.number.last).root
    argument = root.dep_ in ARGUMENTS or root.head.tag_ == PARTICIPLE or _is_more(context, found)
    if context.parsed and not argument:
        return None
    shares = False
    for other in reversed(before):
        if other.unit.name is None:
            continue
        if not context.same_sentence(other.amount.first, found.amount.last):
            return None
        if _same_change(other, found):
            return other.unit
        if root.dep_ in SUBJECTS and other.unit.counts and other.unit.text is None:
            shares = True
            continue
        beside = opens_with_of(context, other) if shares else _is_beside(context, other, found)
        return other.unit if beside else None
    return None


def _same_change(other: Found, found: Found) -> bool:
    """As in "rose by 2 percent, but profits fell by 1"."""
    return other.change is not None and found.change is not None and other.change.role == found.change.role


def _is_beside(context: Context, other: Found, found: Found) -> bool:
    """Whether a bare number goes on counting what the other counts, or is compared with it."""
    if found.change is not None or other.unit.dimension == RATIO or other.unit.text is None:
        return False
    between = {x.lower for x in context.lexemes.items[other.amount.last + 1 : found.compared.first]}
    words = load("numbered")
    if _is_more(context, found) or (other.unit.counts and opens_with_of(context, other)):
        return True
    if other.unit.counts:
        return bool(between & set(words["beside"]))
    return bool(between & set(words["contrasts"])) and _alike(found, other)


def _is_more(context: Context, found: Found) -> bool:
    """Whether a bare number is set beside the one before: "won 98 games, 14 more than last year"."""
    return context.lexemes.lower(found.amount.last + 1, found.amount.first) in load("numbered")["more"]


def _alike(found: Found, other: Found) -> bool:
    """Whether two values are written to the same number of decimals, and so may be of one measure."""
    a, b = found.amount.number.value, other.amount.number.value
    return a is not None and b is not None and bool(a % 1) == bool(b % 1)
