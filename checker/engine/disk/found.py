"""Findings on disk: kept as they are found, completed when all are there, given in the order of a report."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any

import msgspec
from msgspec import Struct

from checker import contract
from checker.contract import FindingEntry
from checker.engine.disk.scratch import Scratch
from checker.engine.kept import encoded, packed
from checker.findings.accuracy import favoured, settled
from checker.findings.interface import World
from checker.findings.made import shown
from checker.findings.ties import otherwise
from checker.model import Finding, Position, Source
from checker.packs import Packs
from checker.reports.words import first

SCHEMA = """
CREATE TABLE finding (
  id TEXT, rule TEXT, verdict TEXT, severity TEXT, told INTEGER,
  subject BLOB, type BLOB, attribute BLOB, qualifiers BLOB, path BLOB, line INTEGER, col INTEGER,
  sides BLOB, otherwise TEXT, entry BLOB
);
"""


class Kept(Struct):
    """What is kept of a finding."""

    told: Callable[[Finding], bool]  # whether it is reported; all count for how often sources are right
    shown: Callable[[Finding], list[str]]  # as it is shown in reports that people read


class Entry(Struct, array_like=True):
    """A finding as reports have it."""

    finding: FindingEntry
    texts: list[str]
    positions: list[str]


class Found:
    """The findings of a run."""

    def __init__(self, scratch: Scratch, rules: Packs, kept: Kept) -> None:
        self._scratch, self._rules, self._kept = scratch, rules, kept
        self._source = lru_cache(4_096)(self._looked_up)
        self._right: Sequence[float] = ()  # by the place of a source's path among all
        self._rank: array[int] = array("i")  # that place, by the source's number

    def put(self, found: Iterable[Finding]) -> None:
        """Keep findings."""
        self._scratch.put("finding", map(self._row, found))

    def _row(self, finding: Finding) -> tuple[Any, ...]:
        told = self._kept.told(finding)
        path, line, column = first(finding)
        pairs = "\0".join(part for pair in sorted(finding.qualifiers.items()) for part in pair)
        about = (finding.subject.name, finding.subject.type, finding.attribute, pairs, path)
        undecided = finding.verdict == "conflict" and not finding.support
        entry = Entry(
            contract.finding_entry(finding),
            self._kept.shown(finding) if told else [],
            [shown(at.value) for at in finding.positions],
        )
        return (
            finding.id, finding.rule, finding.verdict, finding.severity, told, *map(encoded, about), line, column,
            packed([self._side(at) for at in finding.positions]), self._otherwise(finding) if undecided else None,
            packed(entry) if told else None,
        )  # fmt: skip

    def _side(self, at: Position) -> bytes:
        """The numbers of the sources of a position."""
        paths = (path for path, _ in groupby(at.claims, key=attrgetter("source")))
        return array("i", (self._source(path)[0] for path in paths)).tobytes()

    def _otherwise(self, finding: Finding) -> str:
        paths = {claim.source for at in finding.positions for claim in at.claims}
        days = {path: Source(path, "", "", "", [], published=self._source(path)[1]) for path in paths}
        return otherwise(finding, World(self._rules, days))

    def _looked_up(self, path: str) -> tuple[int, str | None]:
        query = "SELECT id, published FROM source WHERE path = ?"
        number, published = self._scratch.db.execute(query, (encoded(path),)).fetchone()
        return number, published

    def settle(self) -> None:
        """Estimate, of all findings, how often each source is right."""
        numbers = array("i", (row[0] for row in self._scratch.rows("SELECT id FROM source ORDER BY path")))
        self._rank = array("i", bytes(4 * (max(numbers, default=0) + 1)))
        for rank, number in enumerate(numbers):
            self._rank[number] = rank
        sides = self._scratch.rows("SELECT sides FROM finding WHERE verdict <> 'notice' ORDER BY id")
        self._right = settled(_Sides(self._ranked(data) for (data,) in sides), len(numbers))

    def _ranked(self, data: bytes) -> list[list[int]]:
        sides = msgspec.msgpack.decode(data, type=list[bytes])
        return [sorted(self._rank[number] for number in array("i", side)) for side in sides]

    def counts(self) -> Counter[tuple[str, str]]:
        """How many findings are reported, by verdict and severity."""
        rows = self._scratch.rows("SELECT verdict, severity, count(*) FROM finding WHERE told GROUP BY 1, 2")
        return Counter({(verdict, severity): count for verdict, severity, count in rows})

    def entries(self) -> Iterator[FindingEntry]:
        """The findings in the order of a report."""
        return (entry.finding for entry in self._entries("subject, type, attribute, qualifiers, rule, id"))

    def texts(self, number: int) -> Iterator[tuple[str, str]]:
        """One of the texts of each finding and what supports a position, in the order of the files; agreements last."""
        for entry in self._entries("verdict = 'agreement', path, line, col, rule, id"):
            if entry.texts:
                yield entry.texts[number], entry.finding.support if entry.finding.verdict == "conflict" else ""

    def _entries(self, order: str) -> Iterator[Entry]:
        for sides, fallback, data in self._scratch.rows(
            f"SELECT sides, otherwise, entry FROM finding WHERE told ORDER BY {order}"
        ):
            entry = msgspec.msgpack.decode(data, type=Entry)
            if fallback is not None:
                shares = [[self._right[rank] for rank in side] for side in self._ranked(sides)]
                entry.finding.support = favoured(entry.positions, shares) or fallback
            yield entry


class _Sides:
    """The sources of the positions of many findings, in four bytes each, to be gone through several times."""

    def __init__(self, found: Iterable[Sequence[Sequence[int]]]) -> None:
        self._flat = array("i")
        for positions in found:
            self._flat.append(len(positions))
            for side in positions:
                self._flat.append(len(side))
                self._flat.extend(side)

    def __iter__(self) -> Iterator[list[array[int]]]:
        flat, at = self._flat, 0
        while at < len(flat):
            count, at, positions = flat[at], at + 1, []
            for _ in range(count):
                end = at + 1 + flat[at]
                positions.append(flat[at + 1 : end])
                at = end
            yield positions
