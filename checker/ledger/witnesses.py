"""The claims of one thing and attribute; of very many, witnesses for each different thing said.

What is found out about a fact depends on which different things are said of it, when first and last, and which of them
some source says together; not on how often. So where a fact has more than ``MANY`` claims, what is looked up is
bounded: of each thing said the first and last published, and for each two things that a source says together, a few
such sources.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

MANY = 400  # claims of one spelling and attribute, up to which all are taken
_ENDS = 6  # witnesses from either end of what is published
_TOGETHER = 2  # sources for each two things said together
_DIFFERENT = 600  # different things said; of more, those first in the order of their keys
_COLUMNS = "SELECT subject, attribute, source, number, data FROM claim"
_ORDER = "published {0}, source {0}, number {0}"

Row = tuple[int, str, int, int, bytes]  # subject, attribute, source, number, data


def claims(db: sqlite3.Connection, subject: int, attribute: str) -> tuple[list[Row], bool]:
    """The rows, and whether they are all."""
    query = f"{_COLUMNS} WHERE subject = ? AND attribute = ? LIMIT ?"
    rows = db.execute(query, (subject, attribute, MANY + 1)).fetchall()
    return (rows, True) if len(rows) <= MANY else (list(_some(db, subject, attribute)), False)


def of_sources(db: sqlite3.Connection, subject: int, sources: set[int]) -> Iterator[Row]:
    """All that these sources say of a thing."""
    for source in sorted(sources):
        yield from db.execute(f"{_COLUMNS} INDEXED BY claim_source WHERE source = ? AND subject = ?", (source, subject))


def _some(db: sqlite3.Connection, subject: int, attribute: str) -> Iterator[Row]:
    for said in _different(db, "claim", subject, attribute):
        for way in ("ASC", "DESC"):
            query = f"{_COLUMNS} WHERE subject = ? AND attribute = ? AND said = ? ORDER BY {_ORDER.format(way)} LIMIT ?"
            yield from db.execute(query, (subject, attribute, said, _ENDS))
    sources: set[int] = set()
    for said in _different(db, "pair", subject, attribute):
        query = "SELECT source FROM pair WHERE subject = ? AND attribute = ? AND said = ? ORDER BY source LIMIT ?"
        sources |= {row[0] for row in db.execute(query, (subject, attribute, said, _TOGETHER))}
    yield from of_sources(db, subject, sources)


def _different(db: sqlite3.Connection, table: str, subject: int, attribute: str) -> Iterator[bytes]:
    """The keys of a table's rows, each once, by jumping from one to the next."""
    query = f"SELECT said FROM {table} WHERE subject = ? AND attribute = ? AND said > ? ORDER BY said LIMIT 1"
    at: Any = b""
    for _ in range(_DIFFERENT):
        row = db.execute(query, (subject, attribute, at)).fetchone()
        if row is None:
            return
        at = row[0]
        yield at
