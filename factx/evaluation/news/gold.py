"""Whole articles annotated by hand, from JSON or JSON Lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from factx.errors import InputError
from factx.evaluation.checked import objects, one_of, shown, spans
from factx.evaluation.gold import places, relations
from factx.evaluation.relation import Relation
from factx.readers import Reading
from factx.readers.content import SUFFIXES, suffix
from factx.readers.fields import found
from factx.readers.found import InputFormat, Keys
from factx.readers.jsonl import each_object, one_object
from factx.readers.read import read_with
from factx.record import ClaimKind, Modality, Polarity, Quote, SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from factx.article import Article
    from factx.record import Offsets

Label: TypeAlias = Literal["kind", "type", "source_kind", "polarity", "modality"]

LABELS: dict[Label, tuple[str, ...]] = {
    "kind": get_args(ClaimKind),
    "type": get_args(Quote),
    "source_kind": get_args(SourceKind),
    "polarity": get_args(Polarity),
    "modality": get_args(Modality),
}


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution, and what a reader made of it.

    ``names``: of its source, the first one preferred; none where it has no name. ``labels``: what is right, the first
    preferred; without those that are not annotated. ``said``: first and last day of the saying. ``via``, ``relay``: a
    span each.
    """

    relation: Relation
    names: tuple[str, ...] = ()
    labels: Mapping[Label, tuple[str | None, ...]] = field(default_factory=dict)
    said: tuple[str, str] | None = None
    via: tuple[Offsets, ...] = ()
    relay: tuple[Offsets, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsGold:
    """An article and all that is claimed in it.

    ``optional``: attributions that may be found or not. ``statements``: the article's own. ``traps``: what only looks
    like a quotation.
    """

    article: Article
    attributions: tuple[Told, ...]
    optional: tuple[Relation, ...] = ()
    statements: tuple[Offsets, ...] = ()
    traps: tuple[Offsets, ...] = ()


def read_news(path: Path) -> Iterator[NewsGold | InputError]:
    """An article or an error a line of a ``.jsonl``, or of any other file as a whole.

    An article is ``{"id", "text", "published", "attributions", "optional_attributions", "statements", "traps"}``, the
    last two lists of spans. To what ``factx.evaluation.gold.read_gold`` reads of an attribution, this adds
    ``{"resolved_source", "source_kind", "polarity", "modality", "attribution_date": "first/last", "via": [[start, end],
    …], "relay", "alt": {label or "resolved_source": [value, …]}}``. Only "text", "attributions" and "content" have to
    be there.
    """
    reader = each_object if SUFFIXES.get(suffix(str(path))) is InputFormat.JSONL else one_object
    return read_with(
        str(path),
        lambda stream, where, shown: reader(stream, where, lambda fields, place: _gold(fields, place, shown)),
    )


def _gold(fields: dict[str, Any], where: str, path: str | None) -> NewsGold:
    several = relations(fields, where)
    read = found(fields, where, path, Reading(keys=Keys(date="published")))
    for remark in read.remarks:
        raise InputError(where, remark)
    text = read.article.text
    optional = objects(f"{where}: optional_attributions", fields.get("optional_attributions"))
    return NewsGold(
        read.article,
        tuple(
            _told(f"{where}: attributions[{n}]", relation, said, text)
            for n, (relation, said) in enumerate(zip(several, fields["attributions"], strict=True))
        ),
        tuple(Relation(places(f"{where}: optional_attributions[{n}]", said, text)) for n, said in enumerate(optional)),
        spans(f"{where}: statements", fields.get("statements"), len(text)),
        spans(f"{where}: traps", fields.get("traps"), len(text)),
    )


def _told(where: str, relation: Relation, said: dict[str, Any], text: str) -> Told:
    alt = said.get("alt", {})
    if not isinstance(alt, dict) or not all(isinstance(values, list) for values in alt.values()):
        raise InputError(where, f'"alt" is not an object of lists but {shown(alt)}')
    named = [name for name in (said.get("resolved_source"), *alt.get("resolved_source", ())) if name is not None]
    return Told(
        relation,
        tuple(_string(f"{where}.resolved_source", name) for name in named) if said.get("resolved_source") else (),
        {label: _label(where, label, said, alt) for label in LABELS if said.get(label) is not None},
        _days(f"{where}.attribution_date", said.get("attribution_date")),
        spans(f"{where}.via", said.get("via"), len(text)),
        spans(f"{where}.relay", said.get("relay"), len(text)),
    )


def _label(where: str, label: Label, said: dict[str, Any], alt: dict[str, list[object]]) -> tuple[str | None, ...]:
    """All that is right, None where nothing is. Raises InputError."""
    values = (said[label], *alt.get(label, ()))
    return tuple(one_of(LABELS[label], {label: value}, label, where) for value in values)


def _days(where: str, value: object) -> tuple[str, str] | None:
    if value is None:
        return None
    first, _, last = _string(where, value).partition("/")
    return first, last or first


def _string(where: str, value: object) -> str:
    if not isinstance(value, str):
        raise InputError(where, f"is not a string but {shown(value)}")
    return value
