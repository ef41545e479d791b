"""What a measure, a price, a percentage or a bare number is said of, through the parse.

"inflation rose 3 %" is said of inflation, "a 25 % tax" of the tax, "revenue of $5m" of revenue, "the dead numbered 40"
of the dead: Almasian et al. (2023), CQE, call it the concept of a quantity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.complements import complement
from factx.quantities.nouns import NAMES, NOUNS, NUMERIC, of_complement, whole

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Longer ways through the parse lead astray more often than home.
MAX_STEPS = 8
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
SENTENCES = ("ccomp", "parataxis")
CLAUSES = ("relcl", "acl")
RELATIVES = ("WDT", "WP")
QUESTIONS = ("WRB", "WP")
SINGULARS = ("NN", "NNP")
VERBAL = ("VERB", "AUX")
WHEN = ("DATE", "TIME")


def said_of(amount: Tokens, taken: frozenset[int], *, money: bool = False) -> tuple[Token, bool] | None:
    """The noun that an amount is said of, and whether as the subject of its predicate ("the dead numbered 40").

    ``taken`` are the tokens of all amounts of the document: no amount is said of an amount.
    """
    root = amount.root
    head = _modified(root, amount, taken)
    if head is not None:
        return _changed(head, taken) or head, False
    led_to = complement(amount, taken, money=money)
    if led_to is not None:
        return led_to, False
    beside = _beside(amount, taken)
    if beside is not None:
        return beside, True
    loose = next((t for t in amount if not amount.start <= t.head.i < amount.end), root)
    found = _above(root, taken) or (_above(loose, taken) if root.dep_ == "ROOT" else None)
    return (_changed(found[0], taken) or found[0], found[1]) if found else None


def _beside(amount: Tokens, taken: frozenset[int]) -> Token | None:
    """The noun in "Blackmores up 9.4 percent", "a market worth over $2bn", whatever the parse makes of it.

    So too the second of "wages rose 4 % and prices by 6 %", which the parse hangs on the first's amount.
    """
    i = amount.start - 1
    while i > 0 and amount.start <= amount.doc[i].head.i < amount.end:
        i -= 1
    if i < 1:
        return None
    word, before = amount.doc[i], amount.doc[i - 1]
    if word.lower_ in load("numbered")["beside_nouns"]:
        return before if before.pos_ in NOUNS or before.tag_ in NAMES else None
    if before.pos_ not in NOUNS or before.i in taken or word.dep_ not in ("prep", "quantmod"):
        return None
    first = before
    while first.dep_ == "conj" and first.head.pos_ in NOUNS and first.head.i not in taken:
        first = first.head
    gapped = (first.dep_ == "conj" and first.head.i in taken) or word.head.i in taken
    return first if gapped else None


def _modified(root: Token, amount: Tokens, taken: frozenset[int]) -> Token | None:
    """The noun before which an amount stands: "a 25 % tax"; at a hyphen the words' order is surer than the parse."""
    doc, end = amount.doc, amount.end
    for token in dict.fromkeys((root, amount[-1])):
        head = token.head
        noun = head.pos_ in NOUNS or head.tag_ in SINGULARS  # "a 270-hp V-6"
        if token.dep_ in NUMERIC and head.i >= end and noun and taken.isdisjoint(range(end, head.i)):
            if any(t.tag_ == "HYPH" for t in amount) and doc[end].pos_ in NOUNS and doc[end].dep_ != "compound":
                return doc[end]
            return whole(head)
    return None


def _changed(noun: Token, taken: frozenset[int]) -> Token | None:
    """The trade in "trade saw a 5 percent drop"; a drop in something says itself of what."""
    verb = noun.head
    seen = noun.dep_ == "dobj" and verb.lemma_ in load("changes")["undergone"]
    if not seen or noun.lower_ not in load("changes")["nouns"] or any(c.dep_ == "prep" for c in noun.rights):
        return None
    found = _of_verb(verb, noun, taken, through_preposition=False)
    return found and found[0]


def _above(token: Token, taken: frozenset[int]) -> tuple[Token, bool] | None:
    """What stands above in the parse: the noun with a preposition, or the subject or object of the verb."""
    through_preposition, margin, straight, root = False, False, True, token
    for _ in range(MAX_STEPS):
        dep, head = token.dep_, token.head
        if head.i == token.i or dep in SUBJECTS or (dep in SENTENCES and token is not root):
            return None
        if dep == "prep" and any(c.dep_ == "pcomp" and c.tag_ in QUESTIONS for c in token.rights):
            return None  # "50 miles from where the ship was found"
        through_preposition = through_preposition or dep in ("pobj", "prep")
        margin = margin or (dep == "prep" and token.lower_ == "by")  # "leads him by 5 points", "cut the budget by $5"
        straight = straight and (dep != "prep" or token.lower_ in load("changes")["roles"])
        if head.pos_ in VERBAL or head.dep_ == "ROOT":
            by_object = through_preposition and (not margin or changes(head))
            found = _of_verb(head, token, taken, through_preposition=by_object)
            if found is not None or head.pos_ in VERBAL:
                return found and (found[0], found[1] and straight and tallies(head))
        measured = any(c.dep_ == "pobj" and c.i in taken for of in head.rights for c in of.rights if of.lower_ == "of")
        joined = dep == "conj" and not measured  # but "a penalty of $5 for one and $7 for the other"
        if head.pos_ in NOUNS and head.i not in taken and not joined and not _is_light(head):
            said = _aged(head) if head.lower_ in load("numbered")["age_before"] else head
            return None if said is None or _is_when(said) else (said, False)
        token = head
    return None


def _is_when(noun: Token) -> bool:
    """Whether a noun is only a time ("last year"), and not one of something ("a year of record sales")."""
    return noun.ent_type_ in WHEN and not any(c.lower_ == "of" for c in noun.rights)


def _aged(age: Token) -> Token | None:
    """The children in "children under the age of 5", "children ages 5 to 8"; "at the age of 5" says only when."""
    limit = age.head
    if age.dep_ != "pobj":
        return limit if limit.pos_ in NOUNS and limit.i < age.i else None
    return limit.head if limit.lower_ != "at" and limit.head.pos_ in NOUNS else None


def tallies(verb: Token) -> bool:
    """Whether a verb says how many its subjects are: "numbered", "rose to", where "killed 40" does not."""
    return verb.lemma_ in load("numbered")["tallies"] or changes(verb)


def changes(verb: Token) -> bool:
    """Whether a verb says that something goes up or down."""
    words = load("changes")
    return verb.lower_ in words["direct"] or verb.lower_ in words["preposition"]


def _is_light(noun: Token) -> bool:
    """Whether a noun only carries the number: "a total of $5m", "an average of 70 days"."""
    return noun.lower_ in load("numbered")["light"] and any(c.lower_ == "of" for c in noun.rights)


def _of_verb(
    verb: Token, token: Token, taken: frozenset[int], *, through_preposition: bool
) -> tuple[Token, bool] | None:
    """The object where the amount comes with a preposition ("bought it for $5"), else the subject."""
    if through_preposition:
        for child in verb.rights:
            if child.dep_ == "dobj" and child.i < token.i and child.pos_ in NOUNS and child.i not in taken:
                return None if _is_light(child) else (child, False)
    for _ in range(MAX_STEPS):
        subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS]
        subject = next((c for c in subjects if c.i not in taken), subjects[0] if subjects else None)
        if subject is not None and (subject.tag_ not in RELATIVES or verb.dep_ not in CLAUSES):
            found = _subject(subject, taken)
            return found if found is None or found[0].i not in taken else None
        head = verb.head
        if head.i == verb.i or verb.dep_ in SENTENCES:
            return None
        if head.pos_ in NOUNS:
            noun = _agreeing(verb, head, subject)
            return (noun, False) if verb.dep_ in CLAUSES and noun.i not in taken else None
        verb = head
    return None


def _subject(subject: Token, taken: frozenset[int]) -> tuple[Token, bool] | None:
    """What a subject names: of an amount what it is of ("a third of the workers earn $15"), of "which" the noun."""
    if subject.i in taken:
        of = of_complement(subject.doc[subject.i : subject.i + 1], those=True)
        return (of, True) if of is not None else None
    if subject.tag_ in RELATIVES:
        before = _antecedent(subject)
        return (before, False) if before is not None else None
    return (subject, True) if _is_nominal(subject) else None


def _is_nominal(subject: Token) -> bool:
    """A noun, "the dead", "the lowest", a name that ends in a number ("the S&P 500"); pronouns name nothing."""
    numbered = subject.pos_ == "NUM" and any(c.dep_ == "compound" and c.tag_ in NAMES for c in subject.lefts)
    if subject.lower_ in load("numbered")["more_or_most"]:
        return False
    return numbered or subject.pos_ in NOUNS or subject.tag_ in (*NAMES, "NN", "NNS", "JJ", "JJR", "JJS", "VBN")


def _agreeing(verb: Token, noun: Token, relative: Token | None) -> Token:
    """The noun of a relative clause; the nearest if only that agrees, or a verb is between: "led by stocks, which"."""
    before = _antecedent(relative) if relative is not None else None
    if before is None or relative is None:
        return noun
    plural = before.tag_ in ("NNS", "NNPS")
    slip = plural and verb.lower_ in load("numbered")["plural_verbs"] and noun.tag_ in ("NN", "NNP")
    aside = relative.nbor(-1).text == ","
    crossed = aside and any(t.pos_ == "VERB" for t in noun.doc[noun.i + 1 : before.i])
    return before if slip or crossed else noun


def _antecedent(relative: Token) -> Token | None:
    """The noun right before a relative pronoun."""
    before = relative.doc[max(0, relative.i - 2) : relative.i]
    return next((t for t in reversed(list(before)) if t.pos_ in NOUNS), None)
