"""From what the network reads to what is reported: one reading a cue, and what holds what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factx.attribution.captions import captions
from factx.attribution.weighing import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Tokens
    from factx.attribution.spans import Roles
    from factx.attribution.weighing import Weighed


# "…, citing Russian diplomats" tells where the source has it from.
CITING = frozenset({"citing", "quoting"})
MODIFYING = frozenset({"advcl", "prep", "acl"})


def choose(doc: Doc, weighed: Sequence[Weighed]) -> list[Weighed]:
    """The candidates with their verdicts, in the order of the cues. The likelier of two cues that overlap stays."""
    beside = {i for start, end in captions(doc) for i in range(start, end)}
    taken: set[int] = set()
    sources: dict[int, Roles] = {}
    judged: list[Weighed] = []
    for candidate in sorted(weighed, key=lambda w: (-w.confidence, w.head)):
        verdict = Verdict.CAPTION if candidate.head in beside else _verdict(doc[candidate.head], candidate)
        if verdict is Verdict.REPORTED and candidate.roles is not None:
            tokens = {i for start, end in candidate.roles.cue for i in range(start, end)}
            if tokens & taken:
                verdict = Verdict.SAME_CUE
            elif any(_alike(sources[i], candidate.roles) for i in tokens if i in sources):
                verdict = Verdict.IN_SOURCE
            else:
                taken |= tokens
                sources |= {i: candidate.roles for start, end in candidate.roles.source for i in range(start, end)}
        judged.append(replace(candidate, verdict=verdict))
    judged.sort(key=lambda w: (w.roles.cue if w.roles else ((w.head, w.head),), w.head))
    return _with_somebody(judged)


def _alike(one: Roles, other: Roles) -> bool:
    """Whether they have some content in common: "according to U.S. estimates", where "estimates" is no second cue."""
    return any(a < d and c < b for a, b in one.content for c, d in other.content)


def _verdict(head: Token, candidate: Weighed) -> Verdict:
    if candidate.roles is None:
        return Verdict.NO_CONTENT
    if candidate.confidence < candidate.threshold:
        return Verdict.UNLIKELY
    if head.lower_ in CITING and head.dep_ in MODIFYING:
        return Verdict.CITING
    return Verdict.REPORTED


def _with_somebody(judged: list[Weighed]) -> list[Weighed]:
    """Without those that stand within another's content and have no source of their own: "were confirmed to have …"."""
    reported = [(n, w.roles) for n, w in enumerate(judged) if w.verdict is Verdict.REPORTED and w.roles is not None]
    holders = parents([(roles.cue, roles.content) for _, roles in reported])
    for (n, roles), holder in zip(reported, holders, strict=True):
        if holder is not None and not roles.source:
            judged[n] = replace(judged[n], verdict=Verdict.NOBODY)
    return judged


def parents(chosen: Sequence[tuple[Sequence[Tokens], Sequence[Tokens]]]) -> list[int | None]:
    """For each (cue, content): the index of the innermost other whose content holds the cue.

    One sweep over the text. A parent's content is longer than its child's (or as long, and earlier), so no two hold
    each other.
    """
    sizes = [sum(end - start for start, end in content) for _, content in chosen]
    opens = sorted((start, -end, k) for k, (_, content) in enumerate(chosen) for start, end in content)
    out: list[int | None] = [None] * len(chosen)
    stack: list[tuple[int, int]] = []
    at = 0
    for k in sorted(range(len(chosen)), key=lambda k: chosen[k][0][0]):
        place = chosen[k][0][0][0]
        while at < len(opens) and opens[at][0] <= place:
            stack.append((-opens[at][1], opens[at][2]))
            at += 1
        while stack and stack[-1][0] <= place:
            stack.pop()
        if stack and stack[-1][1] != k and (sizes[stack[-1][1]], k) > (sizes[k], stack[-1][1]):
            out[k] = stack[-1][1]
    return out
