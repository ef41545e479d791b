"""The singular of a counted noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Token

SHORTEST_PLURAL = 4


def singular(noun: Token) -> str:
    """The singular of a noun, "people" being its own; names keep their case."""
    irregular = load("plurals")["irregular"].get(noun.lower_)
    if irregular is not None:
        return str(irregular)
    if noun.text[:-1].isupper() and noun.text.endswith("s"):  # "SUVs", "MPs"
        return noun.text[:-1]
    lower = noun.text if noun.pos_ == "PROPN" else noun.lower_
    regular = noun.lower_.endswith(tuple(load("plurals")["es_endings"]))
    if noun.lemma_ and noun.lemma_.lower() != noun.lower_ and not regular and _fits(noun.lemma_.lower(), noun.lower_):
        return noun.lemma_ if noun.pos_ != "PROPN" else _cased(noun.lemma_, noun.text)
    return lower if noun.tag_ in ("NN", "NNP") and noun.pos_ != "PROPN" else _without_ending(lower)


def _fits(lemma: str, plural: str) -> bool:
    """Whether a lemma makes the plural with -s, -es or -ies; of plurals in anything else the lemmatizer knows best."""
    return not plural.endswith("s") or plural in (f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies")


def _cased(lemma: str, text: str) -> str:
    return lemma.capitalize() if text[:1].isupper() and lemma.islower() else lemma


def _without_ending(word: str) -> str:
    endings = load("plurals")
    if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word.endswith(tuple(endings["invariable_endings"])):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(tuple(endings["es_endings"])) else word[:-1]
