"""The ``factx_attribution`` component: candidates, their roles, the choice, and the result on the Doc."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from factx.attribution import page as pages
from factx.attribution import words as columns
from factx.attribution.attributed import Attributed
from factx.attribution.begun import begun
from factx.attribution.beside import within
from factx.attribution.borders import settled
from factx.attribution.carry import carried, occupied
from factx.attribution.choose import choose, parents
from factx.attribution.network import Network
from factx.attribution.passed_on import all_passed_on, corrected, passed_on, plain
from factx.attribution.quoting import Quoting, retold
from factx.attribution.relations import context
from factx.attribution.seeming import seems
from factx.attribution.signed import signed
from factx.attribution.spans import quotes, roles
from factx.attribution.speaker import speaking
from factx.attribution.supplied import supplied
from factx.attribution.turns import turns
from factx.attribution.weighing import Verdict, Weighed
from factx.extensions import ensure, notice
from factx.pipeline.component import Head, check_vectors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from factx.attribution.network import Reading
    from factx.attribution.page import Page
    from factx.attribution.spans import Roles
    from factx.attribution.words import Words

# A word less likely to head a cue is not looked at: with the fitted confidence, it would not reach either threshold
# however sure its labels were.
CONSIDERED = 0.44
# Reported is what is as likely right as this. On polnear.dev, match P / R / F1 at .45 are .815 / .757 / .785, at .5
# .831 / .745 / .785, at .55 .844 / .729 / .782; exact contents .679, .682, .682.
THRESHOLD = 0.5
# The same for a quoted sentence: it is somebody's words for sure, and a reader wants to know whose.
QUOTED_THRESHOLD = 0.4
# The same for an attitude towards a thing, not a clause ("supports the bill"): of those under it, read in twenty
# articles, a third were right. On polnear.dev, match P / R / F1 with .5 here are .833 / .741 / .784, and with .6 they
# are .848 / .724 / .781.
THING_THRESHOLD = 0.6
# The same where there is no source either ("were provided"): of 14 such on polnear.dev five are right.
NOBODYS_THRESHOLD = 0.7
# A cue as sure as this has its content looked for in the tree and on the page, where the labels have none.
SURE = 0.75
# Of what the marks alone say. Of quotations with a dash and a name after them, 20 of 21 in PolNeAR's articles are
# annotated, source and content; of the turns of transcripts 21 of 25, and the other four lie in a content.
MARKED = 0.95
THINGS = frozenset({"NOUN", "PROPN", "PRON"})
# Labels less probable than this are as good as that.
LEAST = 1e-6
# At most this many candidates, and one in every so many words: prose has one in 25. More is a list of cues, no text.
ALWAYS, WORDS_PER_CANDIDATE = 32, 6


class AttributionFinder(Head):
    """Sets ``doc._.attributions``, in the order of the cues. Needs vectors, a parse (ClearNLP labels) and tags."""

    def __init__(self, vocab: Vocab, name: str = "factx_attribution") -> None:
        super().__init__(vocab, name)
        ensure("attributions", ())

    def ready(self) -> None:
        """Look the labels' hashes up once."""
        strings = self.vocab.strings
        self._deps = {strings.add(dep): n for n, dep in enumerate(self.label_sets["dep"], start=1)}
        self._tags = {strings.add(tag): n for n, tag in enumerate(self.label_sets["tag"], start=1)}
        self._network = Network(self.weights)

    def __call__(self, doc: Doc) -> Doc:
        """Find who says what, in time linear in the length of the Doc."""
        page = pages.turn(doc)
        chosen = [w for w in self.weigh(doc, page) if w.verdict is Verdict.REPORTED]
        found = settled(doc, page, [w.head for w in chosen], [w.roles for w in chosen if w.roles is not None])
        taken = occupied(page, found)
        found = begun(page, carried(page, found, taken), taken)
        quoting = Quoting(page)
        holders = parents([(spans.cue, spans.content) for spans in found])
        doc._.attributions = tuple(
            Attributed(
                source=spans.source,
                cue=spans.cue,
                content=spans.content,
                head=w.head,
                kind="speech" if w.speech >= 0.5 else "attitude",  # noqa: PLR2004  an even chance
                quote=quoting.of(spans.content, retold=parent is not None and retold(page, spans)),
                confidence=round(w.confidence, 3),
                parent=parent,
            )
            for w, spans, parent in zip(chosen, found, holders, strict=True)
        )
        return doc

    def weigh(self, doc: Doc, page: Page | None = None) -> list[Weighed]:
        """Every candidate of ``doc`` with what became of it."""
        check_vectors(doc, self.name)
        page = page or pages.turn(doc)
        words = columns.read(doc, page, self._deps, self._tags)
        if not len(words):
            return []
        network = self._network

        def vectors(numbers: NDArray[np.int64]) -> NDArray[np.float32]:
            return np.asarray(doc.tensor[words.at[numbers]], dtype=np.float32)

        odds = network.cues(vectors, words)
        heads = self._considered(doc, odds)
        speech = network.speech(vectors(np.array(heads, dtype=np.int64)))
        readings = network.roles(vectors, words, [context(words, head) for head in heads])
        by_cue, by_labels, base = self.weights["confidence"].tolist()
        weighed = []
        for reading, spoken in zip(readings, speech.tolist(), strict=True):
            cue = float(odds[reading.context.cue])
            score = base + by_cue * cue + by_labels * math.log(max(reading.probability, LEAST))
            sure = probability(score) >= SURE and spoken >= 0
            found = _told(doc, page, words, reading, sure=sure)
            candidate = Weighed(
                head=int(words.at[reading.context.cue]),
                cue=probability(cue),
                labels=reading.probability,
                speech=probability(spoken),
                confidence=probability(score),
                threshold=_threshold(doc, page, found, spoken),
                roles=found,
                verdict=Verdict.UNLIKELY,
            )
            weighed.append(candidate)
        return choose(doc, [*weighed, *map(_marked, [*signed(page), *turns(page), *_unread(doc, page, weighed)])])

    def _considered(self, doc: Doc, odds: NDArray[np.float32]) -> list[int]:
        """Words that may head a cue, in the order of the text; with a notice where there are too many."""
        likely = np.flatnonzero(odds >= math.log(CONSIDERED / (1 - CONSIDERED)))
        most = ALWAYS + len(odds) // WORDS_PER_CANDIDATE
        if len(likely) > most:
            message = f"{len(likely)} words look like cues; only the likeliest {most} were followed up"
            notice(doc, "too-many-cues", message)
            likely = np.sort(likely[np.argsort(-odds[likely], kind="stable")[:most]])
        found: list[int] = likely.tolist()
        return found


def _told(doc: Doc, page: Page, words: Words, reading: Reading, *, sure: bool) -> Roles | None:
    """The spans of a reading, with the right speaker; None where nothing is told. ``sure``: something is."""
    head = int(words.at[reading.context.cue])
    read = roles(page, words, reading) or (supplied(doc, page, head) if sure else None)
    if read is None:
        return None
    found = passed_on(doc[head])
    if found is not None:
        return corrected(doc, found, read)
    return None if seems(doc, head, read) else speaking(doc, head, within(doc, page, head, read))


def _unread(doc: Doc, page: Page, weighed: Sequence[Weighed]) -> Iterator[Roles]:
    """What is passed on and no reading has that would be reported."""
    likely = (w.roles for w in weighed if w.roles and w.confidence >= w.threshold)
    read = {i for found in likely for start, end in found.cue for i in range(start, end)}
    for passing in all_passed_on(doc, page.text.lower):
        yield from (found for found in plain(doc, passing) if found.cue[0][0] not in read)


def _threshold(doc: Doc, page: Page, found: Roles | None, spoken: float) -> float:
    """What the confidence of a reading must reach, by what kind of claim it would be."""
    if found is None:
        return THRESHOLD
    if quotes(page, found):
        return QUOTED_THRESHOLD
    thing = doc[slice(*found.content[0])].root.pos_ in THINGS
    if thing and not found.source:
        return NOBODYS_THRESHOLD
    return THING_THRESHOLD if thing and spoken < 0 else THRESHOLD


def _marked(found: Roles) -> Weighed:
    """What the marks say, without a reading."""
    return Weighed(
        head=found.cue[0][0],
        cue=MARKED,
        labels=MARKED,
        speech=1.0,
        confidence=MARKED,
        threshold=QUOTED_THRESHOLD,
        roles=found,
        verdict=Verdict.UNLIKELY,
    )


def probability(odds: float) -> float:
    """Of log-odds."""
    return 1 / (1 + math.exp(-odds)) if odds > 0 else math.exp(odds) / (1 + math.exp(odds))
