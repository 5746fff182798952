"""What else the subject of a clause may be, where the nearest does not fit what a pattern asks for."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase
from checker.claims.syntax.clauses.clause import Clause


def say_of_whole(clauses: list[Clause]) -> None:
    """ "X is a carrier that employs 300": what is said of what X is, is said of X."""
    for n, clause in enumerate(clauses):
        host = next((c for c in clauses[:n] if c.lemma in _BEING and clause.subject in c.objects), None)
        if host is not None and host.subject is not None and not host.verb.negated:
            clause.others = [*clause.others, host.subject]


_BEING = frozenset(("be", "become", "remain"))


def alternatives(chunks: list[Chunk], i: int, chosen: Phrase | None) -> list[Phrase]:
    """The other phrases right before a relative pronoun, and what they are appositions of."""
    found: list[Phrase] = []
    j = i - 1
    while j >= 0 and i - j < 8:
        item = chunks[j]
        if isinstance(item, Phrase):
            found += [p for p in (item, item.apposed_to, *item.appositions) if p is not None and p is not chosen]
            if not item.prep:
                break
        elif not (isinstance(item, Mark) and ((item.tag == "COMMA" and j == i - 1) or item.tag == "CONJ")):
            break
        j -= 1
    return found
