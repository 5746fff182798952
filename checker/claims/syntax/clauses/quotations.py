"""Which chunks stand in which quotation of a sentence."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, VerbGroup


def quotations(chunks: list[Chunk]) -> list[int]:
    """For each chunk the number of the quotation it stands in, 0 outside. Quotations without a verb do not count."""
    marks = [
        i for i, item in enumerate(chunks) if isinstance(item, Mark) and item.tag == "QUOTE" and item.lower not in "'’‘"
    ]
    inside, number = [0] * len(chunks), 0
    if len(marks) % 2:
        last = marks[-1]
        opens = last < len(chunks) and chunks[last].lower in "“«„"  # type: ignore[union-attr]
        marks = (
            [*marks, len(chunks)]
            if opens or (len(marks) == 1 and last == 0)
            else [-1, *marks]
            if len(marks) == 1
            else marks[:-1]
        )
    for start, end in zip(marks[::2], marks[1::2], strict=False):
        if any(isinstance(item, VerbGroup) and item.form == "finite" for item in chunks[start + 1 : end]):
            number += 1
            inside[start + 1 : end] = [number] * (end - start - 1)
    return inside
