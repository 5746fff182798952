"""Bare figures that go on counting what the sentence before counted: "We were 130 people then. Today we are 74."

A sentence may leave the unit out where the one before it named it; then "has", "there are" or "stands at" is enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.properties.measure import TAGS, Anchor, Property
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause

_REACH = 60  # tokens between the figure before and this one


class Measure(Struct):
    """What was counted last: the property, whose, of what scope, and where."""

    prop: Property
    subject: str
    type: str
    scope: str
    block: int
    last: int
    as_of: str = ""


def remember(sentence: Sentence, prop: Property, made: Draft, last: int) -> None:
    """Note what the claim counts, for the sentences after it."""
    scope = made.qualifiers.get("scope", "")
    block = id(sentence.passage.block)
    as_of = made.qualifiers.get("as_of", "")
    sentence.scene.measure = Measure(prop, made.subject, made.type, scope, block, last, as_of)


def open_measure(sentence: Sentence) -> Measure | None:
    """What the sentence can go on counting."""
    known = sentence.scene.measure
    if not isinstance(known, Measure) or known.block != id(sentence.passage.block):
        return None
    return known if sentence.first - known.last <= _REACH else None


def anchors(sentence: Sentence, known: Measure, taken: set[int]) -> Iterator[Anchor]:
    """The sentence's bare figures that somebody is said to have."""
    for clause in sentence.clauses:
        for phrase in [*clause.objects, *clause.phrases]:
            atom = phrase.head
            if atom.tag != TAGS[known.prop.value] or len(phrase.atoms) > 1 or id(atom) in taken:
                continue
            if atom.first < known.last:
                continue
            if atom.mention is not None and not _counted(phrase) and _goes_on(sentence, clause, phrase, known):
                yield Anchor(atom, phrase, clause, known.scope)


def whose(sentence: Sentence, anchor: Anchor, known: Measure) -> Referent | None:
    """Of whom the figure goes on: of whom the one before was, unless a pronoun means a body that the sentence names."""
    subject = anchor.clause.subject if anchor.clause is not None else None
    if subject is not None and subject.head.lower in ("it", "they"):
        bodies = [p for p in sentence.before(subject) if p.head.tag == "NAME"]
        found = sentence.resolve(subject, "organization") if bodies else None
        if found is not None:
            return found
    elif subject is not None and subject.head.tag == "NAME":
        return sentence.resolve(subject, "organization") or Referent(known.subject, known.type, 0.7)
    return Referent(known.subject, known.type, 0.7)


def _counted(phrase: Phrase) -> bool:
    """Whether the figure says itself what it counts: "60 of its cafés"."""
    return any(a.prep == "of" for a in phrase.attached)


_BARE = frozenset("have employ be number count total keep reach hit stand remain field".split())
_SUBJECTS = frozenset("it there we they that number figure total tally count headcount today".split())


def _goes_on(sentence: Sentence, clause: Clause, phrase: Phrase, known: Measure) -> bool:
    subject = clause.subject
    if clause.lemma not in _BARE or clause.verb.passive or subject is None or clause.relative:
        return False
    level = phrase.prep.split(" ")[-1] in ("", "at")
    if not level or (phrase in clause.objects and phrase is not clause.objects[0]):
        return False
    if subject.head.lower in _SUBJECTS:
        return True
    found = sentence.resolve(subject, "organization")
    if found is None or clause.lemma == "be":
        return False
    return found.name == known.subject or (clause.lemma in _HAVING and subject.head.tag == "NAME" and not known.scope)


_HAVING = frozenset(("have", "employ"))  # "Holm has 40; Tindra has nine": another's, if it is named
