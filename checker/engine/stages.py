"""The stages of a check over many machines, each from rows to rows. Nothing here knows who carries the rows.

1. ``read``: documents → readings, a row for each source with its claims; depends on that source and the packs alone.
2. ``name``, ``gather``: readings → every spelling of every name, combined early. Which name stands for which is the one
   thing that depends on all sources at once; the driver finds it, on this small table.
3. ``resolve``: readings → claims that are believed, each thing under its one name, with the keys of its fact.
4. ``compare``: claims sorted by fact → findings, with one subject held at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec
from msgspec import Struct

from checker import entities, findings
from checker.engine import comparison, extraction
from checker.engine.comparison import Said
from checker.engine.kept import decoded, encoded, pack_finding, pack_named, unpack_named
from checker.entities import Mentions, Named
from checker.findings.interface import World
from checker.ledger.records import Read, pack_claim, sent, unpack, unpack_claim, writable
from checker.model import Claim, Source
from checker.packs import Packs
from checker.sources import excluded

Row = Sequence[Any]

DOCUMENT = "file binary, content binary, text string, published string"
READING = "file binary, number int, published string, reading binary"
DESCRIBED = f"{READING}, claims int"
NAME = "kind binary, text binary, named binary"
CLAIM = (
    "subject_key binary, fact_key binary, place_key binary, source_key binary, number int, published string,"
    " publisher string, record binary"
)
FINDING = "record binary"
COMBINED = 50_000  # spellings that are combined in one process before they are sent on


class Naming(Struct, array_like=True):
    """Which name stands for each (type, spelling), the type of names that are said to be of several, and which bodies
    several sources name (None: not asked)."""

    names: list[tuple[bytes, bytes, bytes]]
    types: list[tuple[bytes, bytes]]
    bodies: list[bytes] | None


def read(rows: Iterable[Row], packs: bytes, exclude: Sequence[str] = ()) -> Iterator[Row]:
    """Readings of documents: files where they lie, bytes, or texts; without those that a glob pattern leaves out."""
    claims_of = _reader(packs)
    for file, content, text, published in rows:
        path, number = decoded(file), 0
        if content is not None and excluded(path, exclude):
            continue
        for item in extraction.documents(path, content, text, published):
            for read in claims_of(item):
                said = read[0].published if isinstance(read[0], Source) else None
                yield file, number, _shown(said), sent([read], path)
                number += 1


def describe(rows: Iterable[Row]) -> Iterator[Row]:
    """Readings with the number of their claims in the place of these."""
    for file, number, published, reading in rows:
        path = decoded(file)
        read = unpack(reading, path)
        bare = sent([(item, []) for item, _ in read], path)
        yield file, number, published, bare, sum(len(claims) for _, claims in read)


def name(rows: Iterable[Row]) -> Iterator[Row]:
    """The spellings of names in readings."""
    found: Mentions = {}
    for row in rows:
        entities.add_to(found, entities.gather(claim for _, claims in _read(row) for claim in claims).values())
        if len(found) > COMBINED:
            yield from _names(found)
            found = {}
    yield from _names(found)


def gather(rows: Iterable[Row]) -> Iterator[Row]:
    """Spellings that come sorted, each put together."""
    for (kind, text), same in groupby(rows, key=itemgetter(0, 1)):
        found: Mentions = {}
        entities.add_to(found, (named_of((kind, text, data)) for _, _, data in same))
        yield from _names(found)


def named_of(row: Row) -> Named:
    """The spelling of a row."""
    return unpack_named(decoded(row[0]), decoded(row[1]), row[2])


def naming(mentions: Mentions, known: entities.Known) -> bytes:
    """Which name stands for which, and which bodies several sources name, in bytes that ``resolve`` takes."""
    names, _, types = entities.naming_of(mentions, known)
    bodies = entities.corroborated(mentions, names, types, known)
    content = Naming(
        [(encoded(kind), encoded(text), encoded(to)) for (kind, text), to in names.items()],
        [(encoded(text), encoded(kind)) for text, kind in types.items()],
        None if bodies is None else [encoded(name) for name in sorted(bodies)],
    )
    return msgspec.msgpack.encode(content)


def resolve(rows: Iterable[Row], packs: bytes, naming: bytes) -> Iterator[Row]:
    """The claims of readings that are believed, each thing under its one name."""
    rules, (names, types, bodies) = packs_of(packs), _naming(naming)
    for row in rows:
        for item, claims in _read(row):
            for number, claim in enumerate(claims):
                assert isinstance(item, Source)
                resolved = entities.renamed(claim, names, types)
                if entities.believed(resolved, bodies):
                    yield _claim(resolved, number, item, rules)


def compare(rows: Iterable[Row], packs: bytes, newest: date | None) -> Iterator[Row]:
    """Findings on claims that come sorted by subject and fact."""
    for finding in comparison.by_subject(map(said, rows), packs_of(packs), newest):
        yield (pack_finding(finding),)


def count(rows: Iterable[Row], packs: bytes, newest: date | None) -> Iterator[Row]:
    """As ``compare``, by the rules that count over an organization, on claims that come sorted by it first."""
    for finding in comparison.by_place(map(said, rows), packs_of(packs), newest):
        yield (pack_finding(finding),)


def counts(packs: Packs) -> bool:
    """Whether rules of the packs count over the people of an organization."""
    return bool(findings.counted(packs))


def said(row: Row) -> Said:
    """The claim of a row, with what is known of its source."""
    return Said(unpack_claim(row[7], decoded(row[3])), row[5], row[6])


def newest(published: Iterable[str]) -> date | None:
    """The last of the days on which sources were published."""
    dated = (Source(day, "", "", "", [], published=day) for day in published)
    return World(Packs(), dated).newest


def read_back(row: Row) -> tuple[str, Read]:
    """A reading as its file and what that gave."""
    return decoded(row[0]), unpack(row[3], decoded(row[0]))[0]


@lru_cache(maxsize=2)
def packs_of(data: bytes) -> Packs:
    """The packs that were sent."""
    return msgspec.msgpack.decode(data, type=Packs)


@lru_cache(maxsize=2)
def _reader(data: bytes) -> extraction.Reader:
    return extraction.reader(packs_of(data))


@lru_cache(maxsize=2)
def _naming(data: bytes) -> tuple[entities.Names, dict[str, str], entities.Bodies | None]:
    found = msgspec.msgpack.decode(data, type=Naming)
    names = {(decoded(kind), decoded(text)): decoded(to) for kind, text, to in found.names}
    bodies = None if found.bodies is None else frozenset(map(decoded, found.bodies))
    return names, {decoded(text): decoded(kind) for text, kind in found.types}, bodies


def _read(row: Row) -> list[Read]:
    return unpack(row[3], decoded(row[0]))


def _names(found: Mentions) -> Iterator[Row]:
    for (kind, text), entry in found.items():
        yield encoded(kind), encoded(text), pack_named(entry)


def _claim(claim: Claim, number: int, source: Source, rules: Packs) -> Row:
    subject, fact = comparison.key_of(claim, rules)
    place = comparison.places_of(claim, rules)
    keys = (encoded(subject), encoded(fact), encoded(place), encoded(claim.source))
    return (*keys, number, _shown(source.published), _shown(source.publisher), pack_claim(claim))


def _shown(text: str | None) -> str | None:
    return None if text is None else str(writable(text))
