"""What kind of source a mention names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.sources.mention import PLURAL_TAGS, alone, bare, noun_of, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factx.record import SourceKind
    from factx.sources.mention import Mention

# What several sources in a list are if each of them is that.
ALIKE = frozenset({"document", "media", "organization", "unknown"})

# Words of a person's name.
NAME_LENGTHS = (2, 3)


def kind_of(mention: Mention) -> SourceKind:
    """The first kind that the mention's name, head noun or pronoun speaks for."""
    if mention.pronoun:
        return pronoun_kind(mention.head.lower_)
    if mention.others:
        return joint_kind(mention)
    lowered = {t.lower_ for t in mention.span}
    if mention.noun in words("anonymous") or lowered & words("withheld"):
        return "anonymous"
    if mention.name is not None:
        return named_kind(mention, mention.name.label_)
    kind = common_kind(mention)
    return "anonymous" if kind in ("person", "group") and withheld(mention) else kind


def joint_kind(mention: Mention) -> SourceKind:
    """Of several in a list: a group, unless all are organizations, outlets or documents."""
    kinds = {kind_of(alone(head)) for head in (mention.head, *mention.others)}
    kind = kinds.pop() if len(kinds) == 1 else "group"
    return kind if kind in ALIKE else "anonymous" if withheld(mention) else "group"


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
    if name in words("outlets") or is_media(mention) or outlet(mention, name, label):
        return "media"
    if is_document(mention.head) or label == "WORK_OF_ART":
        return "document"
    if name.endswith(tuple(words("one_of_people"))) and begins(mention):
        return "person"
    if label == "NORP":
        return "group"
    if label == "PERSON":
        return "organization" if houses(mention) else "person"
    return "person" if employed(mention) else "organization"


def is_document(head: Token) -> bool:
    """Whether the noun is a document, or ends the name of one: "Michelin Guide"; "the guide" may be anybody."""
    if noun_of(head) not in words("titled_documents"):
        return noun_of(head) in words("document")
    before = head.doc[head.i - 1] if head.i else head
    return head.tag_ == "NNP" or (head.is_title and before.is_title and before.lower_ not in words("articles"))


def outlet(mention: Mention, name: str, label: str) -> bool:
    """Whether the name, in lower case, ends as those of outlets do: "Bergen Herald", and "the Post"."""
    front, _, last = name.rpartition(" ")
    if label == "PERSON" or last not in words("outlet_endings"):
        return last in words("media")
    return bool(front) or last in words("media") or "the" in {t.lower_ for t in mention.span[:2]}


def employed(mention: Mention) -> bool:
    """Whether the name is like a person's, before the organization they are at: "Pak Tong Sam at the Navy Agency"."""
    name = mention.name
    if name is None or len(name) not in NAME_LENGTHS or name.end + 1 >= mention.span.end:
        return False
    like = all(t.is_title and t.is_alpha and t.lower_ not in words("organization") for t in name)
    at = mention.span.doc[name.end]
    employers = (t for t in at.children if t.dep_ == "pobj" and t.ent_type_ == "ORG")
    return like and at.lower_ == "at" and any(t.i < mention.span.end for t in employers)


def begins(mention: Mention) -> bool:
    """Whether an article in singular begins the mention: "the Republican", not "the Republicans" or "Republican"."""
    return mention.span[0].lower_ in words("articles") and mention.head.tag_ not in PLURAL_TAGS


def houses(mention: Mention) -> bool:
    """Whether a noun in apposition says that the name is no person's: "Orkem, the largest chemical group"."""
    nouns = (noun_of(t) for t in mention.head.rights if t.dep_ == "appos")
    noun = next(nouns, "")
    return noun in words("organization") and not ends(noun, "person_endings")


def common_kind(mention: Mention) -> SourceKind:
    """Of a common noun; of "most voters" and "a majority of voters", the voters'; one of them is a person."""
    head = counted(mention.head)
    noun, part = noun_of(head), head != mention.head
    plural = head.tag_ in PLURAL_TAGS or part
    if is_document(head):
        return "document"
    if is_media(mention):
        return "media"
    if noun in words("organization") and not plural:
        return "organization"
    somebody = noun in words("person") or ends(noun, "person_endings")
    if plural and (somebody or noun in words("organization") or people(head)):
        return "person" if part and mention.noun in words("single") else "group"
    if somebody or head.tag_ == "NNP" or nobody(head):
        return "person"
    several = noun in words("group") | words("share") or mention.noun in words("some")
    return "group" if several or ratio(mention.head) else "unknown"


def people(head: Token) -> bool:
    """Whether the word is of several people: "Americans", "them"."""
    return head.ent_type_ == "NORP" or head.lower_ == "those" or head.lower_ in words("group_pronouns")


def nobody(head: Token) -> bool:
    """Whether it is "no one"."""
    return head.lower_ == "one" and any(t.lower_ == "no" for t in head.children)


def ratio(head: Token) -> bool:
    """Whether it is a number of people: "six in 10", "two" that speak; not "one", nor a number that names something."""
    if head.pos_ != "NUM":
        return False
    return any(t.lower_ in ("in", "out") for t in head.children) or (head.is_alpha and head.lower_ != "one")


def counted(head: Token) -> Token:
    """The noun that a share is one of: "voters" of "a majority of voters"; any other head is itself."""
    if head.pos_ == "NUM" or noun_of(head) in words("share") | words("single") | words("some"):
        for prep in head.children:
            if prep.dep_ == "prep" and prep.lower_ == "of":
                return next((t for t in reversed(list(prep.children)) if t.dep_ == "pobj"), head)
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
