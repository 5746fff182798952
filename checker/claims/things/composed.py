"""Unnamed works by their place, their owner or their own words: "the plant at Kilbracken"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.discourse.scene import Referent
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.things.nouns import noun_lists


def composed(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """An unnamed work by its place: "the plant at Kilbracken", "its Kilbracken plant", "the wing of the museum"."""
    head = phrase.head
    if head.tag == "NOUN" and head.lower in _PLANTS and phrase.det == "the" and (plant := _plant(phrase)):
        return note(sentence, Referent(plant, "project", 0.75))
    if head.tag != "NOUN" or head.lower not in noun_lists()["project_nouns"] or _what_it_is(sentence, phrase):
        return None
    for name, sure in _places(phrase):
        return note(sentence, Referent(f"{name} {head.lower}", "project", sure))
    return None


_PLANTS = frozenset("works scheme facility".split())


def _plant(phrase: Phrase) -> str:
    """ "The Sallow treatment works": a name, what is done there, and the noun; "" where it is nothing so made."""
    first = phrase.atoms[0]
    if first.tag != "NAME" or first.name is None or first.name.kind not in ("", "place") or len(phrase.atoms) != 3:
        return ""
    kind = phrase.atoms[1]
    return f"{first.name.text} {kind.lower} {phrase.head.lower}" if kind.tag == "NOUN" else ""


def _what_it_is(sentence: Sentence, phrase: Phrase) -> bool:
    """ "The Corrigan Bridge is a steel bridge in Northbury": what has a name of its own."""
    if phrase.det not in ("a", "an"):
        return False
    said = (c.subject for c in sentence.clauses if c.lemma in ("be", "remain") and phrase in c.objects)
    return any(subject is not None and subject.head.tag == "NAME" for subject in said)


def _places(phrase: Phrase) -> Iterator[tuple[str, float]]:
    for attached in phrase.attached:
        name = attached.head.name
        if name is not None and attached.prep == "of" and name.kind in ("organization", "place"):
            yield name.text, 0.8
        if name is not None and attached.prep in ("in", "at", "near") and name.kind in ("place", ""):
            yield name.text, 0.85
    before = [a for a in phrase.atoms[:-1] if a.tag == "NAME" and a.name is not None and a.name.kind in ("place", "")]
    if before and before[-1].name is not None:
        yield before[-1].name.text, 0.85


def owned(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """ "Natron Vale's plant": a work that goes by its owner."""
    owner = phrase.owner.head.name if phrase.owner is not None else None
    if owner is None or owner.kind != "organization" or phrase.head.lower not in noun_lists()["project_nouns"]:
        return None
    return note(sentence, Referent(f"{owner.full or owner.text}'s {phrase.head.lower}", "project", 0.7))


def unnamed(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """ "the tramway extension": a work without a name goes by its words."""
    head = phrase.head
    own = [a for a in phrase.atoms[:-1] if a.tag == "NOUN"]
    if kind != "project" or head.lower not in noun_lists()["project_nouns"] or not own or len(phrase.atoms) > 4:
        return None
    if not (phrase.det or phrase.poss) or any(a.tag not in ("NOUN", "ADJ", "MONEY") for a in phrase.atoms):
        return None
    return Referent(sentence.passage.text(own[0].first, head.last), "project", 0.6)


def note(sentence: Sentence, found: Referent) -> Referent:
    sentence.scene.mention(found.name, found.kind)
    sentence.scene.kinds[found.name] = found.kind
    return found
