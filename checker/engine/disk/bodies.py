"""Which bodies several sources name, of more names than memory holds: a table that is asked for each inferred claim."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from checker.engine.disk.scratch import Scratch
from checker.entities import Bodies, Known, Names
from checker.entities.believed import SOURCES, of_body
from checker.values.names import fold

SCHEMA = """
CREATE TABLE body (name TEXT NOT NULL, least INTEGER NOT NULL, most INTEGER NOT NULL);  -- of each spelling: sources
CREATE TABLE several (name TEXT PRIMARY KEY) WITHOUT ROWID;
"""


def bodies_of(scratch: Scratch, names: Names, known: Known) -> Bodies | None:
    """The bodies by their folded names; None if there are too few sources. After ``Spellings.naming``."""
    row = scratch.db.execute("SELECT count(*) FROM (SELECT DISTINCT source FROM said LIMIT ?)", (SOURCES,)).fetchone()
    if row[0] < SOURCES:
        return None
    scratch.put("body", _named(scratch, names))
    scratch.db.execute("INSERT INTO several SELECT name FROM body GROUP BY name HAVING min(least) < max(most)")
    scratch.db.execute("DROP TABLE body")
    return _Several(scratch, known)


def _named(scratch: Scratch, names: Names) -> Iterator[tuple[str, int, int]]:
    """Of each spelling of a body the name that stands for it, and the first and last of the sources that use it."""
    query = (
        "SELECT s.kind, n.kind, s.text, s.folded, min(w.source), max(w.source) FROM named w"
        " CROSS JOIN spelling s ON s.id = w.name CROSS JOIN name n ON n.id = s.id GROUP BY w.name"
    )
    for kind, held, text, plain, least, most in scratch.rows(query):
        if of_body(kind, held):
            name = names.get((held, text))
            yield plain if name is None else fold(name), least, most


class _Several:
    def __init__(self, scratch: Scratch, known: Known) -> None:
        self._scratch, self._known = scratch, known
        self._several = lru_cache(10_000)(self._looked_up)

    def __contains__(self, name: object) -> bool:
        return name in self._known.aliases or self._several(str(name))

    def _looked_up(self, name: str) -> bool:
        return self._scratch.db.execute("SELECT 1 FROM several WHERE name = ?", (name,)).fetchone() is not None
