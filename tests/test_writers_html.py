"""The page: how the text is cut, what its policy lets run, how it is escaped. No browser is needed."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from factx.record import Notice
from factx.writers import Format, writer
from factx.writers.html.keys import Keys, token, tokens
from factx.writers.html.marks import Mark, Role, marks
from factx.writers.html.paragraphs import paragraphs
from factx.writers.html.segments import segments
from factx.writers.html.timeline import timeline
from factx.writers.html.title import titled, written
from tests.by_hand import made, said, source, stated

if TYPE_CHECKING:
    from factx.record import Record

TEXTS = st.text("ab \n", max_size=40)
ROLES: st.SearchStrategy[Role | None] = st.sampled_from(["content", "own", "source", "cue", "date", "quantity", None])


def page(*records: Record) -> str:
    stream = io.StringIO()
    made = writer(Format.HTML, stream)
    for record in records:
        made.write(record)
    made.close()
    return stream.getvalue()


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda place: place[0] < place[1])
    keys = st.integers(0, 5).map("c{}".format)

    def mark(place: tuple[int, int], key: str, role: Role | None) -> Mark:
        return Mark(*place, key, role, refers=key)

    found = draw(st.lists(st.builds(mark, places, keys, ROLES), max_size=8, unique=True)) if text else []
    return text, found


@given(marked())
def test_segments_are_the_text_of_each_paragraph_and_marks_cover_what_they_say(given: tuple[str, list[Mark]]) -> None:
    text, found = given
    where = paragraphs(text)
    cut = segments(text, where, found)
    for (start, end), pieces in zip(where, cut, strict=True):
        assert "".join(piece.text for piece in pieces) == text[start:end]
        at = start
        for piece in pieces:
            here = [mark for mark in found if mark.start <= at and at + len(piece.text) <= mark.end]
            assert set(piece.keys) == {mark.key for mark in here}
            assert {role for role in piece.classes if not role.startswith("deep")} == {m.role for m in here if m.role}
            at += len(piece.text)


@given(marked())
def test_every_content_that_is_seen_is_referred_from_where_it_ends(given: tuple[str, list[Mark]]) -> None:
    text, found = given
    where = paragraphs(text)
    refers = [key for pieces in segments(text, where, found) for piece in pieces for key, _ in piece.refers]
    seen = [mark.key for mark in found if any(mark.start < end and start < mark.end for start, end in where)]
    assert sorted(refers) == sorted(seen)


@given(TEXTS)
def test_paragraphs_hold_everything_but_white_space(text: str) -> None:
    kept = "".join(text[start:end] for start, end in paragraphs(text))
    assert "".join(kept.split()) == "".join(text.split())


def test_lines_that_are_broken_at_a_width_are_one_paragraph() -> None:
    assert len(paragraphs("one line\nand its end\n\nanother")) == 2
    assert len(paragraphs(f"{'a long line ' * 10}\nanother")) == 2


def test_the_innermost_claim_is_the_first_of_a_place(record: Record) -> None:
    inner = replace(record.claims[1], id="inner")
    words = record.text or ""
    outer = replace(inner, id="outer", content=replace(inner.content, spans=((0, len(words)),), text=words))
    both = replace(record, claims=(outer, inner))
    cut = segments(words, paragraphs(words), marks(both, Keys(both)))
    content = next(piece for pieces in cut for piece in pieces if "deep2" in piece.classes)
    assert content.keys[:2] == ("c1", "c0")


def test_a_claim_within_another_stands_after_it_and_is_moved_in() -> None:
    html = page(made([source("s1", "Ada Lund")], [said("c1", "s1", parent="c2"), said("c2", "s1")]))
    assert re.findall(r'class="claim (depth\d)" id="(c\d)"', html) == [("depth0", "c2"), ("depth1", "c1")]


def test_who_is_cited_and_when_it_was_said_belong_to_the_claim(record: Record) -> None:
    words = record.text or ""
    cut = segments(words, paragraphs(words), marks(record, Keys(record)))
    joined = [piece.text for pieces in cut for piece in pieces if "c1" in piece.keys]
    assert joined[-4:] == ["state media", "reported", "earlier this month", "port officials"]


def test_the_policy_names_the_style_and_the_script_by_their_hashes_and_nothing_else_runs(record: Record) -> None:
    html = page(record)
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1])  # type: ignore[index]
    for element, directive in (("style", "style-src"), ("script", "script-src")):
        (content,) = re.findall(rf"<{element}>(.*?)</{element}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert not re.search(r'\s(style|on\w+)="', html)
    assert not re.search(r"(src|@import|url\()", html.replace("-src", ""))


def test_the_bytes_are_the_same_twice(record: Record) -> None:
    assert page(record) == page(record)
    assert page(record, record) == page(record, record)


class Elements(HTMLParser):
    """Every id, and whether each element is closed in its place."""

    VOID = frozenset({"meta", "input", "rect", "line"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open it."""
        if tag not in self.VOID:
            self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.targets += [value[1:] for name, value in attrs if name == "href" and value and value[:1] == "#"]

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost."""
        if tag not in self.VOID:
            assert self.open.pop() == tag


def test_elements_close_ids_are_one_and_every_link_leads_somewhere(record: Record) -> None:
    for html in (page(record), page(record, record, made([], []))):
        found = Elements()
        found.feed(html)
        assert found.open == []
        assert len(found.ids) == len(set(found.ids))
        assert set(found.targets) - {""} <= set(found.ids)


def test_ids_of_any_kind_make_addresses_that_do_not_meet() -> None:
    assert token('a/b:c "<é') == "a%2Fb%3Ac%20%22%3C%C3%A9"
    assert tokens(["a", "a", "a~2", "a"]) == ["a", "a~2", "a~2~2", "a~3"]


def test_a_record_without_its_text_shows_its_claims_and_says_so(record: Record) -> None:
    html = page(replace(record, text=None))
    assert "The text of the article is not in its record" in html
    assert "Nobody was hurt" in html


def test_spans_that_are_not_in_the_text_do_no_harm(record: Record) -> None:
    html = page(replace(record, text="short", warnings=(Notice("odd", "far away", (90, 99)),)))
    assert "far away" in html


def test_only_addresses_of_the_web_are_links(record: Record) -> None:
    assert 'href="https://news.example/a"' in page(replace(record, url="https://news.example/a"))
    assert "javascript:" not in page(replace(record, url="javascript:alert(1)"))


def test_a_document_is_called_by_its_title_its_headline_or_its_path(record: Record) -> None:
    assert titled(replace(record, title="Storm")) == "Storm"
    assert titled(record) == "storm.txt"
    assert titled(replace(record, text="Storm closes harbour\n\nIt did.", title=None)) == "Storm closes harbour"
    assert titled(replace(record, path=None)) == "a1"


def test_days_are_written_for_people_and_what_is_no_day_as_it_stands() -> None:
    assert written("2023-11-02T10:00:00Z") == "2 November 2023"
    assert (written("2023"), written(None)) == ("2023", None)


def test_the_timeline_has_when_it_was_said_and_where_publication_is(record: Record) -> None:
    drawn = timeline(record, Keys(record))
    assert drawn is not None
    (bar,) = drawn.said
    assert (bar.left, bar.left + bar.width, bar.keys, drawn.told) == (0, 100, ("d0",), ())
    assert [tick.label for tick in drawn.ticks] == ["published", "1 week earlier", "1 day earlier"]
    assert timeline(replace(record, dates=()), Keys(record)) is None


def test_the_index_names_each_article_and_the_most_heard_of_it() -> None:
    lund = source("s1", "Ada Lund")
    html = page(made([lund], [said("c1", "s1")], "a1"), made([lund], [said("c1", "s1"), stated("c2")], "a2"))
    assert re.findall(r'<a href="#(a\d)">', html) == ["a1", "a2"]
    assert html.count("<noscript data-document=") == 2
    assert ">2 articles</h1>" in html
