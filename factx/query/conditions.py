"""A question as the condition of a query, with the values that stand for its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from factx.query.words import anything_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factx.query.question import Question

Condition: TypeAlias = "tuple[str, Sequence[str]]"

# The tables that conditions and counts speak of.
TABLES = """claims
JOIN documents ON documents.id = claims.document_id
LEFT JOIN sources AS speakers ON speakers.key = claims.speaker_key"""

SAID_BY = """(
    claims.key IN (
        SELECT claim_key FROM claim_sources
        WHERE part <> 'relay' AND source_key IN (SELECT rowid FROM sources_fts WHERE sources_fts MATCH ?)
    )
    OR claims.key IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)
)"""
ABOUT = "claims.key IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)"
# A saying without a first day began at any time, one without a last day goes on.
SINCE = "claims.day_by IS NOT NULL AND coalesce(claims.last_day, '9999-12-31') >= ?"
UNTIL = "claims.day_by IS NOT NULL AND coalesce(claims.first_day, '0000-01-01') <= ?"
AT = "(documents.site = ? OR substr(documents.site, -length(?) - 1) = '.' || ?)"


def condition(question: Question) -> Condition:
    """All that the question says. Raises UsageError."""
    return _all([*_besides_days(question), *_days(question)])


def without_day(question: Question) -> Condition:
    """The same of claims that have no day. Raises UsageError."""
    return _all([*_besides_days(question), ("claims.day_by IS NULL", ())])


def _all(parts: Sequence[Condition]) -> Condition:
    return " AND ".join(text for text, _ in parts) or "TRUE", [value for _, values in parts for value in values]


def _besides_days(question: Question) -> Iterator[Condition]:
    if question.who:
        words = anything_of(question.who, "--who")
        yield SAID_BY, (words, f"source : ({words})")
    if question.about:
        yield ABOUT, (f"content : ({anything_of(question.about, '--about')})",)
    for column, values in (
        ("claims.kind", question.kinds),
        ("claims.quote", question.quotes),
        ("claims.document_id", question.documents),
    ):
        if values:
            yield f"{column} IN ({', '.join('?' * len(values))})", values
    if question.sites:
        sites = [site for site in question.sites for _ in range(AT.count("?"))]
        yield f"({' OR '.join([AT] * len(question.sites))})", sites


def _days(question: Question) -> Iterator[Condition]:
    if question.since:
        yield SINCE, (question.since,)
    if question.until:
        yield UNTIL, (question.until,)
