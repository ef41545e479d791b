"""Texts that make a regular expression slow, made from the expression itself."""

from __future__ import annotations

import re
from re import _constants as ops  # type: ignore[attr-defined]  # the parser of the standard library says what repeats
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY = 100  # a part that repeats no more often than this cannot be slow by itself
PROBES = " \n\t\ra1A0.,-:'\"“/<>&;_(é\0"
TAILS = ("\0", "x", "\n")
BODIES = 6  # ways of going on that are tried


def attacks(pattern: str | bytes, flags: int, length: int) -> Iterator[str]:
    """The texts, each of about that length."""
    shown = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
    for begin, body in sorted(set(_pumps("", parser.parse(shown, flags & ~re.LOCALE)))):
        for tail in TAILS:
            yield begin + body * (length // len(body)) + tail
        yield (begin + body) * (length // len(begin + body))
    for probe in PROBES:
        yield probe * length


def _pumps(begin: str, parsed: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  the parser has no types
    """What leads to a part that repeats, and one round of it."""
    for op, value in parsed:
        yield from _within(begin, op, value)
        begin += _example(op, value)


def _within(begin: str, op: Any, value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  the same
    if op in {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT}:
        least, most, body = value
        if most is ops.MAXREPEAT or most > MANY:
            for one in _bodies(body):
                yield begin + one * least, one
        yield from _pumps(begin, body)
    elif op is ops.SUBPATTERN:
        yield from _pumps(begin, value[3])
    elif op is ops.ATOMIC_GROUP:
        yield from _pumps(begin, value)
    elif op is ops.BRANCH:
        for way in value[1]:
            yield from _pumps(begin, way)
    elif op in {ops.ASSERT, ops.ASSERT_NOT}:
        yield from _pumps(begin, value[1])


def _bodies(body: Any) -> list[str]:  # noqa: ANN401  the same
    """Several examples of what repeats: of a set several characters."""
    if len(body) == 1 and body[0][0] in {ops.IN, ops.ANY, ops.NOT_LITERAL}:
        return [c for c in PROBES + _members(body[0]) if _takes(body[0], c)][:BODIES] or ["a"]
    found = [_text(body)]
    if len(body) == 1 and body[0][0] is ops.SUBPATTERN:
        found += _bodies(body[0][1][3])
    if len(body) == 1 and body[0][0] is ops.BRANCH:
        found += [_text(way) for way in body[0][1][1]]
    return [one for one in found if one][:BODIES]


def _text(parsed: Any) -> str:  # noqa: ANN401  the same
    return "".join(_example(op, value) for op, value in parsed)


def _example(op: Any, value: Any) -> str:  # noqa: ANN401, PLR0911  the same; one way out a kind
    if op is ops.LITERAL:
        return chr(value)
    if op in {ops.IN, ops.ANY, ops.NOT_LITERAL}:
        return next((c for c in _members((op, value)) + PROBES if _takes((op, value), c)), "a")
    if op in {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT}:
        return _text(value[2]) * max(value[0], 1)  # type: ignore[no-any-return]  # the same
    if op is ops.SUBPATTERN:
        return _text(value[3])
    if op is ops.ATOMIC_GROUP:
        return _text(value)
    if op is ops.BRANCH:
        return _text(value[1][0])
    return ""


def _members(part: tuple[Any, Any]) -> str:
    """Characters that stand in a set themselves."""
    op, value = part
    if op is not ops.IN:
        return ""
    return "".join(chr(v if o is ops.LITERAL else v[0]) for o, v in value if o in {ops.LITERAL, ops.RANGE})


def _takes(part: tuple[Any, Any], char: str) -> bool:
    """Whether a set has that character."""
    op, value = part
    if op is ops.ANY:
        return char != "\n"
    if op is ops.NOT_LITERAL:
        return ord(char) != value  # type: ignore[no-any-return]  # the same
    negated = value[0][0] is ops.NEGATE
    return negated != any(_has(o, v, char) for o, v in value)


CATEGORIES = {ops.CATEGORY_SPACE: r"\s", ops.CATEGORY_DIGIT: r"\d", ops.CATEGORY_WORD: r"\w"}
OPPOSITES = {ops.CATEGORY_NOT_SPACE: r"\S", ops.CATEGORY_NOT_DIGIT: r"\D", ops.CATEGORY_NOT_WORD: r"\W"}


def _has(op: Any, value: Any, char: str) -> bool:  # noqa: ANN401  the same
    if op is ops.LITERAL:
        return ord(char) == int(value)
    if op is ops.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    if op is ops.CATEGORY:
        return re.match({**CATEGORIES, **OPPOSITES}[value], char) is not None
    return False
