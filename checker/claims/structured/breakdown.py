"""Tables that break one figure down: a note of the accounts, "3. Turnover", whose last row is the sum of its parts."""

from __future__ import annotations

import re

from msgspec.structs import replace

from checker import lazy
from checker.claims.structured import cells
from checker.claims.structured.context import Entity, Workbench, is_empty, named
from checker.claims.structured.headings import Heading, heading
from checker.claims.structured.lexicon import fold
from checker.claims.structured.units import unit_of
from checker.model import Block, Table

_NUMBER = lazy.compile(
    r"^\s*(?:(?:note|table|figure|chart|exhibit)\s+)?\(?\d{0,3}(?:\.\d+)*[a-z]?[.):]?\s+|"
    r"^\s*(?:analysis|breakdown) of\s+",
    re.I,
)
_BY = lazy.compile(
    r"\s+(?:of|at|in)\s+(?:the\s+)?(?:(?:[a-z][\w-]+\s+){0,4}[a-z][\w-]*s)\b.*$|"
    r"\s+(?:by|per|analysis|breakdown|split|according to)\b.*$|\s*[,:–—(]\s*(?:by|continued|restated|£|\$|€).*$",
    re.I,
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


def read_named_measure(bench: Workbench, table: Table, header: list[Block], rows: list[list[Block]]) -> bool:
    """ "Employees of listed port operators" over bodies and years: draft the caption's figure of each; False for
    another table."""
    what = _broken_down(bench, table)
    heads = [heading(cell.text, bench.words, bench.published) for cell in header[1:]]
    if what is None or not heads or any(head.role != "time" for head in heads):
        return False
    bodies = [row for row in rows if row and bench.kind_of(named(row[0].text)) in ("organization", "project")]
    if len(bodies) < 2 or len(bodies) * 3 < len(rows) * 2:
        return False
    unit = _unit_in(table)
    for row in bodies:
        about = Entity(named(row[0].text), "organization")
        for head, cell in zip(heads, row[1:], strict=False):
            if not is_empty(cell.text, bench.words):
                given = cells.Given(
                    currency=head.currency or what.currency or unit[0],
                    times=next((t for t in (head.times, what.times, unit[1]) if t != 1.0), 1.0),
                    as_of=head.as_of,
                    period=head.period,
                    header=what.text,
                )
                cells.read(bench, cell, about, what.name, given, "table", None)
    return True


def _unit_in(table: Table) -> tuple[str | None, float]:
    """The unit that a caption gives in brackets."""
    inside = re.findall(r"[(\[]([^()\[\]]+)[)\]]", table.caption.text if table.caption is not None else "")
    return next((unit for unit in map(unit_of, inside) if unit is not None), (None, 1.0))
