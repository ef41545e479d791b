"""Count how often what the attribution rules propose is right; writes ``factx/lexicons/cues.json``.

    python -m factx.training.attribution_confidence polnear.train.jsonl [--pipeline factx/models/en_news] [--parsed DIR]

Every article is parsed (once: ``--parsed`` keeps the Docs on disk), the rules propose, and a proposal is right when
its cue, its source and its content overlap those of one gold attribution, or both have no source ("AR match").
PolNeAR labels outermost attributions only: what is proposed inside a gold content, with a cue of its own, is not
counted. The same articles, pipeline and rules give the same file. Only counts of lemmas are stored; PolNeAR's text
is not.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from factx.attribution.find import candidates
from factx.attribution.page import turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from factx.attribution.attributed import Tokens
    from factx.attribution.candidate import Candidate

Article: TypeAlias = dict[str, Any]
Counts: TypeAlias = dict[str, dict[tuple[str, str], list[int]]]

LEXICON = Path(__file__).parent.parent / "lexicons" / "cues.json"
SOURCE = (
    "Counted by factx.training.attribution_confidence on PolNeAR's training articles (Newell et al. 2018): per rule "
    "and cue, how many proposals were right, of how many; 'prior' is the share among cues that the rule proposed at "
    "most RARE times. 'sources': factors on the odds. 'attitudes': lemmas that were an attitude more often than "
    "speech."
)
# Cues seen at most this often tell what a rule is worth for a cue never seen.
RARE = 5
# A cue seen once tells no more than its rule; leaving it out halves the file.
KEPT = 2
# How many sightings the prior is worth. With 4, what is given .4-.5, .5-.6 … .9-1 on polnear.dev is right in .45, .55,
# .67, .76, .86, .96 of the cases (AR match), where .45, .55, .65, .75, .86, .95 are promised.
WEIGHT = 4
# Added to the counts of each kind of source, so that a rare kind moves nothing.
PSEUDO = 3.0


def parsed(corpus: Path, pipeline: str, folder: Path | None) -> Iterator[tuple[Article, Doc]]:
    """Each article with its Doc, from ``folder`` if they are there already."""
    import spacy  # noqa: PLC0415  costs a second, and --help needs none of it
    from spacy.tokens import DocBin  # noqa: PLC0415

    articles = [json.loads(line) for line in corpus.open(encoding="utf-8")]
    kept = None if folder is None else folder / f"{corpus.stem}.spacy"
    if kept is not None and kept.exists():
        docs = DocBin().from_disk(kept).get_docs(spacy.blank("en").vocab)
        yield from zip(articles, docs, strict=True)
        return
    nlp = spacy.load(pipeline, exclude=["factx_attribution", "factx_sources", "factx_claims"])
    attributes = ["ORTH", "SPACY", "TAG", "POS", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
    store = DocBin(attrs=attributes)
    for article in articles:
        doc = nlp(article["text"])
        store.add(doc)
        yield article, doc
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        store.to_disk(kept)


def judged(article: Article, doc: Doc) -> Iterator[tuple[Candidate, bool]]:
    """Every proposal with whether it is right; without those that the corpus doesn't speak about."""
    gold = [
        (_tokens(doc, a["cue"], signs=True), _tokens(doc, a["source"]), _tokens(doc, a["content"]))
        for a in article["attributions"]
    ]
    by_token: dict[int, list[int]] = defaultdict(list)
    inside: set[int] = set()
    for k, (cue, _, content) in enumerate(gold):
        inside |= content
        for i in cue:
            by_token[i].append(k)
    for candidate in candidates(turn(doc)):
        near = {k for i in range(*candidate.cue) for k in by_token.get(i, ())}
        if near or not inside.intersection(range(*candidate.cue)):
            yield candidate, any(_match(candidate, gold[k][1], gold[k][2]) for k in near)


def _tokens(doc: Doc, spans: list[list[int]], *, signs: bool = False) -> set[int]:
    """Tokens in ``spans`` that are words or, with ``signs``, punctuation marks: a colon or a dash can be a cue."""
    found = [doc.char_span(start, end, alignment_mode="expand") for start, end in spans]
    return {
        token.i
        for span in found
        if span is not None
        for token in span
        if any(c.isalnum() for c in token.text) or (signs and not token.is_space)
    }


def _match(candidate: Candidate, source: set[int], content: set[int]) -> bool:
    who = source.intersection(_all(candidate.source)) if source else not candidate.source
    return bool(who) and bool(content.intersection(_all(candidate.content)))


def _all(spans: Iterable[Tokens]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def count(pairs: Iterable[tuple[Article, Doc]]) -> Counts:
    """Per rule: (cue, kind of source) → [right, proposed]."""
    counts: Counts = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for article, doc in pairs:
        for candidate, right in judged(article, doc):
            cell = counts[candidate.rule][candidate.key, candidate.who]
            cell[0] += right
            cell[1] += 1
    return counts


def attitudes(pairs: Iterable[tuple[Article, Doc]]) -> list[str]:
    """Lemmas that head a gold cue as an attitude more often than as speech."""
    seen: Counter[str] = Counter()
    for article, doc in pairs:
        for attribution in article["attributions"]:
            sign = 1 if attribution["kind"] == "attitude" else -1
            for i in _tokens(doc, attribution["cue"]):
                if doc[i].tag_.startswith(("VB", "NN", "JJ")) and doc[i].lemma_.isalpha():
                    seen[doc[i].lemma_.lower()] += sign
    return sorted(lemma for lemma, balance in seen.items() if balance > 0)


def lexicon(counts: Counts) -> dict[str, Any]:
    """The counts as the data file holds them."""
    rules = {}
    for rule, cells in sorted(counts.items()):
        cues: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for (key, _), (hits, seen) in cells.items():
            cues[key][0] += hits
            cues[key][1] += seen
        rare = [cell for cell in cues.values() if cell[1] <= RARE] or list(cues.values())
        prior = sum(hits for hits, _ in rare) / sum(seen for _, seen in rare)
        kept = {key: cell for key, cell in sorted(cues.items()) if cell[1] >= KEPT}
        rules[rule] = {"prior": round(prior, 4), "sources": _factors(cells, cues, prior), "cues": kept}
    return {"source": SOURCE, "weight": WEIGHT, "rules": rules}


def _factors(cells: dict[tuple[str, str], list[int]], cues: dict[str, list[int]], prior: float) -> dict[str, float]:
    """Per kind of source, the factor on the odds that makes as many right as were, given how often each cue is."""
    seen: dict[str, list[float]] = defaultdict(lambda: [PSEUDO, PSEUDO, PSEUDO, PSEUDO])
    for (key, who), (hits, total) in cells.items():
        share = (cues[key][0] + WEIGHT * prior) / (cues[key][1] + WEIGHT)
        for i, part in enumerate((hits, total - hits, share * total, (1 - share) * total)):
            seen[who][i] += part
    return {who: round(a / b / (c / d), 3) for who, (a, b, c, d) in sorted(seen.items())}


def main() -> None:
    """Count, and write the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--pipeline", default=str(Path(__file__).parent.parent / "models" / "en_news"))
    parser.add_argument("--parsed", type=Path)
    parser.add_argument("--out", type=Path, default=LEXICON)
    args = parser.parse_args()
    pairs = list(parsed(args.corpus, args.pipeline, args.parsed))
    words = lexicon(count(pairs)) | {"attitudes": attitudes(pairs)}
    args.out.write_text(json.dumps(words, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
