"""Two people of one name: where the one was dead before the other was born, sources of the one and the other agree on
nothing, and contradict each other in nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from checker.findings.interface import SPEAKING, days_of
from checker.model import Claim


def namesakes(births: Iterable[Claim], deaths: Iterable[Claim]) -> set[tuple[str, str]]:
    """Pairs of sources (in both orders) whose lives do not meet; a life is known by its birth and its death."""
    born, died = _days(births), _days(deaths)
    lived = {source: (born[source], died[source]) for source in born.keys() & died.keys()}
    found: set[tuple[str, str]] = set()
    for source, (birth, death) in lived.items():
        if birth > death:
            continue  # a slip of the pen, not a life
        for other, later in born.items():
            if other != source and later > death and other not in lived:
                found |= {(source, other), (other, source)}
        for other, (other_birth, other_death) in lived.items():
            if other_birth <= other_death and (other_birth > death or other_death < birth):
                found |= {(source, other), (other, source)}
    return found


def _days(claims: Iterable[Claim]) -> dict[str, date]:
    """The first day that each source can mean."""
    found: dict[str, date] = {}
    for claim in claims:
        day = days_of(claim.value.edtf or "")[0] if claim.modality in SPEAKING else None
        if day is not None:
            found[claim.source] = min(day, found.get(claim.source, day))
    return found
