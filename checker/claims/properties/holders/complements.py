"""Holders behind a verb or a preposition: "1,900 people work at X", "a lender with 3,000 employees"."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent, named
from checker.claims.properties import served
from checker.claims.properties.holders.parts import owner_of_part
from checker.claims.properties.measure import Anchor
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause


def held(sentence: Sentence, anchor: Anchor, holder: Phrase) -> Referent | None:
    """The organization that a holder is or, of a department, belongs to."""
    return owner_of_part(sentence, holder, anchor) or sentence.resolve(holder, "organization")


def beside_with(sentence: Sentence, anchor: Anchor) -> Referent | None:
    """ "a lender with 3,000 employees", "Acme, with 40 staff,": a name or a noun in apposition to one."""
    holder = holder_of(sentence, anchor.phrase) if anchor.phrase.prep == "with" and anchor.phrase.start else None
    if holder is None or not (holder.apposed_to is not None or holder.head.tag == "NAME" or holder.owner is not None):
        return None
    return held(sentence, anchor, holder.apposed_to or holder)


def of_verb(sentence: Sentence, clause: Clause) -> Referent | None:
    """ "1,900 people work at X", "3 million people use X": the count is the subject, its holder the complement."""
    for phrase in [*(p for p in clause.phrases if p.prep in ("for", "at", "by", "on", "in", "to")), *clause.objects]:
        found = sentence.resolve(phrase, "organization")
        if found is not None:
            return found
        if phrase.head.tag == "NOUN":
            name = next((a for a in phrase.atoms[:-1] if a.tag == "NAME" and named(a, "organization")), None)
            if name is not None and name.name is not None:
                return Referent(name.name.full or name.name.text, "organization", 0.8)
    used = (served.of(sentence, phrase) for phrase in clause.objects if clause.verb.lemma in _USED)
    return next((found for found in used if found is not None), None)


_USED = frozenset("use visit ride".split())


def holder_of(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """What "with 40 staff" hangs on, past a place in between."""
    j = phrase.start - 1
    while j >= 0 and isinstance(item := sentence.chunks[j], Phrase):
        if not (item.prep in ("in", "at", "of", "for") and j > 0 and isinstance(sentence.chunks[j - 1], Phrase)):
            return item
        j -= 1
    return None


def persons_firm(sentence: Sentence, clause: Clause) -> Referent | None:
    """ "Ines, who employs 12 people at her bakery, Pão Alto": the firm that the clause names."""
    places = [*clause.phrases, *(a for p in clause.objects for a in p.attached)]
    for phrase in places:
        if phrase.prep in ("at", "in", "for", "through") and phrase.head.tag in ("NAME", "NOUN"):
            for member in (phrase, *phrase.appositions):
                if member.head.tag == "NAME" and (found := sentence.resolve(member, "organization")) is not None:
                    return found
    return None
