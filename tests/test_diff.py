"""``factx diff``: what two versions claim differently, wherever it stands in them."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.comparison import Field, Specific, Status, compared, paired
from factx.comparison.wording import plain, stretches
from factx.record import Date, Quantity, to_dict
from tests.by_hand import made, said, source, stated
from tests.conftest import environment, everything

if TYPE_CHECKING:
    from pathlib import Path

    from factx.comparison import ClaimDiff
    from factx.record import Claim, Record
    from tests.conftest import Factx

LUND = source("s1", "Ada Lund", role="mayor")
POLICE = source("s2", "police", "organization", named=False)
SOMEBODY = source("s3", "senior official", "anonymous", named=False)

REWORDED = [
    (
        "Nearly 600 Russian citizens are awaiting evacuation from the Gaza Strip",
        "More than 700 Russians are waiting to be evacuated from Gaza",
    ),
    ("inflation will fall to 3 percent this year", "inflation is expected to fall to about 3 percent"),
    ("it was too early to say what caused the fire", "the cause of the fire was not yet known"),
    ("the government would not negotiate with kidnappers", "the government does not negotiate with terrorists"),
    ("taxes should be lowered", "taxes on small companies should be lowered"),
    ("We will rebuild it", "We will rebuild this bridge"),
]


def claim(key: str, words: str, by: str | None = "s1", **traits: Any) -> Claim:  # noqa: ANN401  a claim's fields
    """An attributed claim of these words; a statement where it is nobody's."""
    return replace(said(key, by) if by else stated(key), proposition=words, **traits)


def record(*claims: Claim, **fields: Any) -> Record:  # noqa: ANN401  a record's fields
    return replace(made([LUND, POLICE, SOMEBODY], claims), **fields)


def differing(old: Record, new: Record, **options: float) -> list[ClaimDiff]:
    return [diff for diff in compared(old, new, **options).claims if diff.status is not Status.SAME]


def only(old: Record, new: Record, **options: float) -> ClaimDiff:
    (diff,) = differing(old, new, **options)
    return diff


def test_a_record_is_the_same_as_itself() -> None:
    whole = record(claim("c1", "the bridge is safe"), claim("c2", "It rained", None))
    assert not compared(whole, whole).differs
    assert compared(whole, whole).count(Status.SAME) == 2


def test_what_only_moved_is_the_same() -> None:
    words = ["the bridge is safe", "nobody was hurt", "the bridge is safe"]
    old = record(*(claim(f"c{n}", said) for n, said in enumerate(words)))
    new = record(*(claim(f"c{n + 4}", f" {said.replace(' ', '  ')}") for n, said in enumerate(reversed(words))))
    assert not compared(old, new).differs


@pytest.mark.parametrize(("before", "after"), REWORDED)
def test_a_claim_in_other_words_is_found_among_others(before: str, after: str) -> None:
    others = [said for pair in REWORDED for said in pair if said not in {before, after}]
    old = record(claim("c1", before), *(claim(f"x{n}", said) for n, said in enumerate(others)))
    new = record(*(claim(f"y{n}", said) for n, said in enumerate(others)), claim("c2", after))
    diff = only(old, new)
    assert diff.status is Status.REWORDED
    assert (diff.old and diff.old.id, diff.new and diff.new.id) == ("c1", "c2")


def test_claims_with_nothing_in_common_are_dropped_and_added_in_place() -> None:
    old = record(
        claim("c1", "the bridge is safe"), claim("c2", "nobody was hurt"), claim("c3", "it will rain on Friday")
    )
    new = record(
        claim("c1", "the bridge is safe"), claim("c2", "taxes should fall"), claim("c3", "it will rain on Friday")
    )
    found = [(d.status.value, (d.old or d.new) and (d.old or d.new).id) for d in differing(old, new)]  # type: ignore[union-attr]
    assert found == [("dropped", "c2"), ("added", "c2")]


def test_the_best_of_several_rewordings_is_chosen_for_all_together() -> None:
    old = record(claim("c1", "600 people died in the flood"), claim("c2", "600 people died in the flood on Friday"))
    new = record(claim("c1", "700 people died in the flood on Friday"), claim("c2", "700 people died in the flood"))
    pairs = {(d.old.id, d.new.id) for d in differing(old, new) if d.old and d.new}
    assert pairs == {("c1", "c2"), ("c2", "c1")}


def test_another_source_of_the_same_words() -> None:
    diff = only(record(claim("c1", "nobody was hurt", "s3")), record(claim("c1", "nobody was hurt", "s1")))
    (change,) = diff.changes
    assert (diff.status, change.field, change.specific) == (Status.CHANGED, Field.SOURCE, Specific.MORE)
    back = only(record(claim("c1", "nobody was hurt", "s1")), record(claim("c1", "nobody was hurt", "s2")))
    assert [c.specific for c in back.changes] == [Specific.LESS]


@pytest.mark.parametrize(
    ("before", "after", "specific"),
    [
        (source("s1", "Lund"), source("s1", "Ada Lund"), Specific.MORE),
        (source("s1", "Ada Lund"), source("s1", "Ada Lund", role="mayor"), Specific.MORE),
        (source("s1", "Ada Lund", role="mayor"), source("s1", "Ada Lund"), Specific.LESS),
        (source("s1", "Ada Lund"), source("s1", "Bo Berg"), None),
        (source("s1", "Ada Lund"), source("s1", "Ada Lund", "unknown"), None),
    ],
)
def test_a_source_is_told_more_or_less_closely(before: Any, after: Any, specific: Specific | None) -> None:  # noqa: ANN401
    old, new = (made([who], [claim("c1", "nobody was hurt")]) for who in (before, after))
    (change,) = only(old, new).changes
    assert (change.field, change.specific) == (Field.SOURCE, specific)


def test_another_way_to_the_article() -> None:
    old, new = (
        record(claim("c1", "it is over")),
        record(replace(said("c1", "s1", via=("s3",)), proposition="it is over")),
    )
    (change,) = only(old, new).changes
    assert (change.field, change.old, change.new) == (Field.CHAIN, (), ("senior official",))


def quantity(key: str, value: float | None, unit: str | None = "person", **traits: Any) -> Quantity:  # noqa: ANN401
    return Quantity(key, int(key[1:]), int(key[1:]) + 1, "x", value, unit=unit, **traits)


def with_numbers(*quantities: Quantity) -> Record:
    counted = claim("c1", "so many people came", quantities=tuple(q.id for q in quantities))
    return record(counted, quantities=quantities)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([quantity("q1", 600)], [quantity("q9", 600)], []),
        ([quantity("q1", 600)], [quantity("q1", 700)], [("q1", "q1")]),
        ([quantity("q1", 600)], [quantity("q1", 600, comparator="<")], [("q1", "q1")]),
        ([quantity("q1", 5, "mile")], [quantity("q1", 5, "kilometre")], [("q1", "q1")]),
        (
            [quantity("q1", 5), quantity("q2", 3, "year")],
            [quantity("q1", 2, "year"), quantity("q2", 5)],
            [("q2", "q1")],
        ),
        ([quantity("q1", 600)], [], [("q1", None)]),
        (
            [quantity("q1", 600, "citizen", dimension="count")],
            [quantity("q1", 700, "Russian", dimension="count"), quantity("q2", 40, "child", dimension="count")],
            [("q1", "q1"), (None, "q2")],
        ),
        ([quantity("q1", 5)], [quantity("q1", 5), quantity("q2", 6), quantity("q3", 7)], [(None, "q2"), (None, "q3")]),
        ([quantity("q1", None)], [quantity("q1", None)], []),
    ],
)
def test_numbers_that_changed(
    old: list[Quantity], new: list[Quantity], pairs: list[tuple[str | None, str | None]]
) -> None:
    found = [
        (change.old and change.old.id, change.new and change.new.id)  # type: ignore[union-attr]
        for diff in compared(with_numbers(*old), with_numbers(*new)).claims
        for change in diff.changes
    ]
    assert found == pairs


def test_dates_that_changed_and_the_day_of_saying() -> None:
    def dated(value: str) -> Record:
        date = Date("d1", 0, 8, "somebody", "DATE", value, first=value, last=value, grain="day")
        plain = said("c1", "s1")
        assert plain.attribution is not None
        both = replace(plain, dates=("d1",), attribution=replace(plain.attribution, date_id="d1"))
        return record(both, dates=(date,))

    diff = only(dated("2023-11-10"), dated("2023-11-11"))
    assert [change.field for change in diff.changes] == [Field.DATE, Field.SAID]


def test_every_trait_that_changed_is_told() -> None:
    plain = claim("c1", "nobody was hurt")
    assert plain.attribution is not None
    cue = replace(plain.attribution.cue, text="admitted", lemma="admit")
    other = replace(
        plain,
        kind="attitude",
        quote="direct",
        polarity="negative",
        modality="possible",
        confidence=0.5,
        attribution=replace(plain.attribution, cue=cue),
    )
    fields = [change.field.value for change in only(record(plain), record(other)).changes]
    assert fields == ["cue", "kind", "quote", "polarity", "modality"]
    fields = [change.field.value for change in only(record(plain), record(other), confidence=0.3).changes]
    assert fields[-1] == "confidence"
    assert only(record(plain), record(other), confidence=0.41).changes[-1].field is Field.MODALITY


def test_documents_are_paired_by_what_is_theirs_alone() -> None:
    def document(key: str, path: str | None = None, url: str | None = None) -> Record:
        return replace(made([], [], key), path=path, url=url)

    old = [
        document("a"),
        document("b", url="u"),
        document("c", "x/c.txt"),
        document("d", "old/d.txt"),
        document("e", "t"),
    ]
    new = [document("z", "new\\d.txt"), document("y", "x\\c.txt"), document("x", url="u"), document("a"), document("w")]
    found = [(o and o.id, n and n.id) for o, n in paired(old, new)]
    assert found == [("a", "a"), ("b", "x"), ("c", "y"), ("d", "z"), ("e", None), (None, "w")]
    assert paired(old[:1], new[:1]) == [(old[0], new[0])]
    lines = [document("a", "in.jsonl"), document("b", "in.jsonl")]
    assert paired(lines, [document("c", "in.jsonl")]) == [
        (lines[0], None),
        (lines[1], None),
        (None, document("c", "in.jsonl")),
    ]


@given(st.text("ab ,.\n", max_size=12), st.text("ab ,.\n", max_size=12))
def test_the_stretches_are_both_texts(old: str, new: str) -> None:
    found = stretches(old, new)
    assert "".join(one.text for one in found if one.op != "insert") == plain(old)
    assert "".join(one.text for one in found if one.op != "delete") == plain(new)


def lines(*records: Record) -> str:
    return "".join(json.dumps(to_dict(one), ensure_ascii=False) + "\n" for one in records)


OLD = record(
    claim("c1", "the storm closed the harbour", None),
    claim("c2", "nearly 600 residents are waiting for a boat", "s3", quantities=("q1",)),
    claim("c3", "nobody was hurt", "s2"),
    quantities=(Quantity("q1", 0, 1, "x", 600, comparator="<", unit_text="residents"),),
)
NEW = record(
    claim("c1", "the storm closed the harbour", None),
    claim("c2", "at least 700 residents are waiting for a boat", "s1", quantities=("q1",)),
    claim("c3", "the ferry will sail on Monday", "s1"),
    quantities=(Quantity("q1", 0, 1, "x", 700, comparator=">=", unit_text="residents"),),
    path="a2.txt",
)
VIEW = f"""\
a1.txt → a2.txt
1 reworded · 1 added · 1 dropped · 1 the same
{"─" * 80}
~ c2  Ada Lund, mayor
  [-nearly 600-]{{+at least 700+}} residents are waiting for a boat
  source      senior official (anonymous) → Ada Lund, mayor (more specific)
  number      < 600 residents → ≥ 700 residents
- c3  police
  nobody was hurt
+ c3  Ada Lund, mayor
  the ferry will sail on Monday

"""


@pytest.fixture
def versions(tmp_path: Path) -> list[str]:
    (tmp_path / "old.jsonl").write_text(lines(OLD), encoding="utf-8")
    (tmp_path / "new.jsonl").write_text(lines(NEW), encoding="utf-8")
    return ["old.jsonl", "new.jsonl"]


def test_a_person_reads_what_changed(factx: Factx, versions: list[str]) -> None:
    done = factx("diff", *versions, "-f", "table")
    assert (done.returncode, done.out, done.err) == (0, VIEW, "")
    narrow = factx("diff", *versions, "-f", "table", COLUMNS="30").out
    assert max(map(len, narrow.splitlines())) <= 30


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_has_colours_unless_it_wants_none(
    versions: list[str], tmp_path: Path, variables: dict[str, str], *, coloured: bool
) -> None:
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "factx", "diff", *versions]
    with subprocess.Popen(command, stdin=follower, stdout=follower, cwd=tmp_path, env=environment(**variables)) as run:
        os.close(follower)
        seen = everything(leader).decode()
    assert run.returncode == 0
    assert ("nearly 600" in seen, "[-nearly 600-]" in seen) == (True, not coloured)
    assert ("\x1b[9;31m" in seen, "\x1b[4;32m" in seen) == (coloured, coloured)
    assert "\x1b[1ma1.txt\x1b[0m" in seen


def test_programs_read_every_change(factx: Factx, versions: list[str]) -> None:
    (document,) = json.loads(factx("diff", *versions, "-f", "json").out)
    assert document == json.loads(factx("diff", *versions).out)
    assert document["counts"] == {"added": 1, "dropped": 1, "reworded": 1, "changed": 0, "same": 1}
    reworded = document["claims"][0]
    assert [change["field"] for change in reworded["changes"]] == ["wording", "source", "number"]
    wording, who, number = reworded["changes"]
    assert wording["words"][:2] == [{"op": "delete", "text": "nearly 600"}, {"op": "insert", "text": "at least 700"}]
    assert (who["old"]["kind"], who["new"]["name"], who["specific"]) == ("anonymous", "Ada Lund", "more specific")
    assert (number["old"]["value"], number["new"]["comparator"]) == (600, ">=")


def test_the_exit_code_says_whether_anything_differs_where_that_is_asked(factx: Factx, versions: list[str]) -> None:
    assert factx("diff", *versions, "--exit-code").returncode == 6
    assert factx("diff", versions[0], versions[0], "--exit-code").returncode == 0
    assert factx("diff", versions[0], "none.jsonl").returncode == 3


def test_what_has_no_counterpart_is_named(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_text(lines(OLD, replace(OLD, id="a8", path="b.txt")), encoding="utf-8")
    (tmp_path / "new.jsonl").write_text(lines(replace(OLD, id="a9", path="c.txt"), OLD), encoding="utf-8")
    done = factx("diff", "old.jsonl", "new.jsonl", "-f", "table")
    assert done.out.split("\n\n")[1:3] == ["b.txt\ndropped document · 3 claims", "c.txt\nadded document · 3 claims"]
    found = [json.loads(line) for line in factx("diff", "old.jsonl", "new.jsonl").out.splitlines()]
    assert [one["status"] for one in found] == ["same", "dropped", "added"]


def test_of_several_documents_in_a_file_each_is_named(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_text(lines(OLD, replace(OLD, id="a8", title="Storm")), encoding="utf-8")
    done = factx("diff", "old.jsonl", "old.jsonl", "-f", "table")
    assert done.out.split("\n")[::3] == ["a1.txt · a1", "a1.txt · Storm", ""]


def test_articles_are_read_and_compared(factx: Factx, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("Officials said that 20 people died. It rained.", encoding="utf-8")
    (tmp_path / "new.txt").write_text("It rained. Mayor Ada Lund said that 30 people died.", encoding="utf-8")
    done = factx("diff", "old.txt", "new.txt", "--date", "2023-11-12")
    (reworded,) = json.loads(done.out)["claims"]
    assert (done.returncode, reworded["status"]) == (0, "reworded")
    assert [change["field"] for change in reworded["changes"]] == ["wording", "source", "number"]
