"""The speed is measured on a file, beside a peer that runs as well."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factx.evaluation.speed import small_cnn, words_per_second

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

TEXT = "Mayor Ada Lund said on Friday that the harbour would open again. The city paid $3 million."


def test_both_are_timed_over_the_same_words(nlp: Language, tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(f"{json.dumps({'text': TEXT})}\n" * 4, encoding="utf-8")
    ours, peer = words_per_second(nlp, file)
    assert 0 < ours < float("inf")
    assert 0 < peer < float("inf")


def test_the_peer_tags_parses_and_names(nlp: Language) -> None:
    doc = small_cnn(nlp, [TEXT])(TEXT)
    assert doc.has_annotation("TAG")
    assert doc.has_annotation("DEP")
    assert doc.has_annotation("ENT_IOB")
