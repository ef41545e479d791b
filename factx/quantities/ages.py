"""Ages: "42-year-old", "42 years old", "aged 42", "Peskov, 56,", "when she was six", "people under 30"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load
from factx.quantities.numbers import DASHES
from factx.quantities.tens import is_of_life

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factx.quantities.amounts import Amount
    from factx.quantities.comparators import Compared
    from factx.quantities.context import Context
    from factx.quantities.lexemes import Lexemes

# No one is older in years; larger numbers between commas are no ages.
OLDEST = 120
# "60 of the voters", "most of the voters", "many of the voters", "all of the voters".
SHARES = ("CD", "JJS", "JJ", "DT")
PERSONAL = ("he", "she", "i", "who", "you")


def years_old(lexemes: Lexemes, amount: Amount) -> int | None:
    """The lexeme "old" of "42-year-old" and "42 years old"."""
    year = year_word(lexemes, amount)
    return old_after(lexemes, year) if lexemes.lower(year) in ("year", "years") else None


def old_after(lexemes: Lexemes, i: int) -> int | None:
    """The lexeme "old" after the time word at lexeme ``i``: "six-month-old"."""
    old = i + 2 if lexemes.is_sign(i + 1, DASHES) else i + 1
    return old if lexemes.lower(old, i) in load("numbered")["age_after"] else None


def year_word(lexemes: Lexemes, amount: Amount) -> int:
    """The lexeme after a number, past a hyphen: where "year" would stand."""
    after = amount.number.last + 1
    return after + 1 if lexemes.is_sign(after, DASHES) else after


def is_age(context: Context, amount: Amount, compared: Compared) -> bool:
    """An age without its unit: "aged 42", "Peskov, 56,", "when she was six", "people under 30", "in her 30s"."""
    lexemes, number = context.lexemes, amount.number
    if number.ten:
        return amount.unit is None and is_of_life(lexemes, number)
    value = number.high if number.value is None else number.value
    if amount.unit is not None or value is None or not 0 < value <= OLDEST or value % 1:
        return False
    before = [lexemes.lower(number.first - k, number.first) for k in (1, 2)]
    if before[before[0] == "of"] in load("numbered")["age_before"]:  # "aged 42", "the ages of 17 and 20"
        return True
    bare = lexemes.lower(number.last + 1, number.first) == "" or not lexemes.items[number.last + 1].lower.endswith("s")
    if compared.words is not None and bare and _is_limit(context, amount, compared.words):
        return True
    return _between_commas(context, amount) or _is_predicate(context, amount)


def _is_limit(context: Context, amount: Amount, words: tuple[int, int]) -> bool:
    """As in "people under 30", "younger than 30", "half of the population is over 30"."""
    lexemes, first = context.lexemes, amount.number.first
    if lexemes.lower(words[0] - 1, first) in load("numbered")["aged_people"]:
        return True
    said = [lexemes.lower(i, first) for i in range(words[0], words[1] + 1)]
    return any(word in load("numbered")["age_limits"] for word in said) or (
        said[-1] in ("under", "over") and _is_share(context, words[0])
    )


def _is_share(context: Context, i: int) -> bool:
    """Whether the words from lexeme ``i`` on say of a share of people what they are: "most of the voters are over"."""
    verb = context.token(context.lexemes.items[i].start - 1)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if verb.lemma_ == "be" else None
    if subject is None:
        return False
    numbers = load("numbers")
    share = subject.tag_ in SHARES or subject.lower_ in (*numbers["fractions"], *numbers["percents"])
    of = (c for prep in subject.rights if prep.lower_ == "of" for c in prep.rights if c.dep_ == "pobj")
    return share and any(c.lower_ in (*load("numbered")["aged_people"], "population") for c in of)


def _between_commas(context: Context, amount: Amount) -> bool:
    """Whether a number stands between a person and another comma or the end: "Peskov, 56, said", "the actor, 56,"."""
    lexemes = context.lexemes
    if not (lexemes.is_sign(amount.first - 1, ",") and lexemes.is_sign(amount.last + 1, ",.―—–-")):
        return False
    comma = context.token(lexemes.items[amount.first - 1].start)
    return comma.i > 0 and _is_person(comma.nbor(-1))


def _is_person(token: Token) -> bool:
    """A person's name, or a noun like "suspect"."""
    noun = token.tag_ == "NN" and not token.ent_type_
    persons = (load("sources")["person"], load("clusters")["persons"])
    return token.ent_type_ == "PERSON" or (noun and any(token.lower_ in words for words in persons))


def _is_predicate(context: Context, amount: Amount) -> bool:
    """As in "when she was six", "he will be 35 by June", "the average age is 42"; not "they were 20 of them"."""
    root = context.tokens(amount.number.first, amount.number.last).root
    if root.dep_ not in ("attr", "acomp") or root.head.lemma_ not in ("be", "turn"):
        return False
    if any(c.dep_ != "prep" or c.lower_ == "of" for c in root.rights):
        return False
    subject = next((c for c in root.head.lefts if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    return subject.lower_ in (*PERSONAL, *load("numbered")["age_before"]) or subject.ent_type_ == "PERSON"
