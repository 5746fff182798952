"""What no other check says: a CEL expression over the claims of a fact, of a subject, or of two claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import inf
from typing import Any

from checker.errors import UserError
from checker.findings.interface import Case, speaking
from checker.findings.made import make, position
from checker.model import Claim, Fact, Finding, Value
from checker.packs import Rule
from checker.packs.checks import Expression
from checker.packs.expressions import Compiled, compiled
from checker.values import AMOUNTS

_MOST = 200  # claims of one fact that are compared pairwise


def check(case: Case, rule: Rule, parameters: Expression) -> Iterator[Finding]:
    """A finding for each fact (or subject, or pair of claims of a fact) for which the expression is true."""
    program = compiled(parameters.violated, parameters.over == "pair")
    facts = list(case.of(rule.attributes))
    if parameters.over == "subject":
        claims = [claim for fact in facts for claim in speaking(fact.claims)]
        if claims and _true(program, rule, claims, {}, case):
            yield _finding(case, rule, parameters, facts[0], claims)
        return
    for fact in facts:
        claims = speaking(fact.claims)
        if parameters.over == "fact":
            if claims and _true(program, rule, claims, {}, case):
                yield _finding(case, rule, parameters, fact, claims)
            continue
        for a, b in combinations(claims[:_MOST], 2):
            if _true(program, rule, [a, b], {"a": _map(a, case), "b": _map(b, case)}, case):
                yield _finding(case, rule, parameters, fact, [a, b])


def _true(program: Compiled, rule: Rule, claims: Sequence[Claim], more: dict[str, Any], case: Case) -> bool:
    context = {
        "claims": [_map(claim, case) for claim in claims],
        "sources": sorted({claim.source for claim in claims}),
        **more,
    }
    try:
        return program.true(context)
    except ValueError as error:
        raise UserError(f"rule {rule.id}: {error} (on claims of {claims[0].subject.name})") from None


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
