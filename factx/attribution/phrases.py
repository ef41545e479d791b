"""The phrases an attribution is made of: the verb group of its cue, the noun phrase of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from factx.attribution.attributed import Tokens
    from factx.attribution.parse import Parse

_SHARING = frozenset(("conj", "xcomp", "advcl", "dep", "ccomp", "parataxis", "pcomp"))
_GROUP = frozenset(("aux", "auxpass", "neg", "advmod"))
# A subject is looked for this many verbs up; in polnear.train no shared subject was further away.
_CLIMB = 4
# A source of more tokens is a parser's slip: in polnear.train 99 % are shorter.
_LONGEST_SOURCE = 40


def verb_group(parse: Parse, verb: int) -> Tokens:
    """The verb with its auxiliaries, negation and adverbs before it, particle, "in a statement" and colon after it."""
    start = verb
    while start > 0 and parse.head[start - 1] == verb and parse.dep[start - 1] in _GROUP and _belongs(parse, start - 1):
        start -= 1
    while start < verb and parse.dep[start] == "advmod" and parse.tag[start] not in {"RB", "RBR"}:
        start += 1
    lead = parse.head[verb]
    if (
        parse.dep[verb] == "xcomp"
        and parse.tag[start] == "TO"
        and parse.lemma[lead] in load("attribution_words")["leads_on"]
    ):
        start = _lead(parse, lead, start)
    end = verb + 1
    if end < len(parse.words) and parse.head[end] == verb and (parse.dep[end] == "prt" or parse.tag[end] == "RP"):
        end += 1
    end = _occasion(parse, end)
    if end < len(parse.words) and parse.words[end] == ":":
        end += 1
    return start, end


def _lead(parse: Parse, verb: int, to: int) -> int:
    """Where "went on to" begins, if it stands right before ``to``."""
    if not verb < to <= verb + 2:
        return to
    while verb > 0 and parse.head[verb - 1] == parse.head[to] and parse.dep[verb - 1] in _GROUP:
        verb -= 1
    return verb


def _belongs(parse: Parse, i: int) -> bool:
    return parse.dep[i] != "advmod" or parse.tag[i] in {"RB", "RBR", "RBS"}


def _occasion(parse: Parse, end: int) -> int:
    """Past "in a statement" if it stands at ``end``."""
    words: dict[str, list[str]] = load("attribution_words")
    three = parse.lower[end : end + 3]
    if len(three) == len(("in", "a", "statement")) and three[0] in words["in"] and three[1] in words["a"]:
        return end + 3 if three[2] in words["statement"] else end
    return end


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb is passive: by its auxiliary, its subject, or its bare form ("asked about it, he said")."""
    if parse.kid(verb, "auxpass", "nsubjpass") is not None:
        return True
    return parse.tag[verb] == "VBN" and parse.dep[verb] == "advcl" and parse.kid(verb, "aux", "nsubj") is None


def agent(parse: Parse, verb: int) -> int | None:
    """Who did it, after "by"."""
    by = parse.kid(verb, "agent")
    return None if by is None else parse.kid(by, "pobj")


def subject(parse: Parse, verb: int) -> int | None:
    """Who does it: the verb's own subject, or the one it shares by coordination or control."""
    for _ in range(_CLIMB):
        found = parse.subject.get(verb)
        if found is None:
            found = _modified(parse, verb)
        if found is not None:
            return found
        head = _shared_with(parse, verb)
        if head is None:
            return None
        if not parse.is_verb(head):
            return head if parse.tag[head].startswith(("NN", "PRP")) else None
        verb = head
    return None


def _modified(parse: Parse, verb: int) -> int | None:
    """The noun that a participle or an infinitive modifies; the object that controls an infinitive."""
    head, dep = parse.head[verb], parse.dep[verb]
    if dep in {"acl", "relcl"}:
        return head if parse.tag[verb] == "VBG" or _has_to(parse, verb) else None
    if dep == "xcomp" and (controller := parse.kid(head, "dobj", "dative")) is not None and controller < verb:
        return controller
    return None


def _shared_with(parse: Parse, verb: int) -> int | None:
    """The word whose subject is the verb's too, if there is one."""
    head, dep, tag = parse.head[verb], parse.dep[verb], parse.tag[verb]
    if head == verb or dep not in _SHARING or (dep in {"ccomp", "parataxis"} and tag != "VBG"):
        return None
    if dep == "pcomp":
        return parse.head[head]
    if dep == "advcl" and tag == "VBG":
        return _speaker(parse, verb, head)
    if dep == "conj" and tag == "VBN" and is_passive(parse, head) and not is_passive(parse, verb):
        return None
    return head


def _has_to(parse: Parse, verb: int) -> bool:
    return any(parse.tag[c] == "TO" for c in parse.children[verb])


def _speaker(parse: Parse, participle: int, head: int) -> int:
    """Whose subject a participle after a comma has: "he said it rained, adding": not the rain's, his."""
    if parse.words[parse.left[participle] - 1] == ",":
        for _ in range(_CLIMB):
            if parse.dep[head] != "ccomp" or not parse.is_verb(parse.head[head]):
                break
            head = parse.head[head]
    return head


def neighbour(parse: Parse, cue: Tokens) -> int | None:
    """The noun right before a finite verb that the parser gave no subject."""
    i, stop = cue[0] - 1, cue[0]
    if i < 0 or not parse.tag[i].startswith(("NN", "PRP")):
        return None
    for _ in range(_CLIMB):
        up = parse.head[i]
        if up == i or up >= stop or parse.right[up] > stop or not parse.tag[up].startswith("NN"):
            break
        i = up
    return i


def noun_phrase(parse: Parse, noun: int, around: int | None = None) -> Tokens | None:
    """The phrase of a noun, up to the verb ``around`` that hangs on it, without a relative clause after a comma.

    As in PolNeAR, a phrase with a comma in it (an apposition) keeps the comma that closes it.
    """
    start, end = parse.left[noun], parse.right[noun]
    if start < noun and parse.tag[start] == "WDT":  # "a system which critics say is unfair": the critics
        start += 1
    if around is not None and start <= around < end:
        start, end = (start, parse.left[around]) if noun < around else (max(start, around + 1), end)
    end = min(end, start + _LONGEST_SOURCE)
    end = _before_relative(parse, noun, end)
    span = parse.trim(start, end)
    if span is None:
        return None
    start, end = span
    if parse.tag[end - 1] == "POS" and end - 1 > noun:
        end -= 1
    closing = end < len(parse.words) and parse.words[end] == "," and "," in parse.words[noun + 1 : end]
    return start, end + closing


def _before_relative(parse: Parse, noun: int, end: int) -> int:
    """Where ", which …" begins, if it does before ``end``."""
    for i in range(noun + 1, end - 1):
        if parse.words[i] == "," and parse.tag[i + 1] in {"WDT", "WP", "WP$", "WRB"}:
            return i
    return end
