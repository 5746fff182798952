"""Tables that break one figure down: a note of the accounts, "3. Turnover", whose last row is the sum of its parts."""

from __future__ import annotations

import re

from msgspec.structs import replace

from checker import lazy
from checker.claims.structured.context import Workbench
from checker.claims.structured.headings import Heading, heading
from checker.claims.structured.lexicon import fold
from checker.model import Block, Table

_NUMBER = lazy.compile(r"^\s*(?:note\s+)?\(?\d{0,3}(?:\.\d+)*[a-z]?[.)]?\s+|^\s*(?:analysis|breakdown) of\s+", re.I)
_BY = lazy.compile(
    r"\s+(?:by|per|analysis|breakdown|split|according to)\b.*$|\s*[,:–—(]\s*(?:by|continued|restated|£|\$|€).*$", re.I
)
_SUM = lazy.compile(r"(?:(?:grand |group |overall )?totals?\b.*|sum|all|overall|altogether|in all|)$", re.I)
_FIGURES = ("revenue", "headcount", "users")


def summed(bench: Workbench, table: Table, header: list[Block], rows: list[list[Block]]) -> list[list[Block]]:
    """The rows with their sum under the caption's name, and the parts of a staff as parts of it; all as they are where
    the caption names no figure or no row is their sum."""
    what = _broken_down(bench, table)
    last = next((row for row in reversed(rows) if _is_sum(row)), None)
    if what is None or last is None or len(rows) < 3:
        return rows
    if any(heading(row[0].text, bench.words, bench.published).role == "attribute" for row in rows if row is not last):
        return rows
    timed = [heading(cell.text, bench.words, bench.published) for cell in header[1:]]
    if not timed or any(head.role != "time" for head in timed):
        return rows
    name = "Employees" if what.name == "headcount" else what.text
    parts = [row for row in rows if row is not last and row[0].text.strip()] if what.name == "headcount" else []
    return [*(_called(row, f"{name} ({row[0].text.strip()})") for row in parts), _called(last, name)]


def _broken_down(bench: Workbench, table: Table) -> Heading | None:
    """The figure that the caption names."""
    text = table.caption.text if table.caption is not None else ""
    plain = _BY.sub("", _NUMBER.sub("", text)).strip(" :.")
    found = heading(plain, bench.words, bench.published) if 0 < len(plain) < 50 else None
    if found is None or found.role != "attribute" or found.name not in _FIGURES or found.scope:
        return None
    if fold(plain) not in bench.words.exact and found.name == "users":
        return None
    return replace(found, text=plain)


def _is_sum(row: list[Block]) -> bool:
    return bool(_SUM.match(row[0].text.strip(" :"))) and any(any(c.isdigit() for c in cell.text) for cell in row[1:])


def _called(row: list[Block], name: str) -> list[Block]:
    return [Block("cell", name, row[0].pieces), *row[1:]]
