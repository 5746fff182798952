"""Subjects behind their verb: "On 11 November died A", "Next to her is A"."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Phrase
from checker.claims.syntax.clauses.clause import Clause
from checker.claims.syntax.clauses.steps import is_mark

_TAKES_NONE = frozenset("die pass_away perish expire arrive depart appear disappear retire".split())


def inverted(clause: Clause) -> bool:
    """ "On 11 November died Gertrud Aumann": a verb that takes no object, with its subject behind it."""
    turned = clause.subject is None and bool(clause.objects) and not clause.relative
    return turned and clause.verb.form == "finite" and clause.lemma in _TAKES_NONE and not clause.verb.passive


def beside_is(chunks: list[Chunk], clause: Clause) -> bool:
    """ "And next to her is A, the director", "With us is A": where somebody is stands before, and says nothing else."""
    if clause.lemma != "be" or len(clause.objects) != 1 or clause.relative:
        return False
    i, spot = clause.verb.start - 1, False
    while i >= 0 and _fronted_spot(chunks[i]):
        spot = spot or getattr(chunks[i], "tag", "PREP") == "PREP"
        i -= 1
    starts = i < 0 or is_mark(chunks[i], "CONJ", "STOP", "SEMI", "COLON")
    return spot and starts and clause.objects[0].head.is_a("person")


def give_back(taken: Phrase | None, earlier: list[Clause]) -> None:
    """To the clause right before it the complement that a clause turned round was given for its subject."""
    for clause in earlier if taken is not None else ():
        if taken is not None and taken.start == clause.verb.start + 1 and not clause.objects:
            clause.objects.append(taken)
            taken.object_of = True


def _fronted_spot(item: Chunk) -> bool:
    """A part of "next to her" or "in the chair"; "with us" says more: whose guest somebody is."""
    if isinstance(item, Phrase):
        return bool(item.prep) and not (item.prep == "with" and item.head.tag == "PRON")
    return is_mark(item, "ADV", "PREP", "POSS")
