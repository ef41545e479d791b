"""Tags, dependencies, lemmas and sentence bounds against a treebank, from raw text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.evaluation.counts import Counts
from factx.evaluation.treebank import raw_text, treebank

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc, Token

    from factx.evaluation.treebank import Sentence, Word


def parse_scores(nlp: Language, path: Path) -> dict[str, float]:
    """Token F, sentence F, tag, pos, lemma accuracy, UAS and LAS, all in [0, 1].

    Gold words without an equal token count as wrong. Punctuation is left out of UAS and LAS; labels are compared as
    they are, without case.
    """
    tokens, bounds = Counts(), Counts()
    hits = dict.fromkeys(("tag", "pos", "lemma", "UAS", "LAS"), 0)
    words = scored = 0
    for sentences in treebank(path):
        text, starts = raw_text(sentences)
        doc = nlp(text)
        at = {(t.idx, t.idx + len(t)): t for t in doc if not t.is_space}
        gold = [(s, w, start) for s, start in zip(sentences, starts, strict=True) for w in s.words or ()]
        tokens.add(sum(_place(w, start) in at for _, w, start in gold), len(at), len(gold))
        predicted = sentence_starts(doc)
        bounds.add(len(predicted & set(starts)), len(predicted), len(starts))
        for sentence, word, start in gold:
            token = at.get(_place(word, start))
            words += 1
            hits["tag"] += token is not None and token.tag_ == word.tag
            hits["pos"] += token is not None and token.pos_ == word.pos
            hits["lemma"] += token is not None and token.lemma_.lower() == word.lemma.lower()
            if word.dep == "punct" or word.pos == "PUNCT":
                continue
            scored += 1
            if token is not None and right_head(token, word, sentence, start):
                hits["UAS"] += 1
                hits["LAS"] += token.dep_.lower() == word.dep.lower()
    totals = {name: scored if name in ("UAS", "LAS") else words for name in hits}
    shares = {name: count / max(1, totals[name]) for name, count in hits.items()}
    return {"token F": tokens.f1, "sentence F": bounds.f1, **shares}


def _place(word: Word, start: int) -> tuple[int, int]:
    return start + word.start, start + word.end


def right_head(token: Token, word: Word, sentence: Sentence, start: int) -> bool:
    """Whether the token hangs where the gold word does."""
    if word.head < 0 or token.head.i == token.i:
        return word.head < 0 and token.head.i == token.i
    return (token.head.idx, token.head.idx + len(token.head)) == _place((sentence.words or ())[word.head], start)


def sentence_starts(doc: Doc) -> set[int]:
    """Offsets at which the sentences' first words begin."""
    return {t.idx for s in doc.sents if (t := next((t for t in s if not t.is_space), None)) is not None}
