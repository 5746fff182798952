"""Parts against their total: rounds against all that was raised, departments against the headcount."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from checker.findings.interface import Case, speaking
from checker.findings.made import make, position
from checker.model import Claim, Fact, Finding
from checker.packs import Rule
from checker.packs.checks import Total
from checker.values import show
from checker.values.qualifiers import qualifier


def check(case: Case, rule: Rule, parameters: Total) -> Iterator[Finding]:
    """A finding for each total that its parts exceed (where complete: or do not reach)."""
    for total in _totals(case, rule, parameters):
        for claim in speaking(total.claims):
            yield from _against(case, rule, parameters, total, claim)


def _totals(case: Case, rule: Rule, parameters: Total) -> list[Fact]:
    facts = case.by_attribute.get(rule.attributes[-1], [])
    return [fact for fact in facts if not parameters.key or not fact.qualifiers.get(parameters.key)]


def _against(case: Case, rule: Rule, parameters: Total, total: Fact, claim: Claim) -> Iterator[Finding]:
    parts = _parts(case, rule, parameters, claim)
    if len(parts) < 2:
        return
    low = sum(part.value.low or 0.0 for part in parts)
    high = sum(inf if part.value.high is None else part.value.high for part in parts)
    total_low = -inf if claim.value.low is None else claim.value.low
    total_high = inf if claim.value.high is None else claim.value.high
    reason = ""
    if low > total_high * (1 + parameters.relative):
        reason = f"arithmetic: {len(parts)} parts add up to {low:,.0f}, more than {show(claim.value)}"
    elif parameters.complete and high < total_low * (1 - parameters.relative):
        reason = f"arithmetic: {len(parts)} parts add up to {high:,.0f}, less than {show(claim.value)}"
    if reason:
        yield make(
            rule,
            total,
            "conflict",
            [position(claim.value, [claim]), *(position(p.value, [p]) for p in parts)],
            reason,
            case.world,
        )


def _parts(case: Case, rule: Rule, parameters: Total, claim: Claim) -> list[Claim]:
    """One claim for each part, the least, of the total's source, currency and date."""
    found: dict[str, Claim] = {}
    for fact in case.by_attribute.get(rule.attributes[0], ()):
        if fact.attribute == rule.attributes[-1] and not (parameters.key and fact.qualifiers.get(parameters.key)):
            continue
        key = qualifier(parameters.key, fact.qualifiers.get(parameters.key, "")) if parameters.key else ""
        if parameters.key and (not key or any(word in key for word in parameters.leave_out)):
            continue
        for part in speaking(fact.claims):
            if (
                (parameters.together or part.source == claim.source)
                and _of_one_date(part, claim)
                and part.value.currency == claim.value.currency
                and part.value.low is not None
            ):
                best = found.get(key)
                if best is None or (part.value.low, part.id) < (best.value.low or 0.0, best.id):
                    found[key] = part
    return [found[key] for key in sorted(found)]


def _of_one_date(part: Claim, total: Claim) -> bool:
    """Parts of any date are held against an undated total, those of its date against a dated one."""
    dated = total.qualifiers.get("as_of", "")
    return not dated or qualifier("as_of", part.qualifiers.get("as_of", "")) == qualifier("as_of", dated)
