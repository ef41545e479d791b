"""All records of all files, with the articles that they were made of."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING

from factx.annotate import HASH, packaged
from factx.database.header import is_database
from factx.errors import InputError
from factx.readers.content import content_format
from factx.readers.found import Reading
from factx.readers.head import begun
from factx.readers.read import read_with
from factx.readers.stored import MAKE_RECORDS
from factx.verification.fields import inner, key
from factx.verification.pairing import Articles
from factx.verification.problem import Checked, Code, Problem
from factx.verification.read import Broken, stored_values, values
from factx.verification.verify import verified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from factx.article import Article


class Verification:
    """Checks records as they come, and remembers what is to be remarked about all of them."""

    def __init__(self, articles: Sequence[Article], *, files: int = 1) -> None:
        """``files``: in how many the records are."""
        self._articles, self._pairs, self._files = articles, Articles(articles), files
        self._used: set[int] = set()
        self._documents: Counter[str] = Counter()
        self._pipelines: Counter[str] = Counter()

    def over_file(self, path: str, *, certain: bool = True) -> Iterator[Checked | InputError]:
        """Everything in a file; unless it is ``certain`` to hold records, an error where there is none."""
        if is_database(path):
            return read_with(path, lambda _, where, __: self._over(stored_values(path, where)))
        if certain:
            return read_with(path, lambda stream, where, _: self._over(values(stream, where)))
        return read_with(path, lambda stream, where, _: self._looked_for(stream, where, path))

    def _looked_for(self, stream: BinaryIO, where: str, path: str) -> Iterator[Checked]:
        """What is no record is told once there is one. Raises InputError where there is none."""
        head, stream = begun(stream, telling=True)
        kept: list[Checked] | None = []
        for checked in self._over(values(stream, where)):
            if kept is not None:
                kept.append(checked)
                if checked.is_marked:
                    yield from kept
                    kept = None
            else:
                yield checked
        if kept:
            form = content_format(head, path, where, Reading())
            raise InputError(where, f"holds no record of factx, it is read as {form}; {MAKE_RECORDS}")

    def _over(self, found: Iterator[tuple[str, object]]) -> Iterator[Checked]:
        """Every value, each with its place."""
        first = list(islice(found, 2))
        for place, value in chain(first, found):
            if isinstance(value, Broken):
                yield Checked(place, None, (Problem(Code.NOT_JSON, f"is no JSON: {value.why}"),))
            else:
                yield self._one(place, value, alone=len(first) == self._files == 1)

    def _one(self, where: str, value: object, *, alone: bool) -> Checked:
        article = self._pairs.of(value, alone=alone) if isinstance(value, dict) else None
        if article is not None:
            self._used.add(id(article))
        if (name := key(value)) is not None:
            self._documents[name] += 1
        if isinstance(digest := inner(value, "pipeline", "sha256"), str):
            self._pipelines[digest] += 1
        return verified(value, where, article.text if article else None)

    def remarks(self) -> Iterator[str]:
        """What is no problem of a record, but should be known."""
        for name, count in self._documents.items():
            if count > 1:
                yield f"{count} records have the id {name}"
        for article in self._articles:
            if id(article) not in self._used:
                yield f"{article.path or article.id}: no record is of this article"
        installed = (packaged() / HASH).read_text(encoding="utf-8").strip()
        if others := sum(count for digest, count in self._pipelines.items() if digest != installed):
            yield f"{others} of {self._pipelines.total()} records were made by another pipeline than the installed one"
