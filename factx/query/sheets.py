"""How answers are written, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.flat import COLUMNS
from factx.query.counts import count_columns
from factx.query.formats import AnswerFormat

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from factx.query.question import Dimension
    from factx.writers.sheets import Sheet


def answer_sheet(form: AnswerFormat, stream: TextIO, by: Sequence[Dimension]) -> Sheet:
    """The sheet of that name before its first row: of claims, or of counts where they are counted by something."""
    from factx.writers.sheets.objects import Array, Lines  # noqa: PLC0415  one of them is needed
    from factx.writers.sheets.separated import Separated  # noqa: PLC0415  the same

    columns = count_columns(by) if by else list(COLUMNS)
    match form:
        case AnswerFormat.JSONL:
            return Lines(stream)
        case AnswerFormat.JSON:
            return Array(stream)
        case AnswerFormat.CSV:
            return Separated(stream, columns)
        case AnswerFormat.TSV:
            return Separated(stream, columns, "\t")
        case AnswerFormat.TABLE | AnswerFormat.MARKDOWN:
            return _for_people(form, stream, columns if by else None)


def _for_people(form: AnswerFormat, stream: TextIO, columns: Sequence[str] | None) -> Sheet:
    if columns is None:
        from factx.query.pages import ClaimLines, ClaimList  # noqa: PLC0415  Rich is not needed to write JSON

        return ClaimLines(stream) if form is AnswerFormat.TABLE else ClaimList(stream)
    from factx.writers.sheets.grid import Grid  # noqa: PLC0415  the same
    from factx.writers.sheets.pipes import Pipes  # noqa: PLC0415  the same

    return Grid(stream, columns) if form is AnswerFormat.TABLE else Pipes(stream, columns)
