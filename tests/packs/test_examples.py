"""Every rule that ships is proved by its examples, and a wrong example is found out."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import facts, findings, packs
from checker.model import Claim, Finding, Source
from checker.packs import examples


def judge(claims: list[Claim], sources: list[Source], loaded: packs.Packs) -> list[Finding]:
    """What the runner is given."""
    return findings.judge(facts.group(claims, loaded), loaded, sources)


def test_examples_of_the_packs_that_ship() -> None:
    outcomes = list(examples.run(packs.load(), judge))
    assert [(o.rule, o.number, o.fault) for o in outcomes if o.fault] == []
    assert len(outcomes) >= 3 * len(packs.load().rules)


@pytest.mark.parametrize("rule", sorted(packs.load().rules))
def test_each_rule_has_examples_of_each_kind(rule: str) -> None:
    given = packs.load().rules[rule].examples
    assert any(e.expect == "conflict" for e in given)
    assert any(e.expect in ("agreement", "none") and not e.near for e in given)
    assert any(e.near for e in given)


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("{expect: conflict, claims: [{sponsor: A}, {sponsor: A}]}", "found no conflict, but agreement by X101"),
        ("{expect: none, claims: [{sponsor: Ant}, {sponsor: Bee}]}", "found a conflict where there is none"),
        ("{expect: conflict, claims: [{sponser: A}]}", "names no attribute"),
        ("{expect: conflict, claims: [{sponsor: A, modality: said}]}", "no modality 'said'"),
        ("{expect: conflict, claims: [{enrolment: lots}]}", "'lots' is no quantity"),
        ("{expect: conflict, claims: [{on: 20x6}]}", "is not a date"),
        ("{expect: conflict, reason: denied, claims: [{sponsor: Ant}, {sponsor: Bee}]}", "for another reason"),
    ],
)
def test_an_example_that_fails_says_why(tmp_path: Path, example: str, said: str) -> None:
    text = """
pack: field
attributes:
  sponsor: {subject: study, value: organization}
  enrolment: {subject: study, value: quantity}
  "on": {subject: study, value: date}
rules:
  - {id: X101, name: x, attributes: [sponsor], check: single-value, message: m, why: w, examples: [%s]}
"""
    (tmp_path / "p.yaml").write_text(text % example, encoding="utf-8")
    (outcome,) = examples.run(packs.load([str(tmp_path / "p.yaml")]), judge)
    assert said in outcome.fault
