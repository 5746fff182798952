"""HTML tables: rows, headers, merged cells; layout tables are no tables."""

from __future__ import annotations

from typing import Protocol

from checker.model import Block, Table
from checker.sources.html_tree import Element

_MOST = 100  # columns or rows that one cell may span


class Cells(Protocol):
    """What reads a cell: the walker of the page."""

    text: str

    def cell(self, element: Element, kind: str = "cell") -> Block:
        """All the text of an element as one block."""


def read_table(element: Element, cells: Cells) -> Table | None:
    """The table of ``element``; None for one that only lays out a page."""
    rows = _rows(element, False)
    found = [cell for row, _ in rows for cell in _cells(row)]
    if (
        len(found) < 2
        or max((len(_cells(row)) for row, _ in rows), default=0) < 2
        or any(_holds_table(cell) for cell in found)
    ):
        return None
    grid, heads = _grid(rows, cells)
    caption = next((child for child in element.children if isinstance(child, Element) and child.tag == "caption"), None)
    return Table(grid[:heads], grid[heads:], cells.cell(caption, "caption") if caption else None)


def _rows(element: Element, head: bool) -> list[tuple[Element, bool]]:
    out = []
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == "tr":
                out.append((child, head))
            elif child.tag in ("thead", "tbody", "tfoot"):
                out.extend(_rows(child, child.tag == "thead"))
    return out


def _cells(row: Element) -> list[Element]:
    return [child for child in row.children if isinstance(child, Element) and child.tag in ("td", "th")]


def _holds_table(cell: Element) -> bool:
    stack = [cell]
    while stack:
        node = stack.pop()
        if node.tag == "table":
            return True
        stack.extend(child for child in node.children if isinstance(child, Element))
    return False


def _grid(rows: list[tuple[Element, bool]], cells: Cells) -> tuple[list[list[Block]], int]:
    """Cells in their columns (a merged one in each of its own), and how many rows are headers."""
    grid: list[list[Block]] = []
    waiting: dict[int, tuple[int, Block]] = {}  # column: rows to come, block
    heads = 0
    for row, head in rows:
        line: list[Block] = []
        later: dict[int, tuple[int, Block]] = {}
        elements = _cells(row)
        for element in elements:
            _fill(line, waiting, later)
            block = cells.cell(element)
            down = _span(element, "rowspan", cells.text) - 1
            for _ in range(_span(element, "colspan", cells.text)):
                if down:
                    later[len(line)] = (down, block)
                line.append(block)
        _fill(line, waiting, later)
        waiting = later
        if not line:
            continue
        if len(grid) == heads and (head or (len(elements) > 1 and all(element.tag == "th" for element in elements))):
            heads += 1
        grid.append(line)
    width = max(map(len, grid), default=0)
    for line in grid:
        last = line[-1]
        end = last.pieces[-1][1] + len(last.text) - last.pieces[-1][0]
        line.extend(Block("cell", "", ((0, end),)) for _ in range(width - len(line)))
    return grid, heads


def _fill(line: list[Block], waiting: dict[int, tuple[int, Block]], later: dict[int, tuple[int, Block]]) -> None:
    """Put cells that reach down from rows above where they belong."""
    while len(line) in waiting:
        column = len(line)
        rows, block = waiting.pop(column)
        if rows > 1:
            later[column] = (rows - 1, block)
        line.append(block)


def _span(element: Element, name: str, text: str) -> int:
    span = element.attributes.get(name)
    value = text[slice(*span)].strip() if span else ""
    return max(1, min(int(value), _MOST)) if value.isascii() and value.isdigit() and len(value) < 6 else 1
