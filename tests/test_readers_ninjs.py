"""IPTC ninjs, known by its content, in all its versions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from factx.errors import InputError
from factx.readers import Found, InputFormat, Reading, read

if TYPE_CHECKING:
    from pathlib import Path

XHTML = "<section><h2>Storm</h2><p>It rained, the <b>mayor</b> said.</p>\n<p>“Nobody was hurt,” she said.</p></section>"
PARAGRAPHS = "Storm\n\nIt rained, the mayor said.\n\n“Nobody was hurt,” she said."
URI = "https://agency.example.org/news/1"

ONE: dict[str, Any] = {
    "uri": URI,
    "type": "text",
    "versioncreated": "2023-11-12T16:02:28+01:00",
    "firstcreated": "2023-11-11T09:00:00Z",
    "byline": "Ida Holm",
    "headline": "Storm in Eastport",
    "body_text": "It rained.\n\nNobody was hurt.",
}
TWO: dict[str, Any] = {
    "uri": "urn:newsml:agency.example.org:20231112:1",
    "versioncreated": "2023-11-12T16:02:28+01:00",
    "by": "Ida Holm",
    "headlines": [{"role": "short", "value": "Storm"}, {"role": "main", "value": "Storm in Eastport"}],
    "bodies": [{"role": "html", "contenttype": "text/html", "value": XHTML}],
}
THREE: dict[str, Any] = {
    "uri": URI,
    "versionCreated": "2023-11-12T16:02:28+01:00",
    "by": "Ida Holm",
    "headlines": [{"role": "main", "value": "Storm in Eastport"}],
    "bodies": [
        {
            "role": "main",
            "contentType": "text/plain",
            "value": "It rained, the mayor said. “Nobody was hurt,” she said.",
        },
        {"role": "richtext", "contentType": "application/xhtml+xml", "value": XHTML},
    ],
}


def found(path: Path, items: list[dict[str, Any]], how: Reading | None = None) -> list[Found | InputError]:
    """What is found in such a file, as lines or as an array by its suffix."""
    lines = "\n".join(json.dumps(one) for one in items)
    path.write_text(lines if path.suffix == ".jsonl" else json.dumps(items, indent=1))
    return [one for one in read(str(path), how or Reading()) if isinstance(one, Found | InputError)]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a"])
@pytest.mark.parametrize("form", [InputFormat.AUTO, InputFormat.NINJS])
def test_every_version_has_its_fields(tmp_path: Path, name: str, form: InputFormat) -> None:
    read_back = found(tmp_path / name, [ONE, TWO, THREE], Reading(form))
    for one, item, text in zip(read_back, (ONE, TWO, THREE), (ONE["body_text"], PARAGRAPHS, PARAGRAPHS), strict=True):
        assert isinstance(one, Found)
        article = one.article
        assert (article.text, article.id, article.title) == (text, item["uri"], "Storm in Eastport")
        assert (article.author, article.published) == ("Ida Holm", "2023-11-12T16:02:28+01:00")
        assert article.published_by == "metadata"
        assert article.url == (URI if item["uri"] == URI else None)


@pytest.mark.parametrize(
    ("bodies", "text"),
    [
        ({"body_xhtml": XHTML}, PARAGRAPHS),
        ({"body_text": "One line. Another.", "body_xhtml": XHTML}, PARAGRAPHS),
        ({"body_text": "Two\nlines.", "body_xhtml": XHTML}, "Two\nlines."),
        ({"body_main": "It rained.", "body_richtext": XHTML}, PARAGRAPHS),
        ({"body_text": "It rained.", "body_nitf_xml": "x"}, "It rained."),
    ],
)
def test_the_body_with_paragraphs_is_read(tmp_path: Path, bodies: dict[str, str], text: str) -> None:
    (one,) = found(tmp_path / "a.json", [{"uri": URI, **bodies}])
    assert isinstance(one, Found)
    assert one.article.text == text


def test_an_item_without_a_body_is_an_error(tmp_path: Path) -> None:
    picture = {"uri": URI, "type": "picture", "body_text": ""}
    (error,) = found(tmp_path / "a.json", [picture])
    assert "is ninjs without a body_text, body_xhtml or bodies; its type is picture" in str(error)
    (error,) = found(tmp_path / "a.jsonl", [{"text": "It rained."}], Reading(InputFormat.NINJS))
    assert "is ninjs without" in str(error)


def test_a_text_of_its_own_goes_before(tmp_path: Path) -> None:
    (one,) = found(tmp_path / "a.json", [{**ONE, "text": "Mine."}])
    assert isinstance(one, Found)
    assert (one.article.text, one.article.title) == ("Mine.", None)
