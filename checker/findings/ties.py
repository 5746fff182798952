"""Conflicts that neither authority nor numbers decide: who is right more often, who spoke last, who is more precise.

These need all findings of a run, or are the weakest of reasons, and so come after ``judge``. Never a verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from checker.findings.accuracy import with_estimates
from checker.findings.interface import World
from checker.findings.made import shown
from checker.model import Finding, Position, Source
from checker.packs import Packs
from checker.values import AMOUNTS


def with_support(
    findings: Sequence[Finding], packs: Packs, sources: Iterable[Source], partial: bool = False
) -> list[Finding]:
    """The findings, those whose best supported position is open with what else speaks for one.

    Where the findings are only a part of all (``partial``), how often sources are right is not estimated.
    """
    world = World(packs, sources)
    return [
        f if f.support or f.verdict != "conflict" else replace(f, support=otherwise(f, world))
        for f in (findings if partial else with_estimates(findings))
    ]


def otherwise(finding: Finding, world: World) -> str:
    """Which position is best supported, where neither authority, numbers nor accuracy say it.

    Of dates out of order neither is better for being later or finer: positions of one attribute alone are weighed."""
    if len({claim.attribute for at in finding.positions for claim in at.claims}) > 1:
        return ""
    return _later(finding, world) or _finer(finding)


def _later(finding: Finding, world: World) -> str:
    """Of what changes with time, the position of the source published last."""
    attribute = world.attribute(finding.attribute)
    if not (attribute.dated or attribute.status):
        return ""

    def last(at: Position) -> str:
        days = [world.published[c.source][1].isoformat() for c in at.claims if c.source in world.published]
        return max(days) if len(days) == len(at.claims) else ""

    return _best(finding, last, "published last")


def _finer(finding: Finding) -> str:
    """The position that says it most precisely."""
    return _best(finding, _precision, "more precise")


def _precision(at: Position) -> str:
    value = at.value
    if value.kind == "date" and value.edtf:
        parts = 0 if "/" in value.edtf else value.edtf.rstrip("~").count("-") + 1
        return ("a stretch of time", "a year", "a month", "a day")[min(parts, 3)] if "~" not in value.edtf else ""
    if value.kind in AMOUNTS:
        return "about" if value.approximate or value.low != value.high else "exact"
    return ""


_ORDER = {
    word: place for place, word in enumerate(("about", "exact", "a stretch of time", "a year", "a month", "a day"))
}


def _best(finding: Finding, of: Callable[[Position], str], reason: str) -> str:
    """The position that stands out by what ``of`` says of each; "" where it says nothing of one, or of two the same."""
    said = [(of(at), at) for at in finding.positions]
    if len(said) < 2 or not all(word for word, _ in said):
        return ""

    ranked = sorted(said, key=lambda pair: (_ORDER.get(pair[0], 0), pair[0]), reverse=True)
    (first, at), (second, _) = ranked[:2]
    return f"best supported: {shown(at.value)} ({reason}: {first} against {second})" if first != second else ""
