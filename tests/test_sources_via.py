"""From whom a source has it, and from whom not: hearsay needs that something was told, and by somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from tests.sourced import names, said

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Record


def via(nlp: Language, text: str) -> set[str]:
    """Names of those from whom any source of ``text`` has it."""
    record = annotate(nlp, Article(text=text, id="v"))
    return {name for c in record.claims if c.attribution for name in names(record, c.attribution.via)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor said police had told her the dam was safe.", "police"),
        ("The mayor said she was told by police that the dam was safe.", "police"),
        ("The paper says it learned of the plan from city officials.", "city officials"),
        ("Ann Lee claimed that she learned this from dock workers.", "dock workers"),
        ("She said she had heard from friends that the bridge was closed.", "friends"),
        ("The Bergen Herald, citing internal documents, reported that the ferry was sold.", "internal documents"),
        ("Twenty people died, state television said, quoting the health ministry.", "health ministry"),
        ("Local media, which cited the ministry, said that twenty people had died.", "ministry"),
        ("Citing a survey and port officials, the Bergen Herald said the pier was safe.", "survey and port officials"),
    ],
)
def test_hearsay_has_its_source(nlp: Language, text: str, name: str) -> None:
    assert via(nlp, text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        # denied, asked, wished, still to come
        "Both Ann Lee and Bo Berg say the owners have never told them what to print.",
        "“They didn't tell us about the dam,” said Ann Lee, the mayor.",
        "“And what has she heard from the council?” the mayor said.",
        "Officials said they expect to hear that from the minister.",
        "“I think you'll hear that from the president,” Ann Lee said.",
        "Ann Lee said that if the mayor asked, he would tell her that the dam was unsafe.",
        # the speaker or the listener tells it
        "“I told them that the bridge was closed,” Ann Lee said.",
        "“You tell me,” Ann Lee said.",
        # a request or an advice
        "Ann Lee told investigators she was advised by Bo Berg to use a private road.",
        "Ann Lee said police had told her to leave.",
        # contact, not news
        "The newspaper says it has not heard from its correspondent in over a day.",
        "“I watched her. And I learned from her,” Ann Lee said.",
        # examples and reasons
        "Citing Norway as an example, the report says that one in five bridges is closed.",
        "Authorities declined to charge Ann Lee, citing insufficient evidence.",
        "Citing the council's decision to close the road, Ann Lee said that the ferry would stay.",
    ],
)
def test_nobody_told_it(nlp: Language, text: str) -> None:
    assert via(nlp, text) == set()


def test_what_something_is_seen_as_has_come_through_nobody(nlp: Language) -> None:
    text = "A letter seen by some as a threat says that the pier will close."
    record = annotate(nlp, Article(text=text, id="v"))
    assert [c.attribution.relay for c in record.claims if c.attribution] == [()]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The firm will sue the town, according to a copy of the letter reviewed by the Bergen Herald.",
            "Bergen Herald",
        ),
        ("“The bridge is closed,” the mayor said in remarks carried by state television.", "state television"),
        ("“The bridge is closed,” the mayor said in comments published by the Bergen Herald.", "Bergen Herald"),
    ],
)
def test_it_has_come_through_who_shows_it(nlp: Language, text: str, name: str) -> None:
    record = annotate(nlp, Article(text=text, id="v"))
    assert [names(record, c.attribution.relay) for c in record.claims if c.attribution][:1] == [[name]]


CHAINS = """Anna Berg said that officials had told her the dam was safe.

The minister said he had learned from his staff that the ferry was late.

The pier is unsafe, according to a report citing engineers.

According to a letter seen by the Daily Compass, the mayor will resign.

Ivan Petrov, quoted by the Vesti news agency, said that the market was closed.

Citing safety concerns, the council said the square would be closed.

Citing privacy rules, officials said that the tunnel would stay open.
"""


@pytest.fixture(scope="module")
def chains(nlp: Language) -> Record:
    return annotate(nlp, Article(text=CHAINS, id="c"))


@pytest.mark.parametrize(
    ("words", "via"),
    [
        ("officials had told her", ["officials"]),
        ("he had learned", ["his staff"]),
        ("The pier is unsafe", ["engineers"]),
        ("the square would be closed", []),
        ("the tunnel would stay open", []),
    ],
)
def test_from_whom_the_source_has_it(chains: Record, words: str, via: list[str]) -> None:
    assert names(chains, said(chains, words)[0].via) == via


@pytest.mark.parametrize(("words", "relay"), [("mayor will resign", "Daily Compass"), ("market was closed", "Vesti")])
def test_through_whom_it_reached_the_article(chains: Record, words: str, relay: str) -> None:
    found = [c.attribution for c in chains.claims if words in c.content.text and c.attribution]
    assert [relay] in [names(chains, attribution.relay) for attribution in found]


def test_who_has_only_seen_a_letter_did_not_write_it(chains: Record) -> None:
    source = said(chains, "mayor will resign")[1]
    assert (source.kind, source.author_id) == ("document", None)


def test_a_thing_is_not_cited(nlp: Language) -> None:
    text = "The union called Ann Lee a champion on Monday, citing her work after the storm."
    record = annotate(nlp, Article(text=text, id="x"))
    assert all(c.attribution.via == () for c in record.claims if c.attribution)
