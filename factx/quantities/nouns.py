"""Counted nouns, found through the parse, and their singular."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NOUNS = ("NOUN", "PROPN")
MODIFIERS = (*NOUNS, "ADJ", "ADV")
NUMERIC = ("nummod", "quantmod", "compound", "amod", "nmod", "det", "predet")
# A counted noun farther from its number than this is a slip of the parser.
MAX_DISTANCE = 8
SHORTEST_PLURAL = 4


def counted_noun(doc: Doc, start: int, end: int) -> tuple[Token, int] | None:
    """The noun counted by the number at code points ``start`` to ``end``, and the token where its phrase begins."""
    number = doc.char_span(start, end, alignment_mode="expand")
    if number is None:
        return None
    parsed = number[0].has_dep()  # Doc.has_annotation looks at every token
    head = (_by_parse(number) or _next_plural(number)) if parsed else _by_tags(number)
    if head is None or head.idx < end:
        return None
    first = _phrase_start(doc, number.end, head)
    return (head, max(doc[first].idx, end)) if first <= head.i else None


def _by_parse(number: Span) -> Token | None:
    """The head of the number's nummod arc, else what follows "of"; a slip inside the number is passed over."""
    for token in dict.fromkeys((number.root, number[-1])):
        head = token.head
        if token.dep_ in NUMERIC and head.i >= number.end and head.pos_ in (*NOUNS, "") and _near(number, head):
            return head
    for token in number:
        for child in token.rights:
            if child.i >= number.end and child.dep_ == "prep" and child.lower_ == "of":
                complement = next((c for c in child.rights if c.dep_ == "pobj" and _is_noun(c)), None)
                return complement if complement is not None and _near(number, complement) else None
    return None


def _next_plural(number: Span) -> Token | None:
    """A plural right after the number, where the parser has missed that the two belong together."""
    token = number.doc[number.end] if number.end < len(number.doc) else None
    return token if token is not None and token.tag_ == "NNS" and not token.is_sent_start else None


def _is_noun(token: Token) -> bool:
    return token.pos_ in NOUNS


def _near(number: Span, token: Token) -> bool:
    return token.i - number.end <= MAX_DISTANCE


def _by_tags(number: Span) -> Token | None:
    """The last noun of the run of nouns and adjectives that follows."""
    head = None
    for token in number.doc[number.end : number.end + MAX_DISTANCE]:
        if token.pos_ not in MODIFIERS:
            break
        head = token if token.pos_ in NOUNS else head
    return head


def _phrase_start(doc: Doc, first: int, head: Token) -> int:
    """Past hyphens, "of", "the", "more" and the like."""
    lead = load("numbered")["lead"]
    while first < head.i and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ in lead):
        first += 1
    return first


def singular(noun: Token) -> str:
    """The singular of a noun, "people" being its own; names keep their case."""
    irregular = load("plurals")["irregular"].get(noun.lower_)
    if irregular is not None:
        return str(irregular)
    lower = noun.text if noun.pos_ == "PROPN" else noun.lower_
    regular = noun.lower_.endswith(tuple(load("plurals")["es_endings"]))
    if noun.lemma_ and noun.lemma_.lower() != noun.lower_ and not regular:
        return noun.lemma_ if noun.pos_ != "PROPN" else _cased(noun.lemma_, noun.text)
    return lower if noun.tag_ in ("NN", "NNP") and noun.pos_ != "PROPN" else _without_ending(lower)


def _cased(lemma: str, text: str) -> str:
    return lemma.capitalize() if text[:1].isupper() and lemma.islower() else lemma


def _without_ending(word: str) -> str:
    endings = load("plurals")
    if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word.endswith(tuple(endings["invariable_endings"])):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(tuple(endings["es_endings"])) else word[:-1]
