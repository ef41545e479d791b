"""Strategies for hostile news: patterns of sentences and pieces of articles, with what breaks programs in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.conftest import ROOT, SEED
from tests.nasty import LONG, MARKS, NASTY

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

GOLD = ROOT / "tests" / "gold" / "news.jsonl"
ARTICLES = [
    SEED.read_text(encoding="utf-8"),
    *(json.loads(line)["text"] for line in GOLD.read_text(encoding="utf-8").splitlines()),
]

WHO = (
    *(
        "Ana Rúa",
        "the minister",
        "state media",
        "a source close to the talks",
        "She",
        "officials",
        "Haaretz",
        "🤖",
        "IT",
    ),
    *("Rúa’s lawyer, Bo", "President O’Neil Jr.", "the U.S. Department of Health & Safety", "“witnesses”", "", "him"),
)
SAID = (
    "said",
    "told reporters",
    "denied",
    "claimed on Friday",
    "did not say",
    "thinks",
    "wrote in a report",
    "citing",
    "",
)
WHAT = (
    *("prices rose by 3.2% to 1,4 million", "at least 600 people fled", "it rained", "he had said that “no” was said"),
    *(
        "$3bn was paid on 12 May 2023",
        "nearly 11,00 were killed, including 4,400 children",
        "we won’t",
        "two thirds",
        "",
    ),
    *(
        "that from 3 to 7 May the ’90s were over",
        "in the third quarter 5-10 km/h per day",
        "to leave by Feb. 30",
        "@a #b",
    ),
)
PATTERNS = (
    "“{what},” {who} {said}.",
    "{who} {said} that {what}.",
    "“{what},” {said} {who}, “{what}.”",
    "According to {who}, {what}.",
    '"{what}" {who} {said} "{what}"',
    "‘{what},’ {who} {said}, ‘{what}",
    "{what}, {who} {said}, citing {who}",
    "{who}: {what}",
    "{who} {said} “{what}” and ''{what}``",
    "«{what}», {who} {said}. — {what}",
    "NEW YORK, Nov. 12 (Reuters) — {what}, {who} {said}.",
    "{who} {said} {who} {said} {what}.\n\n“{what}.\n\n“{what},” {who} {said}.",
    "- {what}\n- {who} {said}",
    "({what}, {who} {said}",
    "{who}, who {said} that {what}, {said} {what}?",
)
MARKED = (
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "«",
    "»",
    "''",
    "``",
    "(",
    ")",
    "[",
    "—",
    "-",
    "…",
    ".",
    ",",
    ":",
    "?",
    "!",
    "%",
    "$",
    "€",
)
SPACED = (
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u00a0",
    "\u2009",
    "\u200b",
    "\u2028",
    "\x85",
    "\x0b",
    "   ",
    "\ufeff",
    "\x00",
)
STRANGE = (
    "\u202e",
    "\u202c",
    "\u2066",
    "\u200d",
    "\u0301",
    "\u20e3",
    "👩‍👩‍👧",
    "🇮🇱",
    "𝐀",
    "İ",
    "ß",
    "ﬃ",
    "½",
    "٣",
    "٪",
    "\ufffd",
    "\x1b[31m",
)
FIGURES = (
    "1,0000",
    "11,00",
    "3.2.1",
    "0",
    "9" * 40,
    "1e999",
    "2023-13-45",
    "31 Feb",
    "99:99",
    "1/0",
    "-5",
    "'90s",
    "5-10-15",
    "²",
)

pieces: SearchStrategy[str] = st.sampled_from(MARKED + SPACED + STRANGE + FIGURES + WHO + SAID)
sentences = st.builds(
    lambda pattern, who, said, what: pattern.format(who=who, said=said, what=what),
    st.sampled_from(PATTERNS),
    st.sampled_from(WHO),
    st.sampled_from(SAID),
    st.sampled_from(WHAT),
)
short_nasty = st.sampled_from(
    [text for name, text in NASTY.items() if name not in {**MARKS, **LONG} and len(text) < 1500]
)


@st.composite
def excerpts(draw: st.DrawFn, most: int = 1200) -> str:
    """A piece of an article, cut anywhere."""
    article: str = draw(st.sampled_from(ARTICLES))
    start = draw(st.integers(0, len(article) - 1))
    return article[start : start + draw(st.integers(1, most))]


def _put(text: str, at: int, _: int, piece: str) -> str:
    return text[:at] + piece + text[at:]


def _drop(text: str, at: int, size: int, _: str) -> str:
    return text[:at] + text[at + size :]


def _again(text: str, at: int, size: int, piece: str) -> str:
    return text[:at] + text[at : at + size] + piece + text[at:]


def _exchange(text: str, at: int, _: int, piece: str) -> str:
    """Every character that is the one there becomes the piece."""
    return text.replace(text[at : at + 1], piece, 20) if text[at : at + 1] else text


def _capitals(text: str, at: int, size: int, _: str) -> str:
    return text[:at] + text[at : at + size].swapcase() + text[at + size :]


CHANGES: tuple[Callable[[str, int, int, str], str], ...] = (_put, _put, _put, _drop, _again, _exchange, _capitals)


@st.composite
def changed(draw: st.DrawFn, given: SearchStrategy[str]) -> str:
    """A text with some changes."""
    text = draw(given)
    for change in draw(st.lists(st.sampled_from(CHANGES), max_size=6)):
        at, size = draw(st.integers(0, len(text))), draw(st.integers(1, 60))
        text = change(text, at, size, draw(pieces))[:MOST]
    return text


MOST = 3000  # characters, so that examples stay quick

texts: SearchStrategy[str] = st.one_of(
    changed(excerpts()),
    changed(st.lists(st.one_of(sentences, pieces), min_size=1, max_size=10).map(" ".join)),
    changed(st.lists(st.one_of(sentences, pieces), min_size=1, max_size=10).map("".join)),
    changed(short_nasty),
    st.text(max_size=80),
)
