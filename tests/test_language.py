"""A text that is not English is annotated all the same, and a warning says so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from factx.annotate import annotate
from factx.article import Article
from factx.language import LANGUAGES

if TYPE_CHECKING:
    from spacy.language import Language

FOREIGN = {
    "German": "Die Regierung hat am Freitag beschlossen, die Brücke zu sperren, weil sie nach einem Gutachten nicht "
    "mehr sicher ist. Der Minister sagte, dass die Arbeiten im Sommer beginnen und zwei Jahre dauern "
    "werden.",
    "French": "Le gouvernement a décidé vendredi de fermer le pont, qui selon un rapport n'est plus sûr. Le "
    "ministre a déclaré que les travaux commenceraient cet été et dureraient deux ans, sans donner de "
    "chiffres.",
    "Spanish": "El gobierno decidió el viernes cerrar el puente, que según un informe ya no es seguro. El ministro "
    "dijo que las obras empezarán en verano y durarán dos años, pero no dio cifras a los periodistas.",
    "Dutch": "De regering heeft vrijdag besloten de brug te sluiten, omdat die volgens een rapport niet meer "
    "veilig is. De minister zei dat het werk in de zomer begint en twee jaar zal duren, maar noemde geen "
    "bedragen.",
}
SHORT = {
    "German": "BERLIN - Die Zahl der Toten ist nach Angaben der Behörden auf 12 gestiegen, sagte Minister Lauterbach.",
    "French": "Le président Emmanuel Macron a annoncé lundi que la France enverra des troupes, selon Le Monde.",
    "Spanish": "El ministro dijo el viernes que el gobierno invertirá 500 millones de euros en la zona.",
    "Italian": "Il ministro ha detto venerdì che il governo investirà 500 milioni di euro nella zona colpita.",
    "Polish": "Minister powiedział w piątek, że rząd nie ma pieniędzy i że nie wie, kiedy zainwestuje w regionie.",
    "Russian": "Министр заявил в пятницу, что правительство выделит 500 миллионов евро региону.",
    "Chinese": "部长周五表示，政府将向受灾地区拨款五亿欧元。他在北京对记者说，我们不会放弃任何人。",
}
TITLES = (
    "Stealth Over Health: Hillary Clinton Headed To Hospital Aide Says\nFire Crews Battle Blaze Near Athens Suburb\n"
    "Oil Prices Climb After OPEC Cuts Output Again\nDutch Coalition Talks Collapse Amid Migration Row"
)
NAMES = (
    "Ursula von der Leyen, Charles de Gaulle, Vincent van Gogh, Oscar de la Hoya, Leonardo da Vinci, Ada Lund, "
    "Manuel Valls, Luis de Guindos, Geert Wilders, Dick Schoof"
)
ENGLISH = (
    "The government decided on Friday to close the bridge, which according to a report is no longer safe. The minister "
    "said that work would begin in summer and take two years, but gave no figures."
)


def codes(nlp: Language, text: str) -> list[str]:
    """Codes of the record's warnings."""
    return [w.code for w in annotate(nlp, Article(text=text, id="x", published="2024-01-01")).warnings]


@pytest.mark.parametrize("language", SHORT)
def test_of_another_language_a_sentence_is_enough(nlp: Language, language: str) -> None:
    assert "not-english" in codes(nlp, SHORT[language])


@pytest.mark.parametrize("text", [TITLES, NAMES, NAMES * 3, TITLES.splitlines()[0]])
def test_titles_and_names_are_of_no_language(nlp: Language, text: str) -> None:
    assert "not-english" not in codes(nlp, text)


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_warned_of(nlp: Language, language: str) -> None:
    assert "not-english" in codes(nlp, FOREIGN[language])


def test_of_a_language_nothing_is_loaded_but_its_words(nlp: Language) -> None:
    codes(nlp, SHORT["Polish"])
    assert not {f"spacy.lang.{one}" for one in LANGUAGES} & set(sys.modules)


def test_english_is_not(nlp: Language) -> None:
    assert "not-english" not in codes(nlp, ENGLISH)


def test_a_short_text_is_not_judged(nlp: Language) -> None:
    assert codes(nlp, "Oslo Bergen Trondheim") == []
