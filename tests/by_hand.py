"""Records written by hand, as short as they can be: who says what to whom matters, the words do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.record import Attribution, Claim, Cue, PipelineInfo, Record, Source, extent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factx.record import ClaimKind, Quote, SourceKind

WORDS = "somebody said something"


def source(  # noqa: PLR0913  one parameter for each thing that is known of a source
    key: str,
    name: str,
    kind: SourceKind = "person",
    *,
    role: str | None = None,
    affiliation: str | None = None,
    author: str | None = None,
    named: bool = True,
) -> Source:
    """A source; ``named``: an entity of the article."""
    return Source(key, name, kind, (), role, affiliation, f"e-{key}" if named else None, author)


def said(  # noqa: PLR0913  one parameter for each thing that a claim can be
    key: str,
    by: str | None,
    *,
    via: tuple[str, ...] = (),
    relay: tuple[str, ...] = (),
    parent: str | None = None,
    kind: ClaimKind = "speech",
    quote: Quote = "indirect",
    mention: bool = True,
) -> Claim:
    """An attributed claim; without ``mention`` no word of the article names its source."""
    who = extent(WORDS, [(0, 8)]) if mention else None
    attribution = Attribution(who, by, Cue("said", ((9, 13),), "say"), via=via, relay=relay)
    content = extent(WORDS, [(14, 23)])
    return Claim(
        key,
        kind,
        quote,
        content,
        content.text,
        attribution,
        parent,
        None,
        "positive",
        "asserted",
        (),
        (),
        (),
        confidence=0.9,
    )


def stated(key: str) -> Claim:
    """A claim in the article's own voice."""
    content = extent(WORDS, [(0, 23)])
    return Claim(
        key, "statement", None, content, content.text, None, None, None, "positive", "asserted", (), (), (), 0.5
    )


def made(sources: Sequence[Source], claims: Sequence[Claim], key: str = "a1") -> Record:
    """The record of these."""
    return Record(
        id=key,
        path=f"{key}.txt",
        url=None,
        title=None,
        published="2023-11-12",
        published_by="option",
        text=WORDS,
        sentences=((0, len(WORDS)),),
        entities=(),
        sources=tuple(sources),
        quantities=(),
        dates=(),
        claims=tuple(claims),
        warnings=(),
        pipeline=PipelineInfo("by_hand", "0", "0" * 64),
    )
