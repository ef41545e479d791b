"""Why a claim is one, and why this is its source: the scores, the ways through the tree, and what was dropped."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from factx.attribution.component import AttributionFinder
from factx.errors import PipelineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Token

    from factx.attribution.attributed import Tokens
    from factx.attribution.weighing import Weighed
    from factx.record import Claim, Offsets


@dataclass(frozen=True, slots=True)
class Considered:
    """A word that might head a cue, the probabilities that it does and that its reading is right, and why not."""

    text: str
    start: int
    end: int
    cue: float
    confidence: float
    verdict: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the claim. All numbers are None for a statement.

    ``cue``: probability that the cue's head heads one. ``speech``: of speech against attitude. ``roles``: of all the
    labels that make source, cue and content, together. ``to_source``, ``to_content``: from the cue's head through the
    parse to the heads of the two, None where there is none.
    """

    reason: str
    cue: float | None
    speech: float | None
    roles: float | None
    confidence: float | None
    threshold: float | None
    to_source: str | None
    to_content: str | None
    considered: tuple[Considered, ...]


def explain(nlp: Language, doc: Doc, claim: Claim) -> Explanation:
    """Explain ``claim`` of the annotated ``doc``. Raises PipelineError where another component attributed."""
    finder = nlp.get_pipe("factx_attribution")
    if not isinstance(finder, AttributionFinder):
        message = "the pipeline attributes with a component of its own, which does not explain itself"
        raise PipelineError(message)
    weighed = finder.weigh(doc)
    cue = () if claim.attribution is None else tuple(doc_tokens(doc, claim.attribution.cue.spans))
    made = next((w for w in weighed if cue and w.roles is not None and w.roles.cue == cue), None)
    near = sentences_of(doc, chain(claim.content.spans, claim.attribution.cue.spans if claim.attribution else ()))
    others = tuple(
        considered(doc, w) for w in weighed if w is not made and any(start <= w.head < end for start, end in near)
    )
    if made is None or made.roles is None:
        reason = "the article's own voice: a sentence with a finite verb, part of no content that is reported"
        return Explanation(reason, None, None, None, None, None, None, None, others)
    return Explanation(
        reason=f'"{doc[made.head].text}" heads a cue with a content, more likely right than the threshold',
        cue=round(made.cue, 3),
        speech=round(made.speech, 3),
        roles=round(made.labels, 3),
        confidence=round(made.confidence, 3),
        threshold=made.threshold,
        to_source=way(doc, made.head, made.roles.source),
        to_content=way(doc, made.head, made.roles.content),
        considered=others,
    )


def doc_tokens(doc: Doc, spans: Iterable[Offsets]) -> list[Tokens]:
    """Offsets as tokens."""
    found = [doc.char_span(start, end) for start, end in spans]
    return [(span.start, span.end) for span in found if span is not None]


def sentences_of(doc: Doc, spans: Iterable[Offsets]) -> set[Tokens]:
    """The sentences that the spans touch, in tokens."""
    near = set()
    for start, end in doc_tokens(doc, spans):
        for i in (start, end - 1):
            sentence = doc[i].sent
            near.add((sentence.start, sentence.end))
    return near


def considered(doc: Doc, weighed: Weighed) -> Considered:
    """A candidate as people read it."""
    token = doc[weighed.head]
    start, end = token.idx, token.idx + len(token)
    return Considered(
        token.text, start, end, round(weighed.cue, 3), round(weighed.confidence, 3), weighed.verdict.value
    )


def way(doc: Doc, head: int, spans: Sequence[Tokens]) -> str | None:
    """From token ``head`` to the head of the first span: "told →nsubj Peskov"; up the tree it is "saying ←acl man"."""
    if not spans:
        return None
    cue, goal = doc[head], doc[spans[0][0] : spans[0][1]].root
    if cue.sent != goal.sent:
        return f"{cue.text} … {goal.text} (another sentence)"
    above, below = climb(cue), climb(goal)
    shared = next(t for t in above if t in below)
    up = [f"←{t.dep_} {t.head.text}" for t in above[: above.index(shared)]]
    down = [f"→{t.dep_} {t.text}" for t in reversed(below[: below.index(shared)])]
    return " ".join([cue.text, *up, *down])


def climb(token: Token) -> list[Token]:
    """The token and all above it."""
    return [token, *token.ancestors]
