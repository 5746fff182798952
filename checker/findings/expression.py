"""What no other check says: a CEL expression over the claims of a fact, of a subject, or of two claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import inf
from typing import Any

from checker.findings.interface import STOPPED, Case, speaking
from checker.findings.made import make, position
from checker.model import Claim, Fact, Finding, Value
from checker.packs import Rule
from checker.packs.checks import Expression
from checker.packs.expressions import Compiled, compiled
from checker.values import AMOUNTS

_MOST = 200  # claims of one fact that are compared pairwise


def check(case: Case, rule: Rule, parameters: Expression) -> Iterator[Finding]:
    """A finding for each fact, subject or pair of claims for which the expression is true; a notice where it cannot
    be told."""
    program = compiled(parameters.violated, parameters.over == "pair")
    for fact, claims in _asked(case, rule, parameters):
        try:
            for violating in _violations(program, parameters, claims, case):
                yield _finding(case, rule, parameters, fact, violating)
        except ValueError as error:
            yield _stopped(case, rule, fact, claims, str(error))


def _asked(case: Case, rule: Rule, parameters: Expression) -> Iterator[tuple[Fact, list[Claim]]]:
    """What is judged at a time: a fact with its claims, or the first fact of a subject with those of all."""
    facts = [(fact, claims) for fact in case.of(rule.attributes) if (claims := speaking(fact.claims))]
    if parameters.over == "subject" and facts:
        yield facts[0][0], [claim for _, claims in facts for claim in claims]
    elif parameters.over != "subject":
        yield from facts


def _violations(program: Compiled, parameters: Expression, claims: list[Claim], case: Case) -> Iterator[list[Claim]]:
    if parameters.over != "pair":
        if _true(program, claims, {}, case):
            yield claims
        return
    for a, b in combinations(claims[:_MOST], 2):
        if _true(program, [a, b], {"a": _map(a, case), "b": _map(b, case)}, case):
            yield [a, b]


def _stopped(case: Case, rule: Rule, fact: Fact, claims: list[Claim], why: str) -> Finding:
    """That a rule could not judge a fact, as severe as what it might have found: silence would pass for an answer."""
    at = position(claims[0].value, claims)
    return make(rule, fact, "notice", [at], f"{STOPPED}: {why}", case.world, rule.severity)


def _true(program: Compiled, claims: Sequence[Claim], more: dict[str, Any], case: Case) -> bool:
    context = {
        "claims": [_map(claim, case) for claim in claims],
        "sources": sorted({claim.source for claim in claims}),
        **more,
    }
    return program.true(context)


def _map(claim: Claim, case: Case) -> dict[str, Any]:
    """A claim as an expression sees it; the open end of an amount is infinite, and what has no numbers has null."""
    source = case.world.sources.get(claim.source)
    value = claim.value
    return {
        "source": claim.source, "published": (source.published if source else None) or "",
        "subject": claim.subject.name, "type": claim.subject.type, "attribute": claim.attribute, "text": value.text,
        "date": value.edtf or "", "low": _end(value, value.low, -inf), "high": _end(value, value.high, inf),
        "currency": value.currency or "", "approximate": value.approximate, "modality": claim.modality,
        "qualifiers": dict(claim.qualifiers), "quote": claim.quote,
    }  # fmt: skip


def _end(value: Value, given: float | None, open_end: float) -> float | None:
    return open_end if given is None and value.kind in AMOUNTS else given


def _finding(case: Case, rule: Rule, parameters: Expression, fact: Fact, claims: Sequence[Claim]) -> Finding:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.value.text, []).append(claim)
    positions = [position(same[0].value, same) for _, same in sorted(groups.items())]
    return make(rule, fact, parameters.verdict, positions, "expression", case.world, rule.severity)
