"""The encoder: words in context to vectors, in ``doc.tensor``.

MiniLM (Wang et al. 2020), int8, run by ONNX Runtime. Every window is a run of its own, without padding: the scale of
the dynamic quantisation then depends on the document alone, so that the same text gives the same bytes in any batch;
and at this size batching gains nothing on a CPU.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import Pipe
from tokenizers import Tokenizer

from factx.pipeline.component import naming, words
from factx.pipeline.pieces import WordPieces, line_breaks, shapes, texts
from factx.pipeline.windows import windows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from spacy.tokens import Doc

MODEL, TOKENIZER = "encoder.onnx", "tokenizer.json"
WIDTH = 384

# ONNX Runtime's one operator for "add and normalise" is not vectorised: the two apart take a fifth of its time.
SLOW_FUSION = "SkipLayerNormFusion"

# A window may end after these: it is a place to cut, not a sentence bound that anyone sees.
FINAL = frozenset(".!?…")


class Encoder(Pipe):
    """Sets ``doc.tensor`` (tokens, 384), float32; rows of space tokens are zero."""

    def __init__(self, name: str, threads: int) -> None:
        self.name = name
        self.threads = threads
        self._folder: Path | None = None
        self._files: dict[str, bytes] = {}
        self._session: Any = None
        self._pieces: WordPieces | None = None

    @property
    def files(self) -> dict[str, bytes]:
        """The model and the tokenizer, as the bytes of their files."""
        if not self._files and self._folder is not None:
            self._files = {name: (self._folder / name).read_bytes() for name in (MODEL, TOKENIZER)}
        return self._files

    def fill(self, files: dict[str, bytes]) -> None:
        """Take over the model and the tokenizer, as the bytes of their files."""
        self._folder, self._files, self._session, self._pieces = None, dict(files), None, None

    def ready(self) -> tuple[Any, WordPieces]:
        """The running session and the word pieces, made when first needed."""
        if self._session is None or self._pieces is None:
            self._start(self.files[MODEL], Tokenizer.from_str(self.files[TOKENIZER].decode()))
        return self._session, self._pieces  # type: ignore[return-value]  # both are there now

    def _start(self, model: bytes | str, tokenizer: Tokenizer) -> None:
        """``model`` is the file's content or, in half the time, its path."""
        import onnxruntime  # noqa: PLC0415  a pipeline without this component need not pay for it

        options = session_options(self.threads)
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._pieces = WordPieces(tokenizer)

    def __call__(self, doc: Doc) -> Doc:
        """Encode the words of ``doc``, window by window."""
        session, word_pieces = self.ready()
        rows = words(doc)
        tensor: Any = np.zeros((len(doc), WIDTH), dtype=np.float32)
        if len(rows):
            pieces = word_pieces(texts(doc))
            shape = shapes(doc)
            sizes = np.array([len(p) for p in pieces])
            for window in windows(sizes, cuts(doc)):
                shown = slice(window.start, window.stop)
                ids, kinds, offsets = word_pieces.pack(pieces[shown], shape[shown])
                hidden = session.run(None, {"pieces": ids[None], "shapes": kinds[None]})[0][0]
                kept = slice(window.first - window.start, window.last - window.start)
                tensor[rows[window.first : window.last]] = means(hidden, offsets)[kept]
        doc.tensor = tensor
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Model and tokenizer as msgpack."""
        import srsly  # noqa: PLC0415  only for this

        del exclude
        data: bytes = srsly.msgpack_dumps(self.files)
        return data

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Encoder:
        """Read what ``to_bytes`` gave."""
        import srsly  # noqa: PLC0415  only for this

        del exclude
        self.fill(srsly.msgpack_loads(data))
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the two files into the folder ``path``."""
        del exclude
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in self.files.items():  # read before anything is written: it may be the same folder
            (folder / name).write_bytes(data)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Encoder:
        """Read the two files from the folder ``path``, and start at once."""
        del exclude
        folder = Path(path)
        self.fill({})
        self._folder = folder
        with naming(folder / TOKENIZER):
            tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        with naming(folder / MODEL):
            self._start(str(folder / MODEL), tokenizer)
        return self

    def __getstate__(self) -> dict[str, Any]:
        return {"name": self.name, "threads": self.threads, "files": self.files}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["name"], state["threads"])  # type: ignore[misc]
        self.fill(state["files"])


def means(hidden: NDArray[np.float32], offsets: NDArray[np.int64]) -> NDArray[np.float32]:
    """Of each word the mean of its pieces' vectors: (pieces, D), ``offsets`` (words + 1,) -> (words, D)."""
    starts, sizes = offsets[:-1], np.diff(offsets)
    found = hidden.take(starts, 0)
    for n in range(1, int(sizes.max())):  # nine words in ten have one piece
        longer = np.flatnonzero(sizes > n)
        found[longer] += hidden.take(starts[longer] + n, 0)
    longer = np.flatnonzero(sizes > 1)
    found[longer] /= sizes[longer, None].astype(np.float32)
    return found


def session_options(threads: int) -> Any:  # noqa: ANN401  onnxruntime's, which is untyped
    """How ONNX Runtime is to run the model."""
    import onnxruntime  # noqa: PLC0415  as above

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("optimization.disable_specified_optimizers", SLOW_FUSION)
    return options


def cuts(doc: Doc) -> NDArray[np.int64]:
    """For each word, how good a place before it is for a window's end (see ``windows``)."""
    ends = np.array([word[-1] in FINAL for word in texts(doc)], dtype=np.int64)
    return np.where(line_breaks(doc) > 0, 2, np.concatenate([[0], ends[:-1]]))


@Language.factory("factx_encoder", assigns=["doc.tensor"], default_config={"threads": 1})
def make_encoder(nlp: Language, name: str, threads: int) -> Encoder:
    """``threads``: of ONNX Runtime; one is fastest on a busy machine, and the result does not depend on it."""
    del nlp
    return Encoder(name, threads)
