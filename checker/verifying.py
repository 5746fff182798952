"""``verify``: a draft held against the corpus, claim by claim."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker import intake
from checker.config import Settings
from checker.gating import GateRequest, Held, hold, only_new
from checker.intake import Progress
from checker.model import Claim, Finding, Report
from checker.reports.worksheet import Entry, Standing, Worksheet


class Verified(Struct, frozen=True):
    """The worksheet, and the report on the conflicts in which the drafts have a part."""

    worksheet: Worksheet
    report: Report


def verify(request: GateRequest, settings: Settings, progress: Progress = intake.silent) -> Verified:
    """What supports and what contradicts each claim of the drafts (``request.new``). Raises UserError as ``check``."""
    held = hold(request, settings, progress)
    report = only_new(held.report, held.ours, held.ids, every=request.every_verdict, more=held.own)
    return Verified(Worksheet(tuple(_entries(held))), report)


def _entries(held: Held) -> Iterator[Entry]:
    found: dict[str, list[Finding]] = {}
    for finding in held.report.findings:
        for at in finding.positions:
            for claim in at.claims:
                if claim.source in held.ours:
                    found.setdefault(claim.id, []).append(finding)
    spoken = {claim.id for fact in held.report.facts if _of_others(fact.claims, held) for claim in fact.claims}
    for claim in held.report.claims:
        if claim.id in held.ids and claim.source in held.ours:
            yield _entry(claim, found.get(claim.id, []), held, claim.id in spoken)


def _entry(claim: Claim, findings: list[Finding], held: Held, spoken: bool) -> Entry:
    from checker.origins import independent
    from checker.values import compare

    supports: dict[str, Claim] = {}
    against: dict[str, Claim] = {}
    for finding in findings:
        for at in finding.positions:
            mine = any(other.id == claim.id for other in at.claims)
            side = supports if mine else against
            if mine or finding.verdict == "conflict":
                side.update({other.id: other for other in _of_others(at.claims, held)})
    for known in supports:
        against.pop(known, None)
    standing: Standing = "apart" if spoken else "nothing"
    if supports or against:
        standing = "disputed" if supports and against else "supported" if supports else "contradicted"
    exact = {c.source for c in supports.values() if compare(c.value, claim.value).verdict == "same"}
    return Entry(
        claim, standing, _sorted(supports), _sorted(against), independent(supports.values()), len(exact),
        tuple(sorted({f.reason for f in findings if f.reason})),
    )  # fmt: skip


def _of_others(claims: tuple[Claim, ...], held: Held) -> list[Claim]:
    return [claim for claim in claims if claim.source not in held.ours]


def _sorted(claims: dict[str, Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims.values(), key=lambda c: (c.source, c.span, c.id)))
