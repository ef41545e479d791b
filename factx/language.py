"""Whether a text is English, by its function words and those of its neighbours, which spaCy brings along."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING

from factx.record import Notice

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Share of function words under which a text is hardly English prose. Of the 84 development articles of PolNeAR none has
# less than 0.38; the German, French, Spanish and Dutch of the tests have at most 0.11. Headlines and lists have less.
ENGLISH_SHARE = 0.22

# So a short text has to be of another language, too: of its words so many are function words there and not in English.
# Of 930 English texts (PolNeAR, GUM, EWT, GMB), of their 14,500 sentences and of 389 lists of names from them, none is.
WORDS, FOREIGN_SHARE, FOREIGN_WORDS = 12, 0.15, 3
LANGUAGES = ("cs", "da", "de", "es", "fi", "fr", "hu", "id", "it", "nb", "nl", "pl", "pt", "ro", "sv", "tr")

# A longer text with next to no English is of any other language; in so long a one, English news has some.
LONG, LEAST_SHARE = 20, 0.1

# Neither is a list of names or titles: so many of a text's words are in lower case.
LOWER_SHARE = 0.4

# And what is written in another script is of another language. That many letters, of the first ones, say so.
LETTERS, LOOKED_AT, LATIN_SHARE = 15, 2000, 0.5


def language_notice(doc: Doc) -> tuple[Notice, ...]:
    """A warning where the text hardly looks English."""
    from spacy.attrs import IS_ALPHA, IS_STOP  # noqa: PLC0415  keeps spaCy out of runs that need no pipeline

    alphabetic, function_words = doc.to_array([IS_ALPHA, IS_STOP]).T > 0
    count = int(alphabetic.sum())
    share = int((alphabetic & function_words).sum()) / max(1, count)
    if share >= ENGLISH_SHARE or not (_other_script(doc.text) or _other_language(doc, count, share)):
        return ()
    message = f"the text does not look English ({share:.0%} English function words); factx reads English only"
    return (Notice("not-english", message),)


def _other_language(doc: Doc, count: int, share: float) -> bool:
    lower = [t.text for t in doc if t.is_alpha and t.text.islower()]
    if count < WORDS or len(lower) < LOWER_SHARE * count:
        return False
    if count >= LONG and share < LEAST_SHARE:
        return True
    return any(
        len(set(found)) >= FOREIGN_WORDS and len(found) / count >= max(FOREIGN_SHARE, share)
        for found in ([word for word in lower if word in _function_words(code)] for code in LANGUAGES)
    )


@cache
def _function_words(code: str) -> frozenset[str]:
    """Those of a language that English has not.

    From the file alone: to import it would import the language, and spaCy's French takes seconds and 25 MB.
    """
    import spacy.lang  # noqa: PLC0415  as above

    folder = Path(spacy.lang.__path__[0])
    of_english, own = (run_path(str(folder / one / "stop_words.py"))["STOP_WORDS"] for one in ("en", code))
    return frozenset(own - of_english)


def _other_script(text: str) -> bool:
    letters = [c for c in text[:LOOKED_AT] if c.isalpha()]
    latin = sum(c.isascii() or unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return len(letters) >= LETTERS and latin < LATIN_SHARE * len(letters)
