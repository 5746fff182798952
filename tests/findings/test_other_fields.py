"""Checks on facts of fields that the shipped packs know nothing of: measures, versions, currencies, ages, changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import facts, findings, packs
from checker.errors import UserError
from checker.packs import examples

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
rules:
  - {id: X101, name: the-rule, attributes: [%s], check: %s, parameters: {%s}, message: "m", why: "w", examples: [
      {expect: %s, claims: [%s]}]}
"""


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
    with pytest.raises(UserError, match=said):
        fault(tmp_path, "ports", "expression", f'violated: "{violated}"', "none", "ports: 4")


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("ports: 4, modalty: denied", "claim 1: 'modalty'; did you mean 'modality'?"),
        ("ports: 4, sourc: a", "did you mean 'source'?"),
        ("signed: 2026, organisation: A", "did you mean 'organization'?"),
        ("timeout: 60", "'60' is no measure; write for example 30 seconds"),
    ],
)
def test_slips_in_examples(tmp_path: Path, claim: str, said: str) -> None:
    assert said in fault(tmp_path, claim.partition(":")[0], "corroboration", "", "none", claim)
