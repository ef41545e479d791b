"""``factx explain``: why a claim of a record is one."""

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factx.cli.messages import messages
from factx.cli.options import Pipeline
from factx.cli.startup import import_spacy
from factx.errors import InputError, UsageError
from factx.readers import Reading, Stored, read
from factx.readers.stored import NO_RECORD
from factx.record import Claim, Record, to_dict

if TYPE_CHECKING:
    from factx.attribution.explain import Explanation
    from factx.record import Offsets


class View(StrEnum):
    """How the explanation is written."""

    TEXT = "text"
    JSON = "json"


def explain(
    record: Annotated[
        str, typer.Argument(help="What factx extract wrote: jsonl, json, sqlite; packed too; - reads standard input.")
    ],
    claim: Annotated[str, typer.Argument(help="The claim's id, such as c4.")],
    *,
    document: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Which document, where the file holds several.")
    ] = None,
    pipeline: Pipeline = None,
    form: Annotated[View | None, typer.Option("--format", "-f", help="Default: text on a terminal, else json.")] = None,
) -> None:
    """Explain a claim: its cue, its source, the scores and the ways through the parse, and what was dropped.

    Example:  factx explain records.jsonl c4
    """
    stored = chosen(records(record), record, document)
    wanted = next((c for c in stored.claims if c.id == claim), None)
    if wanted is None:
        known = [c.id for c in stored.claims]
        span = f"it has {known[0]} to {known[-1]}" if known else "it has none"
        message = f"{stored.id} has no claim {claim}; {span}"
        raise UsageError(message)
    made, why = again(stored, wanted, pipeline)
    if (form or (View.TEXT if sys.stdout.isatty() else View.JSON)) is View.JSON:
        sys.stdout.write(json.dumps({"claim": to_dict(wanted), "why": asdict(why)}, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in account(made, why)))


def records(path: str) -> list[Record]:
    """The records of a file. Raises InputError."""
    found = []
    for one in read(path, Reading(records=True, articles=False)):
        if not isinstance(one, Stored):
            raise one if isinstance(one, InputError) else InputError(path, NO_RECORD)
        found.append(one.record)
    if not found:
        raise InputError(path, NO_RECORD)
    return found


def chosen(found: list[Record], path: str, document: str | None) -> Record:
    """The record to speak of. Raises UsageError where that is not clear, InputError where its text is missing."""
    matching = [r for r in found if document in (None, r.id)]
    if not matching:
        message = f"{path} has no document {document}"
        raise UsageError(message)
    if len(matching) > 1:
        message = f"{path} holds {len(matching)} documents; name one with --id, such as {matching[0].id}"
        raise UsageError(message)
    if matching[0].text is None:
        raise InputError(path, "the record has no text (it was made with --no-text); extract it again with its text")
    return matching[0]


def again(stored: Record, wanted: Claim, pipeline: str | None) -> "tuple[Claim, Explanation]":
    """Read the text once more, and explain what is found in the claim's place. Raises InputError where nothing is."""
    import_spacy()
    from factx.annotate import assemble, load, pipeline_info  # noqa: PLC0415  only now is the pipeline needed
    from factx.article import Article  # noqa: PLC0415  the same
    from factx.attribution.explain import explain as reasons  # noqa: PLC0415  the same
    from factx.tokens import make_doc  # noqa: PLC0415  the same

    nlp = load(pipeline)
    info = pipeline_info(nlp)
    if info.sha256 != stored.pipeline.sha256:
        messages.warning(f"the record was made by another pipeline; explained is what {info.name} {info.version} reads")
    text = stored.text or ""
    doc = make_doc(nlp, text)
    doc._.published = stored.published
    made = assemble(nlp(doc), Article(text=text, id=stored.id), info)
    claim = found_again(made, wanted)
    if claim is None:
        raise InputError(stored.id, f"this pipeline does not find {wanted.id} again")
    return claim, reasons(nlp, doc, claim)


def found_again(record: Record, wanted: Claim) -> Claim | None:
    """The claim with the same content and cue."""
    return next((claim for claim in record.claims if _place(claim) == _place(wanted)), None)


def _place(claim: Claim) -> "tuple[tuple[Offsets, ...], tuple[Offsets, ...] | None]":
    return claim.content.spans, claim.attribution.cue.spans if claim.attribution else None


def account(claim: Claim, why: "Explanation") -> list[str]:
    """The explanation in lines for a person."""
    lines = [f"{claim.kind}{f', {claim.quote}' if claim.quote else ''}, confidence {claim.confidence:.2f}"]
    lines += [f"  content   {claim.content.text}", f"  because   {why.reason}"]
    if claim.attribution:
        source = claim.attribution.source.text if claim.attribution.source else "none in reach"
        lines += [
            f"  cue       {claim.attribution.cue.text}   heads one with {why.cue:.2f}; speech with {why.speech:.2f}",
            f"  source    {source}   {why.to_source or ''}".rstrip(),
            f"  to content   {why.to_content}",
            f"  all labels together {why.roles:.2f}; right with {why.confidence:.2f}, threshold {why.threshold:.2f}",
        ]
    if why.considered:
        lines.append("  also considered")
        lines += [
            f"    {c.text} [{c.start}, {c.end}]   cue {c.cue:.2f}, right {c.confidence:.2f}: {c.verdict}"
            for c in why.considered
        ]
    return lines
