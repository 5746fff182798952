"""Departments and rooms: whose they are, with the part for a scope."""

from __future__ import annotations

from checker.claims.discourse.references import owner_of
from checker.claims.discourse.scene import Referent
from checker.claims.properties.holders.talk import talked_about
from checker.claims.properties.measure import Anchor
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase

_PARTS = frozenset(
    (
        "department division team unit desk newsroom office branch arm lab laboratory workshop plant factory site wing "
        "section crew faculty directorate subsidiary workforce staff kitchen studio depot yard warehouse mill brewery "
        "wing centre center hub operation business side service"
    ).split()
)


def owner_of_part(sentence: Sentence, phrase: Phrase, anchor: Anchor) -> Referent | None:
    """ "Its engineering department numbers 140": the department's organization, with the department for a scope."""
    if phrase.head.tag != "NOUN" or phrase.head.lower not in _PARTS or not (words := phrase.atoms[:-1]):
        return None
    if any(a.tag in ("NAME", "QTY") for a in words):
        return None
    called = next((p for p in phrase.appositions if p.head.is_a("organization")), None)
    if called is not None:
        return sentence.resolve(called, "organization")  # "its research arm, Anvil Labs, employs 185"
    return owned_part(sentence, phrase, anchor)


def place_of_work(sentence: Sentence, phrase: Phrase, anchor: Anchor) -> Referent | None:
    """ "The office has 41 people in it": of whoever is talked of, in that part."""
    alone = phrase.det == "the" and len(phrase.atoms) == 1 and phrase.head.lower in _ROOMS
    owner = talked_about(sentence) if alone else None
    anchor.scope = anchor.scope or (phrase.head.lower if owner is not None else "")
    return owner


_ROOMS = frozenset(
    "office kitchen workshop warehouse newsroom canteen laundry bakery cellar backroom back-office".split()
)


def owned_part(sentence: Sentence, phrase: Phrase, anchor: Anchor) -> Referent | None:
    owner = owner_of(phrase, sentence.scene, sentence.before(phrase))
    if owner is None:
        within = next((a for a in phrase.attached if a.prep in ("of", "at")), None)
        owner = sentence.resolve(within, "organization") if within is not None else None
    if owner is None and phrase.det == "the":
        owner = talked_about(sentence)
    if owner is not None and phrase.head.lower in _PARTS and not anchor.scope:
        anchor.scope = sentence.passage.text(phrase.atoms[0].first, phrase.atoms[-1].last)
    return owner
