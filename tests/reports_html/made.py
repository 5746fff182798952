"""Reports for the tests of the page: one that shows every part of it, a hostile one, and one of any size."""

from __future__ import annotations

from checker.model import Claim, Fact, Finding, Position, Report, Skipped, Source, Span, Subject, Value

ADA = Subject("Ada Byron", "person")
MILL = Subject("Mill", "organization")


def claim(
    source: str, subject: Subject, attribute: str, value: Value, quote: str, line: int = 3, **more: object
) -> Claim:
    at = quote.find(value.text)
    known = {
        "id": f"c{source}{line}{attribute}{value.text[:20]}", "source": source, "span": Span(line, 1, line, len(quote) + 1),
        "quote": quote, "subject": subject, "attribute": attribute, "value": value, "qualifiers": {},
        "mark": (at, at + len(value.text)) if at >= 0 and value.text else None,
    }  # fmt: skip
    return Claim(**{**known, **more})  # type: ignore[arg-type]


def conflict(number: int, subject: Subject, attribute: str, *sides: tuple[Claim, ...], **more: object) -> Finding:
    known = {
        "id": f"f{number:015x}", "rule": "T101", "name": "title-conflict", "verdict": "conflict", "severity": "error",
        "subject": subject, "attribute": attribute, "qualifiers": {}, "message": f"sources differ on {attribute} of {subject.name}",
        "positions": tuple(Position(side[0].value, side) for side in sides), "reason": "different: other words",
    }  # fmt: skip
    return Finding(**{**known, **more})  # type: ignore[arg-type]


def report(quote: str = "Ada was Senior Director of Looms at Mill.") -> Report:
    """Titles, dates and amounts in conflict, an agreement, something not read. ``quote`` is what one source says."""
    a = claim("a.md", ADA, "title", Value("title", "Senior Director of Looms"), quote)
    b = claim("b/b.txt", ADA, "title", Value("title", "Director of Looms"), "Ada, Director of Looms at Mill, left.", 7)
    c = claim(
        "c.txt", ADA, "title", Value("title", "Director of Looms"), "Ada was Director of Looms.", 9, modality="reported"
    )
    d = claim("a.md", ADA, "joined_on", Value("date", "May 1841", edtf="1841-05"), "She came in May 1841.", 4)
    e = claim("b/b.txt", ADA, "joined_on", Value("date", "3 June 1841", edtf="1841-06-03"), "It was 3 June 1841.", 8)
    f = claim(
        "a.md", MILL, "valuation", Value("money", "£2m", low=2e6, high=2e6, currency="GBP"), "Mill is worth £2m.", 5
    )
    g = claim("c.txt", MILL, "valuation", Value("money", "over £90m", low=9e7, currency="GBP"), "It is over £90m.", 10)
    findings = (
        conflict(1, ADA, "title", (b, c), (a,)),
        conflict(2, ADA, "joined_on", (d,), (e,), severity="warning"),
        conflict(3, MILL, "valuation", (f,), (g,), rule="F101", name="valuation-conflict"),
        conflict(4, ADA, "title", (b, c), verdict="agreement", severity="info", reason="same"),
    )
    facts = (Fact(ADA, "joined_on", {}, (d, e)), Fact(ADA, "title", {}, (a, b, c)), Fact(MILL, "valuation", {}, (f, g)))
    sources = tuple(
        Source(path=p, format="text", sha256="0" * 64, raw="", parts=[], published="1842")
        for p in ("a.md", "b/b.txt", "c.txt")
    )
    return Report(sources, (a, b, c, d, e, f, g), findings, facts, (Skipped("d.bin", 0, "not text"),))


def many(size: int) -> Report:
    """``size`` conflicts of 400 sources about a fifth as many subjects."""
    sources = tuple(Source(path=f"s/{n:03}.md", format="text", sha256="", raw="", parts=[]) for n in range(400))
    findings, facts, claims = [], [], []
    for n in range(size):
        subject = Subject(f"Company {n // 5:04}", "organization")
        one, two = (Value("quantity", f"{f * n + 7} people", low=f * n + 7.0, high=f * n + 7.0) for f in (1, 3))
        texts = [
            f"Company {n // 5:04}, by our count, employs {v.text} at site {n % 5}, and that is all of them."
            for v in (one, two)
        ]
        a, b, c = (
            claim(
                f"s/{(n * k) % 400:03}.md",
                subject,
                "headcount",
                v,
                t,
                n + 1,
                id=f"c{n}-{k}",
                qualifiers={"scope": f"site {n % 5}"},
            )
            for k, v, t in ((1, one, texts[0]), (7, two, texts[1]), (13, two, texts[1] + " Or so."))
        )
        claims += [a, b, c]
        facts.append(Fact(subject, "headcount", {"scope": f"site {n % 5}"}, (a, b, c)))
        findings.append(
            conflict(n, subject, "headcount", (b, c), (a,), qualifiers={"scope": f"site {n % 5}"}, rule="G104")
        )
    return Report(sources, tuple(claims), tuple(findings), tuple(facts))
