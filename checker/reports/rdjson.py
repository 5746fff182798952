"""reviewdog's rdjson: findings as review comments on any code host.

Places are given by line: reviewdog counts columns in bytes of the line, which a report does not hold.
"""

from __future__ import annotations

from typing import Any

from checker.model import Finding, Report
from checker.reports.places import Place, file_of, places, quote, reported, sayings, sentence
from checker.reports.quotes import said

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render_rdjson(report: Report) -> str:
    """The findings as a DiagnosticResult."""
    import msgspec

    found = [_diagnostic(f, at) for f in reported(report) if (at := places(f, report.fresh))]
    result = {"source": {"name": "factlint"}, "diagnostics": found}
    return msgspec.json.format(msgspec.json.encode(result), indent=1).decode() + "\n"


def _diagnostic(finding: Finding, at: list[Place]) -> dict[str, Any]:
    return {
        "message": "\n".join([sentence(finding), *sayings(finding)]),
        "location": _location(at[0]),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "relatedLocations": [
            {"message": f"{said(place.value)}: “{quote(place.claim)}”", "location": _location(place)}
            for place in at[1:]
        ],
    }


def _location(at: Place) -> dict[str, Any]:
    span = at.claim.span
    path = file_of(at.claim.source).encode("utf-8", "replace").decode()
    return {"path": path, "range": {"start": {"line": span.line}, "end": {"line": max(span.line, span.end_line)}}}
