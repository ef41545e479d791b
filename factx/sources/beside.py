"""What is told in one breath: "Lee said in a statement on Monday that …, adding that …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.attribution.attributed import Attributed
    from factx.sources.link import Link


def in_one_breath(doc: Doc, links: list[Link]) -> list[Link]:
    """The links, where the saying of a participle and that of its sentence's verb have one time and one place.

    What one of them lacks it has from the other: "adding" was on Monday and in the statement too. They are of one
    speaker, who is mentioned once.
    """
    said: tuple[Attributed, ...] = doc._.attributions
    verbs: dict[tuple[object, ...], list[int]] = {}
    for n, found in enumerate(said):
        if found.source and not participle(doc, found):
            verbs.setdefault((found.source, found.parent), []).append(n)
    joined = list(links)
    for n, found in enumerate(said):
        others = verbs.get((found.source, found.parent), ())
        if others and participle(doc, found):
            m = min(others, key=lambda m: abs(said[m].head - found.head))
            joined[n], joined[m] = filled(joined[n], joined[m]), filled(joined[m], joined[n])
    return joined


def participle(doc: Doc, found: Attributed) -> bool:
    """Whether the cue is one without a verb of its own: "adding", not "was adding"."""
    cue = doc[found.head]
    return cue.tag_ == "VBG" and not any(child.dep_ in ("aux", "auxpass") for child in cue.children)


def filled(link: Link, other: Link) -> Link:
    """The link with the other's date and channel where it has none."""
    return replace(link, date_id=link.date_id or other.date_id, channel=link.channel or other.channel)
