"""The date and the channel of a saying, told beside its verb, at the end of what is told, or with another verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Attribution, Record


def said_by(record: Record, cue: str) -> Attribution:
    """The attribution whose cue begins with ``cue``."""
    return next(c.attribution for c in record.claims if c.attribution and c.attribution.cue.text.startswith(cue))


@pytest.mark.parametrize(
    ("text", "cue", "date"),
    [
        # What is spoken of, and what the speaker is now, are no time of saying.
        ("“We knew it was wrong,” she said of the 2016 harbour vote.", "said", None),
        ("Lee has not mentioned the bridge since the Monday night debate.", "has not mentioned", None),
        ("Until Thursday, the mayor refused to say how much the bridge cost.", "refused", None),
        ("As a summer clerk at a court, Lee said that she hated files.", "said", None),
        ("Lee wrote in a number of posts on Sunday that the bridge was unsafe.", "wrote", "Sunday"),
        ("Lee said at the end of May 2023 that the bridge was unsafe.", "said", "the end of May 2023"),
        # The time of all verbs of the sentence, and of one alone.
        ("On Monday, Lee went to Bergen and said that the bridge was unsafe.", "said", "Monday"),
        ("Lee went to Bergen on Monday and said that the bridge was unsafe.", "said", None),
        ("Speaking on Monday in Bergen, Lee said that the bridge was unsafe.", "said", "Monday"),
        ("Standing on Monday in the rain, Lee said that the bridge was unsafe.", "said", None),
        # Told in one breath.
        ("Lee said on Monday that the bridge was unsafe, adding that it would close.", "adding", "Monday"),
        ("Lee said on Monday that the bridge was unsafe. Berg has said that it is not.", "has said", None),
    ],
)
def test_when_it_was_said(nlp: Language, text: str, cue: str, date: str | None) -> None:
    record = annotate(nlp, Article(text=text, id="d"))
    found = said_by(record, cue)
    assert next((d.text for d in record.dates if d.id == found.date_id), None) == date


@pytest.mark.parametrize(
    ("text", "cue", "channel"),
    [
        ("The mayor called for more investment in a statement on Thursday.", "called", "a statement"),
        ("The mayor apologized for the delay in a letter dated May 3.", "apologized", "a letter"),
        ("Lee tweeted using her @LEE account: “The bridge is safe.”", "tweeted", "her @LEE account"),
        ("Lee said in a statement that the bridge was unsafe, adding that it would close.", "adding", "a statement"),
        ("Discussing his fears in a public statement, Lee said the bridge was unsafe.", "said", "a public statement"),
        ("Speaking in an interview with the Herald, Lee said it was unsafe.", "said", "an interview with the Herald"),
        # Somebody else's, or told of in the content.
        ("The mayor called for more investment in a letter of the harbour board.", "called", None),
        ("The mayor criticized the errors in the statement.", "criticized", None),
        ("The mayor said that she would explain the delay in an interview.", "said", None),
    ],
)
def test_where_it_was_said(nlp: Language, text: str, cue: str, channel: str | None) -> None:
    found = said_by(annotate(nlp, Article(text=text, id="c")), cue)
    assert (found.channel and found.channel.text) == channel
