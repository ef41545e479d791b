"""A comparison for people: what was added, dropped and reworded, with the words that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factx.amount import amount
from factx.chain import Chains, Speaker
from factx.comparison.change import Field, Status
from factx.comparison.wording import stretches
from factx.record import Date, Quantity
from factx.writers.printable import one_line
from factx.writers.table.page import Page, counted, rule
from factx.writers.table.styles import BETWEEN, QUIET
from factx.writers.table.who import who
from factx.writers.when import when

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from typing import TextIO

    from factx.comparison.change import Change, ClaimDiff, Comparison
    from factx.record import Claim, Record

# Struck out and underlined, for those who do not tell these colours apart; without colours, as git's word diff has it.
DROPPED, ADDED = "red strike", "green underline"
SIGNS = {Status.ADDED: "+", Status.DROPPED: "-", Status.REWORDED: "~", Status.CHANGED: "~"}
WIDEST = max(map(len, Field))


class DiffTable:
    """Writes each document that differs, and a line for each that does not."""

    def __init__(self, stream: TextIO, shared: Container[str | None] = ()) -> None:
        """A ``shared`` path is that of several documents, and tells none of them."""
        self._page, self._shared = Page(stream), shared

    def write(self, comparison: Comparison) -> None:
        """Print it and flush it."""
        self._page.print(View(self._page, self._shared).lines(comparison))

    def close(self) -> None:
        """Nothing follows the last document."""


class View:
    """The lines of a document, each after its indent."""

    def __init__(self, page: Page, shared: Container[str | None]) -> None:
        self._width, self._colour, self._shared = page.width, page.colour, shared

    def lines(self, comparison: Comparison) -> Iterator[tuple[Text, Text]]:
        """A header, then each claim that is not the same."""
        flush = Text()
        yield flush, self._heading(comparison)
        yield flush, Text(_counts(comparison), QUIET)
        old, new = comparison.old, comparison.new
        if old and new:
            if old.title and new.title and old.title != new.title:
                yield Text("title  ", QUIET), self._marked(old.title, new.title)
            if old.published != new.published:
                yield flush, Text(f"published {old.published or 'unknown'} → {new.published or 'unknown'}", QUIET)
            differing = [diff for diff in comparison.claims if diff.status is not Status.SAME]
            yield from [(flush, rule(self._width))] if differing else []
            for diff in differing:
                yield from self._claim(diff, old, new)
        yield flush, Text()

    def _heading(self, comparison: Comparison) -> Text:
        records = [record for record in (comparison.old, comparison.new) if record]
        names = dict.fromkeys(map(_name, records))
        heading = Text.assemble((" → ", QUIET)).join(Text(name, "bold") for name in names)
        if any(record.path in self._shared for record in records):
            heading.append(BETWEEN + one_line(records[-1].title or records[-1].id), QUIET)
        return heading

    def _claim(self, diff: ClaimDiff, old: Record, new: Record) -> Iterator[tuple[Text, Text]]:
        ids = list(dict.fromkeys(claim.id for claim in (diff.old, diff.new) if claim))
        claim, record = (diff.new, new) if diff.new else (diff.old, old)
        if claim is None:
            return
        sign = {Status.ADDED: ADDED, Status.DROPPED: DROPPED}.get(diff.status, "")
        indent = Text.assemble((SIGNS[diff.status], sign.partition(" ")[0]), (f" {' → '.join(ids)}  ", QUIET))
        yield indent, _speaking(claim, record)
        under = Text("  ")
        yield under, self._words(diff, claim)
        for change in diff.changes:
            if change.field is not Field.WORDING:
                yield Text(f"  {change.field.value:{WIDEST}}  ", QUIET), _change(change)

    def _words(self, diff: ClaimDiff, claim: Claim) -> Text:
        if diff.old and diff.new:
            return self._marked(diff.old.proposition, diff.new.proposition)
        style = ADDED if diff.new else DROPPED
        return Text(one_line(claim.proposition), style if self._colour else "")

    def _marked(self, old: str, new: str) -> Text:
        """The words of both, with those that differ marked."""
        line = Text()
        for stretch in stretches(old, new):
            words = one_line(stretch.text)
            match stretch.op:
                case "equal":
                    line.append(words)
                case "delete":
                    line.append(words if self._colour else f"[-{words}-]", DROPPED if self._colour else "")
                case "insert":
                    line.append(words if self._colour else f"{{+{words}+}}", ADDED if self._colour else "")
        return line


def _name(record: Record) -> str:
    return one_line(record.path or record.title or record.id)


def _counts(comparison: Comparison) -> str:
    match comparison.status:
        case Status.ADDED | Status.DROPPED as status:
            record = comparison.new or comparison.old
            return f"{status.value} document{BETWEEN}{counted(len(record.claims) if record else 0, 'claim')}"
        case _:
            shown = (Status.REWORDED, Status.CHANGED, Status.ADDED, Status.DROPPED)
            parts = [f"{count:,} {status.value}" for status in shown if (count := comparison.count(status))]
            same = comparison.count(Status.SAME)
            return BETWEEN.join([*parts, *([f"{same:,} the same"] if same or not parts else [])])


def _speaking(claim: Claim, record: Record) -> Text:
    chain = Chains(record).chain(claim)
    return who(chain) if chain else Text("the article", QUIET)


def _change(change: Change) -> Text:
    line = Text.assemble((" → ", QUIET)).join([_shown(change.old), _shown(change.new)])
    return line.append(f" ({change.specific.value})", QUIET) if change.specific else line


def _shown(value: object) -> Text:
    match value:
        case None | ():
            return Text("none", QUIET)
        case Speaker():
            return who([value])
        case Quantity():
            words = _amount(value)
        case Date():
            words = when(value)
        case tuple():
            words = ", ".join(value)
        case float():
            words = f"{value:.2f}"
        case _:
            words = str(value)
    return Text(one_line(words))


def _amount(quantity: Quantity) -> str:
    """With the change that it is of: "up by 3.2 percent"."""
    return " ".join(filter(None, (quantity.change, quantity.change_role, amount(quantity))))
