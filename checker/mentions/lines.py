"""Blocks whose lines stand each for itself are cut into a sentence a line."""

from __future__ import annotations

from checker.passages import Token


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
