"""Somebody's words in somebody else's: "Vesti quoted Ann Lee as saying …", "Ann Lee was quoted by Vesti as saying …".

Lee says it, and Vesti passes it on. The words tell the two apart more surely than labels read one by one, and often
than the parse, which takes "quotes" for a noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factx.attribution.spans import Roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Tokens

PASSING = frozenset({"cite", "cited", "cites", "citing", "quote", "quoted", "quotes", "quoting"})
# Only of somebody in the passive: "was reported as saying".
PASSIVE = frozenset({"reported"})
VERBS = PASSING | PASSIVE
SAYING = "saying"
# What else somebody is quoted as doing with words: "quotes an official as denying it".
SPEAKING = frozenset({
    SAYING, "accusing", "acknowledging", "admitting", "blaming", "calling", "claiming", "condemning", "confirming",
    "criticising", "criticizing", "declaring", "denying", "describing", "expressing", "insisting", "predicting",
    "rejecting", "stating", "suggesting", "telling", "urging", "warning",
})  # fmt: skip
BEING = frozenset({"are", "be", "been", "being", "is", "was", "were"})
FINAL = frozenset(".!?")
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
# Between the verb and "as saying" is a noun phrase, seldom longer than this.
LONGEST = 40
# What stands beside the noun phrase: when it was, and what sets that apart.
BESIDE = frozenset({"DATE", "TIME"})


class PassedOn(NamedTuple):
    """``verb``: the token "quoted"; ``saying``: "saying"; ``speaker``: who says it, where the words tell.

    ``cue``: of the passive, the verb with its auxiliaries and "as saying". ``carrier``: the head of who passes it on.
    """

    verb: int
    saying: int
    speaker: Tokens | None
    carrier: Token | None
    cue: tuple[Tokens, ...] | None

    @property
    def passive(self) -> bool:
        """Whether it is the speaker who "is quoted"."""
        return self.cue is not None


def all_passed_on(doc: Doc, lower: Sequence[str]) -> Iterator[PassedOn]:
    """Every such construction with "saying", in the order of the text; ``lower`` are the tokens in lower case."""
    for i, word in enumerate(lower):
        if word == SAYING and (found := passed_on(doc[i])) is not None:
            yield found


def passed_on(token: Token) -> PassedOn | None:
    """The construction that ``token`` is the verb or the saying of; None for any other token."""
    saying = _forward(token) if token.lower_ in VERBS else token
    verb = _backward(saying) if saying is not None and saying.lower_ in SPEAKING else None
    if verb is None or saying is None or token not in (verb, saying):
        return None
    between = verb.i + 1, saying.i - 1
    first = verb.nbor(1).lower_
    if not (_is_passive(verb) or first in ("as", "by")):
        if verb.lower_ in PASSIVE or (speaker := _phrase(verb.doc, between)) is None:
            return None
        carrier = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
        return PassedOn(verb.i, saying.i, speaker, carrier, None)
    by = verb.nbor(1) if first == "by" else next((t for t in saying.rights if t.lower_ == "by"), None)
    subject = verb.head if verb.dep_ == "acl" else _child(verb, "nsubjpass")
    start = _auxiliaries(verb)
    cue = ((start, saying.i + 1),) if between[0] == between[1] else ((start, verb.i + 1), (saying.i - 1, saying.i + 1))
    speaker = None
    if subject is not None and subject.i < start:
        speaker = subject.left_edge.i, min(subject.right_edge.i + 1, start)
    return PassedOn(verb.i, saying.i, speaker, None if by is None else _child(by, "pobj"), cue)


def corrected(doc: Doc, found: PassedOn, read: Roles) -> Roles | None:
    """``read``, a reading of the verb or the saying, with its speaker as the source; None where nothing is right of it.

    What an active verb has behind it stays the carrier's words: "Vesti quoted [Ann Lee as saying …]".
    """
    source = read.source if found.speaker is None else (found.speaker,)
    if any(start > found.saying for start, _ in read.content):
        if not (found.passive or read.cue[0][0] > found.verb):
            return read
        content = tuple(span for span in read.content if not any(a < span[1] and span[0] < b for a, b in source))
        return read._replace(source=source, cue=found.cue or read.cue, content=content)
    before = tuple(span for span in read.content if span[1] <= _begins(found))
    if before:  # "“Go,” he was quoted as saying", "“Go,” Vesti quoted her as saying"
        return read._replace(source=source, content=before)
    told = _told(doc, found)
    if found.passive or told is None or found.speaker is None:
        return None
    return read._replace(content=((found.speaker[0], told[1]),))


def plain(doc: Doc, found: PassedOn) -> Iterator[Roles]:
    """Of the verb and the saying: the roles as the words alone show them, with the rest of the sentence as content."""
    told, speaker, saying = _told(doc, found), found.speaker, found.cue or ((found.saying, found.saying + 1),)
    if speaker is None:
        return
    if told is None:  # "Twenty people died, Vesti quoted the ministry as saying."
        ahead = _ahead(doc, found)
        if ahead is not None:
            yield Roles((speaker,), found.cue or ((found.verb, found.verb + 1),), (ahead,))
        return
    if not found.passive and found.carrier is not None and doc[found.verb].tag_ != "VBG":
        carrier = found.carrier.left_edge.i, min(found.carrier.right_edge.i + 1, found.verb)
        yield Roles((carrier,), ((found.verb, found.verb + 1),), ((speaker[0], told[1]),))
    yield Roles((speaker,), saying, (told,))


def _told(doc: Doc, found: PassedOn) -> Tokens | None:
    """The rest of the sentence behind "saying", without the marks at its end."""
    start, end = found.saying + 1, doc[found.saying].sent.end
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in FINAL):
        end -= 1
    return (start, end) if any(t.is_alpha for t in doc[start:end]) else None


def _ahead(doc: Doc, found: PassedOn) -> Tokens | None:
    """What the sentence begins with, up to a mark right before the construction; None where that is no clause."""
    start, end = doc[found.saying].sent.start, _begins(found)
    if not found.passive:
        end = min(end, found.carrier.left_edge.i) if found.carrier is not None else start
    marked = end > start and doc[end - 1].text == ","
    return (start, end - 1) if marked and any(t.tag_ in FINITE for t in doc[start:end]) else None


def _begins(found: PassedOn) -> int:
    """The first token of the construction."""
    starts = [found.verb, *(start for start, _ in found.cue or ())]
    return min([*starts, found.speaker[0]] if found.speaker is not None else starts)


def _backward(saying: Token) -> Token | None:
    """The verb before "as saying", in the same sentence."""
    doc, first = saying.doc, max(saying.sent.start, saying.i - LONGEST)
    if saying.i <= first or doc[saying.i - 1].lower_ != "as":
        return None
    for i in range(saying.i - 2, first - 1, -1):
        if doc[i].text in FINAL:
            return None
        if doc[i].lower_ in VERBS:
            return doc[i]
    return None


def _forward(verb: Token) -> Token | None:
    """The saying of the first "as saying" after the verb, in the same sentence."""
    doc, end = verb.doc, min(verb.sent.end, verb.i + LONGEST)
    return next(
        (doc[i] for i in range(verb.i + 2, end) if doc[i].lower_ in SPEAKING and doc[i - 1].lower_ == "as"), None
    )


def _auxiliaries(verb: Token) -> int:
    """Where the forms of "to be" before a passive begin: "has also been" quoted; the verb itself without any."""
    start = i = verb.i
    while i > verb.sent.start and (doc := verb.doc)[i - 1].pos_ in ("AUX", "ADV"):
        i -= 1
        if doc[i].pos_ == "AUX":
            start = i
    return start


def _is_passive(verb: Token) -> bool:
    return any(t.lower_ in BEING for t in verb.doc[_auxiliaries(verb) : verb.i])


def _child(token: Token, dep: str) -> Token | None:
    return next((t for t in token.children if t.dep_ == dep), None)


def _phrase(doc: Doc, between: Tokens) -> Tokens | None:
    """The tokens without the time and the marks at their end; None where no noun is left."""
    start, end = between
    while end > start and (doc[end - 1].is_punct or doc[end - 1].pos_ == "ADV" or doc[end - 1].ent_type_ in BESIDE):
        end -= 1
    nouns = any(t.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM") for t in doc[start:end])
    return (start, end) if nouns else None
