"""What goes on behind "and": whose subject and whose complements a joined verb has."""

from __future__ import annotations

from itertools import pairwise

from checker.claims.syntax.chunks import Chunk, Mark, Phrase
from checker.claims.syntax.clauses.clause import Clause
from checker.claims.syntax.clauses.steps import is_mark, skip_back


def share(clauses: list[Clause]) -> None:
    """ "Born and raised in Ilorin": what stands behind the second verb belongs to the first as well."""
    for first, second in pairwise(clauses):
        joined = second.verb.start - first.verb.start == 2 and first.verb.form == second.verb.form
        if joined and not (first.objects or first.phrases or first.dates) and first.subject is second.subject:
            first.objects, first.phrases, first.dates = second.objects, second.phrases, second.dates


def goes_on(chunks: list[Chunk], i: int) -> bool:
    """Whether "and" stands before what precedes a verb without a subject: "and before that worked at X"."""
    while i >= 0 and (isinstance(item := chunks[i], Phrase) and (item.prep or item.head.tag == "DATE")):
        i = skip_back(chunks, i - 1)
    mark = chunks[i] if i >= 0 else None
    return isinstance(mark, Mark) and mark.tag == "CONJ"


def inserted_phrases(chunks: list[Chunk], place: int, previous: Clause) -> list[Phrase]:
    """What stands in "A left and, with two colleagues, B and C, formed X" between "and" and the verb that goes on."""
    i = next((k for k in range(previous.verb.start + 1, place) if is_mark(chunks[k], "CONJ")), place)
    if not is_mark(chunks[min(i + 1, place)], "COMMA") or previous.verb.form != "finite":
        return []
    between = [item for item in chunks[i + 2 : place] if isinstance(item, Phrase)]
    set_apart = [item for item in between if not item.prep and item.apposed_to is None and item.joined_to is None]
    return [] if not between or not between[0].prep or set_apart else [p for p in between if p.prep]


def going_on(chunks: list[Chunk], place: int, earlier: list[Clause]) -> Phrase | None:
    """ "It was founded by A, whose first record sold, and was later bought": who goes on behind the relative clause,
    where that is about the other's agent."""
    i = skip_back(chunks, place - 1)
    inner = earlier[-1] if earlier else None
    root = inner.antecedent or inner.subject if inner is not None and inner.relative else None
    if root is None or not is_mark(chunks[i], "CONJ") or not is_mark(chunks[i - 1], "COMMA"):
        return None
    host = next((c for c in reversed(earlier[:-1]) if c.verb.start < root.start), None)
    agent = root.prep == "by" and host is not None and host.verb.passive
    return host.subject if host is not None and agent and not host.relative else None
