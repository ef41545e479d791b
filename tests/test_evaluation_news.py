"""The arithmetic of the scores of whole records, on cases small enough to count by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from factx.article import Article
from factx.evaluation.news.gold import NewsGold, Told
from factx.evaluation.news.lines import lines
from factx.evaluation.news.names import same_name
from factx.evaluation.news.scores import NewsScores
from factx.evaluation.relation import Relation
from factx.record import Attribution, Claim, Cue, Date, PipelineInfo, Record, Source, extent, span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factx.evaluation.news.verdict import Measure
    from factx.record import Offsets

TEXT = (
    "“The dam is safe,” Mayor Ada Lund said on Friday, citing port engineers, Vesti wrote. "
    "She denied that it leaks. The “old lady” was built in 1950. A report found a crack."
)

Parts = tuple[str, str, str]
SAFE: Parts = ("Mayor Ada Lund", "said", "“The dam is safe,”")
LEAKS: Parts = ("She", "denied", "that it leaks")
CRACK: Parts = ("A report", "found", "a crack")
BUILT = "The “old lady” was built in 1950"

MAYOR = ("s1", "Mayor Ada Lund", "person")
ENGINEERS = ("s2", "port engineers", "group")
VESTI = ("s3", "Vesti", "media")
REPORT = ("s4", "A report", "document")


def where(part: str) -> Offsets:
    """The one place of ``part``."""
    assert TEXT.count(part) == 1
    return TEXT.index(part), TEXT.index(part) + len(part)


FRIDAY = Date("d1", *where("Friday"), "Friday", "DATE", "2023-11-10", first="2023-11-10", last="2023-11-10")


def places(part: str) -> tuple[Offsets, ...]:
    """Its place, or none for an empty one."""
    return (where(part),) if part else ()


def told(parts: Parts, *, nested: bool = False, **judged: Any) -> Told:  # noqa: ANN401  fields of Told
    spans = dict(zip(("source", "cue", "content"), (places(part) for part in parts), strict=True))
    return Told(Relation(spans, nested=nested), **judged)  # type: ignore[arg-type]


def claim(parts: Parts, who: str | None = None, **claimed: Any) -> Claim:  # noqa: ANN401  fields of Claim
    """A claim of the parts; ``date``, ``via`` and ``relay`` are ids."""
    source, cue, content = parts
    by = Attribution(
        extent(TEXT, places(source)) if source else None,
        who,
        Cue(cue, places(cue), cue),
        date_id=claimed.pop("date", None),
        via=claimed.pop("via", ()),
        relay=claimed.pop("relay", ()),
    )
    return replace(statement(content), attribution=by, **{"kind": "speech"} | claimed)


def statement(content: str) -> Claim:
    held = extent(TEXT, places(content))
    return Claim("c1", "statement", None, held, content, None, None, None, "positive", "asserted", (), (), (), 0.9)


def source(who: tuple[str, str, Any], **known: Any) -> Source:  # noqa: ANN401  fields of Source
    number, name, kind = who
    return Source(number, name, kind, (span(TEXT, *where(name)),), **known)


def scored(gold: Sequence[Told], claims: Sequence[Claim], sources: Sequence[Source] = (), **more: Any) -> NewsScores:  # noqa: ANN401  fields of NewsGold
    scores = NewsScores()
    scores.add(NewsGold(Article(TEXT, "a1"), tuple(gold), **more), record(claims, sources))
    return scores


def record(claims: Sequence[Claim], sources: Sequence[Source] = ()) -> Record:
    return Record(
        id="a1",
        path=None,
        url=None,
        title=None,
        published="2023-11-12",
        published_by="metadata",
        text=TEXT,
        sentences=(),
        entities=(),
        sources=tuple(sources),
        quantities=(),
        dates=(FRIDAY,),
        claims=tuple(claims),
        warnings=(),
        pipeline=PipelineInfo("en_test", "1", ""),
    )


def of(scores: NewsScores, *measures: Measure) -> list[tuple[int, int]]:
    """What is right of what is judged."""
    return [(scores.shares[measure].right, scores.shares[measure].judged) for measure in measures]


def mistakes(scores: NewsScores) -> list[tuple[str, ...]]:
    return [(mistake.name, *mistake.shown) for mistake in scores.mistakes]


def test_an_attribution_is_found_where_cue_and_content_overlap() -> None:
    found = scored([told(SAFE), told(LEAKS)], [claim(("Mayor Ada Lund", "said on Friday", "dam is"))])
    assert of(found, "found", "precision") == [(1, 2), (1, 1)]
    assert mistakes(found) == [("MISS", *LEAKS)]


@pytest.mark.parametrize(
    "other", [("She", "denied", "“The dam is safe,”"), ("Mayor Ada Lund", "said", "that it leaks")]
)
def test_one_of_the_two_does_not_find_it(other: Parts) -> None:
    assert of(scored([told(SAFE)], [claim(other)]), "found", "precision", "source") == [(0, 1), (1, 1), (0, 0)]


def test_of_several_claims_the_one_with_most_of_the_content_is_judged() -> None:
    gold = told(SAFE, labels={"polarity": ("positive",)})
    less, more = claim(("", "said", "safe"), polarity="negative"), claim(SAFE)
    for claims in ([less, more], [more, less]):
        assert of(scored([gold], claims), "found", "polarity", "source") == [(1, 1), (1, 1), (1, 1)]


def test_a_claim_that_nobody_made_is_extra() -> None:
    found = scored([told(SAFE)], [claim(SAFE), claim(CRACK)])
    assert of(found, "precision") == [(1, 2)]
    assert mistakes(found) == [("EXTRA", *CRACK)]


def test_a_claim_with_another_cue_is_no_extra_if_more_than_half_of_it_is_one() -> None:
    more, half = "a crack", "found a crack"
    assert of(scored([told((*CRACK[:2], more))], [claim(("Vesti", "wrote", half))]), "precision") == [(1, 1)]
    assert of(scored([told((*CRACK[:2], "ck"))], [claim(("Vesti", "wrote", "rack"))]), "precision") == [(0, 1)]


def test_optional_attributions_are_neither_missed_nor_extra() -> None:
    optional = (told(CRACK).relation,)
    assert of(scored([], [], optional=optional), "found", "precision") == [(0, 0), (0, 0)]
    assert of(scored([], [claim(CRACK)], optional=optional), "found", "precision") == [(0, 0), (1, 1)]


@pytest.mark.parametrize(
    ("gold", "found", "right"), [("Mayor Ada Lund", "Ada", 1), ("", "", 1), ("Mayor Ada Lund", "", 0), ("", "Vesti", 0)]
)
def test_sources_overlap_or_both_are_missing(gold: str, found: str, right: int) -> None:
    scores = scored([told((gold, *SAFE[1:]))], [claim((found, *SAFE[1:]))])
    assert of(scores, "source") == [(right, 1)]
    assert mistakes(scores) == ([] if right else [("SOURCE", gold, found, "said")])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Lund", "mayor Ada Lund", True),
        ("the Ministry of Health", "Ministry for Health", True),
        ("Mr. Lund", "Lund’s", True),
        ("Lund, Ada", "Ada Lund", True),
        ("Ada Lund", "Bo Lund", False),
        ("Ada Lund", "Adana Lund", False),
        ("the", "Lund", False),
    ],
)
def test_names_are_the_same_by_the_words_that_tell_apart(one: str, other: str, same: bool) -> None:  # noqa: FBT001  expected
    assert same_name(one, other) is same_name(other, one) is same


def test_the_name_is_that_of_the_source_or_of_who_stands_behind_it() -> None:
    gold = told(CRACK, names=("Mayor Ada Lund",))
    document, mayor = source(REPORT), source(MAYOR)
    alone = scored([gold], [claim(CRACK, "s4")], [document, mayor])
    assert of(alone, "name", "pronoun") == [(0, 1), (0, 0)]
    assert mistakes(alone) == [("NAME", "Mayor Ada Lund", "A report", "found")]
    assert of(scored([gold], [claim(CRACK, "s4")], [replace(document, author_id="s1"), mayor]), "name") == [(1, 1)]


def test_any_of_the_names_is_right_and_without_one_nothing_is_judged() -> None:
    claims, sources = [claim(CRACK, "s4")], [source(REPORT)]
    assert of(scored([told(CRACK, names=("Ada Lund", "report"))], claims, sources), "name") == [(1, 1)]
    assert of(scored([told(CRACK)], claims, sources), "name") == [(0, 0)]
    assert of(scored([told(CRACK, names=("report",))], [claim(CRACK)], sources), "name") == [(0, 1)]


@pytest.mark.parametrize(("who", "right"), [("s1", 1), ("s3", 0)])
def test_the_names_behind_pronouns_count_by_themselves_too(who: str, right: int) -> None:
    gold = [told(SAFE, names=("Ada Lund",)), told(LEAKS, names=("Ada Lund",))]
    found = scored(gold, [claim(SAFE, "s1"), claim(LEAKS, who)], [source(MAYOR), source(VESTI)])
    assert of(found, "name", "pronoun") == [(1 + right, 2), (right, 1)]
    assert len(found.mistakes) == 1 - right


def test_labels_are_gold_s_or_an_alternative_and_judged_where_they_are_annotated() -> None:
    labels = {"kind": ("speech",), "type": ("direct",), "polarity": ("negative",), "modality": ("possible", "future")}
    gold, other = told(SAFE, labels=labels), told(LEAKS)
    found = scored([gold, other], [claim(SAFE, kind="attitude", quote="direct", modality="future"), claim(LEAKS)])
    assert of(found, "kind", "type", "polarity", "modality") == [(0, 1), (1, 1), (0, 1), (1, 1)]
    assert mistakes(found) == [
        ("KIND", "speech", "attitude", "“The dam is safe,”"),
        ("POLARITY", "negative", "positive", "“The dam is safe,”"),
    ]


@pytest.mark.parametrize(("who", "right"), [("s4", (1, 1, 0)), (None, (0, 0, 1))])
def test_the_kind_of_a_source_may_have_to_be_none(who: str | None, right: tuple[int, ...]) -> None:
    for accepted, expected in zip((("document",), ("media", "document"), ("person", None)), right, strict=True):
        found = scored([told(CRACK, labels={"source_kind": accepted})], [claim(CRACK, who)], [source(REPORT)])
        assert of(found, "source_kind") == [(expected, 1)]


def test_the_days_of_the_saying_are_the_same() -> None:
    friday = ("2023-11-10", "2023-11-10")
    assert of(scored([told(SAFE, said=friday)], [claim(SAFE, date="d1")]), "said") == [(1, 1)]
    for longer in (("2023-11-06", "2023-11-10"), ("2023-11-10", "2023-11-12")):
        assert of(scored([told(SAFE, said=longer)], [claim(SAFE, date="d1")]), "said") == [(0, 1)]
    assert of(scored([told(SAFE, said=friday)], [claim(SAFE)]), "said") == [(0, 1)]
    assert of(scored([told(SAFE)], [claim(SAFE, date="d1")]), "said") == [(0, 0)]


def test_an_attribution_within_another_has_a_parent() -> None:
    gold = [told(SAFE), told(LEAKS, nested=True), told(CRACK, nested=True)]
    found = scored(gold, [claim(SAFE, parent="c9"), claim(LEAKS, parent="c9")])
    assert of(found, "nested") == [(1, 2)]
    assert of(scored(gold, [claim(LEAKS)]), "nested") == [(0, 2)]


def test_the_chain_counts_sources_with_a_mention_that_overlaps() -> None:
    gold = told(SAFE, via=(where("engineers"),), relay=(where("Vesti"),))
    found = scored(
        [gold, told(LEAKS, via=(where("Vesti"),))],
        [claim(SAFE, "s1", via=("s3", "s2"), relay=("s1",))],
        [source(MAYOR), source(ENGINEERS), source(VESTI)],
    )
    via, relay = found.chains["via"], found.chains["relay"]
    assert (via.right, via.predicted, via.gold) == (1, 2, 1)  # of the attributions that are found
    assert (relay.right, relay.predicted, relay.gold) == (0, 1, 1)
    assert via.f1 == pytest.approx(2 / 3)


def test_statements_are_found_in_the_article_s_own_voice() -> None:
    statements = (where(BUILT), where("a crack"))
    assert of(scored([], [statement("old lady” was built in")], statements=statements), "statements") == [(1, 2)]
    assert of(scored([], [statement("was built in")], statements=statements), "statements") == [(0, 2)]
    assert of(scored([], [claim(("", "wrote", BUILT))], statements=statements), "statements") == [(0, 2)]


@pytest.mark.parametrize(
    ("found", "quote", "fell"),
    [
        ("“old lady”", "direct", 1),
        ("“old lady” wa", "direct", 1),
        ("“old lady” was", "direct", 0),
        ("lady", "direct", 0),
        ("“old lady”", "mixed", 0),
        (BUILT, "direct", 0),
    ],
)
def test_a_trap_is_what_comes_out_as_a_quotation_though_it_only_looks_like_one(
    found: str, quote: str, fell: int
) -> None:
    scores = scored([], [claim(("", "wrote", found), quote=quote)], traps=(where("old lady"),))
    assert of(scores, "traps") == [(fell, 1)]


def test_articles_are_counted_together() -> None:
    scores = scored([told(SAFE)], [claim(SAFE)])
    scores.add(NewsGold(Article(TEXT, "a2"), (told(SAFE),)), record([claim(CRACK)]))
    assert of(scores, "found", "precision") == [(1, 2), (1, 2)]
    assert [(mistake.name, mistake.article) for mistake in scores.mistakes] == [("MISS", "a2"), ("EXTRA", "a2")]


def test_the_lines_are_measures_then_chains_then_so_many_mistakes() -> None:
    scores = scored([told(SAFE, via=(where("port engineers"),)), told(LEAKS), told(CRACK)], [claim(SAFE)])
    shown = list(lines(scores, errors=1))
    assert shown[0] == "found        0.333 (1/3)"
    assert "pronoun      -" in shown
    assert shown[-3:] == [
        "via          F 0.000 (hit 0, predicted 0, gold 1)",
        "relay        F 0.000 (hit 0, predicted 0, gold 0)",
        "MISS\ta1\tShe\tdenied\tthat it leaks",
    ]
    assert list(lines(scores)) == shown[:-1]
