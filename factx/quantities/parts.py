"""Parts and wholes: "11,000 people, including 4,400 children", "80 were hurt, 12 of them badly"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.figures import MALFORMED
from factx.quantities.units import Unit

if TYPE_CHECKING:
    from factx.quantities.context import Context
    from factx.quantities.found import Found
    from factx.quantities.lexemes import Lexemes

LARGER_THAN_WHOLE = "part-larger-than-whole"
# "of whom", "among them"
LONGEST = 3
RATIO = "ratio"
CLAUSAL = ("VERB", "AUX")
# "including two women and 40 children": how far apart the parts of one whole stand.
LIST_WINDOW = 4
# How many numbers back the one that opens the sentence is looked for.
REACH = 8


def with_parts(context: Context, found: list[Found]) -> list[Found]:
    """The same: parts tied to their wholes, impossible parts flagged, a whole's readings weighed by its parts."""
    out: list[Found] = []
    for i, each in enumerate(found):
        whole = _whole(context, found, out, i)
        part = replace(each if whole is None else _with_unit(each, out[whole]), whole=whole)
        if whole is not None and _exceeds(part, out[whole]):
            part = replace(part, flags=(*part.flags, LARGER_THAN_WHOLE))
        out.append(part)
    parts: dict[int, list[Found]] = {}
    for each in out:
        if each.whole is not None:
            parts.setdefault(each.whole, []).append(each)
    return [_weighed(each, parts.get(i, [])) for i, each in enumerate(out)]


def _with_unit(part: Found, whole: Found) -> Found:
    """Of what the whole is of, if nothing else is said: "987 firms, 537 of which ...", "40 percent of whom"."""
    a, b = part.unit, whole.unit
    if a.name is None and not part.amount.number.fraction:
        return replace(part, unit=Unit(b.name, None, b.dimension, b.per, b.counted))
    return replace(part, unit=replace(a, counted=b.counted)) if a.counted is None else part


def _whole(context: Context, found: list[Found], out: list[Found], i: int) -> int | None:
    """The place of the quantity that this one is part of: the nearest before it in the sentence that may hold it."""
    if i == 0:
        return None
    each, before = found[i], out[i - 1]
    if not context.same_sentence(before.amount.first, each.amount.last):
        return None
    lexemes = context.lexemes
    if before.whole is not None and _goes_on(context, before, each):
        return before.whole
    share = _is_part(lexemes, each) or (each.unit.text is None and opens_with_of(context, before))
    if not share or _measures(each) not in (RATIO, _measures(before)):
        return _taken_out_of(context, each, out)
    return before.whole if before.whole is not None and _is_after(lexemes, each) else i - 1


def opens_with_of(context: Context, found: Found) -> bool:
    """Whether a sentence begins with a quantity that others are taken out of: "Of the 10 judges, six ..."."""
    lexemes, i = context.lexemes, found.compared.first - 1
    if lexemes.lower(i, found.amount.first) in load("comparators")["pointers"]:
        i -= 1
    opens = lexemes.lower(i, found.amount.first) == "of"
    return opens and context.token(lexemes.items[i].start).is_sent_start is True


def _measures(found: Found) -> str | None:
    """The dimension, since only like is part of like; a share may be of anything."""
    return None if found.unit.counts or found.unit.name is None else found.unit.dimension


def _is_part(lexemes: Lexemes, found: Found) -> bool:
    start = found.compared.first
    parts = load("comparators")["part"]
    before = any(" ".join(lexemes.lower(i, start) for i in range(start - n, start)) in parts for n in range(1, LONGEST))
    return before or _is_after(lexemes, found)


def _is_after(lexemes: Lexemes, found: Found) -> bool:
    """As in "80 were hurt, 12 of them badly"."""
    last = found.amount.last
    bare = "part_after" if found.amount.unit is None else "part_after_unit"
    return " ".join(lexemes.lower(i, last) for i in (last + 1, last + 2)) in load("comparators")[bare]


def _taken_out_of(context: Context, found: Found, out: list[Found]) -> int | None:
    """The place of the 200 for the 12 of "Of the 200 passengers, 50 were hurt and 12 died", which has no own unit."""
    if found.unit.text is not None or not found.unit.counts:
        return None
    for i in range(len(out) - 1, max(-1, len(out) - 1 - REACH), -1):
        if not context.same_sentence(out[i].amount.first, found.amount.last):
            return None
        if opens_with_of(context, out[i]):
            return i if out[i].unit.name == found.unit.name else None
    return None


def _goes_on(context: Context, before: Found, found: Found) -> bool:
    """As in the second part of "including 12 women and 40 children"; not "50 were hurt and two cars burned"."""
    first, last = before.amount.last + 1, found.compared.first
    between = [context.lexemes.lower(i, first) for i in range(first, last)]
    if not (0 < len(between) <= LIST_WINDOW and between[-1] in ("and", ",")):
        return False
    counts = before.unit.counts and found.unit.counts
    clause = found.unit.text is not None and any(t.pos_ in CLAUSAL for t in context.tokens(first, last - 1))
    return counts and not clause


def _exceeds(part: Found, whole: Found) -> bool:
    """Whether a part is larger than its whole can be; what may be more ("over 50") can be any number."""
    a, b = part.amount.number, whole.amount.number
    least = a.low if a.value is None else a.value
    most = b.high if b.value is None else b.value
    shares = a.fraction or b.fraction or RATIO in (part.unit.dimension, whole.unit.dimension)
    if least is None or most is None or shares or whole.compared.comparator in (">", ">="):
        return False
    return least > most and part.compared.comparator not in ("<", "<=")


def _weighed(found: Found, parts: list[Found]) -> Found:
    """A malformed number's readings, those first that its largest part speaks for."""
    number = found.amount.number
    readings = tuple(zip(number.readings, number.reasons, strict=True))
    sizes = [p.amount.number.value or p.amount.number.low or 0 for p in parts]
    if MALFORMED not in number.flags or not sizes:
        return replace(found, readings=readings)
    largest = max(sizes)
    told = tuple((r, f"{why}; {_verdict(r, largest)}") for r, why in readings)
    return replace(found, readings=tuple(sorted(told, key=lambda reading: reading[0] < largest)))


def _verdict(reading: float, part: float) -> str:
    return f"its part of {part:,} is larger" if reading < part else f"its part of {part:,} speaks for it"
