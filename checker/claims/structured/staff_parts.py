"""Staff by place or part: rows named by countries, sites and departments give each a part of one body's staff."""

from __future__ import annotations

import re

from checker.claims.structured.column import Column
from checker.claims.structured.context import Workbench
from checker.claims.structured.lexicon import fold

_PARTS = frozenset(
    "country countries region site location office city town plant base market segment function continent state where "
    "area depot campus branch store programme unit division territory place county province nation workplace "
    "establishment works department team".split()
)


def settle_parts(bench: Workbench, columns: list[Column]) -> None:
    """ "Country | Staff at 31 December": the first column says of which part each figure is."""
    first = columns[0] if columns else None
    if first is None or len(first.cells) < 2 or _PARTS.isdisjoint(fold(first.heading.text).split()):
        return
    read = [c for c in columns[1:] if c.role in ("attribute", "officer", "people", "subject")]
    counts = [c for c in read if (c.role, c.name) == ("attribute", "headcount")]
    if counts and len(counts) == len(read):
        first.role, first.name = "qualifier", "scope"


def is_rest(scope: str) -> bool:
    """ "Other countries", "Rest of the world": what is left over is no part of its own."""
    return bool(re.match(r"(?:all )?(?:others?|rest of|elsewhere|remaining|miscellaneous|unallocated)\b", scope, re.I))
