"""Markdown: read by markdown-it, in which the text of an article has no effect."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factx.writers import Format, writer
from factx.writers.escaped import escaped

if TYPE_CHECKING:
    from markdown_it.token import Token

    from factx.record import Record

REPORT = """\
# storm.txt

published 2023-11-12 · a1

3 claims · 3 sources

**In the article's own voice**

> The storm closed the harbour

c1 · statement · 50% sure

**port officials → state media**, *reported*, earlier this month (2023-11-01…12)

> Nearly 600 residents are waiting for a boat

c2 · speech · paraphrased · \\< 600 residents · 93% sure

**Ada Lund, mayor**, *\\[b\\]told\\[/b\\]*

> “Nobody was hurt,”

c3 · speech · quoted · negative · 80% sure

## Warnings

- a number that cannot be read “600”
"""
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
NASTY = [
    "<script>alert(1)</script>",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "# heading",
    "1. one",
    "1) one",
    "- item",
    "+ item",
    "=== rule",
    "--- rule",
    "> quotation",
    "```code",
    "~~~ code",
    "    indented",
    "a\n\n# b",
    "**bold** _em_ `code` ~~gone~~",
    "&lt;b&gt; &copy;",
    "| a | b |",
    "back\\slash\\",
    "<http://evil.example> <a@b.example>",
    "[ref]: http://evil.example",
    "$x$ \x1b[31mred",
    "*",
    "",
]


def written(*records: Record) -> str:
    """All that the writer writes."""
    stream = io.StringIO()
    made = writer(Format.MARKDOWN, stream)
    for record in records:
        made.write(record)
    made.close()
    return stream.getvalue()


def parts(text: str) -> list[Token]:
    """All blocks and what is in them, as markdown-it reads them."""
    blocks = READER.parse(text)
    return [part for block in blocks for part in (block, *(block.children or ()))]


def shown(text: str) -> str:
    """The text that a reader sees."""
    return "".join(part.content for part in parts(text) if part.type == "text")


def test_a_report_tells_who_said_what_when(record: Record) -> None:
    assert written(record) == REPORT
    assert written(record, record) == f"{REPORT}\n{REPORT}"


def test_a_report_without_claims_says_so(record: Record) -> None:
    bare = replace(record, claims=(), warnings=(), title="Storm", published=None, url="https://example.org/storm?a=b")
    assert written(bare) == (
        "# Storm\n\nno date of publication · storm.txt · <https://example.org/storm?a=b> · a1\n\nNo claim was found.\n"
    )


@pytest.mark.parametrize("text", NASTY)
def test_what_an_article_says_is_text_and_nothing_else(record: Record, text: str) -> None:
    for each in (escaped(text), f"> {escaped(text)}", f"- {escaped(text)}", f"a\n{escaped(text)}"):
        kinds = {part.type for part in parts(each)}
        assert kinds <= {
            *("paragraph_open", "paragraph_close", "inline", "text", "softbreak", "text_special"),
            *("blockquote_open", "blockquote_close", "list_item_open", "list_item_close"),
            *("bullet_list_open", "bullet_list_close"),
        }
    plain = {part.type for part in parts(written(record))}
    hostile = replace(record, title=text, path=text, id=text, url=f"javascript:{text}")
    assert {part.type for part in parts(written(hostile))} <= plain


@given(st.text(alphabet="<>[]()!*_`~#+-=.&;|\\1 a:/\n\"'$^{}", max_size=12))
def test_every_text_is_shown_as_it_is(text: str) -> None:
    words = " ".join(text.split())
    assert {part.type for part in parts(f"x {escaped(text)} x")} <= {
        *("paragraph_open", "paragraph_close", "inline", "text", "text_special")
    }
    assert "".join(READER.render(f"x {escaped(text)} x").split()) == ("<p>x" + _html("".join(words.split())) + "x</p>")


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@pytest.mark.parametrize("title", [None, "Storm"])
def test_an_address_is_told_once_and_as_one(record: Record, title: str | None) -> None:
    url = "https://example.org/storm"
    text = written(replace(record, id=url, path=url, url=url, title=title))
    assert (text.count(f"<{url}>"), text.count("example.org")) == (1, 1)
