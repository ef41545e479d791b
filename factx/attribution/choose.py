"""From what the rules propose to what is reported: the likeliest reading of each cue, and what holds what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.lexicon import probability

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factx.attribution.attributed import Tokens
    from factx.attribution.candidate import Candidate

# More likely right than wrong. AR match on polnear.dev, P / R / F: at .4 .786 / .678 / .728, at .45 .802 / .655 / .721,
# at .5 .822 / .639 / .719; an editor reads this, so the last points of recall are not worth their errors.
LIKELY = 0.5
# Rules that read the marks win over those that read the tree.
_FIRST = frozenset(
    ("quote-said-x", "quote-x-said", "said-colon-quote", "name-colon-quote", "signature", "preposed", "as-said")
)


def choose(found: list[Candidate], threshold: float = LIKELY) -> list[tuple[Candidate, float]]:
    """At most one candidate a cue, in the order of the cues."""
    best: dict[int, tuple[bool, float, Candidate]] = {}
    for candidate in found:
        p = probability(candidate)
        if p < threshold:
            continue
        rank = (candidate.rule in _FIRST, p, candidate)
        held = best.get(candidate.head)
        if held is None or rank[:2] > held[:2]:
            best[candidate.head] = rank
    ordered = sorted(((c, p) for _, p, c in best.values()), key=lambda pair: (pair[0].cue, pair[0].head))
    return _apart(ordered)


def _apart(ordered: list[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """Drop a cue that overlaps the one before it, unless it is likelier: then that one."""
    out: list[tuple[Candidate, float]] = []
    for pair in ordered:
        if out and pair[0].cue[0] < out[-1][0].cue[1]:
            if pair[1] > out[-1][1]:
                out[-1] = pair
        else:
            out.append(pair)
    return out


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
