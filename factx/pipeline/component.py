"""What the trained components share: where their weights lie, and how they read the encoder's vectors."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import srsly
from spacy.attrs import IS_SPACE
from spacy.pipeline import Pipe

from factx.errors import PipelineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

# Rows are worked on in slices of this many tokens, so that memory does not grow with the document.
SLICE = 4096


class Head(Pipe):
    """A component on top of the encoder: named label sets and weight arrays, kept in one msgpack file.

    Weights are stored as float16 and used as float32.
    """

    file: ClassVar[str] = "head.msgpack"

    def __init__(self, vocab: Vocab, name: str) -> None:
        self.vocab = vocab
        self.name = name
        self.label_sets: dict[str, tuple[str, ...]] = {}
        self.weights: dict[str, NDArray[np.float32]] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that the component can set."""
        return next(iter(self.label_sets.values()), ())

    def fill(self, label_sets: dict[str, tuple[str, ...]], weights: dict[str, NDArray[np.float32]]) -> None:
        """Take over label sets and weights."""
        self.label_sets = {k: tuple(v) for k, v in label_sets.items()}
        self.weights = {k: np.ascontiguousarray(v, dtype=np.float32) for k, v in weights.items()}
        self.ready()

    def ready(self) -> None:
        """Called when the weights have changed."""

    def linear(self, rows: NDArray[np.float32], name: str) -> NDArray[np.float32]:
        """``rows`` (n, in) through the linear layer ``name`` (out, in) -> (n, out)."""
        scores: NDArray[np.float32] = rows @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return scores

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Labels and weights as msgpack."""
        del exclude
        weights = {k: v.astype(np.float16) for k, v in self.weights.items()}
        data: bytes = srsly.msgpack_dumps({"labels": self.label_sets, "weights": weights})
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Head:
        """Read what ``to_bytes`` gave."""
        del exclude
        stored: dict[str, Any] = srsly.msgpack_loads(data)
        self.fill(stored["labels"], stored["weights"])
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write into the folder ``path``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / self.file).write_bytes(self.to_bytes(exclude=exclude))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Head:
        """Read from the folder ``path``."""
        file = Path(path) / self.file
        with naming(file):
            return self.from_bytes(file.read_bytes(), exclude=exclude)


@contextmanager
def naming(file: Path) -> Iterator[None]:
    """Raise PipelineError that names the file, whatever is wrong with it."""
    try:
        yield
    except Exception as error:  # every library has errors of its own
        message = f"{file} cannot be read: {next(iter(str(error).splitlines()), type(error).__name__)}"
        raise PipelineError(message) from error


def vectors(doc: Doc, component: str) -> Iterator[tuple[int, NDArray[np.float32]]]:
    """The encoder's vectors of ``doc`` in slices: (index of the first token, (tokens, 384))."""
    check_vectors(doc, component)
    for start in range(0, len(doc), SLICE):
        yield start, np.asarray(doc.tensor[start : start + SLICE], dtype=np.float32)


def check_vectors(doc: Doc, component: str) -> None:
    """Raise PipelineError where no encoder has run."""
    if len(doc.tensor) != len(doc):
        message = f"{component} reads doc.tensor: put factx_encoder before it in the pipeline"
        raise PipelineError(message)


def words(doc: Doc) -> NDArray[np.int64]:
    """Indices of the tokens that are not space."""
    return np.flatnonzero(doc.to_array([IS_SPACE]) == 0)


def write(doc: Doc, attributes: list[int], values: NDArray[np.uint64]) -> Doc:
    """Set ``attributes`` of all tokens from ``values`` (tokens, attributes)."""
    return doc.from_array(attributes, values)  # type: ignore[arg-type]  # spaCy asks for thinc's own array type


def gelu(x: NDArray[np.float32]) -> NDArray[np.float32]:
    """Gaussian error linear unit (Hendrycks and Gimpel 2016), by tanh; within 1e-3 of the exact one."""
    curve: NDArray[np.float32] = x * x
    curve *= 0.044715
    curve += 1
    curve *= x
    curve *= 0.7978845608
    np.tanh(curve, out=curve)
    curve += 1
    curve *= x
    curve *= 0.5
    return curve
