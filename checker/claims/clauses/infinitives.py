"""The subject of an infinitive, and what it takes over from the verb above it."""

from __future__ import annotations

from checker.claims.chunks import Chunk, Phrase
from checker.claims.clauses.clause import Clause
from checker.claims.clauses.steps import root_of


def infinitive_subject(clause: Clause, previous: Clause | None, chunks: list[Chunk], place: int) -> None:
    """ "is expected to join": the infinitive takes the verb above, its subject, its time and its doubts."""
    if previous is None:
        before = [
            item
            for item in chunks[:place]
            if isinstance(item, Phrase) and not item.prep and item.head.tag in ("NAME", "NOUN", "TITLE")
        ]
        clause.subject = root_of(before[-1]) if before else None
        last = chunks[place - 1]
        if isinstance(last, Phrase) and last.prep == "for" and last.head.tag == "NAME":
            clause.subject = last  # "approval for A to lead"
        clause.verb.raised = ["be"]  # a headline's future: "A to buy B"
        return
    above = previous.verb
    clause.parent = previous
    between = chunks[above.start + 1 : place]
    objects = [item for item in between if isinstance(item, Phrase) and not item.prep and item.head.tag != "DATE"]
    clause.subject = (
        (next((p for p in objects if p.apposed_to is None), objects[0]))
        if objects
        and not above.passive
        and above.lemma
        in (
            "appoint",
            "hire",
            "name",
            "ask",
            "want",
            "allow",
            "tell",
            "invite",
            "expect",
            "help",
            "elect",
            "choose",
            "tap",
            "recruit",
            "promote",
        )
        else previous.subject
    )
    clause.verb.raised = [*above.raised, above.lemma, *("plan" for item in objects if item.head.lower in _PLANS)]
    if above.lemma == "be" and any(atom.lower in _ORDINAL for item in objects[:1] for atom in item.atoms):
        clause.verb.raised = above.raised  # "was the first woman to lead the board": and did
    if above.lemma in ("come", "go", "return", "leave", "move") or (
        clause.lemma in ("form", "create", "become", "found", "establish") and above.lemma not in _WISHES
    ):
        clause.dates += [
            p
            for p in chunks[above.start + 1 : place]
            if isinstance(p, Phrase) and any(a.tag == "DATE" for a in p.atoms)
        ]
    clause.verb.tense, clause.verb.modal = above.tense, above.modal
    clause.verb.negated = clause.verb.negated or above.negated
    clause.subjunct = previous.subjunct


_ORDINAL = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth only last youngest oldest".split()
)


_PLANS = frozenset("plan plans intention intentions proposal proposals ambition hopes bid".split())


_WISHES = frozenset("plan want hope expect intend aim agree seek decide propose vote".split())
