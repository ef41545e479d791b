"""What the tests of attribution ask a pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factx.annotate import annotate
from factx.article import Article

if TYPE_CHECKING:
    from spacy.language import Language


class Told(NamedTuple):
    """The words of an attribution; ``source`` is empty where there is none. ``relay``: names."""

    source: str
    cue: str
    content: str
    relay: list[str]


def attributions(nlp: Language, text: str) -> list[Told]:
    """Every attribution of ``text``, in its order."""
    record = annotate(nlp, Article(text=text, id="t"))
    names = {s.id: s.name for s in record.sources}
    return [
        Told(a.source.text if a.source else "", a.cue.text, c.content.text, [names[i] for i in a.relay])
        for c in record.claims
        if (a := c.attribution) is not None
    ]
