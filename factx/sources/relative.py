"""Whom a relative pronoun stands for: "the police, who said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.sources.kinds import kind_of
from factx.sources.mention import PLURAL_TAGS, PREMODIFIERS, mention_of, phrase, verb_tags

if TYPE_CHECKING:
    from spacy.tokens import Token

    from factx.sources.mention import Mention

# What nobody says.
MEASURES = frozenset({"DATE", "TIME", "QUANTITY", "MONEY", "PERCENT", "CARDINAL"})

# What the verb's tag is not, for a noun in singular (False) and in plural.
WRONG_NUMBER = {False: "VBP", True: "VBZ"}

# Whom "who" can stand for.
SOMEBODY = ("person", "group", "anonymous")

# How the clause of a question hangs on the verb or preposition before it: "asked who it was", "about who it was".
QUESTIONS = frozenset({"ccomp", "pcomp"})


def antecedent(mention: Mention) -> Mention:
    """What a relative pronoun stands for: the noun that its clause hangs on, or the word before it.

    "Who" is somebody: in "the rise of Ann Lee, who said" she, in "Lee is a writer who said" she too. Anything but a
    relative pronoun is itself.
    """
    pronoun = mention.head
    if not mention.pronoun or pronoun.tag_ not in ("WDT", "WP") or asks(pronoun):
        return mention
    clause = [verb.head for verb in pronoun.ancestors if verb.dep_ == "relcl"][:1]
    meant = [mention_of(noun.doc, (phrase(subject_of(noun)),)) for noun in clause + before(pronoun)]
    somebody = pronoun.tag_ == "WP"
    fitting = (m for m in meant if (kind_of(m) in SOMEBODY) == somebody)
    return meant[0] if clause and not somebody else next(fitting, meant[0] if clause else mention)


def asks(pronoun: Token) -> bool:
    """Whether "who" is a question's: "Who said it?", "she wants to know who said it". It stands for nobody."""
    if pronoun.text not in ("who", "Who") or pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    place = pronoun.i - 1
    while place >= pronoun.sent.start and (pronoun.doc[place].is_quote or pronoun.doc[place].is_space):
        place -= 1
    if place < pronoun.sent.start or pronoun.doc[place].text == ":":
        return True
    before = pronoun.doc[place]
    if before.dep_ == "cc" and pronoun.head.dep_ == "conj":  # "who had it and who took it"
        return any(asks(t) for t in pronoun.doc[pronoun.sent.start : place])
    return before == pronoun.head.head and pronoun.head.dep_ in QUESTIONS


def before(pronoun: Token) -> list[Token]:
    """The noun right before a relative pronoun, over a comma or a date, and those that it hangs on by prepositions.

    What does not agree in number with the verb is left out.
    """
    place = pronoun.i - 1
    while place > pronoun.sent.start and (pronoun.doc[place].text == "," or pronoun.doc[place].ent_type_ in MEASURES):
        place -= 1
    token, found = pronoun.doc[max(place, 0)], []
    while token.sent == pronoun.sent and token.pos_ in ("NOUN", "PROPN"):
        if WRONG_NUMBER[token.tag_ in PLURAL_TAGS] not in verb_tags(pronoun):
            found.append(token)
        token = token.head.head if token.dep_ == "pobj" else token.head if token.dep_ in PREMODIFIERS else pronoun
    return found


def subject_of(noun: Token) -> Token:
    """The person of whom the noun only says what they are: "Lee" in "Lee is a writer". Any other noun is itself."""
    said = noun
    while said.dep_ == "conj":
        said = said.head
    verb = said.head
    if said.dep_ != "attr" or verb.lemma_ != "be":
        return noun
    subjects = [t for t in verb.children if t.dep_ == "nsubj"]
    while not subjects and verb.dep_ == "conj":
        verb = verb.head
        subjects = [t for t in verb.children if t.dep_ == "nsubj"]
    return next((t for t in subjects if t.ent_type_ == "PERSON" or t.lower_ in ("he", "she")), noun)
