"""The multi-task network in torch: a MiniLM encoder and one head a task. Only training needs this file.

The encoder is BERT's (Devlin et al. 2019) at MiniLM's size (Wang et al. 2020), written out plainly; its token types are
replaced by word shapes. Shapes of tensors: B windows, P pieces, W words, D = 384.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  torch's own name for it

from factx.pipeline.pieces import SHAPES
from factx.training.windows import IGNORE

if TYPE_CHECKING:
    from factx.training.batches import Batch
    from factx.training.labels import Labels

DIM, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
VOCABULARY, POSITIONS = 30_522, 512
EPSILON = 1e-12
ARC_DIM, LABEL_DIM = 256, 64
SCALE = (DIM // ATTENTION_HEADS) ** -0.5
NEVER = -1e4

# Dropout takes its masks from a pool drawn once, at a random place each time: drawing them anew took 8 % of a step.
POOL = 2**22


class Dropout(nn.Module):
    """Dropout with pooled masks."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        keep = torch.rand(POOL) >= rate
        self.register_buffer("pool", (keep / (1 - rate)).bfloat16(), persistent=False)
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """Any shape of at most POOL numbers."""
        if not self.training or not self.rate:
            return x
        start = int(torch.randint(POOL - x.numel(), ()))
        return x * self.pool[start : start + x.numel()].view_as(x)


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, inner: int, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(DIM, DIM)
        self.key = nn.Linear(DIM, DIM)
        self.value = nn.Linear(DIM, DIM)
        self.mix = nn.Linear(DIM, DIM)
        self.mix_norm = nn.LayerNorm(DIM, eps=EPSILON)
        self.widen = nn.Linear(DIM, inner)
        self.narrow = nn.Linear(inner, DIM)
        self.norm = nn.LayerNorm(DIM, eps=EPSILON)
        self.dropout = Dropout(dropout)

    def _split(self, x: Tensor) -> Tensor:
        return x.view(x.shape[0], x.shape[1], ATTENTION_HEADS, DIM // ATTENTION_HEADS).transpose(1, 2)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """(B, P, D) -> (B, P, D); ``mask`` (B, 1, 1, P) is 0 where there is a piece, else very low."""
        return self.transform(self.attend(x, mask))

    def attend(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """The attention part."""
        q, k, v = self._split(self.query(x)), self._split(self.key(x)), self._split(self.value(x))
        scores = (q * SCALE) @ k.transpose(-1, -2)  # faster here than torch's fused attention: 22 against 48 ms
        if mask is not None:
            scores = scores + mask.to(scores.dtype)
        mixed = scores.softmax(-1) @ v
        out: Tensor = self.mix_norm(x + self.dropout(self.mix(mixed.transpose(1, 2).reshape(x.shape))))
        return out

    def transform(self, x: Tensor) -> Tensor:
        """The feed-forward part."""
        out: Tensor = self.norm(x + self.dropout(self.narrow(F.gelu(self.widen(x)))))
        return out


class Encoder(nn.Module):
    """Piece ids and shape ids (B, P) -> vectors (B, P, D)."""

    def __init__(self, inner: int, dropout: float) -> None:
        super().__init__()
        self.piece = nn.Embedding(VOCABULARY, DIM)
        self.position = nn.Embedding(POSITIONS, DIM)
        self.shape = nn.Embedding(SHAPES, DIM)
        self.norm = nn.LayerNorm(DIM, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(inner, dropout) for _ in range(LAYERS))
        self.dropout = Dropout(dropout)

    def forward(self, ids: Tensor, shape: Tensor, mask: Tensor | None = None) -> Tensor:
        """``mask`` as in Layer.forward; None where every place holds a piece."""
        x = self.dropout(self.embed(ids, shape))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def embed(self, ids: Tensor, shape: Tensor) -> Tensor:
        """The sum of piece, place and shape, normalised."""
        place = torch.arange(ids.shape[1]).unsqueeze(0)
        x: Tensor = self.norm(self.piece(ids) + self.position(place) + self.shape(shape))
        return x

    def load_bert(self, weights: dict[str, Tensor]) -> None:
        """Take over the weights of a BERT checkpoint; every shape starts as its first token type."""
        names = {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "mix": "attention.output.dense", "mix_norm": "attention.output.LayerNorm",
            "widen": "intermediate.dense", "narrow": "output.dense", "norm": "output.LayerNorm",
        }  # fmt: skip
        state = {
            "piece.weight": weights["embeddings.word_embeddings.weight"],
            "position.weight": weights["embeddings.position_embeddings.weight"],
            "shape.weight": weights["embeddings.token_type_embeddings.weight"][:1].repeat(SHAPES, 1),
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
        }
        for i in range(LAYERS):
            for ours, theirs in names.items():
                for kind in ("weight", "bias"):
                    state[f"layers.{i}.{ours}.{kind}"] = weights[f"encoder.layer.{i}.{theirs}.{kind}"]
        self.load_state_dict(state)


class Biaffine(nn.Module):
    """Arc and label scores (Dozat and Manning 2017)."""

    def __init__(self, labels: int, dropout: float) -> None:
        super().__init__()
        self.arc_dep = nn.Linear(DIM, ARC_DIM)
        self.arc_head = nn.Linear(DIM, ARC_DIM)
        self.label_dep = nn.Linear(DIM, LABEL_DIM)
        self.label_head = nn.Linear(DIM, LABEL_DIM)
        self.arc = nn.Parameter(torch.zeros(ARC_DIM + 1, ARC_DIM))
        self.label = nn.Parameter(torch.zeros(labels, LABEL_DIM + 1, LABEL_DIM + 1))
        self.root = nn.Parameter(torch.randn(DIM) * 0.02)
        self.dropout = Dropout(dropout)
        nn.init.xavier_uniform_(self.arc)
        nn.init.xavier_uniform_(self.label)

    def arcs(self, x: Tensor) -> Tensor:
        """(B, W, D) -> (B, W, W + 1): score of each word as head of each; the last column is the root."""
        heads = torch.cat([x, self.root.expand(x.shape[0], 1, DIM)], 1)
        dep = self.dropout(F.gelu(self.arc_dep(x)))
        head = self.dropout(F.gelu(self.arc_head(heads)))
        scores: Tensor = (_with_one(dep) @ self.arc) @ head.transpose(1, 2)
        return scores

    def labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """(N, D) words and their heads' vectors -> (N, labels)."""
        d = _with_one(self.dropout(F.gelu(self.label_dep(dep))))
        h = _with_one(self.dropout(F.gelu(self.label_head(head))))
        return torch.einsum("ni,lij,nj->nl", d, self.label.to(d.dtype), h)


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Network(nn.Module):
    """Encoder and heads: sentence start, tag, pos, lemma edit, parser, entities.

    ``inner``: width of the encoder's feed-forward layers, less than INNER when they have been pruned.
    """

    def __init__(self, labels: Labels, inner: int = INNER, dropout: float = 0.1, head_dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = Encoder(inner, dropout)
        self.dropout = Dropout(head_dropout)
        self.start = nn.Linear(DIM, 2)
        self.tag = nn.Linear(DIM, len(labels.tags))
        self.pos = nn.Linear(DIM, len(labels.pos))
        self.edit = nn.Linear(DIM, len(labels.edits))
        self.entity = nn.Linear(DIM, len(labels.entities))
        self.parser = Biaffine(len(labels.deps), head_dropout)

    def words(self, batch: Batch) -> Tensor:
        """Word vectors (B, W, D): the mean of each word's pieces."""
        mask = torch.where(batch.pieces, 0.0, NEVER).unsqueeze(1).unsqueeze(1)
        x = self.encoder(batch.ids, batch.shape, mask).float()
        out = x.new_zeros(x.shape[0], batch.width + 1, DIM)
        out.scatter_add_(1, batch.word_of.unsqueeze(-1).expand_as(x), x)
        return out[:, :-1] / batch.piece_count.clamp(min=1).unsqueeze(-1)

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """Mean loss a task, over the words that have a label for it."""
        x = self.dropout(self.words(batch))
        found = {
            name: F.cross_entropy(
                getattr(self, name)(x).float().flatten(0, 1), gold.flatten(), ignore_index=IGNORE, reduction="sum"
            )
            / (gold != IGNORE).sum().clamp(min=1)
            for name, gold in (("start", batch.start), ("tag", batch.tag), ("pos", batch.pos), ("edit", batch.edit))
        }
        return found | self._parser_losses(x, batch) | {"entity": self._entity_loss(x, batch)}

    def _parser_losses(self, x: Tensor, batch: Batch) -> dict[str, Tensor]:
        rows = batch.parsed
        if not len(rows):
            return {}
        x, head, sentence = x[rows], batch.head[rows], batch.sentence[rows]
        scores = self.parser.arcs(x).float()
        width = x.shape[1]
        same = (sentence.unsqueeze(1) == sentence.unsqueeze(2)) & (sentence >= 0).unsqueeze(1)
        own = torch.eye(width, dtype=torch.bool)
        allowed = torch.cat([same & ~own, torch.ones(len(rows), width, 1, dtype=torch.bool)], 2)
        scores = scores.masked_fill(~allowed, NEVER)
        place = torch.arange(width).expand_as(head)
        target = torch.where(head == place, width, head)
        known = head != IGNORE
        n = known.sum().clamp(min=1)
        arc = F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=IGNORE, reduction="sum") / n
        row = torch.arange(len(rows)).unsqueeze(1).expand_as(head)[known]
        heads = torch.cat([x, self.parser.root.expand(len(rows), 1, DIM)], 1)
        label = self.parser.labels(x[known], heads[row, target[known]]).float()
        return {
            "arc": arc,
            "dep": F.cross_entropy(label, batch.dep[rows][known], ignore_index=IGNORE, reduction="sum") / n,
        }

    def _entity_loss(self, x: Tensor, batch: Batch) -> Tensor:
        """Cross-entropy; where a corpus leaves labels out, its O means "O or one of those"."""
        logits = self.entity(x).float()
        known = batch.entity != IGNORE
        logits, gold = logits[known], batch.entity[known]
        rows = torch.arange(len(known)).unsqueeze(1).expand_as(known)[known]
        good = F.one_hot(gold, logits.shape[-1]).bool() | (batch.outside[rows] & (gold == 0).unsqueeze(1))
        right = logits.masked_fill(~good, NEVER).logsumexp(-1)
        return (logits.logsumexp(-1) - right).sum() / known.sum().clamp(min=1)
