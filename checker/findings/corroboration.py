"""At least so many independent sources."""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings.interface import Case, speaking
from checker.findings.made import make, position
from checker.model import Finding
from checker.origins import independent
from checker.packs import Rule
from checker.packs.checks import Corroborated


def check(case: Case, rule: Rule, parameters: Corroborated) -> Iterator[Finding]:
    """A notice for each fact that fewer independent sources speak of; copies of one text count once."""
    for fact in case.of(rule.attributes):
        claims = speaking(fact.claims)
        count = independent(claims) if claims else 0
        if claims and count < parameters.sources:
            reason = f"single source: {count} independent of {parameters.sources} wanted"
            yield make(rule, fact, "notice", [position(claims[0].value, claims)], reason, case.world, rule.severity)
