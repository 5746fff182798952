"""Claims that come sorted by fact, one subject held at a time, become findings: the comparison of the large engines.

A claim brings along what its comparison needs of its source, so that no table of all sources is needed beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from checker import facts, findings
from checker.findings.interface import World
from checker.model import Claim, Finding, Source
from checker.packs import Packs
from checker.values.names import fold

Key = tuple[str, str]


class Said(Struct, frozen=True):
    """A claim, its things under their names; when its source was published, and by whom."""

    claim: Claim
    published: str | None
    publisher: str | None


def key_of(claim: Claim, packs: Packs) -> Key:
    """(subject, fact): sorted by these as texts, claims lie in the order of ``facts.key_of``."""
    subject, attribute, qualifiers = facts.key_of(claim, packs)
    return subject, "\0".join((attribute, *(part for pair in qualifiers for part in pair)))


def places_of(claim: Claim, packs: Packs) -> str:
    """The organization by which a claim is counted, where rules of the packs count over all people of one; else ""."""
    if claim.attribute not in findings.counted(packs):
        return ""
    return dict(facts.key_of(claim, packs)[2]).get("organization", "")


def by_subject(said: Iterable[Said], packs: Packs, newest: date | None) -> Iterator[Finding]:
    """The findings on claims that come sorted by ``key_of``."""
    for _, same in groupby(said, key=lambda one: fold(one.claim.subject.name)):
        claims, world = _held(same, packs, newest)
        found = findings.judge_subject(facts.in_order(claims, packs), world)
        yield from {finding.id: finding for finding in found}.values()


def by_place(said: Iterable[Said], packs: Packs, newest: date | None) -> Iterator[Finding]:
    """The findings of the rules that count over an organization, on claims that come sorted by ``places_of`` and
    ``key_of``."""
    for _, same in groupby(said, key=lambda one: places_of(one.claim, packs)):
        claims, world = _held(same, packs, newest)
        found = findings.judge_across(facts.in_order(claims, packs), world)
        yield from {finding.id: finding for finding in found}.values()


def _held(same: Iterable[Said], packs: Packs, newest: date | None) -> tuple[list[Claim], World]:
    """Some claims and the world they stand in; a source is what was said of it, and equal for equal ones."""
    claims: list[Claim] = []
    sources: dict[str, Source] = {}
    for one in same:
        claims.append(one.claim)
        if one.claim.source not in sources:
            sources[one.claim.source] = _source(one.published, one.publisher)
    return claims, World(packs, sources, newest)


@lru_cache(maxsize=200_000)  # days times publishers: held once, for a million sources of one subject
def _source(published: str | None, publisher: str | None) -> Source:
    return Source("", "", "", "", [], published=published, publisher=publisher)
