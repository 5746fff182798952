"""Hold facts to the rules: one subject after the other, so that facts can come as a sorted stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from itertools import groupby
from typing import Any

from msgspec import Struct, convert

from checker.findings import reference, single_value
from checker.findings.interface import Case, Held, World
from checker.model import Fact, Finding, Source
from checker.packs import Packs, Rule
from checker.packs.checks import CHECKS, Parameters, SingleValue
from checker.values.names import fold

_MODULES = {"one-of": "one_of"}


class Plan(Struct):
    """The rules, in the order and grouping in which they are used."""

    single: dict[str, list[tuple[Rule, SingleValue]]]  # attribute -> its rules, special ones first, a general one last
    others: list[tuple[Rule, Parameters, Any]]
    counted: frozenset[str] = frozenset()


def judge(facts: Iterable[Fact], packs: Packs, sources: Iterable[Source] = ()) -> list[Finding]:
    """The findings of all rules, sorted. ``sources`` give dates and publishers, where they are known."""
    ordered, known = sorted(facts, key=_order), list(sources)
    found = list(judge_in_order(ordered, packs, known))
    found += judge_across(ordered, World(packs, known))
    once = {finding.id: finding for finding in found}
    return sorted(once.values(), key=lambda f: (f.subject, f.attribute, sorted(f.qualifiers.items()), f.rule, f.id))


def judge_in_order(facts: Iterable[Fact], packs: Packs, sources: Iterable[Source] = ()) -> Iterator[Finding]:
    """The findings on facts that come sorted by subject: one subject's facts are held at a time.

    Rules that count over the people of an organization need all facts of it, and are left to ``judge_across``.
    """
    world = World(packs, sources)
    for _, same in groupby(facts, key=lambda fact: fold(fact.subject.name)):
        yield from judge_subject(list(same), world)


def judge_subject(facts: Iterable[Fact], world: World) -> Iterator[Finding]:
    """The findings on all facts of one subject."""
    held, plan = sorted(facts, key=_order), plan_of(world.packs)
    case = Case(held[0].subject, held, world)
    found: list[Finding] = []
    for fact in held:
        rules = plan.single.get(fact.attribute)
        if rules:
            found += single_value.check(case, fact, rules)
    for rule, parameters, module in plan.others:
        if getattr(parameters, "by", "subject") == "subject":
            found += module.check(case, rule, parameters)
    yield from reference.said_once(found, world.packs)


def judge_across(facts: Iterable[Fact], world: World) -> Iterator[Finding]:
    """The findings of rules that count over the people of an organization, on all facts or those of one."""
    ordered = sorted(facts, key=_order)
    for rule, parameters, module in plan_of(world.packs).others:
        if getattr(parameters, "by", "subject") == "organization":
            yield from module.across(ordered, rule, parameters, world)


def counted(packs: Packs) -> frozenset[str]:
    """The attributes of rules that count over the people of an organization."""
    return plan_of(packs).counted


def _order(fact: Fact) -> tuple[object, ...]:
    return fold(fact.subject.name), fact.attribute, sorted(fact.qualifiers.items())


def plan_of(packs: Packs) -> Plan:
    """The rules of these packs, ready for use."""
    return _plan(packs.digest, Held(packs))


@lru_cache(maxsize=8)
def _plan(digest: str, key: Held) -> Plan:
    single: dict[str, list[tuple[Rule, SingleValue]]] = {}
    others: list[tuple[Rule, Parameters, Any]] = []
    for rule in key.packs.rules.values():
        if not rule.enabled:
            continue
        parameters = convert(rule.parameters, CHECKS[rule.check])
        if isinstance(parameters, SingleValue):
            for attribute in rule.attributes:
                single.setdefault(attribute, []).append((rule, parameters))
        else:
            module = _MODULES.get(rule.check, rule.check.replace("-", "_"))
            others.append((rule, parameters, import_module(f"checker.findings.{module}")))
    for attribute, rules in single.items():
        special = [pair for pair in rules if pair[0].only is not None]
        general = [pair for pair in rules if pair[0].only is None]
        # the general rule loaded last, a user's own, speaks for the attribute
        single[attribute] = [*reversed(special), *general[-1:]]
    by_place = [rule for rule, parameters, _ in others if getattr(parameters, "by", "subject") == "organization"]
    counted = frozenset(name for rule in by_place for name in rule.attributes)
    return Plan({a: r for a, r in single.items() if r}, others, counted)
