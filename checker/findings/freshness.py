"""Claims that are old against the newest source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker.findings.interface import Case, days_of, speaking
from checker.findings.made import make, position
from checker.model import Claim, Finding
from checker.packs import Rule
from checker.packs.checks import Fresh


def check(case: Case, rule: Rule, parameters: Fresh) -> Iterator[Finding]:
    """A notice for each fact whose every claim is older than so many days; as_of decides, else the publication date."""
    newest = case.world.newest
    for fact in case.of(rule.attributes):
        claims = speaking(fact.claims)
        dated = [(day, claim) for claim in claims if (day := _day(claim, case))]
        if newest is None or not dated or len(dated) < len(claims):
            continue
        latest = max(day for day, _ in dated)
        age = (newest - latest).days
        if age > parameters.days:
            yield make(
                rule,
                fact,
                "notice",
                [position(claims[0].value, claims)],
                f"stale: {age} days older than the newest source",
                case.world,
                rule.severity,
            )


def _day(claim: Claim, case: Case) -> date | None:
    as_of = claim.qualifiers.get("as_of")
    if as_of:
        return days_of(as_of)[1]
    known = case.world.published.get(claim.source)
    return known[1] if known else None
