"""Tables drawn with pipes or by aligned columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations

from checker import lazy
from checker.model import Block, Table
from checker.sources.spans import Span

ALIGNMENT = lazy.compile(r"\s*+\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\s*+")
RULE = lazy.compile(r"[\s|]*+[-=_+─━═][-=_+─━═|\s]{2,}+")
_GAP = lazy.compile(
    r"\s*(?:\.{4,}|(?:\. ){3,}\.?|…{2,})\s*|\s{2,}|[ ]*\t\s*"
)  # blanks, or dots that lead to the figure
_TIME = r"(?:FY|CY|[HQ][1-4] )?'?(?:(?:1[89]|20)\d\d(?:[/–-]\d{2,4})?|\d\d/\d\d)"
_OF_COLUMN = lazy.compile(
    rf"\W*(?:(?:\d{{1,2}} )?(?:[A-Z][a-z]{{2,8}}\.? )?{_TIME}\W*(?:\((?:restated|unaudited|audited|forecast|budget)\)|"
    r"(?:E|F|A|restated|unaudited|audited|forecast|budget|actual)\b)?|"
    r"(?:[A-Z]{1,3}[$€£]?|[$€£¥])?[ ]?['’‘]?(?:000s?|1[.,]?000|m|mn|mln|bn|k|thousands?|millions?)?|No\.?|number|"
    r"%|notes?|restated|change|total)\W*$",
    re.I,
)
Cell = Callable[[Span], Block]


def pipe_cells(text: str, span: Span) -> list[Span]:
    """The cells of a row ``| a | b |``; a backslash keeps a pipe in its cell."""
    start, end = _trim(text, *span)
    if text.startswith("|", start, end):
        start += 1
    if end > start and text[end - 1] == "|" and text[end - 2] != "\\":
        end -= 1
    cells, at = [], start
    while True:
        bar = text.find("|", at, end)
        while bar > 0 and text[bar - 1] == "\\":
            bar = text.find("|", bar + 1, end)
        cells.append(_trim(text, start, bar if bar >= 0 else end))
        if bar < 0:
            return cells
        start = at = bar + 1


def gap_cells(text: str, span: Span) -> list[Span]:
    """The cells of a row whose columns stand two or more blanks (or a tab) apart."""
    start, end = _trim(text, *span)
    if all(text.find(gap, start, end) < 0 for gap in ("  ", "\t", "....", ". . .", "……")):
        return [(start, end)]
    cells = []
    for gap in _GAP.finditer(text, start, end):
        cells.append((start, gap.start()))
        start = gap.end()
    return [*cells, (start, end)]


def _trim(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return start + left, start + max(left, len(part.rstrip()))


def pipe_table(text: str, lines: Sequence[Span], cell: Cell, ruled: bool) -> Table:
    """The table of ``lines``; ``ruled`` says that the second line is an alignment row, under a header."""
    rows = [
        pipe_cells(text, line)
        for line in lines
        if not ALIGNMENT.fullmatch(text, *line) and not RULE.fullmatch(text, *line)
    ]
    width = max(map(len, rows), default=0)
    blocks = [[cell(span) for span in row + [(row[-1][1], row[-1][1])] * (width - len(row))] for row in rows]
    if not ruled:
        return Table([], blocks)
    header = blocks[:1] if any(block.text for row in blocks[:1] for block in row) else []
    return Table(header, blocks[1:])


def column_table(text: str, lines: Sequence[Span], cell: Cell) -> Table | None:
    """The table of lines with aligned columns; None where their columns do not agree."""
    ruled = [number for number, line in enumerate(lines) if RULE.fullmatch(text, *line)]
    rules = set(ruled)
    rows = [(number, gap_cells(text, line)) for number, line in enumerate(lines) if number not in rules]
    named = [len(row) for _, row in rows if any(has_words(text[slice(*span)]) for span in row)]
    width = max((len(row) for _, row in rows), default=0)
    if len(rows) < 2 or width < 2 or min(named, default=0) < width - 1:
        return None
    figures = all(not has_words(text[slice(*span)]) for _, row in rows for span in row[1:])
    if named.count(width) * 2 < len(named) and not (figures and width > 2 and named.count(width)):
        return None
    if any(len(row) < min(width - 1, 2) for _, row in rows):
        return None
    places = _places(text, [row for _, row in rows], width)
    full = [[cell(span) for span in _fit(row, places, text)] for _, row in rows]
    heads = _headers([number for number, _ in rows], ruled) or _of_columns(full)
    if (
        not heads
        and not ruled
        and width > 2
        and not _has_figures(full[0])
        and any(_has_figures(row) for row in full[1:])
    ):
        heads = 1
    return Table(full[:heads], full[heads:])


def _headers(numbers: list[int], ruled: list[int]) -> int:
    """How many rows stand above the first rule that has rows both above and below."""
    for rule in ruled:
        above = sum(number < rule for number in numbers)
        if 0 < above < len(numbers) and above <= 2:
            return above
    return 0


def _of_columns(rows: list[list[Block]]) -> int:
    """How many rows at the top give the years of the columns, or their units."""
    count = 0
    for row in rows[:3] if len(rows[0]) > 2 else ():
        said = [block.text for block in row[1:] if block.text]
        if not said or not all(_OF_COLUMN.match(text) for text in said) or (count and row[0].text):
            break
        count += 1
    return count if count < len(rows) else 0


def has_words(text: str) -> bool:
    """Whether a cell is more than a figure, a year or a unit."""
    return any(char.isalpha() for char in text) and not _OF_COLUMN.match(text)


def _places(text: str, rows: Sequence[list[Span]], width: int) -> list[Span]:
    """From where to where each column reaches on its lines."""
    places: list[Span] = []
    for row in rows:
        if len(row) == width:
            start = text.rfind("\n", 0, row[0][0]) + 1
            here = [(a - start, b - start) for a, b in row]
            places = [(min(a, c), max(b, d)) for (a, b), (c, d) in zip(places or here, here, strict=True)]
    return places


def _fit(row: list[Span], places: list[Span], text: str) -> list[Span]:
    """A row with fewer cells gets empty ones, so that each cell stands in the column beneath or above it."""
    if len(row) == len(places):
        return row
    start = text.rfind("\n", 0, row[0][0]) + 1

    def away(columns: tuple[int, ...]) -> int:
        pairs = zip(row, columns, strict=True)
        return sum(max(places[c][0] - (b - start), (a - start) - places[c][1], 0) for (a, b), c in pairs)

    if len(places) > 12:
        return [*row, *[(row[-1][1], row[-1][1])] * (len(places) - len(row))]
    chosen = min(combinations(range(len(places)), len(row)), key=away)
    filled, last = [], row[0][0]
    for column in range(len(places)):
        span = row[chosen.index(column)] if column in chosen else (last, last)
        filled.append(span)
        last = span[1]
    return filled


def _has_figures(row: list[Block]) -> bool:
    return any(char.isdigit() for block in row[1:] for char in block.text)
