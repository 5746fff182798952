"""Reports made by hand, for the tests of what renders them."""

from __future__ import annotations

from checker.model import (
    Claim,
    Fact,
    Finding,
    Position,
    Report,
    Severity,
    Skipped,
    Source,
    Span,
    Subject,
    Value,
    Verdict,
)

ADA = Subject("Ada Byron", "person")


def source(path: str) -> Source:
    return Source(path=path, format="text", sha256="0" * 64, raw="", parts=[], published="2026-05-19")


def claim(path: str, quote: str, value: Value, line: int = 3, **more: object) -> Claim:
    at = quote.find(value.text)
    known = {
        "id": f"c{path}{line}{value.text}", "source": path, "span": Span(line, 1, line, len(quote) + 1), "quote": quote,
        "subject": ADA, "attribute": "title", "value": value, "qualifiers": {"organization": "Mill"},
        "mark": (at, at + len(value.text)) if at >= 0 else None,
    }  # fmt: skip
    return Claim(**{**known, **more})  # type: ignore[arg-type]


def finding(
    *positions: Position, verdict: Verdict = "conflict", severity: Severity = "error", **more: object
) -> Finding:
    known = {
        "id": "f1", "rule": "T101", "name": "title-conflict", "verdict": verdict, "severity": severity, "subject": ADA,
        "attribute": "title", "qualifiers": {"organization": "Mill"},
        "message": "Ada Byron held different titles at Mill",
        "positions": positions,
    }  # fmt: skip
    return Finding(**{**known, **more})  # type: ignore[arg-type]


def report(
    quote_a: str = "Ada was Senior Director of Looms at Mill.", quote_b: str = "Ada, Director of Looms at Mill, left."
) -> Report:
    one, two = Value("title", "Senior Director of Looms"), Value("title", "Director of Looms")
    a, b = claim("a.md", quote_a, one), claim("folder/b.txt", quote_b, two, 7)
    c = claim("folder/c.txt", quote_b, two, 9)
    conflict = finding(Position(one, (a,)), Position(two, (b, c)))
    agreement = finding(
        Position(two, (b, c)), id="f2", rule="T102", verdict="agreement", severity="info", reason="same"
    )
    return Report(
        sources=tuple(source(p) for p in ("a.md", "folder/b.txt", "folder/c.txt")),
        claims=(a, b, c),
        findings=(conflict, agreement),
        facts=(Fact(ADA, "title", {"organization": "Mill"}, (a, b, c)),),
        skipped=(Skipped("folder/d.bin", 0, "not text"),),
    )
