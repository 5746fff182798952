"""GitHub workflow commands: a line a finding, which GitHub Actions shows beside the changed lines of a pull request."""

from __future__ import annotations

from checker.model import Finding, Report
from checker.reports.places import file_of, places, reported, sayings, sentence
from checker.reports.safety import plain
from checker.reports.words import summary

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render_github(report: Report) -> str:
    """The findings as commands, then a line that sums up. No source's text begins a line, so none is a command."""
    return "".join(f"{line}\n" for line in [*(_command(f, report) for f in reported(report)), summary(report)])


def _command(finding: Finding, report: Report) -> str:
    at = places(finding, report.fresh)
    where: dict[str, object] = {}
    if at:
        span = at[0].claim.span
        where = {"file": file_of(at[0].claim.source), "line": span.line}
        where["endLine"] = max(span.line, span.end_line)
        if span.line == span.end_line:  # columns are only understood within one line
            where |= {"col": span.column, "endColumn": max(span.column, span.end_column)}
    where["title"] = f"{finding.rule} {finding.name}"
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    message = "\n".join([sentence(finding), *sayings(finding, report.fresh)])
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(plain(text)).replace(":", "%3A").replace(",", "%2C")
