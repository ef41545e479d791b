"""``factx sources`` as its users see it: real processes, the real pipeline."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from factx.annotate import annotate
from factx.article import Article
from factx.record import to_dict
from tests.by_hand import made, said, source, stated
from tests.conftest import SEED, environment, everything

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from factx.record import Record
    from tests.conftest import Factx

ARTICLE = (
    "Mayor Ada Lund said on Friday that the bridge is safe. “Cross it,” she said. "
    "Officials fear that it will rain. The bridge was built in 1950."
)
LUND = source("s1", "Ada Lund", role="mayor", affiliation="Oslo")
OFFICIAL = source("s2", "senior official", "anonymous", named=False)
REPORT = source("s3", "report", "document", author="s4", named=False)
BUREAU = source("s4", "Bureau of Bridges", "organization")
FIRST = made(
    [LUND, OFFICIAL, REPORT, BUREAU],
    [
        stated("c1"),
        said("c2", "s1", quote="direct"),
        said("c3", "s1", quote="mixed", kind="attitude"),
        said("c4", "s2", via=("s1",)),
        said("c5", "s3"),
    ],
)
SECOND = made([LUND, OFFICIAL], [said("c1", "s1"), said("c2", "s2"), said("c3", None, mention=False)], "a2")

VIEW = f"""\
a1.txt · a1                                                 published 2023-11-12
  5 claims · 3 speech · 1 attitude · 1 in the article's own voice (20%)
  4 attributed: 1 quoted (25%) · 1 partly quoted (25%) · 2 paraphrased (50%)
  3 first-hand (75%) · 1 second-hand (25%) · 1 anonymous (25%) · 0 without a
  source
  by kind: person 2 · anonymous 1 · organization 1
  by affiliation: Oslo 2
{"─" * 80}
2  Ada Lund, mayor · person · 1 quoted, 1 partly quoted · 1 attitude · 1 cited
1  senior official · anonymous · 1 paraphrased · 1 second-hand
1  Bureau of Bridges (report) · organization · 1 paraphrased

a2.txt · a2                                                 published 2023-11-12
  3 claims · 3 speech · 0 attitudes · 0 in the article's own voice
  3 attributed: 0 quoted · 0 partly quoted · 3 paraphrased (100%)
  3 first-hand (100%) · 0 second-hand · 1 anonymous (33%) · 1 without a source
  (33%)
  by kind: person 1 · anonymous 1
  by affiliation: Oslo 1
{"─" * 80}
1  Ada Lund, mayor · person · 1 paraphrased
1  senior official · anonymous · 1 paraphrased

2 articles
  8 claims · 6 speech · 1 attitude · 1 in the article's own voice (12%)
  7 attributed: 1 quoted (14%) · 1 partly quoted (14%) · 5 paraphrased (71%)
  6 first-hand (86%) · 1 second-hand (14%) · 2 anonymous (29%) · 1 without a
  source (14%)
  by kind: person 3 · anonymous 2 · organization 1
  by affiliation: Oslo 3
{"─" * 80}
3  Ada Lund, mayor · person · 1 quoted, 1 partly quoted, 1 paraphrased · 1
   attitude · 1 cited · in 2 articles
1  Bureau of Bridges (report) · organization · 1 paraphrased
   and 2 claims of 2 sources without a name of their own

"""


def lines(*records: Record) -> bytes:
    """The records as factx extract writes them in a pipe."""
    return "".join(json.dumps(to_dict(record), ensure_ascii=False) + "\n" for record in records).encode()


def answer(out: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(out)
    return found


def test_an_article_is_read_as_extract_reads_it(factx: Factx, nlp: Language) -> None:
    done = factx("sources", "--date", "2023-11-12", "-", stdin=ARTICLE.encode())
    (article,) = answer(done.out)["articles"]
    record = annotate(nlp, Article(ARTICLE, "a", published="2023-11-12"))
    assert (done.returncode, article["published"], article["claims"]) == (0, "2023-11-12", len(record.claims))
    lund = next(one for one in article["sources"] if one["name"] == "Ada Lund")
    assert (lund["kind"], lund["claims"], lund["direct"], lund["indirect"]) == ("person", 2, 1, 1)
    assert article["statement"] == 1


def test_records_are_counted_as_they_are_without_the_pipeline(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_bytes(lines(FIRST, SECOND))
    command = [sys.executable, "-X", "importtime", "-m", "factx", "sources", str(tmp_path / "records.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert (done.returncode, imported & {"spacy", "numpy", "onnxruntime"}) == (0, set())
    assert answer(factx("sources", stdin=lines(FIRST, SECOND)).out) == answer(done.stdout)


def test_extract_and_sources_make_a_pipe(factx: Factx) -> None:
    extracted = factx("extract", "-q", "--date", "2023-11-12", SEED)
    piped, direct = factx("sources", stdin=extracted.stdout), factx("sources", "--date", "2023-11-12", SEED)
    assert (piped.returncode, direct.returncode, piped.err, direct.err) == (0, 0, "", "")
    assert piped.out == direct.out
    array = factx("extract", "-q", "--date", "2023-11-12", "-f", "json", SEED)
    assert factx("sources", stdin=array.stdout).out == direct.out


def test_json_has_each_article_and_their_total(factx: Factx) -> None:
    found = answer(factx("sources", stdin=lines(FIRST, SECOND)).out)
    first, second = found["articles"]
    assert (first["id"], second["id"], found["total"]["id"]) == ("a1", "a2", None)
    assert first.keys() == found["total"].keys()
    assert (first["claims"], first["statement"], first["attributed"]) == (5, 1, 4)
    assert first["shares"] == {
        "statement": 0.2,
        "direct": 0.25,
        "mixed": 0.25,
        "indirect": 0.5,
        "first_hand": 0.75,
        "second_hand": 0.25,
        "anonymous": 0.25,
        "unsourced": 0.0,
    }
    assert second["unsourced"] == 1
    names = [(one["name"], one["claims"], one["articles"]) for one in found["total"]["sources"]]
    assert names[0] == ("Ada Lund", 3, 2)
    assert sorted(names[1:]) == [("Bureau of Bridges", 1, 1), ("senior official", 1, 1), ("senior official", 1, 1)]


def test_json_lines_are_an_article_each(factx: Factx) -> None:
    done = factx("sources", "-f", "jsonl", stdin=lines(FIRST, SECOND))
    whole = answer(factx("sources", stdin=lines(FIRST, SECOND)).out)
    assert [json.loads(line) for line in done.out.splitlines()] == whole["articles"]


def test_a_person_reads_who_speaks_in_each_article_and_in_all(factx: Factx) -> None:
    assert factx("sources", "-f", "table", stdin=lines(FIRST, SECOND)).out == VIEW
    alone = factx("sources", "-f", "table", stdin=lines(FIRST)).out
    assert alone == VIEW[: VIEW.index("a2.txt")]


@pytest.mark.parametrize("columns", ["30", "200"])
def test_no_line_is_wider_than_the_terminal(factx: Factx, columns: str) -> None:
    done = factx("sources", "-f", "table", stdin=lines(FIRST, SECOND), COLUMNS=columns)
    assert max(map(len, done.out.splitlines())) <= int(columns)


def test_an_article_that_nobody_speaks_in_is_told_so(factx: Factx) -> None:
    done = factx("sources", "-f", "table", stdin=lines(made([], [stated("c1")])))
    assert "1 claim · 0 speech · 0 attitudes · 1 in the article's own voice (100%)\n" in done.out
    assert "Nobody is said to claim anything.\n" in done.out


def test_a_terminal_shows_the_view(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_bytes(lines(FIRST))
    command = [sys.executable, "-m", "factx", "sources", str(tmp_path / "records.jsonl")]
    leader, follower = pty.openpty()
    with subprocess.Popen(command, stdin=follower, stdout=follower, stderr=subprocess.PIPE, env=environment()) as run:
        os.close(follower)
        seen = everything(leader).decode()
    assert run.returncode == 0
    assert "\x1b[1;35mAda Lund" in seen


def test_fields_of_any_name_and_bad_lines(factx: Factx, tmp_path: Path) -> None:
    rows = [json.dumps({"body": ARTICLE, "key": "k1", "head": "The bridge"}), '{"text": 5}', lines(FIRST).decode()]
    (tmp_path / "in.jsonl").write_text("\n".join(rows), encoding="utf-8")
    keys = ["--text-key", "body", "--id-key", "key", "--title-key", "head"]
    done = factx("sources", *keys, "in.jsonl", "none.txt")
    first, second = answer(done.out)["articles"]
    assert done.returncode == 4
    assert (first["id"], first["title"], second["id"]) == ("k1", "The bridge", "a1")
    bad, missing = done.err.splitlines()
    assert bad.startswith('factx: error: in.jsonl:2: has no "body"')
    assert missing.startswith("factx: error: none.txt: no such file")


def test_only_warnings_about_who_speaks_are_told(factx: Factx) -> None:
    german = (
        "Der Bürgermeister sagte am Freitag, dass die Brücke sicher sei und dass niemand sie meiden müsse, weil sie"
    )
    done = factx("sources", "-", stdin=f"{german} hält. On Friday, 11,00 came.".encode())
    assert done.returncode == 0
    assert done.err.count("\n") == 1
    assert "[not-english]" in done.err


def test_exit_codes_are_those_of_extract(factx: Factx) -> None:
    nothing = factx("sources", "none.txt")
    assert (nothing.returncode, nothing.out) == (3, "")
    missing = factx("sources", "--pipeline", "no_such_pipeline", SEED)
    assert (missing.returncode, missing.out) == (5, "")
    assert factx("sources", "--pipeline", "no_such_pipeline", stdin=lines(FIRST)).returncode == 0
