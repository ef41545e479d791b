"""The attribution network in torch; names and arithmetic are those of ``factx.attribution.network``.

Shapes: N words of some documents, D = 384; B contexts of at most T words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  torch's own name for it

from factx.attribution.network import CUE_DILATIONS, LABELS, ROLE_DILATIONS, may_follow
from factx.attribution.relations import DEPS, DISTANCES, PARAGRAPHS, QUOTATIONS, SENTENCES, WAYS
from factx.training.model import DIM, NEVER

if TYPE_CHECKING:
    from factx.training.attribution.batch import Batch, Contexts

WIDTH = 128
TAGS = 60
RATE = 0.2
SPREAD = 0.1  # of the embeddings' first values
# One word in 37 of PolNeAR heads a cue.
WORDS_PER_CUE = 37
RARE = -3.6  # the log-odds of that
# Weights of the losses, each a mean over cues.
ROLES, KIND = 0.25, 0.3


def table(rows: int) -> nn.Parameter:
    """An embedding (rows, WIDTH)."""
    return nn.Parameter(torch.randn(rows, WIDTH) * SPREAD)


class Convolution(nn.Module):
    """Three places wide, depthwise, then all channels together (Chollet 2017); added to what comes in, normalised."""

    def __init__(self, dilation: int) -> None:
        super().__init__()
        self.depth = nn.Conv1d(WIDTH, WIDTH, 3, padding=dilation, dilation=dilation, groups=WIDTH, bias=False)
        self.point = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(B, T, WIDTH), mask (B, T, 1) -> (B, T, WIDTH)."""
        around = self.depth((x * mask).transpose(1, 2)).transpose(1, 2)
        found = F.relu(self.point(around))
        out: Tensor = self.norm(x + F.dropout(found, RATE, self.training))
        return out


class CueTagger(nn.Module):
    """Scores every word as the head of a cue."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.head = nn.Linear(DIM, WIDTH), nn.Linear(DIM, WIDTH)
        self.dep, self.tag, self.quoted = table(DEPS), table(TAGS), table(2)
        self.norm = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList(Convolution(d) for d in CUE_DILATIONS)
        self.score = nn.Linear(WIDTH, 1)
        nn.init.constant_(self.score.bias, RARE)

    def forward(self, x: Tensor, batch: Batch) -> Tensor:
        """(N, D) -> (N,)."""
        z = self.word(x) + self.head(x[batch.head])
        z = z + F.embedding(batch.dep, self.dep) + F.embedding(batch.tag, self.tag)
        z = z + F.embedding(batch.quoted, self.quoted)
        z = F.dropout(F.relu(self.norm(z)), RATE, self.training)[None]
        for layer in self.layers:
            z = layer(z, torch.ones(1, 1, 1))
        out: Tensor = self.score(z)[0, :, 0]
        return out


class KindTagger(nn.Module):
    """Scores a cue as speech."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden, self.score = nn.Linear(DIM, WIDTH), nn.Linear(WIDTH, 1)

    def forward(self, x: Tensor) -> Tensor:
        """(B, D) -> (B,)."""
        out: Tensor = self.score(F.dropout(F.relu(self.hidden(x)), RATE, self.training))[:, 0]
        return out


class RoleTagger(nn.Module):
    """Scores the words around a cue as its source, itself and its content, with a conditional random field."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.cue = nn.Linear(DIM, WIDTH), nn.Linear(DIM, WIDTH)
        self.word_by, self.cue_by = nn.Linear(DIM, WIDTH), nn.Linear(DIM, WIDTH)
        self.way, self.distance = table(WAYS), table(DISTANCES)
        self.sentence, self.paragraph = table(2 * SENTENCES + 1), table(2 * PARAGRAPHS + 1)
        self.quotation, self.dep, self.tag = table(2 * QUOTATIONS), table(DEPS), table(TAGS)
        self.norm = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList(Convolution(d) for d in ROLE_DILATIONS)
        self.score = nn.Linear(WIDTH, len(LABELS))
        self.next = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.first = nn.Parameter(torch.zeros(len(LABELS)))
        allowed = torch.tensor([[may_follow(a, b) for b in LABELS] for a in LABELS])
        self.register_buffer("never_next", torch.where(allowed, 0.0, NEVER), persistent=False)
        begins = torch.tensor([not label.startswith("I") for label in LABELS])
        self.register_buffer("never_first", torch.where(begins, 0.0, NEVER), persistent=False)
        is_cue = torch.tensor([label.endswith("-cue") for label in LABELS])
        self.register_buffer("never_cue", torch.where(is_cue, 0.0, NEVER), persistent=False)

    def forward(self, x: Tensor, batch: Batch, contexts: Contexts) -> Tensor:
        """(N, D) -> (B, T, labels)."""
        x = F.dropout(x, RATE, self.training)
        shown, cue = contexts.word, contexts.cue
        z = (self.word(x) + F.embedding(batch.dep, self.dep) + F.embedding(batch.tag, self.tag))[shown]
        z = z + self.cue(x[cue])[:, None] + self.word_by(x)[shown] * self.cue_by(x[cue])[:, None]
        z = z + F.embedding(contexts.way, self.way) + F.embedding(contexts.distance, self.distance)
        z = z + F.embedding(contexts.sentence, self.sentence) + F.embedding(contexts.paragraph, self.paragraph)
        z = z + F.embedding(contexts.quotation, self.quotation)
        z = F.dropout(F.relu(self.norm(z)), RATE, self.training)
        mask = contexts.mask.unsqueeze(-1).float()
        for layer in self.layers:
            z = layer(z, mask)
        scores: Tensor = self.score(F.dropout(z, RATE, self.training))
        return scores + (shown == cue[:, None]).unsqueeze(-1) * self.never_cue

    def loss(self, scores: Tensor, contexts: Contexts) -> Tensor:
        """(B, T, labels) -> (B,): minus the log-probability of the gold labels."""
        step, labels, mask = self.next + self.never_next, contexts.labels, contexts.mask.float()
        gold = (scores.gather(2, labels.unsqueeze(-1))[..., 0] * mask).sum(1) + self.first[labels[:, 0]]
        gold = gold + (step[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]).sum(1)
        total = scores[:, 0] + self.first + self.never_first
        for t in range(1, scores.shape[1]):
            further = torch.logsumexp(total.unsqueeze(-1) + step, 1) + scores[:, t]
            total = torch.where(contexts.mask[:, t, None], further, total)
        return torch.logsumexp(total, 1) - gold


class AttributionHead(nn.Module):
    """All three."""

    def __init__(self) -> None:
        super().__init__()
        self.cue, self.kind, self.role = CueTagger(), KindTagger(), RoleTagger()

    def losses(self, x: Tensor, batch: Batch) -> dict[str, Tensor]:
        """Sums over the cues of the batch, by their number; the cues' own by how many PolNeAR has in as many words."""
        n = max(1, int(batch.target.sum()))
        odds = self.cue(F.dropout(x, RATE, self.training), batch)
        cue = F.binary_cross_entropy_with_logits(odds, batch.target, weight=batch.weight, reduction="sum")
        cue = cue * WORDS_PER_CUE / batch.weight.sum().clamp(min=WORDS_PER_CUE)
        found = {"cue": cue, "role": x.new_zeros(()), "kind": x.new_zeros(())}
        for contexts in batch.contexts:
            found["role"] = found["role"] + self.role.loss(self.role(x, batch, contexts), contexts).sum() / n
            odds = self.kind(F.dropout(x[contexts.cue], RATE, self.training))
            kind = F.binary_cross_entropy_with_logits(odds, contexts.speech, reduction="sum") / n
            found["kind"] = found["kind"] + kind
        return found

    def loss(self, x: Tensor, batch: Batch) -> Tensor:
        """Their weighted sum."""
        found = self.losses(x, batch)
        return found["cue"] + ROLES * found["role"] + KIND * found["kind"]
