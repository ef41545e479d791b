"""What kind of source a mention names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.sources.mention import bare, words

if TYPE_CHECKING:
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
    return common_kind(mention)


def pronoun_kind(pronoun: str) -> SourceKind:
    """Of a pronoun that nothing was found for."""
    if pronoun in words("person_pronouns") | words("first_person"):
        return "person"
    return "group" if pronoun in words("group_pronouns") | words("first_person_plural") else "unknown"


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
    """Of a common noun."""
    plural = mention.head.tag_ in PLURAL_TAGS
    if mention.noun in words("document"):
        return "document"
    if is_media(mention):
        return "media"
    if mention.noun in words("organization") and not plural:
        return "organization"
    if plural and mention.noun in words("organization") | words("group") | words("person"):
        return "group"
    if mention.noun in words("person") or mention.head.tag_ == "NNP":
        return "person"
    return "group" if mention.noun in words("group") else "unknown"


def is_media(mention: Mention) -> bool:
    """Whether the head noun is a news outlet: "newspaper", or "agency" beside "news"."""
    beside = {t.lower_ for t in mention.span}
    return mention.noun in words("media") or bool(
        mention.noun in words("media_if_news") and beside & words("news_words")
    )
