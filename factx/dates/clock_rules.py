"""Times of the day, what comes again and again (sets), and now, recently and soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.dates import periods
from factx.dates.forms import Again, Day, Moment, Ref, Unit
from factx.dates.grammar import atom
from factx.dates.year_rules import pointer

if TYPE_CHECKING:
    from factx.dates.forms import Form
    from factx.dates.grammar import Match

NOON, HOURS, MINUTES, MILITARY = 12, 24, 60, 100


def _clock(match: Match) -> Form | None:
    word, half = match.word("clock"), match.word("half")
    if word is None:
        return None
    read = _read(word.value, word.code)
    if read is None:
        return None
    hour, rest = read
    if half is not None and half.value[0] in "ap":
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if half.value[0] == "p" else 0)
    zone = match.word("zone")
    return Moment(f"T{hour:02}:{rest}", "minute", zone=zone.value if zone else None)


def _read(value: object, code: str) -> tuple[int, str] | None:
    """Hour, and minutes with seconds; None for what no clock shows."""
    if code in ":n":
        hour, minute, *seconds = str(value).split(":")
    elif code == "y" or (code == "#" and isinstance(value, int) and value >= MILITARY):
        hour, minute, seconds = str(int(str(value)) // MILITARY), f"{int(str(value)) % MILITARY:02}", []
    else:
        hour, minute, seconds = str(value), "00", []
    if not hour.isdigit() or int(hour) > HOURS or any(int(m) >= MINUTES for m in (minute, *seconds)):
        return None
    return int(hour), ":".join((minute, *seconds))


def _part(match: Match) -> Form | None:
    word = match.word("part")
    return None if word is None else Moment(f"T{word.value}", "night" if word.value == "NI" else "part")


def _pointed_part(match: Match) -> Form | None:
    """As in "this morning", "last night"; "the next morning" is the text's."""
    word = match.word("part")
    if word is None:
        return None
    which = pointer(match)
    if which in ("this", "last"):
        day: Form = Day(0 if which == "this" else -1)
    else:
        day = Unit("day", {"same": 0, "previous": -1}.get(which, 1), "text")
    return Moment(f"T{word.value}", "part", day)


def _every(match: Match) -> Form | None:
    again, count, part = match.word("again"), match.word("count"), match.word("part")
    if again is None:
        return None
    number = int(count.value) if count is not None else 2 if match.word("other") else 1
    match again.code:
        case "u" | "U":
            grain, value = again.value, periods.duration(again.value, number) if again.value in periods.DURATION else ""
        case "w" | "W":
            grain, value = "day", f"XXXX-WXX-{again.value}"
        case "m":
            grain, value = "month", f"XXXX-{again.value:02}"
        case "s":
            grain, value = "season", f"XXXX-{again.value}"
        case _:
            grain, value = "part", f"XXXX-XX-XXT{again.value}"
    said = value + (f"T{part.value}" if part else "")
    return Again(said, grain, counted=bool(match.letters("times"))) if value else None


def _adverb(match: Match) -> Form | None:
    word = match.word("word")
    return None if word is None else Again(word.value, counted=bool(match.letters("times")))


def _reference(match: Match) -> Form | None:
    word = match.word("word")
    return None if word is None else Ref(word.value)


def _the_past(match: Match) -> Form | None:
    return Ref("PAST_REF") if match.word("word") else None


# How many times: once, three times, two or three times, a few times.
_TIMES = r"(?P<times>Z|A?(?:#[j2-])?[#V]X)"

RULES = (
    atom(r"(?P<clock>:)(?P<half>x)?(?P<zone>z)?z*", _clock),
    atom(r"(?P<clock>[#y])(?P<half>x)(?P<zone>z)?z*", _clock),
    atom(r"(?P<clock>y)(?P<half>x)?(?P<zone>z)z*", _clock),
    atom(r"(?P<clock>n)(?P<zone>z)?z*", _clock),
    atom(r"D?(?P<part>p)", _part),
    atom(r"D?(?P<pointer>[LTNJKS])(?P<part>p)", _pointed_part),
    atom(r"H(?P<count>[#o])?(?P<other>k)?(?P<again>[uUwmsp])(?P<part>p)?", _every),
    atom(r"(?P<again>W)(?P<part>[pq])?", _every),
    atom(r"(?P<again>w)(?P<part>q)", _every),
    atom(r"@(?P<again>u)", _every),
    atom(_TIMES + r"(?:[A@]|H(?P<count>[#o])?(?P<other>k)?)(?P<again>[uU])", _every),
    atom(_TIMES + r"(?P<word>Q)", _adverb),
    atom(r"(?P<again>q)", _every),
    atom(r"(?P<word>Q)", _adverb),
    atom(r"(?P<word>R)", _reference),
    atom(r"D(?P<word>P)(?![-]?[uU#VAkmswh&])", _the_past),
)
