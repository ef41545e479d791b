"""Claims from many documents, for people: on a terminal, and in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.text import Text

from factx.writers.escaped import escaped
from factx.writers.printable import one_line
from factx.writers.table.claim import QUOTED
from factx.writers.table.page import Page
from factx.writers.table.styles import BETWEEN, CONTENT, CUE, DATE, QUIET, SOURCE
from factx.writers.table.who import NOBODY, short
from factx.writers.when import covered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from factx.flat import Row, Value

OWN = "in the article's own voice"


class ClaimLines:
    """Three lines for each claim: when and who, what, and where it stands."""

    def __init__(self, stream: TextIO) -> None:
        self._page = Page(stream)
        self._any = False

    def row(self, row: Row) -> None:
        """Print the claim."""
        self._any = True
        first, *others = _lines(row)
        self._page.print([(Text(), first), *((Text("  "), line) for line in others), (Text(), Text())])

    def flush(self) -> None:
        """Each claim is shown at once."""

    def close(self) -> None:
        """Say so if there was none."""
        if not self._any:
            self._page.print([(Text(), Text("No claim was found.", QUIET))])


class ClaimList:
    """The same in Markdown: a list."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._any = False

    def row(self, row: Row) -> None:
        """Write the item."""
        self._any = True
        who = f"**{escaped(_who(row))}**"
        cue = f", *{escaped(str(row['cue']))}*" if row["cue"] else ""
        self._stream.write(f"- {escaped(_days(row))} {who}{cue}\n\n  > {escaped(str(row['content']))}\n\n")
        self._stream.write(f"  {escaped(_where(row))}\n\n")

    def flush(self) -> None:
        """Flush the items so far."""
        self._stream.flush()

    def close(self) -> None:
        """Say so if there was none."""
        if not self._any:
            self._stream.write("No claim was found.\n")
        self._stream.flush()


def _lines(row: Row) -> Iterator[Text]:
    cue = (BETWEEN, QUIET), (one_line(str(row["cue"])), CUE)
    yield Text.assemble((_days(row), DATE), "  ", (_who(row), SOURCE), *(cue if row["cue"] else ()))
    yield Text(one_line(str(row["content"])), CONTENT)
    yield Text(_where(row), QUIET)


def _who(row: Row) -> str:
    """The chain, with the speaker's role; as it is in the view of a record."""
    if row["kind"] == "statement":
        return OWN
    chain = cast("Sequence[str | None]", row["chain"]) or [None]
    return " → ".join(_named(row, name) if name else NOBODY for name in chain)


def _named(row: Row, name: str) -> str:
    role = str(row["role"] or "")
    return f"{short(name)}, {short(role)}" if name == row["speaker"] and role not in name else short(name)


def _days(row: Row) -> str:
    """The days, of the publication if the text does not say when it was said."""
    days = covered(_text(row["first_day"]), _text(row["last_day"])) or "no day"
    return f"{days} (published)" if row["day_by"] == "publication" else days


def _where(row: Row) -> str:
    """The site, the document, the claim, and what is not plain about it."""
    document = row["title"] or row["path"] or row["url"] or row["document_id"]
    parts: list[Value] = [row["site"], document, row["claim_id"]]
    parts.append(QUOTED.get(str(row["quote"])))
    parts += [trait for trait in (row["polarity"], row["modality"]) if trait not in {"positive", "asserted"}]
    return BETWEEN.join(one_line(str(part)) for part in parts if part)


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None
