"""The packaged pipeline, as a spaCy user meets it."""

from __future__ import annotations

import gc
import json
from functools import _lru_cache_wrapper
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
import onnxruntime
import pytest
import spacy
from spacy.tokens import Doc, DocBin

from factx.annotate import REMEMBERED, RULES, annotate, files_hash, load, packaged, pipeline_info
from factx.article import Article
from factx.errors import PipelineError
from factx.pipeline.encoder import MODEL, TOKENIZER, session_options
from factx.pipeline.pieces import MEMORY, SHAPES, WordPieces

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

TEXT = (
    "Mayor Ada Lund said on Friday that the harbour would open again in two weeks. “We can’t wait any longer,” she "
    "told reporters in Bergen.\n\nThe city paid $3 million for the repairs."
)


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def test_spacy_loads_its_folder(doc: Doc) -> None:
    plain = spacy.load(packaged())(TEXT)
    assert [(t.text, t.tag_, t.dep_, t.head.i, t.lemma_) for t in plain] == [
        (t.text, t.tag_, t.dep_, t.head.i, t.lemma_) for t in doc
    ]


def test_sentences_end_where_a_reader_ends_them(doc: Doc) -> None:
    assert [s.text.strip()[:8] for s in doc.sents] == ["Mayor Ad", "“We can’", "The city"]


def test_tags_lemmas_and_dependencies_are_spacys(doc: Doc) -> None:
    said = next(t for t in doc if t.text == "said")
    assert (said.tag_, said.pos_, said.lemma_, said.dep_) == ("VBD", "VERB", "say", "ROOT")
    assert {c.dep_ for c in said.children} >= {"nsubj", "ccomp", "punct"}
    assert [c.text for c in doc.noun_chunks][:2] == ["Mayor Ada Lund", "Friday"]


def test_a_lemma_is_a_word(nlp: Language) -> None:
    doc = nlp("He denied that they carried copies.")
    assert [t.lemma_ for t in doc][1:6:2] == ["deny", "they", "copy"]


def test_entities_have_ontonotes_labels(doc: Doc) -> None:
    found = {(e.text, e.label_) for e in doc.ents}
    assert {("Ada Lund", "PERSON"), ("Friday", "DATE"), ("Bergen", "GPE"), ("$3 million", "MONEY")} <= found


def test_space_is_space(doc: Doc) -> None:
    space = next(t for t in doc if t.is_space)
    assert (space.tag_, space.pos_) == ("_SP", "SPACE")
    assert not space.is_sent_start


def test_the_same_text_gives_the_same_vectors_in_any_company(nlp: Language) -> None:
    alone = nlp(TEXT).tensor
    among = list(nlp.pipe(["A short text.", TEXT, "Another one. " * 90]))[1].tensor
    assert np.array_equal(alone, among)


def test_products_of_bytes_overflow_on_no_processor() -> None:
    """ONNX Runtime's slower product, which can't overflow, gives the same, on processors without VNNI as well."""
    ids, shapes = np.arange(1000, 1200)[None], np.arange(200)[None] % SHAPES
    found = []
    for exact in ("0", "1"):
        options = onnxruntime.SessionOptions()
        options.add_session_config_entry("session.x64quantprecision", exact)
        session = onnxruntime.InferenceSession(packaged() / "factx_encoder" / MODEL, options)
        found.append(session.run(None, {"pieces": ids, "shapes": shapes})[0])
    assert np.array_equal(*found)


def test_what_the_encoder_adds_and_normalises_runs_as_two_fast_operators(tmp_path: Path) -> None:
    """It hangs on the name of an optimiser of ONNX Runtime, which would be ignored if it changed."""
    options = session_options(threads=1)
    options.enable_profiling = True
    options.profile_file_prefix = str(tmp_path / "profile")
    session = onnxruntime.InferenceSession(packaged() / "factx_encoder" / MODEL, options)
    session.run(None, {"pieces": np.arange(1000, 1020)[None], "shapes": np.zeros((1, 20), dtype=np.int64)})
    events = json.loads(Path(session.end_profiling()).read_text(encoding="utf-8"))
    operators = {event["args"].get("op_name") for event in events if "args" in event}
    assert {"DynamicQuantizeMatMul", "MultiHeadAttention", "Gelu", "LayerNormalization"} <= operators
    assert "SkipLayerNormalization" not in operators


def test_lemmas_outlive_a_memory_zone() -> None:
    pipeline = spacy.load(packaged())
    text = "The flurgles denied it."
    for _ in range(2):
        with pipeline.memory_zone():
            assert [t.lemma_ for t in pipeline(text)][1:3] == ["flurgle", "deny"]


def test_lemmas_outlive_the_zone_in_which_the_text_had_them_as_words() -> None:
    pipeline = spacy.load(packaged())
    for text in ("They constructed what he would construct.", "They constructed it."):
        with pipeline.memory_zone():
            assert pipeline(text)[1].lemma_ == "construct"


def test_a_single_component_can_be_taken(nlp: Language) -> None:
    mine = spacy.blank("en")
    mine.add_pipe("factx_encoder", source=nlp)
    mine.add_pipe("factx_tagger", source=nlp)
    assert [t.tag_ for t in mine("Prices rose.")] == ["NNS", "VBD", "."]


def test_a_head_without_an_encoder_says_what_is_missing(nlp: Language) -> None:
    mine = spacy.blank("en")
    mine.add_pipe("factx_tagger", source=nlp)
    with pytest.raises(PipelineError, match="factx_encoder before it"):
        mine("Prices rose.")


def test_docs_go_through_a_docbin(nlp: Language, doc: Doc) -> None:
    stored = DocBin(attrs=["TAG", "POS", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"], docs=[doc]).to_bytes()
    again = next(iter(DocBin().from_bytes(stored).get_docs(nlp.vocab)))
    assert [t.dep_ for t in again] == [t.dep_ for t in doc]


def test_the_pipeline_goes_through_bytes_and_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "again")
    again = spacy.load(tmp_path / "again")
    assert [t.dep_ for t in again(TEXT)] == [t.dep_ for t in nlp(TEXT)]
    assert again.from_bytes(nlp.to_bytes())("Prices rose.")[1].tag_ == "VBD"


def test_a_text_without_an_end_is_cut_into_sentences(nlp: Language) -> None:
    doc = nlp("word and " * 2000)
    assert max(len(s) for s in doc.sents) <= 301


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(PipelineError, match="no_such_pipeline"):
        load("no_such_pipeline")


def test_a_pipeline_that_lacks_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match="no dependency parser and no entity recogniser"):
        load(str(tmp_path / "blank"))


def test_the_packaged_tokenizer_is_spacys_own() -> None:
    pipelines = (spacy.load(packaged()), spacy.blank("en"))
    stored, own = (cast("Tokenizer", nlp.tokenizer).to_bytes(exclude=["vocab"]) for nlp in pipelines)
    assert stored == own


def test_the_hash_beside_the_pipeline_is_right(nlp: Language) -> None:
    assert pipeline_info(nlp).sha256 == files_hash(packaged())


def test_another_pipeline_is_given_what_it_lacks(nlp: Language, tmp_path: Path) -> None:
    other = spacy.load(packaged(), exclude=[n for n in nlp.pipe_names if n in RULES])
    other.rename_pipe("factx_encoder", "vectors_of_its_own")
    other.to_disk(tmp_path / "other")
    loaded = load(str(tmp_path / "other"))
    assert {"factx_encoder", *RULES} <= set(loaded.pipe_names)
    found = loaded(TEXT)._.attributions
    assert [a.confidence for a in found] == [a.confidence for a in nlp(TEXT)._.attributions] != []


@pytest.mark.parametrize("mark", ["”", '"', "''"])
def test_a_sentence_goes_on_after_a_quotation_with_a_comma(nlp: Language, mark: str) -> None:
    opening = {"”": "“"}.get(mark, mark)
    doc = nlp(f"{opening}I would,{mark} Melanie said to the reporters. {opening}It is over,{mark} Lee said.")
    assert [s.text.strip().split()[-1] for s in doc.sents] == ["reporters.", "said."]


@pytest.mark.usefixtures("nlp")  # whose components register what a record is made of
def test_the_vocabulary_grows_up_to_a_bound() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    words = iter(range(10**9))
    sizes = []
    for _ in range(4):
        text = " ".join(f"Qx{next(words)} fell." for _ in range(REMEMBERED // 3))
        annotate(pipeline, Article(text=text, id="x"))
        sizes.append(len(pipeline.vocab.strings))
    assert sizes[0] < sizes[1] == sizes[2] == sizes[3]


def test_no_memory_without_a_bound_grows_with_the_words(nlp: Language) -> None:
    def sizes() -> dict[str, int]:
        caches = (one for one in gc.get_objects() if type(one) is _lru_cache_wrapper)
        own = (one for one in caches if one.__module__.startswith("factx.") and one.cache_info().maxsize is None)
        return {f"{one.__module__}.{one.__qualname__}": one.cache_info().currsize for one in own}

    def said(letters: str) -> Article:
        pattern = "Mr {0}, the {1}er of {0}mber, said {1}ly that five {1}s {1}ed."
        words = ("".join(some) for some in product(letters, repeat=4))
        return Article(" ".join(pattern.format(word.title(), word) for word in words), "x")

    annotate(nlp, said("bdk"))
    before = sizes()
    annotate(nlp, said("glm"))  # 81 words of each kind; what is looked up by the name of a list has far fewer
    grown = {name: size - before.get(name, 0) for name, size in sizes().items()}
    assert grown
    assert max(grown.values()) < 20


def test_the_pieces_that_are_kept_have_a_bound() -> None:
    pieces = WordPieces.from_file(str(packaged() / "factx_encoder" / TOKENIZER))
    for start in range(0, 3 * MEMORY, MEMORY // 4):
        pieces([f"q{n}" for n in range(start, start + MEMORY // 4)])
        assert len(pieces.known) <= MEMORY + MEMORY // 4
