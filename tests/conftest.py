"""What several tests need: the program as a process, and a record written by hand."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings

from factx.annotate import annotate, load
from factx.article import Article
from factx.record import (
    Attribution,
    Claim,
    Cue,
    Date,
    Extent,
    Notice,
    PipelineInfo,
    Quantity,
    Record,
    Source,
    Span,
    extent,
    slices,
    span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from factx.record import Offsets

# The same examples in every run: a check that fails fails again. New ones are looked for by hand, with
# --hypothesis-profile default.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

# A shell has what it runs in the background ignore this signal, and all that is started by that, too. What tests start
# does not ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "gaza.txt"
FACTX = [sys.executable, "-m", "factx"]


class Factx(Protocol):
    """Runs ``factx`` with these arguments, in a folder of the test's own."""

    def __call__(self, *arguments: str | Path, stdin: bytes = b"", **variables: str) -> Result:
        """Run it to its end."""


class Result(subprocess.CompletedProcess[bytes]):
    """What a run left."""

    @property
    def out(self) -> str:
        """Standard output."""
        return self.stdout.decode()

    @property
    def err(self) -> str:
        """Standard error."""
        return self.stderr.decode()


def environment(**variables: str) -> dict[str, str]:
    """The environment of a test's processes: the checkout's factx, 80 columns."""
    colours = {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}
    kept = {k: v for k, v in os.environ.items() if k not in colours and not k.startswith("FACTX_")}
    return kept | {"PYTHONPATH": str(ROOT), "COLUMNS": "80", "TERM": "xterm-256color"} | variables


def everything(leader: int) -> bytes:
    """What a terminal was shown until its last writer left."""
    seen = b""
    while True:
        try:
            more = os.read(leader, 65536)
        except OSError:  # how Linux says that no writer is left
            return seen
        if not more:
            return seen
        seen += more


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The words of a command that begin factx: a process of its own, whose imports are done."""
    if sys.platform != "linux":  # elsewhere, libraries do not expect to be forked
        yield FACTX
        return
    socket = tmp_path_factory.mktemp("forked") / "socket"
    command = [sys.executable, "-m", "tests.forked.server", str(socket)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    ) as run:
        assert run.stdout
        assert run.stdout.readline() == b"ready\n"
        yield [sys.executable, "-I", "-S", str(ROOT / "tests" / "forked" / "client.py"), str(socket)]
        run.terminate()


@pytest.fixture
def factx(tmp_path: Path, program: list[str]) -> Factx:
    def run(*arguments: str | Path, stdin: bytes = b"", **variables: str) -> Result:
        own = any(name.startswith("PYTHON") for name in variables)  # what Python reads when it starts
        done = subprocess.run(
            [*(FACTX if own else program), *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=environment(**variables),
            check=False,
            timeout=120,
        )
        return Result(done.args, done.returncode, done.stdout, done.stderr)

    return run


TEXT = (
    "The storm closed the harbour.\r\n"
    "Nearly 600 residents are waiting for a boat, state media reported earlier this month, citing port officials.\r\n"
    "“Nobody was hurt,” mayor Ada Lund [b]told[/b] \x1b[31mreporters."
)


@pytest.fixture
def record() -> Record:
    """Three claims: the article's own, one with a chain of sources, a denial; with an escape sequence in its text."""
    return Record(
        id="a1",
        path="storm.txt",
        url=None,
        title=None,
        published="2023-11-12",
        published_by="option",
        text=TEXT,
        sentences=tuple(_sentences()),
        entities=(),
        sources=(
            Source("s1", "state media", "media", (_at("state media"),)),
            Source("s2", "port officials", "group", (_at("port officials"),)),
            Source("s3", "Ada Lund", "person", (_at("Ada Lund"),), role="mayor"),
        ),
        quantities=(_quantity(),),
        dates=(_date(),),
        claims=(_own(), _reported(), _denied()),
        warnings=(Notice("malformed-number", "a number that cannot be read", _where("600")),),
        pipeline=PipelineInfo("by_hand", "0", "0" * 64),
    )


def _where(said: str) -> Offsets:
    start = TEXT.index(said)
    return start, start + len(said)


def _at(said: str) -> Span:
    return span(TEXT, *_where(said))


def _extent(*said: str) -> Extent:
    return extent(TEXT, [_where(part) for part in said])


def _sentences() -> list[Offsets]:
    return [_where(line) for line in TEXT.split("\r\n")]


def _cue(said: str, lemma: str) -> Cue:
    return Cue(slices(TEXT, [_where(said)]), (_where(said),), lemma)


def _quantity() -> Quantity:
    where = _where("Nearly 600 residents")
    return Quantity("q1", *where, TEXT[slice(*where)], 600, comparator="<", approximate=True, unit_text="residents")


def _date() -> Date:
    where = _where("earlier this month")
    first, last = "2023-11-01", "2023-11-12"
    return Date("d1", *where, TEXT[slice(*where)], "DATE", "2023-11", "START", first, last, "month", "published")


def _own() -> Claim:
    content = _extent("The storm closed the harbour")
    return Claim(
        "c1", "statement", None, content, content.text, None, None, None, "positive", "asserted", (), (), (), 0.5
    )


def _reported() -> Claim:
    content = _extent("Nearly 600 residents are waiting for a boat")
    said = Attribution(_extent("state media"), "s1", _cue("reported", "report"), "d1", via=("s2",))
    return Claim(
        "c2",
        "speech",
        "indirect",
        content,
        content.text,
        said,
        None,
        None,
        "positive",
        "asserted",
        (),
        ("q1",),
        (),
        0.93,
    )


def _denied() -> Claim:
    content = _extent("“Nobody was hurt,”")
    said = Attribution(_extent("mayor Ada Lund"), "s3", _cue("[b]told[/b]", "tell"))
    return Claim(
        "c3", "speech", "direct", content, "Nobody was hurt", said, None, None, "negative", "asserted", (), (), (), 0.8
    )


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The packaged pipeline."""
    return load()


ARTICLES = {
    "gaza": SEED.read_text(encoding="utf-8"),
    "emoji, lines that end in two characters": (
        "🎉🎉 “We won 👩‍👩‍👧 today,” said Ana Rúa 🎉,\r\n“and we will\r\nwin again.”\r\n\r\n"
        "According to the report, at least 600 people 🇮🇱 fled.\r\n"
    ),
    "Right to Left": (
        "\u202eRTL\u202c قال الوزير إن ذلك صحيح. “Prices rose\u2028by\t3.2%,” the minister told Haaretz on Friday.\r"
        "He denied\x85that e\u0301te\u0301\u00a0was over."
    ),
    "nothing/../said": "It rained.",
}


@pytest.fixture(scope="session")
def articles(nlp: Language) -> list[Record]:
    """Records of the packaged pipeline: the seed, and texts and ids that writers could trip over."""
    return [
        annotate(nlp, Article(text=text, id=key, published="2023-11-12", published_by="option"))
        for key, text in ARTICLES.items()
    ]
