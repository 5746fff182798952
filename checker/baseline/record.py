"""Make entries of findings, and take out those that nothing needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from checker.baseline.apply import expired, fact_key, file_of, unused
from checker.baseline.entries import Entry
from checker.model import Finding, Report


class Acceptance(Struct, frozen=True):
    """Who accepts findings, on which day, why and until when (ISO dates; "" is not said)."""

    who: str = ""
    when: str = ""
    why: str = ""
    expires: str = ""


def accept(findings: Iterable[Finding], by: Acceptance) -> list[Entry]:
    """Entries for findings that are not agreements and not accepted yet."""
    return [entry(f, by) for f in findings if f.verdict != "agreement" and f.accepted is None]


def entry(finding: Finding, by: Acceptance) -> Entry:
    """The entry that accepts a finding."""
    return Entry(
        id=finding.id, rule=finding.rule, fact=fact_key(finding), subject=_whole(finding.subject.name),
        attribute=finding.attribute,
        positions=sorted({_whole(p.value.text or p.value.edtf or "") for p in finding.positions}),
        sources=sorted({c.source.encode("utf-8", "replace").decode() for p in finding.positions for c in p.claims}),
        who=by.who, when=by.when, why=by.why, expires=by.expires,
    )  # fmt: skip


def prune(entries: Sequence[Entry], report: Report, day: date) -> list[Entry]:
    """The entries that are still needed: neither expired nor unused."""
    found = {finding.id for finding in report.findings if finding.verdict != "agreement"}
    read = {file_of(source.path) for source in report.sources}
    return [e for e in entries if not expired(e, day) and not unused(e, found, read)]


def _whole(text: str) -> str:
    """Not too long, and without lone surrogates, which no encoding can write."""
    return text[:200].encode("utf-8", "replace").decode()
