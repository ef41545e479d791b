"""``factx info``: which pipeline is at work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import factx as package

if TYPE_CHECKING:
    from tests.conftest import Factx


def test_info_names_what_makes_the_records(factx: Factx) -> None:
    done = factx("info")
    assert done.returncode == 0
    facts = dict(line.split(": ", 1) for line in done.out.splitlines())
    assert facts["factx"] == package.__version__
    assert len(facts["sha256"]) == 64
    assert "factx_parser" in facts["components"]
    assert "PERSON" in facts["labels of factx_ner"].split(", ")
    assert f"{facts['path']}\n" == factx("info", "--path").out
    assert (Path(facts["path"]) / "meta.json").is_file()
