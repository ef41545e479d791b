"""Who is it: the ``factx_sources`` component, plain first form."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain as both
from typing import TYPE_CHECKING

from spacy.language import Language

from factx.entities import entity_ids
from factx.extensions import ensure
from factx.sources.ambiguity import flag
from factx.sources.beside import in_one_breath
from factx.sources.chain import carriers, cited, heard
from factx.sources.channels import channel, channel_nouns
from factx.sources.hearers import addressee
from factx.sources.kinds import kind_of
from factx.sources.link import Link
from factx.sources.mention import alone, mention_of, phrase, words
from factx.sources.resolve import Resolver
from factx.sources.timing import date_id
from factx.sources.voices import voiced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Attributed
    from factx.record import Date
    from factx.sources.mention import Mention

__all__ = ["Link", "Sources", "make_sources"]


class Sources:
    """Sets ``doc._.sources`` (record.Source) and ``doc._.links``, one Link for each of ``doc._.attributions``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the source of every attribution of ``doc``."""
        resolver = Resolver(doc)
        starts = [d.start for d in doc._.dates]
        links = []
        for found in doc._.attributions:
            sentence = doc[found.head].sent
            near = slice(bisect_left(starts, sentence.start_char), bisect_left(starts, sentence.end_char))
            links.append(self._link(doc, found, resolver, doc._.dates[near]))
        doc._.links = tuple(voiced(doc, in_one_breath(doc, links), resolver))
        doc._.sources = resolver.sources(entity_ids(doc))
        return doc

    @staticmethod
    def _link(doc: Doc, found: Attributed, resolver: Resolver, dates: Sequence[Date]) -> Link:
        """Everything but who "I" and "we" are."""
        mention = mention_of(doc, found.source) if found.source else None
        quoted = found.content if found.quote == "direct" else ()
        who = None
        if mention is not None and not mention.first_person:
            taken = resolver.speaker(mention, quoted)
            flag(doc, mention, taken.best)
            who = taken.id
        for noun in channel_nouns(doc, found):
            if who is not None and noun.lemma_.lower() in words("document"):
                resolver.issued(noun.lemma_.lower(), who)
        via = others(doc, both(cited(doc, found), heard(doc, found)), resolver, who)
        relay = others(doc, carriers(doc, found), resolver, who)
        return Link(who, date_id(doc, found, dates), addressee(doc, found), channel(doc, found), via, relay)


def others(doc: Doc, heads: Iterable[Token], resolver: Resolver, who: str | None) -> tuple[str, ...]:
    """Ids of the sources with these heads. Who or what can tell nothing ("citing safety concerns") is none of them.

    Nor is ``who``, the source itself: nobody has it from himself.
    """
    mentions = (mention_of(doc, (phrase(head),)) for head in heads)
    return tuple(i for i in dict.fromkeys(resolver.add(m).id for m in mentions if informs(m)) if i != who)


def informs(mention: Mention) -> bool:
    """Whether the mention is of somebody, or of a document that tells something: rules and laws are reasons."""
    if mention.others:
        return all(informs(alone(head)) for head in (mention.head, *mention.others))
    return mention.name is not None or (mention.noun not in words("reasons") and kind_of(mention) != "unknown")


@Language.factory("factx_sources", requires=["doc._.attributions"], assigns=["doc._.sources", "doc._.links"])
def make_sources(nlp: Language, name: str) -> Sources:
    """Needs ``factx_dates`` and ``factx_attribution`` before it."""
    del nlp, name
    for extension in ("attributions", "dates", "sources", "links"):
        ensure(extension, ())
    return Sources()
