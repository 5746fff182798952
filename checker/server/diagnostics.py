"""Findings as diagnostics: one at each claim in conflict, with the places of the other positions."""

from __future__ import annotations

from collections import defaultdict

from lsprotocol import types

from checker.model import Claim, Finding, Position, Report
from checker.reports.places import places, quote, reported, sentence
from checker.reports.quotes import said
from checker.server.texts import Texts

MOST = 20  # places related to one diagnostic
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnostics(report: Report, texts: Texts) -> dict[str, list[types.Diagnostic]]:
    """The diagnostics of each file. Accepted findings are none."""
    found: dict[str, list[types.Diagnostic]] = defaultdict(list)
    for finding in reported(report):
        if finding.accepted is None:
            for position in finding.positions:
                for claim in _once(position):
                    found[claim.source.partition("#")[0]].append(_diagnostic(finding, position, claim, texts))
    return {path: sorted(items, key=_order) for path, items in sorted(found.items())}


def _once(position: Position) -> list[Claim]:
    """The position's claims, one for each place."""
    return list({(c.source, c.span): c for c in position.claims}.values())


def _diagnostic(finding: Finding, position: Position, claim: Claim, texts: Texts) -> types.Diagnostic:
    others = [p for p in places(finding) if (p.claim.source, p.claim.span) != (claim.source, claim.span)]
    others.sort(key=lambda p: p.value == position.value)  # those who say otherwise come first
    related = [
        types.DiagnosticRelatedInformation(texts.location(p.claim), f"{said(p.value)}: “{quote(p.claim)}”")
        for p in others[:MOST]
    ]
    return types.Diagnostic(
        range=texts.range(claim.source, claim.span),
        message=sentence(finding),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source="factlint",
        related_information=related,
        data={"finding": finding.id},
    )


def _order(item: types.Diagnostic) -> tuple[int, int, str, str]:
    return item.range.start.line, item.range.start.character, str(item.code), item.message
