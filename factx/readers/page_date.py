"""The date of publication that a page's metadata states: schema.org in JSON-LD and in attributes, and meta elements.

Only what says of itself that it is the publication's date counts. What stands in the visible text or in an address is a
guess, which whoever reads may be offered, not given.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from factx.errors import UsageError
from factx.lexicons import load
from factx.readers.published import published_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

# Deeper than this, JSON-LD speaks of other things: of comments, of related articles.
WRAPPERS = ("@graph", "mainEntity", "mainEntityOfPage")

MODIFIED = re.compile(r'"dateModified"\s*:\s*"[^"]*"')


def page_date(tree: HtmlElement) -> str | None:
    """In ISO 8601, with the time of day where that is stated; None where nothing that can be read is."""
    for said in (*_linked_data(tree), *_meta(tree), *_attributes(tree)):
        try:
            return published_on(said)
        except UsageError:
            continue
    return None


def without_changes(tree: HtmlElement) -> None:
    """Take out what metadata says of a change, so that nobody takes it for a hint on the publication."""
    for element in (*tree.iterfind(".//meta"), *tree.iterfind(".//*[@itemprop]")):
        named = " ".join(element.get(name) or "" for name in ("property", "name", "itemprop", "http-equiv")).lower()
        if any(part in named for part in load("page_dates")["changed"]):
            for said in ("content", "datetime"):
                element.attrib.pop(said, None)
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        script.text = MODIFIED.sub('"dateModified": null', script.text or "")


def _linked_data(tree: HtmlElement) -> list[str]:
    """What JSON-LD says, of the most special type first."""
    types = load("page_dates")["types"]
    ranked = []
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            data = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            kinds = thing.get("@type")
            named = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
            rank = min((types.index(name) for name in named if name in types), default=None)
            if rank is not None and isinstance(said := thing.get("datePublished"), str):
                ranked.append((rank, said))
    return [said for _, said in sorted(ranked, key=lambda one: one[0])]


def _things(data: Any, depth: int = 3) -> Iterator[dict[str, Any]]:  # noqa: ANN401  JSON has no narrower type
    if isinstance(data, list):
        for one in data:
            yield from _things(one, depth)
    elif isinstance(data, dict) and depth:
        yield data
        for wrapper in WRAPPERS:
            yield from _things(data.get(wrapper), depth - 1)


def _meta(tree: HtmlElement) -> list[str]:
    """What meta elements say, those with the surest names first."""
    names = load("page_dates")["meta"]
    found: dict[str, str] = {}
    for element in tree.iterfind(".//meta"):
        name = str(element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if name in names and (said := element.get("content")):
            found.setdefault(name, said)
    return [found[name] for name in names if name in found]


def _attributes(tree: HtmlElement) -> list[str]:
    """What elements within the page are marked up as."""
    marked = tree.iterfind('.//*[@itemprop="datePublished"]'), tree.iterfind(".//time[@pubdate]")
    return [said for some in marked for one in some if (said := one.get("datetime") or one.get("content"))]
