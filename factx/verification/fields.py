"""Ways into a record as JSON has it, which may be damaged anywhere. Nothing here raises.

What has another type than it should is passed over: ``schema`` tells that it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.record import Offsets

Fields: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[str | int, ...]

LONGEST = 60  # characters of the text in a message


def items(record: Fields, name: str) -> list[Fields]:
    """The objects of the list of that name."""
    found = record.get(name)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def key(fields: object) -> str | None:
    """The id of an object."""
    found = fields.get("id") if isinstance(fields, dict) else None
    return found if isinstance(found, str) else None


def inner(fields: object, *names: str) -> Any:  # noqa: ANN401  whatever stands there
    """What stands under these names, one within the other; None where nothing does."""
    for name in names:
        fields = fields.get(name) if isinstance(fields, dict) else None
    return fields


def whole(value: object) -> TypeGuard[int]:
    """Whether it is a whole number, as offsets are."""
    return isinstance(value, int) and not isinstance(value, bool)


def number(value: object) -> TypeGuard[float]:
    """Whether it is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def offsets(value: object) -> list[Offsets]:
    """The pairs of offsets in a list of them."""
    if not isinstance(value, list):
        return []
    return [(pair[0], pair[1]) for pair in value if isinstance(pair, list) and len(pair) == 2 and all(map(whole, pair))]  # noqa: PLR2004


def objects(record: Fields) -> Iterator[tuple[Place, Fields]]:
    """Every object in the record with its place, in order; however deep they lie."""
    ahead: list[tuple[Place, Any]] = [((), record)]
    while ahead:
        place, value = ahead.pop()
        if isinstance(value, dict):
            yield place, value
            within: list[tuple[str | int, Any]] = list(value.items())
        elif isinstance(value, list):
            within = list(enumerate(value))
        else:
            continue
        ahead += [((*place, name), part) for name, part in reversed(within) if isinstance(part, dict | list)]


def claim_at(record: Fields, place: Place) -> str | None:
    """The id of the claim that the place lies in."""
    match place:
        case ("claims", int(at), *_):
            claims = record.get("claims")
            return key(claims[at]) if isinstance(claims, list) and at < len(claims) else None
        case _:
            return None


def named(record: Fields, place: Place) -> str:
    """The place for people: "content of c4", "counted of q3", "q3", "claims.7.content"."""
    value: Any = record
    owner, rest = None, list(place)
    for depth, step in enumerate(place):
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):  # what is missing
            break
        if (found := key(value)) is not None:
            owner, rest = found, list(place[depth + 1 :])
    path = ".".join(map(str, rest))
    return f"{path} of {owner}" if owner and path else owner or path or "the record"


def quoted(text: str) -> str:
    """The text in a message, without its end where it is long."""
    return repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
