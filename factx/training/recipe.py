"""What is trained on, how often, and with which steps: the recipe of ``en_news``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.training.corpora import Corpus, named_corpus, parsed_corpus
from factx.training.labels import ENTITIES

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Part:
    """A corpus of the mixture: its files, in which epochs and how much of it is seen, its licence and credit."""

    name: str
    trees: str | None
    names: str | None
    epochs: tuple[int, ...]
    share: float
    licence: str
    credit: str
    open: bool = True


EPOCHS = 12
EVERY = tuple(range(EPOCHS))
SECOND = EVERY[1::2]

MIXTURE = (
    Part("ewt", "en_ewt-clear-train", None, EVERY, 1.0, "CC BY-SA 4.0", "UD English EWT 2.16 (Silveira et al. 2014)"),
    Part("gum", "en_gumopen-clear-train", "gum.train", EVERY, 1.0, "CC BY 4.0", "GUM 2.16, open genres (Zeldes 2017)"),
    Part("wikigold", None, "wikigold.train", SECOND, 1.0, "CC BY 4.0", "Wikigold (Balasuriya et al. 2009)"),
    Part("crossner_politics", None, "crossner_politics.train", SECOND, 1.0, "MIT", "CrossNER (Liu et al. 2020)"),
    Part("redocred", None, "redocred.train", SECOND, 1.0, "MIT", "Re-DocRED (Tan et al. 2022)"),
    Part("masc", None, "masc.train", SECOND[::2], 1.0, "free for any use", "MASC (American National Corpus)"),
    Part("btc_news", None, "btc_news.train", SECOND[::2], 1.0, "CC BY 4.0", "Broad Twitter (Derczynski et al. 2016)"),
    # Silver and noisy: seen early, a tenth of its sentences an epoch, so that the hand-made corpora have the last word.
    Part("gmb", None, "gmb.train", EVERY[:5], 0.1, "public-domain text", "Groningen Meaning Bank (Bos et al. 2017)"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recipe:
    """Optimisation. Rates are peaks: 5 % warm-up, then linear to zero; lower layers learn slower by ``decay``.

    ``epochs`` are numbers of the mixture's.
    """

    seed: int = 20231112
    epochs: tuple[int, ...] = EVERY
    pieces: int = 2048
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 0.9
    weight_decay: float = 0.01
    warm_up: float = 0.05
    clip: float = 2.0


# After training, the feed-forward layers are pruned from 1,536 units to these, and the network learns on for two epochs
# at a lower rate. LAS on GUM / PUD dev, 89.8 / 91.8 before: with 1,024 units 89.7 / 91.4, after learning on 89.7 /
# 91.5; with 768 units 89.1 / 91.0, after three epochs 89.4 / 91.2. With 1,024 the encoder takes 0.82 of its time.
PRUNED_INNER = 1024
RECOVERY = Recipe(epochs=EVERY[-2:], encoder_rate=5e-5, head_rate=2.5e-4)


@dataclass(frozen=True, slots=True)
class Articles:
    """A corpus of attributions: its file, licence and credit."""

    file: str
    licence: str
    credit: str
    open: bool = True


ATTRIBUTION = (
    Articles("polnear.train", "none stated; text © publishers", "PolNeAR (Newell et al. 2018)", open=False),
    Articles("gum.train", "CC BY 4.0", "GUM eRST (Zeldes 2017)"),
    Articles("ewt.train", "CC BY-SA 4.0", "PropBank on UD English EWT"),
    Articles("masc.train", "free for any use; CC BY-SA 4.0", "PropBank on MASC (American National Corpus)"),
    Articles("framenet-fulltext.train", "CC BY 3.0", "FrameNet full texts (International Computer Science Institute)"),
)
# What confidence is fitted on. Without PolNeAR it is fitted on a corpus that leaves many attributions out, and is low.
CALIBRATION, OPEN_CALIBRATION = "polnear.dev", "gum.dev"


def mixture(data: Path, *, open_only: bool) -> list[tuple[Part, Corpus]]:
    """Read the corpora of the mixture; ``open_only`` leaves out what is not openly licensed."""
    found = []
    for part in MIXTURE:
        if open_only and not part.open:
            continue
        names = data / "ner" / f"{part.names}.jsonl" if part.names else None
        if part.trees:
            corpus = parsed_corpus(part.name, data / "treebanks" / f"{part.trees}.conllu", names, ENTITIES)
        elif names:
            corpus = named_corpus(part.name, names, ENTITIES)
        found.append((part, corpus))
    return found
