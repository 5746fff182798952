"""The fact under the cursor: what it is, what this source and the others say of it, and where."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from checker.model import Claim, Fact, Finding, Report
from checker.reports.places import quote
from checker.reports.safety import markdown
from checker.reports.words import about, place, shown
from checker.server.texts import Texts, uri_of, within

MOST = 12  # claims shown of one fact
Under = tuple[Fact, Claim]


def under(report: Report, path: str, at: tuple[int, int]) -> list[Under]:
    """The facts that the text at a place (line, column) speaks of, with the claim there.

    Those in conflict come first, then those of the narrowest claim.
    """
    disputed = {c.id for f in report.findings if f.verdict == "conflict" for p in f.positions for c in p.claims}
    found = [
        (fact, claim)
        for fact in report.facts
        for claim in fact.claims
        if claim.source.partition("#")[0] == path and within(claim.span, at)
    ]
    return sorted(found, key=lambda f: (f[1].id not in disputed, _size(f[1]), f[0].subject, f[0].attribute, f[1].id))


def hover(report: Report, path: str, at: tuple[int, int], texts: Texts) -> types.Hover | None:
    """What the sources say of the facts at a place, this one first."""
    facts = under(report, path, at)
    if not facts:
        return None
    parts = [part for fact, claim in facts[:3] for part in _told(report, fact, claim)]
    content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(parts))
    return types.Hover(content, texts.range(path, facts[0][1].span))


def elsewhere(report: Report, path: str, at: tuple[int, int]) -> list[Claim]:
    """The other claims about the facts at a place: those of other values first."""
    found: dict[tuple[str, object], Claim] = {}
    for fact, own in under(report, path, at):
        for claim in sorted(fact.claims, key=lambda c: (shown(c) == shown(own), place(c))):
            if (claim.source, claim.span) != (own.source, own.span):
                found.setdefault((claim.source, claim.span), claim)
    return list(found.values())


def _told(report: Report, fact: Fact, own: Claim) -> Iterator[str]:
    yield f"**{markdown(fact.subject.name)}: {markdown(about(fact.attribute, fact.qualifiers))}**"
    others = sorted((c for c in fact.claims if c is not own), key=lambda c: (shown(c) == shown(own), place(c)))
    lines = [f"- {markdown(shown(own))} (here)"]
    lines += [f"- {markdown(shown(c))}: {_link(c)} “{markdown(quote(c))}”" for c in others[:MOST]]
    if len(others) > MOST:
        lines.append(f"- and {len(others) - MOST} more")
    yield "\n".join(lines) if others else f"{lines[0]}\n\nNo other source speaks of it."
    for finding in _findings(report, fact):
        accepted = (
            f" (accepted{f': {finding.accepted.why}' if finding.accepted.why else ''})" if finding.accepted else ""
        )
        yield markdown(f"{finding.rule} {finding.verdict}: {finding.message}{accepted}")


def _findings(report: Report, fact: Fact) -> list[Finding]:
    ids = {claim.id for claim in fact.claims}
    return [
        f
        for f in report.findings
        if f.attribute == fact.attribute and any(c.id in ids for p in f.positions for c in p.claims)
    ]


def _link(claim: Claim) -> str:
    return f"[{markdown(f'{claim.source}:{claim.span.line}')}]({uri_of(claim.source)}#L{claim.span.line})"


def _size(claim: Claim) -> tuple[int, int]:
    span = claim.span
    return span.end_line - span.line, span.end_column - span.column
