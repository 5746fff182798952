"""Whose an amount is."""

from __future__ import annotations

from checker.claims.discourse import sorts
from checker.claims.discourse.references import owner_of
from checker.claims.discourse.scene import Referent, named
from checker.claims.properties.holders.clauses import by_clause
from checker.claims.properties.holders.complements import held
from checker.claims.properties.holders.others import other_subject
from checker.claims.properties.holders.parts import owned_part
from checker.claims.properties.measure import Anchor, Property
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Mark, Phrase


def subject(sentence: Sentence, prop: Property, anchor: Anchor) -> Referent | None:
    """Whose the amount is; None where the sentence leaves it open. An event has no revenue: what it makes, its host
    gets."""
    found = _subject(sentence, prop, anchor)
    event = found is not None and prop.attribute in _OF_BODIES and sorts.is_event(found.name)
    return None if event else found


_OF_BODIES = frozenset(("revenue", "valuation", "total_raised"))


def _subject(sentence: Sentence, prop: Property, anchor: Anchor) -> Referent | None:
    if prop.subject != "organization":
        return other_subject(sentence, prop, anchor)
    if anchor.holder is not None:
        return held(sentence, anchor, anchor.holder)
    phrase = anchor.phrase
    owner = owner_of(phrase, sentence.scene, sentence.before(phrase))
    if phrase.owner is not None or phrase.poss in ("its", "their", "our"):
        return owner or owned_part(sentence, phrase, anchor)
    if phrase.poss in ("his", "her", "my"):
        return None
    said = _attached(sentence, anchor)
    if said is not None:
        return said if isinstance(said, Referent) else None
    return _named_in(phrase) or _described(sentence, phrase) or by_clause(sentence, prop, anchor)


def _described(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "X bought Y, a start-up with a clever method and a staff of 35": of whom the apposition describes."""
    here = phrase.start < len(sentence.chunks) and sentence.chunks[phrase.start] is phrase  # and not in a bracket
    j = phrase.start - 1 if here else -1
    while j >= 0 and (
        isinstance(item := sentence.chunks[j], Phrase) or (isinstance(item, Mark) and item.tag == "CONJ")
    ):
        if isinstance(item, Phrase) and item.apposed_to is not None and item.head.tag == "NOUN":
            name = item.apposed_to
            return sentence.resolve(name, "organization") if name.head.tag == "NAME" and phrase.det == "a" else None
        j -= 1
    return None


def _attached(sentence: Sentence, anchor: Anchor) -> Referent | bool | None:
    """The organization behind "of", "at" or "for"; False where a name stands there that is none."""
    for attached in anchor.phrase.attached:
        if attached.prep in ("of", "at", "for") and attached is not anchor.amount:
            found = sentence.resolve(attached, "organization")
            if found is not None:
                return found
            if attached.head.tag == "NAME" and attached.prep in ("of", "at"):
                return False
    return None


def _named_in(phrase: Phrase) -> Referent | None:
    """ "Acme revenue": the name in the phrase itself."""
    for atom in phrase.atoms[:-1]:
        if atom.tag == "NAME" and named(atom, "organization") and atom.name and atom.name.kind == "organization":
            return Referent(atom.name.full or atom.name.text, "organization", 0.9)
    return None
