"""All checks of one record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factx.readers.article import ID_DIGITS, text_id
from factx.readers.stored import MAJOR, MARK, NO_RECORD
from factx.record import SCHEMA_VERSION
from factx.verification.fields import items, key, objects
from factx.verification.problem import Checked, Code, Problem
from factx.verification.references import reference_problems
from factx.verification.schema import schema_problems
from factx.verification.sense import sense_problems
from factx.verification.slices import slice_problems, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.verification.fields import Fields

HASH = re.compile(rf"[0-9a-f]{{{ID_DIGITS}}}")


def verified(value: object, where: str, article: str | None = None) -> Checked:
    """What is wrong with a JSON value as a record. ``article``: the text that it was made of, where that is known.

    Nothing that JSON can hold makes it raise.
    """
    if not isinstance(value, dict) or MARK not in value:
        return Checked(where, key(value), (Problem(Code.NO_RECORD, NO_RECORD),))
    if str(value[MARK]).partition(".")[0] != MAJOR:
        message = f"is a record of schema {value[MARK]}, not {SCHEMA_VERSION}; extract it again"
        return Checked(where, key(value), (Problem(Code.OTHER_SCHEMA, message),))
    own = value.get("text") if isinstance(value.get("text"), str) else None
    text = article if own is None else own
    problems = (
        *schema_problems(value),
        *_text_problems(value, own, article),
        *slice_problems(value, text),
        *reference_problems(value),
        *sense_problems(value),
    )
    spans = sum(len(spans_of(fields) or ()) for place, fields in objects(value) if place)
    return Checked(where, key(value), problems, len(items(value, "claims")), spans)


def _text_problems(record: Fields, own: str | None, article: str | None) -> Iterator[Problem]:
    text = article if own is None else own
    if text is None:
        yield Problem(Code.NO_TEXT, "has no text, so that no slice can be checked; give the article's file beside it")
        return
    if article is not None and own is not None and own != article:
        at = next(
            (n for n, (a, b) in enumerate(zip(own, article, strict=False)) if a != b), min(len(own), len(article))
        )
        message = f"its text differs from the article's, from character {at} on"
        yield Problem(Code.TEXT_DIFFERS, message, span=(at, at + 1) if at < len(own) else None)
    name = key(record)
    if name and HASH.fullmatch(name) and name != _hash(text):
        yield Problem(Code.TEXT_HASH, f"the id {name} is not the hash of the text, which is {_hash(text)}")


def _hash(text: str) -> str | None:
    try:
        return text_id(text)
    except UnicodeEncodeError:  # half a character; the schema says so
        return None
