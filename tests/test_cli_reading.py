"""What people read with: the real program over files of every kind, from metadata to resolved dates."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import environment
from tests.pages import LINKED, TEXT, page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Factx

SENTENCE = "“We will rebuild the bridge,” mayor Ada Lund said on Friday."

# What plain text and JSON Lines must not pay for.
LIBRARIES = frozenset(
    {
        "trafilatura",
        "htmldate",
        "lxml",
        "markdown_it",
        "fastwarc",
        "zstandard",
        "csv",
        "tomllib",
        "dateparser",
        "pydantic",
    }
)


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_the_pages_own_date_anchors_what_is_said_in_it(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(LINKED), encoding="utf-8")
    done = factx("extract", "a.html")
    (record,) = rows(done.out)
    assert (done.returncode, record["text"]) == (0, TEXT)
    assert (record["title"], record["author"]) == ("Harbour closed after storm", "Ida Holm; Bo Berg")
    assert (record["published"], record["published_by"]) == ("2023-11-12T14:05:00+01:00", "metadata")
    days = {date["text"]: (date["first"], date["last"]) for date in record["dates"]}
    assert days["Friday"] == ("2023-11-10", "2023-11-10")
    assert days["earlier this month"] == ("2023-11-01", "2023-11-12")
    told = next(c for c in record["claims"] if c["attribution"] and c["attribution"]["cue"]["lemma"] == "tell")
    assert (told["quote"], told["attribution"]["source"]["text"]) == ("direct", "mayor Ada Lund")
    for claim in record["claims"]:
        assert claim["content"]["text"] == " … ".join(TEXT[slice(*span)] for span in claim["content"]["spans"])


def test_a_folder_of_many_formats_is_read_in_order(factx: Factx, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(SENTENCE)
    (folder / "b.html").write_text(page(LINKED))
    (folder / "c.json").write_text(json.dumps([{"body": {"text": SENTENCE}, "id": "j"}]))
    (folder / "d.jsonl.gz").write_bytes(gzip.compress(json.dumps({"body": {"text": SENTENCE}, "id": "l"}).encode()))
    (folder / "e.csv").write_text(f'id,body.text\nr,"{SENTENCE}"\n')
    (folder / "f.md").write_text(f"# Bridge\n\n{SENTENCE}")
    (folder / "g.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "h.txt").write_bytes(b"%PDF-1.7\n")
    done = factx("extract", "-q", "news", "--text-key", "body.text")
    assert [record["path"][5:] for record in rows(done.out)] == [
        "a.txt",
        "b.html",
        "c.json",
        "d.jsonl.gz",
        "e.csv",
        "f.md",
    ]
    assert done.returncode == 4
    assert "news/h.txt: is a PDF" in done.err
    assert done.err.count("\n") == 1
    done = factx("extract", "-q", "news", "--glob", "*.txt", "--glob", "f.*")
    assert [record["path"] for record in rows(done.out)] == ["news/a.txt", "news/f.md"]


@pytest.mark.parametrize(
    ("data", "arguments"),
    [
        (page(LINKED).encode(), []),
        (gzip.compress(page(LINKED).encode()), []),
        (json.dumps({"docs": [{"text": TEXT, "date": "2023-11-12"}]}).encode(), ["--items-key", "docs"]),
        (json.dumps([{"text": TEXT, "date": "2023-11-12"}], indent=2).encode(), []),
        (json.dumps({"uri": "urn:a:1", "body_text": TEXT, "versioncreated": "2023-11-12"}).encode(), []),
        (f'text;date\n"{TEXT}";2023-11-12\n'.encode(), ["--input-format", "csv"]),
    ],
)
def test_standard_input_may_be_any_of_them(factx: Factx, data: bytes, arguments: list[str]) -> None:
    done = factx("extract", "-", *arguments, stdin=data)
    (record,) = rows(done.out)
    assert (done.returncode, record["path"], record["text"], record["published"][:10]) == (0, None, TEXT, "2023-11-12")


def test_a_bad_line_of_ten_leaves_nine_and_is_named(factx: Factx, tmp_path: Path) -> None:
    lines = [json.dumps({"text": SENTENCE, "id": str(n)}) for n in range(1, 11)]
    lines[6] = lines[6][:-10]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    done = factx("extract", "-q", "a.jsonl")
    assert done.returncode == 4
    assert [record["id"] for record in rows(done.out)] == ["1", "2", "3", "4", "5", "6", "8", "9", "10"]
    assert done.err.startswith("factx: error: a.jsonl:7: is not JSON: ")


def test_packed_records_are_counted_and_explained(factx: Factx, tmp_path: Path) -> None:
    out = factx("extract", "--date", "2023-11-12", "-", stdin=SENTENCE.encode()).stdout
    (tmp_path / "records.jsonl.gz").write_bytes(gzip.compress(out))
    (tmp_path / "records.json").write_text(json.dumps(rows(out.decode()), indent=2))
    for name in ("records.jsonl.gz", "records.json"):
        assert json.loads(factx("sources", name).out)["total"]["sources"][0]["name"] == "Ada Lund"
        assert json.loads(factx("explain", name, "c1").out)["claim"]["id"] == "c1"


def test_what_was_left_out_is_told_to_who_asks(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page('<link rel="canonical" href="https://a.example/2023/11/14/b">'))
    done = factx("extract", "--strict", "a.html")
    assert done.returncode == 4
    assert "suggests 2023-11-14: give --date 2023-11-14 if that is right" in done.err


@pytest.mark.parametrize(("name", "data"), [("a.txt", SENTENCE), ("a.jsonl", json.dumps({"text": SENTENCE}))])
def test_text_and_json_lines_import_none_of_the_libraries(tmp_path: Path, name: str, data: str) -> None:
    (tmp_path / name).write_text(data)
    code = (
        "import sys; from factx.readers import Reading, read\n"
        f"assert [type(one).__name__ for one in read({str(tmp_path / name)!r}, Reading())] == ['Found']\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), check=True)
    assert LIBRARIES.isdisjoint(done.stdout.split())
