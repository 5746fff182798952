"""The first date comes before the second: joined before left, born before hired."""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings.interface import Case, days_of, speaking
from checker.findings.made import by_value, make
from checker.model import Claim, Fact, Finding
from checker.packs import Rule
from checker.packs.checks import Order
from checker.values.qualifiers import qualifier


def check(case: Case, rule: Rule, parameters: Order) -> Iterator[Finding]:
    """A finding where the later-to-be is over before the earlier begins, whatever days the dates mean."""
    earlier, later = rule.attributes[0], rule.attributes[-1]
    for first in case.by_attribute.get(earlier, ()):
        for second in case.by_attribute.get(later, ()):
            if _together(first, second, parameters.key):
                yield from _compare(case, rule, parameters, first, second)


def _together(first: Fact, second: Fact, keys: list[str]) -> bool:
    shared = keys or sorted(first.qualifiers.keys() & second.qualifiers.keys())
    return all(
        qualifier(key, first.qualifiers.get(key, "")) == qualifier(key, second.qualifiers.get(key, ""))
        for key in shared
    )


def _compare(case: Case, rule: Rule, parameters: Order, first: Fact, second: Fact) -> Iterator[Finding]:
    wrong: list[tuple[Claim, Claim]] = []
    for b in speaking(second.claims):
        for a in speaking(first.claims):
            if (a.source, b.source) in case.namesakes:
                continue
            if _violates(a, b, parameters.equal) and not _returned(a, b, first, second):
                wrong.append((a, b))
    if wrong:
        starts, ends = [a for a, _ in wrong], [b for _, b in wrong]
        positions = [*by_value(starts), *by_value(ends)]
        reason = f"order: {later_word(rule)} {ends[0].value.edtf} lies before {starts[0].value.edtf}"
        fact = first if len(first.qualifiers) >= len(second.qualifiers) else second
        yield make(rule, fact, "conflict", positions, reason, case.world)


def later_word(rule: Rule) -> str:
    """The name of the date that should come later."""
    return rule.attributes[-1].replace("_", " ")


def _violates(a: Claim, b: Claim, equal: bool) -> bool:
    start, end = days_of(a.value.edtf or "")[0], days_of(b.value.edtf or "")[1]
    if start is None or end is None:
        return False
    return end < start or (not equal and end == start)


def _returned(a: Claim, b: Claim, first: Fact, second: Fact) -> bool:
    """Whether the source of one of the two also gives a date that fits: somebody who left, and came back."""
    starts = [c for c in speaking(first.claims) if c.source in (a.source, b.source)]
    ends = [c for c in speaking(second.claims) if c.source in (a.source, b.source)]
    return any(c is not a and not _violates(c, b, True) for c in starts if c.source == a.source) or any(
        c is not b and not _violates(a, c, True) for c in ends if c.source == b.source
    )
