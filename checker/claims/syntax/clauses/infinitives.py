"""The subject of an infinitive, and what it takes over from the verb above it."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Phrase
from checker.claims.syntax.clauses.clause import Clause
from checker.claims.syntax.clauses.steps import root_of


def infinitive_subject(clause: Clause, previous: Clause | None, chunks: list[Chunk], place: int) -> None:
    """ "is expected to join": the infinitive takes the verb above, its subject, its time and its doubts."""
    if previous is None:
        _headline(clause, chunks, place)
        return
    verb, above = clause.verb, previous.verb
    clause.parent = previous
    between = [item for item in chunks[above.start + 1 : place] if isinstance(item, Phrase)]
    objects = [item for item in between if not item.prep and item.head.tag != "DATE"]
    asked = bool(objects) and not above.passive and above.lemma in _ASKING
    clause.subject = next((p for p in objects if p.apposed_to is None), objects[0]) if asked else previous.subject
    verb.raised = [*above.raised, above.lemma, *("plan" for item in objects if item.head.lower in _PLANS)]
    if above.lemma == "be" and any(atom.lower in _ORDINAL for item in objects[:1] for atom in item.atoms):
        verb.raised = above.raised  # "was the first woman to lead the board": and did
    if above.lemma in _COMING or (clause.lemma in _MAKING and above.lemma not in _WISHES):
        clause.dates += [p for p in between if any(a.tag == "DATE" for a in p.atoms)]
    verb.tense, verb.modal, verb.negated = above.tense, above.modal, verb.negated or above.negated
    clause.subjunct = previous.subjunct


_ASKING = frozenset(
    "appoint hire name ask want allow tell invite expect help elect choose tap recruit promote".split()
)  # verbs with an infinitive that their object does
_COMING = frozenset("come go return leave move".split())  # "came in 2019 to lead X": on the same day
_MAKING = frozenset("form create become found establish".split())


def _headline(clause: Clause, chunks: list[Chunk], place: int) -> None:
    """A headline's future: "A to buy B"; and "approval for A to lead"."""
    nominal = ("NAME", "NOUN", "TITLE")
    before = [p for p in chunks[:place] if isinstance(p, Phrase) and not p.prep and p.head.tag in nominal]
    clause.subject = root_of(before[-1]) if before else None
    last = chunks[place - 1]
    if isinstance(last, Phrase) and last.prep == "for" and last.head.tag == "NAME":
        clause.subject = last
    clause.verb.raised = ["be"]


_ORDINAL = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth only last youngest oldest".split()
)


_PLANS = frozenset("plan plans intention intentions proposal proposals ambition hopes bid".split())


_WISHES = frozenset("plan want hope expect intend aim agree seek decide propose vote".split())
