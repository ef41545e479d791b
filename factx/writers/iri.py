"""Names that hold everywhere, as linked data needs them (RFC 3987, RFC 8141).

An article is named by its address, where it has one; what factx finds in it is named by the record's id, so that two
versions of one address stay apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

if TYPE_CHECKING:
    from factx.record import PipelineInfo, Record

TERMS = "urn:factx:terms#"
PATH = "/%:@!$&'()*+,;=~"  # what RFC 3986 lets stand in a path as it is; % begins what is escaped already


def article(record: Record) -> str:
    """The article's address, else the name of its record."""
    return (record.url and _address(record.url)) or _urn(record)


def part(record: Record, key: str) -> str:
    """A claim, source or other part of the record, by its id there."""
    return f"{_urn(record)}#{quote(key, safe='')}"


def pipeline(info: PipelineInfo) -> str:
    """The pipeline that made a record, by its weights."""
    return f"urn:factx:pipeline:{quote(info.sha256, safe='')}"


def _urn(record: Record) -> str:
    return f"urn:factx:record:{quote(record.id, safe='')}"


def _address(url: str) -> str | None:
    """An absolute address of the web with everything escaped that must be, its fragment dropped; None if it is none."""
    try:
        split = urlsplit(url.strip())
        host = split.netloc.encode("idna" if not split.netloc.isascii() else "ascii").decode("ascii")
    except ValueError:  # UnicodeError too
        return None
    if split.scheme not in {"http", "https"} or not host or quote(host, safe="[]:@%-._~!$&'()*+,;=") != host:
        return None
    return urlunsplit((split.scheme, host, quote(split.path, safe=PATH), quote(split.query, safe=PATH + "?"), ""))
