"""Tables drawn with pipes or by aligned columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker import lazy
from checker.model import Block, Table
from checker.sources.spans import Span

ALIGNMENT = lazy.compile(r"\s*+\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\s*+")
RULE = lazy.compile(r"[\s|]*+[-=_+─━═][-=_+─━═|\s]{2,}+")
_GAP = lazy.compile(r"\s{2,}|[ ]*\t\s*")
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
    if text.find("  ", start, end) < 0 and text.find("\t", start, end) < 0:
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
    widths = [len(row) for _, row in rows]
    width = max(widths, default=0)
    if len(rows) < 2 or width < 2 or widths.count(width) * 2 < len(rows) or min(widths) < width - 1:
        return None
    model = rows[widths.index(width)][1]
    full = [[cell(span) for span in _fit(row, model, width, text)] for _, row in rows]
    heads = _headers([number for number, _ in rows], ruled)
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


def _fit(row: list[Span], model: list[Span], width: int, text: str) -> list[Span]:
    """A row one cell short gets an empty one: at the front if the line is indented, else at the end."""
    if len(row) == width:
        return row
    start = text.rfind("\n", 0, row[0][0]) + 1
    first = text.rfind("\n", 0, model[0][0]) + 1
    indented = row[0][0] - start >= model[1][0] - first - 3
    return [(row[0][0], row[0][0]), *row] if indented else [*row, (row[-1][1], row[-1][1])]


def _has_figures(row: list[Block]) -> bool:
    return any(char.isdigit() for block in row[1:] for char in block.text)
