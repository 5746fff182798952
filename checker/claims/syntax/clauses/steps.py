"""Steps over chunks: marks, past adverbs, from an apposition to what it stands beside."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase


def skip_back(chunks: list[Chunk], i: int) -> int:
    while i >= 0:
        item = chunks[i]
        inserted = (
            isinstance(item, Mark)
            and item.lower == "since"
            and i > 0
            and isinstance(chunks[i - 1], Mark)
            and chunks[i - 1].tag == "COMMA"  # type: ignore[union-attr]
        )
        if not inserted and not (isinstance(item, Mark) and item.tag in ("ADV", "NEG")):
            break
        i -= 1
    return i


def past_dates(chunks: list[Chunk], i: int) -> int:
    """The place of "and" before dates alone: "left X in 2019 and, in 2021, started Y"; ``i`` where there is none."""
    j = i
    while j > 0 and (is_mark(chunks[j], "COMMA") or (isinstance(p := chunks[j], Phrase) and p.head.tag == "DATE")):
        j -= 1
    dated = any(isinstance(item, Phrase) for item in chunks[j + 1 : i + 1])
    return j if dated and j >= 0 and is_mark(chunks[j], "CONJ") else i


def root_of(phrase: Phrase) -> Phrase:
    while phrase.apposed_to is not None:
        phrase = phrase.apposed_to
    return phrase


def is_mark(item: Chunk | None, *tags: str) -> bool:
    return isinstance(item, Mark) and item.tag in tags


def personal(phrase: Phrase) -> bool:
    head = phrase.head
    return (head.is_a("person")) or head.tag in ("TITLE", "PRON")
