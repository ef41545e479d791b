"""One claim: who, how, when; what kind of claim; and where the text says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factx.writers.printable import one_line
from factx.writers.table.amount import amount
from factx.writers.table.context import context
from factx.writers.table.styles import CUE, DATE, QUIET
from factx.writers.table.when import when
from factx.writers.table.who import who

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeVar

    from factx.record import Attribution, Claim, Date, Quantity, Record, Source

    Item = TypeVar("Item", Source, Date, Quantity)

BETWEEN = " · "
QUOTED = {"direct": "quoted", "mixed": "partly quoted", "indirect": "paraphrased"}


def described(record: Record, claim: Claim) -> list[Text]:
    """The lines about a claim; one of the article's own voice is quieter."""
    said = claim.attribution
    if said is None:
        return [_traits(record, claim), Text(one_line(claim.content.text), QUIET)]
    return [_head(record, said), _traits(record, claim), _words(record, claim)]


def _head(record: Record, said: Attribution) -> Text:
    parts = [who(said, by_id(record.sources)), Text(one_line(said.cue.text), CUE)]
    if date := by_id(record.dates).get(said.date_id or ""):
        parts.append(Text(one_line(when(date)), DATE))
    return Text.assemble((BETWEEN, QUIET)).join(parts)


def _traits(record: Record, claim: Claim) -> Text:
    """What is not plain: kind, quotation, denial, mood, nesting, numbers; and how sure factx is."""
    traits: list[str] = [claim.kind]
    if claim.quote:
        traits.append(QUOTED[claim.quote])
    traits += [trait for trait in (claim.polarity, claim.modality) if trait not in {"positive", "asserted"}]
    if claim.parent:
        traits.append(f"within {claim.parent}")
    quantities = by_id(record.quantities)
    traits += [one_line(amount(quantities[key])) for key in claim.quantities if key in quantities]
    if claim.attribution:
        traits.append(f"{claim.confidence:.0%} sure")
    return Text(BETWEEN.join(traits), QUIET)


def _words(record: Record, claim: Claim) -> Text:
    if record.text is None:
        return Text(one_line(claim.content.text))
    return context(record.text, record.sentences, claim)


def by_id(items: tuple[Item, ...]) -> Mapping[str, Item]:
    """The items of a record under their ids."""
    return {item.id: item for item in items}
