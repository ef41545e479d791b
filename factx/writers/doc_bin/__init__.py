"""spaCy's DocBin: documents that plain spaCy reads, with the spans of the record in ``doc.spans``.

The record itself, without its text, is ``doc.user_data["factx"]``. https://spacy.io/api/docbin
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import DocBin

from factx.annotate import MAX_LENGTH
from factx.record import to_dict
from factx.tokens import make_doc
from factx.writers.doc_bin.spans import groups
from factx.writers.doc_bin.words import cut
from factx.writers.formats import Format
from factx.writers.needed import text_of

if TYPE_CHECKING:
    from typing import BinaryIO

    from factx.record import Record

ATTRIBUTES = ("SENT_START", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID")  # what a record knows of its tokens


class SpacyDocs:
    """Keeps the documents until all are there: a DocBin has one table of strings, which stands in it once."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._nlp = spacy.blank("en")
        self._nlp.max_length = MAX_LENGTH
        self._bin = DocBin(ATTRIBUTES, store_user_data=True)

    def write(self, record: Record) -> None:
        """Add the document. Raises InputError for a record without its text."""
        text = text_of(record, Format.DOC_BIN)
        named = groups(record)
        places = [(one.start, one.end) for group in named.values() for one in group]
        doc = cut(make_doc(self._nlp, text), places, record.sentences)
        for name, group in named.items():
            doc.spans[name] = [one.of(doc) for one in group]
        doc.set_ents(spacy.util.filter_spans(doc.spans["entities"]))
        doc.user_data["factx"] = to_dict(replace(record, text=None))
        self._bin.add(doc)

    def close(self) -> None:
        """Write all of them."""
        self._stream.write(self._bin.to_bytes())
        self._stream.flush()
