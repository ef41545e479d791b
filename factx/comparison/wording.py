"""How alike two claims are worded, and which words differ."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WORD = re.compile(r"\w+(?:[.,’'-]\w+)*")
PIECE = re.compile(rf"{WORD.pattern}|\s+|[^\w\s]")

Op = Literal["equal", "delete", "insert"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that both have, or one."""

    op: Op
    text: str


def plain(text: str) -> str:
    """The text as it is compared: composed characters, one space for each run of whitespace."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def trigrams(text: str) -> Counter[str]:
    """Each three characters of its words, with their bounds, in lower case: "was" has " wa", "was", "as "."""
    words = (f" {word} " for word in WORD.findall(text.casefold()))
    return Counter(word[at : at + 3] for word in words for at in range(len(word) - 2))


def similarity(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient of two bags, 0 to 1."""
    size = one.total() + other.total()
    if not size:
        return 1.0
    smaller, larger = sorted((one, other), key=len)
    return 2 * sum(min(count, larger[part]) for part, count in smaller.items() if part in larger) / size


def stretches(old: str, new: str) -> tuple[Stretch, ...]:
    """From the old words to the new. What lies between two changes and is no word belongs to them."""
    before, after = PIECE.findall(plain(old)), PIECE.findall(plain(new))
    found: list[Stretch] = []
    for dropped, added, same in _runs(before, after):
        found += [Stretch("delete", dropped)] if dropped else []
        found += [Stretch("insert", added)] if added else []
        found += [Stretch("equal", same)] if same else []
    return tuple(found)


def _runs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """What is dropped, what is added in its place, and what follows in both."""
    dropped = added = ""
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (op, i, j, k, m) in enumerate(codes):
        old, new = "".join(before[i:j]), "".join(after[k:m])
        last = number == len(codes) - 1
        if op == "equal" and (WORD.search(old) or last or not (dropped or added)):
            yield dropped, added, old
            dropped = added = ""
        else:
            dropped, added = dropped + old, added + new
    if dropped or added:
        yield dropped, added, ""
