"""One claim: who, how, when; what kind of claim; and where the text says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from factx.amount import amount
from factx.writers.printable import one_line
from factx.writers.table.context import context
from factx.writers.table.styles import BETWEEN, CUE, DATE, QUIET
from factx.writers.table.who import who
from factx.writers.when import when

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeVar

    from factx.chain import Chains, Speaker
    from factx.record import Attribution, Claim, Date, Quantity, Record, Source

    Item = TypeVar("Item", Source, Date, Quantity)

QUOTED = {"direct": "quoted", "mixed": "partly quoted", "indirect": "paraphrased"}


def described(record: Record, claim: Claim, chains: Chains) -> list[Text]:
    """The lines about a claim; one of the article's own voice is quieter."""
    if claim.attribution is None:
        return [_traits(record, claim), Text(one_line(claim.content.text), QUIET)]
    return [_head(record, claim.attribution, chains.chain(claim)), _traits(record, claim), _words(record, claim)]


def _head(record: Record, said: Attribution, chain: Iterable[Speaker]) -> Text:
    """Such as ``Russian diplomats → state media, earlier this month (2023-11-01…12)``."""
    line = who(chain)
    if date := by_id(record.dates).get(said.date_id or ""):
        line.append_text(_when(date, line.plain))
    return line


def _when(date: Date, after: str) -> Text:
    """The date behind the words ``after``, which may end in its own: "statement released on Sunday (2023-11-12)"."""
    words, days = one_line(date.text), one_line(when(date))
    if days != words and re.search(rf"\b{re.escape(words)}$", after):
        return Text(days.removeprefix(words), DATE)
    return Text.assemble((", ", QUIET), (days, DATE))


def _traits(record: Record, claim: Claim) -> Text:
    """The cue; what is not plain: kind, quotation, denial, mood, nesting, numbers; and how sure factx is."""
    traits: list[str] = [claim.kind]
    if claim.quote:
        traits.append(QUOTED[claim.quote])
    traits += [trait for trait in (claim.polarity, claim.modality) if trait not in {"positive", "asserted"}]
    if claim.parent:
        traits.append(f"within {claim.parent}")
    quantities = by_id(record.quantities)
    traits += [one_line(amount(quantities[key])) for key in claim.quantities if key in quantities]
    if claim.attribution is None:
        return Text(BETWEEN.join(traits), QUIET)
    traits.append(f"{claim.confidence:.0%} sure")
    cue = Text(one_line(claim.attribution.cue.text), CUE)
    return Text.assemble((BETWEEN, QUIET)).join([cue, Text(BETWEEN.join(traits), QUIET)])


def _words(record: Record, claim: Claim) -> Text:
    if record.text is None:
        return Text(one_line(claim.content.text))
    return context(record.text, record.sentences, claim)


def by_id(items: tuple[Item, ...]) -> Mapping[str, Item]:
    """The items of a record under their ids."""
    return {item.id: item for item in items}
