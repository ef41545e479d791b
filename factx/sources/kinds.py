"""What kind of source a mention names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.sources.mention import bare, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factx.record import SourceKind
    from factx.sources.mention import Mention

PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def kind_of(mention: Mention) -> SourceKind:
    """The first kind that the mention's name, head noun or pronoun speaks for."""
    if mention.pronoun:
        return pronoun_kind(mention.head.lower_)
    lowered = {t.lower_ for t in mention.span}
    if mention.noun in words("anonymous") or lowered & words("withheld"):
        return "anonymous"
    if mention.name is not None:
        return named_kind(mention, mention.name.label_)
    kind = common_kind(mention)
    return "anonymous" if kind in ("person", "group") and withheld(mention) else kind


def withheld(mention: Mention) -> bool:
    """Whether the sentence says that the name is kept back: "an official who declined to be named"."""
    sentence = mention.head.sent.text.lower()
    return any(phrase in sentence for phrase in words("withheld_phrases"))


def pronoun_kind(pronoun: str) -> SourceKind:
    """Of a pronoun that nothing was found for."""
    if pronoun in words("person_pronouns") | words("first_person") | words("second_person") | words("person"):
        return "person"
    plural = words("group_pronouns") | words("first_person_plural") | words("group")
    return "group" if pronoun in plural else "unknown"


def named_kind(mention: Mention, label: str) -> SourceKind:
    """Of a name."""
    name = bare(mention.name.text if mention.name is not None else mention.span.text).lower()
    front, _, last = name.rpartition(" ")
    outlet = last in words("media") or (label != "PERSON" and front and last in words("outlet_endings"))
    if name in words("outlets") or is_media(mention) or outlet:
        return "media"
    if mention.noun in words("document") or label == "WORK_OF_ART":
        return "document"
    if label == "NORP":
        return "group"
    return "person" if label == "PERSON" else "organization"


def common_kind(mention: Mention) -> SourceKind:
    """Of a common noun; of "most voters" and "a majority of voters", the voters'."""
    head = counted(mention.head)
    noun, plural = head.lemma_.lower(), head.tag_ in PLURAL_TAGS or head != mention.head
    if noun in words("document"):
        return "document"
    if is_media(mention):
        return "media"
    if noun in words("organization") and not plural:
        return "organization"
    somebody = noun in words("person") or ends(noun, "person_endings")
    if plural and (somebody or noun in words("organization")):
        return "group"
    if somebody or head.tag_ == "NNP":
        return "person"
    return "group" if noun in words("group") | words("share") else "unknown"


def counted(head: Token) -> Token:
    """The noun that a share is one of: "voters" of "a majority of voters"; any other head is itself."""
    if head.lemma_.lower() in words("share") or head.pos_ == "NUM":
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ == "of":
                return next((t for t in prep.children if t.dep_ == "pobj"), head)
    return head


def ends(noun: str, endings: str) -> bool:
    """Whether the noun has one of the endings that make somebody's name of what they do: "buyer", "violinist"."""
    return noun.endswith(tuple(words(endings)))


def is_media(mention: Mention) -> bool:
    """Whether the head noun is a news outlet: "newspaper", or "agency" beside "news"."""
    beside = {t.lower_ for t in mention.span}
    return mention.noun in words("media") or bool(
        mention.noun in words("media_if_news") and beside & words("news_words")
    )
