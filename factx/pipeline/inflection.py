"""English verb forms: which verbs a form may be of, by its spelling and its tag.

A learned edit cannot know that "rated" is no form of "rat", which would double its t, nor that "drew" is "draw".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

VOWELS = frozenset("aeiouy")
# A stem that ends in one of these has lost an e: "argu", "accus", "involv", "judg", "announc"; so has "troubl", below.
LOST = frozenset("cgsuvz")
# Kept double in the verb itself: "pass", "call", "stuff", "buzz".
DOUBLE = frozenset("flsz")
# Before an s, these take an e: "watches", "passes", "mixes", "echoes".
HISSING = ("ch", "sh", "ss", "x", "zz", "o")
THIRD, PROGRESSIVE, PAST = "VBZ", "VBG", ("VBD", "VBN")
FORMS = (THIRD, PROGRESSIVE, *PAST)
# A longer stem of this size or less has one syllable with its last vowel: "di-ed", "li-es".
SHORT = 2


def verb_lemma(form: str, tag: str, known: AbstractSet[str]) -> str | None:
    """The verb that ``form``, in small letters, is a form of: the likeliest that is known, else the likeliest.

    None where its spelling does not tell, as in "found".
    """
    irregular: dict[str, str] = load("verb_forms")["irregular"]
    if form in irregular:
        return irregular[form]
    verbs = list(_verbs(form, tag))
    return next((verb for verb in verbs if verb in known), verbs[0] if verbs else None)


def _verbs(form: str, tag: str) -> Iterator[str]:
    """Verbs that the form may be of, the likeliest first."""
    if len(form) <= SHORT or not form.replace("-", "").isalpha():
        return
    if tag == THIRD and form.endswith("s") and not form.endswith("ss"):
        yield from _third(form[:-1])
    elif tag == PROGRESSIVE and form.endswith("ing"):
        yield from _stems(form[:-3])
    elif tag in PAST and form.endswith("ied"):
        yield form[:-1] if len(form) - 3 < SHORT else form[:-3] + "y"
    elif tag in PAST and form.endswith("eed"):
        yield form[:-1]
    elif tag in PAST and form.endswith("ed"):
        yield from _stems(form[:-2])


def _third(stem: str) -> Iterator[str]:
    """Of "watche", "carrie", "say"."""
    if stem.endswith("ie"):
        yield stem if len(stem) - 2 < SHORT else stem[:-2] + "y"
    elif stem.endswith("e") and stem[:-1].endswith(HISSING):
        yield stem[:-1]
        yield stem
    elif stem.endswith(("se", "ze")):
        yield stem
        yield stem[:-1]
    else:
        yield stem


def _stems(stem: str) -> Iterator[str]:
    """Of "rat" rate, of "stopp" stop, of "walk" walk."""
    if not any(c in VOWELS for c in stem) or len(stem) < SHORT:
        return
    if stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        single = stem[:-1]
        kept = stem[-1] in DOUBLE and not (stem[-1] == "l" and _syllables(stem) > 1)
        yield from (stem, single) if kept else (single, stem)
    elif _closed_syllable(stem) or _lost(stem):
        yield stem + "e"
        yield stem
    else:
        yield stem
        yield stem[:-1] if stem.endswith("ck") else stem + "e"  # "panicked"


def _syllables(stem: str) -> int:
    """Groups of vowels."""
    return sum(c in VOWELS and before not in VOWELS for before, c in pairwise(" " + stem))


def _closed_syllable(stem: str) -> bool:
    """Whether it is one syllable that ends in one consonant, which a verb without an e would double: "rat", "typ"."""
    vowel, last = stem[-2], stem[-1]
    return vowel in VOWELS and last not in VOWELS and last not in "wx" and not VOWELS.intersection(stem[1:-2])


def _lost(stem: str) -> bool:
    """Whether English writes no verb with this end."""
    if stem[-1] == "l" and len(stem) > SHORT and stem[-2] not in VOWELS and stem[-2] not in "lrw":
        return True
    if stem.endswith(("at", "ast")):
        return stem[-3:-2] not in ("e", "o")  # not "repeat", "float"
    return stem[-1] in LOST and not stem.endswith(("ss", "ong", "zz", "ous"))
