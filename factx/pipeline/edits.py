"""Lemmas as edits of the word: how many characters to cut from its end, and what to put there.

After Chrupała (2006) and the edit trees of Müller et al. (2015), without the prefix part, which English does not need.
An edit is ``case|cut|suffix``: "studies" -> "study" is ``l|3|y``, "Peskov" keeps its case in ``k|0|``, "n't" -> "not" is
``l|2|ot``.
"""

from __future__ import annotations

from os.path import commonprefix

KEEP, LOWER = "k", "l"


def plain(word: str) -> str:
    """The word with a straight apostrophe, as the lemmas of the treebanks are written."""
    return word.replace("’", "'").replace("‘", "'")


def edit_of(word: str, lemma: str) -> str:
    """The edit that turns ``word`` into ``lemma``."""
    word = plain(word)
    shared, kept = len(commonprefix([word.lower(), lemma])), len(commonprefix([word, lemma]))
    case = LOWER if shared > kept else KEEP
    base, shared = (word.lower(), shared) if case == LOWER else (word, kept)
    return f"{case}|{len(base) - shared}|{lemma[shared:]}"


def apply_edit(word: str, edit: str) -> str | None:
    """The lemma, or None where the edit cuts more than there is."""
    case, cut, suffix = edit.split("|", 2)
    word = plain(word)
    size = int(cut)
    if size > len(word):
        return None
    base = word.lower() if case == LOWER else word
    return (base[: len(base) - size] + suffix) or None
