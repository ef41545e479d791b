"""``factx explain``: why a claim of a record is one."""

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factx.cli.messages import messages
from factx.cli.options import Pipeline
from factx.cli.startup import import_spacy
from factx.errors import InputError, UsageError

if TYPE_CHECKING:
    from factx.attribution.explain import Explanation
    from factx.record import Claim, Record


class View(StrEnum):
    """How the explanation is written."""

    TEXT = "text"
    JSON = "json"


def explain(
    record: Annotated[str, typer.Argument(help="What factx extract wrote (jsonl or json); - reads standard input.")],
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
    wanted = next((c for c in stored["claims"] if c["id"] == claim), None)
    if wanted is None:
        known = [c["id"] for c in stored["claims"]]
        span = f"it has {known[0]} to {known[-1]}" if known else "it has none"
        message = f"{stored['id']} has no claim {claim}; {span}"
        raise UsageError(message)
    made, why = again(stored, wanted, pipeline)
    if (form or (View.TEXT if sys.stdout.isatty() else View.JSON)) is View.JSON:
        sys.stdout.write(json.dumps({"claim": wanted, "why": asdict(why)}, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in account(made, why)))


def records(path: str) -> list[dict[str, Any]]:
    """The records of a file: one a line, an array, or one alone. Raises InputError."""
    where = "standard input" if path == "-" else path
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
        found = json.loads(text) if text.lstrip().startswith("[") else [json.loads(x) for x in text.split("\n") if x]
    except OSError as error:
        raise InputError(where, f"cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise InputError(where, f"holds no records of factx extract: {error}") from error
    if not found or not all(isinstance(r, dict) and "claims" in r and "id" in r for r in found):
        raise InputError(where, "holds no records of factx extract")
    return found


def chosen(found: list[dict[str, Any]], path: str, document: str | None) -> dict[str, Any]:
    """The record to speak of. Raises UsageError where that is not clear, InputError where its text is missing."""
    matching = [r for r in found if document in (None, r["id"])]
    if not matching:
        message = f"{path} has no document {document}"
        raise UsageError(message)
    if len(matching) > 1:
        message = f"{path} holds {len(matching)} documents; name one with --id, such as {matching[0]['id']}"
        raise UsageError(message)
    if matching[0].get("text") is None:
        raise InputError(path, "the record has no text (it was made with --no-text); extract it again with its text")
    return matching[0]


def again(stored: dict[str, Any], wanted: dict[str, Any], pipeline: str | None) -> "tuple[Claim, Explanation]":
    """Read the text once more, and explain what is found in the claim's place. Raises InputError where nothing is."""
    import_spacy()
    from factx.annotate import assemble, load, pipeline_info  # noqa: PLC0415  only now is the pipeline needed
    from factx.article import Article  # noqa: PLC0415  the same
    from factx.attribution.explain import explain as reasons  # noqa: PLC0415  the same

    nlp = load(pipeline)
    info = pipeline_info(nlp)
    if info.sha256 != stored.get("pipeline", {}).get("sha256"):
        messages.warning(f"the record was made by another pipeline; explained is what {info.name} {info.version} reads")
    doc = nlp.make_doc(stored["text"])
    doc._.published = stored.get("published")
    made = assemble(nlp(doc), Article(text=stored["text"], id=stored["id"]), info)
    claim = found_again(made, wanted)
    if claim is None:
        raise InputError(stored["id"], f"this pipeline does not find {wanted['id']} again")
    return claim, reasons(nlp, doc, claim)


def found_again(record: "Record", wanted: dict[str, Any]) -> "Claim | None":
    """The claim with the same content and cue."""
    cue = (wanted.get("attribution") or {}).get("cue", {}).get("spans")
    for claim in record.claims:
        same = [list(span) for span in claim.content.spans] == wanted["content"]["spans"]
        own = [list(span) for span in claim.attribution.cue.spans] if claim.attribution else None
        if same and own == cue:
            return claim
    return None


def account(claim: "Claim", why: "Explanation") -> list[str]:
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
