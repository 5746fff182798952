"""Adjuncts before a subject, which belong to its verb: "In January 2023, at the height of the boom, it raised …"."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Phrase, VerbGroup
from checker.claims.syntax.clauses.clause import Clause
from checker.claims.syntax.clauses.steps import is_mark


def lead(chunks: list[Chunk], clauses: list[Clause]) -> None:
    """Give each verb what stands before its subject: "In January 2023, at the height of the boom, it raised …"."""
    for clause in clauses:
        if clause.verb.form == "finite" and clause.relative and clause.first < clause.verb.start:
            opening = chunks[clause.first + 1 : clause.verb.start]
            clause.phrases[:0] = [p for p in opening if isinstance(p, Phrase) and p.prep and p is not clause.subject]
        elif clause.verb.form == "finite" and not clause.relative:
            subject, verb = clause.subject, clause.verb.start
            start = subject.start if subject is not None and subject.start < verb else verb
            _between(chunks, start, clause, clauses)
            _before(chunks, start - 1, clause, clauses)


def _between(chunks: list[Chunk], start: int, clause: Clause, clauses: list[Clause]) -> None:
    """The dates between subject and verb: "The firm in 2019 bought"."""
    for i in range(start, clause.verb.start):
        item = chunks[i]
        dated = isinstance(item, Phrase) and item is not clause.subject and item.head.tag == "DATE"
        nearer = any(i < other.verb.start < clause.verb.start and other.verb.form == "finite" for other in clauses)
        if dated and not nearer and _is_free(chunks, i, clause, clauses) and not _of_apposition(chunks, i):
            assert isinstance(item, Phrase)
            clause.dates.append(item)
            if item.prep:
                clause.phrases.append(item)


def _before(chunks: list[Chunk], i: int, clause: Clause, clauses: list[Clause]) -> None:
    """What stands before the subject, back to the clause before."""
    while i >= 0:
        item, before = chunks[i], chunks[i - 1] if i else None
        if isinstance(item, VerbGroup):
            if item.form == "ing" and is_mark(before, "COMMA"):
                i -= 1  # "In 2019, having left the operator, she …"
            elif isinstance(before, Phrase) and before.prep == "with":
                i -= 2  # "In May 2004, with debts mounting, the club …"
            else:
                return
            continue
        if is_mark(item, "SEMI", "COLON", "REL", "SUB", "CONJ", "QUOTE", "STOP"):
            return
        if isinstance(item, Phrase) and _is_adjunct(chunks, i, item) and _is_free(chunks, i, clause, clauses):
            clause.phrases.insert(0, item)
            if any(a.tag == "DATE" for a in item.atoms):
                clause.dates.insert(0, item)
        i -= 1


def _is_adjunct(chunks: list[Chunk], i: int, phrase: Phrase) -> bool:
    return not _of_description(chunks, i) if phrase.prep else phrase.head.tag == "DATE"


def _is_free(chunks: list[Chunk], i: int, clause: Clause, clauses: list[Clause]) -> bool:
    """Whether the phrase at ``i`` belongs to no other clause, nor counts from what follows it."""
    item = chunks[i]
    return isinstance(item, Phrase) and not offset(chunks, i) and not _owned(item, clauses, clause)


def offset(chunks: list[Chunk], i: int) -> bool:
    """ "Five months after the minister …", "a year before X": counted from what follows, which has its own date."""
    item, after = chunks[i], chunks[i + 1] if i + 1 < len(chunks) else None
    return (
        isinstance(item, Phrase)
        and item.head.tag == "DATE"
        and item.head.lower.endswith((" after", " before"))
        and isinstance(after, Phrase)
        and not after.prep
    )


def _of_description(chunks: list[Chunk], i: int) -> bool:
    """Whether the phrase at ``i`` hangs on a description set before the subject: "A native of Tralee, Niamh …"."""
    while i > 0 and isinstance(item := chunks[i], Phrase) and item.prep and isinstance(chunks[i - 1], Phrase):
        i -= 1
    item = chunks[i]
    return isinstance(item, Phrase) and not item.prep and item.det in ("a", "an") and item.head.tag != "DATE"


def _of_apposition(chunks: list[Chunk], i: int) -> bool:
    """Whether the phrase at ``i`` hangs on an apposition: "X, a subsidiary of Y since 2014, will …"."""
    while i > 0 and isinstance(item := chunks[i], Phrase) and item.prep and isinstance(chunks[i - 1], Phrase):
        i -= 1
    item = chunks[i]
    return isinstance(item, Phrase) and item.apposed_to is not None


def _owned(phrase: Phrase, clauses: list[Clause], mine: Clause) -> bool:
    return any(phrase in c.phrases or phrase in c.dates for c in clauses if c is not mine)
