"""Group claims into facts; in memory, or over a stream of claims that lie in the order of their facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from checker.model import Claim, Fact, Subject, once
from checker.packs import Attribute, Packs
from checker.values.names import fold
from checker.values.qualifiers import qualifier

Key = tuple[str, str, tuple[tuple[str, str], ...]]
_PLAIN = Attribute(subject="thing", value="text")


def key_of(claim: Claim, packs: Packs) -> Key:
    """What a claim's fact is known by: subject, attribute and key qualifiers, however they are written."""
    names = packs.attributes.get(claim.attribute, _PLAIN).key
    pairs = tuple((name, qualifier(name, claim.qualifiers[name])) for name in names if claim.qualifiers.get(name))
    return fold(claim.subject.name), claim.attribute, tuple(pair for pair in pairs if pair[1])


def group(claims: Iterable[Claim], packs: Packs) -> list[Fact]:
    """The facts of these claims, sorted; claims within a fact are sorted, and one that stands there twice is one."""
    found: dict[Key, list[Claim]] = {}
    for claim in claims:
        found.setdefault(key_of(claim, packs), []).append(claim)
    return [_fact(key, found[key], packs) for key in sorted(found)]


def in_order(claims: Iterable[Claim], packs: Packs) -> Iterator[Fact]:
    """As ``group``, of claims that come sorted by ``key_of``: only one fact's claims are held at a time."""
    for key, same in groupby(claims, key=lambda claim: key_of(claim, packs)):
        yield _fact(key, list(same), packs)


def _fact(key: Key, claims: list[Claim], packs: Packs) -> Fact:
    subjects = Counter(claim.subject for claim in claims)
    name = min(subjects, key=lambda s: (-subjects[s], s)).name
    types = Counter(claim.subject.type for claim in claims)
    kind = min(types, key=lambda t: (-types[t], t))
    shown: dict[str, str] = {}
    for qualified, _ in key[2]:
        spellings = Counter(claim.qualifiers[qualified] for claim in claims if claim.qualifiers.get(qualified))
        shown[qualified] = min(spellings, key=lambda s: (-spellings[s], len(s), s))
    return Fact(Subject(name, kind), key[1], shown, once(claims))
