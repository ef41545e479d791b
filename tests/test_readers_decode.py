"""Bytes to text: UTF-8, or what a byte order mark announces."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.errors import InputError
from factx.readers.decode import decode

TEXTS = st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"]))


@given(TEXTS)
def test_text_comes_out_as_it_was_whatever_its_encoding(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        assert decode(text.encode(encoding), "a.txt") == text
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "a.txt") == text


def test_line_ends_are_kept() -> None:
    assert decode(b"a\r\nb\rc\n", "a.txt") == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("caf\xe9".encode("latin-1"), "byte 0xE9 at offset 3 is not UTF-8"),
        ("café".encode()[:-1], "byte 0xC3 at offset 3"),
        (b"\xff\xfea\x00\x00\xd8", "is not UTF-16"),
        (b"PK\x03\x00", "NUL at offset 3"),
        ("plain".encode("utf-16-le"), "iconv -f UTF-16LE"),
        (codecs.BOM_UTF16_LE + b"a\0\0\0", "NUL at offset 1"),
    ],
)
def test_what_is_no_text_is_named_with_its_place(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=r"^a\.txt: ") as error:
        decode(data, "a.txt")
    assert said in str(error.value)
