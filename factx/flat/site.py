"""The outlet of a document, as far as its address says it."""

from __future__ import annotations

from urllib.parse import urlsplit


def site(url: str | None) -> str | None:
    """The host in lower case, without ``www.``; None where the address has none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # "http://[half an address"
        return None
    return host.removeprefix("www.") if host else None
