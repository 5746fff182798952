"""Mark the findings that a baseline accepts, and say which of its entries nothing needs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from msgspec.structs import replace

from checker.baseline.entries import Entry, Line
from checker.digests import sha256
from checker.model import Accepted, Finding, Report, Skipped


def today() -> date:
    """The day that acceptances are dated and expire by: that of ``SOURCE_DATE_EPOCH``, where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()


def apply(report: Report, lines: Sequence[Line], path: str, day: date) -> Report:
    """The report with its accepted findings marked; notes on entries of the file ``path`` that expired or are unused.

    An entry is only said to be unused where all its sources were looked at, or are gone: a run over some of the sources
    says nothing of the others.
    """
    if not path:
        return report
    by_id = {line.entry.id: line for line in lines if not expired(line.entry, day)}
    findings = tuple(_marked(finding, by_id) for finding in report.findings)
    found = {finding.id for finding in report.findings if finding.verdict != "agreement"}
    facts = {fact_key(finding): finding for finding in report.findings if finding.verdict != "agreement"}
    read = {file_of(source.path) for source in report.sources}
    notes = [
        Skipped(path, line.line, reason) for line in lines if (reason := _note(line.entry, day, found, facts, read))
    ]
    return replace(report, findings=findings, notes=(*report.notes, *notes), baseline=path)


def expired(entry: Entry, day: date) -> bool:
    """Whether an acceptance no longer holds on a day; it holds on the day on which it expires."""
    return bool(entry.expires) and date.fromisoformat(entry.expires) < day


def unused(entry: Entry, found: set[str], read: set[str]) -> bool:
    """Whether a run that read these files would have found it, and did not."""
    return entry.id not in found and all(
        file in read or not os.path.lexists(file) for file in map(file_of, entry.sources)
    )


def fact_key(finding: Finding) -> str:
    """What stays the same of a finding when its positions change."""
    content = repr(
        (finding.rule, finding.subject.name.casefold(), finding.attribute, sorted(finding.qualifiers.items()))
    )
    return "k" + sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:15]


def file_of(source: str) -> str:
    """The file of a source that may be one record of several in it."""
    return source.partition("#")[0]


def named(values: Iterable[str]) -> str:
    """Positions against each other, in a line."""
    return " v ".join(values)


def _marked(finding: Finding, by_id: dict[str, Line]) -> Finding:
    line = by_id.get(finding.id)
    if line is None or finding.verdict == "agreement" or finding.accepted is not None:
        return finding
    entry = line.entry
    return replace(finding, accepted=Accepted("baseline", entry.who, entry.when, entry.why, entry.expires))


def _note(entry: Entry, day: date, found: set[str], facts: dict[str, Finding], read: set[str]) -> str:
    what = f"{entry.rule} {entry.subject}: {entry.attribute.replace('_', ' ')} ({named(entry.positions)})"
    if expired(entry, day) and entry.id in found:
        return f"accepted until {entry.expires}{f' by {entry.who}' * bool(entry.who)}, and still found: {what}"
    if not unused(entry, found, read):
        return ""
    changed = facts.get(entry.fact)
    if changed is not None:
        return f"what was accepted has changed, and is new again: {what}"
    return f"accepted, but no longer found: {what}; factlint baseline --prune takes it out"
