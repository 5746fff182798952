"""A change in per cent against the figures before and after it: "up 15–30 % from about 300 to 350–400"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from checker import lazy
from checker.findings.interface import Case, days_of, speaking
from checker.findings.made import make, position
from checker.model import Claim, Fact, Finding
from checker.packs import Rule
from checker.packs.checks import Change
from checker.values import show

_DOWN = lazy.compile(
    r"\b(?:fell|falls?|falling|fallen|down|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|cut|lost|los[se]\w*|slip\w*"
    r"|plung\w*|slump\w*|lower\w*|reduc\w*|less|fewer)\b",
    re.IGNORECASE,
)
_NEAR = 40  # characters before a change in which the word stands that says which way it went


def check(case: Case, rule: Rule, parameters: Change) -> Iterator[Finding]:
    """A finding where a source's change does not follow from its own two figures."""
    for change in case.by_attribute.get(rule.attributes[0], ()):
        for figures in case.by_attribute.get(rule.attributes[-1], ()):
            if _together(change, figures):
                for claim in speaking(change.claims):
                    yield from _compare(case, rule, parameters, claim, figures)


def _together(change: Fact, figures: Fact) -> bool:
    return all(
        figures.qualifiers.get(k) == v for k, v in change.qualifiers.items() if k in figures.qualifiers or k == "scope"
    )


def _compare(case: Case, rule: Rule, parameters: Change, claim: Claim, figures: Fact) -> Iterator[Finding]:
    pair = _named(case, rule, claim) if len(rule.attributes) == 3 else _dated(claim, figures)
    if pair is None:
        return
    before, after = pair
    low, high = _growth(before, after)
    said_low, said_high = _signed(claim)
    give = parameters.tolerance * 100
    apart = low > said_high + give or high < said_low - give
    if apart or (_ranged(claim) and (abs(low - said_low) > give or abs(high - said_high) > give)):
        ends = f"from {show(before.value)} to {show(after.value)}"
        reason = f"arithmetic: {ends} is {low:+.0f} to {high:+.0f} %, not {show(claim.value)}"
        positions = [position(claim.value, [claim]), position(after.value, [before, after])]
        yield make(rule, figures, "conflict", positions, reason, case.world)


def _dated(claim: Claim, figures: Fact) -> tuple[Claim, Claim] | None:
    """The two figures of the source by their dates; None where there are not just two."""
    dated = sorted(
        (day, c.id, c)
        for c in speaking(figures.claims)
        if c.source == claim.source and (day := days_of(c.qualifiers.get("as_of", ""))[0])
    )
    return (dated[0][2], dated[1][2]) if len(dated) == 2 else None


def _named(case: Case, rule: Rule, claim: Claim) -> tuple[Claim, Claim] | None:
    """The figures before and after, each an attribute of its own; None where the source gives one of them twice."""
    sides = []
    for name in rule.attributes[1:]:
        facts = case.by_attribute.get(name, ())
        sides.append([c for fact in facts for c in speaking(fact.claims) if c.source == claim.source])
    return (sides[0][0], sides[1][0]) if len(sides[0]) == len(sides[1]) == 1 else None


def _signed(claim: Claim) -> tuple[float, float]:
    """The change as said, below zero where the words before it say that it went down."""
    low = claim.value.low or 0.0
    high = inf if claim.value.high is None else claim.value.high
    at = claim.mark[0] if claim.mark else claim.quote.find(claim.value.text)
    fell = low > 0 and at >= 0 and _DOWN.search(claim.quote[max(0, at - _NEAR) : at])
    return (-high, -low) if fell else (low, high)


def _ranged(claim: Claim) -> bool:
    return claim.value.low != claim.value.high and claim.value.high is not None and claim.value.low is not None


def _growth(before: Claim, after: Claim) -> tuple[float, float]:
    """The least and the greatest growth in per cent that two ranges allow."""
    b_low, b_high = before.value.low or 0.0, before.value.high or before.value.low or 0.0
    a_low, a_high = after.value.low or 0.0, after.value.high or after.value.low or 0.0
    if not b_low or not b_high:
        return -inf, inf
    return (a_low / b_high - 1) * 100, (a_high / b_low - 1) * 100
