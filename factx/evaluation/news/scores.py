"""Scores of whole records.

found        of gold attributions, those that a claim finds: cue and content overlap; of several, the one that has most
             of the content. The measures from source to said are shares of those found
precision    of attributed claims, those whose cue overlaps that of an attribution, optional ones too, or most of whose
             content is one's
source       the spans of the source overlap, or both have none
name         the resolved source's name, or that of its author, is gold's: the words that tell apart are the same, or
             those of one are all among the other's
pronoun      name, where gold's source is a pronoun
nested       of gold attributions within another, those found, as a claim with a parent
kind, type, source_kind, polarity, modality   are gold's, or one of its alternatives
said         the date of the saying covers gold's days exactly
statements   of the article's own statements, those that a claim without attribution has more than half of
traps        of what only looks like a quotation, what came out as a direct one: fewer are better
via, relay   F1 over sources, of the attributions found: a mention overlaps a gold span
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from factx.evaluation.counts import Counts, Share
from factx.evaluation.news.said import overlap, partner, said_in, size
from factx.evaluation.news.verdict import Measure, Verdict, verdicts
from factx.evaluation.relation import ROLES
from factx.record import slices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.evaluation.news.gold import NewsGold, Told
    from factx.evaluation.news.said import Said
    from factx.record import Claim, Offsets, Record, Source

Chain: TypeAlias = Literal["via", "relay"]

# A direct content within a trap may be longer than it by this: two pairs of marks and a comma or full stop at its ends.
MARKS = 5
CLASSES: dict[Measure, str] = {"found": "MISS", "precision": "EXTRA"}  # of mistakes; the others have the measure's name


@dataclass(frozen=True, slots=True)
class Mistake:
    """What was wrong: its class (SOURCE; an attribution that is a MISS, a claim that is EXTRA), and what tells it."""

    name: str
    article: str
    shown: tuple[str, ...]


@dataclass(slots=True)
class NewsScores:
    """Counts of every measure over the articles added, and the mistakes in their order."""

    shares: dict[Measure, Share] = field(default_factory=lambda: {measure: Share() for measure in get_args(Measure)})
    chains: dict[Chain, Counts] = field(default_factory=lambda: {chain: Counts() for chain in get_args(Chain)})
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, gold: NewsGold, record: Record) -> None:
        """Count one article."""
        said = said_in(record)
        for told in gold.attributions:
            best = partner(told.relation, said)
            if best is not None:
                self._count_chain("via", told.via, best.via)
                self._count_chain("relay", told.relay, best.relay)
            self._count(gold.article.id, _found(gold.article.text, told, best))
        self._count(gold.article.id, _wanted(gold, said))
        self._count(gold.article.id, _own(gold, record.claims))

    def _count(self, article: str, several: Iterator[Verdict]) -> None:
        for verdict in several:
            self.shares[verdict.measure].add(verdict.right)
            if verdict.shown and not verdict.right:
                name = CLASSES.get(verdict.measure, verdict.measure.upper())
                self.mistakes.append(Mistake(name, article, verdict.shown))

    def _count_chain(self, chain: Chain, gold: Sequence[Offsets], found: Sequence[Source]) -> None:
        mentions = [[(mention.start, mention.end) for mention in source.mentions] for source in found]
        hit = sum(any(overlap([span], of_one) for of_one in mentions) for span in gold)
        self.chains[chain].add(hit, len(found), len(gold))


def _found(text: str, told: Told, said: Said | None) -> Iterator[Verdict]:
    """What there is to say of one gold attribution."""
    spans = told.relation.spans
    yield Verdict("found", said is not None, tuple(slices(text, spans[role]) for role in ROLES))
    if told.relation.nested:
        yield Verdict("nested", said is not None and said.claim.parent is not None)
    if said is not None:
        yield from verdicts(text, told, said)


def _wanted(gold: NewsGold, said: Sequence[Said]) -> Iterator[Verdict]:
    """Whether every attributed claim is one that a reader sees too."""
    allowed = (*(told.relation for told in gold.attributions), *gold.optional)
    for one in said:
        source = one.attribution.source.text if one.attribution.source else ""
        shown = (source, one.attribution.cue.text, one.claim.content.text)
        yield Verdict("precision", any(one.touches(relation) for relation in allowed), shown)


def _own(gold: NewsGold, claims: Sequence[Claim]) -> Iterator[Verdict]:
    """The article's own voice: its statements are found, its quotation marks taken for nobody's words."""
    own = [claim.content.spans for claim in claims if claim.attribution is None]
    direct = [claim.content.spans for claim in claims if claim.attribution and claim.quote == "direct"]
    for span in gold.statements:
        yield Verdict("statements", any(_has_most(content, span) for content in own))
    for span in gold.traps:
        fell = any(_has_most(content, span) and size(content) <= size([span]) + MARKS for content in direct)
        yield Verdict("traps", fell)


def _has_most(content: Sequence[Offsets], span: Offsets) -> bool:
    return 2 * overlap(content, [span]) > size([span])
