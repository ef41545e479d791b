"""A parsed Doc as plain lists: after one pass, every question about the tree costs the same however deep it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factx.lexicons import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factx.attribution.attributed import Tokens


@dataclass(frozen=True, slots=True)
class Parse:
    """Token by token, by index: ``head[i]`` is the index of i's head (a root's is its own).

    ``left[i]``, ``right[i]``: the subtree of i lies within [left, right). ``first[i]``, ``last[i]``: so does its
    sentence within [first, last). ``labelled[i, dep]``: the children of i with that label. ``subject[i]``: the nearest
    one before it, else the first after it. ``paragraph[i]`` counts paragraphs.
    """

    words: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    children: list[list[int]]
    labelled: dict[tuple[int, str], list[int]]
    subject: dict[int, int]
    left: list[int]
    right: list[int]
    first: list[int]
    last: list[int]
    space: list[bool]
    spaced: list[bool]
    paragraph: list[int]

    def kids(self, i: int, *deps: str) -> list[int]:
        """The children of i with one of these labels, in the order of the text."""
        if len(deps) == 1:
            return self.labelled.get((i, deps[0]), [])
        return sorted(c for dep in deps for c in self.labelled.get((i, dep), ()))

    def kid(self, i: int, *deps: str) -> int | None:
        """The first of them."""
        return min((found[0] for dep in deps if (found := self.labelled.get((i, dep)))), default=None)

    def is_verb(self, i: int) -> bool:
        """Whether i is tagged as a verb (not a modal)."""
        return self.tag[i].startswith("VB")

    def trim(self, start: int, end: int, drop: frozenset[str] = frozenset(",.;:–—-")) -> Tokens | None:
        """[start, end) without white space and outer punctuation; None when nothing is left."""
        while start < end and (self.space[end - 1] or self.words[end - 1] in drop):
            end -= 1
        while start < end and (self.space[start] or self.words[start] in drop):
            start += 1
        return (start, end) if start < end else None


def read(doc: Doc) -> Parse:
    """Read the lists off the Doc, in time linear in its length."""
    head = [token.head.i for token in doc]
    children: list[list[int]] = [[] for _ in head]
    for i, h in enumerate(head):
        if h != i:
            children[h].append(i)
    left, right = _edges(head, children)
    dep = [token.dep_ for token in doc]
    labelled = _labelled(head, dep)
    bounds = [token.i for token in doc if token.is_sent_start] or [0]
    first, last = [0] * len(head), [0] * len(head)
    for start, end in pairwise([*bounds, len(head)]):
        first[start:end] = [start] * (end - start)
        last[start:end] = [end] * (end - start)
    words = [token.text for token in doc]
    space = [token.is_space for token in doc]
    return Parse(
        words=words,
        lower=[word.lower() for word in words],
        lemma=[token.lemma_.lower() or token.lower_ for token in doc],
        tag=[token.tag_ for token in doc],
        dep=dep,
        head=head,
        children=children,
        labelled=labelled,
        subject=_subjects(labelled),
        left=left,
        right=right,
        first=first,
        last=last,
        space=space,
        spaced=[bool(token.whitespace_) for token in doc],
        paragraph=_paragraphs(words, space),
    )


def _labelled(head: list[int], dep: list[str]) -> dict[tuple[int, str], list[int]]:
    found: dict[tuple[int, str], list[int]] = {}
    for i, h in enumerate(head):
        if h != i:
            found.setdefault((h, dep[i]), []).append(i)
    return found


def _subjects(labelled: dict[tuple[int, str], list[int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for (verb, dep), children in labelled.items():
        if dep in {"nsubj", "nsubjpass"}:
            before = [c for c in children if c < verb]
            best, held = (before or children)[-1 if before else 0], found.get(verb)
            if held is None or (best < verb and (held > verb or best > held)) or verb < best < held:
                found[verb] = best
    return found


def _edges(head: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    """Where each subtree begins and ends, children before their heads."""
    order = [i for i, h in enumerate(head) if h == i]
    for i in order:  # grows while it is walked: breadth first
        order.extend(children[i])
    left, right = list(range(len(head))), list(range(1, len(head) + 1))
    for i in reversed(order):
        h = head[i]
        left[h], right[h] = min(left[h], left[i]), max(right[h], right[i])
    return left, right


def _paragraphs(words: list[str], space: list[bool]) -> list[int]:
    """The paragraph of each token. A single line break ends one only after final punctuation: lines may be wrapped."""
    final = frozenset(load("quotation_marks")["final"])
    out, count, before = [], 0, ""
    for word, blank in zip(words, space, strict=True):
        out.append(count)
        if blank and "\n" in word and (word.count("\n") > 1 or before in final):
            count += 1
        if not blank:
            before = word
    return out
