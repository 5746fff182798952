"""The subject of a participle: "the firm, founded in 1994, …", "Founded in 1994, the firm …"."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.syntax.clauses.clause import Clause
from checker.claims.syntax.clauses.steps import is_mark, root_of


def participial_subject(
    clause: Clause, chunks: list[Chunk], i: int, place: int, previous: Clause | None, earlier: list[Clause]
) -> None:
    """Give a participle whom it is about: what stands right before it, else the subject of the clause around it."""
    before, participle = chunks[i] if i >= 0 else None, clause.verb.form == "participle"
    clause.parent = previous
    if isinstance(before, Phrase):
        clause.subject = before if before.prep and not participle else root_of(before)
        if participle:
            _reduced(clause, chunks, i, place, before)
    elif participle and i > 0 and is_mark(before, "COMMA", "DASH") and isinstance(item := chunks[i - 1], Phrase):
        _set_apart(clause, chunks, i - 1, item, previous)
    elif previous is not None and is_mark(before, "CONJ"):
        clause.subject = previous.subject or _next_subject(chunks, place)
        if previous.subject is None:
            previous.subject = clause.subject
    else:
        _around(clause, chunks, i, place, previous)


def _reduced(clause: Clause, chunks: list[Chunk], i: int, place: int, before: Phrase) -> None:
    """ "a firm founded in 1902": a reduced relative clause."""
    clause.subject = before.apposed_to or before if before.head.tag != "NAME" else before
    clause.others = _holders(chunks, i) if before.head.lower not in _CONTRACTS else []
    first = chunks[0]
    if place and isinstance(first, Phrase) and first.det in ("a", "an") and _all_nominal(chunks[:place]):
        ahead = _next_subject(chunks, place)  # "A cooperative of growers formed in 1933, X moved …"
        clause.others = [*([ahead] if ahead is not None else []), *clause.others]


def _set_apart(clause: Clause, chunks: list[Chunk], j: int, item: Phrase, previous: Clause | None) -> None:
    """ "X, a maker of lenses, founded in 1902, …": between commas."""
    holder = item
    while holder.prep and j > 0 and isinstance(chunks[j - 1], Phrase) and holder in chunks[j - 1].attached:  # type: ignore[union-attr]
        j -= 1
        holder = chunks[j]  # type: ignore[assignment]
    holder = _past_region(chunks, j, holder)
    clause.subject = holder.apposed_to or holder
    if item is not holder and item.head.tag == "NAME" and not item.head.is_a("place"):
        clause.others = [item]  # "my soft spot for X, founded in 2018"
    if holder.head.tag == "DATE" and previous is not None:
        clause.subject = previous.subject


def _around(clause: Clause, chunks: list[Chunk], i: int, place: int, previous: Clause | None) -> None:
    """ "After buying Y, X …", "X, comprising nine stations, was opened": whom the sentence is about."""
    before = chunks[i] if i >= 0 else None
    if isinstance(before, Mark) and before.tag in ("PREP", "SUB"):
        clause.subjunct = before.lower
    if previous is not None:
        clause.subject = previous.subject
    elif is_mark(before, "COMMA") and i and isinstance(opening := chunks[i - 1], Phrase) and not opening.prep:
        clause.subject = root_of(opening)
    else:
        clause.subject = _next_subject(chunks, place)


_CONTRACTS = frozenset("deal deals transaction agreement contract sale bid offer order".split())


def _all_nominal(chunks: list[Chunk]) -> bool:
    return all(isinstance(item, Phrase) for item in chunks)


def _past_region(chunks: list[Chunk], j: int, holder: Phrase) -> Phrase:
    """ "A publisher in Hobart, Tasmania, founded by …": past a place between commas, to what is there."""
    if not holder.head.is_a("place") or j < 2 or getattr(chunks[j - 1], "tag", "") != "COMMA":
        return holder
    k = j - 2
    while k > 0 and isinstance(item := chunks[k], Phrase) and item.prep and isinstance(chunks[k - 1], Phrase):
        k -= 1
    before = chunks[k]
    return before if k < j - 2 and isinstance(before, Phrase) else holder


def _holders(chunks: list[Chunk], i: int) -> list[Phrase]:
    """What a participle behind a prepositional phrase may be about: the phrases that it hangs on."""
    found: list[Phrase] = []
    while i > 0 and isinstance(item := chunks[i], Phrase) and item.prep and isinstance(chunks[i - 1], Phrase):
        i -= 1
        holder = chunks[i]
        assert isinstance(holder, Phrase)
        found += [holder, *([holder.apposed_to] if holder.apposed_to is not None else [])]
    return found


def _next_subject(chunks: list[Chunk], place: int) -> Phrase | None:
    """The subject of the main clause that follows an opening participle: "Founded in 1994, the firm …"."""
    seen_comma = aside = within = False
    candidate: Phrase | None = None
    for item in chunks[place + 1 :]:
        if isinstance(item, Mark) and item.tag in ("COMMA", "REL"):
            seen_comma = seen_comma or item.tag == "COMMA"
            aside, within = item.tag == "REL", False
        elif isinstance(item, Mark) and item.tag == "SUB" and not seen_comma:
            within = True  # "Born in 1971 and a painter before she was a director, A has …"
        elif aside or within:
            continue
        elif (
            isinstance(item, Phrase)
            and seen_comma
            and not item.prep
            and item.head.tag != "DATE"
            and item.apposed_to is None
            and item.joined_to is None
        ):
            candidate = item
        elif isinstance(item, VerbGroup) and seen_comma and item.form == "finite":
            return candidate
        elif isinstance(item, VerbGroup) and item.form == "finite":
            return None
    return candidate
