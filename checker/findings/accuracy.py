"""How often each source is right, estimated from all facts at once: truth discovery in its simplest sound form.

A value counts by the accuracy of the independent sources behind it, a source by the share its values have of their
facts; the two are computed in turn until they settle. It breaks ties between positions that nothing else tells apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.findings.made import shown
from checker.model import Finding

if TYPE_CHECKING:
    from array import array

ENOUGH = 5  # facts that a source must share with others, and disputed facts there must be
_ROUNDS = 20
_START, _LEAST, _MOST = 0.8, 0.05, 0.98


def accuracies(findings: Iterable[Finding]) -> dict[str, float]:
    """Source -> estimated share of its claims that are right, for sources with enough facts; {} where few dispute."""
    facts = [
        [{c.source for c in p.claims} for p in f.positions]
        for f in sorted(findings, key=lambda f: f.id)
        if f.verdict != "notice"
    ]
    paths = sorted({source for positions in facts for position in positions for source in position})
    number = {path: n for n, path in enumerate(paths)}
    numbered = [[sorted(number[s] for s in position) for position in positions] for positions in facts]
    found = settled(numbered, len(paths))
    return {path: found[n] for path, n in number.items() if found[n]}


def settled(facts: Iterable[Sequence[Sequence[int]]], count: int) -> Sequence[float]:
    """As ``accuracies``, of ``count`` sources by their numbers in the order of their paths; 0 for those with too few
    facts. It goes through the facts several times."""
    from array import array

    shared = array("i", bytes(4 * count))
    disputed = 0
    for positions in facts:
        disputed += len(positions) > 1
        for source in positions[0] if len(positions) == 1 else {s for position in positions for s in position}:
            shared[source] += 1
    if disputed < ENOUGH:
        return array("d", bytes(8 * count))
    right = array("d", [_START]) * count
    for _ in range(_ROUNDS):
        right = _improved(facts, right, shared)
    return array("d", [share if n >= ENOUGH else 0.0 for share, n in zip(right, shared, strict=True)])


def _improved(facts: Iterable[Sequence[Sequence[int]]], right: array[float], shared: array[int]) -> array[float]:
    """The estimates after one more look at all facts."""
    from array import array

    weight = array("d", [log(share / (1 - share)) for share in right])
    sums = array("d", bytes(8 * len(right)))
    for positions in facts:
        for position, share in zip(positions, _shares(positions, weight), strict=True):
            for source in position:
                sums[source] += share
    return array("d", [min(_MOST, max(_LEAST, (s + _START) / (n + 1))) for s, n in zip(sums, shared, strict=True)])


def _shares(positions: Sequence[Sequence[int]], weight: array[float]) -> list[float]:
    """The likelihood of each position, of those given."""
    if len(positions) == 1:
        return [1.0]
    votes = [sum(weight[source] for source in position) for position in positions]
    top = max(votes)
    weights = [2.718281828459045 ** (vote - top) for vote in votes]
    return [share / sum(weights) for share in weights]


def with_estimates(findings: Sequence[Finding]) -> list[Finding]:
    """All findings of a run, those that nothing else decided with the position that more accurate sources support.

    It looks at all facts at once, so it comes after ``judge``, over whatever findings there are in the end.
    """
    right = accuracies(findings)
    return [_estimated(f, right) if right and f.verdict == "conflict" and not f.support else f for f in findings]


def _estimated(finding: Finding, right: dict[str, float]) -> Finding:
    shares = [[right.get(claim.source, 0.0) for claim in position.claims] for position in finding.positions]
    found = favoured([shown(position.value) for position in finding.positions], shares)
    return replace(finding, support=found) if found else finding


def favoured(positions: Sequence[str], shares: Sequence[Iterable[float]]) -> str:
    """Which of the positions more accurate sources support, given the accuracies of the sources of each; "" where one
    is not known (0), or none stands out."""
    known = [list(some) for some in shares]
    if not all(share for some in known for share in some):
        return ""
    ranked = sorted(zip(map(max, known), positions, strict=True), key=lambda pair: (-pair[0], pair[1]))
    if len(ranked) < 2 or ranked[0][0] - ranked[1][0] < 0.05:
        return ""
    first, second = ranked[0], ranked[1]
    reason = f"sources that are right more often by estimate: {first[0]:.0%} against {second[0]:.0%}"
    return f"best supported: {first[1]} ({reason})"
