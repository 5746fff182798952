"""Claims that lack a qualifier that they need: a valuation without a date."""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings.interface import Case, speaking
from checker.findings.made import make, position
from checker.model import Finding
from checker.packs import Rule
from checker.packs.checks import Required


def check(case: Case, rule: Rule, parameters: Required) -> Iterator[Finding]:
    """A notice for each fact with claims that lack one of the qualifiers."""
    for fact in case.of(rule.attributes):
        missing = [
            (claim, name)
            for claim in speaking(fact.claims)
            for name in parameters.qualifiers
            if not claim.qualifiers.get(name)
        ]
        if missing:
            names = sorted({name.replace("_", " ") for _, name in missing})
            claims = [claim for claim, _ in missing]
            yield make(
                rule,
                fact,
                "notice",
                [position(claims[0].value, claims)],
                f"unverifiable: no {', '.join(names)}",
                case.world,
                rule.severity,
            )
