"""Counted nouns, found through the parse, and the phrases around nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

NOUNS = ("NOUN", "PROPN")
PLURALS = ("NNS", "NNPS")
NAMES = ("NNP", "NNPS")
MODIFIERS = (*NOUNS, "ADJ", "ADV")
NUMERIC = ("nummod", "quantmod", "compound", "amod", "nmod", "det", "predet", "npadvmod")
WITHIN = ("compound", "amod", "nmod", "nummod", "poss", "punct", "case", "quantmod", "advmod")
ONE = ("1", "one")
# What goes on a common noun, so that no name stands at it: "two sales managers".
NO_NAMES = ("NN", "NNS", "HYPH", "POS")
# What begins a predicate or a relative clause.
CLAUSES = ("MD", "VBP", "VBZ", "VBD", "WP", "WDT")
# What designations like "Scud-B, Frog-5 and" are made of.
IN_CODES = ("NNP", "HYPH", "CD", ",", "CC")
SIZES = ("JJ", "RB")
QUOTES = ('"', "“", "”", "''")
TIMES = "times"
THOSE = "those"
# Signs that no noun's phrase reaches over.
ENDS = (":", ";", "—", "(")
# A counted noun farther from its number than this is a slip of the parser.
MAX_DISTANCE = 8


def counted_noun(number: Tokens, taken: frozenset[int]) -> tuple[Token, int] | None:
    """The noun that a number counts, and the token where its phrase begins; an amount counts no amount ("250ml")."""
    parsed = number[0].has_dep()  # Doc.has_annotation looks at every token
    head = (_times(number) or _by_parse(number) or _next_plural(number)) if parsed else _by_tags(number)
    head = head and _nearer_plural(number, head)
    head = head and _past_code(number, head)
    while head is not None and head.i in taken:
        head = head.head if head.head.i > head.i and head.head.pos_ in NOUNS else None
    if head is None or head.i < number.end:
        return None
    start = number.end
    if number.doc[start].tag_ == "CC":  # "two and four big children"
        start = max((i + 1 for i in taken if start < i < head.i), default=start)
    first = phrase_start(number.doc, start, head)
    return (head, first) if first <= head.i else None


def _nearer_plural(number: Tokens, head: Token) -> Token:
    """The plural that the parse passes over for a name or beyond a verb: "two ministers Ann Berg and", "12 men are"."""
    one = number.text.lower() in ONE
    for token in number.doc[number.end : head.i]:
        after = token.nbor().tag_
        if token.tag_ == "NNS" and not one and (after in CLAUSES or (head.tag_ == "NNP" and after not in NO_NAMES)):
            return token
    return head


def _past_code(number: Tokens, head: Token) -> Token | None:
    """The missiles of "Scud-B, Frog-5 and Frog-7 missiles", where the parse counts the letter behind a hyphen."""
    doc, i = number.doc, head.i
    if not is_symbol(head) or i - 1 <= number.end or doc[i - 1].tag_ != "HYPH":
        return head
    while i < len(doc) and doc[i].tag_ in IN_CODES:
        i += 1
    return doc[i] if i < len(doc) and doc[i].tag_ in PLURALS else None


def _times(number: Tokens) -> Token | None:
    """The "times" right after a number, which multiplies what follows: "1.4 times book value"."""
    after = number.doc[number.end] if number.end < len(number.doc) else None
    return after if after is not None and after.lower_ == TIMES else None


def multiplied(times: Token) -> Token | None:
    """The value in "1.4 times book value", the number in "four times the number"; none in "won 3 times in May"."""
    if times.lower_ != TIMES:
        return None
    near = times.doc[times.i + 1 : times.i + 1 + MAX_DISTANCE]
    noun = next((t for t in near if t.pos_ in NOUNS and t.dep_ != "compound" and t.left_edge.i <= times.i + 1), None)
    return noun if noun is not None and not noun.ent_type_ and noun.i > times.i else None


def whole(noun: Token) -> Token:
    """The noun that a noun before it is part of: the oven in "pizza oven"."""
    while noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.pos_ in NOUNS:
        noun = noun.head
    return noun


def is_symbol(noun: Token) -> bool:
    """Whether what a number stands before is a unit that no table has ("18 R"): nobody counts single capitals."""
    text = noun.text.rstrip(".")
    return len(text) == 1 and text.isupper()


def hyphened_to(number: Tokens, noun: Token) -> Token | None:
    """The engine in "a four-cylinder engine": what a noun that is tied to its number by a hyphen stands before."""
    doc = number.doc
    tied = noun.i == number.end + 1 and doc[number.end].tag_ == "HYPH"
    thing = noun.head
    return whole(thing) if tied and noun.dep_ in NUMERIC and thing.i > noun.i and thing.pos_ in NOUNS else None


def counted_before(number: Tokens) -> Token | None:
    """The plural that a bare number goes on counting: "435 homes by sale and 187 by tender"."""
    root = number.root
    before = root.dep_ == "conj" and root.head.i < number.start and root.head.tag_ in PLURALS
    return root.head if before and any(c.dep_ == "nummod" for c in root.head.lefts) else None


def _by_parse(number: Tokens) -> Token | None:
    """The head of the number's nummod arc, else what follows "of"; a slip inside the number is passed over."""
    for token in dict.fromkeys((number.root, number[-1])):
        head = token.head
        if token.dep_ in NUMERIC and head.i >= number.end and head.pos_ in (*NOUNS, "") and _near(number, head):
            return _nearer(number, head)
    return of_complement(number)


def _nearer(number: Tokens, head: Token) -> Token:
    """The noun itself, or the one between that it complements: the sales in "3m digital sales of films"."""
    of = head.head
    nearer = head.dep_ == "pobj" and of.dep_ == "prep" and number.end <= of.head.i < head.i and of.head.pos_ in NOUNS
    return of.head if nearer else head


def of_complement(number: Tokens, *, those: bool = False) -> Token | None:
    """The noun in "thousands of people", "3 percent of voters"; on request the pronoun in "a third of those asked"."""
    for token in number:
        for child in token.rights:
            if child.i >= number.end and child.dep_ == "prep" and child.lower_ == "of":
                things = (
                    c for c in child.rights if c.dep_ == "pobj" and (_is_thing(c) or (those and c.lower_ == THOSE))
                )
                complement = next(things, None)
                return complement if complement is not None and _near(number, complement) else None
    return None


def _is_thing(token: Token) -> bool:
    """A noun, or a name that ends in a number ("the Fortune 100")."""
    named = token.pos_ in NOUNS and token.tag_ != "VBN"  # no "a third of those screened"
    return named or (token.pos_ == "NUM" and any(c.dep_ == "compound" for c in token.lefts))


def _next_plural(number: Tokens) -> Token | None:
    """A plural right after the number, where the parser has missed that the two belong together."""
    token = number.doc[number.end] if number.end < len(number.doc) else None
    return token if token is not None and token.tag_ in PLURALS and not token.is_sent_start else None


def _near(number: Tokens, token: Token) -> bool:
    return token.i - number.end <= MAX_DISTANCE


def _by_tags(number: Tokens) -> Token | None:
    """The last noun of the run of nouns and adjectives that follows."""
    head = None
    for token in number.doc[number.end : number.end + MAX_DISTANCE]:
        if token.pos_ not in MODIFIERS:
            break
        head = token if token.pos_ in NOUNS else head
    return head


def phrase_start(doc: Doc, first: int, head: Token) -> int:
    """Past hyphens, "of", "the", "more" and the like; not past the "so" of "so-called"."""
    lead = load("numbered")["lead"]
    while first < head.i and (doc[first].is_punct or doc[first].is_space or doc[first].lower_ in lead):
        if doc[first].lower_ in lead and doc[first + 1].tag_ == "HYPH":
            break
        first += 1
    return first


def phrase(noun: Token, taken: frozenset[int]) -> tuple[int, int]:
    """Tokens of a noun's phrase, half open: with what stands before it, and with "of ..." after it ("drop in ...").

    Articles, pronouns and the tokens ``taken`` by amounts are left out, but of "a four-cylinder engine" the whole word.
    """
    first = noun.i
    for child in reversed(list(noun.lefts)):
        outside = child.dep_ not in WITHIN or child.tag_ == "PRP$" or child.text in ENDS
        if outside or child.right_edge.i + 1 < first:
            break
        first = child.left_edge.i
    ties = ("of", "in") if noun.lower_ in load("changes")["nouns"] else ("of",)
    inner = noun
    while (following := _tied(inner, ties)) is not None:  # "judges of the Court of Appeals"
        inner, ties = following, ("of",)
    last = inner.i
    if noun.lower_ == THOSE:  # "those asked"
        last = max((t.i for t in noun.rights if t.i == last + 1 and t.tag_ == "VBN"), default=last)
    first = max((i + 1 for i in taken if first <= i < noun.i), default=first)
    last = noun.i if any(noun.i < i <= last for i in taken) else last
    first = _past_size(noun, first, taken)
    if noun.doc[first].tag_ == "HYPH" and first - 1 in taken and first + 1 not in taken:
        return first - 1, last + 1
    return phrase_start(noun.doc, first, noun), last + 1


def _past_size(noun: Token, first: int, taken: frozenset[int]) -> int:
    """Past the adjective that says what a measure before it is of: "a one metre high fence", "12-foot-high walls"."""
    doc, size = noun.doc, first + 1 if noun.doc[first].tag_ == "HYPH" else first
    measured = first - 1 in taken and not doc[first - 1].like_num and size < noun.i
    sized = measured and doc[size].lower_ in load("units")["sizes"] and doc[size].tag_.startswith(SIZES)
    return size + 1 if sized else first


def closed(noun: Token, first: int, end: int) -> tuple[int, int]:
    """The tokens of a noun's phrase, half open, with both marks of a quotation in it or with neither."""
    doc = noun.doc
    marks = [t.i for t in doc[first:end] if _is_quote(t)]
    if len(marks) % 2 == 0:
        return first, end
    if first > 0 and _is_quote(doc[first - 1]):
        return first - 1, end
    if end < len(doc) and _is_quote(doc[end]):
        return first, end + 1
    if marks[-1] < noun.i:
        return marks[-1] + 1, end
    return (first, marks[-1]) if first < marks[-1] else (first, end)


def _is_quote(token: Token) -> bool:
    return token.text in QUOTES or (token.text in "'‘’" and token.tag_ in ("``", "''"))


def _tied(noun: Token, ties: tuple[str, ...]) -> Token | None:
    """The noun that the preposition right behind ``noun`` leads to, if it is one of ``ties``."""
    for of in noun.rights:
        if of.dep_ == "prep" and of.lower_ in ties and of.i == noun.i + 1:
            return next((c for c in reversed(list(of.rights)) if c.dep_ == "pobj" and c.pos_ in NOUNS), None)
    return None
