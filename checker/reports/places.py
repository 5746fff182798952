"""What formats for programs (SARIF, CI annotations, …) share: which findings, where they stand, what they say."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker import lazy
from checker.model import Claim, Finding, Report, Value
from checker.reports.quotes import said
from checker.reports.safety import plain
from checker.reports.words import first, place

MOST = 50  # places given of one finding
ROOM = 160  # characters of a quote
_SCHEME = lazy.compile(r"[A-Za-z]:[\\/]")


class Place(Struct, frozen=True):
    """One claim of a finding, and the value of the position that it stands for."""

    claim: Claim
    value: Value


def reported(report: Report) -> list[Finding]:
    """Conflicts and notices in the order of the files."""
    return sorted((f for f in report.findings if f.verdict != "agreement"), key=lambda f: (*first(f), f.rule, f.id))


def unaccepted(report: Report) -> Report:
    """The report without its accepted findings; how many those were is kept."""
    left = tuple(f for f in report.findings if f.accepted is None)
    return replace(report, findings=left, hidden=report.hidden + len(report.findings) - len(left))


def places(finding: Finding, fresh: Sequence[str] = ()) -> list[Place]:
    """Where a finding stands: the first place (in a ``fresh`` source, if it has one there), then one of each other
    position, then the rest; each place once, no more than ``MOST``.
    """
    seen: set[tuple[str, object]] = set()
    leads: list[Place] = []
    rest: list[Place] = []
    for position in finding.positions:
        own = []
        for claim in sorted(position.claims, key=place):
            if (claim.source, claim.span) not in seen:
                seen.add((claim.source, claim.span))
                own.append(Place(claim, position.value))
        leads += own[:1]
        rest += own[1:]
    new = frozenset(fresh)
    found = [*sorted(leads, key=_order), *sorted(rest, key=_order)]
    at = next((n for n, p in enumerate(found) if p.claim.source in new), 0)
    return [*found[at : at + 1], *found[:at], *found[at + 1 :]][:MOST]


def sentence(finding: Finding) -> str:
    """What is found, in one safe line."""
    return plain(finding.message)


def sayings(finding: Finding, fresh: Sequence[str] = ()) -> Iterator[str]:
    """A safe line for each place: ``2001 (a.csv:2): “…”``."""
    for at in places(finding, fresh):
        yield f"{said(at.value)} ({plain(at.claim.source)}:{at.claim.span.line}): “{quote(at.claim)}”"


def quote(claim: Claim) -> str:
    """A claim's quote as one safe line, cut where it is long."""
    text = claim.quote if len(claim.quote) <= ROOM else claim.quote[:ROOM] + "…"
    return plain(text).strip()


def file_of(source: str) -> str:
    """The path of a source's file with slashes, relative to here where it lies below."""
    path = source.partition("#")[0] or source
    if path == "-":
        return "stdin"
    if os.path.isabs(path) or _SCHEME.match(path):
        inner = os.path.relpath(path) if os.path.splitdrive(path)[0] == os.path.splitdrive(os.getcwd())[0] else path
        path = path if inner.startswith("..") else inner
    return os.path.normpath(path).replace(os.sep, "/")


def _order(at: Place) -> tuple[str, int, int]:
    return place(at.claim)
