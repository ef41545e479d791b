"""The day of publication as an article says it itself, in its first lines.

"MOSCOW, Nov. 12, 2023 (Reuters) —", "Updated 14:05 GMT, 3 May 2021", or a line that holds a date and nothing else.
Without any of these, a date with its day of the week that closes the title or stands before the first sentence of the
text ("Friday, May 8, 2009 The minister …"). Only full dates count: a dateline without its year ("Nov. 12") leaves the
day of publication unknown.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factx.errors import UsageError
from factx.lexicons import load
from factx.readers.published import published_on

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where newspapers and agencies put it: above the text or at its begin.
LINES, LINE_LENGTH = 6, 200
# The title and the begin of the text.
OPENING = 2


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Each with a group "day", in the order in which they are believed."""
    words = load("dateline")
    weekday, day = _weekday(), f"(?P<day>{_full_date()})"
    time = r"[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]\.?m\.?)?(?:\s?\(?[a-z]{2,4}\)?)?"
    before = rf"(?:{time},?\s(?:on\s)?)?(?:{weekday}\.?,?\s)?"
    labels = ("|".join(words[key]) for key in ("published", "updated"))
    place = r"(?-i:[A-Z][A-Z.'’\- ]{2,})(?:,\s[^\n,]{2,30}){0,2}"
    return (
        *(re.compile(rf"(?:{label})\b:?\s?(?:on\s|at\s)?{before}{day}", re.IGNORECASE) for label in labels),
        re.compile(rf"{place},\s{weekday}?,?\s?{day}[^\n]{{0,40}}?\s?(?:—|–|--|-\s|_\s)", re.IGNORECASE),
        re.compile(rf"{before}{day}(?:[,|\s–—-]+(?:at\s)?{time})?\.?$", re.IGNORECASE),
    )


@cache
def _unmarked() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A date with its day of the week before a sentence, and after a title of which it is no part ("Vote on …")."""
    day = rf"(?P<day>{_weekday()}\.?,?\s{_full_date()})"
    part = "|".join(load("dateline")["leads_to_date"])
    return (
        re.compile(rf"{day}\s+(?-i:[\"“‘'(]?[A-Z])", re.IGNORECASE),
        re.compile(rf"(?:.*\s)?(?!(?:{part})\s)\S*[^\s,]\s{day}$", re.IGNORECASE),
    )


def _weekday() -> str:
    return f"(?:{'|'.join(sorted(load('weekdays')['weekdays'], key=len, reverse=True))})"


def _full_date() -> str:
    month = "|".join(sorted(load("months")["months"], key=len, reverse=True))
    return (
        rf"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|(?:(?:{month})\.?\s[0-9]{{1,2}}(?:st|nd|rd|th)?"
        rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:{month})\.?),?\s[0-9]{{4}})\b"
    )


def dateline(text: str) -> str | None:
    """The day in ISO 8601; None where no line of the head says it in full."""
    head = list(_head(text))
    for pattern in _patterns():
        for line in head:
            if (found := pattern.match(line)) and (day := _day(found["day"])):
                return day
    return _beside_text(head)


def _beside_text(head: list[str]) -> str | None:
    """The day on the line of the text's first sentence or of the title. Of several dated entries, none."""
    opens, closes = _unmarked()
    dated = [found for line in head if (found := opens.match(line))]
    if len(dated) == 1 and dated[0].string in head[:OPENING]:
        return _day(dated[0]["day"])
    if not dated and head and (found := closes.match(head[0])):
        return _day(found["day"])
    return None


def _head(text: str) -> Iterator[str]:
    """The first lines, without the space around them, each cut short."""
    count = 0
    for line in re.finditer(r"[^\n]+", text):
        if said := line.group()[:LINE_LENGTH].strip():
            yield said
            count += 1
        if count == LINES:
            return


def _day(said: str) -> str | None:
    try:
        return published_on(said)
    except UsageError:
        return None
