"""What two dates imply: an age from a birth date, a duration from start and end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker.findings.interface import Case, days_of, speaking
from checker.findings.made import make, position
from checker.model import Claim, Fact, Finding
from checker.packs import Rule
from checker.packs.checks import Implied
from checker.values import show

_DAYS = {"years": 365.2425, "months": 30.436875, "days": 1.0}


def check(case: Case, rule: Rule, parameters: Implied) -> Iterator[Finding]:
    """A finding for each figure that no days within the dates allow; the end is that, as_of, or publication."""
    figures, starts, *ends = ([*case.by_attribute.get(name, ())] for name in rule.attributes)
    for fact in figures:
        for claim in speaking(fact.claims):
            for begin in starts:
                if all(begin.qualifiers.get(k, v) == v for k, v in fact.qualifiers.items()):
                    yield from _compare(case, rule, parameters, fact, claim, begin, ends[0] if ends else None)


def _compare(
    case: Case, rule: Rule, parameters: Implied, fact: Fact, claim: Claim, begin: Fact, ends: list[Fact] | None
) -> Iterator[Finding]:
    for start in speaking(begin.claims):
        for end, last in _ends(case, claim, begin, ends):
            span = days_of(start.value.edtf or "")
            if not (span[0] and span[1] and end[0] and end[1]):
                continue
            unit = _DAYS[parameters.unit]
            least, most = (
                (end[0] - span[1]).days / unit - parameters.slack,
                (end[1] - span[0]).days / unit + parameters.slack,
            )
            low = claim.value.low if claim.value.low is not None else float("-inf")
            high = claim.value.high if claim.value.high is not None else float("inf")
            if high < least or low > most:
                given = f"{max(least + parameters.slack, 0):.0f} to {most - parameters.slack:.0f}"
                reason = f"arithmetic: {show(claim.value)} {parameters.unit}, where the dates give {given}"
                others = [start, *([last] if last else [])]
                yield make(
                    rule,
                    fact,
                    "conflict",
                    [position(claim.value, [claim]), position(start.value, others)],
                    reason,
                    case.world,
                )


def _ends(
    case: Case, claim: Claim, begin: Fact, ends: list[Fact] | None
) -> Iterator[tuple[tuple[date | None, date | None], Claim | None]]:
    if ends is not None:
        for fact in ends:
            if fact.qualifiers == begin.qualifiers:
                for end in speaking(fact.claims):
                    yield days_of(end.value.edtf or ""), end
        return
    as_of = claim.qualifiers.get("as_of")
    if as_of:
        yield days_of(as_of), None
    elif claim.source in case.world.published:
        yield case.world.published[claim.source], None
