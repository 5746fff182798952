"""How many at once: at most one chief executive of an organization, at least two founders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.findings.interface import Case, World, speaking
from checker.findings.made import make, position
from checker.findings.taxonomy import related
from checker.model import Claim, Fact, Finding, Subject, Value
from checker.packs import Rule
from checker.packs.checks import Cardinality
from checker.values import compare
from checker.values.names import fold
from checker.values.qualifiers import qualifier


def check(case: Case, rule: Rule, parameters: Cardinality) -> Iterator[Finding]:
    """A finding for each fact for which a source (or all together) gives more values than allowed, or fewer."""
    for fact in case.of(rule.attributes):
        by_source: dict[str, list[Claim]] = {}
        for claim in speaking(fact.claims):
            if _counts(claim, parameters):
                by_source.setdefault("" if parameters.together else claim.source, []).append(claim)
        for source in sorted(by_source):
            claims = by_source[source]
            distinct = _distinct(claims, case)
            reason = _reason(len(distinct), parameters)
            if reason:
                positions = [position(same[0].value, same) for same in distinct]
                yield make(rule, fact, "conflict", positions, f"{reason} in {source}" if source else reason, case.world)


def _distinct(claims: list[Claim], case: Case) -> list[list[Claim]]:
    """Claims of one thing together: "A. Lark" is no second founder beside "Ada Lark"."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (-len(c.value.text), c.span, c.id)):
        home = next((g for g in groups if _alike(g[0].value, claim.value, case)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def _alike(a: Value, b: Value, case: Case) -> bool:
    return (related(a, b, case.world.packs) or compare(a, b)).verdict != "different"


def _counts(claim: Claim, parameters: Cardinality) -> bool:
    if parameters.status and claim.qualifiers.get("status", "") != parameters.status:
        return False
    return not parameters.values or any(
        compare(claim.value, Value(claim.value.kind, word)).verdict == "same" for word in parameters.values
    )


def _reason(count: int, parameters: Cardinality) -> str:
    if parameters.most is not None and count > parameters.most:
        return f"count: {count} where at most {parameters.most} can be"
    if parameters.least is not None and count < parameters.least:
        return f"count: {count} where at least {parameters.least} should be"
    return ""


def across(facts: Iterable[Fact], rule: Rule, parameters: Cardinality, world: World) -> Iterator[Finding]:
    """As ``check``, counting the people who hold a post at each organization instead of one subject's values.

    Only sources published together (or of unknown dates) are held against each other: a successor is no second holder.
    """
    held: dict[str, list[tuple[Fact, Claim]]] = {}
    for fact in facts:
        if fact.attribute in rule.attributes and fact.qualifiers.get("organization"):
            for claim in speaking(fact.claims):
                if _counts(claim, parameters):
                    held.setdefault(qualifier("organization", fact.qualifiers["organization"]), []).append(
                        (fact, claim)
                    )
    for place in sorted(held):
        people: dict[str, list[tuple[Fact, Claim]]] = {}
        for fact, claim in held[place]:
            people.setdefault(fold(fact.subject.name), []).append((fact, claim))
        reason = _reason(len(people), parameters)
        if reason and _at_one_time(people, world):
            fact = held[place][0][0]
            name = fact.qualifiers["organization"]
            shown = Fact(Subject(name, "organization"), fact.attribute, {"organization": name}, ())
            positions = [
                position(Value("person", who[0][0].subject.name), [c for _, c in who])
                for _, who in sorted(people.items())
            ]
            yield make(rule, shown, "conflict", positions, reason, world)


def _at_one_time(people: dict[str, list[tuple[Fact, Claim]]], world: World) -> bool:
    spans = [[world.published[c.source] for _, c in who if c.source in world.published] for who in people.values()]
    if not all(spans):
        return True
    latest_start = max(min(first for first, _ in span) for span in spans)
    earliest_end = min(max(last for _, last in span) for span in spans)
    return (latest_start - earliest_end).days <= 31
