"""Of which happening a claim speaks, where the same happened more than once: a firm that was sold twice.

A source that tells of two sales, years apart, does not contradict itself; and a source that tells of one of them does
not contradict one that tells of the other. Sales years apart to others are two even if each is told by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from checker.findings.interface import SPEAKING, days_of
from checker.model import Claim, Value
from checker.values import compare

_APART = 366  # days between two happenings; less is one with its date in dispute


class _Told(Struct):
    """What one sentence of a source tells of a happening: who took part, and when."""

    source: str
    claims: list[str]
    parties: list[Value]
    days: list[tuple[date, date]]


def happenings(claims: Iterable[Claim]) -> dict[str, int]:
    """The number of the happening that each claim (by id) is of; empty where no source tells of two."""
    told = _told(claims)
    if not any(
        _two(one, other) and (one.source == other.source or _others(one, other)) for one in told for other in told
    ):
        return {}
    found: list[list[_Told]] = []
    for one in sorted(told, key=lambda t: (not t.days, t.days, not t.parties, t.source, t.claims)):
        home = next((group for group in found if any(_one(one, other) for other in group)), None)
        if home is not None:
            home.append(one)
        elif one.days or one.parties:
            found.append([one])
        elif len(theirs := [group for group in found if any(other.source == one.source for other in group)]) == 1:
            theirs[0].append(one)  # a price by itself, in a source that tells of one sale
    return {claim: number for number, group in enumerate(found) for one in group for claim in one.claims}


def _told(claims: Iterable[Claim]) -> list[_Told]:
    """What is told, a sentence each."""
    found: dict[tuple[str, str], _Told] = {}
    for claim in claims:
        if claim.modality not in SPEAKING:
            continue
        told = found.setdefault((claim.source, claim.quote), _Told(claim.source, [], [], []))
        told.claims.append(claim.id)
        if claim.value.kind in ("organization", "person"):
            told.parties.append(claim.value)
        when = claim.value.edtf if claim.value.kind == "date" else claim.qualifiers.get("as_of")
        first, last = days_of(when) if when else (None, None)
        if first and last:
            told.days.append((first, last))
    for told in found.values():
        told.claims.sort()
    return list(found.values())


def _two(one: _Told, other: _Told) -> bool:
    """Whether two sentences tell of two happenings: their dates are years apart."""
    return bool(one.days and other.days) and all(_gap(a, b) > _APART for a in one.days for b in other.days)


def _others(one: _Told, other: _Told) -> bool:
    """Whether wholly others took part."""
    return bool(one.parties and other.parties) and not _shared(one, other)


def _shared(one: _Told, other: _Told) -> bool:
    return any(compare(a, b).verdict != "different" for a in one.parties for b in other.parties)


def _one(one: _Told, other: _Told) -> bool:
    """Whether two sentences can tell of one: by its date, or else by who took part."""
    if one.days and other.days:
        return not _two(one, other)
    return _shared(one, other)


def _gap(one: tuple[date, date], other: tuple[date, date]) -> int:
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)
