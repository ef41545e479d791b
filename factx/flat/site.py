"""The outlet of a document, as far as its address says it."""

from __future__ import annotations

from urllib.parse import urlsplit


def site(url: str | None) -> str | None:
    """The host in lower case, without ``www.``; None where the address has none."""
    try:
        found = urlsplit(url or "").hostname
    except ValueError:  # "http://[half an address"
        return None
    return found.removeprefix("www.") if found else None


def host(said: str) -> str:
    """The same of what a person types: a host, or an address."""
    return site(said) or site(f"//{said}") or said
