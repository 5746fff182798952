"""Plausible ranges of figures and dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import inf

from checker.findings.interface import Case, days_of, speaking
from checker.findings.made import by_value, make
from checker.model import Claim, Finding, Value
from checker.packs import Rule
from checker.packs.checks import Range
from checker.packs.written import value_of


def check(case: Case, rule: Rule, parameters: Range) -> Iterator[Finding]:
    """A finding for each fact with claims that lie wholly outside the range."""
    for fact in case.of(rule.attributes):
        wrong = [(claim, reason) for claim in speaking(fact.claims) if (reason := _outside(claim, parameters, case))]
        if wrong:
            yield make(rule, fact, "conflict", by_value(c for c, _ in wrong), wrong[0][1], case.world)


def _outside(claim: Claim, parameters: Range, case: Case) -> str:
    value = claim.value
    if value.kind == "date":
        return _date(value, parameters, case, claim)
    low = -inf if value.low is None else value.low
    high = inf if value.high is None else value.high
    least, most = (_figure(bound, value.kind) for bound in (parameters.least, parameters.most))
    if least is not None and high < least:
        return f"range: less than {_said(parameters.least)}"
    if most is not None and low > most:
        return f"range: more than {_said(parameters.most)}"
    if parameters.whole and low == high and low != int(low):
        return "range: not a whole number"
    return ""


def _figure(bound: float | str | None, kind: str) -> float | None:
    """One end of the range as a figure: "30 seconds" is 30."""
    if bound is None or isinstance(bound, (int, float)):
        return bound
    return value_of(bound, kind).low


def _said(bound: float | str | None) -> str:
    return f"{bound:g}" if isinstance(bound, (int, float)) else str(bound)


def _date(value: Value, parameters: Range, case: Case, claim: Claim) -> str:
    first, last = days_of(value.edtf or "")
    least, most = (_bound(bound, case, claim) for bound in (parameters.least, parameters.most))
    if least and least[0] and last and last < least[0]:
        return f"range: before {_said(parameters.least)}"
    if most and most[1] and first and first > most[1]:
        return f"range: after {'its source was published' if parameters.most == 'now' else _said(parameters.most)}"
    return ""


def _bound(bound: float | str | None, case: Case, claim: Claim) -> tuple[date | None, date | None] | None:
    if bound is None:
        return None
    if bound == "now":
        return case.world.published.get(claim.source)
    return days_of(_said(bound))
