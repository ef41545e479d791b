"""``python -m tests.guided bytes --minutes 10``: inputs that reach new branches of factx, made out of one another.

Atheris (``pip install -e .[fuzz]``) sees which branches an input takes, and goes on with those that take new ones. It
stops at the first failure, prints it and keeps the input in ``--found``. ``tests.fuzz`` makes likelier texts instead.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import atheris

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What is imported now is watched. Training needs libraries of its own, and ``__main__`` would run.
NOT_WATCHED = ("factx.training", "factx.__main__", "factx.scale.on_ray")
with atheris.instrument_imports(include=["factx"]):
    import factx

    for module in walk_packages(factx.__path__, "factx."):
        if not module.name.startswith(NOT_WATCHED):
            import_module(module.name)

from factx.annotate import load  # noqa: E402  watched from the first import on
from factx.article import Article  # noqa: E402
from factx.readers import InputFormat  # noqa: E402
from factx.record import PipelineInfo, Record  # noqa: E402
from tests.hostile import ARTICLES, FIGURES, MARKED, SAID, SPACED, STRANGE, WHAT, WHO  # noqa: E402
from tests.nasty import NASTY  # noqa: E402
from tests.test_fuzz import read, sound  # noqa: E402
from tests.test_quantities_properties import DATES, NLP, QUANTITIES  # noqa: E402
from tests.test_readers_any_bytes import WHOLE, articles_or_errors  # noqa: E402

FORMS = list(InputFormat)
LONGEST = 500  # bytes of an input, so that examples stay quick
WORDS = (*MARKED, *SPACED, *STRANGE, *FIGURES, *WHO, *SAID, *WHAT)


def any_bytes(data: bytes) -> None:
    """Articles or errors, in the format that the first byte chooses."""
    articles_or_errors(PLACE / "a", FORMS[data[0] % len(FORMS)] if data else InputFormat.AUTO, data[1:])


def amounts(data: bytes) -> None:
    """Dates and quantities of a text that has no parse. The first three bytes are the day of publication, or none."""
    number = int.from_bytes(data[:3], "little")
    doc = NLP.make_doc(data[3:].decode(errors="ignore"))
    doc._.published = date.fromordinal(number).isoformat() if 0 < number <= date.max.toordinal() else None
    QUANTITIES(DATES(doc))
    article = Article(doc.text, "x", published=doc._.published)
    sound(
        Record(
            id=article.id,
            path=None,
            url=None,
            title=None,
            published=article.published,
            published_by="option" if article.published else None,
            text=doc.text,
            sentences=(),
            entities=(),
            sources=(),
            quantities=doc._.quantities,
            dates=doc._.dates,
            claims=(),
            warnings=(),
            pipeline=PipelineInfo("x", "1", ""),
        )
    )


def texts(data: bytes) -> None:
    """The record of a text is sound."""
    sound(read(PIPELINE, data.decode(errors="ignore")))


def begins(target: Callable[[bytes], None]) -> Iterator[bytes]:
    """What is changed at first."""
    if target is any_bytes:
        yield from (bytes([form]) + whole[:LONGEST] for form in range(len(FORMS)) for whole in WHOLE)
        return
    day = date(2023, 11, 12).toordinal().to_bytes(3, "little") if target is amounts else b""
    paragraphs = [paragraph for article in ARTICLES for paragraph in article.split("\n\n")]
    yield from (day + text.encode()[:LONGEST] for text in (*paragraphs, *NASTY.values(), *WHAT) if text.strip())


def quoted(word: str) -> str:
    """A word as libFuzzer's dictionaries have it."""
    return '"' + "".join(f"\\x{byte:02X}" for byte in word.encode()) + '"'


TARGETS = {"bytes": any_bytes, "amounts": amounts, "texts": texts}
PLACE = Path(tempfile.mkdtemp())
PIPELINE = load()


def main() -> None:
    """Go on until the time is up or something fails, then exit as libFuzzer does: 0 if nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.guided", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--found", default="", help="folder for an input that fails; it is there already")
    asked = parser.parse_args()
    corpus, words = PLACE / "corpus", PLACE / "words"
    corpus.mkdir()
    for number, data in enumerate(begins(TARGETS[asked.target])):
        (corpus / str(number)).write_bytes(data)
    words.write_text("\n".join(quoted(word) for word in WORDS if word))
    limits = (f"-max_total_time={round(60 * asked.minutes)}", f"-max_len={LONGEST}", f"-seed={asked.seed}")
    kept = f"-artifact_prefix={asked.found and Path(asked.found).as_posix() + '/'}"
    atheris.Setup([sys.argv[0], str(corpus), f"-dict={words}", *limits, kept], TARGETS[asked.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
