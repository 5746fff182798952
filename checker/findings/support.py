"""Which position is best supported: by independent sources, by authority, by precision. Never a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from checker import globs
from checker.findings.interface import World
from checker.model import Claim, Position
from checker.origins import independent
from checker.values.names import fold


def origins(positions: Sequence[Position]) -> str:
    """ "3 sources, 1 origin", where sources are copies; else ""."""
    claims = [claim for at in positions for claim in at.claims]
    sources, count = len({claim.source for claim in claims}), independent(claims)
    return f"{sources} sources, {count} origin{'s' if count > 1 else ''}" if count < sources else ""


def rank(claim: Claim, attribute: str, world: World) -> int:
    """The authority of a claim's source for an attribute, as the packs give it; 0 where they say nothing."""
    source = world.sources.get(claim.source)
    publisher = fold(source.publisher or "") if source else ""
    found = 0
    for entry in world.packs.authority:
        if entry.attributes and attribute not in entry.attributes:
            continue
        by_path = globs.named(claim.source, entry.paths)
        if by_path or (publisher and any(fold(name) == publisher for name in entry.publishers)):
            found = max(found, entry.rank)
    return found


def best(positions: Sequence[Position], attribute: str, world: World) -> str:
    """Which position is best supported and why; "" where none stands out."""
    if len(positions) < 2:
        return ""
    from checker.findings.made import shown

    weighed = []
    for at in positions:
        asserted = [claim for claim in at.claims if claim.modality == "asserted"]
        weighed.append(
            (
                max((rank(c, attribute, world) for c in at.claims), default=0),
                independent(at.claims),
                independent(asserted),
                at,
            )
        )
    ranked = sorted(weighed, key=lambda w: (-w[0], -w[1], -w[2]))
    first, second = ranked[0], ranked[1]
    for index, reason in enumerate(
        ("the source of most authority", "most independent sources", "asserted rather than reported")
    ):
        if first[index] != second[index]:
            return f"best supported: {shown(first[3].value)} ({reason}: {first[index]} against {second[index]})"
    return ""
