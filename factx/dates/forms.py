"""What a time expression means before anybody knows when it was written: the semantic form, plain data.

After the compositions of SCATE (Bethard & Parker 2016) and the logical forms of UWTime (Lee et al. 2014), as small as
news needs. A form is resolved against a Context by ``factx.dates.resolve``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from factx.dates.periods import Period

Pointer: TypeAlias = Literal["", "last", "this", "next", "previous", "following", "same"]
Base: TypeAlias = Literal["published", "text"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A period that needs nothing else to be known. ``flags`` say what is wrong with it."""

    period: Period
    rule: str
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that is a date by its shape and none by the calendar ("Feb. 30, 2023"), or lies before it (BC)."""

    value: str
    rule: str
    grain: str = "day"
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """A day in figures, as in "11/12/2023"."""

    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A part of the year by its name: "Oct. 7", "May", "summer", "third quarter", "Christmas".

    ``value``: (month, day), month, season code, number, holiday. ``within`` names the year: "2009", "last year".
    """

    kind: Literal["month-day", "month", "season", "quarter", "half", "holiday"]
    value: tuple[int, int] | int | str
    within: Form | None = None
    pointer: Pointer = ""
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 to 7; ``within`` names the week ("Thursday last week")."""

    number: int
    pointer: Pointer = ""
    within: Form | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day without its month ("the 25th", "Friday the 13th")."""

    number: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """Today (0), yesterday (-1), the day after tomorrow (2)."""

    offset: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A period by its place: "this week", "last month", "the following day". ``bare`` is "the year"."""

    unit: str
    step: int
    base: Base = "published"
    bare: bool = False
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units; ``count`` is None for "several". ``ranging``: two to three weeks."""

    unit: str
    count: float | None
    ranging: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """An amount that ends (-1) or begins (1) at its base: "the past two weeks", "the previous two weeks"."""

    amount: Amount
    sign: int
    base: Base = "published"


@dataclass(frozen=True, slots=True)
class Shift:
    """An amount away from the day of publication, from the day that the text named last, or from another form."""

    amount: Amount
    sign: int
    base: Base | Form


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit (-1: the last) of a period: "the first week of May"."""

    number: int
    unit: str
    of: Form


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of the day, on its day if one is named. ``value`` from T: "T14:05", "TMO"."""

    value: str
    grain: str
    day: Form | None = None
    zone: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The begin, middle or end of a period. ``cut``: "earlier this month" ends on the day of publication."""

    mod: Literal["START", "MID", "END"]
    form: Form
    cut: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """A form under "about", "more than", "nearly" (TIMEX3 mods)."""

    mod: str
    form: Form


@dataclass(frozen=True, slots=True)
class Again:
    """What comes again and again: a set. ``counted``: it says how many times ("twice a week")."""

    value: str
    grain: str | None = None
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """Now, recently, soon: PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str


Form: TypeAlias = (
    Fixed
    | Unknown
    | Figures
    | Named
    | Weekday
    | DayOfMonth
    | Day
    | Unit
    | Amount
    | Stretch
    | Shift
    | Nth
    | Moment
    | Part
    | About
    | Again
    | Ref
)
