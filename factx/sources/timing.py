"""When something was said: the time expression on the cue or the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.claims.predicate import SUBJECTS
from factx.sources.around import TIMES, inside, saying
from factx.sources.channels import swallowed
from factx.sources.kinds import kind_of
from factx.sources.mention import mention_of, phrase, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Attributed
    from factx.record import Date

VERBS = frozenset({"VERB", "AUX"})
# Of what the time is a part, "the end of May", or from when it is, "as of May".
PARTS = frozenset({"as", "of"})


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
