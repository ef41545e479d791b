"""What a measure, a price, a percentage or a bare number is said of, through the parse.

"inflation rose 3 %" is said of inflation, "a 25 % tax" of the tax, "revenue of $5m" of revenue, "the dead numbered 40"
of the dead: Almasian et al. (2023), CQE, call it the concept of a quantity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.quantities.nouns import NOUNS, NUMERIC, of_complement

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.tokens import Span as Tokens

# Longer ways through the parse lead astray more often than home.
MAX_STEPS = 8
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
CLAUSES = ("relcl", "acl")
RELATIVES = ("WDT", "WP")
VERBAL = ("VERB", "AUX")


def said_of(amount: Tokens, taken: frozenset[int]) -> tuple[Token, bool] | None:
    """The noun that an amount is said of, and whether as the subject of its predicate.

    ``taken`` are the tokens of all amounts of the document: no amount is said of an amount.
    """
    root = amount.root
    head = _modified(root, amount)
    if head is not None:
        return head, False
    of = of_complement(amount)
    if of is not None and of.i not in taken:
        return of, False
    return _above(root, taken)


def _modified(root: Token, amount: Tokens) -> Token | None:
    """The noun before which an amount stands: "a 25 % tax"."""
    for token in dict.fromkeys((root, amount[-1])):
        head = token.head
        if token.dep_ in (*NUMERIC, "npadvmod") and head.i >= amount.end and head.pos_ in NOUNS:
            return head
    return None


def _above(token: Token, taken: frozenset[int]) -> tuple[Token, bool] | None:
    """What stands above in the parse: the noun with a preposition, or the subject or object of the verb."""
    through_preposition = False
    for _ in range(MAX_STEPS):
        dep, head = token.dep_, token.head
        if head.i == token.i or dep in SUBJECTS:
            return None
        through_preposition = through_preposition or dep in ("pobj", "prep")
        if head.pos_ in VERBAL or head.dep_ == "ROOT":
            found = _of_verb(head, token, taken, through_preposition=through_preposition)
            if found is not None or head.pos_ in VERBAL:
                return found
        if head.pos_ in NOUNS and head.i not in taken and dep != "conj":
            return head, False
        token = head
    return None


def _of_verb(
    verb: Token, token: Token, taken: frozenset[int], *, through_preposition: bool
) -> tuple[Token, bool] | None:
    """The object where the amount comes with a preposition ("bought it for $5"), else the subject."""
    if through_preposition:
        for child in verb.rights:
            if child.dep_ == "dobj" and child.i < token.i and child.pos_ in NOUNS and child.i not in taken:
                return child, False
    for _ in range(MAX_STEPS):
        subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
        if subject is not None and subject.tag_ not in RELATIVES:
            nominal = subject.pos_ in NOUNS or subject.tag_ in ("JJ", "DT", "CD", "NN")
            return (subject, True) if nominal and subject.i not in taken else None
        head = verb.head
        if head.i == verb.i:
            return None
        if head.pos_ in NOUNS:
            return (head, False) if verb.dep_ in CLAUSES and head.i not in taken else None
        verb = head
    return None
