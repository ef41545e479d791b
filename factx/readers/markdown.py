"""Markdown, as CommonMark has it: its words without the marks; front matter and the first heading say what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from factx.errors import InputError
from factx.readers.article import article
from factx.readers.blocks import fragment
from factx.readers.decode import decode
from factx.readers.fields import dated, names, string
from factx.readers.found import Found, Keys
from factx.readers.front_matter import front_matter
from factx.readers.paths import said
from factx.readers.whole import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from factx.readers.found import Reading


def read_markdown(stream: BinaryIO, where: str, path: str | None, how: Reading) -> Iterator[Found]:
    """One article. Raises InputError."""
    fields, body = front_matter(decode(whole(stream, where), where))
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = reader.parse(body)
    text = fragment(reader.renderer.render(tokens, reader.options, {}), where) if tokens else ""
    if not text:
        raise InputError(where, "is empty, there is no text in it")
    published, by, remarks = dated(_said(fields, "date", how.keys), how.published)
    made = article(
        text,
        where,
        path=path,
        url=string(_said(fields, "url", how.keys)),
        title=string(_said(fields, "title", how.keys)) or _heading(tokens, where),
        author=names(_said(fields, "author", how.keys)),
        published=published,
        published_by=by,
    )
    yield Found(where, made, remarks)


def _said(fields: dict[str, Any], name: str, keys: Keys) -> Any:  # noqa: ANN401  TOML has no narrower type
    """What front matter says under the key that was asked for, else under its usual name.

    Keys are for all inputs, and few who name those of a table mean the front matter, too.
    """
    asked = said(fields, getattr(keys, name))
    return said(fields, getattr(Keys(), name)) if asked is None else asked


def _heading(tokens: list[Any], where: str) -> str | None:
    """The heading of the first rank that the text begins with."""
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return fragment(MarkdownIt("commonmark").renderInline(tokens[1].content), where) or None
    return None
