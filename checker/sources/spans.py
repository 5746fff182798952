"""Texts whose characters know where they came from.

A text goes with *pieces*: ``(at, origin)`` pairs in rising order, as in ``Block.pieces``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from checker.model import Block, Part, Record, Table

Pieces = tuple[tuple[int, int], ...]
Span = tuple[int, int]
Edit = tuple[int, int, str]  # start, end, what stands there instead

_FAR = 1 << 62


def joined(text: str, spans: Sequence[Span]) -> tuple[str, Pieces]:
    """The spans of ``text`` as one run, each line break a space (none where a word broke at its hyphen)."""
    if len(spans) == 1:
        start, end = spans[0]
        return text[start:end], ((0, start),)
    out: list[str] = []
    pieces: list[tuple[int, int]] = []
    size = 0
    for start, end in spans:
        if start == end:
            continue
        if out and not _broken_word(out[-1], text[start]):
            out.append(" ")
            size += 1
        pieces.append((size, start))
        out.append(text[start:end])
        size += end - start
    return "".join(out), tuple(pieces) or ((0, spans[0][0] if spans else 0),)


def _broken_word(before: str, after: str) -> bool:
    return len(before) > 1 and before[-1] == "-" and before[-2].isalpha() and after.isalpha()


def origin(pieces: Pieces, offset: int) -> int:
    """Where the character at ``offset`` came from."""
    at, start = pieces[bisect_right(pieces, (offset, _FAR)) - 1]
    return start + offset - at


def piece_of(pieces: Pieces, start: int, end: int, at: int) -> list[tuple[int, int]]:
    """The pieces of ``start:end``, moved so that ``start`` stands at ``at``."""
    first = bisect_right(pieces, (start, _FAR)) - 1
    out = [(at, pieces[first][1] + start - pieces[first][0])]
    for place, source in pieces[first + 1 :]:
        if place >= end:
            break
        out.append((place - start + at, source))
    return out


def edited(text: str, pieces: Pieces, edits: Iterable[Edit]) -> tuple[str, Pieces]:
    """``text`` with ``edits`` made (in rising order, apart from each other); pieces keep their origins."""
    out: list[str] = []
    new: list[tuple[int, int]] = []
    size = at = index = 0

    def keep(start: int, end: int) -> None:
        nonlocal size, index
        if start >= end:
            return
        while index + 1 < len(pieces) and pieces[index + 1][0] <= start:
            index += 1
        new.append((size, pieces[index][1] + start - pieces[index][0]))
        while index + 1 < len(pieces) and pieces[index + 1][0] < end:
            index += 1
            new.append((pieces[index][0] - start + size, pieces[index][1]))
        out.append(text[start:end])
        size += end - start

    for start, end, instead in edits:
        keep(at, start)
        if instead:
            new.append((size, origin(pieces, start)))
            out.append(instead)
            size += len(instead)
        at = end
    keep(at, len(text))
    return "".join(out), tuple(new) or pieces[:1]


def compose(inner: Pieces, outer: Pieces, size: int) -> Pieces:
    """Pieces of a text of ``size`` characters whose origins ``inner`` are offsets of a text with pieces ``outer``."""
    out: list[tuple[int, int]] = []
    ends = [at for at, _ in inner[1:]] + [size]
    for (at, start), end in zip(inner, ends, strict=True):
        out.extend(piece_of(outer, start, start + max(end - at, 1), at))
    return tuple(out)


def moved(parts: Iterable[Part], pieces: Pieces) -> None:
    """Let the blocks of ``parts``, read from a text with ``pieces``, point to where that text came from."""
    seen: set[int] = set()
    for part in parts:
        for block in _blocks(part):
            if id(block) not in seen:
                seen.add(id(block))
                block.pieces = compose(block.pieces, pieces, len(block.text))


def _blocks(part: Part) -> Iterable[Block]:
    if isinstance(part, Block):
        yield part
    elif isinstance(part, Table):
        if part.caption is not None:
            yield part.caption
        for row in [*part.header, *part.rows]:
            yield from row
    elif isinstance(part, Record):
        for field in part.fields:
            yield from _blocks(field.value)
