"""Which mentions are of one entity: names with names, descriptions and pronouns with what they point back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.annotate import annotate, load
from factx.article import Article
from factx.clusters import ClusterFinder, Clusters
from factx.clusters.resolve import resolve

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@pytest.fixture(scope="module")
def read(nlp: Language) -> Read:
    return Read(nlp)


class Read:
    """Reads a text, and says which of its words stand for the same."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def __call__(self, text: str) -> Read:
        """Read it."""
        self.doc: Doc = self.nlp(text)
        self.found: Clusters = self.doc._.clusters
        return self

    def of(self, word: str, nth: int = 0) -> int | None:
        """The cluster of the nth token that is ``word``."""
        return self.found.index(self.place(word, nth))

    def place(self, word: str, nth: int = 0) -> int:
        """The nth token that is ``word``."""
        return [t.i for t in self.doc if t.text == word][nth]

    def name(self, word: str, nth: int = 0) -> str:
        """The fullest name in the cluster of ``word``."""
        cluster = self.found.at(self.place(word, nth))
        assert cluster is not None
        assert cluster.best.name is not None
        start, end = cluster.best.name
        return self.doc[start:end].text


def test_a_surname_is_the_full_name_before_it_or_behind_it(read: Read) -> None:
    read("Lund resigned on Monday. Mayor Ada Lund had been in office since 2010. Nobody knows why Ada B. Lund left.")
    assert read.of("Lund", 0) == read.of("Lund", 1) == read.of("Lund", 2) is not None
    assert read.name("Lund") == "Ada B. Lund"


def test_mr_and_mrs_of_one_surname_are_two(read: Read) -> None:
    read("Mr. Bo Lund and Mrs. Ada Lund arrived on Monday. Mrs. Lund said that it rained. Mr. Lund was silent.")
    assert read.of("Lund", 2) == read.of("Ada") != read.of("Bo") == read.of("Lund", 3)


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("The World Health Organization (WHO) met. The WHO warned of a new virus.", "Organization", "WHO"),
        ("The International Monetary Fund warned Greece. The IMF expects a recession.", "Fund", "IMF"),
        ("The United States said it would help. The U.S. sent two ships.", "States", "U.S."),
        ("The US State Department refused. The State Department gave no reason.", "Department", "State"),
        ("Boeing Co. lost a contract. Airbus had no comment. Boeing appealed.", "Co.", "Boeing"),
        ("StatesWest Airlines made an offer. Mesa Airlines refused. StatesWest was sad.", "Airlines", "StatesWest"),
    ],
)
def test_short_and_long_names_of_organizations_and_states_are_one(read: Read, text: str, long: str, short: str) -> None:
    read(text)
    last = sum(t.text == short for t in read.doc) - 1
    assert read.of(long) == read.of(short, last) is not None


def test_a_description_points_back_to_whom_it_was_told_of(read: Read) -> None:
    read("Prime Minister Bo Berg met the king. The minister was late. Ada Lund, a doctor, waited. The doctor left.")
    assert read.of("minister") == read.of("Berg")
    assert read.of("doctor", 1) == read.of("Lund")
    assert read.of("king") not in (read.of("Berg"), read.of("Lund"))


def test_what_is_said_with_be_is_a_role_unless_it_is_denied(read: Read) -> None:
    read("Ada Lund is a surgeon. Bo Berg is not a teacher. The surgeon agreed. The teacher laughed.")
    assert read.of("surgeon", 1) == read.of("Lund")
    assert read.of("teacher", 1) != read.of("Berg")


def test_a_thing_is_called_by_the_noun_in_its_name(read: Read) -> None:
    read("The Ministry of Health reported ten cases. Later the ministry corrected the figure.")
    assert read.of("ministry") == read.of("Ministry")


def test_something_new_is_not_what_was_there(read: Read) -> None:
    read("A red car hit a wall. The blue car stopped. A car followed. The red car burned.")
    assert len({read.of("car", n) for n in range(3)}) == 3
    assert read.of("car", 0) == read.of("car", 3)


def test_his_son_is_the_son_of_the_same_man(read: Read) -> None:
    read("Bo Berg came with his son. Ada Lund came with her son. Berg said his son was ill.")
    assert read.of("son", 2) == read.of("son", 0) != read.of("son", 1)


def test_pronouns_agree_in_gender_kind_and_number(read: Read) -> None:
    read(
        "Spokeswoman Ada Lund met Mr. Bo Berg at the company Hafslund AS. She thanked him. "
        "The workers were angry, and they went home. Its shares fell."
    )
    assert read.of("She") == read.of("Lund")
    assert read.of("him") == read.of("Berg")
    assert read.of("they") == read.of("workers")
    assert read.of("Its") not in (read.of("Lund"), read.of("Berg"), read.of("workers"))


def test_a_pronoun_beside_a_name_under_one_verb_is_somebody_else(read: Read) -> None:
    read("Mr. Bo Berg called a friend. Mr. Tom Moe saw him.")
    assert read.of("him") == read.of("Berg")
    read("Mr. Bo Berg called a friend. Mr. Tom Moe saw himself.")
    assert read.of("himself") == read.of("Moe")


def test_who_is_quoted_would_say_i(read: Read) -> None:
    read('Mr. Bo Berg fell ill. Mr. Tom Moe came. "He cannot walk," Moe said.')
    assert read.of("He") == read.of("Berg")


def test_it_may_stand_for_nothing(read: Read) -> None:
    read("The bank closed on Monday. It is clear that it will open again.")
    assert read.of("It") is None
    assert read.of("it") == read.of("bank")


def test_what_could_be_several_has_them_all_the_likeliest_first(read: Read) -> None:
    read("Tom Moe met Bo Berg in Oslo on Friday. He was tired.")
    candidates = read.found.candidates[read.place("He")]
    assert candidates[0] == read.of("He") == read.of("Moe")
    assert read.of("Berg") in candidates


def test_a_surname_that_two_bear_could_be_either(read: Read) -> None:
    read("Ada Lund met her cousin Bo Lund. Lund was tired.")
    assert set(read.found.candidates[read.place("Lund", 2)]) == {read.of("Ada"), read.of("Bo")}


def test_a_cluster_tells_kind_gender_number_and_roles(read: Read) -> None:
    read("Mayor Ada Lund opened a school in Norway. She smiled. The children sang.")
    lund, norway, children = (read.found.at(read.place(w)) for w in ("Lund", "Norway", "children"))
    assert lund is not None
    assert norway is not None
    assert children is not None
    assert (lund.kind, lund.gender, lund.number) == ("person", "female", "singular")
    assert lund.roles == {"mayor"}
    assert (norway.kind, norway.gender) == ("place", None)
    assert (children.kind, children.number) == ("person", "plural")


def test_titles_appositions_and_clauses_belong_to_the_mention(read: Read) -> None:
    read("Kremlin spokesman Dmitry Peskov, who is a diplomat, spoke.")
    assert read.of("spokesman") == read.of("Peskov") == read.of("who") == read.of("diplomat")
    assert read.of("Kremlin") != read.of("Peskov")


def test_the_entities_of_the_record_have_these_clusters(nlp: Language) -> None:
    text = "Mayor Ada Lund spoke in Oslo. Lund left the United Nations. The UN stayed in Oslo."
    found = [(e.text, e.cluster) for e in annotate(nlp, Article(text=text, id="c")).entities]
    clusters = dict(found)
    assert clusters["Ada Lund"] == clusters["Lund"] == "k1"
    assert clusters["Oslo"] == "k2"
    assert next(c for t, c in found if "United Nations" in t) == next(c for t, c in found if "UN" in t.split())


def test_without_a_parse_names_are_still_joined_and_nothing_fails() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ada Lund"}, {"label": "PERSON", "pattern": "Lund"}])  # type: ignore[attr-defined]
    found = resolve(nlp("Ada Lund spoke. Lund left."))
    assert [len(c.mentions) for c in found] == [2]
    assert not resolve(nlp("")).clusters


def test_a_component_that_is_missing_is_put_in_its_place(nlp: Language, tmp_path: object) -> None:
    other = spacy.load(nlp.path or "", exclude=["factx_clusters"])
    other.to_disk(f"{tmp_path}/other")
    loaded = load(f"{tmp_path}/other")
    assert loaded.pipe_names == nlp.pipe_names


WORDS = st.sampled_from(
    [
        *("he", "she", "it", "they", "his", "her", "itself", "(", ")", ",", ".", ":", "“", "”", "\n\n"),
        "Lund",
        "Ada Lund",
        "the",
        "mayor",
        "UN",
        "said",
        "🙂",
        "’s",
        "of",
    ]
)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=40))
def test_every_mention_is_in_one_cluster_and_lies_in_the_text(nlp: Language, parts: list[str]) -> None:
    doc = ClusterFinder()(nlp(" ".join(parts)))
    found: Clusters = doc._.clusters
    heads = [m.head for c in found for m in c.mentions]
    assert len(heads) == len(set(heads))
    assert all(0 <= m.start <= m.head < m.end <= len(doc) for c in found for m in c.mentions)
    assert all(c.best in c.mentions for c in found)
    assert len(found.of_token) == len(doc)
    assert all(0 <= n < len(found) for alike in found.candidates.values() for n in alike)


def test_what_somebody_served_as_is_nobody_else(read: Read) -> None:
    text = "Ed Rendell, who served as general chairman of the fund, agreed that it was late. He said so."
    assert read(text).name("He") == "Ed Rendell"


def test_a_short_name_is_of_whom_the_article_tells_of_late(read: Read) -> None:
    text = (
        "Gary Johnson is a candidate. Gary Johnson runs. It rained. It snowed. The sea was calm. The boats were late. "
        "The harbour was closed. The wind was strong. Jeh Johnson met the crews. Johnson left the harbour."
    )
    assert read(text).name("Johnson", 3) == "Jeh Johnson"


def test_who_is_told_of_in_a_quotation_weighs_little_around_it(read: Read) -> None:
    text = 'Ada Lund doubted the plan.\n\n"Moe only repeats what she has heard. Ms. Moe was not there," she said.'
    read(text)
    assert read.of("she", 1) == read.of("Lund") != read.of("she", 0) == read.of("Moe")


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Karl Berg shouted at Rita Moe. Berg left with a bag. She cried.", "She", "Rita Moe"),
        ("Rita Moe shouted at Karl Berg. Moe left with a bag. He cried.", "He", "Karl Berg"),
        ("Chairwoman Karl Berg opened the meeting. She was late.", "She", "Karl Berg"),
        ("Kim Berg opened the meeting. She was late.", "She", "Kim Berg"),
    ],
)
def test_a_first_name_speaks_against_the_other_gender_unless_the_text_tells(
    read: Read, text: str, pronoun: str, name: str
) -> None:
    assert read(text).name(pronoun) == name


def test_a_first_name_tells_no_gender_by_itself(read: Read) -> None:
    cluster = read("Karl Berg opened the meeting.").found.at(read.place("Berg"))
    assert cluster is not None
    assert cluster.gender is None


def test_nobody_with_a_name_for_women_is_he(read: Read) -> None:
    read("Rita Moe opened the meeting. He was late.")
    assert read.of("He") != read.of("Moe")


CROWD = "Karl Berg has led the club since 2010. Berg has many friends, and Berg likes songs. Songs are what he sings."


@pytest.mark.parametrize(
    ("before", "quoted", "who"),
    [
        ("That worries Jan Dahl, president of the harbour union.", "Nobody sings here.", "Jan Dahl"),
        ("That worries Jan Dahl, a teacher.", "Nobody sings here. It is late.", "Jan Dahl"),
        ("He laughed at the teacher Jan Dahl.", "Everybody laughs at Jan Dahl.", "Karl Berg"),  # who is quoted with it
        ("That worries Rita Dahl, a teacher.", "Nobody sings here.", "Karl Berg"),
    ],
)
def test_who_was_introduced_right_before_a_quotation_says_it(read: Read, before: str, quoted: str, who: str) -> None:
    read(f"{CROWD} {before}\n\n“{quoted}” he said.")
    assert read.name("he", -1) == who


def test_who_spoke_last_before_a_paragraph_says_what_begins_it(read: Read) -> None:
    text = (
        "Jan Dahl is sceptical that Berg can win. But Karl Berg could try to change the subject.\n\n"
        '"His best bet is to sing of something else," he said. "Berg\'s best song is that."'
    )
    assert read(text).name("he") == "Jan Dahl"
