"""All figures together, as the table shows and JSON holds them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from factx.annotate import annotate, load, pipeline_info
from factx.article import Article
from factx.benchmark.peers import peers
from factx.benchmark.processes import together
from factx.benchmark.start import cold
from factx.benchmark.throughput import WARM, count_words, in_turn, shares

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SAMPLE = Path(__file__).parent / "sample.jsonl"
OURS = "factx"


def sample() -> list[str]:
    """The texts that come with factx."""
    return [json.loads(line)["text"] for line in SAMPLE.read_text(encoding="utf-8").splitlines()]


def benchmark(pipeline: str | None, texts: Sequence[str], workers: int, tell: Callable[[str], None]) -> dict[str, Any]:
    """The figures. Times are in seconds; ``tell`` hears what is being measured. Raises PipelineError."""
    nlp = load(pipeline)
    tell("one thread, beside peers")
    words = count_words(nlp, texts)
    others = peers(nlp, texts[:WARM])
    spent = in_turn({OURS: lambda text: annotate(nlp, Article(text=text, id="x")), **others}, texts)
    figures: dict[str, Any] = {
        "pipeline": pipeline_info(nlp).name,
        "words": words,
        "words_per_second": {name: round(words / seconds) for name, seconds in spent.items()},
        "ratio": {name: round(spent[name] / spent[OURS], 2) for name in others},
    }
    tell("the components' shares")
    figures["shares"] = {name: round(share, 3) for name, share in shares(nlp, texts).items()}
    tell("from a cold start")
    with TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        article.write_text(texts[0], encoding="utf-8")
        figures["cold"] = {name: round(seconds, 3) for name, seconds in cold(article).items()}
    figures["cold_ratio"] = round(figures["cold"]["extract"] / figures["cold"]["import spacy"], 2)
    if workers > 1:
        tell(f"{workers} processes")
        figures["processes"] = {str(workers): round(together(texts, spent[OURS], workers, pipeline), 2)}
    figures["peak_memory_mib"] = peak()
    return figures


def peak() -> int | None:
    """The most memory this process has had, in mebibytes; None where the system does not say."""
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most >> (20 if sys.platform == "darwin" else 10)
