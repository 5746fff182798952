"""Sources are held to a reference: what differs from it is in conflict with it, not with each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from checker import globs
from checker.findings.interface import Case
from checker.findings.made import make, position
from checker.findings.pairs import CONFLICT, judge_pair
from checker.findings.says import Say, says
from checker.model import Claim, Finding, Severity
from checker.packs import Packs, Rule
from checker.packs.checks import Reference, SingleValue
from checker.values.names import fold

_SEVERITIES = get_args(Severity)


def check(case: Case, rule: Rule, parameters: Reference) -> Iterator[Finding]:
    """A conflict for each fact on which others differ from the reference sources of the packs' ``authority``."""
    for fact in case.of(rule.attributes):
        said = says(fact, case)[0]
        held = [say for say in said if any(is_reference(claim, fact.attribute, case) for claim in say.claims)]
        attribute = case.world.attribute(fact.attribute)
        differing: list[Say] = []
        for say in said:
            pairs = [judge_pair(say, ours, attribute, SingleValue(), case) for ours in held if ours is not say]
            if pairs and any(pair.verdict == CONFLICT for pair in pairs) and say not in held:
                differing.append(say)
        if differing:
            positions = [position(say.value, say.claims) for say in (*held, *differing)]
            yield make(rule, fact, "conflict", positions, "differs from the reference source", case.world)


def said_once(found: list[Finding], packs: Packs) -> list[Finding]:
    """Of a conflict that a rule of single values and one of references both find, that of the more severe rule; of two
    that are alike, that of the reference, which says whose word decides."""
    checks = {rule.id: rule.check for rule in packs.rules.values()}
    held = [f for f in found if checks.get(f.rule) == "reference"]
    gone: set[str] = set()
    for ours in held:
        for other in found:
            if checks.get(other.rule) == "single-value" and _same(ours, other):
                severer = _SEVERITIES.index(other.severity) < _SEVERITIES.index(ours.severity)
                gone.add(ours.id if severer else other.id)
    return [finding for finding in found if finding.id not in gone]


def _same(ours: Finding, other: Finding) -> bool:
    """Whether the other finding says nothing that ours does not."""
    claims = {claim.id for at in ours.positions for claim in at.claims}
    return (
        other.verdict == "conflict"
        and (other.attribute, other.qualifiers) == (ours.attribute, ours.qualifiers)
        and all(claim.id in claims for at in other.positions for claim in at.claims)
    )


def is_reference(claim: Claim, attribute: str, case: Case) -> bool:
    """Whether a claim's source is one that others are held to."""
    source = case.world.sources.get(claim.source)
    publisher = fold(source.publisher or "") if source else ""
    return any(
        entry.reference
        and (not entry.attributes or attribute in entry.attributes)
        and (globs.named(claim.source, entry.paths) or (publisher and publisher in map(fold, entry.publishers)))
        for entry in case.world.packs.authority
    )
