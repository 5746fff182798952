"""Subjects that are left out: fragments that begin with their verb."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase
from checker.claims.syntax.clauses.clause import Clause
from checker.claims.syntax.clauses.participles import acts
from checker.claims.syntax.clauses.steps import is_mark

# said of somebody without an object: "Joined in 2009" is no passive
_INTRANSITIVE = frozenset(
    (
        "join rejoin leave retire resign graduate study work serve move come go return live die read train qualify "
        "trade start begin open close operate merge float emigrate arrive teach lecture"
    ).split()
)


def imply_subject(chunks: list[Chunk], clauses: list[Clause], implied: Phrase) -> None:
    """Give ``implied`` to fragments that begin with their verb: "Founded in 1902.", "…; joined in 2009"."""
    for clause in clauses:
        if clause.subject is not None or clause.relative or clause.quoted or not _fragment(chunks, clause, clauses):
            continue
        clause.subject, verb = implied, clause.verb
        done = any(p.prep == "by" and acts(p) for p in clause.phrases)  # "started in 1922 by A"
        if verb.form == "participle" and verb.lemma in _INTRANSITIVE and not done:
            verb.form, verb.passive, verb.tense = "finite", False, "past"


def _fragment(chunks: list[Chunk], clause: Clause, clauses: list[Clause]) -> bool:
    """Whether a clause begins its sentence, or a part of it behind a mark, and nothing else can be its subject."""
    verb = clause.verb
    if verb.form in ("infinitive", "ing") or (
        verb.form == "finite" and not verb.modal and verb.atoms[0].tenses <= {"base"}
    ):
        return False
    before = [item for item in chunks[: verb.start] if not (isinstance(item, Mark) and item.tag in ("ADV", "QUOTE"))]
    if before:
        return isinstance(before[-1], Mark) and before[-1].tag in ("SEMI", "COLON", "STOP", "DASH", "COMMA")
    end = next((i for i in range(verb.start, len(chunks)) if is_mark(chunks[i], "SEMI")), len(chunks))
    later = any(c.verb.form == "finite" and c is not clause and verb.start < c.verb.start < end for c in clauses)
    return not (later and verb.form == "participle")
