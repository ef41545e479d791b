"""How alike two partitions of mentions are: MUC, B-cubed and entity-based CEAF, whose mean F1 is the CoNLL score.

MUC: Vilain et al. 1995. B-cubed: Bagga and Baldwin 1998. CEAF: Luo 2005, with phi-4. Their mean: Pradhan et al. 2012.
Mentions that only one side has are handled as in the reference scorer (Pradhan et al. 2014).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from factx.assignment import best_total
from factx.evaluation.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    Partition: TypeAlias = Sequence[frozenset[Hashable]]


@dataclass(slots=True)
class PartitionScores:
    """Counts over documents; ``found`` is what recall counts."""

    muc: Counts = field(default_factory=Counts)
    b_cubed: Counts = field(default_factory=Counts)
    ceaf: Counts = field(default_factory=Counts)

    def add(self, gold: Partition, predicted: Partition) -> None:
        """Count one more document. Entities of one mention are left out, as the corpora leave them out."""
        gold, predicted = ([c for c in side if len(c) > 1] for side in (gold, predicted))
        self.muc.add(links(predicted, gold), size(predicted, 1), size(gold, 1), links(gold, predicted))
        self.b_cubed.add(shared(predicted, gold), size(predicted), size(gold), shared(gold, predicted))
        alike = best_total([[2 * len(a & b) / (len(a) + len(b)) for b in predicted] for a in gold])
        self.ceaf.add(alike, len(predicted), len(gold), alike)

    @property
    def conll(self) -> float:
        """The mean of the three F1, in [0, 1]."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3


def size(clusters: Partition, less: int = 0) -> int:
    """Mentions in all clusters, ``less`` of each not counted."""
    return sum(len(c) - less for c in clusters)


def links(clusters: Partition, others: Partition) -> int:
    """Links of ``clusters`` that ``others`` has too: mentions, less the parts into which it splits them."""
    return sum(len(c) - len(parts(c, others)) for c in clusters)


def shared(clusters: Partition, others: Partition) -> float:
    """For every mention the share of its cluster that ``others`` puts together with it, summed."""
    of = {mention: other for other in others for mention in other}
    return sum(len(c & of.get(mention, frozenset())) / len(c) for c in clusters for mention in c)


def parts(cluster: frozenset[Hashable], others: Partition) -> set[frozenset[Hashable]]:
    """``cluster`` as ``others`` splits it; a mention that it lacks is a part of its own."""
    of = {mention: other for other in others for mention in other}
    return {of.get(mention, frozenset({mention})) for mention in cluster}
