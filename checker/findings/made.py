"""Make findings: their positions, ids from content, messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from checker.digests import sha256
from checker.findings.interface import World
from checker.findings.support import best, origins
from checker.model import Claim, Fact, Finding, Position, Severity, Value, Verdict, once
from checker.packs import Rule
from checker.values import canonical, show


def position(value: Value, claims: Iterable[Claim]) -> Position:
    """A position: its value as shown, its claims in order."""
    return Position(value, once(claims))


def by_value(claims: Iterable[Claim]) -> list[Position]:
    """A position for each value that the claims give, in their order."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(repr(canonical(claim.value)), []).append(claim)
    return [position(same[0].value, same) for same in groups.values()]


def make(
    rule: Rule, fact: Fact, verdict: Verdict, positions: Sequence[Position], reason: str, world: World,
    severity: Severity | None = None,
) -> Finding:  # fmt: skip
    """One finding. Its id stands for rule, fact and what the positions say, not for who says it."""
    ordered = sorted(positions, key=_weight) if verdict == "conflict" else list(positions)
    return Finding(
        id=_id(rule, fact, verdict, ordered, reason),
        rule=rule.id,
        name=rule.name,
        verdict=verdict,
        severity=severity or (rule.severity if verdict == "conflict" else "info"),
        subject=fact.subject,
        attribute=fact.attribute,
        qualifiers=dict(sorted(fact.qualifiers.items())),
        message=message(rule, fact, verdict, ordered, reason),
        positions=tuple(ordered),
        reason=reason,
        support=best(ordered, fact.attribute, world) if verdict == "conflict" else origins(ordered),
    )


def _weight(at: Position) -> tuple[object, ...]:
    return (-_sources(at), shown(at.value), at.claims[0].source if at.claims else "")


def _sources(*positions: Position) -> int:
    if len(positions) == 1:  # whose claims are in the order of their sources
        return sum(1 for _ in groupby(positions[0].claims, key=attrgetter("source")))
    return len({claim.source for at in positions for claim in at.claims})


def _id(rule: Rule, fact: Fact, verdict: str, positions: Sequence[Position], reason: str) -> str:
    from checker.values.names import fold
    from checker.values.qualifiers import qualifier

    said = sorted(repr(canonical(at.value)) for at in positions)
    keys = sorted((name, qualifier(name, text)) for name, text in fact.qualifiers.items())
    content = repr(
        (rule.id, verdict, fold(fact.subject.name), fact.attribute, keys, said, reason if verdict == "notice" else "")
    )
    return "f" + sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:15]


def message(rule: Rule, fact: Fact, verdict: str, positions: Sequence[Position], reason: str) -> str:
    """The rule's message with its names filled in; of an agreement, what is agreed on."""
    values = " v ".join(shown(at.value) for at in positions)
    sources = _sources(*positions)
    if verdict == "agreement":
        return f"{sources} sources agree on {_attribute(fact)} of {fact.subject.name}: {values}"
    words = _Words(
        fact.qualifiers, subject=fact.subject.name, attribute=_attribute(fact), values=values, reason=reason,
        count=len(positions), sources=sources,
    )  # fmt: skip
    text = rule.message.format_map(words)
    return text if "{values}" in rule.message or not values else f"{text}: {values}"


class _Words(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return {"organization": "an organization", "round": "a round", "period": "a period", "scope": "all"}.get(
            name, f"({name})"
        )


def _attribute(fact: Fact) -> str:
    return fact.attribute.replace("_", " ")


def shown(value: Value) -> str:
    """A value for a reader, cut where it is very long."""
    text = show(value)
    return text if len(text) <= 120 else text[:117] + "…"
