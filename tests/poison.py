"""A pipeline with a component that some words are poison for, in processes that know it by its entry point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.annotate import load

if TYPE_CHECKING:
    from pathlib import Path

CODE = """
import os
import time

from spacy.language import Language


@Language.component("poison")
def poison(doc):
    text = doc.text
    if "RAISE" in text:
        raise RuntimeError("poisoned")
    if "HANG" in text:
        time.sleep(600)
    if "DIE" in text:
        os.abort()
    while "EAT" in text:
        text += text
    return doc
"""
ENTRY = "[spacy_factories]\npoison = poison:poison\n"


def poisoned(folder: Path) -> tuple[Path, Path]:
    """A folder for PYTHONPATH, and that of the pipeline."""
    code, pipeline = folder / "code", folder / "pipeline"
    (code / "poison-1.0.dist-info").mkdir(parents=True)
    (code / "poison.py").write_text(CODE)
    (code / "poison-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: poison\nVersion: 1.0\n")
    (code / "poison-1.0.dist-info" / "entry_points.txt").write_text(ENTRY)
    nlp = load()
    nlp.to_disk(pipeline)
    config = (pipeline / "config.cfg").read_text()
    config = config.replace("pipeline = [", 'pipeline = ["poison",', 1)
    (pipeline / "config.cfg").write_text(config + '\n[components.poison]\nfactory = "poison"\n')
    return code, pipeline
