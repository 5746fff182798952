"""Spans of time made of two dates: two posts at once, or a gap that another source fills."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from checker.findings.interface import Case, days_of, speaking
from checker.findings.made import make, position
from checker.model import Claim, Fact, Finding
from checker.packs import Rule
from checker.packs.checks import Periods


class _Span(Struct):
    fact: Fact
    start: date
    end: date
    claims: tuple[Claim, Claim]


def check(case: Case, rule: Rule, parameters: Periods) -> Iterator[Finding]:
    """A finding for each two spans that overlap by more days than allowed (or, for gaps, lie further apart)."""
    spans = sorted(_spans(case, rule), key=lambda s: (s.start, s.end, sorted(s.fact.qualifiers.items())))
    for at, one in enumerate(spans):
        for other in spans[at + 1 :]:
            if one.fact.qualifiers == other.fact.qualifiers:
                continue
            days = (one.end - other.start).days
            if (
                parameters.find == "overlap"
                and days > parameters.days
                and not _part_time((*one.claims, *other.claims), parameters)
            ):
                yield _finding(case, rule, one, other, f"overlap: {days} days in both")
            if parameters.find == "gap" and -days > parameters.days and not _filled(spans, one, other):
                yield _finding(case, rule, one, other, f"gap: {-days} days between")
            if parameters.find == "gap":
                break


def _finding(case: Case, rule: Rule, one: _Span, other: _Span, reason: str) -> Finding:
    positions = [position(span.claims[0].value, span.claims) for span in (one, other)]
    verdict = "conflict" if rule.parameters.get("find", "overlap") == "overlap" else "notice"
    return make(rule, one.fact, verdict, positions, reason, case.world, rule.severity)  # type: ignore[arg-type]


def _spans(case: Case, rule: Rule) -> Iterator[_Span]:
    """The shortest span that all dates given allow: last possible start to first possible end."""
    ends = {tuple(sorted(fact.qualifiers.items())): fact for fact in case.by_attribute.get(rule.attributes[-1], ())}
    for first in case.by_attribute.get(rule.attributes[0], ()):
        last = ends.get(tuple(sorted(first.qualifiers.items())))
        starts = [(days_of(c.value.edtf or "")[1], c) for c in speaking(first.claims)]
        stops = [(days_of(c.value.edtf or "")[0], c) for c in speaking(last.claims)] if last else []
        known = [(day, c) for day, c in starts if day], [(day, c) for day, c in stops if day]
        if known[0] and known[1]:
            start = max(known[0], key=lambda pair: (pair[0], pair[1].id))
            end = min(known[1], key=lambda pair: (pair[0], pair[1].id))
            if start[0] <= end[0]:
                yield _Span(first, start[0], end[0], (start[1], end[1]))


def _filled(spans: list[_Span], one: _Span, other: _Span) -> bool:
    return any(
        span.start <= one.end and span.end >= other.start for span in spans if span is not one and span is not other
    )


def _part_time(claims: tuple[Claim, ...], parameters: Periods) -> bool:
    words = (
        "part-time",
        "part time",
        "adviser",
        "advisor",
        "board",
        "trustee",
        "non-executive",
        "visiting",
        "honorary",
    )
    return parameters.only_full_time and any(word in claim.quote.lower() for claim in claims for word in words)
