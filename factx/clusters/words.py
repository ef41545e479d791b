"""Word lists for clusters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from factx.clusters.cluster import Gender


@cache
def words(name: str) -> frozenset[str]:
    """One list of the lexicon."""
    return frozenset(load("clusters")[name])


@cache
def third_person() -> frozenset[str]:
    """The pronouns that are resolved."""
    return words("female") | words("male") | words("thing") | words("plural")


@cache
def same_names() -> dict[str, str]:
    """Short names of states and alliances -> the name that stands for all of them."""
    return {name: names[0] for names in load("clusters")["same_names"] for name in names}


@cache
def person_nouns() -> frozenset[str]:
    """Nouns that are one person in the singular."""
    sources = load("sources")
    known = frozenset(sources["person"]) | frozenset(sources["group"]) | words("persons")
    return (known | words("female_nouns") | words("male_nouns")) - words("collective")


@cache
def outlets() -> frozenset[str]:
    """News outlets, in lower case: nobody's names, whatever their label."""
    return frozenset(load("sources")["outlets"])


def is_person(noun: str) -> bool:
    """Whether a noun (lemma, lower case) is a person: from the lists, or by its ending."""
    return noun in person_nouns() or noun.endswith(tuple(words("person_endings")))


def suggested(first_name: str) -> Gender | None:
    """The gender that a first name, in lower case, is hardly ever not of; most names suggest none."""
    female = first_name in words("female_first_names")
    return "female" if female else "male" if first_name in words("male_first_names") else None
