"""Adjuncts before a subject, which belong to its verb: "In January 2023, at the height of the boom, it raised …"."""

from __future__ import annotations

from checker.claims.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.clauses.clause import Clause
from checker.claims.clauses.steps import is_mark


def lead(chunks: list[Chunk], clauses: list[Clause]) -> None:
    """What stands before a subject belongs to its verb: "In January 2023, at the height of the boom, it raised …"."""
    for clause in clauses:
        if clause.relative and clause.verb.form == "finite" and clause.first < clause.verb.start:
            opening = chunks[clause.first + 1 : clause.verb.start]
            clause.phrases[:0] = [p for p in opening if isinstance(p, Phrase) and p.prep and p is not clause.subject]
            continue
        if clause.relative or clause.verb.form != "finite":
            continue
        start = (
            clause.subject.start
            if clause.subject is not None and clause.subject.start < clause.verb.start
            else clause.verb.start
        ) - 1
        between = range(start + 1, clause.verb.start)
        for i in between:
            item = chunks[i]
            if (
                isinstance(item, Phrase)
                and item is not clause.subject
                and (item.head.tag == "DATE")
                and not offset(chunks, i)
                and not _owned(item, clauses, clause)
                and not _of_apposition(chunks, i)
            ):
                clause.dates.append(item)
                if item.prep:
                    clause.phrases.append(item)
        i = start
        while i >= 0:
            item = chunks[i]
            inserted = (
                isinstance(item, VerbGroup) and item.form == "ing" and is_mark(chunks[i - 1] if i else None, "COMMA")
            )
            if inserted:
                i -= 1  # "In 2019, having left the operator, she …"
                continue
            before = chunks[i - 1] if i else None
            if isinstance(item, VerbGroup) and isinstance(before, Phrase) and before.prep == "with":
                i -= 2  # "In May 2004, with debts mounting, the club …"
                continue
            if isinstance(item, VerbGroup) or (
                isinstance(item, Mark) and item.tag in ("SEMI", "COLON", "REL", "SUB", "CONJ", "QUOTE", "STOP")
            ):
                break
            if (
                isinstance(item, Phrase)
                and (item.prep or item.head.tag == "DATE")
                and not offset(chunks, i)
                and not _owned(item, clauses, clause)
                and not (item.prep and _of_description(chunks, i))
            ):
                clause.phrases.insert(0, item)
                if any(a.tag == "DATE" for a in item.atoms):
                    clause.dates.insert(0, item)
            i -= 1


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
