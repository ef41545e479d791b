"""What is claimed: the ``factx_claims`` component joins what the others found into the record's claims."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from spacy.language import Language

from factx.claims.kinds import told_or_held
from factx.claims.predicate import predicate, triple
from factx.claims.proposition import proposition
from factx.claims.standing import modality, polarity
from factx.claims.statements import statements
from factx.claims.words import words
from factx.entities import entities
from factx.extensions import ensure
from factx.lexicons import load
from factx.record import Attribution, Claim, Cue, extent, slices

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Attributed, Tokens
    from factx.record import ClaimKind, Date, Entity, Offsets, Quantity, Quote
    from factx.sources.link import Link

__all__ = ["Claims", "make_claims"]


class Claims:
    """Sets ``doc._.claims`` (record.Claim), in the order of the text."""

    def __call__(self, doc: Doc) -> Doc:
        """Join the annotations of ``doc`` into claims."""
        attributed = list(zip(doc._.attributions, doc._.links, strict=True))
        # (place in the text, index of the attribution or -1, tokens)
        rows = [(found.content[0][0], n, found.content) for n, (found, _) in enumerate(attributed)]
        rows += [(start, -1, ((start, end),)) for start, end in statements(doc)]
        rows.sort(key=lambda row: (row[0], row[1]))
        ids = {n: f"c{number}" for number, (_, n, _) in enumerate(rows, start=1)}
        inside = Inside(doc)
        doc._.claims = tuple(
            claim(f"c{number}", tokens, attributed[n] if n >= 0 else None, ids, inside)
            for number, (_, n, tokens) in enumerate(rows, start=1)
        )
        return doc


class Inside:
    """A Doc, its text (which spaCy makes anew each time), and its entities, quantities and dates by where they lie."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.entities = Items(entities(doc))
        self.quantities = Items(doc._.quantities)
        self.dates = Items(doc._.dates)


class Items:
    """Entities, quantities or dates, by where they begin."""

    def __init__(self, items: Iterable[Entity | Quantity | Date]) -> None:
        self.items = sorted(items, key=lambda item: item.start)
        self.starts = [item.start for item in self.items]

    def within(self, spans: Sequence[Offsets]) -> tuple[str, ...]:
        """Ids of those that lie in one of ``spans``."""
        found = [
            item
            for start, end in spans
            for item in self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
            if item.end <= end
        ]
        return tuple(dict.fromkeys(item.id for item in found))


def claim(
    number: str,
    tokens: tuple[Tokens, ...],
    attributed: tuple[Attributed, Link] | None,
    ids: dict[int, str],
    inside: Inside,
) -> Claim:
    """One claim of the record; without ``attributed``, the article's own statement."""
    doc, text = inside.doc, inside.text
    spans = offsets(doc, tokens)
    verb = predicate(doc, tokens)
    kind: ClaimKind = "statement"
    quote: Quote | None = None
    attribution, parent, cue, lemma, shifted = None, None, None, None, False
    confidence: float = load("confidence")["statement"]
    if attributed is not None:
        found, link = attributed
        quote, confidence = found.quote, found.confidence
        cue, lemma = doc[found.head], cue_lemma(doc, found)
        kind = told_or_held(lemma, found.kind)
        shifted = quote != "direct" and not says_now(cue, lemma, kind)
        attribution = attribution_of(inside, found, link)
        parent = ids[found.parent] if found.parent is not None else None
    return Claim(
        id=number,
        kind=kind,
        quote=quote,
        content=extent(text, spans),
        proposition=slices(text, proposition(text, spans)),
        attribution=attribution,
        parent=parent,
        triple=triple(text, verb, tokens) if verb is not None else None,
        polarity=polarity(verb, cue, lemma) if verb is not None else "positive",
        modality=modality(verb, cue, lemma, shifted=shifted) if verb is not None else "asserted",
        entities=inside.entities.within(spans),
        quantities=inside.quantities.within(spans),
        dates=inside.dates.within(spans),
        confidence=confidence,
    )


def attribution_of(inside: Inside, found: Attributed, link: Link) -> Attribution:
    """The record's attribution."""
    doc, text = inside.doc, inside.text
    cue = offsets(doc, found.cue)
    return Attribution(
        source=extent(text, offsets(doc, found.source)) if found.source else None,
        source_id=link.source_id,
        cue=Cue(slices(text, cue), cue, cue_lemma(doc, found)),
        date_id=link.date_id,
        addressee=link.addressee,
        channel=link.channel,
        via=link.via,
        relay=link.relay,
    )


def cue_lemma(doc: Doc, found: Attributed) -> str:
    """Lemma of the cue's head; a preposition has none to speak of, and is given whole: "according to"."""
    head = doc[found.head]
    if head.dep_ == "prep":
        return " ".join(doc[start:end].text for start, end in found.cue).lower()
    return head.lemma_.lower()


def says_now(cue: Token, lemma: str, kind: ClaimKind) -> bool:
    """Whether somebody says it as we read: "says that it would be a mistake", where "would" is no "will" of the past.

    Fears and denials are of what will be: "fears it would rise".
    """
    return kind == "speech" and cue.tag_ in ("VBP", "VBZ") and lemma not in words("negative_cues")


def offsets(doc: Doc, tokens: tuple[Tokens, ...]) -> tuple[Offsets, ...]:
    """Token spans as offsets into the text."""
    return tuple((doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) for start, end in tokens)


@Language.factory(
    "factx_claims",
    requires=["doc._.attributions", "doc._.links", "doc._.dates", "doc._.quantities"],
    assigns=["doc._.claims"],
)
def make_claims(nlp: Language, name: str) -> Claims:
    """Needs all other factx components before it."""
    del nlp, name
    for extension in ("attributions", "links", "dates", "quantities", "claims"):
        ensure(extension, ())
    return Claims()
