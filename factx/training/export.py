"""From trained weights to the packaged pipeline: encoder as int8 ONNX, heads as arrays, the whole as a spaCy folder."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import onnxruntime
import spacy
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from factx.annotate import RULES
from factx.evaluation.treebank import treebank
from factx.pipeline.encoder import MODEL, TOKENIZER
from factx.pipeline.pieces import SHAPES
from factx.training.attribution.confidence import fit
from factx.training.attribution.examples import label_names
from factx.training.fused import FusedEncoder
from factx.training.labels import Labels
from factx.training.model import VOCABULARY, Network

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from spacy.language import Language

    from factx.training.attribution.head import AttributionHead
    from factx.training.model import Encoder

COMPONENTS: dict[str, dict[str, str | tuple[str, ...]]] = {
    "factx_senter": {"start": ("no", "yes")},
    "factx_tagger": {"tag": "tags", "pos": "pos"},
    "factx_parser": {"dep": "deps"},
    "factx_lemmatizer": {"edit": "edits"},
    "factx_ner": {"entity": "entities"},
}

# What torch and ONNX Runtime may differ by in float32; the exporter once wrote wrong numbers without a word.
TOLERANCE = 1e-3
# Mean cosine of int8 to float32 vectors; per-tensor quantisation gave 0.950 and cost two points of LAS.
COSINE = 0.97


def load_network(weights: Path, labels: Labels) -> Network:
    """The network of ``network.pt`` or ``checkpoint.pt``."""
    state = torch.load(weights, map_location="cpu")
    state = state.get("network", state)
    network = Network(labels, inner=len(state["encoder.layers.0.widen.weight"]))
    network.load_state_dict(state)
    network.eval()
    return network


def read_labels(path: Path) -> Labels:
    """The label sets beside the weights."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Labels(**{name: tuple(values) for name, values in stored.items()})


def export_encoder(encoder: Encoder) -> bytes:
    """The encoder as int8 ONNX: per-channel weights, dynamic activations. Checked against torch before and after.

    Weights have seven bits. On processors without VNNI instructions, ONNX Runtime adds products of unsigned and signed
    bytes up in pairs of 16 bits, and cuts off what does not fit: with eight bits, other vectors than elsewhere.
    """
    pieces = torch.randint(1000, VOCABULARY, (1, 120))
    shape = torch.randint(0, SHAPES, (1, 120))
    with tempfile.TemporaryDirectory() as folder:
        plain, small = (str(Path(folder) / f"{n}.onnx") for n in ("plain", "small"))
        torch.onnx.export(
            FusedEncoder(encoder).eval(),
            (pieces, shape),
            plain,
            input_names=["pieces", "shapes"],
            output_names=["vectors"],
            dynamic_axes={"pieces": {1: "length"}, "shapes": {1: "length"}, "vectors": {1: "length"}},
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
        check_export(encoder, plain)
        quantize_dynamic(
            plain,
            small,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        check_quantised(encoder, small)
        return Path(small).read_bytes()


def _run(path: str, pieces: torch.Tensor, shape: torch.Tensor) -> NDArray[np.float32]:
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    found: NDArray[np.float32] = session.run(None, {"pieces": pieces.numpy(), "shapes": shape.numpy()})[0]
    return found


def check_export(encoder: Encoder, path: str) -> None:
    """Raise ValueError where ONNX Runtime and torch differ, at a length other than the traced one."""
    pieces, shape = torch.randint(1000, VOCABULARY, (1, 77)), torch.randint(0, SHAPES, (1, 77))
    with torch.no_grad():
        difference = float(np.abs(_run(path, pieces, shape) - encoder(pieces, shape).numpy()).max())
    if difference > TOLERANCE:
        message = f"the exported encoder differs from torch by {difference}"
        raise ValueError(message)


def check_quantised(encoder: Encoder, path: str) -> None:
    """Raise ValueError where int8 lost too much."""
    pieces, shape = torch.randint(1000, VOCABULARY, (1, 77)), torch.randint(0, SHAPES, (1, 77))
    with torch.no_grad():
        full = encoder(pieces, shape).numpy()[0]
    small = _run(path, pieces, shape)[0]
    cosine = (full * small).sum(1) / np.linalg.norm(full, axis=1) / np.linalg.norm(small, axis=1)
    if cosine.mean() < COSINE:
        message = f"int8 vectors have a mean cosine of {cosine.mean():.3f} to float32"
        raise ValueError(message)


def head_weights(network: Network, component: str) -> dict[str, NDArray[np.float32]]:
    """The arrays of one component, under the names that it uses."""
    if component == "factx_parser":
        return {name: w.detach().numpy() for name, w in network.parser.state_dict().items() if "pool" not in name}
    return {
        f"{name}.{kind}": getattr(getattr(network, name), kind).detach().numpy()
        for name in COMPONENTS[component]
        for kind in ("weight", "bias")
    }


def tokenizer_file(path: Path) -> bytes:
    """``tokenizer.json`` without the padding and truncation that a checkpoint may ask for."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer.to_str().encode()


def known_lemmas(treebanks: Iterable[Path]) -> tuple[str, ...]:
    """The lemmas of words, lower case, sorted."""
    found = {
        word.lemma.lower()
        for path in treebanks
        for document in treebank(path)
        for sentence in document
        for word in sentence.words or ()
        if word.lemma.isalpha()
    }
    return tuple(sorted(found))


def build(network: Network, labels: Labels, lemmas: tuple[str, ...], tokenizer: Path, meta: dict[str, str]) -> Language:
    """The pipeline up to the names, ready for ``to_disk``."""
    nlp = spacy.blank("en")
    nlp.meta.update(meta)
    encoder: Any = nlp.add_pipe("factx_encoder")
    encoder.fill({MODEL: export_encoder(network.encoder), TOKENIZER: tokenizer_file(tokenizer)})
    for component, sets in COMPONENTS.items():
        named = {k: getattr(labels, v) if isinstance(v, str) else v for k, v in sets.items()}
        if component == "factx_lemmatizer":
            named["lemma"] = lemmas
        head: Any = nlp.add_pipe(component)
        head.fill(named, head_weights(network, component))
    return nlp


def add_attribution(nlp: Language, head: AttributionHead) -> None:
    """Add the trained attribution head and factx's other components; its confidence is still to be fitted."""
    for component in RULES:
        nlp.add_pipe(component)
    deps, tags = label_names(nlp)
    weights = {name: weight.detach().numpy() for name, weight in head.state_dict().items()}
    finder: Any = nlp.get_pipe("factx_attribution")
    finder.fill({"dep": deps, "tag": tags}, weights | {"confidence": np.array([1.0, 0.0, 0.0])})


def calibrate(nlp: Language, path: Path) -> None:
    """Fit the confidence of attributions on the articles of ``path``."""
    finder: Any = nlp.get_pipe("factx_attribution")
    finder.fill(finder.label_sets, finder.weights | {"confidence": fit(nlp, path)})
