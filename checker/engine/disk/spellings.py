"""Which name stands for which, of more names than memory holds: the matching of ``checker.entities`` over tables.

All that is held is what changes: the names that another stands for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from checker.engine.disk.scratch import Scratch
from checker.entities import Known, Mentions, Named, Names, types_of
from checker.entities.match import SHORTENED, exact_key, fitting, named
from checker.ledger.corpus import folded_beside, ways
from checker.ledger.names import TableGroups, Window
from checker.values.names import fold

SCHEMA = """
CREATE TABLE spelling (           -- as written, with how often
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL, count INTEGER NOT NULL,
  UNIQUE (kind, text)
);
CREATE TABLE written (name INTEGER NOT NULL, source INTEGER NOT NULL);
CREATE TABLE next_to (name INTEGER NOT NULL, other TEXT NOT NULL);
CREATE TABLE way (corpus INTEGER, kind TEXT, asks INTEGER, key TEXT, head TEXT);
CREATE TABLE name (               -- from here on as in the ledger
  id INTEGER PRIMARY KEY, corpus INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, count INTEGER NOT NULL,
  entity TEXT NOT NULL
);
CREATE TABLE entity (corpus INTEGER NOT NULL, entity TEXT NOT NULL, kind TEXT NOT NULL, head TEXT NOT NULL);
CREATE TABLE block (
  corpus INTEGER NOT NULL, kind TEXT NOT NULL, asks INTEGER NOT NULL, key TEXT NOT NULL, head TEXT NOT NULL,
  PRIMARY KEY (corpus, kind, asks, key, head)
) WITHOUT ROWID;
CREATE TABLE named (name INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (name, source)) WITHOUT ROWID;
CREATE TABLE beside (name INTEGER NOT NULL, other TEXT NOT NULL, PRIMARY KEY (name, other)) WITHOUT ROWID;
"""
_HELD = 20_000  # names that are kept at hand


class Spellings:
    """The names of a run, gathered part by part."""

    id = 1  # of the one corpus there is

    def __init__(self, scratch: Scratch, known: Known) -> None:
        self._scratch, self.db, self.known = scratch, scratch.db, known

    def add(self, found: Mentions, numbers: Mapping[str, int]) -> None:
        """Names that were gathered of some claims, whose sources have these numbers."""
        ids = {(entry.type, entry.text): self._id(entry) for entry in found.values()}
        uses = ((ids[e.type, e.text], numbers[path]) for e in found.values() for path in e.sources)
        self._scratch.put("written", uses)
        self._scratch.put(
            "next_to", ((ids[e.type, e.text], o) for e in found.values() for o in folded_beside(e.beside))
        )

    def _id(self, entry: Named) -> int:
        values = (entry.type, entry.text, fold(entry.text), entry.count)
        query = (
            "INSERT INTO spelling (kind, text, folded, count) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (kind, text) DO UPDATE SET count = count + excluded.count RETURNING id"
        )
        return int(self.db.execute(query, values).fetchone()[0])

    def naming(self) -> tuple[Names, dict[str, str]]:
        """As ``entities.naming_of``."""
        types = self._types()
        wanted = self._arrange(types)
        names: Names = {}
        for kind, heads in self._clusters(wanted):
            entries = [pair for head in heads for pair in TableGroups(self, kind)[head]]
            stands = named(entries, self.known)
            names |= {(kind, entry.text): stands for entry, _ in entries if entry.text != stands}
        return names, types

    def _types(self) -> dict[str, str]:
        rows = self.db.execute(
            "SELECT kind, text, count FROM spelling WHERE folded IN"
            " (SELECT folded FROM spelling GROUP BY folded HAVING min(kind) < max(kind))"
        )
        return types_of({(k, text): Named(text, k, count, set(), Counter()) for k, text, count in rows}, self.known)

    def _arrange(self, types: Mapping[str, str]) -> set[tuple[str, str]]:
        """Fill the tables by which names are matched; (kind, head) of what has several spellings, or is given."""
        run = self.db.execute
        self._scratch.put("name", self._names(types))
        run("CREATE INDEX name_entity ON name (corpus, entity)")
        run("INSERT INTO entity SELECT 1, entity, kind, min(text) FROM name GROUP BY entity ORDER BY entity")
        run("CREATE INDEX entity_head ON entity (corpus, kind, head)")
        heads = self.db.execute("SELECT kind, head FROM entity")
        self._scratch.put("way", ((1, k, asks, key, h) for k, h in heads if k in SHORTENED for asks, key in ways(h, k)))
        run("INSERT INTO block SELECT DISTINCT * FROM way ORDER BY kind, asks, key, head")
        run("INSERT INTO named SELECT DISTINCT * FROM written ORDER BY name, source")
        run("INSERT INTO beside SELECT DISTINCT * FROM next_to ORDER BY name, other")
        for table in ("way", "written", "next_to"):
            run(f"DROP TABLE {table}")
        several = "min(text) < max(text) OR entity LIKE '%(''given''%'"
        return set(run(f"SELECT kind, min(text) FROM name GROUP BY entity HAVING {several}"))

    def _names(self, types: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
        for number, kind, text, plain, count in self.db.execute("SELECT * FROM spelling ORDER BY kind, text"):
            held = types.get(plain, kind)
            yield number, 1, held, text, count, f"{held}\x1f{exact_key(text, held, self.known)!r}"

    def _clusters(self, wanted: set[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
        """The heads of each thing that has several, or is wanted."""
        kinds = sorted({kind for kind, _ in wanted} | set(SHORTENED))
        for kind in kinds:
            target = dict(self._targets(kind)) if kind in SHORTENED else {}
            kin: dict[str, list[str]] = {}
            for head in sorted({h for k, h in wanted if k == kind} | target.keys() | set(target.values())):
                kin.setdefault(_end(head, target), []).append(head)
            yield from ((kind, heads) for heads in kin.values())

    def _targets(self, kind: str) -> Iterator[tuple[str, str]]:
        """Each name that is put with a fuller one, with that. Those that look under one key come together."""
        groups, window = TableGroups(self, kind), Window(self, kind)
        for head, _ in self.db.execute(
            "SELECT head, max(key) AS near FROM block WHERE corpus = 1 AND kind = ? AND asks = 1"
            " GROUP BY head ORDER BY near, head", (kind,),
        ):  # fmt: skip
            if len(groups) + len(window) > _HELD:
                groups, window = TableGroups(self, kind), Window(self, kind)
            found = fitting(head, groups, window, kind, self.known)
            if found:
                yield head, found[0]


def _end(head: str, target: Mapping[str, str]) -> str:
    end, seen = head, {head}
    while end in target and target[end] not in seen:
        end = target[end]
        seen.add(end)
    return end
