"""Which further phrases a preposition governs: "of coatings and adhesives", "in El Segundo, California"."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup


def within_places(chunks: list[Chunk]) -> None:
    """ "in El Segundo, California, had": the second place stands behind the preposition too, and is no subject."""
    for i in range(len(chunks) - 2):
        first, mark, second = chunks[i], chunks[i + 1], chunks[i + 2]
        after = chunks[i + 3] if i + 3 < len(chunks) else None
        if (
            isinstance(first, Phrase)
            and first.prep
            and isinstance(second, Phrase)
            and not second.prep
            and len(second.atoms) == 1
            and first.head.is_a("place")
            and second.head.is_a("place")
            and isinstance(mark, Mark)
            and mark.tag == "COMMA"
            and (after is None or (isinstance(after, Mark) and after.tag in ("COMMA", "STOP", "SEMI", "DASH", "CONJ")))
        ):
            second.prep = first.prep


def within_phrases(chunks: list[Chunk]) -> None:
    """ "a maker of coatings and adhesives": the second noun stands behind "of" too."""
    for i in range(1, len(chunks) - 2):
        first, mark, second = chunks[i], chunks[i + 1], chunks[i + 2]
        if (
            isinstance(first, Phrase)
            and first.prep in ("of", "for", "with", "in")
            and isinstance(mark, Mark)
            and mark.tag == "CONJ"
            and isinstance(second, Phrase)
        ):
            bare = (
                not (second.prep or second.det or second.poss or second.owner)
                and second.head.tag == first.head.tag == "NOUN"
                and not first.det
            )
            closed = i + 3 >= len(chunks) or not isinstance(chunks[i + 3], VerbGroup)
            holder = chunks[i - 1]
            if bare and closed and isinstance(holder, Phrase):
                second.prep = first.prep
                holder.attached.append(second)


def with_several(chunks: list[Chunk]) -> None:
    """ "with a paid staff of 22 and 160 volunteers,": what is joined to an amount stands behind "with" too."""
    for i, first in enumerate(chunks):
        if not isinstance(first, Phrase) or first.prep != "with":
            continue
        j = tail_of(chunks, i)
        while j + 1 < len(chunks) and isinstance(mark := chunks[j], Mark) and mark.tag in ("CONJ", "COMMA"):
            second = chunks[j + 1]
            if (
                not isinstance(second, Phrase)
                or second.prep
                or not (second.of("QTY") or second.of("MONEY") or second.det)
            ):
                break
            end = tail_of(chunks, j + 1)
            if end < len(chunks) and isinstance(chunks[end], VerbGroup):
                break
            if mark.tag == "COMMA" and not second.of("QTY"):
                break
            second.prep = "with"
            j = end


def tail_of(chunks: list[Chunk], i: int) -> int:
    """The place after a phrase and the prepositional phrases that hang on it."""
    j = i + 1
    while j < len(chunks):
        item = chunks[j]
        if not isinstance(item, Phrase) or not item.prep or chunks[j - 1] is None:
            break
        j += 1
    return j
