"""Figures agree within a distance: absolute, relative, or half a unit of the last digit given."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from checker.findings.interface import Case
from checker.findings.made import make, position
from checker.findings.says import Say, says
from checker.model import Fact, Finding, Value
from checker.packs import Rule
from checker.packs.checks import Tolerance
from checker.values.amounts import slack


def check(case: Case, rule: Rule, parameters: Tolerance) -> Iterator[Finding]:
    """A conflict for each fact whose figures lie further apart, an agreement where two sources' lie within."""
    for fact in case.of(rule.attributes):
        yield from _fact(case, rule, parameters, fact)


def _fact(case: Case, rule: Rule, parameters: Tolerance, fact: Fact) -> Iterator[Finding]:
    said = sorted(
        (say for say in says(fact, case)[0] if not say.denied), key=lambda s: (_low(s.value), s.as_of, s.value.text)
    )
    groups: list[list[Say]] = []
    for say in said:
        home = next((g for g in groups if all(within(say.value, k.value, parameters) for k in g)), None)
        if home is None:
            groups.append([say])
        else:
            home.append(say)
    positions = [position(g[0].value, [claim for say in g for claim in say.claims]) for g in groups]
    if len(positions) > 1:
        yield make(rule, fact, "conflict", positions, "different: further apart than allowed", case.world)
    elif positions and len({claim.source for claim in positions[0].claims}) > 1:
        yield make(
            rule, fact, "agreement", positions, "same" if len(said) == 1 else "rounds: within the tolerance", case.world
        )


def _low(value: Value) -> float:
    return -inf if value.low is None else value.low


def within(a: Value, b: Value, parameters: Tolerance) -> bool:
    """Whether two amounts (or dates, in days) lie no further apart than the parameters allow."""
    if a.currency != b.currency:
        return False
    gap, size, give = _apart(a, b)
    allowed = max(
        parameters.absolute or 0.0, (parameters.relative or 0.0) * size, give if parameters.last_digit else 0.0
    )
    return gap <= allowed * (1 + 1e-9)


def _apart(a: Value, b: Value) -> tuple[float, float, float]:
    if a.kind == "date":
        from checker.findings.interface import days_of

        (a_low, a_high), (b_low, b_high) = days_of(a.edtf or ""), days_of(b.edtf or "")
        if not (a_low and a_high and b_low and b_high):
            return 0.0, 0.0, 0.0
        return float(max((b_low - a_high).days, (a_low - b_high).days, 0)), 0.0, 0.0
    low, other = _low(a), _low(b)
    high, other_high = (inf if v.high is None else v.high for v in (a, b))
    return max(low - other_high, other - high, 0.0), max(abs(low), abs(other)), max(slack(a), slack(b))
