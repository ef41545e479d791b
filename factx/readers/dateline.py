"""The day of publication as an article says it itself, in its first lines.

"MOSCOW, Nov. 12, 2023 (Reuters) —", "Updated 14:05 GMT, 3 May 2021", or a line that holds a date and nothing else. Only
full dates count: a dateline without its year ("Nov. 12") leaves the day of publication unknown.
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


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Each with a group "day", in the order in which they are believed."""
    words = load("dateline")
    month = "|".join(sorted(load("months")["months"], key=len, reverse=True))
    weekday = "|".join(sorted(load("weekdays")["weekdays"], key=len, reverse=True))
    day = (
        rf"(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|(?:(?:{month})\.?\s[0-9]{{1,2}}(?:st|nd|rd|th)?"
        rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:{month})\.?),?\s[0-9]{{4}})\b"
    )
    time = r"[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]\.?m\.?)?(?:\s?\(?[a-z]{2,4}\)?)?"
    before = rf"(?:{time},?\s(?:on\s)?)?(?:(?:{weekday})\.?,?\s)?"
    labels = ("|".join(words[key]) for key in ("published", "updated"))
    place = r"(?-i:[A-Z][A-Z.'’\- ]{2,})(?:,\s[^\n,]{2,30}){0,2}"
    return (
        *(re.compile(rf"(?:{label})\b:?\s?(?:on\s|at\s)?{before}{day}", re.IGNORECASE) for label in labels),
        re.compile(rf"{place},\s(?:{weekday})?,?\s?{day}[^\n]{{0,40}}?\s?(?:—|–|--|-\s|_\s)", re.IGNORECASE),
        re.compile(rf"{before}{day}(?:[,|\s–—-]+(?:at\s)?{time})?\.?$", re.IGNORECASE),
    )


def dateline(text: str) -> str | None:
    """The day in ISO 8601; None where no line of the head says it in full."""
    head = list(_head(text))
    for pattern in _patterns():
        for line in head:
            if (found := pattern.match(line)) and (day := _day(found["day"])):
                return day
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
