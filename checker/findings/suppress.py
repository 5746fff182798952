"""Findings that a source itself asks to leave out (``sources/suppressions`` reads the wish) are marked as accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from checker.model import Accepted, Claim, Finding, Skipped, Source, Suppression

Wish = tuple[str, Suppression]
Without = Callable[[Finding, list[Claim]], list[Finding]]


def _nothing(finding: Finding, gone: list[Claim]) -> list[Finding]:
    return []


def suppress(
    findings: Iterable[Finding], sources: Sequence[Source], without: Without = _nothing
) -> tuple[list[Finding], list[Skipped]]:
    """The findings, those that a source takes back marked; a note on each suppression without use or reason.

    A finding is taken back where all claims of one position stand on lines that ask for it. Where two other positions
    are left, what ``without`` still finds of them (given the finding and the claims taken back) stands beside it.
    """
    wishes = {source.path: source.suppressions for source in sources if source.suppressions}
    if not wishes:
        return list(findings), []
    used: set[Wish] = set()
    touched: set[Wish] = set()
    marked: list[Finding] = []
    for finding in findings:
        sides = _sides(finding, wishes) if finding.verdict != "agreement" else []
        touched.update(wish for side in sides for wish in side if wish is not None)
        back = [side for side in sides if side and None not in side]
        hits = [wish for side in back for wish in side if wish is not None]
        used.update(hits)
        marked.append(replace(finding, accepted=Accepted("inline", why=hits[0][1].reason)) if hits else finding)
        if hits and len(finding.positions) - len(back) > 1:
            gone = [
                claim for at, side in zip(finding.positions, sides, strict=True) if side in back for claim in at.claims
            ]
            marked += without(finding, gone)
    return marked, _notes(wishes, used, touched - used)


def _sides(finding: Finding, wishes: dict[str, tuple[Suppression, ...]]) -> list[list[Wish | None]]:
    """For each position what takes back each of its claims."""
    return [[_hit(finding, claim, wishes.get(claim.source, ())) for claim in at.claims] for at in finding.positions]


def _hit(finding: Finding, claim: Claim, wishes: Sequence[Suppression]) -> Wish | None:
    for wish in sorted(wishes):
        named = not wish.rules or any(_names(word, finding) for word in wish.rules)
        if wish.reason and named and (not wish.line or claim.span.line <= wish.line <= claim.span.end_line):
            return claim.source, wish
    return None


def _names(word: str, finding: Finding) -> bool:
    return word in (finding.name, finding.attribute) or (bool(word) and finding.rule.startswith(word))


def _notes(wishes: dict[str, tuple[Suppression, ...]], used: set[Wish], partly: set[Wish]) -> list[Skipped]:
    return [
        Skipped(path, wish.at, reason)
        for path in sorted(wishes)
        for wish in sorted(set(wishes[path]))
        if (reason := _reason(wish, (path, wish) in used, (path, wish) in partly))
    ]


def _reason(wish: Suppression, used: bool, partly: bool) -> str:
    if not wish.reason:
        return "a suppression without a reason is not followed; say why behind it"
    rules = f" of {', '.join(wish.rules)}" if wish.rules else ""
    if partly:
        return f"a suppression{rules} that does not suffice: other claims say the same, and do not take it back"
    return "" if used else f"a suppression{rules} that nothing needs; remove it"
