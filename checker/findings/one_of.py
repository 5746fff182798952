"""The value is one of a list, or none of a list."""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings.interface import Case, speaking
from checker.findings.made import by_value, make
from checker.findings.taxonomy import related
from checker.model import Claim, Finding, Value
from checker.packs import Rule
from checker.packs.checks import OneOf
from checker.packs.written import value_of
from checker.values import compare


def check(case: Case, rule: Rule, parameters: OneOf) -> Iterator[Finding]:
    """A finding for each fact with values outside the one list or inside the other."""
    for fact in case.of(rule.attributes):
        wrong = [claim for claim in speaking(fact.claims) if _wrong(claim, parameters, case)]
        if wrong:
            outside = bool(parameters.values) and not _among(wrong[0].value, parameters.values, case)
            listed = ", ".join(
                f"{x:g}" if isinstance(x, float) else x for x in (parameters.values if outside else parameters.none_of)
            )
            reason = f"{'not one of' if outside else 'one of'}: {listed}"
            yield make(rule, fact, "conflict", by_value(wrong), reason, case.world)


def _wrong(claim: Claim, parameters: OneOf, case: Case) -> bool:
    outside = bool(parameters.values) and not _among(claim.value, parameters.values, case)
    return outside or _among(claim.value, parameters.none_of, case)


def _among(value: Value, listed: list[str | float], case: Case) -> bool:
    """Whether it is one of these, by what values of its kind are or by what the packs know of them."""
    return any(_same(value, value_of(given, value.kind), case) for given in listed)


def _same(value: Value, given: Value, case: Case) -> bool:
    return (related(value, given, case.world.packs) or compare(value, given)).verdict == "same"
