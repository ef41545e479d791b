"""Clusters of mentions against gold coreference, as in OntoGUM (Zhu et al. 2021), from raw text.

Mentions are compared by their heads (Nedoluzhko et al. 2022): a predicted mention is that gold mention, the shortest
one, whose head, or the name that begins with it, holds the predicted head. factx_clusters joins names, nouns and
pronouns of the third person; "I", "we" and "you" belong to who is quoted, and calendar days to the dates. So all scores
but ``everything`` leave out, on both sides, mentions with any other head; entities of which one mention is left go too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from factx.clusters.words import third_person
from factx.evaluation.counts import Counts
from factx.evaluation.partitions import PartitionScores, size
from factx.evaluation.treebank import raw_text, treebank
from factx.lexicons import load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

    from factx.evaluation.treebank import Sentence, Word

Form: TypeAlias = Literal["name", "noun", "pronoun", "other"]
Key: TypeAlias = tuple[int, int]

BRACKET = re.compile(r"\((\d+)(\))?|(?<!\d)(\d+)\)")
PERSONAL_TAGS = frozenset({"PRP", "PRP$"})
FORMS: dict[str, Form] = {"PROPN": "name", "NOUN": "noun"}


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Place in the text, that of its head (a name's first to last word), and the form of the head."""

    start: int
    end: int
    head: Key
    entity: str
    form: Form

    @property
    def key(self) -> Key:
        """What it is compared by."""
        return self.start, self.end


@dataclass(slots=True)
class GoldArticle:
    """Text, mentions in its order, and the form of every word by its first character."""

    text: str
    mentions: list[GoldMention] = field(default_factory=list)
    forms: dict[int, Form] = field(default_factory=dict)


@dataclass(slots=True)
class ClusterScores:
    """CoNLL scores, and two accuracies that say where they come from.

    ``names``: names linked to an earlier name of their entity. ``pronouns``: pronouns of the third person whose nearest
    name or noun in their cluster is of their entity.
    """

    everything: PartitionScores = field(default_factory=PartitionScores)
    third: PartitionScores = field(default_factory=PartitionScores)
    names: Counts = field(default_factory=Counts)
    pronouns: Counts = field(default_factory=Counts)


def cluster_scores(nlp: Language, paths: Iterable[Path]) -> ClusterScores:
    """Scores over all articles of CoNLL-U files with brackets of coreference in MISC."""
    scores = ClusterScores()
    for path in paths:
        for document in treebank(path):
            article = gold_article(document)
            add_article(scores, article, nlp(article.text))
    return scores


def gold_article(document: list[Sentence]) -> GoldArticle:
    """The gold of one document."""
    text, starts = raw_text(document)
    article = GoldArticle(text)
    for sentence, start in zip(document, starts, strict=True):
        opened: list[tuple[str, int]] = []
        words = sentence.words or ()
        for number, word in enumerate(words):
            article.forms[start + word.start] = form_of(word)
            for opening, alone, closing in BRACKET.findall(word.entity):
                if opening:
                    opened.append((opening, number))
                if alone or closing:
                    place = max(i for i, (name, _) in enumerate(opened) if name == (opening or closing))
                    name, first = opened.pop(place)
                    article.mentions.append(gold_mention(words, start, first, number, name))
    article.mentions.sort(key=lambda m: (m.start, -m.end))
    return article


def gold_mention(words: tuple[Word, ...], offset: int, first: int, last: int, entity: str) -> GoldMention:
    """Words ``first`` to ``last``: the head is the word that hangs on one outside, with the rest of its name."""
    head = next((n for n in range(first, last + 1) if not first <= words[n].head <= last), last)
    end = max((n for n in range(first, last + 1) if words[n].head == head and words[n].dep == "flat"), default=head)
    place = offset + words[first].start, offset + words[last].end
    return GoldMention(*place, (offset + words[head].start, offset + words[end].end), entity, form_of(words[head]))


def form_of(word: Word) -> Form:
    """What kind of mention the word heads."""
    lemma = word.lemma.lower()
    if word.pos == "PRON":
        return "pronoun" if word.tag in PERSONAL_TAGS and lemma in third_person() else "other"
    return "other" if lemma in calendar() else FORMS.get(word.pos, "other")


@cache
def calendar() -> frozenset[str]:
    """Days of the week and months."""
    return frozenset(load("weekdays")["weekdays"]) | frozenset(load("months")["months"])


def add_article(scores: ClusterScores, article: GoldArticle, doc: Doc) -> None:
    """Count one more article; ``doc`` is its text with ``doc._.clusters``."""
    gold = defaultdict(list)
    for mention in article.mentions:
        gold[mention.entity].append(mention)
    keys = matched(article, doc)
    predicted = [[keys[m.head] for m in cluster.mentions] for cluster in doc._.clusters]
    forms = {m.key: m.form for m in article.mentions} | {
        key: article.forms.get(key[0], "other") for key in keys.values() if key[1] < 0
    }
    sides = [[m.key for m in entity] for entity in gold.values()], predicted
    scores.everything.add(*([frozenset(c) for c in side] for side in sides))
    scores.third.add(*([frozenset(k for k in c if forms[k] != "other") for c in side] for side in sides))
    entity = {m.key: m.entity for m in article.mentions}
    count_names(scores.names, [[k for k in sorted(set(c)) if forms[k] == "name"] for c in predicted], article, entity)
    count_pronouns(scores.pronouns, predicted, forms, gold, entity)


def matched(article: GoldArticle, doc: Doc) -> dict[int, Key]:
    """Head of each predicted mention (a token) -> key of its gold mention, or (first character of the head, -1)."""
    place: dict[int, GoldMention] = {}
    for mention in sorted(article.mentions, key=lambda m: m.start - m.end):
        place |= dict.fromkeys(range(*mention.head), mention)
    found: dict[int, Key] = {}
    taken: set[Key] = set()
    for cluster in doc._.clusters:
        for head in sorted(m.head for m in cluster.mentions):
            start = doc[head].idx
            gold = place.get(start)
            found[head] = (start, -1) if gold is None or gold.key in taken else gold.key
            taken.add(found[head])
    return found


def count_names(counts: Counts, predicted: list[list[Key]], article: GoldArticle, entity: dict[Key, str]) -> None:
    """Links of names to the nearest name before them."""
    of = {key: c for c in predicted for key in c}
    right = hit = total = 0
    seen: dict[str, list[Key]] = defaultdict(list)
    for mention in article.mentions:
        if mention.form == "name":
            before = seen[mention.entity]
            total += bool(before)
            hit += any(key in of.get(mention.key, ()) for key in before)
            before.append(mention.key)
    for cluster in predicted:
        right += sum(a in entity and entity[a] == entity.get(b) for a, b in pairwise(cluster))
    counts.add(right, size([frozenset(c) for c in predicted if c], 1), total, hit)


def count_pronouns(
    counts: Counts,
    predicted: list[list[Key]],
    forms: dict[Key, Form],
    gold: dict[str, list[GoldMention]],
    entity: dict[Key, str],
) -> None:
    """Pronouns whose nearest name or noun in their cluster, before them or else behind, is of their entity."""
    right = found = 0
    full = {name for name, mentions in gold.items() if any(m.form in ("name", "noun") for m in mentions)}
    total = sum(m.form == "pronoun" for name in full for m in gold[name])
    for cluster in predicted:
        nouns = [k for k in cluster if forms[k] in ("name", "noun")]
        pronouns = [k for k in cluster if forms[k] == "pronoun"]
        if nouns:
            found += len(pronouns)
            nearest = (max((n for n in nouns if n < k), default=min(nouns)) for k in pronouns)
            right += sum(k in entity and entity[k] == entity.get(n) for k, n in zip(pronouns, nearest, strict=True))
    counts.add(right, found, total)
