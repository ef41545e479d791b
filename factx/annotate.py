"""The way of an article: load a pipeline, annotate, assemble the record. spaCy is imported when it is first needed."""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factx.checksums import APART
from factx.errors import GroundingError, PipelineError
from factx.language import language_notice
from factx.record import PipelineInfo, Record, ungrounded
from factx.tokens import make_doc

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from factx.article import Article

PACKAGED = "en_news"

# Hashing 24 MB takes 0.05 s of every start, so the packaged pipeline brings its hash along; a test compares.
HASH = "sha256"

# What factx adds to a spaCy pipeline, in this order, and what it needs of it. There, the encoder serves attribution
# alone.
RULES = ("factx_dates", "factx_quantities", "factx_attribution", "factx_clusters", "factx_sources", "factx_claims")
ADDED = ("factx_encoder", *RULES)
NEEDED = (("token.dep", "a dependency parser"), ("doc.ents", "an entity recogniser"))

# As many strings as this are remembered from article to article: those of a few hundred. To tokenize a word that is
# known takes a quarter of the time: over PolNeAR dev 2.3 µs with 24,000 strings, 3.5 with 14,000, 9.4 with none.
REMEMBERED = 24_000

# spaCy refuses longer texts than a million characters, for the sake of models that need the room; ours does not.
MAX_LENGTH = 2**31


def packaged() -> Path:
    """The folder of the pipeline that comes with factx."""
    return Path(__file__).parent / "models" / PACKAGED


def load(pipeline: str | None = None) -> Language:
    """The packaged pipeline, or any installed spaCy pipeline with a parser and entities, given factx's components.

    Raises PipelineError where there is none, or it lacks something.
    """
    import spacy  # noqa: PLC0415  a second, which commands that need no pipeline must not pay

    try:
        # The packaged tokenizer is spaCy's own for English, which is there already; reading it again costs 0.1 s.
        nlp = spacy.load(pipeline) if pipeline else spacy.load(packaged(), exclude=["tokenizer"])
        for place, name in enumerate(ADDED):
            if name not in nlp.pipe_names:
                later = (n for n in ADDED[place + 1 :] if n in nlp.pipe_names)
                component: Any = nlp.add_pipe(name, before=next(later, None))
                if (weights := packaged() / name).is_dir():
                    component.from_disk(weights)
    except Exception as error:  # a folder may be damaged in any way, and every library has errors of its own
        what = f"pipeline {pipeline!r}" if pipeline else "the packaged pipeline"
        message = f"{what} cannot be loaded: {next(iter(str(error).splitlines()), type(error).__name__)}"
        raise PipelineError(message) from error
    assigned = {a for name in nlp.pipe_names for a in nlp.get_pipe_meta(name).assigns}
    lacking = [what for attribute, what in NEEDED if attribute not in assigned]
    if lacking:
        message = f"pipeline {pipeline!r} has no {' and no '.join(w.partition(' ')[2] for w in lacking)}"
        raise PipelineError(message)
    nlp.max_length = MAX_LENGTH
    return nlp


@lru_cache(maxsize=4)
def pipeline_info(nlp: Language) -> PipelineInfo:
    """Name, version and a hash over the pipeline's files; the packaged one has its hash beside it."""
    name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
    stored = nlp.path / HASH if nlp.path else None
    digest = stored.read_text().strip() if stored and stored.exists() else files_hash(nlp.path)
    return PipelineInfo(name, nlp.meta["version"], digest)


def files_hash(folder: Path | None) -> str:
    """SHA-256 over names and contents of the files in ``folder``, sorted; without its README and the hashes."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")) if folder else ():
        if file.is_file() and file.name not in APART:
            digest.update(file.relative_to(folder or file).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def annotate(nlp: Language, article: Article) -> Record:
    """The record of one article. Raises GroundingError where a span would not be a verbatim slice of the text.

    What spaCy remembers of the article is forgotten with it once it remembers a lot, so that memory does not grow with
    their number.
    """
    from factx.parts import run  # noqa: PLC0415  imports spaCy

    zone = nlp.vocab.in_memory_zone  # type: ignore[attr-defined]  # spaCy's stubs are behind
    with nullcontext() if zone or len(nlp.vocab.strings) < REMEMBERED else nlp.memory_zone():
        doc = make_doc(nlp, article.text)
        doc._.published = article.published
        return grounded(assemble(run(nlp, doc), article, pipeline_info(nlp)))


def grounded(record: Record) -> Record:
    """The record itself. Raises GroundingError where a span of it is not a verbatim slice of its text."""
    if wrong := ungrounded(record):
        message = f"{len(wrong)} spans are not in the text; the first: {wrong[0]}"
        raise GroundingError(message)
    return record


def assemble(doc: Doc, article: Article, pipeline: PipelineInfo) -> Record:
    """A parsed and annotated Doc as a record."""
    from factx.entities import entities  # noqa: PLC0415  keeps this module free of spaCy's types at run time

    return Record(
        id=article.id,
        path=article.path,
        url=article.url,
        title=article.title,
        author=article.author,
        published=article.published,
        published_by=article.published_by,
        text=article.text,
        sentences=sentences(doc),
        entities=entities(doc),
        sources=doc._.sources,
        quantities=doc._.quantities,
        dates=doc._.dates,
        claims=doc._.claims,
        warnings=(*language_notice(doc), *(doc._.notices or ())),
        pipeline=pipeline,
    )


def sentences(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Offsets of the sentences, without the space around them."""
    from spacy.attrs import IDX, LENGTH  # noqa: PLC0415  as above

    from factx.pipeline.component import words  # noqa: PLC0415  as above

    at = words(doc)
    begins, lengths = doc.to_array([IDX, LENGTH])[at].T.tolist()
    found = []
    for sentence in doc.sents:
        first, after = at.searchsorted((sentence.start, sentence.end)).tolist()
        if first < after:
            found.append((begins[first], begins[after - 1] + lengths[after - 1]))
    return tuple(found)
