"""What two dates imply: an age from a birth date, a duration from start and end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import inf

from msgspec import Struct

from checker.findings.interface import Case, days_of, speaking
from checker.findings.made import make, position
from checker.model import Claim, Fact, Finding
from checker.packs import Rule
from checker.packs.checks import Implied
from checker.values import show

_DAYS = {"years": 365.2425, "months": 30.436875, "weeks": 7.0, "days": 1.0}
_SECONDS = 86_400.0
_Days = tuple[date | None, date | None]


class _End(Struct, frozen=True):
    """The last days that a span can have, with the claim that says so, if one does."""

    days: _Days
    claim: Claim | None = None


def check(case: Case, rule: Rule, parameters: Implied) -> Iterator[Finding]:
    """A finding for each figure that no days within the dates allow; the end is that, as_of, or publication."""
    figures, starts, *ends = ([*case.by_attribute.get(name, ())] for name in rule.attributes)
    for fact in figures:
        for begin in starts:
            if not _together(fact, begin):
                continue
            for claim in speaking(fact.claims):
                for start in speaking(begin.claims):
                    for end in _ends(case, claim, begin, ends[0] if ends else None):
                        yield from _compare(case, rule, parameters, fact, claim, start, end)


def _together(one: Fact, other: Fact) -> bool:
    """Whether nothing that both are told apart by differs: a contract without a club goes with any."""
    return all(other.qualifiers.get(key, text) == text for key, text in one.qualifiers.items())


def _ends(case: Case, claim: Claim, begin: Fact, ends: list[Fact] | None) -> Iterator[_End]:
    if ends is not None:
        for fact in ends:
            if _together(begin, fact):
                yield from (_End(days_of(end.value.edtf or ""), end) for end in speaking(fact.claims))
    elif claim.qualifiers.get("as_of"):
        yield _End(days_of(claim.qualifiers["as_of"]))
    elif claim.source in case.world.published:
        yield _End(case.world.published[claim.source])


def _compare(
    case: Case, rule: Rule, parameters: Implied, fact: Fact, claim: Claim, start: Claim, end: _End
) -> Iterator[Finding]:
    first, last = days_of(start.value.edtf or ""), end.days
    if not (first[0] and first[1] and last[0] and last[1]):
        return
    unit, give = _DAYS[parameters.unit], parameters.slack * _DAYS[parameters.unit]
    least, most = (last[0] - first[1]).days, (last[1] - first[0]).days
    low, high = _in_days(claim, unit)
    if high < least - give or low > most + give:
        shown = show(claim.value) if claim.value.kind == "measure" else f"{show(claim.value)} {parameters.unit}"
        given = f"{max(least, 0) / unit:.0f} to {most / unit:.0f} {parameters.unit}"
        others = [start, *([end.claim] if end.claim else [])]
        positions = [position(claim.value, [claim]), position(start.value, others)]
        yield make(rule, fact, "conflict", positions, f"arithmetic: {shown}, where the dates give {given}", case.world)


def _in_days(claim: Claim, unit: float) -> tuple[float, float]:
    """The least and the greatest number of days that a figure can mean: a measure of time has a unit of its own."""
    size = 1 / _SECONDS if claim.value.kind == "measure" else unit
    low = -inf if claim.value.low is None else claim.value.low * size
    return low, inf if claim.value.high is None else claim.value.high * size
