"""The value is one of a list, or none of a list."""

from __future__ import annotations

from collections.abc import Iterator

from checker.findings.interface import Case, speaking
from checker.findings.made import make, position
from checker.model import Claim, Finding, Value
from checker.packs import Rule
from checker.packs.checks import OneOf
from checker.packs.written import value_of
from checker.values import compare


def check(case: Case, rule: Rule, parameters: OneOf) -> Iterator[Finding]:
    """A finding for each fact with values outside the one list or inside the other."""
    for fact in case.of(rule.attributes):
        wrong = [claim for claim in speaking(fact.claims) if _wrong(claim, parameters)]
        if wrong:
            outside = bool(parameters.values) and not _among(wrong[0].value, parameters.values)
            listed = ", ".join(
                f"{x:g}" if isinstance(x, float) else x for x in (parameters.values if outside else parameters.none_of)
            )
            reason = f"{'not one of' if outside else 'one of'}: {listed}"
            yield make(rule, fact, "conflict", [position(wrong[0].value, wrong)], reason, case.world)


def _wrong(claim: Claim, parameters: OneOf) -> bool:
    return bool(parameters.values and not _among(claim.value, parameters.values)) or _among(
        claim.value, parameters.none_of
    )


def _among(value: Value, listed: list[str | float]) -> bool:
    return any(compare(value, value_of(given, value.kind)).verdict == "same" for given in listed)
