"""One row of a table: what it is about, and what its columns say of each figure and date."""

from __future__ import annotations

import re

from msgspec import Struct

from checker.claims.structured import cells
from checker.claims.structured.column import Column
from checker.claims.structured.context import Entity, Workbench, is_empty, named
from checker.claims.structured.figures import date
from checker.claims.structured.lexicon import fold
from checker.model import Block, Found


class Row(Struct):
    """One row: what it is about by kind, its cells by column, and what holds for all of its figures."""

    entities: dict[str, Entity]
    pairs: list[tuple[Column, Block]]
    qualifiers: dict[str, str] = {}
    blocks: dict[str, Block] = {}
    currency: str | None = None
    times: float = 1.0
    rule: str = "table"
    predicted: bool = False
    own: frozenset[str] = frozenset()  # the kinds that the row's own cells name

    def block(self, role: str, name: str) -> Block | None:
        """The cell under the first column of that meaning."""
        return next((cell for column, cell in self.pairs if (column.role, column.name) == (role, name)), None)


def facts(bench: Workbench, row: Row, column: Column) -> cells.Given:
    head = column.heading
    body = row.entities.get("organization")
    employer = row.block("attribute", "employer")
    organization = (
        named(employer.text)
        if employer is not None and not is_empty(employer.text, bench.words)
        else body.name
        if body
        else ""
    )
    as_of = head.as_of or row.qualifiers.get("as_of", "")
    if not as_of and column.name in ("valuation", "total_raised"):
        announced = moments(bench, row, ("attribute", "round_date"))
        as_of = announced[1].value.edtf or "" if announced else ""
    return cells.Given(
        currency=head.currency or row.currency,
        times=head.times if head.times != 1.0 else row.times if _scales(bench, row, column) else 1.0,
        organization=organization,
        as_of=as_of,
        period=head.period or row.qualifiers.get("period", ""),
        scope=head.scope or _part(row.qualifiers.get("scope", "")) or _counted(bench, column),
        round=row.qualifiers.get("round", ""),
        header=head.text,
        predicted=head.predicted or row.predicted,
    )


def _scales(bench: Workbench, row: Row, column: Column) -> bool:
    """Whether the unit of the whole table is this column's too: "€ million" is none of the staff's."""
    return row.currency is None or bench.words.attributes[column.name].value != "quantity"


def _counted(bench: Workbench, column: Column) -> str:
    """Whom a column counts: "Active customers" are customers, "nurses" are the nurses among the staff."""
    if column.name == "headcount" and fold(column.heading.text) in bench.words.workers:
        return fold(column.heading.text)
    if column.name != "users":
        return ""
    said = fold(column.heading.text).split()
    kinds = [word for word in said if word in bench.words.counted]
    return next(iter(kinds + [word for word in said if word in ("registered", "paying", "monthly", "daily")]), "")


def _part(scope: str) -> str:
    """A part of the whole, not the total of all."""
    return (
        ""
        if re.match(
            r"(?:grand |sub|group )?totals?\b|all\b|overall\b|sum\b|whole\b|combined\b|entire\b|worldwide\b|together\b",
            scope,
            re.I,
        )
        else scope
    )


def moments(bench: Workbench, row: Row, *names: tuple[str, str]) -> tuple[Block, Found] | None:
    for role, name in names:
        for column, cell in row.pairs:
            if (column.role, column.name) == (role, name) and column.heading.status != "former":
                found = date(cell.text, bench.published, column.dayfirst)
                if found is not None:
                    return cell, found
    return None
