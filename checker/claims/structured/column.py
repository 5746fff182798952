"""One column of a table, with what it means."""

from __future__ import annotations

from msgspec import Struct

from checker.claims.structured.context import Workbench, is_empty
from checker.claims.structured.headings import Heading
from checker.model import Block


class Column(Struct):
    """A column with its role settled: attribute, subject, qualifier, officer, people or "" (not read)."""

    heading: Heading
    cells: list[Block]
    role: str = ""
    name: str = ""
    dayfirst: bool | None = None

    def texts(self, bench: Workbench) -> list[str]:
        """The cells that say something."""
        return [cell.text for cell in self.cells if not is_empty(cell.text, bench.words)]


def share(test: list[bool]) -> float:
    """The part that is true, 0 of nothing."""
    return sum(test) / len(test) if test else 0.0
