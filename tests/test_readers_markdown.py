"""Markdown: the words without the marks, and what stands above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.errors import InputError
from factx.readers import Found, InputFormat, Reading, read
from factx.readers.found import Keys

if TYPE_CHECKING:
    from pathlib import Path

BODY = """# Storm in *Eastport*

The harbour of [Eastport](https://example.org/east "the town") was **closed** on
Sunday, ~~police~~ officials said.[^1] ![A boat](boat.jpg)

> “Nobody was hurt,” mayor Ada Lund said.\\
> “Not one.”

- The ferry will run on Monday.
- Schools stay closed.

| Day | Boats |
|-----|-------|
| Mon | 12    |

```python
print("not prose")
```

Snow &amp; ice<!-- a note --> follow.
"""
TEXT = (
    "Storm in Eastport\n\nThe harbour of Eastport was closed on Sunday, police officials said.[^1]\n\n"
    "“Nobody was hurt,” mayor Ada Lund said.\n“Not one.”\n\nThe ferry will run on Monday.\n\nSchools stay closed.\n\n"
    "Snow & ice follow."
)


def one(path: Path, data: str, how: Reading | None = None) -> Found:
    """The article of a file."""
    path.write_text(data, encoding="utf-8")
    (found,) = read(str(path), how or Reading())
    assert isinstance(found, Found)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.md"


def test_the_words_are_read_without_the_marks(path: Path) -> None:
    article = one(path, BODY).article
    assert article.text == TEXT
    assert (article.title, article.published, article.author, article.url) == ("Storm in Eastport", None, None, None)


YAML = """---
title: "Storm: the harbour"
date: 2023-11-12
author: Ida Holm  # staff
url: https://a.example/1
tags:
  - storm
summary: |
  date: never
---
"""
LISTED = """---
title: 'Storm: the harbour'
date: 12 November 2023
author: [Ida Holm]
url: https://a.example/1
---
"""
TOML = """+++
title = "Storm: the harbour"
date = 2023-11-12
author = "Ida Holm"
url = "https://a.example/1"
+++
"""


@pytest.mark.parametrize("front", [YAML, LISTED, TOML, LISTED.replace("\n", "\r\n")])
def test_front_matter_says_what_it_is(path: Path, front: str) -> None:
    article = one(path, front + BODY).article
    assert article.text == TEXT
    assert (article.title, article.author, article.url) == ("Storm: the harbour", "Ida Holm", "https://a.example/1")
    assert (article.published, article.published_by) == ("2023-11-12", "metadata")


def test_its_fields_may_have_other_names(path: Path) -> None:
    how = Reading(keys=Keys(title="headline", date="published_at"))
    article = one(path, "---\nheadline: Storm\npublished_at: 2023-11-12T14:05:00Z\n---\nIt rained.", how).article
    assert (article.title, article.published, article.text) == ("Storm", "2023-11-12T14:05:00Z", "It rained.")


def test_the_usual_names_do_where_those_are_absent(path: Path) -> None:
    how = Reading(keys=Keys(title="headline", date="published_at", author="by", url="link"))
    article = one(path, YAML + BODY, how).article
    assert (article.title, article.author, article.url) == ("Storm: the harbour", "Ida Holm", "https://a.example/1")
    assert article.published == "2023-11-12"


def test_a_date_that_cannot_be_read_is_a_remark(path: Path) -> None:
    found = one(path, "---\ndate: last Tuesday\n---\nIt rained.")
    assert found.article.published is None
    assert "is no date that can be read" in found.remarks[0]


@pytest.mark.parametrize(
    "data", ["---\nIt rained.", "It rained.\n\n---\n\nIt snowed.", "+++\nnot = toml =\n+++\nIt rained."]
)
def test_what_is_no_front_matter_stays(path: Path, data: str) -> None:
    assert "It rained." in one(path, data).article.text


def test_nothing_but_marks_is_empty(tmp_path: Path) -> None:
    for data in ("", "---\ntitle: T\n---\n", "![A boat](boat.jpg)"):
        (tmp_path / "a.md").write_text(data)
        (error,) = read(str(tmp_path / "a.md"), Reading())
        assert isinstance(error, InputError)
        assert "is empty" in str(error)


def test_the_format_can_be_told(tmp_path: Path) -> None:
    assert one(tmp_path / "a.txt", BODY, Reading(InputFormat.MARKDOWN)).article.text == TEXT
    assert one(tmp_path / "a.md", BODY, Reading(InputFormat.TEXT)).article.text == BODY
