"""Figures agree within a distance: absolute, relative, or half a unit of the last digit given."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from msgspec.structs import replace

from checker.findings.interface import Case
from checker.findings.made import make, position
from checker.findings.pairs import disjoint
from checker.findings.says import Say, says
from checker.model import Fact, Finding, Value
from checker.packs import Rule
from checker.packs.checks import Tolerance
from checker.packs.written import value_of
from checker.values.amounts import slack


def check(case: Case, rule: Rule, parameters: Tolerance) -> Iterator[Finding]:
    """A conflict for each fact whose figures lie further apart, an agreement where two sources' lie within."""
    for fact in case.of(rule.attributes):
        said = sorted(
            (say for say in says(fact, case)[0] if not say.denied), key=lambda s: (_low(s.value), s.as_of, s.value.text)
        )
        for unit in sorted({_unit(say.value) for say in said}):  # what is of different units is not compared
            yield from _fact(case, rule, parameters, fact, [say for say in said if _unit(say.value) == unit])


def _unit(value: Value) -> str:
    if value.kind == "measure":
        from checker.values.measure import dimension

        return dimension(value)
    return value.currency or ""


def _fact(case: Case, rule: Rule, parameters: Tolerance, fact: Fact, said: list[Say]) -> Iterator[Finding]:
    dated = case.world.attribute(fact.attribute).dated
    groups: list[list[Say]] = []
    for say in said:
        home = next(
            (g for g in groups if all(_apart_in_time(say, k, dated) or _fits(say, k, parameters) for k in g)), None
        )
        if home is None:
            groups.append([say])
        else:
            home.append(say)
    positions = [position(g[0].value, [claim for say in g for claim in say.claims]) for g in groups]
    if len(positions) > 1:
        yield make(rule, fact, "conflict", positions, "different: further apart than allowed", case.world)
    elif positions and any(a.sources | b.sources != a.sources & b.sources for a, b in _compared(said, dated)):
        yield make(
            rule, fact, "agreement", positions, "same" if len(said) == 1 else "rounds: within the tolerance", case.world
        )


def _fits(a: Say, b: Say, parameters: Tolerance) -> bool:
    return within(a.value, b.value, parameters)


def _apart_in_time(a: Say, b: Say, dated: bool) -> bool:
    """Whether two figures of what changes with time are of different dates, and so are not compared."""
    return dated and bool(a.as_of) and bool(b.as_of) and disjoint(a.as_of, b.as_of)


def _compared(said: list[Say], dated: bool) -> Iterator[tuple[Say, Say]]:
    """Things said that are compared, each with itself too: two sources may say the same."""
    for index, say in enumerate(said):
        if len(say.sources) > 1:
            yield say, replace(say, sources=set())
        yield from ((say, other) for other in said[index + 1 :] if not _apart_in_time(say, other, dated))


def _low(value: Value) -> float:
    return -inf if value.low is None else value.low


def within(a: Value, b: Value, parameters: Tolerance) -> bool:
    """Whether two amounts (or dates, in days) lie no further apart than the parameters allow."""
    if a.currency != b.currency:
        return False
    gap, size, give = _apart(a, b)
    allowed = max(
        _absolute(parameters, a.kind), (parameters.relative or 0.0) * size, give if parameters.last_digit else 0.0
    )
    return gap <= allowed * (1 + 1e-9)


def _absolute(parameters: Tolerance, kind: str) -> float:
    given = parameters.absolute
    if isinstance(given, str):
        return value_of(given, kind).low or 0.0
    return given or 0.0


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
