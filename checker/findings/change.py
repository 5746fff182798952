"""A change in per cent against the figures before and after it: "up 15–30 % from about 300 to 350–400"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings.interface import Case, days_of
from checker.findings.made import make, position
from checker.model import Claim, Fact, Finding
from checker.packs import Rule
from checker.packs.checks import Change
from checker.values import show


def check(case: Case, rule: Rule, parameters: Change) -> Iterator[Finding]:
    """A finding where a source's change (attributes: [change, figure]) does not follow from its own two figures."""
    for change in case.by_attribute.get(rule.attributes[0], ()):
        for figures in case.by_attribute.get(rule.attributes[-1], ()):
            if all(
                figures.qualifiers.get(k) == v
                for k, v in change.qualifiers.items()
                if k in figures.qualifiers or k == "scope"
            ):
                yield from _compare(case, rule, parameters, change, figures)


def _compare(case: Case, rule: Rule, parameters: Change, change: Fact, figures: Fact) -> Iterator[Finding]:
    for claim in change.claims:
        dated = sorted(
            ((day, c.id, c) for c in figures.claims if c.source == claim.source and c.modality != "denied"
             and (day := days_of(c.qualifiers.get("as_of", ""))[0])),
        )  # fmt: skip
        if len(dated) == 2:
            before, after = dated[0][2], dated[1][2]
            low, high = _growth(before, after)
            said_low, said_high = (
                claim.value.low or 0.0,
                claim.value.high if claim.value.high is not None else float("inf"),
            )
            give = parameters.tolerance * 100
            if (
                low > said_high + give
                or high < said_low - give
                or (_ranged(claim) and (abs(low - said_low) > give or abs(high - said_high) > give))
            ):
                ends = f"from {show(before.value)} to {show(after.value)}"
                reason = f"arithmetic: {ends} is {low:+.0f} to {high:+.0f} %, not {show(claim.value)}"
                positions = [position(claim.value, [claim]), position(after.value, [before, after])]
                yield make(rule, figures, "conflict", positions, reason, case.world)


def _ranged(claim: Claim) -> bool:
    return claim.value.low != claim.value.high and claim.value.high is not None and claim.value.low is not None


def _growth(before: Claim, after: Claim) -> tuple[float, float]:
    """The least and the greatest growth in per cent that two ranges allow."""
    b_low, b_high = before.value.low or 0.0, before.value.high or before.value.low or 0.0
    a_low, a_high = after.value.low or 0.0, after.value.high or after.value.low or 0.0
    if not b_low or not b_high:
        return float("-inf"), float("inf")
    return (a_low / b_high - 1) * 100, (a_high / b_low - 1) * 100
