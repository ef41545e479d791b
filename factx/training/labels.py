"""The label sets of the heads, and lemmas as edits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.pipeline.edits import edit_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factx.training.corpora import Corpus

ENTITIES = (
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
)  # fmt: skip

# An edit seen once is as often a slip of the annotation as a rule of English.
MIN_EDIT_COUNT = 2


def bilou(entities: Iterable[str]) -> tuple[str, ...]:
    """O, then B-, I-, L-, U- of each entity label."""
    return ("O", *(f"{prefix}-{label}" for label in entities for prefix in "BILU"))


@dataclass(frozen=True, slots=True)
class Labels:
    """Label sets, in the order of the heads' outputs."""

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    edits: tuple[str, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]

    @classmethod
    def of(cls, corpora: Iterable[Corpus]) -> Labels:
        """Everything that the parsed corpora contain, sorted."""
        tags: Counter[str] = Counter()
        pos: Counter[str] = Counter()
        edits: Counter[str] = Counter()
        deps: Counter[str] = Counter()
        for corpus in corpora:
            for document in corpus.documents:
                for sentence in document.sentences:
                    for word in sentence.words or ():
                        tags[word.tag] += 1
                        pos[word.pos] += 1
                        deps[word.dep] += 1
                        edits[edit_of(sentence.text[word.start : word.end], word.lemma)] += 1
        kept = (e for e, n in edits.items() if n >= MIN_EDIT_COUNT)
        return cls(tuple(sorted(tags)), tuple(sorted(pos)), tuple(sorted(kept)), tuple(sorted(deps)), bilou(ENTITIES))
