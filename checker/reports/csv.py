"""The CSV report, for spreadsheets: a row for each claim in a conflict.

It begins with a byte order mark, by which spreadsheets tell UTF-8, and a cell of a source's own words that a
spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from checker.model import Claim, Finding, Position, Report, Source
from checker.reports.safety import plain
from checker.reports.words import RANK, first, place

COLUMNS = (
    "finding",
    "severity",
    "rule",
    "rule_name",
    "subject",
    "subject_type",
    "attribute",
    "organization",
    "qualifiers",
    "position",
    "value",
    "date",
    "low",
    "high",
    "currency",
    "approximate",
    "modality",
    "status",
    "as_of",
    "source",
    "line",
    "column",
    "published",
    "publisher",
    "quote",
    "message",
    "accepted",
)
LONGEST = 30_000  # characters of a cell; spreadsheets hold 32,767
_FORMULA = ("=", "+", "-", "@")


def render_csv(report: Report) -> str:
    """The claims in conflict, gravest conflict first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    sources = {source.path: source for source in report.sources}
    conflicts = [finding for finding in report.findings if finding.verdict == "conflict"]
    for finding in sorted(conflicts, key=lambda f: (RANK[f.severity], f.subject, f.attribute, *first(f), f.rule, f.id)):
        for number, position in enumerate(finding.positions, 1):
            for claim in sorted(position.claims, key=place):
                writer.writerow(_row(finding, number, position, claim, sources.get(claim.source)))
    return "\ufeff" + out.getvalue()


def _row(finding: Finding, number: int, position: Position, claim: Claim, source: Source | None) -> Iterator[object]:
    value = claim.value if claim.value.text.strip() or not position.value.text else position.value
    known = {k: v for k, v in finding.qualifiers.items() if k != "organization"}
    yield finding.id
    yield finding.severity
    yield from map(_cell, (finding.rule, finding.name, finding.subject.name, finding.subject.type, claim.attribute))
    yield _cell(finding.qualifiers.get("organization", claim.qualifiers.get("organization", "")))
    yield _cell("; ".join(f"{name}: {known[name]}" for name in sorted(known)))
    yield number
    yield _cell(value.text)
    yield _cell(claim.value.edtf or "")
    yield from (_number(claim.value.low), _number(claim.value.high))
    yield _cell(claim.value.currency or "")
    yield "yes" if claim.value.approximate else ""
    yield claim.modality
    yield from (_cell(claim.qualifiers.get(name, "")) for name in ("status", "as_of"))
    yield _cell(claim.source)
    yield from (claim.span.line, claim.span.column)
    yield from (_cell(part or "") for part in ((source.published, source.publisher) if source else ("", "")))
    yield from (_cell(claim.quote), _cell(finding.message))
    yield _cell(f"{finding.accepted.kind}: {finding.accepted.why}") if finding.accepted else ""


def _number(amount: float | None) -> str:
    return "" if amount is None else f"{amount:.15g}"


def _cell(text: str) -> str:
    shown = plain(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
    return "'" + shown if shown.lstrip().startswith(_FORMULA) else shown
