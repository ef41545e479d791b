"""Sources that may be somebody else: flagged with the candidates, never passed over."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from factx.extensions import notice
from factx.sources.mention import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.clusters import Cluster
    from factx.sources.mention import Mention

CODE = "ambiguous-source"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def flag(doc: Doc, mention: Mention, taken: Mention) -> None:
    """Warn where "he", "she" or a short name has more than one person near that it may be; it is ``taken`` for one."""
    if mention.pronoun and mention.head.lower_ not in words("person_pronouns"):
        return
    if taken.name is None:
        return
    cluster = doc._.clusters.index(taken.name.end - 1)
    rivals = rivals_of(doc, mention.head.i, cluster)
    if len(rivals) > 1:
        name, *others = (doc[slice(*c.best.name)].text for c in rivals if c.best.name is not None)
        span = mention.span.start_char, mention.span.end_char
        notice(doc, CODE, f'"{mention.span.text}" is taken as {name}; it may be {" or ".join(others)}', span)


def rivals_of(doc: Doc, head: int, taken: int | None) -> list[Cluster]:
    """The person with the index ``taken``, and the others by name of whom the sentence so far and the one before speak.

    Nobody, where the one taken is the only subject of the sentence so far, or of both: a reader thinks of no other.
    """
    own = doc[head].sent.start
    before = doc[own - 1].sent.start if own else own
    near = [c for n, c in enumerate(candidates(doc, head, taken)) if not n or heads(c, before, head)]
    for start in (own, before):
        subjects = [c for c in near if any(doc[i].dep_ in SUBJECTS for i in heads(c, start, head))]
        if len(subjects) == 1 and subjects[0] is near[0]:
            return []
    return near


def candidates(doc: Doc, head: int, taken: int | None) -> list[Cluster]:
    """The persons with a name that the pronoun or name at ``head`` may be of, the one taken first."""
    alike = doc._.clusters.candidates.get(head, ())
    first = () if taken is None or not alike else (taken,)
    found = (doc._.clusters[k] for k in dict.fromkeys((*first, *alike)))
    return [c for c in found if c.kind == "person" and c.best.form == "name"]


def heads(cluster: Cluster, start: int, end: int) -> list[int]:
    """Heads of its mentions within the tokens [start, end)."""
    places = [bisect_left(cluster.mentions, at, key=attrgetter("head")) for at in (start, end)]
    return [m.head for m in cluster.mentions[slice(*places)]]
