"""A source as lines of text with their numbers: what a model is sent, and where quotes are looked for.

Markup is gone, the cells of a row stand in one line with bars between, fields begin with their name; furniture is left
out. Every character goes back to an offset of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.model import Block, Lines, Part, Record, Source, Table


class Line(Struct):
    """One line: its number in the file, its text, and pairs (offset in the text, offset in the file)."""

    number: int
    text: str
    pieces: list[tuple[int, int]]


def rendered(source: Source) -> list[Line]:
    """The lines of a source, in the order of the document."""
    lines = Lines(source.raw)
    return [
        _line(blocks, lines) for part in source.parts for blocks in _rows(part, "") if any(b.text for _, b in blocks)
    ]


def _rows(part: Part, lead: str) -> Iterator[list[tuple[str, Block]]]:
    """What goes into one line each: blocks with what is to stand before them."""
    if isinstance(part, Block):
        if part.kind != "furniture":
            yield [(lead, part)]
    elif isinstance(part, Table):
        if part.caption is not None and part.caption.kind == "caption":
            yield [("", part.caption)]
        for row in [*part.header, *part.rows]:
            yield [("" if n == 0 else " | ", cell) for n, cell in enumerate(row)]
    elif isinstance(part, Record):
        for field in part.fields:
            yield from _rows(field.value, f"{lead}{field.name}: ")


def _line(blocks: list[tuple[str, Block]], lines: Lines) -> Line:
    text, pieces = "", []
    for lead, block in blocks:
        first = block.pieces[0][1] if block.pieces else 0
        if lead:
            pieces.append((len(text), first))
        text += lead
        pieces += [(len(text) + at, origin) for at, origin in block.pieces]
        text += block.text
    start = next((block.origin(0) for _, block in blocks if block.text), 0)
    return Line(lines.place(start)[0], text.replace("\n", " "), pieces)
