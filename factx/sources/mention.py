"""A mention of a source: its tokens, its head, the name in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Span as EntitySpan

from factx.lexicons import load
from factx.pipeline.edits import plain

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from factx.attribution.attributed import Tokens
    from factx.clusters.cluster import Gender

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "PRODUCT", "LOC", "WORK_OF_ART"})
# What an office may end in: "ambassador to Peru", "professor at Yale".
PLACES = frozenset({"GPE", "ORG", "LOC", "FAC", "NORP"})
# What hangs on a noun from afar, and the marks before it.
FAR = frozenset({"relcl", "advcl", "appos", "acl", "ccomp"})
MARKS = frozenset(",;:()[]–—―")
# What can stand in a list of sources; in singular, two of them with one determiner may be one.
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# Personal and relative pronouns: whom they stand for was said before.
POINTING = frozenset({"PRP", "WP", "WDT"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
SINGULAR_VERBS = frozenset({"VBZ"})
DETERMINERS = frozenset({"DT", "PRP$"})
# "The", a town, a comma, a state, a comma, a noun.
LOCATED = 6
# "One", "of", a noun, a comma, a name.
NEAREST_COMMA = 4
# What a courtesy title can stand behind: an office, or a possessive ending.
TITLED = frozenset({"NOUN", "PROPN", "PART"})
# What an outlet may be of and yet not be called by: "U.S. media".
LANDS = frozenset({"GPE", "LOC", "NORP"})
PREMODIFIERS = frozenset({"compound", "nmod", "amod", "poss", "det", "case", "punct"})


@cache
def words(name: str) -> frozenset[str]:
    """One list of the sources lexicon."""
    return frozenset(load("sources")[name])


@dataclass(frozen=True, slots=True)
class Mention:
    """``head`` is the syntactic head, ``name`` the entity that is or names it.

    ``others``: the heads of whom it names beside that in one breath ("Ann Lee and Bo Berg"); it has no name then.
    """

    span: Span
    head: Token
    name: Span | None
    others: tuple[Token, ...] = ()

    @property
    def pronoun(self) -> bool:
        """Whether the mention is a pronoun alone; what a personal or relative one has beside it says nobody else.

        "They clearly", "we all", "who, like many others,"; not "he and his aides", "he (Lee)", "those polled".
        """
        if self.head.pos_ != "PRON" or len(self.span) == 1:
            return self.head.pos_ == "PRON" and not capitals(self.head)
        joined = any(t.dep_ == "conj" for t in self.head.rights)
        return self.head.tag_ in POINTING and self.name is None and not joined

    @property
    def first_person(self) -> bool:
        """Whether the mention is "I", "we" or a form of them."""
        return self.pronoun and self.head.lower_ in words("first_person") | words("first_person_plural")

    @property
    def noun(self) -> str:
        """Lemma of the head, lower case."""
        return noun_of(self.head)

    @property
    def key(self) -> str:
        """What two mentions of one source share: the name, or the noun; of several, the head of each."""
        if self.name is not None:
            return plain(bare(self.name.text).lower())
        if self.others:
            return " and ".join(t.lower_ for t in (self.head, *self.others))
        return self.head.lower_ if self.pronoun else plain(bare(self.close.text).lower())

    @property
    def close(self) -> Span:
        """The name, else the noun with what belongs closely to it; without marks around it, or a "both" before it."""
        start, end = phrase(self.head)
        if self.others:
            start += self.head.doc[start].lower_ in words("pairing")
            last = alone(self.others[-1])
            named = last.name is not None and "(" not in last.name.text
            end = max(end, last.span.end, last.name.end if last.name is not None and named else 0)
        span = self.name or self.span.doc[max(start, self.span.start) : min(end, self.span.end)] or self.span
        opened = max((n for n, t in enumerate(span) if t.text == "("), default=0)
        if opened and ")" not in span[opened:].text:
            span = span[:opened]
        while len(span) > 1 and (span[0].is_punct or span[0].is_space):
            span = span[1:]
        while len(span) > 1 and (span[-1].is_punct or span[-1].is_space):
            span = span[:-1]
        return span


def capitals(word: Token) -> bool:
    """Whether the word is a name in capitals, whatever its tag: "WHO" and "US" are no pronouns."""
    return word.is_upper and len(word) > 1 and word.ent_type_ in NAMES


def bare(name: str) -> str:
    """A name without its article and possessive ending; a bare "’s", as in "let’s", stays."""
    for article in ("the ", "a ", "an "):
        if name.lower().startswith(article):
            name = name[len(article) :]
    return name.removesuffix("'s").removesuffix("’s").removesuffix("‘s") or name


def gender_of(mention: Mention) -> Gender | None:
    """Such as "female" of "his sister" and "Mrs. Lund": by pronouns, titles and nouns, never by first names."""
    if mention.pronoun:
        said = {mention.head.lower_}
    else:
        said = {t.lower_ for t in mention.span if t.dep_ != "poss" and t.pos_ != "PRON"}
    genders: tuple[Gender, ...] = ("female", "male")
    found = [gender for gender in genders if said & words(gender)]
    return found[0] if len(found) == 1 else None


def mention_of(doc: Doc, spans: tuple[Tokens, ...]) -> Mention:
    """The mention of the first of ``spans``, which must not be empty: others add to it."""
    span = unspaced(doc[slice(*spans[0])])
    head = headword(span)
    name = name_of(span, head)
    others = coordinated(span, head, name)
    return Mention(span, head, None if others else name, others)


def unspaced(span: Span) -> Span:
    """The span without space around it."""
    while len(span) > 1 and span[0].is_space:
        span = span[1:]
    while len(span) > 1 and span[-1].is_space:
        span = span[:-1]
    return span


def headword(span: Span) -> Token:
    """The root of the span; an article that the parse has put above its noun, a mark, or where it is, is none."""
    while len(span) > 1 and span.root == span[0] and span[0].lower_ in words("articles"):
        span = span[1:]
    if (located := located_noun(span)) is not None:
        return located
    root = span.root
    if not (root.is_space or root.is_punct or root.pos_ == "CCONJ"):
        return root
    said = [t for t in span if not (t.is_space or t.is_punct)]
    return next((t for t in said if t.pos_ in NOMINAL), next(iter(said), root))


def located_noun(span: Span) -> Token | None:
    """The noun behind a town and its state: "company" of "the Portland, Ore., company"."""
    if span[0].lower_ not in words("articles") or len(span) < LOCATED:
        return None
    places = [ent for ent in named(span) if ent.label_ == "GPE"][:2]
    if len(places) < 2 or places[0].start != span.start + 1:  # noqa: PLR2004  a town and a state
        return None
    town, state = places
    between = [t.text for t in span.doc[town.end : state.start]]
    if between != [","] or state.end + 1 >= span.end or span.doc[state.end].text != ",":
        return None
    noun = span.doc[state.end + 1]
    while noun.i + 1 < span.end and noun.nbor().pos_ == "NOUN":
        noun = noun.nbor()
    return noun if noun.pos_ in ("NOUN", "PROPN", "ADJ") else None


def coordinated(span: Span, head: Token, name: Span | None) -> tuple[Token, ...]:
    """The heads of whom ``span`` names beside ``head``, in the order of the text; ``name`` is what ``name_of`` found.

    None of them is another noun for the same one: "the founder and editor", "director and star Ann Lee".
    """
    named_already = range(name.start, name.end) if name is not None else range(0)
    found = [t for t in head.conjuncts if head.i < t.i < span.end and t.pos_ in NOMINAL and t.i not in named_already]
    joined = any(t.dep_ == "cc" for one in (head, *found) for t in one.rights)
    if not found or not joined or verb_tags(head) & SINGULAR_VERBS:
        return ()
    if name is not None and not name.start <= head.i < name.end and found[-1].i < name.start:
        return ()
    if head.ent_type_ == "PERSON" and all(indefinite(t) for t in found):  # "Ann Lee, a doctor and a mother"
        return ()
    while found[-1].i + 1 < span.end and found[-1].nbor().pos_ in ("NOUN", "PROPN"):  # "Red Cross and city officials"
        found[-1] = found[-1].nbor()
    return tuple(found) if any(apart(head, t) for t in found) else ()


def indefinite(noun: Token) -> bool:
    """Whether the noun says what one person is: "a member of the council"."""
    before = {t.lower_ for t in noun.children if t.dep_ in ("det", "poss")}
    common = noun.pos_ == "NOUN" and noun.tag_ not in PLURAL_TAGS and not before
    return common or bool(before & words("indefinite"))


def verb_tags(head: Token) -> set[str]:
    """Tags of the verb of which ``head`` is the subject, and of its auxiliaries."""
    if head.dep_ not in ("nsubj", "nsubjpass"):
        return set()
    return {head.head.tag_, *(t.tag_ for t in head.head.children if t.dep_ in ("aux", "auxpass"))}


def apart(one: Token, other: Token) -> bool:
    """Whether ``other``, in a list with ``one``, is somebody else: two nouns may say what one person is."""
    for token in (one, other):
        if token.pos_ == "PRON" or token.tag_ in PLURAL_TAGS or token.ent_type_ in NAMES:
            return True
    begun, again = ({t.tag_ for t in token.children if t.dep_ in ("det", "poss")} for token in (one, other))
    return not begun or bool(again & DETERMINERS)


def noun_of(token: Token) -> str:
    """Lemma in lower case; of a plural that is spelled like somebody's with an "s", that one's: "aides"."""
    singular = token.lower_.removesuffix("s")
    if token.tag_ in PLURAL_TAGS and singular in words("person") | words("group"):
        return singular
    return token.lemma_.lower()


def alone(head: Token) -> Mention:
    """The mention of the noun phrase of ``head``, without those in a list with it."""
    start, end = phrase(head)
    more = (t.left_edge.i for t in head.rights if t.dep_ in ("cc", "conj"))
    span = head.doc[start : max(head.i + 1, min((end, *more)))]
    return Mention(span, head, name_of(span, head))


def named(span: Span) -> list[Span]:
    """The names in ``span``. spaCy's own ``span.ents`` goes through all of the document's."""
    doc, found = span.doc, []
    for token in span:
        if token.ent_iob_ == "B" and token.ent_type_ in NAMES and not token.is_space:
            end = token.i + 1
            while end < span.end and doc[end].ent_iob_ == "I":
                end += 1
            found.append(EntitySpan(doc, token.i, end, label=token.ent_type))
    return found


def name_of(span: Span, head: Token) -> Span | None:
    """The entity that holds the head, stands in apposition to it ("the president, Ann Lee"), or names the outlet it is.

    That is "RIA Novosti" of "the RIA Novosti news agency"; "the White House officials" are not the White House.
    """
    ents = named(span)
    person = next((e for e in ents if entitled(e, head) or called(e, span)), None)
    if person is not None and not joined(span.doc[span.start : person.start]):
        return untitled(person)
    polite = next((e for e in ents if courteous(e, head)), None)
    if polite is not None:
        return EntitySpan(polite.doc, polite.start, polite.end, label="PERSON")
    for ent in ents:
        if ent.start <= head.i < ent.end:
            return untitled(ent)
    beside = [e for e in ents if e.root.dep_ == "appos" and head in (e.root.head, one_of(e.root.head))]
    people = [e for e in beside if e.label_ == "PERSON"]
    outlet = head.lemma_.lower() in words("media") | words("media_if_news")
    before = [e for e in ents if outlet and e.root.head == head and e.root.dep_ in ("compound", "nmod")]
    singled = [e for e in ents if singled_out(e, head, span)]
    return next(iter(people or beside or singled or [e for e in before if e.label_ not in LANDS]), None)


def singled_out(ent: Span, head: Token, span: Span) -> bool:
    """Whether the entity is a person behind a comma, at the end, who is what ``head`` says, however parsed.

    As in "one of the lawyers in the case, Ann Lee" and "the head of the Union of Oslo, Ann Lee". Not where the name may
    be that of somebody else there: "one of the aides to the mayor, Ann Lee".
    """
    somebody = head.lower_ in words("single") or (head.tag_ not in PLURAL_TAGS and noun_of(head) in words("person"))
    if ent.label_ != "PERSON" or not somebody or ent.start - head.i < NEAREST_COMMA:
        return False
    comma, last = ent.doc[ent.start - 1], ent.doc[ent.start - 2]
    ends = all(t.is_punct or t.is_space for t in ent.doc[ent.end : span.end])
    other = last.tag_ not in PLURAL_TAGS and (noun_of(last) in words("person") or last.ent_type_ == "PERSON")
    beside = ent.root.dep_ == "conj" or (ent.root.dep_ == "appos" and ent.root.head.ent_type_ not in PLACES)
    return comma.text == "," and ends and not other and not beside


def one_of(noun: Token) -> Token:
    """What the noun says the many of: "one" for "lawyers" in "one of the lawyers"; any other noun is itself."""
    above = noun.head.head
    return above if noun.dep_ == "pobj" and above.lower_ in words("single") else noun


def untitled(ent: Span) -> Span:
    """The name without the office that the recogniser has put into it: "President Obama"."""
    while ent.label_ == "PERSON" and len(ent) > 1 and ent[0].lower_ in words("offices"):
        ent = EntitySpan(ent.doc, ent.start + 1, ent.end, label=ent.label)
    return ent


def owner(ent: Span) -> bool:
    """Whether the entity says whose somebody is: "candidate Ann Lee's doctor"."""
    return ent.root.dep_ == "poss" and ent.root.head.i >= ent.end


def entitled(ent: Span, head: Token) -> bool:
    """Whether the entity is a person with a title right before: "coach Ann Lee", "ambassador to Peru Ann Lee".

    The parse makes anything of these. A noun of somebody else's ("relatives of victim Ann Lee") is no title.
    """
    if ent.label_ != "PERSON" or ent.start <= head.left_edge.i or owner(ent):
        return False
    before = ent.doc[ent.start - 1]
    if before == head or (before.dep_ == "conj" and before.head == head):
        return before.pos_ in ("NOUN", "PROPN")
    if in_charge(head, before):
        return True
    return head.i < ent.start and before.ent_type_ in PLACES and before.ent_type_ != ent.label_


def courteous(ent: Span, head: Token) -> bool:
    """Whether the entity has a courtesy title between it and an office: "Undersecretary for Health Mr. Lee"."""
    title = uncourteous(ent)
    return title < ent.start and title > 0 and in_charge(head, ent.doc[title - 1])


def uncourteous(name: Span) -> int:
    """Where a courtesy title between an office, or whose they are, and the name begins; else where the name does."""
    doc, title = name.doc, name.start - 1
    if title < 1 or doc[title].lower_ not in words("courtesy") or doc[title - 1].pos_ not in TITLED:
        return name.start
    return title


def in_charge(head: Token, before: Token) -> bool:
    """Whether ``before`` ends what the office of ``head`` is of: "Secretary of State", not "the brother of King"."""
    office = head.pos_ == "PROPN" and head.i < before.i and before.pos_ == "PROPN" and head.lower_ in words("person")
    return office and before.lower_ not in words("person") | words("offices") and head in before.ancestors


def called(ent: Span, span: Span) -> bool:
    """Whether the entity is a person right behind what the person is: "Stein spokeswoman Ann Lee", however parsed."""
    if ent.label_ != "PERSON" or ent.start <= span.start or owner(ent):
        return False
    before = ent.doc[ent.start - 1]
    plain = not any(t.pos_ in ("ADP", "PUNCT") for t in ent.doc[span.start : ent.start])
    return plain and before.pos_ == "NOUN" and before.lemma_.lower() in words("person")


def joined(span: Span) -> bool:
    """Whether it names a person and goes on to another: "Bo Berg and his wife"."""
    people = [e.end for e in named(span) if e.label_ == "PERSON"]
    return bool(people) and any(t.pos_ == "CCONJ" for t in span.doc[people[0] : span.end])


def phrase(head: Token) -> Tokens:
    """Tokens of the noun phrase of ``head``: its left side, and its right side up to a clause, apposition or comma.

    A mark that hangs on it from behind other words does not reach over them.
    """
    last = head.right_edge.i
    if head.doc[last].text in MARKS:
        last = max(t.i for t in head.subtree if t == head or not t.is_punct)
    ends = (t.left_edge.i for t in head.doc[head.i + 1 : last + 1] if t.dep_ in FAR or breaks(t))
    return head.left_edge.i, max(head.i + 1, min(ends, default=last + 1))


def breaks(token: Token) -> bool:
    """Whether the token is a mark that ends a noun phrase; a comma in a list of nouns does not."""
    if token.text not in MARKS:
        return token.is_space
    return token.text != "," or not any(t.dep_ == "conj" for t in token.head.rights)
