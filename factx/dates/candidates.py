"""Which stretches of a text the grammar takes for time expressions. What the parse and the entities say comes later."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.dates.compose import GRAMMAR
from factx.dates.grammar import Chart
from factx.dates.lexer import lex
from factx.dates.vocabulary import OTHER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.dates.forms import Form

# Runs of words with a code, and those codes without which there is no time expression.
_RUN, _STRONG = re.compile(r"[^.|!]+"), re.compile(r"[wWmvspqtuUyYi/4:xnQRPTroB?]")
MAX_GAP = 2  # "to the"
_NO_START = frozenset("OI&jc'2abGxzkl-@B")


@dataclass(frozen=True, slots=True)
class Candidate:
    """``text[start:end]``, what it may mean, and the codes of its words.

    ``follows`` are the codes between it and the candidate before, with that before both: "<2" in "from May to July".
    """

    start: int
    end: int
    form: Form
    codes: str
    follows: str = ""


def candidates(text: str) -> Iterator[Candidate]:
    """The longest forms from left to right, none overlapping another."""
    lexed = lex(text)
    chart = Chart(lexed, GRAMMAR)
    before, last = "", -1
    for run in _RUN.finditer(lexed.codes):
        at, end = run.span()
        if not _STRONG.search(lexed.codes, at, end):
            continue
        while at < end:
            found = None if lexed.codes[at] in _NO_START and lexed.codes[at] != "@" else chart.at(at)
            if found is None:
                at += 1
                continue
            form, after = found
            between = before + lexed.codes[last:at] if 0 <= last <= at <= last + MAX_GAP else ""
            yield Candidate(lexed.words[at].start, lexed.words[after - 1].end, form, lexed.codes[at:after], between)
            before, last, at = lexed.codes[at - 1 : at] or OTHER, after, after
