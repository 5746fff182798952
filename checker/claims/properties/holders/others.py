"""Holders that are no organization: people, works, things of a pack's own type."""

from __future__ import annotations

from checker.claims.discourse.references import pronoun
from checker.claims.discourse.scene import Referent
from checker.claims.properties.measure import Anchor, Property
from checker.claims.sentence import Sentence
from checker.claims.things import own


def other_subject(sentence: Sentence, prop: Property, anchor: Anchor) -> Referent | None:
    clause, phrase = anchor.clause, anchor.phrase
    if prop.subject == "person":
        if phrase.owner is not None:
            return sentence.resolve(phrase.owner, "person")
        if phrase.poss:
            return pronoun(phrase.poss, "person", sentence.scene, sentence.before(phrase))
        led = clause is not None and clause.subject is not None and clause.subject is not phrase
        return sentence.resolve(clause.subject, "person") if led and clause and clause.subject else None
    if own.is_own(prop.subject):
        return _own_subject(sentence, prop, anchor)
    from checker.claims.things import current, thing

    if any(atom.lower in _YEARLY for atom in phrase.atoms):
        return None  # a body's budget is no work's cost
    candidates = [*([phrase.owner] if phrase.owner is not None else []), *phrase.attached]
    if clause is not None and phrase.prep == "at":
        candidates += clause.objects[:1]  # "switched on the wind farm at a cost of €3m"
    if clause is not None and clause.subject is not None:
        candidates.append(clause.subject)
    found = next((found for found in (thing(sentence, c) for c in candidates) if found is not None), None)
    bare = phrase.det in ("the", "") and not phrase.poss and phrase.owner is None
    return found or (current(sentence) if bare else None)


_YEARLY = frozenset("annual yearly operating running monthly".split())


def _own_subject(sentence: Sentence, prop: Property, anchor: Anchor) -> Referent | None:
    """The thing of a pack's own type: the owner of the noun, what "of" gives, the clause's subject, the talk's."""
    owner, clause = anchor.phrase.owner, anchor.clause
    if owner is None and anchor.phrase.poss == "its":
        return own.talked_of(sentence.scene, prop.subject)
    behind = [p for p in anchor.phrase.attached if p is not anchor.amount and p.prep in ("of", "for", "at", "in")]
    said = [clause.subject] if clause is not None and clause.subject is not None else []
    for candidate in (*([owner] if owner is not None else []), *behind, *said):
        found = own.own(sentence, candidate, prop.subject) if candidate is not anchor.phrase else None
        if found is not None:
            return found
    return own.talked_of(sentence.scene, prop.subject) if anchor.phrase in said else None
