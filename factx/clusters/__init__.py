"""Which mentions are of one entity: the ``factx_clusters`` component."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from factx.clusters.cluster import Cluster, Clusters, Mention
from factx.clusters.resolve import resolve
from factx.extensions import ensure

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Cluster", "ClusterFinder", "Clusters", "Mention", "make_clusters"]


class ClusterFinder:
    """Sets ``doc._.clusters``, a ``Clusters``."""

    def __call__(self, doc: Doc) -> Doc:
        """Put together what is mentioned in ``doc``."""
        doc._.clusters = resolve(doc)
        return doc


@Language.factory("factx_clusters", requires=["token.dep", "doc.ents"], assigns=["doc._.clusters"])
def make_clusters(nlp: Language, name: str) -> ClusterFinder:
    """Rules over parse, tags, lemmas and names; without them there is little or nothing to put together."""
    del nlp, name
    ensure("clusters", Clusters())
    ensure("attributions", ())
    return ClusterFinder()
