"""A source in parts that a model can take, each overlapping the one before."""

from __future__ import annotations

import os
from collections.abc import Iterator

from checker.model import Source
from checker.readers.llm.prompt import FRAME
from checker.readers.rendering import rendered

SIZE = 24_000  # characters of a part: some 6,000 tokens, so that an answer of its claims is not cut off
OVERLAP = 1_500


def parts(source: Source, size: int = SIZE, overlap: int = OVERLAP) -> list[str]:
    """The messages that carry a source; none for a source without text."""
    lines = [
        f"{number}\t{text}"
        for line in rendered(source)
        for number, text in _short(line.number, line.text, size, overlap)
    ]
    texts = list(_joined(lines, size, overlap))
    return [_message(source, text, n, len(texts)) for n, text in enumerate(texts, 1)]


def _short(number: int, text: str, size: int, overlap: int) -> Iterator[tuple[int, str]]:
    """A line, cut where it alone is longer than a part."""
    at = 0
    while True:
        yield number, text[at : at + size]
        at += size - overlap
        if at + overlap >= len(text):
            return


def _joined(lines: list[str], size: int, overlap: int) -> Iterator[str]:
    held: list[str] = []
    length = 0
    for line in lines:
        if held and length + len(line) > size:
            yield "\n".join(held)
            held = _tail(held, min(overlap, size - len(line)))
            length = sum(len(kept) + 1 for kept in held)
        held.append(line)
        length += len(line) + 1
    if held:
        yield "\n".join(held)


def _tail(lines: list[str], room: int) -> list[str]:
    """The last lines that fit."""
    kept: list[str] = []
    for line in reversed(lines):
        room -= len(line) + 1
        if room < 0:
            break
        kept.insert(0, line)
    return kept


def _message(source: Source, text: str, number: int, count: int) -> str:
    part = f"This is part {number} of {count}; parts overlap." if count > 1 else ""
    return FRAME.format(
        name=os.path.basename(source.path), title=source.title or "", date=source.published or "not known", part=part,
        text=text.replace("</document>", "< /document>"),
    )  # fmt: skip
