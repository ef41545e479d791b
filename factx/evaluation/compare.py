"""When two attributions are the same: to the word, or give or take the extent of their spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.evaluation.relation import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factx.evaluation.relation import Kind, Relation, Role
    from factx.evaluation.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Placed:
    """An attribution by the numbers of its tokens: of words in source and content, of marks as well in the cue."""

    tokens: Mapping[Role, frozenset[int]]
    kind: Kind | None

    @classmethod
    def on(cls, tokens: Tokens, relation: Relation) -> Placed:
        """As it lies on these tokens."""
        numbers = {role: tokens.within(relation.spans[role], marks=role == "cue") for role in ROLES}
        return cls(numbers, relation.kind)

    def shared(self, role: Role, other: Placed) -> int:
        """How many tokens of a role the two have in common."""
        return len(self.tokens[role] & other.tokens[role])


def same(role: Role, one: Placed, other: Placed) -> bool:
    """Whether a role is the same to the word; a source or content only counts where the cues overlap."""
    meet = role == "cue" or one.shared("cue", other) > 0
    return meet and one.tokens[role] == other.tokens[role]


def identical(one: Placed, other: Placed) -> bool:
    """Whether all roles are the same to the word."""
    return one.tokens == other.tokens


def match(one: Placed, other: Placed) -> bool:
    """Whether cues and contents overlap, and so do the sources, or both have none."""
    sources = one.shared("source", other) or not (one.tokens["source"] or other.tokens["source"])
    return bool(sources and one.shared("cue", other) and one.shared("content", other))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is found of a gold attribution; None where there is nothing to judge."""

    match: bool
    content: bool | None
    speaker: bool | None
    kind: bool | None

    @classmethod
    def on(cls, gold: Placed, found: Sequence[Placed]) -> Verdict:
        """Among all that is predicted for its article."""
        matching = [other for other in found if match(gold, other)]
        told = [other for other in found if gold.shared("content", other)]
        return cls(
            match=bool(matching),
            content=any(same("content", gold, other) for other in found) if gold.tokens["content"] else None,
            speaker=any(gold.shared("source", other) for other in told) if told and gold.tokens["source"] else None,
            kind=any(gold.kind == other.kind for other in matching) if matching and gold.kind else None,
        )
