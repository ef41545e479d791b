"""Stretches of time: durations, the past and the next N units, N units ago, and what comes again (sets)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.dates import periods
from factx.dates.grammar import rule
from factx.dates.reading import Reading, of_period, unknown
from factx.lexicons import load

if TYPE_CHECKING:
    from datetime import date

    from factx.dates.grammar import Match
    from factx.dates.reading import Context
    from factx.dates.words import Word

HALF = 0.5
FORTNIGHT = 2
# A count beyond this moves any date out of the calendar.
MOST = 10_000_000
# The grain of "N units ago" as TIMEX3 gives it: a year ago is a year, a week ago a week.
_POINTS = ("day", "week", "month", "quarter", "year", "decade", "century")
_BELOW_DAY = ("hour", "minute", "second")

# How often: a, a few, several, 3, 2000, half a, two and a half, a couple of; then the unit; then "and a half".
_COUNT = r"(?P<count>[#y]&A?h|hAh?|AVO?|VO?|[#y]|A|h)"
_AMOUNT = _COUNT + r"(?P<unit>u)(?P<more>&A?h)?"
_RANGE = r"(?P<count>[#A])[2-](?P<upper>#)(?P<unit>u)"


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units; ``count`` is None for "several"."""

    unit: str
    count: float | None

    @property
    def value(self) -> str:
        """The TIMEX3 duration."""
        if self.count is not None and self.unit == "hour" and self.count % 1:
            return periods.duration("minute", round(self.count * 60))
        return periods.duration(self.unit, "X" if self.count is None else self.count)


def _amount(match: Match) -> Amount | None:
    unit = match.word("unit")
    if unit is None:
        return None
    count = _count(match.part("count") if "count" in match.found.re.groupindex else ())
    if count is None and not unit.value[1]:
        return None  # "few year": no count and no plural
    if count is not None:
        count += HALF if "more" in match.found.re.groupindex and match.part("more") else 0
        if count > MOST:
            return None
    if unit.value[0] == "fortnight":
        return Amount("week", None if count is None else count * FORTNIGHT)
    return Amount(unit.value[0], count)


def _count(words: tuple[Word, ...]) -> float | None:
    letters = "".join(w.code for w in words)
    if letters == "A":
        return 1
    if letters[:1] == "h":
        return HALF
    couple = load("numbers")["couple"]
    if (named := next((couple[w.text] for w in words if w.text in couple), None)) is not None:
        return float(named)
    if letters[:1] in ("#", "y"):
        return float(words[0].value) + (HALF if letters.endswith("h") else 0)
    return None


def _duration(match: Match, _: Context) -> Reading | None:
    amount = _amount(match)
    return None if amount is None else Reading(amount.value, "duration", "DURATION", grain=amount.unit)


def _bare(match: Match, _: Context) -> Reading | None:
    """As in "years", "week-long"."""
    unit = match.word("unit")
    if unit is None:
        return None
    amount = Amount(unit.value[0], None if unit.value[1] else 1)
    if unit.value[0] == "fortnight":
        amount = Amount("week", None if unit.value[1] else FORTNIGHT)
    return Reading(amount.value, "duration-bare", "DURATION", grain=amount.unit)


def _between(match: Match, _: Context) -> Reading | None:
    amount = _amount(match)
    if amount is None:
        return None
    return Reading(amount.value, "duration-range", "DURATION", "EQUAL_OR_MORE", grain=amount.unit, flags=("ambiguous",))


def _past(match: Match, context: Context) -> Reading | None:
    return _stretch(match, context, -1)


def _coming(match: Match, context: Context) -> Reading | None:
    return _stretch(match, context, 1)


def _stretch(match: Match, context: Context, sign: int) -> Reading | None:
    """A duration that ends or begins on the day of publication."""
    amount, unit = _amount(match), match.word("unit")
    if amount is None and unit is not None:
        amount = Amount(unit.value[0], 1)
    if amount is None:
        return None
    name = "duration-past" if sign < 0 else "duration-coming"
    base = context.published
    if base is None:
        return Reading(amount.value, name, "DURATION", grain=amount.unit, unanchored=True)
    far = None if amount.count is None else _far(amount, base, sign)
    first, last = (far, base) if sign < 0 else (base, far)
    return Reading(amount.value, name, "DURATION", None, first, last, amount.unit, "published")


def _far(amount: Amount, base: date, sign: int) -> date | None:
    """The other end of a stretch; None where the calendar does not reach."""
    try:
        return periods.moved(base, amount.unit, sign * (amount.count or 0))
    except (ValueError, OverflowError):
        return None


def _ago(match: Match, context: Context) -> Reading | None:
    return _shifted(match, context.published, context, -1, "ago")


def _apart(match: Match, context: Context) -> Reading | None:
    """As in "two days later", "a year earlier": from the day that the text named last, if it named one."""
    side = match.word("side")
    base = context.reference or context.published
    return None if side is None else _shifted(match, base, context, -1 if side.code == "e" else 1, "apart")


def _shifted(match: Match, base: date | None, context: Context, sign: int, name: str) -> Reading | None:
    amount = _amount(match)
    if amount is None:
        return None
    if base is None:
        return unknown(periods.UNKNOWN.get(amount.unit, periods.UNKNOWN["day"]), name, amount.unit)
    from_text = name == "apart" and base is context.reference
    if amount.count is None:
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Reading(value, f"{name}-vague", grain=amount.unit, anchor="text" if from_text else "published")
    day = periods.moved(base, amount.unit, sign * amount.count)
    grain = amount.unit if amount.unit in _POINTS and not amount.count % 1 else "day"
    made = of_period(periods.containing(grain, day), name, anchor="text" if from_text else "published")
    return made.with_flags("ambiguous") if amount.unit in _BELOW_DAY else made


def _every(match: Match, _: Context) -> Reading | None:
    again, count = match.word("again"), match.word("count")
    part = match.word("part")
    if again is None:
        return None
    number = int(count.value) if count is not None else 1
    name = again.value[0] if again.code == "u" else None
    value = {
        "u": lambda: periods.duration(name or "", number),
        "w": lambda: f"XXXX-WXX-{again.value}",
        "W": lambda: f"XXXX-WXX-{again.value}",
        "m": lambda: f"XXXX-{again.value:02}",
        "s": lambda: f"XXXX-{again.value}",
        "p": lambda: f"XXXX-XX-XXT{again.value}",
        "q": lambda: f"XXXX-XX-XXT{again.value}",
    }[again.code]()
    return Reading(value + (f"T{part.value}" if part else ""), "set", "SET", grain=name)


def _adverb(match: Match, _: Context) -> Reading:
    return Reading(match.words[0].value, "set-adverb", "SET")


RULES = (
    rule(r"D?T?P(?P<count>[#y]|V)?(?P<unit>u)", _past),
    rule(r"D?T?[LK](?P<count>[#y]|V)(?P<unit>u)", _past),
    rule(r"DL(?P<unit>u)", _past),
    rule(r"D?r(?P<unit>u)", _past),
    rule(r"D?[NCJ](?P<count>[#y]|V)(?P<unit>u)", _coming),
    rule(r"D?C(?P<unit>u)", _coming),
    rule(_AMOUNT + r"G", _ago),
    rule(_AMOUNT + r"(?P<side>[ef])", _apart),
    rule(r"[DA]?o?" + _AMOUNT, _duration),
    rule(_RANGE, _between),
    rule(r"(?P<unit>u)", _bare),
    rule(r"H(?P<count>[#o])?(?P<again>[uwmsp])(?P<part>p)?", _every),
    rule(r"(?P<again>W)(?P<count>)(?P<part>p)?", _every),
    rule(r"(?P<again>w)(?P<count>)(?P<part>q)", _every),
    rule(r"(?P<again>q)(?P<count>)(?P<part>)", _every),
    rule(r"Q", _adverb),
)
