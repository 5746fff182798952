"""Claims, findings and sources as tables for people's own queries.

Each row has its columns by name, and ``record``: the same as factlint keeps it, from which a report is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.engine.kept import finding_and_told
from checker.engine.stages import Row, read_back, said
from checker.ledger.records import writable
from checker.ledger.upkeep import COLUMNS, NUMBERS, row
from checker.model import Source
from checker.values import show

_KINDS = {int: "int", float: "double"}
CLAIMS = ", ".join(
    [
        "id string",
        *(f"{n} {'boolean' if n == 'approximate' else _KINDS.get(NUMBERS.get(n, str), 'string')}" for n in COLUMNS),
        "source_key binary",
        "record binary",
    ]
)
FINDINGS = (
    "id string, rule string, name string, verdict string, severity string, subject string, type string,"
    " attribute string, qualifiers string, positions string, claims int, sources int, message string, reason string,"
    " support string, record binary"
)
SOURCES = (
    "path string, format string, sha256 string, title string, published string, publisher string, author string,"
    " url string, skipped string, claims int, file binary, number int, record binary"
)


def claims(rows: Iterable[Row]) -> Iterator[Row]:
    """Claims as a table, of what ``stages.resolve`` gives."""
    for one in rows:
        found = said(one)
        cells = row(found.claim, found.published or "")
        yield (found.claim.id, *(_written(cells[name]) for name in COLUMNS), one[3], one[7])


def findings(rows: Iterable[Row]) -> Iterator[Row]:
    """Findings as a table, of what ``stages.compare`` gives."""
    for (data,) in rows:
        finding, positions = finding_and_told(data)
        told = {claim for _, named in positions for claim in named}
        cells = (
            finding.id, finding.rule, finding.name, finding.verdict, finding.severity, finding.subject.name,
            finding.subject.type, finding.attribute, _pairs(finding.qualifiers),
            " v ".join(show(value) for value, _ in positions), len(told), len({source for source, _ in told}),
            finding.message, finding.reason, finding.support, data,
        )  # fmt: skip
        yield tuple(_written(cell) for cell in cells)


def sources(rows: Iterable[Row]) -> Iterator[Row]:
    """Sources, and what was not read, as a table, of what ``stages.describe`` gives."""
    for one in rows:
        item = read_back(one)[1][0]
        cells: tuple[object, ...]
        if isinstance(item, Source):
            about = (item.path, item.format, item.sha256, item.title, item.published, item.publisher, item.author)
            cells = (*about, item.url, "; ".join(note.reason for note in item.notes) or None)
        else:
            cells = (item.path, *[None] * 7, item.reason)
        yield (*(_written(cell) for cell in cells), one[4], one[0], one[1], one[3])


def _pairs(qualifiers: dict[str, str]) -> str:
    return "; ".join(f"{name}={text}" for name, text in sorted(qualifiers.items()))


def _written(cell: object) -> object:
    return writable(cell) if isinstance(cell, str) else cell
