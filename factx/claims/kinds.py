"""Whether somebody tells it or holds it, where the word of the cue decides that whatever it is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from typing import Literal


def told_or_held(lemma: str, learned: Literal["speech", "attitude"]) -> Literal["speech", "attitude"]:
    """The kind of a claim by the lemma of its cue: "agreed" is an act of telling, "believed" none; else the learned."""
    lexicon = load("kinds")
    if lemma in lexicon["telling"]:
        return "speech"
    return "attitude" if lemma in lexicon["thinking"] else learned
