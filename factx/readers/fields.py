"""An object with named fields, from a line of JSON or a row of a table, to an article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factx.errors import InputError, UsageError
from factx.readers.arrays import array_of_articles
from factx.readers.article import article
from factx.readers.content import SUFFIXES, suffix
from factx.readers.found import Found, InputFormat, Keys
from factx.readers.ninjs import is_ninjs, ninjs
from factx.readers.paths import lookup, outline, said
from factx.readers.published import published_on
from factx.readers.stored import NO_RECORD, is_record, stored

if TYPE_CHECKING:
    from factx.readers.found import Reading, Stored
    from factx.record import PublishedBy


def item(fields: dict[str, Any], where: str, path: str | None, how: Reading) -> Found | Stored:
    """The record that an object is, where records are looked for, or the article that it holds. Raises InputError."""
    if how.records and is_record(fields):
        return stored(fields, where)
    if not how.articles:
        raise InputError(where, NO_RECORD)
    return found(fields, where, path, how)


def found(fields: dict[str, Any], where: str, path: str | None, how: Reading) -> Found:
    """The article that an object holds. Raises InputError."""
    keys, given = how.keys, fields
    if how.format is InputFormat.NINJS or (is_ninjs(fields) and said(fields, keys.text) is None):
        fields, keys = ninjs(fields, where)
    published, by, remarks = dated(said(fields, keys.date), how.published)
    made = article(
        _text(fields, keys.text, where, path),
        where,
        id=_id(said(fields, keys.id)),
        path=path,
        url=string(said(fields, keys.url)),
        title=string(said(fields, keys.title)),
        author=names(said(fields, keys.author)),
        published=published,
        published_by=by,
    )
    return Found(where, made, remarks, fields if fields is given else None)


def dated(value: object, option: str | None) -> tuple[str | None, PublishedBy | None, tuple[str, ...]]:
    """The date of publication, who gave it, and what could not be read of it."""
    if option:
        return option, "option", ()
    if value is None or value == "":
        return None, None, ()
    if not isinstance(value, str | int):
        return None, None, (f"read without its date: {json.dumps(value)[:40]} is no date that can be read",)
    try:
        return published_on(str(value)), "metadata", ()
    except UsageError as error:
        return None, None, (f"read without its date: {error}",)


def _text(fields: dict[str, Any], key: str, where: str, path: str | None) -> str:
    try:
        text = lookup(fields, key)
    except KeyError:
        way = _way(fields, key, path) or "name the field of the text with --text-key"
        raise InputError(where, f'has no "{key}" (it has {outline(fields)}); {way}') from None
    if not isinstance(text, str):
        raise InputError(where, f'"{key}" is not a string but {json.dumps(text)[:40]}')
    return text


def _way(fields: dict[str, Any], key: str, path: str | None) -> str | None:
    """To the articles, where they stand in an array within the object."""
    array = array_of_articles(fields, key)
    if array is None:
        return None
    whole = "--input-format json " if path and SUFFIXES.get(suffix(path)) is InputFormat.JSONL else ""
    return f'"{array.path}" is an array with a text in each of its objects: {whole}{array.options(Keys().text)}'


def _id(value: object) -> str | None:
    """Strings and whole numbers name an article; anything else does not."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def string(value: object) -> str | None:
    """A string that is not blank."""
    return value if isinstance(value, str) and value.strip() else None


def names(value: object) -> str | None:
    """One name, or several as one string."""
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        value = "; ".join(value)
    return string(value)
