"""Whatever the bytes are: articles and errors are handed over, nothing is raised, and every text is one."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factx.errors import InputError
from factx.readers import Found, InputFormat, Reading, read
from tests.pages import LINKED, page
from tests.test_readers_warc import answer

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = [
    page(LINKED).encode(),
    answer("https://a.example/1"),
    gzip.compress(page(LINKED).encode()),
    json.dumps([{"text": "It rained.", "date": "2023-11-12", "meta": [{"a.b": 1}]}] * 3).encode(),
    json.dumps({"uri": "urn:a", "bodies": [{"contentType": "text/html", "value": "<p>It <b>rained"}]}).encode(),
    b'id,text\n1,"It rained,\nshe said."\n2,It snowed.\n',
    b"---\ntitle: T\ndate: 2023-11-12\n---\n# T\n\n> It *rained*.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Something that is whole, with a piece of it replaced."""
    whole = draw(st.sampled_from(WHOLE))
    start = draw(st.integers(0, len(whole)))
    end = draw(st.integers(start, min(len(whole), start + 200)))
    return whole[:start] + draw(st.binary(max_size=20)) + whole[end:]


@pytest.mark.parametrize("form", list(InputFormat))
@example(data=b"\r\x01")  # a line end that csv takes for none
@example(data=b"<!DOCTYPE html><html><head><title/title><p>It rained.")  # a page without a body
@example(data=b'{"uri": "urn:a", "body_text": "It rained.", "headlines": [{"role": "x"}, "main", 3]}')
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode), damaged()))
def test_any_bytes_are_articles_or_errors(tmp_path: Path, form: InputFormat, data: bytes) -> None:
    articles_or_errors(tmp_path / "a", form, data)


def articles_or_errors(path: Path, form: InputFormat, data: bytes) -> None:
    """What is read of these bytes, written to ``path``: each an article with a text, or an error."""
    path.write_bytes(data)
    found = list(read(str(path), Reading(form)))
    assert found
    for one in found:
        assert isinstance(one, Found | InputError)
        if isinstance(one, Found):
            assert one.article.text.strip()
            assert one.article.text.encode()
