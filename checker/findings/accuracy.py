"""How often each source is right, estimated from all facts at once: truth discovery in its simplest sound form.

A value counts by the accuracy of the independent sources behind it, a source by the share its values have of their
facts; the two are computed in turn until they settle. It breaks ties between positions that nothing else tells apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from msgspec.structs import replace

from checker.findings.made import shown
from checker.model import Finding

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
    if sum(len(positions) > 1 for positions in facts) < ENOUGH:
        return {}
    shared: dict[str, int] = {}
    for positions in facts:
        for source in {source for position in positions for source in position}:
            shared[source] = shared.get(source, 0) + 1
    right = dict.fromkeys(shared, _START)
    for _ in range(_ROUNDS):
        sums = dict.fromkeys(shared, 0.0)
        for positions in facts:
            for position, share in zip(positions, _shares(positions, right), strict=True):
                for source in position:
                    sums[source] += share
        right = {s: min(_MOST, max(_LEAST, (sums[s] + _START) / (shared[s] + 1))) for s in sorted(shared)}
    return {source: share for source, share in right.items() if shared[source] >= ENOUGH}


def _shares(positions: Sequence[set[str]], right: dict[str, float]) -> list[float]:
    """The likelihood of each position, of those given."""
    if len(positions) == 1:
        return [1.0]
    votes = [sum(log(right[s] / (1 - right[s])) for s in sorted(position)) for position in positions]
    top = max(votes)
    weights = [2.718281828459045 ** (vote - top) for vote in votes]
    return [weight / sum(weights) for weight in weights]


def with_estimates(findings: Sequence[Finding]) -> list[Finding]:
    """All findings of a run, those that nothing else decided with the position that more accurate sources support.

    It looks at all facts at once, so it comes after ``judge``, over whatever findings there are in the end.
    """
    right = accuracies(findings)
    return [_estimated(f, right) if right and f.verdict == "conflict" and not f.support else f for f in findings]


def _estimated(finding: Finding, right: dict[str, float]) -> Finding:
    best: list[tuple[float, str]] = []
    for position in finding.positions:
        sources = {claim.source for claim in position.claims}
        if not sources <= right.keys():
            return finding
        best.append((max(right[source] for source in sources), shown(position.value)))
    ranked = sorted(best, key=lambda pair: (-pair[0], pair[1]))
    if len(ranked) < 2 or ranked[0][0] - ranked[1][0] < 0.05:
        return finding
    first, second = ranked[0], ranked[1]
    reason = f"sources that are right more often by estimate: {first[0]:.0%} against {second[0]:.0%}"
    return replace(finding, support=f"best supported: {first[1]} ({reason})")
