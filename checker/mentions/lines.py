"""Blocks whose lines stand each for itself: signatures, addresses, lines that open with a sign ("📍 Tallinn")."""

from __future__ import annotations

import re
from itertools import pairwise

from checker import lazy
from checker.model import Block
from checker.passages import Token

_SHORT, _MOST = 56, 12  # characters of a line that nobody wrapped; lines of a block
_BREAK = lazy.compile(r"\n|<br\b", re.I)


def breaks(block: Block, raw: str) -> list[int]:
    """The offsets in the block's text at which its lines begin, where they are no wrapped prose; else []."""
    if len(block.pieces) < 2 or len(block.text) > _SHORT * _MOST:
        return []
    cuts = [
        at
        for (before, back), (at, origin) in pairwise(block.pieces)
        if _BREAK.search(raw, max(0, back + (at - before) - 1), origin)
    ]
    lines = [block.text[a:b].strip() for a, b in pairwise([0, *cuts, len(block.text)])]
    if cuts and block.lead is not None and all(_bold(raw, block.origin(at)) for at in cuts):
        return cuts
    if not cuts or any(len(line) > _SHORT or not line for line in lines):
        return []
    opened = all(line[0].isupper() or not line[0].isalpha() for line in lines[1:])
    ended = any(line[-1] in ".?!;" and len(line.split()) > 4 for line in lines[:-1])
    return cuts if opened and not ended else []


def _bold(raw: str, origin: int) -> bool:
    """Whether a line begins with a bold lead of its own."""
    before = raw[max(0, origin - 12) : origin].rstrip()
    return before.endswith(("**", "__", "<b>", "<strong>"))


def split(ranges: list[tuple[int, int]], tokens: list[Token], cuts: list[int]) -> list[tuple[int, int]]:
    """Token ranges of sentences, cut where lines begin."""
    found: list[tuple[int, int]] = []
    for first, last in ranges:
        for cut in cuts:
            at = next((i for i in range(first, last) if tokens[i].start >= cut), last)
            if first < at < last:
                found.append((first, at))
                first = at
        found.append((first, last))
    return found
