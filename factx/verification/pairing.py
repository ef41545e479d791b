"""Which article a record was made of."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

from factx.verification.fields import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factx.article import Article
    from factx.verification.fields import Fields


class Articles:
    """Finds an article by the record's id, else by its path, else by its file's name; a lone one by neither."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._lone = articles[0] if len(articles) == 1 else None
        self._by_id, self._by_path, self._by_name = (defaultdict[str, list["Article"]](list) for _ in range(3))
        for article in articles:
            self._by_id[article.id].append(article)
            if article.path is not None:
                self._by_path[_path(article.path).as_posix()].append(article)
                self._by_name[_path(article.path).name].append(article)

    def of(self, record: Fields, *, alone: bool) -> Article | None:
        """The article; None where there is none or it is not clear. ``alone``: no other record is looked for."""
        found = self._by_id.get(key(record) or "", [])
        if isinstance(path := record.get("path"), str):
            found = found or self._by_path.get(_path(path).as_posix(), []) or self._by_name.get(_path(path).name, [])
        if len(found) == 1 or len({article.text for article in found}) == 1:
            return found[0]
        return self._lone if alone and not found else None


def _path(path: str) -> PureWindowsPath:
    """With either separator: a record may have been made on another system."""
    return PureWindowsPath(path)
