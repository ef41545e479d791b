"""HTML: the article without what surrounds it, and what its metadata states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.errors import InputError
from factx.readers import Found, Reading, read
from tests.pages import CANONICAL, LINKED, OPEN_GRAPH, SAID, TEXT, page

if TYPE_CHECKING:
    from pathlib import Path


def found(path: Path, data: str | bytes, how: Reading | None = None) -> Found | InputError:
    """What is found in a page."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    (one,) = read(str(path), how or Reading())
    assert isinstance(one, Found | InputError)
    return one


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.html"


def one(path: Path, data: str | bytes, how: Reading | None = None) -> Found:
    """The article of a page."""
    it = found(path, data, how)
    assert isinstance(it, Found)
    return it


def test_the_article_is_read_without_what_surrounds_it(path: Path) -> None:
    assert one(path, page(LINKED)).article.text == TEXT


def test_the_metadata_says_title_authors_address_and_time(path: Path) -> None:
    article = one(path, page(LINKED + CANONICAL)).article
    assert (article.title, article.author) == ("Harbour closed after storm", "Ida Holm; Bo Berg")
    assert (article.url, article.path) == ("https://news.example.org/harbour-closed", str(path))
    assert (article.published, article.published_by) == ("2023-11-12T14:05:00+01:00", "metadata")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (OPEN_GRAPH, "2023-11-12T13:05:00Z"),
        (LINKED + OPEN_GRAPH, "2023-11-12T14:05:00+01:00"),
        ('<meta name="DC.date.issued" content="2023-11-12">', "2023-11-12"),
        ('<meta name="date" content="12 November 2023">', "2023-11-12"),
        ('<meta itemprop="datePublished" content="2023-11-12T10:00">', "2023-11-12T10:00"),
        ('<meta name="pubdate" content="03/04/2023"><meta name="date" content="2023-04-03">', "2023-04-03"),
        (
            '<script type="application/ld+json">{"@type": ["Article"], "datePublished": "2023-11-12"}</script>',
            "2023-11-12",
        ),
        ('<script type="application/ld+json">{oh no</script><meta name="date" content="2023-11-12">', "2023-11-12"),
    ],
)
def test_the_date_is_the_one_that_is_stated_for_the_publication(path: Path, head: str, published: str) -> None:
    it = one(path, page(head))
    assert (it.article.published, it.article.published_by, it.remarks) == (published, "metadata", ())


def test_a_time_element_that_is_marked_up_states_it_too(path: Path) -> None:
    marked = page().replace("</h1>", '</h1><time itemprop="datePublished" datetime="2023-11-12T14:05Z">Sunday</time>')
    assert one(path, marked).article.published == "2023-11-12T14:05Z"


def test_what_only_suggests_a_date_is_told_and_not_taken(path: Path) -> None:
    it = one(path, page('<link rel="canonical" href="https://news.example.org/2023/11/14/harbour-closed">'))
    assert (it.article.published, it.article.published_by) == (None, None)
    (remark,) = it.remarks
    assert "its address or text suggests 2023-11-14: give --date 2023-11-14 if that is right" in remark


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2023-11-14T08:00:00Z">',
        '<meta property="og:updated_time" content="2023-11-14T08:00:00Z">',
        '<meta itemprop="dateModified" content="2023-11-14">',
        '<meta http-equiv="last-modified" content="2023-11-14">',
        '<meta name="DC.date.modified" content="2023-11-14">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2023-11-14T08:00"}</script>',
    ],
)
def test_the_date_of_a_change_suggests_none(path: Path, head: str) -> None:
    it = one(path, page(head))
    assert (it.article.published, it.remarks) == (None, ())


def test_the_option_goes_before_what_the_page_states(path: Path) -> None:
    it = one(path, page(LINKED), Reading(published="2023-11-13"))
    assert (it.article.published, it.article.published_by, it.remarks) == ("2023-11-13", "option", ())


def test_an_articles_own_dateline_is_read_where_the_metadata_is_silent(path: Path) -> None:
    it = one(path, page().replace("<p>The harbour", "<p>EASTPORT, Nov. 12, 2023 (Reuters) — The harbour"))
    assert (it.article.published, it.article.published_by) == ("2023-11-12", "dateline")


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="utf-8">', "utf-8-sig"),
        ("", "utf-16"),
        ("", "utf-8"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ('<meta charset="windows-1251">', "windows-1251"),
        ('<meta charset="utf-16">', "utf-8"),
        ('<meta charset="no-such-charset">', "utf-8"),
        ('<meta charset="rot13">', "utf-8"),
        ('<meta charset="hex">', "utf-8"),
    ],
)
def test_the_charset_is_the_one_that_is_declared(path: Path, charset: str, encoding: str) -> None:
    it = one(path, page(LINKED, charset).encode(encoding))
    assert SAID in it.article.text
    assert it.remarks == ()


def test_what_is_not_in_its_charset_is_told(path: Path) -> None:
    it = one(path, page(LINKED, "").encode("cp1252"))
    assert SAID in it.article.text
    assert it.remarks == ("declares no charset and is not UTF-8; read as Windows-1252",)
    it = one(path, page(LINKED).encode().replace(b"hurt", b"h\xfcrt", 1))
    assert "h\ufffdrt" in it.article.text
    assert it.remarks == ("read with 1 \ufffd for what is not utf-8",)
    it = one(path, page(LINKED, said="“Nobody w\x12s\fhurt,” she said.\0"))
    assert "“Nobody w\ufffds hurt,” she said.\ufffd" in it.article.text
    assert it.remarks == ("read with 2 \ufffd for control characters",)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("", "is empty"),
        ("<html><body></body></html>", "without the text of an article"),
        ("<html><body><div id='root'></div><script>app()</script></body></html>", "without the text of an article"),
        ("<nav><ul><li><a href='/'>Home</a></li></ul></nav>", "without the text of an article"),
        (b"<html>" + b" " * (20 * 2**20), "more than 20 MB"),
        ("<div>" * 50_000 + "x", "article"),
    ],
)
def test_a_page_without_an_article_is_an_error(path: Path, data: str | bytes, why: str) -> None:
    error = found(path, data)
    assert isinstance(error, InputError)
    assert why in str(error)


def test_xhtml_is_read(path: Path) -> None:
    xml = '<?xml version="1.0" encoding="utf-8"?>\n' + page(LINKED).replace(
        "<html", '<html xmlns="http://www.w3.org/1999/xhtml"'
    )
    assert one(path, xml).article.text == TEXT


def test_paragraphs_that_are_parted_by_breaks_alone_are_paragraphs(path: Path) -> None:
    long = "It went on to rain for days, the harbour master said, and no boat could leave the port before the evening."
    body = (
        f"<html><body><div id='content'>{long}<br><br>“It rained,” she said. {long}<br><br>{long}</div></body></html>"
    )
    assert one(path, body).article.text == f"{long}\n\n“It rained,” she said. {long}\n\n{long}"


def test_a_page_that_is_laid_out_by_tables_is_read(path: Path) -> None:
    long = "It went on to rain for days, the harbour master said, and no boat could leave the port before the evening."
    menu = '<td><a href="/">Home</a><br><a href="/world">World</a></td>'
    body = f"<html><body><table><tr>{menu}<td><p>{long}</p><p>{long} It did.</p></td></tr></table></body></html>"
    assert one(path, body).article.text == f"{long}\n\n{long} It did."


def test_no_clock_bounds_the_dates_of_pages(path: Path) -> None:
    address = '<link rel="canonical" href="https://news.example.org/2035/11/14/harbour-closed">'
    (remark,) = one(path, page(address)).remarks
    assert "suggests 2035-11-14" in remark
    assert one(path, page('<meta name="date" content="2035-11-14">')).article.published == "2035-11-14"
