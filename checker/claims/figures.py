"""Values of kinds that no mention has: measures ("250 MB") and versions ("3.11"), looked for where one is due."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec import Struct

from checker.model import Found, Value
from checker.passages import Passage

KINDS = ("measure", "version")


class Figure(Struct, frozen=True):
    """A value, and the tokens that say it."""

    value: Value
    first: int
    last: int


def recognise(text: str, kind: str) -> list[Found]:
    """The measures or versions in a text."""
    from checker.values import measure, version

    return measure.recognise(text) if kind == "measure" else version.recognise(text)


def within(passage: Passage, first: int, last: int, kind: str) -> Figure | None:
    """The first of its kind that begins within the tokens ``first:last``."""
    tokens = passage.tokens
    if first >= last:
        return None
    start, end = tokens[first].start, tokens[last - 1].end
    found = next((f for f in recognise(passage.block.text, kind) if start <= f.start < end), None)
    if found is None:
        return None
    at = bisect_right(tokens, found.start, key=lambda token: token.start) - 1
    return Figure(found.value, at, max(at + 1, bisect_left(tokens, found.end, key=lambda token: token.start)))
