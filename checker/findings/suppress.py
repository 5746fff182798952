"""Findings that a source itself asks to leave out (``sources/suppressions`` reads the wish) are marked as accepted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from checker.model import Accepted, Claim, Finding, Skipped, Source, Suppression

Wish = tuple[str, Suppression]


def suppress(findings: Iterable[Finding], sources: Sequence[Source]) -> tuple[list[Finding], list[Skipped]]:
    """The findings, those that a source takes back marked; a note on each suppression without use or reason.

    A finding is taken back where all claims of one position stand on lines that ask for it.
    """
    wishes = {source.path: source.suppressions for source in sources if source.suppressions}
    if not wishes:
        return list(findings), []
    used: set[Wish] = set()
    marked = []
    for finding in findings:
        hits = _hits(finding, wishes) if finding.verdict != "agreement" else []
        used.update(hits)
        marked.append(replace(finding, accepted=Accepted("inline", why=hits[0][1].reason)) if hits else finding)
    return marked, _notes(wishes, used)


def _hits(finding: Finding, wishes: dict[str, tuple[Suppression, ...]]) -> list[Wish]:
    for position in finding.positions:
        each = [_hit(finding, claim, wishes.get(claim.source, ())) for claim in position.claims]
        if each and all(each):
            return [wish for wish in each if wish is not None]
    return []


def _hit(finding: Finding, claim: Claim, wishes: Sequence[Suppression]) -> Wish | None:
    for wish in sorted(wishes):
        named = not wish.rules or any(word in (finding.rule, finding.name, finding.attribute) for word in wish.rules)
        if wish.reason and named and (not wish.line or claim.span.line <= wish.line <= claim.span.end_line):
            return claim.source, wish
    return None


def _notes(wishes: dict[str, tuple[Suppression, ...]], used: set[Wish]) -> list[Skipped]:
    return [
        Skipped(path, wish.at, reason)
        for path in sorted(wishes)
        for wish in sorted(set(wishes[path]))
        if (reason := _reason(wish, (path, wish) in used))
    ]


def _reason(wish: Suppression, used: bool) -> str:
    if not wish.reason:
        return "a suppression without a reason is not followed; say why behind it"
    rules = f" of {', '.join(wish.rules)}" if wish.rules else ""
    return "" if used else f"a suppression{rules} that nothing needs; remove it"
