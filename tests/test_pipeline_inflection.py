"""Forms of verbs back to the verb."""

from __future__ import annotations

import pytest

from factx.pipeline.inflection import verb_lemma

KNOWN = frozenset({"ask", "as", "bus", "change", "focus", "hang", "hop", "hope", "mimic", "pass", "rat", "rate", "use"})


@pytest.mark.parametrize(
    ("form", "tag", "verb"),
    [
        ("rated", "VBD", "rate"),  # "rat" would be "ratted"
        ("hopped", "VBD", "hop"),
        ("asks", "VBZ", "ask"),
        ("passes", "VBZ", "pass"),
        ("uses", "VBZ", "use"),
        ("focuses", "VBZ", "focus"),
        ("carries", "VBZ", "carry"),
        ("dies", "VBZ", "die"),
        ("drew", "VBD", "draw"),
        ("cut", "VBN", "cut"),
        ("died", "VBD", "die"),
        ("denied", "VBN", "deny"),
        ("agreed", "VBD", "agree"),
        ("lamented", "VBD", "lament"),
        ("quipped", "VBD", "quip"),
        ("called", "VBN", "call"),
        ("signalled", "VBD", "signal"),
        ("chided", "VBD", "chide"),
        ("conceded", "VBD", "conced"),  # its spelling does not tell: a list of verbs has to
        ("judging", "VBG", "judge"),
        ("changing", "VBG", "change"),
        ("banging", "VBG", "bange"),
        ("belonging", "VBG", "belong"),
        ("estimated", "VBN", "estimate"),
        ("repeated", "VBN", "repeat"),
        ("handled", "VBN", "handle"),
        ("mimicked", "VBD", "mimic"),
        ("bellowed", "VBD", "bellow"),
        ("re-elected", "VBN", "re-elect"),
    ],
)
def test_the_verb_of_a_form(form: str, tag: str, verb: str) -> None:
    assert verb_lemma(form, tag, KNOWN) == verb


@pytest.mark.parametrize(
    ("form", "tag"), [("ask", "VB"), ("'s", "VBZ"), ("s", "VBZ"), ("found", "VBD"), ("tsk", "VBD")]
)
def test_spelling_does_not_tell(form: str, tag: str) -> None:
    assert verb_lemma(form, tag, KNOWN) is None
