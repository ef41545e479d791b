"""The arithmetic of attribution scores, on cases small enough to count by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from factx.evaluation.attributions import Scores
from factx.evaluation.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factx.evaluation.counts import Counts
    from factx.evaluation.relation import Kind
    from factx.record import Offsets, Quote

TEXT = "“The old dam is safe,” engineer Ada Lund said on Friday.\nCritics say the old dam will break soon."

Said = tuple[str, str, str]
DAM: Said = ("engineer Ada Lund", "said", "“The old dam is safe,”")
CRITICS: Said = ("Critics", "say", "the old dam will break soon")


def where(part: str, text: str = TEXT) -> tuple[Offsets, ...]:
    """The one place of ``part``, or none for an empty one."""
    if not part:
        return ()
    assert text.count(part) == 1
    return ((text.index(part), text.index(part) + len(part)),)


def relation(said: Said, *, quote: Quote | None = None, kind: Kind | None = "speech") -> Relation:
    source, cue, content = said
    return Relation({"source": where(source), "cue": where(cue), "content": where(content)}, quote=quote, kind=kind)


def scored(gold: Sequence[Said], found: Sequence[Said]) -> Scores:
    scores = Scores()
    scores.add(TEXT, [relation(said) for said in gold], [relation(said) for said in found])
    return scores


def prf(*several: Counts) -> set[tuple[float, ...]]:
    """Precision, recall and F1 to six digits, once if all of ``several`` have the same."""
    return {tuple(round(value, 6) for value in (one.precision, one.recall, one.f1)) for one in several}


def test_what_is_all_right_scores_one() -> None:
    scores = scored([DAM, CRITICS], [CRITICS, DAM])
    roles = (*scores.cofe.values(), *scores.exact.values(), *scores.overlap.values())
    assert prf(*roles, scores.identical, scores.match) == {(1, 1, 1)}
    assert (scores.speaker.value, scores.kind.value, scores.match.gold) == (1, 1, 2)


def test_where_nothing_is_found_shares_of_it_are_unknown() -> None:
    scores = scored([DAM], [])
    assert prf(scores.match, scores.cofe["cue"]) == {(0, 0, 0)}
    assert (scores.match.gold, scores.speaker.value, scores.kind.value) == (1, None, None)


def test_other_bounds_match_and_overlap_but_are_not_exact() -> None:
    scores = scored([DAM], [("Ada Lund", "said on Friday", "The old dam is safe")])
    assert prf(scores.match) == {(1, 1, 1)}
    assert prf(scores.identical) == {(0, 0, 0)}
    assert prf(scores.exact["source"], scores.exact["cue"]) == {(0, 0, 0)}
    assert prf(scores.overlap["source"]) == {(1, 0.666667, 0.8)}
    assert prf(scores.overlap["cue"]) == {(0.333333, 1, 0.5)}
    assert scores.overlap["source"].gold == 3
    assert scores.speaker.value == 1


def test_marks_of_a_content_count_in_fragments_only() -> None:
    scores = scored([DAM], [("engineer Ada Lund", "said", "The old dam is safe")])
    assert prf(scores.exact["content"], scores.overlap["content"], scores.identical) == {(1, 1, 1)}
    assert prf(scores.cofe["content"]) == {(0, 0, 0)}
    assert scores.overlap["content"].gold == 5


def test_marks_of_a_cue_count() -> None:
    text = "Lund: the dam is safe."
    colon = Relation(
        {"source": where("Lund", text), "cue": where(":", text), "content": where("the dam is safe", text)}
    )
    scores = Scores()
    scores.add(text, [colon], [colon])
    assert prf(scores.exact["cue"], scores.match) == {(1, 1, 1)}


def test_without_the_cue_a_source_is_a_right_fragment_but_no_match() -> None:
    scores = scored([DAM], [("engineer Ada Lund", "on Friday", "“The old dam is safe,”")])
    assert prf(scores.cofe["source"], scores.cofe["content"]) == {(1, 1, 1)}
    assert prf(scores.exact["source"], scores.overlap["source"], scores.match) == {(0, 0, 0)}
    assert (scores.speaker.value, scores.kind.judged) == (1, 0)


def test_a_missing_source_matches_a_missing_source_only() -> None:
    nobody = ("", "said", "“The old dam is safe,”")
    assert prf(scored([nobody], [nobody]).match) == {(1, 1, 1)}
    assert prf(scored([nobody], [DAM]).match, scored([DAM], [nobody]).match) == {(0, 0, 0)}
    assert scored([nobody], [DAM]).speaker.judged == 0
    assert scored([DAM], [nobody]).speaker.value == 0


def test_the_wrong_speaker_is_no_match() -> None:
    scores = scored([DAM, CRITICS], [("Critics", "said", "The old dam is safe"), CRITICS])
    assert prf(scores.match) == {(0.5, 0.5, 0.5)}
    assert (scores.speaker.right, scores.speaker.judged) == (1, 2)


def test_precision_counts_predictions_and_recall_counts_gold() -> None:
    twice = ("Ada Lund", "said on Friday", "The old dam is safe")
    scores = scored([DAM, CRITICS], [DAM, twice])
    assert prf(scores.match) == {(1, 0.5, 0.666667)}
    assert prf(scores.identical) == {(0.5, 0.5, 0.5)}
    assert prf(scores.cofe["source"]) == {(0.5, 0.5, 0.5)}


def test_overlap_pairs_one_with_one() -> None:
    twice = ("Ada Lund", "said", "The old dam is safe")
    scores = scored([DAM], [DAM, twice])
    assert prf(scores.overlap["source"]) == {(0.6, 1, 0.75)}
    assert prf(scores.overlap["cue"]) == {(0.5, 1, 0.666667)}


def test_a_fragment_is_a_line_and_counts_once() -> None:
    over_lines = Relation({"source": (), "cue": (), "content": ((0, len(TEXT)),)})
    scores = Scores()
    scores.add(TEXT, [over_lines, over_lines], [Relation({"source": (), "cue": (), "content": where(TEXT[57:])})])
    assert prf(scores.cofe["content"]) == {(1, 0.5, 0.666667)}
    assert scores.cofe["content"].gold == 2


def test_articles_are_counted_together() -> None:
    scores = scored([DAM], [DAM])
    scores.add(TEXT, [relation(CRITICS)], [])
    assert scores.articles == 2
    assert prf(scores.match) == {(1, 0.5, 0.666667)}


@pytest.mark.parametrize(
    ("gold", "found", "value"), [("speech", "attitude", 0), ("speech", "speech", 1), (None, "speech", None)]
)
def test_kinds_are_compared_where_attributions_match(
    gold: Literal["speech"] | None, found: Literal["speech", "attitude"], value: float | None
) -> None:
    scores = Scores()
    scores.add(TEXT, [relation(DAM, kind=gold), relation(CRITICS)], [relation(DAM, kind=found)])
    assert scores.kind.value == value


def test_phenomena_have_scores_of_their_own() -> None:
    scores = Scores()
    gold = [relation(DAM, quote="direct"), relation(CRITICS, quote="indirect")]
    scores.add(TEXT, gold, [relation(("Critics", "say", "dam will break soon")), relation(DAM)])
    values = {
        phenomenon.value: (found.match.judged, found.match.value, found.content.value, found.speaker.value)
        for phenomenon, found in scores.phenomena.items()
    }
    assert values["direct"] == (1, 1, 1, 1)
    assert values["indirect"] == (1, 1, 0, 1)
    assert values["mixed"] == (0, None, None, None)
