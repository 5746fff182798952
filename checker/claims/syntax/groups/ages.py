"""Ages between commas: "A, 39, chief of B"."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase


def past_age(chunks: list[Chunk], j: int) -> int:
    """Past an age between commas: "A, 39, chief of B", "A, now 78 and president of B"."""
    if j >= len(chunks) or not isinstance(mark := chunks[j], Mark) or mark.tag != "COMMA":
        return j
    k = j + 2 if j + 1 < len(chunks) and isinstance(chunks[j + 1], Mark) else j + 1
    years, end = chunks[k : k + 1], chunks[k + 1 : k + 2]
    joined = bool(end) and isinstance(mark := end[0], Mark) and mark.tag == "CONJ" and mark.lower == "and"
    if joined and isinstance(only := years[0], Phrase) and _is_age(only):
        after = chunks[k + 2] if k + 2 < len(chunks) else None
        if isinstance(after, Phrase) and after.of("TITLE") and not after.prep:
            adverb = chunks[j + 1]
            after.adverb = adverb.lower if isinstance(adverb, Mark) else ""
            return k + 1
    if (
        j + 2 < len(chunks) and isinstance(chunks[j + 2], Mark) and chunks[j + 2].tag == "COMMA"  # type: ignore[union-attr]
    ):
        age = chunks[j + 1]
        if isinstance(age, Phrase) and _is_age(age):
            return j + 2
    return j


def is_aged(chunks: list[Chunk], j: int) -> bool:
    return j > 0 and isinstance(age := chunks[j - 1], Phrase) and _is_age(age) and j < len(chunks) - 1


def _is_age(phrase: Phrase) -> bool:
    return not phrase.prep and len(phrase.atoms) == 1 and phrase.head.tag == "QTY"
