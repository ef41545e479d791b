"""What an evaluation found, as JSON holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factx.evaluation.gold import OUTERMOST
from factx.record import to_dict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factx.evaluation.attributions import Scores
    from factx.evaluation.counts import Counts, Share
    from factx.record import PipelineInfo

DIGITS = 4  # of a score that is written: the tenth of a per mille


@dataclass(frozen=True, slots=True)
class Report:
    """Scores, and what they are scores of.

    ``gold`` is the file's path, None for standard input. ``outermost``: claims within claims were left out.
    ``coverage``: in how many articles "coverage" has that value.
    """

    gold: str | None
    pipeline: PipelineInfo
    outermost: bool
    coverage: Mapping[str, int]
    scores: Scores

    @property
    def attributions(self) -> int:
        """How many the gold has."""
        return int(self.scores.match.gold)

    def notes(self) -> list[str]:
        """What a reader of the scores has to know."""
        partial = {name: count for name, count in self.coverage.items() if name != OUTERMOST}
        if not partial:
            return []
        named = ", ".join(f"{name} ({count:,} of {self.scores.articles:,} articles)" for name, count in partial.items())
        return [f"precision and F1 say little: not every attribution is annotated, coverage is {named}"]


def as_dict(report: Report) -> dict[str, Any]:
    """All of it. What could not be judged is null."""
    scores = report.scores
    per_role = {"cofe": scores.cofe, "exact": scores.exact, "overlap": scores.overlap}
    return {
        "gold": report.gold,
        "pipeline": to_dict(report.pipeline),
        "articles": scores.articles,
        "attributions": report.attributions,
        "outermost": report.outermost,
        "coverage": dict(report.coverage),
        "notes": report.notes(),
        "scores": {
            **{name: {role: _counts(counts) for role, counts in roles.items()} for name, roles in per_role.items()},
            "AR": {"exact": _counts(scores.identical), "match": _counts(scores.match)},
            "speaker": _accuracy(scores.speaker),
            "kind": _accuracy(scores.kind),
        },
        "phenomena": {
            phenomenon.value: {
                "gold": found.match.judged,
                "match": _rounded(found.match.value),
                "content": _rounded(found.content.value),
                "speaker": _rounded(found.speaker.value),
            }
            for phenomenon, found in scores.phenomena.items()
        },
    }


def _counts(counts: Counts) -> dict[str, float | None]:
    return {
        "precision": _rounded(counts.precision),
        "recall": _rounded(counts.recall),
        "f1": _rounded(counts.f1),
        "gold": int(counts.gold),
    }


def _accuracy(share: Share) -> dict[str, float | None]:
    return {"accuracy": _rounded(share.value), "gold": share.judged}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
