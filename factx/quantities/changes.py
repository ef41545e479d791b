"""What rises and falls: by, to or from which number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from factx.lexicons import load
from factx.quantities.idioms import is_idiom, is_loss, is_particle
from factx.quantities.nouns import NOUNS

if TYPE_CHECKING:
    from factx.quantities.amounts import Amount
    from factx.quantities.context import Context
    from factx.quantities.lexemes import Lexemes

# "rose last month to 5 %": how far before its preposition a verb of change is looked for without a parse.
WINDOW = 5
# "rose 3 percent to 1.4 million": how far the second number may stand from the first.
CHAIN = 7
# "a 5 percent annual increase": how far after its number a noun of change may stand.
NOUN_WINDOW = 3
ADVERB, RATIO = "ly", "ratio"

Direction: TypeAlias = Literal["up", "down"]
Role: TypeAlias = Literal["by", "to", "from"]


@dataclass(frozen=True, slots=True)
class Change:
    """Whether something went up or down, and by, to or from which number; the lexeme that says so."""

    direction: Direction
    role: Role
    word: int


def changes_before(lexemes: Lexemes, i: int, *, near: bool = False) -> bool:
    """Whether a word of change stands before lexeme ``i`` in its clause, or right before it."""
    words = load("changes")
    known = words["direct"] | words["preposition"]
    for j in range(i - 1, i - 1 - (2 if near else WINDOW + 1), -1):
        found = lexemes.at(j, i)
        if found is None or found.text in ".;":
            return False
        if found.lower in known:
            return True
        if near and not found.lower.endswith(ADVERB):
            return False
    return False


def change(context: Context, amount: Amount, start: int, before: tuple[Amount, Change] | None) -> Change | None:
    """The change that an amount belongs to.

    ``start`` is the lexeme where its comparing words begin; ``before`` the amount before it and the change of that.
    """
    known = amount.number.ten or amount.unit is not None
    if known and context.lexemes.lower(start - 1, start) == "the" and _role(context.lexemes, start - 1):
        start -= 1  # "fell to the low 40s", "a drop from the 95 percent of May"
    role = _role(context.lexemes, start)
    if role is not None:
        found = _by_preposition(context, start, role)
        if found is None or context.lexemes.lower(found.word) in load("changes")["nouns"]:
            found = _by_parse(context, start, role) or found  # "cut its forecast for growth to 2 percent"
        return found or _chained(amount, before, role) or _left_out(context, amount, start, before, role)
    firm = amount.unit is not None
    found = (
        _by_verb(context, amount, start, firm=firm)
        or _by_noun(context.lexemes, amount, start, firm=firm)
        or _by_object(context, amount)
    )
    if found is not None and is_loss(context.lexemes, amount, found.word):
        return None
    return found or _repeated(context.lexemes, amount, start, before)


def _role(lexemes: Lexemes, start: int) -> Role | None:
    word = lexemes.lower(start - 1, start)
    if word == "between":
        word = lexemes.lower(start - 2, start)
    return "by" if word == "by" else "to" if word == "to" else "from" if word == "from" else None


@cache
def _known() -> dict[str, Direction]:
    """The words before "by", "to" and "from" that say which way."""
    words = load("changes")
    known = {**words["nouns"], **words["preposition"], **words["direct"]}
    return {word: way for word, way in known.items() if word not in words["only_rates"]}


def _by_preposition(context: Context, start: int, role: Role) -> Change | None:
    known = _known()
    for i in range(start - 2, start - 2 - WINDOW, -1):
        found = context.lexemes.at(i, start)
        if found is None or found.kind != "word":
            break
        if found.lower in known and not is_idiom(context.lexemes, i):
            return Change(known[found.lower], role, i)
    return None


def _by_parse(context: Context, start: int, role: Role) -> Change | None:
    """The verb or noun on which the preposition hangs, however far it stands."""
    if not context.parsed:
        return None
    head = context.token(context.lexemes.items[start - 1].start).head
    direction, word = _known().get(head.lower_), context.lexeme(head.idx)
    if direction is None or word is None or is_idiom(context.lexemes, word):
        return None
    return Change(direction, role, word)


def _chained(amount: Amount, before: tuple[Amount, Change] | None, role: Role) -> Change | None:
    """The second number of a change: "rose 3 percent to 1.4 million"."""
    if before is None or not 0 < amount.first - before[0].last <= CHAIN or before[1].role == role:
        return None
    return Change(before[1].direction, role, before[1].word)


def _left_out(
    context: Context, amount: Amount, start: int, before: tuple[Amount, Change] | None, role: Role
) -> Change | None:
    """The change of the one before, whose verb is not said again: "Ross fell by 3 percent, Macy's by 2.6 percent"."""
    if before is None or before[1].role != role or amount.unit is None or before[0].unit is None:
        return None
    alike = amount.unit.dimension == before[0].unit.dimension and amount.first - before[0].last <= CHAIN
    of_noun = context.parsed and context.token(context.lexemes.items[start - 1].start).head.pos_ in NOUNS
    return before[1] if alike and of_noun and context.same_sentence(before[0].first, amount.last) else None


def _by_object(context: Context, amount: Amount) -> Change | None:
    """As in "cut emissions 80 percent": a percentage that hangs on a verb of change."""
    if not context.parsed or amount.unit is None or amount.unit.dimension != RATIO:
        return None
    root = context.tokens(amount.first, amount.last).root
    direction = load("changes")["preposition"].get(root.head.lower_) or load("changes")["direct"].get(root.head.lower_)
    if root.dep_ not in ("dobj", "npadvmod") or direction is None or root.head.i > root.i:
        return None
    word = context.lexeme(root.head.idx)
    return None if word is None else Change(direction, "by", word)


def _by_verb(context: Context, amount: Amount, start: int, *, firm: bool) -> Change | None:
    words, lexemes = load("changes"), context.lexemes
    i = start - 2 if lexemes.lower(start - 1, start).endswith(ADVERB) else start - 1
    word = lexemes.lower(i, start)
    if word not in words["direct"] or (word in words["loose"] and not firm) or is_particle(context, i):
        return None
    level = any(lexemes.lower(j) in words["levels"] for j in range(start, amount.first))  # "fell below 10 %"
    return Change(words["direct"][word], "to" if level else "by", i)


def _by_noun(lexemes: Lexemes, amount: Amount, start: int, *, firm: bool) -> Change | None:
    """As in "an increase of 5 %", "a 5 % increase"."""
    nouns = load("changes")["nouns"]
    if lexemes.lower(start - 1, start) == "of" and lexemes.lower(start - 2, start) in nouns:
        return Change(nouns[lexemes.lower(start - 2)], "by", start - 2)
    if not firm or amount.number.value is None:
        return None
    for i in range(amount.last + 1, amount.last + 1 + NOUN_WINDOW):
        word = lexemes.lower(i, amount.first)
        if word in nouns:
            season = lexemes.lower(i - 1) in load("changes")["pointers"]  # "five weeks this fall"
            return None if season else Change(nouns[word], "by", i)
        if word in load("changes")["roles"] or word in load("changes")["stops"] or lexemes.is_sign(i, ",.;:()"):
            return None
    return None


def _repeated(lexemes: Lexemes, amount: Amount, start: int, before: tuple[Amount, Change] | None) -> Change | None:
    """The same change said again: "lost 190 points, or 0.6 %", "rose $5 (3 %)"."""
    if before is None or amount.unit is None or before[0].unit is None:
        return None
    between = [lexemes.items[i].lower for i in range(before[0].last + 1, start)]
    again = between and len(between) <= 2 and all(w in (",", "or", "(") for w in between)  # noqa: PLR2004  ", or"
    return before[1] if again else None
