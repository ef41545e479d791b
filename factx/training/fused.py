"""The encoder as it is exported: one product for query, key and value, and ONNX Runtime's own attention.

Equal to ``model.Encoder`` but for rounding, and faster by a twentieth; for inference only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  torch's own name for it

from factx.training.model import ATTENTION_HEADS, DIM

if TYPE_CHECKING:
    from factx.training.model import Encoder, Layer


class Attention(torch.autograd.Function):
    """Multi-head attention over (B, P, D) query, key and value; one operator of ONNX Runtime when exported."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:  # noqa: ANN401  torch's context
        """Compute it in torch."""

        def split(x: Tensor) -> Tensor:
            return x.view(*x.shape[:2], ATTENTION_HEADS, DIM // ATTENTION_HEADS).transpose(1, 2)

        mixed = F.scaled_dot_product_attention(split(query), split(key), split(value))
        return mixed.transpose(1, 2).reshape(query.shape)

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any) -> Any:  # noqa: ANN401  the exporter's graph values
        """Export it as one operator."""
        found = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=ATTENTION_HEADS)
        return found.setType(query.type())


class FusedLayer(nn.Module):
    """``model.Layer`` for inference."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        parts = (layer.query, layer.key, layer.value)
        self.layer = layer
        self.parts = nn.Linear(DIM, 3 * DIM)
        self.parts.weight.data = torch.cat([p.weight.data for p in parts])
        self.parts.bias.data = torch.cat([p.bias.data for p in parts])

    def forward(self, x: Tensor) -> Tensor:
        """(1, P, D) -> (1, P, D)."""
        mixed = Attention.apply(*self.parts(x).split(DIM, -1))
        x = self.layer.mix_norm(x + self.layer.mix(mixed))
        out: Tensor = self.layer.norm(x + self.layer.narrow(F.gelu(self.layer.widen(x))))
        return out


class FusedEncoder(nn.Module):
    """``model.Encoder`` for inference."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.layers = nn.ModuleList(FusedLayer(layer) for layer in encoder.layers)

    def forward(self, ids: Tensor, shape: Tensor) -> Tensor:
        """Piece ids and shape ids (1, P) -> vectors (1, P, D)."""
        x = self.encoder.embed(ids, shape)
        for layer in self.layers:
            x = layer(x)
        return x
