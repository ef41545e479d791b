"""Noun phrases in the parse: how far they reach, what is said to be the same, and the "it" that stands for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.clusters.words import person_nouns, words

if TYPE_CHECKING:
    from collections.abc import Collection

    from factx.clusters.parsed import Parsed

NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"AUX", "VERB"})
PREMODIFIER = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod"})
NEXT_CONJUNCT = frozenset({"cc", "conj", "preconj", "parataxis"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "pobj"})
PAUSES = frozenset({",", "–", "—", "-"})
CLAUSE = frozenset({"ccomp", "csubj", "advcl", "xcomp"})
# What a clause that "it" stands in for may hang on below an adjective or noun: "it is time to go".
INNER_CLAUSE = CLAUSE | {"acl", "relcl"}


def phrase(parsed: Parsed, head: int, names: Collection[int]) -> tuple[int, int]:
    """Tokens of the noun phrase, half open, without further conjuncts.

    ``names``: the tokens in names; of two names in apposition ("Oslo, Norway") each is a phrase.
    """
    end = head + 1
    for right in parsed.children[head]:
        if right < head:
            continue
        dep = parsed.dep[right]
        if dep in NEXT_CONJUNCT or (dep == "appos" and head in names and right in names):
            break
        end = parsed.last(right) + 1
    return parsed.first(head), end


def apart(parsed: Parsed, head: int) -> list[int]:
    """Nouns that say what ``head`` is: in apposition, or behind a form of "be" that nothing negates."""
    dep = parsed.dep
    found = [c for c in parsed.children[head] if dep[c] == "appos" and common(parsed, c)]
    verb = parsed.head[head]
    if dep[head] == "nsubj" and parsed.pos[verb] in VERBS and parsed.lemma[verb] == "be":
        children = parsed.children[verb]
        if not any(dep[c] in ("neg", "aux", "mark") for c in children):
            found += [c for c in children if dep[c] == "attr" and parsed.tag[c] == "NN"]
    return found


def common(parsed: Parsed, token: int) -> bool:
    """Whether it is a common noun, or what somebody is whatever its tag: "Lee, president of the club"."""
    if parsed.pos[token] == "PROPN":
        return not parsed.named[token] and parsed.lemma[token] in person_nouns()
    return parsed.pos[token] == "NOUN"


def repeated(parsed: Parsed, token: int) -> int | None:
    """What a pronoun says once more, before a comma: "the head" in "the head of the bank, Lee, he has explained"."""
    before = token - 1
    while before > 0 and parsed.lower[before] in PAUSES:
        before -= 1
    if parsed.dep[token] not in SUBJECTS or before == token - 1:
        return None
    subjects = [c for c in parsed.children[parsed.head[token]] if c < token and parsed.dep[c] in SUBJECTS]
    reaching = subjects and parsed.pos[subjects[-1]] in NOUNS and parsed.last(subjects[-1]) + 1 >= before
    return subjects[-1] if reaching else None


def objects(parsed: Parsed, token: int) -> tuple[int, ...]:
    """The objects behind the verb of a subject, with or without a preposition: none of them is the subject."""
    if parsed.dep[token] not in SUBJECTS:
        return ()
    rights = parsed.rights(parsed.head[token])
    behind = (c for p in rights if parsed.dep[p] in ("prep", "agent") for c in parsed.rights(p))
    return tuple(t for t in (*rights, *behind) if parsed.dep[t] in OBJECTS)


def empty(parsed: Parsed, token: int) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it rained", "it seems"."""
    dep, verb = parsed.dep[token], parsed.head[token]
    if dep == "expl":
        return True
    if parsed.lower[token] != "it" or dep not in ("nsubj", "nsubjpass"):
        return False
    rights = parsed.rights(verb)
    after = {parsed.dep[c] for c in rights}
    if dep == "nsubjpass":
        return "ccomp" in after
    if parsed.lemma[verb] in words("impersonal_verbs"):
        return "ccomp" in after or "advcl" in after or not after & {"dobj", "prep"}
    if parsed.lemma[verb] != "be" or not after & {"acomp", "attr"}:
        return False
    return bool(after & CLAUSE) or any(parsed.dep[g] in INNER_CLAUSE for c in rights for g in parsed.rights(c))
