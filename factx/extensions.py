"""What the components keep on a ``Doc``, beyond spaCy's own annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc

from factx.record import Notice

if TYPE_CHECKING:
    from factx.record import Offsets


def ensure(name: str, default: object = None) -> None:
    """Register ``doc._.<name>`` unless somebody has; a default is shared by all documents, so let it be immutable."""
    if not Doc.has_extension(name):
        Doc.set_extension(name, default=default)


def notice(doc: Doc, code: str, message: str, span: Offsets | None = None) -> None:
    """Add a warning to ``doc._.notices``, a list of ``Notice`` (None until there is one)."""
    ensure("notices")
    if doc._.notices is None:
        doc._.notices = []
    doc._.notices.append(Notice(code, message, span))
