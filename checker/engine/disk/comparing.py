"""The steps of a check over rows on disk: put in, named, compared as they come sorted by subject and fact.

What is compared, and how, is what ``checker.engine.comparison`` says, as for Spark; one subject is held at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import pack
from typing import Any

from msgspec.structs import astuple

from checker import entities
from checker.engine import comparison, stages
from checker.engine.comparison import Said
from checker.engine.disk.bodies import SCHEMA as BODIES
from checker.engine.disk.bodies import bodies_of
from checker.engine.disk.far import Sharing
from checker.engine.disk.found import SCHEMA as FOUND
from checker.engine.disk.found import Found, Kept
from checker.engine.disk.scratch import Scratch
from checker.engine.disk.spellings import SCHEMA as SPELLINGS
from checker.engine.disk.spellings import Spellings
from checker.engine.kept import decoded, encoded
from checker.entities import Known, Mentions
from checker.ledger.corpus import clean
from checker.ledger.records import pack_claim, pack_source, unpack_claim, unpack_source
from checker.model import Claim, Source
from checker.packs import Packs

SCHEMA = """
CREATE TABLE source (
  id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, published TEXT, publisher TEXT, data BLOB NOT NULL
);
CREATE TABLE said (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, data BLOB NOT NULL);  -- as written
CREATE TABLE doubted (source INTEGER NOT NULL);  -- a row a claim that is not believed
CREATE TABLE claim (              -- each thing under its one name
  id INTEGER PRIMARY KEY, subject BLOB NOT NULL, fact BLOB NOT NULL, place BLOB NOT NULL, source INTEGER NOT NULL,
  stands BLOB NOT NULL, data BLOB NOT NULL
);
"""
_CROWD = 5_000  # claims of one subject that are held whole
_BATCH = 5_000  # claims that are put in at a time
_NAMES = 20_000  # names, or their sources, that are put in at a time
_COLUMNS = "c.subject, s.path, s.published, s.publisher, c.id, c.data"
_SORTED = f"SELECT {_COLUMNS} FROM claim c CROSS JOIN source s ON s.id = c.source"


class Disk:
    """Claims of a run, and what is found of them."""

    def __init__(self, rules: Packs, known: Known) -> None:
        self._rules, self._known = rules, known
        self._scratch = Scratch(SCHEMA + SPELLINGS + BODIES + FOUND)
        self._spellings = Spellings(self._scratch, known)
        self._mentions: Mentions = {}
        self._numbers: dict[str, int] = {}
        self._claims: list[Claim] = []
        self._bodies: entities.Bodies | None = None
        self.claim_count = self.doubted_count = 0

    def describe(self, source: Source) -> None:
        """What is known of a source."""
        data = pack_source(source, "")
        values = (encoded(source.path), source.published, source.publisher, data)
        self._scratch.db.execute(
            "INSERT INTO source (path, published, publisher, data) VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE"
            " SET published = excluded.published, publisher = excluded.publisher, data = excluded.data", values,
        )  # fmt: skip

    def put(self, claim: Claim) -> None:
        """One claim, as written."""
        self._claims.append(claim)
        if len(self._claims) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        claims = [clean(claim) for claim in self._claims]
        self._scratch.put("said", ((None, self._number(c.source), pack_claim(c)) for c in claims))
        entities.add_to(self._mentions, entities.gather(claims).values())
        self._claims.clear()
        if max(len(self._mentions), len(self._numbers)) > _NAMES:
            self._named()

    def _named(self) -> None:
        self._spellings.add(self._mentions, self._numbers)
        self._mentions, self._numbers = {}, {}

    def _number(self, path: str) -> int:
        if path not in self._numbers:
            row = self._id(path)
            if row is None:
                self.describe(Source(path, "claims", "", "", []))
                row = self._id(path)
            self._numbers[path] = row[0]
        return self._numbers[path]

    def _id(self, path: str) -> Any:
        return self._scratch.db.execute("SELECT id FROM source WHERE path = ?", (encoded(path),)).fetchone()

    def compare(self, kept: Kept) -> Found:
        """All that is found of the claims that were put in; ``kept`` says what is kept of a finding."""
        self._flush()
        self._named()
        names, types = self._spellings.naming()
        self._bodies = bodies_of(self._scratch, names, self._known)
        self._scratch.put("claim", self._renamed(names, types))
        self._scratch.db.execute("DROP TABLE said")
        found = Found(self._scratch, self._rules, kept)
        days = self._scratch.db.execute("SELECT DISTINCT published FROM source WHERE published IS NOT NULL")
        newest = stages.newest([day for (day,) in days])
        order = "subject, fact, c.id"
        found.put(comparison.by_subject(self._said(f"{_SORTED} ORDER BY {order}"), self._rules, newest))
        if stages.counts(self._rules):
            query = f"{_SORTED} WHERE place <> x'' ORDER BY place, {order}"
            found.put(comparison.by_place(self._said(query), self._rules, newest))
        found.settle()
        return found

    def _renamed(self, names: entities.Names, types: dict[str, str]) -> Iterator[tuple[Any, ...]]:
        for number, source, data in self._scratch.rows("SELECT * FROM said ORDER BY id"):
            written = unpack_claim(data, "")
            claim = entities.renamed(written, names, types)
            if not entities.believed(claim, self._bodies):
                self._scratch.db.execute("INSERT INTO doubted VALUES (?)", (source,))
                self.doubted_count += 1
                continue
            self.claim_count += 1
            subject, fact = map(encoded, comparison.key_of(claim, self._rules))
            place = encoded(comparison.places_of(claim, self._rules))
            stands = pack(">4I", *astuple(claim.span)) + encoded(f"{claim.attribute}\0{claim.id}")
            yield number, subject, fact, place, source, stands, data if claim is written else pack_claim(claim)

    def _said(self, query: str) -> Iterator[Said]:
        """Claims in order; of a subject with very many, the later ones without their quotes."""
        at, count, sharing = b"", 0, Sharing(self._data)
        for subject, path, published, publisher, row, data in self._scratch.rows(query):
            if subject != at:
                at, count, sharing = subject, 0, Sharing(self._data) if count > _CROWD else sharing
            count += 1
            source = decoded(path)
            claim = unpack_claim(data, source) if count <= _CROWD else sharing.claim(data, source, row)
            yield Said(claim, published, publisher)

    def _data(self, row: int) -> bytes:
        data: bytes = self._scratch.db.execute("SELECT data FROM claim WHERE id = ?", (row,)).fetchone()[0]
        return data

    @property
    def source_count(self) -> int:
        """How many sources there are."""
        return int(self._scratch.db.execute("SELECT count(*) FROM source").fetchone()[0])

    def sources(self) -> Iterator[Source]:
        """All sources, in the order of their paths."""
        for path, data in self._scratch.rows("SELECT path, data FROM source ORDER BY path"):
            yield unpack_source(data, decoded(path))

    def claims(self) -> Iterator[Claim]:
        """All claims, in the order of a report."""
        query = "SELECT s.path, c.data FROM claim c CROSS JOIN source s ON s.id = c.source ORDER BY s.path, c.stands"
        for path, data in self._scratch.rows(query):
            yield unpack_claim(data, decoded(path))

    def doubted(self) -> Iterator[tuple[str, int]]:
        """The sources of claims that are not believed, in the order of their paths, and how many those are."""
        query = (
            "SELECT s.path, count(*) FROM doubted d JOIN source s ON s.id = d.source GROUP BY s.path ORDER BY s.path"
        )
        for path, count in self._scratch.rows(query):
            yield decoded(path), count

    def close(self) -> None:
        """Remove what is on disk."""
        self._scratch.close()
