"""How a saying reached the article: when, to whom, where, from whom the source has it. Read off the cue's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.attribution.passed_on import PASSING, passed_on
from factx.claims.predicate import SUBJECTS
from factx.claims.proposition import balanced
from factx.claims.standing import modality, polarity
from factx.record import Span as Slice
from factx.sources.kinds import kind_of
from factx.sources.mention import mention_of, phrase, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Attributed, Tokens
    from factx.record import Date

# "citing", "which cites": not "as cited by".
ACTIVE = frozenset({"VBG", "VBZ", "VBP", "VBD"})
PAST = frozenset({"VBN", "VBD"})
# Whom a verb of telling tells.
LISTENERS = frozenset({"dobj", "dative", "nsubjpass"})
VERBS = frozenset({"VERB", "AUX"})
# What a channel ends before: when it was.
TIMES = frozenset({"DATE", "TIME"})
WHEN = frozenset({"after", "before", "earlier", "later"})
# Of what the time is a part, "the end of May", or from when it is, "as of May".
PARTS = frozenset({"as", "of"})
# What no phrase ends in.
UNFINISHED = frozenset({"ADP", "ADV", "CCONJ", "DET"})
CHANNEL_PREPOSITIONS = frozenset({"at", "during", "in", "on", "through", "using", "via"})


def inside(token: int, spans: Sequence[Tokens]) -> bool:
    """Whether the token lies in one of the spans."""
    return any(start <= token < end for start, end in spans)


def date_id(doc: Doc, found: Attributed, dates: Sequence[Date]) -> str | None:
    """The time expression on the cue or the source, of the sentence's; durations, sets and names do not say when."""
    best: tuple[int, str] | None = None
    ended = {t.i for noun in swallowed(doc, found) for t in noun.subtree}
    for date in dates:
        if date.type in ("DURATION", "SET") or "in-name" in date.flags:
            continue
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is None:
            continue
        root = span.root
        if inside(root.i, found.content) and root.i not in ended:
            continue
        if root.i in ended or of_source(doc, root, found) or hangs_on(root, found) or begins(root, doc[found.head]):
            distance = abs(root.i - found.head)
            if best is None or distance < best[0]:
                best = distance, date.id
    return best[1] if best else None


def of_source(doc: Doc, token: Token, found: Attributed) -> bool:
    """Whether the token lies in the source and dates it: "a posting made on Sunday", not "Lee, who left in May"."""
    if not inside(token.i, found.source):
        return False
    within = (above for above in token.ancestors if inside(above.i, found.source))
    return all(above.pos_ not in VERBS or releases(doc, above) for above in within)


def releases(doc: Doc, verb: Token) -> bool:
    """Whether the verb says how what claims came to be there: it is nobody then."""
    if verb.lemma_.lower() in words("releasing"):
        return True
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return reduced and kind_of(mention_of(doc, (phrase(verb.head),))) in ("document", "unknown")


def hangs_on(token: Token, found: Attributed) -> bool:
    """Whether the token depends on the cue with no other verb in between, as its time.

    Not by way of what is spoken of or what else there is of the speaker: "said of the 2016 vote", "said Lee, now 50".
    """
    said = {verb.i for verb in saying(token.doc, found)}
    preposition = None
    for above in token.ancestors:
        if above.i in said or inside(above.i, found.cue):
            return preposition is None or timely(token, preposition, top=preposition.head == above)
        if above.pos_ in VERBS or (above.dep_ == "appos" and above.ent_type_ not in TIMES):
            return False
        if preposition is None and above.dep_ == "prep":
            preposition = above
    return False


def begins(token: Token, cue: Token) -> bool:
    """Whether the token begins a sentence of several verbs, and is the time of all: "On Monday Lee came and said"."""
    first = cue
    while first.dep_ == "conj" and first.head.pos_ in VERBS and not any(t.dep_ in SUBJECTS for t in first.children):
        first = first.head
    subject = next((t for t in first.children if t.dep_ in SUBJECTS), None)
    if first == cue or subject is None or token.i > subject.left_edge.i:
        return False
    above = token if token.head == first else token.head
    return above.head == first and (above == token or (above.dep_ == "prep" and timely(token, above, top=True)))


def timely(token: Token, preposition: Token, *, top: bool) -> bool:
    """Whether a phrase with the preposition says when: "at the end of May", not "of the 2016 vote".

    ``top``: it stands beside the verb, and is not in another phrase. A time that comes after its noun dates that, and
    the saying with it: "in a number of posts on Sunday".
    """
    if preposition.lower_ not in words("untimely"):
        return True
    after = token.i > token.head.i and (token.head != preposition or preposition.lower_ in PARTS)
    return after and not top


def saying(doc: Doc, found: Attributed) -> Iterator[Token]:
    """The cue's head, and the participle that tells where and when it is said: "speaking on Monday, Lee said"."""
    cue = doc[found.head]
    yield cue
    for head in (cue, *(doc[slice(*span)].root for span in found.source)):
        for child in head.children:
            participle = child.tag_ == "VBG" and child.dep_ in ("advcl", "acl")
            if participle and child.lemma_.lower() in words("speaking") and not inside(child.i, found.content):
                yield child


def addressee(doc: Doc, found: Attributed) -> Slice | None:
    """Who was told, asked or called on, though they may stand in the content: "urged voters to stay home"."""
    cue = doc[found.head]
    addressing = cue.lemma_.lower() in words("addressing")
    listeners = (noun for verb in saying(doc, found) for noun in told(verb))
    heard_by = ((noun, True) for noun in listeners if addressing or not inside(noun.i, found.content))
    bidden = ((noun, False) for noun in called_on(cue))
    done_by = ((noun, False) for noun in doers(cue)) if addressing else ()
    for noun, beside in (*heard_by, *bidden, *done_by):
        last = whole(noun)
        named = noun.pos_ in ("NOUN", "PROPN") and noun.dep_ == "dative" and beside and addressing
        if not inside(last.i, found.source) and listens(doc, last, named=named):
            return slice_from(doc, noun.left_edge.i, ended(last))
    return None


def told(cue: Token) -> Iterator[Token]:
    """Heads of whom the verb has as its listener: an object, "to the reporters", or the subject of "was told"."""
    objects = {"dative"}
    if cue.lemma_.lower() in words("addressing"):
        objects |= LISTENERS
    for child in cue.children:
        if child.dep_ in ("dative", "prep") and child.lower_ == "to":
            yield from (t for t in child.children if t.dep_ == "pobj")
        elif child.dep_ in objects and (child.dep_ != "dobj" or child.i > cue.i):
            yield child


def called_on(cue: Token) -> Iterator[Token]:
    """Heads of who is bidden by way of a preposition: "called on residents to stay indoors"."""
    for preposition in cue.children:
        if f"{cue.lemma_} {preposition.text}".lower() in words("calling_on"):
            yield from (t for t in preposition.children if t.dep_ == "pobj")


def doers(cue: Token) -> Iterator[Token]:
    """Who shall do what is bidden: "voters" of "urged voters to stay"; not of "asked for the road to be closed"."""
    for verb in cue.children:
        if verb.dep_ in ("ccomp", "xcomp") and infinitive(verb):
            beside = list(verb.children)
            if not any(t.dep_ == "auxpass" or (t.dep_ == "mark" and t.lower_ == "for") for t in beside):
                yield from (t for t in beside if t.dep_ == "nsubj" and t.i < verb.i)


def whole(noun: Token) -> Token:
    """The last of the nouns that the parse hangs on one verb though they are one: "host Ann Lee"."""
    for after in noun.head.children:
        if after.dep_ == noun.dep_ and after.left_edge.i == noun.right_edge.i + 1:
            noun = after
    return noun


def listens(doc: Doc, noun: Token, *, named: bool) -> bool:
    """Whether the noun is of somebody who can be told something, and not of the speaker.

    ``named``: the sentence makes it a listener; then any noun is somebody ("told the audience") that names no telling.
    """
    if noun.lower_ in words("reflexive") or noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    if noun.lemma_.lower() in words("told_things") or any(t.dep_ == "nummod" and measures(t) for t in noun.children):
        return False
    kind = kind_of(mention_of(doc, (phrase(noun),)))
    return kind != "document" and (named or kind != "unknown")


def measures(number: Token) -> bool:
    """Whether the number is of points, dollars or the like: a decimal one; of people there are whole ones."""
    return "." in number.text


def channel(doc: Doc, found: Attributed) -> Slice | None:
    """Where it was said: "on Telegram", "in a statement", "at a news conference", or where the source was published."""
    return next((slice_from(doc, noun.left_edge.i, ended(noun)) for noun in channel_nouns(doc, found)), None)


def ended(noun: Token) -> int:
    """Where the phrase of the noun ends, without the time ("an interview on Monday") and what is left unfinished."""
    doc, (start, end) = noun.doc, phrase(noun)
    end = next((t.i for t in doc[noun.i + 1 : end] if t.ent_type_ in TIMES or t.lower_ in WHEN), end)
    while end > noun.i + 1 and (doc[end - 1].pos_ in UNFINISHED or doc[end - 1].is_punct):
        if doc[end - 1].is_quote and balanced(doc[start:end].text):
            break
        end -= 1
    return end


def channel_nouns(doc: Doc, found: Attributed) -> Iterator[Token]:
    """The head of that: beside the cue, in it, or in what is told of the source itself ("published on Telegram").

    Or at the end of what is told, where that is a thing: "criticized the plan in a statement".
    """
    for prep in prepositions(doc, found):
        for noun in prep.children:
            if noun.dep_ in ("pobj", "dobj") and is_channel(noun) and not inside(noun.i, found.content):
                yield noun
    yield from swallowed(doc, found)


def is_channel(noun: Token) -> bool:
    """Whether something can be said in or on it."""
    return noun.lemma_.lower() in words("channels")


def swallowed(doc: Doc, found: Attributed) -> Iterator[Token]:
    """The head of a channel that the content ends with, of a thing that is told of: no clause, no quotation.

    It is new to the reader ("in a statement"), and nobody's but the speaker's ("in a statement by the union").
    """
    start, end = found.content[-1]
    content = doc[start:end]
    if len(found.content) > 1 or any(t.pos_ in VERBS and t.dep_ != "acl" for t in content) or found.quote != "indirect":
        return
    for noun in content:
        prep = noun.head
        if noun.dep_ != "pobj" or not is_channel(noun) or noun.right_edge.i + 1 < end or prep.i <= start:
            continue
        new = any(t.lower_ in words("indefinite") for t in noun.children if t.dep_ == "det")
        somebody_s = any(t.lower_ in words("publishing") for t in noun.children)
        if prep.lower_ in CHANNEL_PREPOSITIONS and new and not somebody_s:
            yield noun


def prepositions(doc: Doc, found: Attributed) -> Iterator[Token]:
    """Those that may begin a channel."""
    sources = [doc[slice(*span)].root for span in found.source]
    told = [
        c for root in sources for c in root.children if c.dep_ in ("acl", "relcl") and c.lemma_ in words("releasing")
    ]
    beside = (child for verb in (*saying(doc, found), *told) for child in verb.children)
    for word in (*beside, *(doc[i] for span in found.cue for i in range(*span))):
        if word.dep_ in ("prep", "advcl", "xcomp") and word.lower_ in CHANNEL_PREPOSITIONS:
            yield word


def cited(doc: Doc, found: Attributed) -> Iterator[Token]:
    """Heads of whom the source cites: "state media reported, citing Russian diplomats"; "a report citing officials"."""
    for child in hanging(doc, found, (found.source, found.content)):
        if child.lower_ not in PASSING or child.dep_ not in ("advcl", "prep", "acl", "conj", "relcl"):
            continue
        if child.i != found.head and child.tag_ in ACTIVE and not regarded(child):
            yield from (t for t in child.children if t.dep_ in ("dobj", "pobj") and not inside(t.i, found.content))


def carriers(doc: Doc, found: Attributed) -> Iterator[Token]:
    """Heads of whom the saying reached the article through: "a letter seen by the Herald", "Lee, quoted by Vesti".

    A statement is its author's who publishes it; what somebody says in "remarks published by Vesti" is not Vesti's.
    """
    places = tuple((noun.i, noun.i + 1) for noun in channel_nouns(doc, found))
    published = {child for start, _ in places for child in doc[start].children}
    for child in hanging(doc, found, (found.source, places)):
        verbs = words("carrying") | words("airing") if child in published else words("carrying")
        if child.tag_ in PAST and child.lemma_.lower() in verbs and not regarded(child):
            agents = (t for t in child.children if t.dep_ in ("agent", "prep") and t.lower_ == "by")
            yield from (t for agent in agents for t in agent.children if t.dep_ == "pobj")
    passing = passed_on(doc[found.head])
    if passing is not None and passing.carrier is not None and passing.speaker in found.source:
        yield passing.carrier
    yield from quoting(doc[found.head])


def quoting(cue: Token) -> Iterator[Token]:
    """Heads of who quotes the one whom the cue's clause tells of: "Vesti quotes Lee, who said so"."""
    verb = cue.head.head if cue.dep_ == "relcl" and cue.head.dep_ == "dobj" else cue
    if verb is not cue and verb.lower_ in PASSING and verb.tag_ in ACTIVE and not regarded(verb):
        yield from (t for t in verb.lefts if t.dep_ == "nsubj")


def regarded(verb: Token) -> bool:
    """Whether the verb says what something is taken for: "citing Norway as an example", "seen by some as a threat"."""
    return any(t.dep_ == "prep" and t.lower_ == "as" for noun in (verb, *verb.children) for t in noun.children)


def hanging(doc: Doc, found: Attributed, phrases: Iterable[tuple[Tokens, ...]]) -> Iterator[Token]:
    """What hangs on the cue or on the heads of ``phrases``, and is no part of the content."""
    nouns = [doc[slice(*span)].root for spans in phrases for span in spans]
    roots = [
        doc[found.head],
        *nouns,
        *(t for noun in nouns if noun.lemma_ in words("copies") for t in below(noun, "of")),
    ]
    return (child for root in roots for child in root.children if not inside(child.i, found.content))


def heard(doc: Doc, found: Attributed) -> Iterator[Token]:
    """Heads of whom the source has heard it from: "Lee said officials had told him", "she had learned from friends".

    Not of what has not happened: "they never told us", "you will hear that from him", "to hear from voters".
    """
    for verb in (doc[found.head], *(doc[slice(*span)].root for span in found.content)):
        if not happened(verb):
            continue
        if verb.lemma_.lower() in words("hearsay") and (verb.i == found.head or news(verb)):
            yield from below(verb, "from")
        elif verb.lemma_.lower() in words("telling") and not requests(verb):
            listeners = [t for t in verb.children if t.dep_ in LISTENERS and t.lower_ in words("listeners")]
            if any(t.dep_ == "nsubjpass" for t in listeners):
                yield from below(verb, "by")
            elif listeners and verb.i != found.head:
                yield from (t for t in verb.children if t.dep_ == "nsubj" and not conversing(t))


def happened(verb: Token) -> bool:
    """Whether it is neither denied nor asked, wished or still to come."""
    supposed = infinitive(verb) or any(t.dep_ in ("aux", "auxpass") and t.tag_ == "MD" for t in verb.children)
    return not supposed and modality(verb, None, None) != "question" and polarity(verb, None, None) == "positive"


def infinitive(verb: Token) -> bool:
    """Whether it is one with "to"."""
    return any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.children)


def news(verb: Token) -> bool:
    """Whether what was heard is told: "heard from friends that …", "learned this from them", not "learned from him"."""
    return any(
        t.dep_ == "ccomp" or (t.dep_ == "dobj" and t.lower_ in words("pointing_back")) or t.lower_ == "of"
        for t in verb.children
    )


def requests(verb: Token) -> bool:
    """Whether it tells somebody to do something, not that something is so: "told her to go", "told her what to do"."""
    return any(t.dep_ in ("xcomp", "ccomp") and infinitive(t) for t in verb.children)


def conversing(teller: Token) -> bool:
    """Whether it is the speaker or the listener: "I told them", "you tell me"."""
    return teller.lower_ in words("first_person") | words("first_person_plural") | words("second_person")


def below(verb: Token, preposition: str) -> Iterator[Token]:
    """The nouns that hang on ``verb`` by the preposition."""
    return (t for prep in verb.children if prep.lower_ == preposition for t in prep.children if t.dep_ == "pobj")


def covered(token: Token, found: Attributed) -> bool:
    """Whether the token belongs to the content or the source."""
    return inside(token.i, found.content) or inside(token.i, found.source)


def slice_from(doc: Doc, start: int, end: int) -> Slice:
    """Tokens [start, end) as a slice."""
    span = doc[start:end]
    return Slice(span.start_char, span.end_char, span.text)
