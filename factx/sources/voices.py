"""Who "I" and "we" are: whoever says what they stand in, or else who wrote it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from factx.attribution import text as texts
from factx.attribution.quotations import paragraphs
from factx.sources.mention import mention_of, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.attribution.attributed import Attributed, Tokens
    from factx.sources.link import Link
    from factx.sources.resolve import Resolver

# Words of a name before a colon.
LONGEST = 4
# So many paragraphs that end in a question are those of somebody who asks; in so many at the top it may be said.
QUESTIONS, TOP = 3, 3


def voiced(doc: Doc, links: list[Link], resolver: Resolver) -> list[Link]:
    """The links with "I" and "we" filled in: they are said by whoever is quoted, which may be told only after it."""
    everything: tuple[Attributed, ...] = doc._.attributions
    turns: Turns | None = None
    # A parent's content is longer than its child's, or as long and earlier: parents first.
    order = sorted(range(len(links)), key=lambda n: (-sum(end - start for start, end in everything[n].content), n))
    for n in order:
        found = everything[n]
        if found.source and (mention := mention_of(doc, found.source)).first_person:
            holder = quoting(doc, found.parent)
            speaker = None if holder is None else links[holder].source_id
            quoted = found.parent is not None or found.quote == "direct"
            turn = None
            if speaker is None and not quoted:
                turns = turns or Turns(doc)
                turn = turns.of(mention.head.i)
                label = None if turn is None else turns.label(turn)
                speaker = None if label is None else resolver.add(mention_of(doc, (label,))).id
            apart = speaker is None and quoted
            ours = holder is not None and everything[holder].quote != "indirect"
            voice = resolver.voice(mention, speaker, turn=turn, apart=apart, ours=ours)
            links[n] = replace(links[n], source_id=voice.id)
    return links


def quoting(doc: Doc, parent: int | None) -> int | None:
    """The nearest of the attributions around one with this parent that quotes, whose speaker "I" is; else the parent.

    In "Bo believes that I am ill," Ann said, "I" is Ann; in "Bo told me, 'I am ill'," it is Bo.
    """
    everything: tuple[Attributed, ...] = doc._.attributions
    above = parent
    while above is not None and not any(doc[i].is_quote for span in everything[above].content for i in opened(span)):
        above = everything[above].parent
    return parent if above is None else above


def opened(span: Tokens) -> range:
    """The tokens where marks of its own can open: one at the end closes a quotation around it."""
    return range(span[0], span[1] - 1)


class Turns:
    """The paragraphs of an article in which several have the word, each in paragraphs of their own."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._paragraph = texts.read(doc).paragraph
        self._spans = dict(enumerate(paragraphs(self._paragraph)))
        self._several = any(label_of(doc, *span) for span in self._spans.values()) or is_interview(
            doc, list(self._spans.values())
        )

    def of(self, token: int) -> int | None:
        """The turn that the token stands in; None where the article is one voice's."""
        return self._paragraph[token] if self._several else None

    def label(self, turn: int) -> Tokens | None:
        """The name that says who has the word in it."""
        return label_of(self._doc, *self._spans[turn])


def label_of(doc: Doc, start: int, end: int) -> Tokens | None:
    """The name of a person and a colon that a paragraph begins with: "Lucy Hall: I am happy."."""
    while start < end and doc[start].is_space:
        start += 1
    colon = next((i for i in range(start, min(end, start + LONGEST + 1)) if doc[i].text == ":"), start)
    named = doc[start:colon]
    person = colon > start and doc[colon - 1].ent_type_ == "PERSON"
    return (start, colon) if person and all(t.is_title or t.is_upper for t in named) else None


def is_interview(doc: Doc, spans: list[Tokens]) -> bool:
    """Whether questions are put in paragraphs of their own, or the top of the article speaks of an interview."""
    last = Counter(next((t.text for t in reversed(doc[start:end]) if not t.is_space), "") for start, end in spans)
    top = (t for start, end in spans[:TOP] for t in doc[start:end])
    return last["?"] >= QUESTIONS or any(t.lemma_.lower() in words("interviews") for t in top)
