"""SARIF 2.1.0, for code-scanning services and viewers.

Accepted findings stay, marked (``baselineState``, ``suppressions``). Columns are counted in characters, as in all our
reports, and the run says so. Agreements are no results.
"""

from __future__ import annotations

import os
import re
from typing import Any
from urllib.parse import quote as percent

from checker import __version__, lazy
from checker.model import Accepted, Claim, Finding, Report, RuleNote, Skipped
from checker.reports.places import MOST, Place, file_of, places, quote, reported, sentence
from checker.reports.quotes import said
from checker.reports.safety import markdown, plain

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_BRACES = lazy.compile(r"[{}]")
_LINKS = lazy.compile(r"[\\\[\]]")


def render_sarif(report: Report) -> str:
    """One run: every conflict and notice with its rule, its first place and the places of the other positions."""
    import msgspec

    findings = reported(report)
    rules = _rules(report, findings)
    index = {rule["id"]: n for n, rule in enumerate(rules)}
    driver = {"name": "factlint", "version": __version__, "semanticVersion": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder that factlint was run in."}}},
        "invocations": [_invocation(report)],
        "results": [_result(f, index[f.rule], report) for f in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=1).decode() + "\n"


def literal(text: str) -> str:
    """One safe line for a message: what SARIF takes for a placeholder or a link is escaped."""
    return _BRACES.sub(lambda m: m[0] * 2, _LINKS.sub(lambda m: "\\" + m[0], plain(text)))


def _rules(report: Report, findings: list[Finding]) -> list[dict[str, Any]]:
    """The rules of the findings; of one that no pack describes, what its findings say."""
    known = {note.id: note for note in report.rules}
    used = {f.rule: f for f in findings}
    return [
        _rule(known.get(id_) or RuleNote(id_, f.name, f.message, "", f.severity)) for id_, f in sorted(used.items())
    ]


def _rule(note: RuleNote) -> dict[str, Any]:
    words = note.name.replace("-", " ").capitalize()
    why = note.why or words
    return {
        "id": note.id,
        "name": "".join(part.capitalize() for part in note.name.split("-")),
        "shortDescription": {"text": literal(words)},
        "fullDescription": {"text": literal(why)},
        "help": {
            "text": literal(f"{why} (factlint explain {note.id} shows examples.)"),
            "markdown": _BRACES.sub(
                lambda m: m[0] * 2, f"{markdown(why)} (`factlint explain {note.id}` shows examples.)"
            ),
        },
        "defaultConfiguration": {"level": _LEVELS[note.severity]},
        "properties": {"tags": ["facts", *([note.pack] if note.pack else [])], "precision": "high"},
    }


def _result(finding: Finding, rule: int, report: Report) -> dict[str, Any]:
    at = places(finding, report.fresh)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "kind": "fail",
        "message": {"text": _message(finding, at)},
        "locations": [_location(at[0].claim)] if at else [],
        "partialFingerprints": _fingerprints(finding),
        "properties": _properties(finding),
    }
    if at[1:]:
        result["relatedLocations"] = [
            {"id": n, **_location(p.claim), "message": {"text": literal(f"{said(p.value)}: {quote(p.claim)}")}}
            for n, p in enumerate(at[1:], 1)
        ]
    if report.baseline:
        accepted = finding.accepted is not None and finding.accepted.kind == "baseline"
        result["baselineState"] = "unchanged" if accepted else "new"
    if report.baseline or any(f.accepted for f in report.findings):  # said of all results, or of none
        result["suppressions"] = [_suppression(finding.accepted)] if finding.accepted else []
    return result


def _message(finding: Finding, found: list[Place]) -> str:
    """What is found, then who says what, linked to the related locations."""
    lines = []
    for n, at in enumerate(found):
        value = literal(said(at.value))
        lines.append(f"- {f'[{value}]({n})' if n else value} in {literal(at.claim.source)}, line {at.claim.span.line}")
    return "\n".join([literal(sentence(finding)), *lines])


def _location(claim: Claim) -> dict[str, Any]:
    span = claim.span
    region: dict[str, Any] = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    if (span.end_line, span.end_column) < (span.line, span.column):  # somebody's claims file
        region = {"startLine": span.line, "startColumn": span.column}
    if claim.quote:
        region["snippet"] = {"text": claim.quote[:2000].encode("utf-8", "replace").decode()}
    return {"physicalLocation": {"artifactLocation": _artifact(claim.source), "region": region}}


def _artifact(source: str) -> dict[str, str]:
    path = file_of(source).encode("utf-8", "replace").decode()
    if os.path.isabs(path) or re.match(r"[A-Za-z]:/", path):
        return {"uri": "file:///" + percent(path.lstrip("/"), safe="/:")}
    return {"uri": percent(path), "uriBaseId": "SRCROOT"}


def _fingerprints(finding: Finding) -> dict[str, str]:
    """What stays when lines move: the finding's id is made of the rule, the fact and what the positions say."""
    return {"factlintFinding/v1": finding.id, "primaryLocationLineHash": f"{finding.id}:1"}


def _properties(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {
        "verdict": finding.verdict,
        "subject": plain(finding.subject.name),
        "attribute": finding.attribute,
        "qualifiers": {plain(k): plain(v) for k, v in sorted(finding.qualifiers.items())},
    }
    left = len({(c.source, c.span) for p in finding.positions for c in p.claims}) - MOST
    return (
        found
        | ({"reason": plain(finding.reason)} if finding.reason else {})
        | ({"morePlaces": left} if left > 0 else {})
    )


def _suppression(accepted: Accepted) -> dict[str, Any]:
    kind = "inSource" if accepted.kind == "inline" else "external"
    details = {k: plain(v) for k in ("who", "when", "expires") if (v := getattr(accepted, k))}
    return {
        "kind": kind,
        "status": "accepted",
        **({"justification": plain(accepted.why)} if accepted.why else {}),
        **({"properties": details} if details else {}),
    }


def _invocation(report: Report) -> dict[str, Any]:
    """Whether everything could be read, and what could not."""
    notices = [_notification(item) for item in (*report.skipped, *report.notes)]
    found: dict[str, Any] = {"executionSuccessful": not any(item.fatal for item in report.skipped)}
    return found | ({"toolExecutionNotifications": notices} if notices else {})


def _notification(item: Skipped) -> dict[str, Any]:
    region = {"region": {"startLine": item.line}} if item.line else {}
    where = {"physicalLocation": {"artifactLocation": _artifact(item.path), **region}}
    return {
        "level": "error" if item.fatal else "note",
        "message": {"text": literal(item.reason)},
        "locations": [where],
    }
