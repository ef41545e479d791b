"""IPTC ninjs, news in JSON, in its versions 1 (``body_text``, ``headline``), 2 and 3 (``bodies``, ``headlines``).

https://iptc.org/standards/ninjs/. Version 3 writes its names in camel case, so capitals do not count here.
"""

from __future__ import annotations

from typing import Any

from factx.errors import InputError
from factx.readers.found import Keys

BODY, HEADLINE = "body_", "headline_"
KEYS = Keys(text="text", id="uri", date="date", title="title", url="url", author="author")


def is_ninjs(fields: dict[str, Any]) -> bool:
    """Whether an object names itself by a URI and has a body, as ninjs does."""
    named = {name.lower() for name in fields}
    return "uri" in named and ("bodies" in named or any(name.startswith(BODY) for name in named))


def ninjs(fields: dict[str, Any], where: str) -> tuple[dict[str, Any], Keys]:
    """The fields of its article, and how they are named. Raises InputError where there is no body."""
    given = {name.lower(): value for name, value in fields.items()}
    text = _text(given, where)
    made = {
        "text": text,
        "uri": given.get("uri"),
        "url": _address(given.get("uri")),
        "date": given.get("versioncreated") or given.get("firstcreated"),
        "title": _headline(given),
        "author": given.get("byline") or given.get("by"),
    }
    return {name: value for name, value in made.items() if value is not None}, KEYS


def _text(given: dict[str, Any], where: str) -> str:
    """The plain body; the rich one, as plain text, where only that has the paragraphs."""
    plain, rich = _bodies(given)
    if rich and not (plain and "\n" in plain.strip()):
        from factx.readers.blocks import fragment  # noqa: PLC0415  only marked-up bodies need a parser

        return fragment(rich, where)
    if plain is None:
        raise InputError(where, f"is ninjs without a body_text, body_xhtml or bodies{_kind(given)}")
    return plain


def _bodies(given: dict[str, Any]) -> tuple[str | None, str | None]:
    """The first plain and the first marked-up body."""
    plain = rich = None
    for kind, value in (*_listed(given.get("bodies")), *_named(given)):
        if not isinstance(value, str) or not value.strip():
            continue
        if "html" in kind:
            rich = rich or value
        elif "xml" not in kind:
            plain = plain or value
    return plain, rich


def _listed(bodies: Any) -> list[tuple[str, Any]]:  # noqa: ANN401  JSON has no narrower type
    """Of each body its content type and role, and what it says."""
    if not isinstance(bodies, list):
        return []
    lowered = [{name.lower(): value for name, value in body.items()} for body in bodies if isinstance(body, dict)]
    return [(f"{body.get('contenttype')} {body.get('role')}".lower(), body.get("value")) for body in lowered]


def _named(given: dict[str, Any]) -> list[tuple[str, Any]]:
    """``body_text`` first; what is marked up and does not say so begins with its mark."""
    bodies = {name: value for name, value in given.items() if name.startswith(BODY)}
    names = sorted(bodies, key=lambda name: name != f"{BODY}text")
    return [("html" if str(bodies[name]).lstrip().startswith("<") else name, bodies[name]) for name in names]


def _headline(given: dict[str, Any]) -> Any:  # noqa: ANN401  the same
    headlines = given.get("headlines")
    listed = [one for one in headlines if isinstance(one, dict)] if isinstance(headlines, list) else []
    if listed:
        main = next((one for one in listed if one.get("role") == "main"), listed[0])
        return main.get("value")
    named = sorted(name for name in given if name.startswith(HEADLINE))
    return given.get("headline") or next((given[name] for name in (f"{HEADLINE}main", *named) if name in given), None)


def _address(uri: object) -> str | None:
    return uri if isinstance(uri, str) and uri.startswith(("http://", "https://")) else None


def _kind(given: dict[str, Any]) -> str:
    kind = given.get("type")
    return f"; its type is {kind}" if isinstance(kind, str) else ""
