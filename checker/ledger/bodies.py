"""Which bodies several sources of a corpus name, found without counting all that do."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from checker.entities.believed import SOURCES, Bodies, of_body
from checker.ledger.corpus import Corpus
from checker.ledger.names import Names


def bodies_of(names: Names, seen: Callable[[int], object]) -> Bodies | None:
    """The bodies by their folded names; None if the corpus has too few sources. ``seen`` is told of the sources that
    are relied on, which have to be as they were read."""
    return _Named(names, seen) if _enough(names.corpus) else None


class _Named:
    def __init__(self, names: Names, seen: Callable[[int], object]) -> None:
        self._names, self._seen = names, seen
        self._several = cache(self._looked_up)

    def __contains__(self, name: object) -> bool:
        return name in self._names.known.aliases or self._several(str(name))

    def _looked_up(self, name: str) -> bool:
        found: set[int] = set()
        for spelling in self._names.things(name):
            for number, kind in zip(spelling.ids, spelling.kinds, strict=True):
                if of_body(kind, spelling.type):
                    rows = self._names.corpus.db.execute("SELECT source FROM named WHERE name = ? LIMIT 2", (number,))
                    found.update(row[0] for row in rows)
            if len(found) > 1:
                for source in sorted(found)[:2]:
                    self._seen(source)
                return True
        return False


def _enough(corpus: Corpus) -> bool:
    """Whether enough sources claim something."""
    some = "SELECT 1 FROM source s WHERE s.corpus = ? AND EXISTS (SELECT 1 FROM claim c WHERE c.source = s.id) LIMIT ?"
    row = corpus.db.execute(f"SELECT count(*) FROM ({some})", (corpus.id, SOURCES)).fetchone()
    return bool(row[0] >= SOURCES)
