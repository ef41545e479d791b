"""Who is it: mentions of one source joined, by names, roles and pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from factx.sources.mention import mention_of, phrase
from factx.sources.resolve import word_of
from tests.sourced import names, said

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.record import Record

TEXT = """Police spokeswoman Marta Keller told reporters on Friday that two people had been arrested.

"We expect more arrests," Keller said. She added that the search would continue.

Nearly 40 houses were damaged, local media reported this week, citing rescue workers.

The bridge is unsafe, according to a report published by the Transport Ministry on Monday.

"The bridge must be closed," the report said.

A source said that the mayor had resigned. A second source said that he had not.
"""


@pytest.fixture(scope="module")
def record(nlp: Language) -> Record:
    return annotate(nlp, Article(text=TEXT, id="t", published="2024-03-10", published_by="option"))


def test_a_full_name_a_last_name_and_a_pronoun_are_one_person(record: Record) -> None:
    found = {said(record, words)[1].id for words in ("two people", "more arrests", "the search")}
    assert len(found) == 1


def test_a_person_has_name_role_and_kind(record: Record) -> None:
    source = said(record, "two people")[1]
    assert (source.name, source.role, source.kind) == ("Marta Keller", "Police spokeswoman", "person")
    assert source.entity_id is not None


def test_the_addressee_and_the_date_of_the_saying(record: Record) -> None:
    attribution, _ = said(record, "two people")
    assert attribution.addressee is not None
    assert attribution.addressee.text == "reporters"
    date = next(d for d in record.dates if d.id == attribution.date_id)
    assert (date.text, date.first) == ("Friday", "2024-03-08")


def test_a_short_name_and_a_description_are_who_the_article_has_told_of(nlp: Language) -> None:
    text = (
        "Jill Stein was led off the campus on Monday. The International Monetary Fund sent her a letter. "
        "Stein said she believes that the rules are wrong. The fund said it was sorry."
    )
    record = annotate(nlp, Article(text=text, id="x"))
    names = {source.id: source.name for source in record.sources}
    said = [claim.attribution for claim in record.claims if claim.attribution and claim.attribution.source]
    found = [(a.source.text, names[a.source_id or ""]) for a in said if a.source]
    assert found[:2] == [("Stein", "Jill Stein"), ("she", "Jill Stein")]
    assert ("The fund", "International Monetary Fund") in found
    assert set(names) == {a.source_id for a in said}


def test_media_that_cite_somebody(record: Record) -> None:
    attribution, source = said(record, "40 houses")
    assert source.kind == "media"
    assert [s.name for s in record.sources if s.id in attribution.via] == ["rescue workers"]


def test_a_document_has_an_author(record: Record) -> None:
    _, source = said(record, "unsafe")
    assert source.kind == "document"
    assert next(s for s in record.sources if s.id == source.author_id).name == "Transport Ministry"


def test_the_document_is_pointed_back_to(record: Record) -> None:
    assert said(record, "must be closed")[1].id == said(record, "unsafe")[1].id


def test_anonymous_sources_are_never_joined(record: Record) -> None:
    anonymous = [s for s in record.sources if s.kind == "anonymous"]
    assert len(anonymous) == 2
    assert all(len(s.mentions) == 1 for s in anonymous)


VOICES = """Mayor Ada Lund told the council on Monday that the harbour would close.

"We hope that the danger is over, and I believe the water is safe," Lund said.

Police officials said two boats were missing. "We know that the owners are safe," said Tom O’Neill, a fisherman.

Nobody was hurt, O'Neill said. The mayor said that the ferry was safe.

Lund's sister Marta pleaded with the council, but he replied that it was too late.

The dam will hold, according to the Bergen Herald.

The Northern Harbour Fund said it would pay. It had paid before, the NHF said.

The law, which critics say is unfair, was signed.

The pier is closed, the state-run RIA Novosti news agency reported.
"""


@pytest.fixture(scope="module")
def voices(nlp: Language) -> Record:
    return annotate(nlp, Article(text=VOICES, id="v"))


def test_i_is_the_speaker_and_we_is_nobody_else(voices: Record) -> None:
    mayor = said(voices, "harbour would close")[1]
    assert said(voices, "the water is safe")[1].id == mayor.id
    ours = [s for s in voices.sources if any(m.text in ("We", "we") for m in s.mentions)]
    assert ours
    assert all({m.text for m in s.mentions} <= {"We", "we"} for s in ours)
    assert len(ours) == sum(len(s.mentions) for s in ours)  # two speakers, two sources


def test_a_curly_apostrophe_is_an_apostrophe(voices: Record) -> None:
    assert said(voices, "Nobody was hurt")[1].name == "Tom O’Neill"


def test_the_mayor_is_the_one_who_was_called_so(voices: Record) -> None:
    assert said(voices, "the ferry was safe")[1].name == "Ada Lund"


def test_he_is_no_sister(voices: Record) -> None:
    replied = said(voices, "too late")[1]
    assert "Marta" not in replied.name


def test_an_outlet_is_known_by_its_last_word(voices: Record) -> None:
    assert said(voices, "The dam will hold")[1].kind == "media"


def test_an_acronym_is_its_long_form(voices: Record) -> None:
    assert said(voices, "paid before")[1].name == "Northern Harbour Fund"


def test_an_outlet_is_called_by_its_name(voices: Record) -> None:
    source = said(voices, "The pier is closed")[1]
    assert (source.name, source.kind) == ("RIA Novosti", "media")


def test_a_relative_pronoun_is_no_part_of_the_critics(voices: Record) -> None:
    assert [s.name for s in voices.sources if "critics" in s.name] == ["critics"]


def test_of_two_ministers_the_minister_is_neither(nlp: Language) -> None:
    text = "Minister Ada Lund said it rained. Minister Bo Berg said it snowed. The minister said that it was cold."
    record = annotate(nlp, Article(text=text, id="m"))
    assert said(record, "cold")[1].name == "minister"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The news was about the rise of Ada Lund, who had complained about the harbour.", "Ada Lund"),
        (
            "They turned to the Chicago Police Department which said that two boats were lost.",
            "Chicago Police Department",
        ),
        ("Ada Lund is a writer and a liar who has said that the harbour is deep.", "Ada Lund"),
        ("The law hurts Democrats on Capitol Hill, who have argued that it is unfair.", "Democrats"),
    ],
)
def test_what_a_relative_pronoun_stands_for(nlp: Language, text: str, who: str) -> None:
    record = annotate(nlp, Article(text=text, id="r"))
    relative = [c.attribution for c in record.claims if c.attribution and c.attribution.source]
    found = [names(record, (a.source_id or "",)) for a in relative if a.source and a.source.text in ("who", "which")]
    assert [who] in [[name.partition(" on ")[0] for name in each] for each in found]


def test_the_former_mayor_is_not_the_mayor(nlp: Language) -> None:
    text = (
        "Former Mayor Ada Lund said it rained. Mayor Bo Berg said it snowed. The former mayor said it was cold. "
        "The mayor said that it was late."
    )
    record = annotate(nlp, Article(text=text, id="f"))
    assert said(record, "cold")[1].name == "Ada Lund"
    assert said(record, "late")[1].name == "Bo Berg"


LEAD = (
    "A former Democratic National Committee chairman says it is time. "
    '"Now is the best time," said Don Fowler, a former chairman of the DNC. {}'
)


def test_who_was_described_first_has_a_name_later(nlp: Language) -> None:
    record = annotate(nlp, Article(text=LEAD.format(""), id="l"))
    assert [(s.name, len(s.mentions)) for s in record.sources] == [("Don Fowler", 2)]


def test_who_may_be_one_of_two_with_that_role_has_no_name(nlp: Language) -> None:
    text = LEAD.format("Ada Lund, also a former chairman of the DNC, said that it was late.")
    assert "former Democratic National Committee chairman" in {
        s.name for s in annotate(nlp, Article(text=text, id="l")).sources
    }


def test_the_post_is_the_paper_whose_name_was_told_unless_there_are_two(nlp: Language) -> None:
    text = "The New York Post reported that it rained. The Post reported that it snowed."
    assert said(annotate(nlp, Article(text=text, id="p")), "snowed")[1].name == "New York Post"
    two = text.replace(" The Post", " The Washington Post reported that it was cold. The Post")
    assert said(annotate(nlp, Article(text=two, id="p")), "snowed")[1].name == "Post"


def test_a_name_in_capitals_is_the_name(nlp: Language) -> None:
    text = "Mike Pence said the debate was long.\n\nPENCE: The question should be why it was long.\n"
    record = annotate(nlp, Article(text=text, id="c"))
    assert {s.name for s in record.sources} == {"Mike Pence"}


def test_a_name_in_capitals_is_one_whatever_its_tag(nlp: Language) -> None:
    doc = nlp("Mike Pence said the debate was long. PENCE said that it was short.")
    again = next(t for t in doc if t.text == "PENCE")
    again.pos_, again.tag_ = "NOUN", "NN"
    doc.set_ents([e for e in doc.ents if e.text != "PENCE"])
    first, second = (mention_of(doc, (phrase(t),)) for t in doc if t.lower_ == "pence")
    assert (word_of(first), word_of(second)) == ((True, "pence"), (True, "pence"))


def test_nobody_who_is_told_of_in_a_quotation_alone_says_it(nlp: Language) -> None:
    text = (
        "The harbour will open again, the Port Authority said. "
        '"The repair crew of the town has finished the wall," it added.'
    )
    assert said(annotate(nlp, Article(text=text, id="q")), "finished the wall")[1].name == "Port Authority"


def test_who_may_be_somebody_else_is_flagged_with_the_others(nlp: Language) -> None:
    text = (
        "White House spokesman Josh Earnest said on Monday that President Barack Obama had called for fairness. "
        "He said that the law would pass."
    )
    record = annotate(nlp, Article(text=text, id="w"))
    found = [w for w in record.warnings if w.code == "ambiguous-source"]
    assert [text[slice(*w.span)] for w in found if w.span] == ["He"]
    assert "Josh Earnest" in found[0].message
    assert "Barack Obama" in found[0].message


def test_a_short_name_of_two_is_flagged_though_the_usual_one_is_far(nlp: Language) -> None:
    text = (
        "Elian Gonzalez came to Miami in May. Elian Gonzalez went to school. The weather was good. The sea was calm. "
        "The boats were late. The harbour was closed. The guardian is Lazaro Gonzalez. "
        "Gonzalez said that the boy would stay."
    )
    found = [w.message for w in annotate(nlp, Article(text=text, id="g")).warnings if w.code == "ambiguous-source"]
    assert len(found) == 1
    assert "Elian Gonzalez" in found[0]
    assert "Lazaro Gonzalez" in found[0]


def test_the_only_subject_is_not_ambiguous(nlp: Language) -> None:
    text = "Marta Keller met Ada Lund on Monday. Keller said that she would resign."
    assert not [w for w in annotate(nlp, Article(text=text, id="s")).warnings if w.code == "ambiguous-source"]


def test_she_and_many_others_are_not_she(nlp: Language) -> None:
    text = (
        "President Ada Lund left. It is a question that she and many of her supporters have long regarded as settled."
    )
    record = annotate(nlp, Article(text=text, id="p"))
    assert record.sources
    assert "Ada Lund" not in {source.name for source in record.sources}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ada Lund came late. “She (Lund) says that the harbour is deep,” Bo Berg told the council.", "Ada Lund"),
        ("The Lund brothers came late. They clearly believe that the harbour is deep.", "Lund brothers"),
        ("“We all think that the harbour is deep,” Ada Lund said.", "We"),
    ],
)
def test_what_stands_beside_a_pronoun_is_nobody_else(nlp: Language, text: str, who: str) -> None:
    record = annotate(nlp, Article(text=text, id="p"))
    assert who in {source.name for source in record.sources}
    assert not {"unknown"} & {source.kind for source in record.sources}


KIN = (
    "Ahmed Mohamed, a student, was arrested. His father Mohamed El-Hassan Mohamed said it was late. "
    "Mohamed said that it was cold."
)


def test_a_father_does_not_take_his_sons_short_name(nlp: Language) -> None:
    record = annotate(nlp, Article(text=KIN, id="k"))
    assert said(record, "late")[1].name == "Mohamed El-Hassan Mohamed"
    assert said(record, "cold")[1].name == "Ahmed Mohamed"


def test_a_short_name_is_the_full_name_that_has_spoken(nlp: Language) -> None:
    text = "Ann Lee came late. Bo Berg said that it rained. Berg said that it was cold."
    assert said(annotate(nlp, Article(text=text, id="k")), "cold")[1].name == "Bo Berg"


def test_a_courtesy_title_tells_which_of_two_it_is(nlp: Language) -> None:
    text = (
        "Bill Lund came late with Mr. Lund’s wife. Hillary Lund said that it rained. Mrs. Lund said that it was cold."
    )
    assert said(annotate(nlp, Article(text=text, id="m")), "cold")[1].name == "Hillary Lund"


def test_a_warning_names_who_the_record_has(nlp: Language) -> None:
    record = annotate(nlp, Article(text=KIN, id="k"))
    found = [w.message for w in record.warnings if w.code == "ambiguous-source"]
    assert found == ['"Mohamed" is taken as Ahmed Mohamed; it may be Mohamed El-Hassan Mohamed']


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bo Berg came late. Carl Hill said it was cold. He described Hill as a liar.", "Bo Berg"),
        ("Carl Hill said it was cold. He described himself as a liar.", "Carl Hill"),
        ("Bo Berg came late. Carl Hill said it was cold. He described Berg as a liar.", "Carl Hill"),
    ],
)
def test_nobody_is_he_whom_he_describes(nlp: Language, text: str, who: str) -> None:
    assert said(annotate(nlp, Article(text=text, id="o")), "liar")[1].name == who


def test_a_pronoun_that_repeats_its_subject_is_that(nlp: Language) -> None:
    text = '"The head of NATO, Hoop Berg, he explained that it was late," Ann Lee said.'
    record = annotate(nlp, Article(text=text, id="h"))
    source = next(s for s in record.sources if any(m.text == "he" for m in s.mentions))
    assert source.name == "Hoop Berg"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund spoke. Lund did not say who had claimed that the bridge was safe.",
        "Ada Lund wanted to know who had received money and who claimed that the bridge was safe.",
        "Ada Lund spoke. Lund wrote about who believed that the bridge was safe.",
        "Ada Lund spoke. “Who would have believed that the bridge was safe?” Lund asked.",
    ],
)
def test_who_is_asked_for_is_nobody(nlp: Language, text: str) -> None:
    record = annotate(nlp, Article(text=text, id="w"))
    asked = [c.attribution for c in record.claims if c.attribution and c.attribution.source]
    assert [names(record, (a.source_id or "",)) for a in asked if a.source and a.source.text.lower() == "who"] in (
        [["who"]],
        [["Who"]],
    )


def test_a_name_in_capitals_is_no_pronoun(nlp: Language) -> None:
    text = "The World Health Organisation (WHO) met Bo Berg. Berg spoke. WHO says that salt is good."
    assert "World Health" in said(annotate(nlp, Article(text=text, id="w")), "salt is good")[1].name
