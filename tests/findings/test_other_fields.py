"""Checks on facts of fields that the shipped packs know nothing of: measures, versions, currencies, ages, changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker import facts, findings, packs
from checker.model import Finding
from checker.packs import examples
from checker.packs.schema import Example

HEAD = """
pack: field
attributes:
  fee: {subject: person, value: money}
  worth: {subject: person, value: money, dated: true}
  before: {subject: person, value: money}
  after: {subject: person, value: money}
  rise: {subject: person, value: percent}
  age: {subject: person, value: quantity}
  born: {subject: person, value: date}
  signed: {subject: person, value: date, key: [organization]}
  until: {subject: person, value: date}
  contract: {subject: person, value: measure}
  founder: {subject: organization, value: person, several: true}
  timeout: {subject: product, value: measure}
  ports: {subject: product, value: quantity}
  needs: {subject: product, value: version}
  part: {subject: person, value: quantity, key: [half]}
  whole: {subject: person, value: quantity}
rules:
  - {id: X101, name: the-rule, attributes: [%s], check: %s, parameters: {%s}, message: "m", why: "w", examples: [
      {expect: %s, claims: [%s]}]}
"""


PARTS = ["part: 10, half: first, source: a", "part: 12, half: second, source: a"]


def fault(folder: Path, attributes: str, check: str, parameters: str, expect: str, *claims: str) -> str:
    file = folder / "pack.yaml"
    given = ", ".join(f"{{{claim}}}" for claim in claims)
    file.write_text(HEAD % (attributes, check, parameters, expect, given), encoding="utf-8")
    loaded = packs.load([str(file)])
    judged = examples.run(loaded, lambda c, s, p: findings.judge(facts.group(c, p), p, s))
    return next(outcome.fault for outcome in judged)


@pytest.mark.parametrize(
    ("attributes", "check", "parameters", "expect", "claims"),
    [
        # what is of two currencies, or of two dates, is not compared
        ("fee", "tolerance", "relative: 0.05", "none", ["fee: €5.5 million", "fee: £4.8 million"]),
        ("fee", "tolerance", "relative: 0.05", "conflict", ["fee: €5.5 million", "fee: €4.8 million"]),
        ("worth", "tolerance", "relative: 0.05", "none", ["worth: €5m, as_of: 2024", "worth: €9m, as_of: 2026"]),
        ("worth", "tolerance", "relative: 0.05", "conflict", ["worth: €5m, as_of: 2026", "worth: €9m, as_of: 2026"]),
        ("worth", "tolerance", "relative: 0.05", "agreement", ["worth: €5m, as_of: 2026", "worth: €5.1m"]),
        ("timeout", "tolerance", "relative: 0.05", "agreement", ["timeout: 60 s", "timeout: 1 minute"]),
        ("timeout", "single-value", "", "agreement", ["timeout: 60 s", "timeout: 1 minute"]),
        ("timeout", "single-value", "", "conflict", ["timeout: 30 s", "timeout: 60 s"]),
        ("timeout", "tolerance", "absolute: 1 minute", "agreement", ["timeout: 122 minutes", "timeout: 2.03 hours"]),
        ("timeout", "tolerance", "absolute: 1 minute", "conflict", ["timeout: 122 minutes", "timeout: 124 minutes"]),
        ("timeout", "range", "most: 5 minutes", "conflict", ["timeout: 10 min"]),
        ("timeout", "range", "most: 5 minutes", "none", ["timeout: 300 s"]),
        ("timeout", "one-of", "values: [30 s, 1 minute]", "none", ["timeout: 60 s"]),
        ("timeout", "one-of", "values: [30 s, 1 minute]", "conflict", ["timeout: 61 s"]),
        ("ports", "one-of", "values: [2, 4]", "none", ["ports: 4"]),
        ("ports", "one-of", "values: [2, 4]", "conflict", ["ports: 3"]),
        ("ports", "one-of", "none_of: [3]", "conflict", ["ports: 3"]),
        ("born", "range", "least: 1900", "conflict", ["born: 1899-12-31"]),
        ("born", "range", "least: 1900", "none", ["born: 1900"]),
        ("needs", "single-value", "", "conflict", ["needs: 3.1", "needs: 3.10"]),
        ("needs", "single-value", "", "agreement", ["needs: 3.11", "needs: 3.11.0"]),
        # an age and a birth date; a contract and its dates, of which one is told apart by the club
        ("age, born", "implied", "", "conflict", ["age: 24, published: 2026-01-16", "born: 2003-03-03"]),
        ("age, born", "implied", "", "none", ["age: 22, published: 2026-01-16", "born: 2003-03-03"]),
        (
            "contract, signed, until",
            "implied",
            "slack: 0.5",
            "conflict",
            ["contract: four years", "signed: 2026-01-14", "until: 2028-06-30"],
        ),
        (
            "contract, signed, until",
            "implied",
            "unit: months",
            "none",
            ["contract: 41 months", "signed: 2026-01-14", "until: 2029-06-30"],
        ),
        # what goes down, and figures before and after as attributes of their own
        (
            "rise, worth",
            "change",
            "",
            "none",
            [
                "rise: 20%, source: a, quote: the value fell by 20%",
                "worth: €5m, as_of: 2025, source: a",
                "worth: €4m, as_of: 2026, source: a",
            ],
        ),
        (
            "rise, worth",
            "change",
            "",
            "conflict",
            [
                "rise: 20%, source: a, quote: the value rose by 20%",
                "worth: €5m, as_of: 2025, source: a",
                "worth: €4m, as_of: 2026, source: a",
            ],
        ),
        (
            "rise, before, after",
            "change",
            "",
            "conflict",
            ["rise: 50%, source: a", "before: €4m, source: a", "after: €5m, source: a"],
        ),
        (
            "rise, before, after",
            "change",
            "",
            "none",
            ["rise: 25%, source: a", "before: €4m, source: a", "after: €5m, source: a"],
        ),
        ("rise, before, after", "change", "", "none", ["rise: 50%, source: a", "before: €4m", "after: €5m, source: a"]),
        # a name and its short form are one
        ("founder", "count", "most: 1", "none", ["founder: Ada Lark, source: a", "founder: A. Lark, source: a"]),
        ("founder", "count", "most: 1", "conflict", ["founder: Ada Lark, source: a", "founder: Ben Moor, source: a"]),
        # what each source gives, or all together
        ("founder", "count", "most: 1", "none", ["founder: Ada Lark, source: a", "founder: Ben Moor, source: b"]),
        (
            "founder",
            "count",
            "most: 1, together: true",
            "conflict",
            ["founder: Ada Lark, source: a", "founder: Ben Moor, source: b"],
        ),
        ("part, whole", "total", "key: half", "conflict", [*PARTS, "whole: 18, source: a"]),
        ("part, whole", "total", "key: half", "none", [*PARTS, "whole: 22, source: a"]),
        ("part, whole", "total", "key: half", "none", [*PARTS, "whole: 18, source: b"]),
        ("part, whole", "total", "key: half, together: true", "conflict", [*PARTS, "whole: 18, source: b"]),
        # dated parts against a total of that date
        ("part, whole", "total", "key: half", "none", [*PARTS, "whole: 18, source: a, as_of: 2024"]),
        (
            "part, whole",
            "total",
            "key: half",
            "conflict",
            [*(f"{part}, as_of: 2024" for part in PARTS), "whole: 18, source: a, as_of: 2024"],
        ),
        ("ports", "expression", "violated: 'claims.exists(c, c.high > 100)'", "conflict", ["ports: more than 5"]),
        ("ports", "expression", "violated: 'claims.exists(c, c.low > 100)'", "none", ["ports: up to 500"]),
    ],
)
def test_examples_of_other_fields(
    tmp_path: Path, attributes: str, check: str, parameters: str, expect: str, claims: list[str]
) -> None:
    assert fault(tmp_path, attributes, check, parameters, expect, *claims) == ""


@pytest.mark.parametrize(
    ("violated", "said"),
    [
        ("claims.exists(c, c.lo > 1.0)", "a claim has source, published, subject"),
        ("claims.exists(c, c.qualifiers.site == 'x')", r"has\(c.qualifiers.site\)"),
    ],
)
def test_what_an_expression_asks_in_vain_is_said(tmp_path: Path, violated: str, said: str) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(HEAD % ("ports", "expression", f'violated: "{violated}"', "notice", "{ports: 4}"))
    loaded = packs.load([str(file)])
    [outcome] = examples.run(loaded, lambda c, s, p: findings.judge(facts.group(c, p), p, s))
    assert re.search(said, outcome.findings[0].reason)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("ports: 4, modalty: denied", "claim 1: 'modalty'; did you mean 'modality'?"),
        ("ports: 4, sourc: a", "did you mean 'source'?"),
        ("signed: 2026, organisation: A", "did you mean 'organization'?"),
        ("timeout: 60", "claim 1: '60' is no measure; write for example 30 seconds"),
        ("ports: 4, confidence: high", "claim 1: confidence should be a number, not 'high'"),
        ("ports: 4, published: yesterday", "claim 1: published: 'yesterday' is not a date"),
        ("ports: [4]", "claim 1: a list is no quantity"),
        ("ports: {low: many}", "claim 1: no quantity: Expected float | null, got str - at low"),
        ("ports: {lo: 3}", "claim 1: a value has no 'lo'; known: approximate"),
    ],
)
def test_slips_in_examples(tmp_path: Path, claim: str, said: str) -> None:
    assert said in fault(tmp_path, claim.partition(":")[0], "corroboration", "", "none", claim)


def test_an_example_of_nothing_proves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(
        (HEAD % ("ports", "single-value", "", "none", "ports: 4")).replace("claims: [ports: 4]", "claims: []")
    )
    loaded = packs.load([str(file)])
    found = [outcome.fault for outcome in examples.run(loaded, lambda c, s, p: [])]
    assert found == ["neither claims nor texts; give one of them"]


@pytest.mark.parametrize(
    ("violated", "why"),
    [
        (
            "claims.exists(a, claims.exists(b, claims.exists(c, a.low + b.low + c.low < 0.0)))",
            "too many claims for a loop",
        ),
        ("claims[0].low > 1.0 || claims[999].low > 1.0", "Index error"),
        ("claims[0].text.matches('(')", "invalid regular expression"),
    ],
)
def test_a_rule_that_cannot_tell_stops_for_that_fact_alone(tmp_path: Path, violated: str, why: str) -> None:
    """Nothing ends the run, and nobody takes silence for an answer."""
    file = tmp_path / "pack.yaml"
    text = HEAD % ("ports", "expression", f'violated: "{violated}"', "none", "ports: 4")
    file.write_text(
        text + "  - {id: X102, name: other, attributes: [ports], check: single-value, message: m, why: w}\n"
    )
    loaded = packs.load([str(file)])
    many = [{"ports": n, "source": f"s{n}"} for n in range(1, 121)]
    claims, sources = examples.claims_of(loaded.rules["X101"], Example("none", claims=many), loaded)
    found = findings.judge(facts.group(claims, loaded), loaded, sources)
    [stopped] = [finding for finding in found if finding.rule == "X101"]
    assert (stopped.verdict, stopped.severity) == ("notice", "error")
    assert stopped.reason.startswith("unverifiable: the rule was stopped: ") and why in stopped.reason
    assert "conflict" in {finding.verdict for finding in found if finding.rule == "X102"}


@pytest.mark.parametrize(("severity", "speaks"), [("error", "X101"), ("warning", "X102")])
def test_a_conflict_with_the_reference_is_said_once(tmp_path: Path, severity: str, speaks: str) -> None:
    file = tmp_path / "pack.yaml"
    text = HEAD % ("ports", "reference", "", "conflict", "ports: 4")
    text = text.replace('message: "m"', f'message: "m", severity: {severity}')
    file.write_text(
        text + "  - {id: X102, name: other, attributes: [ports], check: single-value, message: m, why: w}\n"
        'authority: [{paths: ["official*"], reference: true}]\n'
    )
    loaded = packs.load([str(file)])

    def rules(*given: dict[str, object]) -> list[str]:
        claims, sources = examples.claims_of(loaded.rules["X101"], Example("none", claims=list(given)), loaded)
        found = findings.judge(facts.group(claims, loaded), loaded, sources)
        return sorted(finding.rule for finding in found if finding.verdict == "conflict")

    official = {"ports": 4, "source": "official"}
    assert rules(official, {"ports": 5, "source": "b"}) == [speaks]
    assert rules({"ports": 4, "source": "a"}, {"ports": 5, "source": "b"}) == ["X102"]
    apart = [{"ports": 4, "source": "b", "subject": "Cy Moor"}, {"ports": 6, "source": "c", "subject": "Cy Moor"}]
    assert rules(official, {"ports": 5, "source": "b"}, *apart) == sorted([speaks, "X102"])


def test_names_may_stand_in_several_groups_of_a_taxonomy(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(
        """
pack: field
attributes:
  class: {subject: thing, value: text}
rules:
  - {id: X101, name: the-rule, attributes: [class], check: single-value, message: m, why: w, examples: [
      {expect: agreement, claims: [{class: ace}, {class: one}]},
      {expect: agreement, claims: [{class: ace}, {class: single}]},
      {expect: agreement, claims: [{class: one}, {class: single}]},
      {expect: conflict, claims: [{class: north pole}, {class: north}]},
      {expect: conflict, claims: [{class: north pole}, {class: north pole station}]}]}
taxonomies:
  alike: {text: [[ace, one], [one, single]]}
  distinct: {text: [[north pole, north], [north pole, north pole station]]}
"""
    )
    loaded = packs.load([str(file)])
    judged = examples.run(loaded, lambda c, s, p: findings.judge(facts.group(c, p), p, s))
    assert [outcome.fault for outcome in judged] == [""] * 5


GRADES = """
pack: field
attributes:
  grade: {subject: thing, value: text}
  begun: {subject: thing, value: date}
  ended: {subject: thing, value: date}
rules:
  - {id: X101, name: known, attributes: [grade], check: one-of, parameters: {values: ["2", "3"]}, message: m, why: w}
  - {id: X102, name: one, attributes: [grade], check: count, parameters: {most: 1, together: true}, message: m, why: w}
  - {id: X103, name: order, attributes: [begun, ended], check: order, message: m, why: w}
taxonomies: {alike: {text: [["2", II], ["3", III]]}}
"""


def grades(folder: Path, *given: dict[str, object]) -> list[Finding]:
    file = folder / "pack.yaml"
    file.write_text(GRADES)
    loaded = packs.load([str(file)])
    claims, sources = examples.claims_of(loaded.rules["X101"], Example("none", claims=list(given)), loaded)
    return findings.judge(facts.group(claims, loaded), loaded, sources)


def test_lists_and_counts_know_what_the_packs_call_alike(tmp_path: Path) -> None:
    assert grades(tmp_path, {"grade": "II"}, {"grade": "2"}) == []
    assert [finding.rule for finding in grades(tmp_path, {"grade": "II"}, {"grade": "III"})] == ["X102"]


def test_each_wrong_value_is_a_position_of_its_own(tmp_path: Path) -> None:
    [found] = [f for f in grades(tmp_path, {"grade": "V"}, {"grade": "IX"}, {"grade": "v"}) if f.rule == "X101"]
    assert sorted((at.value.text, len(at.claims)) for at in found.positions) == [("IX", 1), ("V", 2)]


def test_of_dates_out_of_order_neither_is_best_for_being_finer(tmp_path: Path) -> None:
    found = grades(tmp_path, {"begun": "2024-05-01"}, {"ended": "2024-04"}, {"ended": "2023"})
    loaded = packs.load([str(tmp_path / "pack.yaml")])
    [order] = findings.with_support(found, loaded, [])
    assert [at.value.text for at in order.positions] == ["2023", "2024-04", "2024-05-01"]
    assert order.support == ""
