"""What a rule still says where some of the claims do not count: a conflict of three may be one of the other two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from checker.findings.judge import judge
from checker.model import Claim, Fact, Finding, Source
from checker.packs import Packs
from checker.values.names import fold


def without(
    finding: Finding, gone: Iterable[Claim], facts: Iterable[Fact], packs: Packs, sources: Sequence[Source]
) -> list[Finding]:
    """The findings of the same rule on the same fact when these claims are left out."""
    keys = {_key(claim) for claim in gone}
    subject = fold(finding.subject.name)
    kept = [
        replace(fact, claims=tuple(claim for claim in fact.claims if _key(claim) not in keys))
        for fact in facts
        if fold(fact.subject.name) == subject
    ]
    return [found for found in judge([fact for fact in kept if fact.claims], packs, sources) if _same(found, finding)]


def _key(claim: Claim) -> tuple[object, ...]:
    return claim.source, claim.span, claim.id


def _same(one: Finding, other: Finding) -> bool:
    return (one.rule, one.verdict, one.attribute) == (other.rule, other.verdict, other.attribute) and (
        one.qualifiers == other.qualifiers
    )
