"""GitLab code quality: a JSON list, which a merge request shows as what it brings and what it mends."""

from __future__ import annotations

from typing import Any

from checker.model import Finding, Report
from checker.reports.places import Place, file_of, places, reported, sayings, sentence

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render_gitlab(report: Report) -> str:
    """The findings as issues (of Code Climate's kind, as far as GitLab reads it)."""
    import msgspec

    issues = [_issue(f, at) for f in reported(report) if (at := places(f, report.fresh))]
    return msgspec.json.format(msgspec.json.encode(issues), indent=1).decode() + "\n"


def _issue(finding: Finding, at: list[Place]) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": sentence(finding),
        "content": {"body": "\n".join(f"- {line}" for line in sayings(finding))},
        "categories": ["Bug Risk"],
        "fingerprint": finding.id,
        "severity": _SEVERITIES[finding.severity],
        "location": _location(at[0]),
        "other_locations": [_location(place) for place in at[1:]],
    }


def _location(at: Place) -> dict[str, Any]:
    span = at.claim.span
    path = file_of(at.claim.source).encode("utf-8", "replace").decode()
    return {"path": path, "lines": {"begin": span.line, "end": max(span.line, span.end_line)}}
