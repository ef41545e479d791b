"""The rules as a spaCy component: page, proposals, choice, and the result on the Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.attributed import Attributed
from factx.attribution.choose import choose, parents
from factx.attribution.find import candidates
from factx.attribution.lexicon import kind
from factx.attribution.page import turn
from factx.attribution.quoting import Quoting
from factx.extensions import ensure

if TYPE_CHECKING:
    from spacy.tokens import Doc


class RuleAttribution:
    """Sets ``doc._.attributions``, in the order of the cues. Needs a parse (ClearNLP labels) and tags."""

    def __init__(self, name: str = "factx_attribution") -> None:
        self.name = name
        ensure("attributions", ())

    def __call__(self, doc: Doc) -> Doc:
        """Find who says what, in time linear in the length of the Doc."""
        doc._.attributions = attributions(doc)
        return doc


def attributions(doc: Doc) -> tuple[Attributed, ...]:
    """What the rules find in a parsed Doc."""
    page = turn(doc)
    quoting = Quoting(page)
    chosen = choose(candidates(page))
    holders = parents([((c.cue,), c.content) for c, _ in chosen])
    return tuple(
        Attributed(
            source=c.source,
            cue=(c.cue,),
            content=c.content,
            head=c.head,
            kind=kind(c.key),
            quote=quoting.of(c.content),
            rule=c.rule,
            confidence=round(p, 3),
            parent=parent,
        )
        for (c, p), parent in zip(chosen, holders, strict=True)
    )
