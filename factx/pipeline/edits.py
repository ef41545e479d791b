"""Lemmas as edits of the word: how many characters to cut from its end, and what to put there.

After Chrupała (2006) and the edit trees of Müller et al. (2015), without the prefix part, which English does not
need. An edit is ``case|cut|suffix``: "studies" -> "study" is ``k|3|y``, "The" -> "the" is ``l|0|``,
"n't" -> "not" is ``k|2|ot``.
"""

from __future__ import annotations

from itertools import takewhile

KEEP, LOWER = "k", "l"


def plain(word: str) -> str:
    """The word with a straight apostrophe, as the lemmas of the treebanks are written."""
    return word.replace("’", "'").replace("‘", "'")


def shared(a: str, b: str) -> int:
    """How many characters two words share at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def edit_of(word: str, lemma: str) -> str:
    """The edit that turns ``word`` into ``lemma``."""
    word = plain(word)
    lowered, kept = shared(word.lower(), lemma), shared(word, lemma)
    case = LOWER if lowered > kept else KEEP
    same = max(lowered, kept)
    return f"{case}|{len(word) - same}|{lemma[same:]}"


def apply_edit(word: str, edit: str) -> str | None:
    """The lemma, or None where the edit cuts more than there is."""
    case, cut, suffix = edit.split("|", 2)
    word = plain(word)
    size = int(cut)
    if size > len(word):
        return None
    base = word.lower() if case == LOWER else word
    return (base[: len(base) - size] + suffix) or None
