"""Periods by their place, and amounts of time: this week, the following day, the past two weeks, three years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factx.dates import periods
from factx.dates.forms import Amount, Named, Nth, Part, Shift, Stretch, Unit
from factx.dates.grammar import atom
from factx.dates.year_rules import pointer, year_of

if TYPE_CHECKING:
    from factx.dates.forms import Base, Form, Pointer
    from factx.dates.grammar import Match

HALF = 0.5
FORTNIGHT = 2
SIDES: dict[str, Literal["START", "MID", "END"]] = {"E": "START", "M": "MID", "F": "END", "e": "START", "f": "END"}
STEPS: dict[Pointer, tuple[int, Base]] = {
    "last": (-1, "published"),
    "this": (0, "published"),
    "next": (1, "published"),
    "previous": (-1, "text"),
    "same": (0, "text"),
    "following": (1, "text"),
}


# "Over the next decade" is the ten years to come, not those of the calendar.
LONG = frozenset({"decade", "century"})

# Units whose first is a stretch from the begin of something.
BEGINNINGS = frozenset({"minute", "hour", "week", "month", "year"})

# Units of which "mid-" names the middle.
HALFWAY = frozenset({"week", "month", "quarter", "year", "decade"})

# "The year-ago quarter": the one that is spoken of, a year before.
A_YEAR_BEFORE = Shift(Amount("year", 1), -1, Unit("quarter", 0, bare=True))


def _unit(match: Match) -> Form | None:
    unit = match.word("unit")
    if unit is None or unit.value not in periods.UNKNOWN:
        return None
    step, base = STEPS[pointer(match)]
    if match.letters("the") and match.letters("pointer") == "N":
        if unit.value in LONG:
            return Stretch(Amount(unit.value, 1), 1)
        base = "text"  # "the next day"
    return Unit(unit.value, step, base)


def _latest(match: Match) -> Form | None:
    """As in "the latest quarter", which is over."""
    unit, word = match.word("unit"), match.word("recent")
    if unit is None or word is None or word.value != "latest" or unit.value not in periods.UNKNOWN:
        return None
    return Unit(unit.value, -1)


def _whole(match: Match) -> Form | None:
    unit = match.word("unit") or match.word("beside")
    return None if unit is None or unit.value not in periods.UNKNOWN else Unit(unit.value, 0, bare=True)


def _beside(match: Match) -> Form | None:
    """As in "the year before", "the day after"."""
    unit, side = match.word("unit"), match.letters("side")
    if unit is None or unit.value not in periods.UNKNOWN:
        return None
    return Unit(unit.value, -1 if side == "b" else 1, "text")


def _end_of(match: Match) -> Form | None:
    """As in "year-end", which is its last day, and "the month's end"."""
    unit = match.word("unit")
    if unit is None or unit.value not in periods.UNKNOWN:
        return None
    period = year_of(match) or Unit(unit.value, 0)
    return Nth(-1, "day", period) if match.letters("dash") and unit.value != "day" else Part("END", period)


def _edge_of(match: Match) -> Form | None:
    """As in "the end of year"."""
    unit = match.word("unit")
    if unit is None or unit.value not in periods.UNKNOWN:
        return None
    return Part(SIDES[match.letters("side")], Unit(unit.value, 0))


def _middle_of(match: Match) -> Form | None:
    """As in "mid-decade", "mid-month"; not "mid-century", which is mostly the last one."""
    unit = match.word("unit")
    return _edge_of(match) if unit is not None and unit.value in HALFWAY else None


def _back(match: Match) -> Form | None:
    """As in "year-earlier", "the year-ago quarter", "the year-earlier third quarter"."""
    unit, inner, number = match.word("unit"), match.word("inner"), match.word("number")
    if unit is None or unit.value not in periods.UNKNOWN:
        return None
    if inner is not None and inner.value == "quarter" and unit.value == "year":
        if number is not None:
            return Named("quarter", number.value, Unit("year", -1))
        return A_YEAR_BEFORE
    if inner is not None:
        return None
    return Shift(Amount(unit.value, 1), -1, "published" if match.letters("side") == "G" else "text")


def _amount(match: Match) -> Amount | None:
    unit = match.word("unit")
    if unit is None:
        return None
    letters = match.letters("count")
    count = None if letters == "A" and unit.code == "U" else _count(match, letters)
    if count is None and unit.code == "u" and letters[-1:] not in ("V", "n"):
        count = 1
    if count is not None:
        count = count * _magnitude(match) + (HALF if match.letters("more") else 0)
    if unit.value == "fortnight":
        return Amount("week", None if count is None else count * FORTNIGHT)
    return Amount(unit.value, count)


def _count(match: Match, letters: str) -> float | None:
    if "h" in letters and "#" not in letters and "y" not in letters:
        return HALF
    word = match.word("number")
    if word is not None and isinstance(word.value, int | float):
        return word.value + (HALF if "h" in letters else 0)
    vague = match.word("vague")
    if vague is not None and vague.value is not None:
        return float(vague.value)  # a couple
    return 1 if letters == "A" else None


def _magnitude(match: Match) -> float:
    """The hundred of "a couple of hundred years"; one if none is said."""
    word = match.word("times")
    return word.value if word is not None and isinstance(word.value, int | float) else 1


def _duration(match: Match) -> Form | None:
    return _amount(match)


def _first(match: Match) -> Form | None:
    """As in "the first year", like "the first nine months"; a first day is a date."""
    number, unit = match.word("number"), match.word("unit")
    if number is None or unit is None or number.value != 1 or unit.value not in BEGINNINGS:
        return None
    return Amount(unit.value, 1)


def _ranging(match: Match) -> Form | None:
    """As in "two to three weeks", "weeks or months": the lower end, which the mod says may be more."""
    lower, unit = match.word("number"), match.word("unit")
    if unit is None:
        return None
    count = None if lower is None else lower.value if lower.code == "#" else 1
    return Amount(unit.value, count, ranging=True)


def _stretch(match: Match) -> Form | None:
    amount, letters = _amount(match), match.letters("pointer")
    if amount is None:
        return None
    unit = match.word("unit")
    if unit is not None and unit.value == "weekend" and match.word("number") is None and unit.code == "u":
        return Unit("weekend", 0, bare=True)  # "this past weekend"
    if letters[-1] == "L" and match.followed_by("O"):
        return amount  # "the last two weeks of May"
    base: Base = "text" if letters[-1] in "KJ" else "published"
    return Stretch(amount, 1 if letters[-1] in "CNJf" else -1, base)


# How often: a, a few, several, 3, 2000, half a, two and a half, a couple of.
_COUNT = r"(?P<count>A?(?P<number>[#y])(?:&A?h)?|A?k?(?P<vague>V)|A?hA?|A)"
_UNIT = r"(?P<times>k)?k?-?k?-?(?P<unit>[uU])"

RULES = (
    atom(r"D?T?(?P<pointer>[LPKCNJ])(?P<count>(?P<number>[#yV])(?:&A?h)?)" + _UNIT, _stretch),
    atom(r"D?T?(?P<pointer>P|(?<=D)L|(?<=D)C)k?(?P<unit>u)", _stretch),
    atom(r"D?(?P<pointer>[PC]|(?<=D)L)k?(?P<unit>U)", _stretch),
    atom(r"D(?P<unit>U)(?P<pointer>f)", _stretch),
    atom(r"D?(?P<pointer>r)(?P<unit>U)(?:&U)?", _stretch),
    atom(r"(?P<pointer>T?[LTNC])-?k?(?P<unit>u)", _unit),
    atom(r"(?P<pointer>TP)k?(?P<unit>u)", _unit),
    atom(r"(?P<the>D)(?P<pointer>[NTKJ])k?(?P<unit>u)", _unit),
    atom(r"D?(?P<pointer>SS?|S[JKN]|[JK])k?(?P<unit>u)", _unit),
    atom(r"D(?P<recent>r)k?(?P<unit>u)", _latest),
    atom(r"Dk?(?P<unit>u)(?![ba])|D(?P<beside>u)(?=[ba]D?[wmvtyi#/LN])", _whole),
    atom(r"D(?P<unit>u)(?P<side>[baJ](?=[c!|]|$))", _beside),
    atom(r"D?k?(?P<unit>u)'?(?P<dash>-)?F(?:O?(?P<year>y))?", _end_of),
    atom(r"D?(?P<side>[EMF])O(?P<unit>u)", _edge_of),
    atom(r"(?P<side>M)-(?P<unit>u)", _middle_of),
    atom(r"D?(?P<unit>u)-(?P<side>[eG])(?:(?P<number>o)?-?(?P<inner>u))?", _back),
    atom(_COUNT + _UNIT + r"(?P<more>&Ah|&h(?=[c!|]|$))?(?:-?l)?", _duration),
    atom(r"D(?:o|k)?(?P<count>(?P<number>[#V]))" + _UNIT + r"(?:-?l)?", _duration),
    atom(r"D(?P<number>o)k?(?P<unit>u)", _first),
    atom(r"(?P<number>[#A])(?:-?[2j]-?|-)#" + _UNIT, _ranging),
    atom(r"(?P<unit>U)[j&]U", _ranging),
    atom(r"(?P<unit>U)(?:-?l)?", _duration),
    atom(r"D?(?P<unit>u)-?l", _duration),
)
