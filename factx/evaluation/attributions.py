"""Attributions against gold, by the definitions of the field.

Tokens are words and single marks. Marks count in cues, and in fragments; quotation marks and commas at the ends of a
source or content are no mistake.

cofe     every fragment of a role by itself, exact, whatever it belongs to; a fragment is a span, or each line of one
         (Wang et al. 2022, CofeNet)
exact    the role of an attribution whose cue overlaps the gold one is the same; of a cue, the cue itself
overlap  tokens of the role in common, in pairs of attributions whose cues overlap
AR       the relation as a whole. exact: all roles are the same. match: cues and contents overlap, and so do the
         sources, or both have none
speaker  of gold contents that overlap predicted ones, the share where one of these has a source that overlaps too
kind     of gold attributions that match, the share where a match is of the same kind

exact and overlap are Citron's (Newell et al. 2018), but that in overlap an attribution has one partner at most: a sum
over all whose cues overlap may count a token twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from factx.annotate import annotate
from factx.errors import InputError
from factx.evaluation.compare import Placed, Verdict, identical, match, same
from factx.evaluation.counts import Counts, Share
from factx.evaluation.gold import read_gold
from factx.evaluation.phenomena import Phenomenon, phenomena
from factx.evaluation.relation import ROLES, predicted
from factx.evaluation.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from spacy.language import Language

    from factx.evaluation.relation import Relation, Role
    from factx.record import Offsets


def attribution_scores(nlp: Language, path: Path, *, outermost: bool = False) -> Scores:
    """Of a pipeline on a gold file. Raises InputError for a line that cannot be read."""
    scores = Scores()
    for gold in read_gold(str(path)):
        if isinstance(gold, InputError):
            raise gold
        record = annotate(nlp, gold.found.article)
        scores.add(gold.text, gold.relations, predicted(record, outermost=outermost))
    return scores


@dataclass(slots=True)
class Found:
    """What is found of the gold attributions that show a phenomenon."""

    match: Share = field(default_factory=Share)
    content: Share = field(default_factory=Share)
    speaker: Share = field(default_factory=Share)

    def add(self, verdict: Verdict) -> None:
        """Count one more attribution."""
        self.match.add(verdict.match)
        self.content.add(verdict.content)
        self.speaker.add(verdict.speaker)


def _by_role() -> dict[Role, Counts]:
    return {role: Counts() for role in ROLES}


@dataclass(slots=True)
class Scores:
    """Counts of every metric over the articles added. ``overlap`` counts tokens, ``cofe`` fragments."""

    articles: int = 0
    cofe: dict[Role, Counts] = field(default_factory=_by_role)
    exact: dict[Role, Counts] = field(default_factory=_by_role)
    overlap: dict[Role, Counts] = field(default_factory=_by_role)
    identical: Counts = field(default_factory=Counts)
    match: Counts = field(default_factory=Counts)
    speaker: Share = field(default_factory=Share)
    kind: Share = field(default_factory=Share)
    phenomena: dict[Phenomenon, Found] = field(default_factory=lambda: {p: Found() for p in Phenomenon})

    def add(self, text: str, gold: Sequence[Relation], found: Sequence[Relation]) -> None:
        """Count one article."""
        self.articles += 1
        tokens = Tokens(text)
        wanted, got = ([Placed.on(tokens, relation) for relation in side] for side in (gold, found))
        for role in ROLES:
            _count_fragments(self.cofe[role], *(_fragments(tokens, side, role) for side in (gold, found)))
            _count(self.exact[role], _having(role, wanted), _having(role, got), partial(same, role))
            _count_overlap(self.overlap[role], _having(role, wanted), _having(role, got), role)
        _count(self.identical, wanted, got, identical)
        _count(self.match, wanted, got, match)
        for placed, shown in zip(wanted, phenomena(text, gold), strict=True):
            verdict = Verdict.on(placed, got)
            self.speaker.add(verdict.speaker)
            self.kind.add(verdict.kind)
            for phenomenon in shown:
                self.phenomena[phenomenon].add(verdict)


def _having(role: Role, several: Sequence[Placed]) -> list[Placed]:
    return [placed for placed in several if placed.tokens[role]]


def _fragments(tokens: Tokens, relations: Sequence[Relation], role: Role) -> set[Offsets]:
    return tokens.fragments(span for relation in relations for span in relation.spans[role])


def _count_fragments(counts: Counts, gold: set[Offsets], found: set[Offsets]) -> None:
    counts.add(len(gold & found), len(found), len(gold))


def _count(
    counts: Counts, gold: Sequence[Placed], found: Sequence[Placed], alike: Callable[[Placed, Placed], bool]
) -> None:
    """Attributions that have one like them on the other side."""
    counts.add(
        right=sum(any(alike(one, other) for other in gold) for one in found),
        predicted=len(found),
        gold=len(gold),
        found=sum(any(alike(one, other) for other in found) for one in gold),
    )


def _count_overlap(counts: Counts, gold: Sequence[Placed], found: Sequence[Placed], role: Role) -> None:
    """Tokens of a role. Each prediction in turn takes, of the gold ones left, the one that shares most of its cue."""
    left = list(gold)
    shared = 0
    for one in found:
        partner = max(left, key=lambda other: (one.shared("cue", other), one.shared("content", other)), default=None)
        if partner is not None and one.shared("cue", partner):
            shared += one.shared(role, partner)
            left.remove(partner)
    counts.add(shared, *(sum(len(placed.tokens[role]) for placed in side) for side in (found, gold)))
