"""What a word is by itself, before what stands around it is looked at."""

from __future__ import annotations

from functools import lru_cache

from checker.claims.syntax.atoms.atom import CLOSING, OPENING, Atom
from checker.claims.syntax.atoms.closed import closed_class
from checker.claims.syntax.atoms.endings import base_form, by_ending
from checker.packs.vocabulary import vocabulary

_ED_NOUNS = frozenset("hundred kindred hatred sacred naked wicked rugged ragged aged beloved moped".split())


_MARKS = {
    ",": "COMMA",
    ".": "STOP",
    "!": "STOP",
    "?": "STOP",
    "…": "STOP",
    ":": "COLON",
    ";": "SEMI",
    "(": "OPEN",
    ")": "CLOSE",
    "[": "OPEN",
    "]": "CLOSE",
    "–": "DASH",
    "—": "DASH",
    "-": "DASH",
    "--": "DASH",
    "·": "SEMI",
    "•": "SEMI",
    "|": "SEMI",
    "/": "SLASH",
}


def word_atom(text: str, lower: str, i: int) -> Atom:
    known = _lexical(text, lower)
    return Atom(known.tag, known.lower, i, i + 1, known.lemma, known.tenses)


@lru_cache(maxsize=1 << 14)
def _lexical(text: str, lower: str) -> Atom:
    """What a word is, as far as it says so itself."""
    i, words = 0, vocabulary()
    if text in _MARKS:
        return Atom(_MARKS[text], text, i, i + 1)
    if text in ("'", "’"):
        return Atom("APOS", "'", i, i + 1)
    if text in OPENING or text in CLOSING or text == "‘":
        return Atom("QUOTE", text, i, i + 1)
    form = words.verbs.get(lower)
    tag = closed_class(lower, words)
    if tag is None and lower in _BE_CLITICS:
        tag = "APOS"
    if tag is None and lower.rstrip(".") in words.words["honorifics"] and text[0].isupper():
        tag = "HON"
    if tag is None:
        tag = (
            "VERB"
            if form is not None
            else "ADJ"
            if lower in words.words["adjectives"] or lower in _STATUS_ADJECTIVES
            else "NOUN"
            if any(lower in words.words[name] for name in _NOUN_LISTS)
            else by_ending(lower)
        )
    if (
        tag == "NOUN"
        and form is None
        and lower.endswith("ed")
        and not lower.endswith("eed")
        and len(lower) > 5
        and lower.isalpha()
        and text[0].islower()
        and lower not in _ED_NOUNS
    ):
        return Atom("VERB", lower, i, i + 1, base_form(lower, words), frozenset(("past", "part")))
    if (
        tag == "NOUN"
        and text[0].isupper()
        and not text.isupper()
        and (lower in words.words["organization_nouns"] or lower in words.words["organization_descriptors"])
    ):
        return Atom(tag, lower, i, i + 1, "issuer")
    if tag in ("VERB", "APOS") and form is not None:
        return Atom(tag, lower, i, i + 1, form.lemma, form.tenses)
    return Atom(tag, lower, i, i + 1)


_BE_CLITICS = frozenset(("'s", "'"))


_STATUS_ADJECTIVES = frozenset(
    "former then ex previous outgoing incoming acting interim retired founding ousted departed designate".split()
)


_NOUN_LISTS = ("organization_descriptors", "person_descriptors", "product_nouns", "project_nouns", "event_nouns")
