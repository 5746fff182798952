"""The checks that the packs that ship do not all use, each with a pack of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker import facts, findings, packs
from checker.errors import UserError
from checker.packs import examples

HEAD = """
pack: field
attributes:
  sponsor: {subject: thing, value: organization}
  enrolment: {subject: thing, value: quantity, dated: true}
  site_enrolment: {subject: thing, value: quantity, key: [site]}
  growth: {subject: thing, value: percent}
  started_on: {subject: thing, value: date, key: [post]}
  ended_on: {subject: thing, value: date, key: [post]}
  years: {subject: thing, value: quantity, key: [post]}
  phase: {subject: thing, value: text}
  post: {subject: person, value: title, key: [organization], status: true, several: true}
rules:
  - {id: X101, name: the-rule, attributes: [%s], check: %s, parameters: {%s}, message: "m", why: "w", examples: [%s]}
"""


def outcomes(folder: Path, attributes: str, check: str, parameters: str, *given: str) -> list[str]:
    """The faults of the examples, run."""
    file = folder / "pack.yaml"
    file.write_text(HEAD % (attributes, check, parameters, ", ".join(given)), encoding="utf-8")
    loaded = packs.load([str(file)])
    return [o.fault for o in examples.run(loaded, lambda c, s, p: findings.judge(facts.group(c, p), p, s))]


def example(expect: str, *claims: str) -> str:
    return f"{{expect: {expect}, claims: [{', '.join(f'{{{c}}}' for c in claims)}]}}"


CASES: dict[str, tuple[str, str, str, list[str]]] = {
    "tolerance, relative": (
        "enrolment",
        "tolerance",
        "relative: 0.05",
        [
            example("conflict", "enrolment: 100", "enrolment: 106"),
            example("agreement", "enrolment: 100", "enrolment: 104"),
        ],
    ),
    "tolerance, absolute": (
        "enrolment",
        "tolerance",
        "absolute: 2",
        [
            example("conflict", "enrolment: 100", "enrolment: 103"),
            example("agreement", "enrolment: 100", "enrolment: 102"),
        ],
    ),
    "tolerance, last digit": (
        "enrolment",
        "tolerance",
        "last_digit: true",
        [
            example("agreement", "enrolment: 1.2 million", "enrolment: 1.24 million"),
            example("conflict", "enrolment: 1.2 million", "enrolment: 1.26 million"),
        ],
    ),
    "order": (
        "started_on, ended_on",
        "order",
        "",
        [
            example("conflict", "started_on: 2021-05, post: x", "ended_on: 2021-04, post: x"),
            example("none", "started_on: 2021-05, post: x", "ended_on: 2021-04, post: y"),
            example("none", "started_on: 2021-05, post: x", "ended_on: 2021, post: x"),
            example("none", "started_on: 2021-05-01, post: x", "ended_on: 2021-05-01, post: x"),
        ],
    ),
    "order, strict": (
        "started_on, ended_on",
        "order",
        "equal: false",
        [
            example("conflict", "started_on: 2021-05-01, post: x", "ended_on: 2021-05-01, post: x"),
        ],
    ),
    "periods, overlap": (
        "started_on, ended_on",
        "periods",
        "days: 31",
        [
            example(
                "conflict",
                "started_on: 2020, post: x",
                "ended_on: 2024, post: x",
                "started_on: 2021, post: y",
                "ended_on: 2026, post: y",
            ),
            example(
                "none",
                "started_on: 2020, post: x",
                "ended_on: 2021, post: x",
                "started_on: 2021, post: y",
                "ended_on: 2026, post: y",
            ),
            example(
                "none",
                "started_on: 2020, post: x",
                "ended_on: 2024, post: x",
                "started_on: 2021, post: y, quote: a part-time adviser",
                "ended_on: 2026, post: y",
            ),
        ],
    ),
    "periods, gap": (
        "started_on, ended_on",
        "periods",
        "{find: gap, days: 400}"[1:-1],
        [
            example(
                "notice",
                "started_on: 2010, post: x",
                "ended_on: 2012-01, post: x",
                "started_on: 2016, post: y",
                "ended_on: 2020, post: y",
            ),
            example(
                "none",
                "started_on: 2010, post: x",
                "ended_on: 2012-01, post: x",
                "started_on: 2012, post: y",
                "ended_on: 2020, post: y",
            ),
        ],
    ),
    "range": (
        "enrolment",
        "range",
        "least: 0, most: 5000, whole: true",
        [
            example("conflict", "enrolment: -2"),
            example("conflict", "enrolment: 6000"),
            example("conflict", "enrolment: 2.5"),
            example("none", "enrolment: 40"),
            example("none", "enrolment: {low: 4000}"),
        ],
    ),
    "range of dates": (
        "started_on",
        "range",
        "least: '1900', most: now",
        [
            example("conflict", "started_on: 1899, post: x, published: 2024-05-01"),
            example("conflict", "started_on: 2025, post: x, published: 2024-05-01"),
            example("none", "started_on: 2024, post: x, published: 2024-05-01"),
        ],
    ),
    "one of": (
        "phase",
        "one-of",
        "values: [phase 1, phase 2]",
        [
            example("conflict", "phase: phase 5"),
            example("none", "phase: Phase 2"),
        ],
    ),
    "none of": (
        "phase",
        "one-of",
        "none_of: [unknown]",
        [example("conflict", "phase: Unknown"), example("none", "phase: phase 2")],
    ),
    "count": (
        "sponsor",
        "count",
        "most: 1",
        [
            example("conflict", "sponsor: North Works, source: a", "sponsor: South Group, source: a"),
            example("none", "sponsor: North Works, source: a", "sponsor: South Group, source: b"),
            example("none", "sponsor: North Works, source: a", "sponsor: North Works Ltd, source: a"),
        ],
    ),
    "count, at least": (
        "sponsor",
        "count",
        "least: 2",
        [
            example("conflict", "sponsor: North Works, source: a"),
            example("none", "sponsor: North Works, source: a", "sponsor: South Group, source: a"),
        ],
    ),
    "count by organization": (
        "post",
        "count",
        "by: organization, most: 1, status: current, values: [chief executive]",
        [
            example(
                "conflict",
                "post: CEO, subject: Ada Lark, status: current",
                "post: chief executive, subject: Ben Moor, status: current",
            ),
            example(
                "none",
                "post: CEO, subject: Ada Lark, status: former",
                "post: chief executive, subject: Ben Moor, status: current",
            ),
            example(
                "none",
                "post: CEO, subject: Ada Lark, status: current, published: 2019-01-01",
                "post: chief executive, subject: Ben Moor, status: current, published: 2024-01-01",
            ),
            example(
                "none", "post: CEO, subject: Ada Lark, status: current", "post: CFO, subject: Ben Moor, status: current"
            ),
        ],
    ),
    "total": (
        "site_enrolment, enrolment",
        "total",
        "key: site",
        [
            example(
                "conflict",
                "site_enrolment: 80, site: x, source: a",
                "site_enrolment: 90, site: y, source: a",
                "enrolment: 120, source: a",
            ),
            example(
                "none",
                "site_enrolment: 80, site: x, source: a",
                "site_enrolment: 30, site: y, source: a",
                "enrolment: 120, source: a",
            ),
        ],
    ),
    "total, complete": (
        "site_enrolment, enrolment",
        "total",
        "key: site, complete: true",
        [
            example(
                "conflict",
                "site_enrolment: 20, site: x, source: a",
                "site_enrolment: 30, site: y, source: a",
                "enrolment: 120, source: a",
            ),
        ],
    ),
    "change": (
        "growth, enrolment",
        "change",
        "tolerance: 0.01",
        [
            example(
                "conflict",
                "growth: '{}', source: a".format("15–30 %"),
                "enrolment: 300, as_of: 2025-01, source: a",
                "enrolment: {low: 350, high: 400}, as_of: 2025-07, source: a",
            ),
            example(
                "none",
                "growth: 10%, source: a",
                "enrolment: 300, as_of: 2025-01, source: a",
                "enrolment: 330, as_of: 2025-07, source: a",
            ),
        ],
    ),
    "implied": (
        "years, started_on, ended_on",
        "implied",
        "slack: 1",
        [
            example("conflict", "years: 9, post: x", "started_on: 2010, post: x", "ended_on: 2014, post: x"),
            example("none", "years: 4, post: x", "started_on: 2010, post: x", "ended_on: 2014, post: x"),
        ],
    ),
    "corroboration": (
        "sponsor",
        "corroboration",
        "sources: 2",
        [
            example("notice", "sponsor: North Works"),
            example("none", "sponsor: North Works", "sponsor: North Works"),
        ],
    ),
    "required": (
        "enrolment",
        "required",
        "qualifiers: [as_of]",
        [
            example("notice", "enrolment: 40"),
            example("none", "enrolment: 40, as_of: 2024"),
        ],
    ),
    "freshness": (
        "enrolment",
        "freshness",
        "days: 365",
        [
            example("notice", "enrolment: 40, as_of: 2020", "enrolment: 41, as_of: 2020, published: 2024-01-01"),
            example("none", "enrolment: 40, as_of: 2023-06", "enrolment: 41, as_of: 2020, published: 2024-01-01"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_check(name: str, tmp_path: Path) -> None:
    attributes, check, parameters, given = CASES[name]
    found = outcomes(tmp_path, attributes, check, parameters, *given)
    assert found == [""] * len(given)


def test_reference(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    text = HEAD % (
        "sponsor",
        "reference",
        "",
        example("conflict", "sponsor: North Works, source: filing", "sponsor: South Group, source: blog"),
    )
    file.write_text(text + "authority:\n  - {paths: [filing*], rank: 5, reference: true}\n", encoding="utf-8")
    loaded = packs.load([str(file)])
    (outcome,) = examples.run(loaded, lambda c, s, p: findings.judge(facts.group(c, p), p, s))
    assert outcome.fault == ""
    assert outcome.findings[0].support == "best supported: North Works (the source of most authority: 5 against 0)"


class TestExpressions:
    """CEL: what no other check says."""

    @pytest.fixture(autouse=True)
    def _cel(self) -> None:
        pytest.importorskip("cel_expr_python", reason="cel-expr-python is not installed")

    def test_over_a_fact(self, tmp_path: Path) -> None:
        given = [example("conflict", "enrolment: 7"), example("none", "enrolment: 8")]
        violated = 'violated: "claims.exists(c, int(c.low) % 2 == 1)"'
        assert outcomes(tmp_path, "enrolment", "expression", violated, *given) == ["", ""]

    def test_over_pairs(self, tmp_path: Path) -> None:
        given = [example("notice", "enrolment: 7", "enrolment: 900"), example("none", "enrolment: 7", "enrolment: 8")]
        violated = 'violated: "a.low > 100.0 * b.low || b.low > 100.0 * a.low", over: pair, verdict: notice'
        assert outcomes(tmp_path, "enrolment", "expression", violated, *given) == ["", ""]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("claims.size() + 'x'", "no matching overload"),
            ("clams.size() > 1", "undeclared reference to 'clams'"),
            ("claims.size()", "gives int"),
            ("1 +", "Syntax error"),
            ("(" * 1500 + "true" + ")" * 1500, "limit"),
        ],
    )
    def test_what_does_not_type_check_is_refused_when_loaded(self, tmp_path: Path, text: str, said: str) -> None:
        with pytest.raises(UserError, match=said.replace("(", "\\(")) as caught:
            outcomes(tmp_path, "enrolment", "expression", f'violated: "{text}"')
        assert caught.value.line > 0

    def test_what_cannot_be_told_fails_its_example(self, tmp_path: Path) -> None:
        violated = 'violated: "claims[0].nothing == 1"'
        found = outcomes(tmp_path, "enrolment", "expression", violated, example("none", "enrolment: 1"))
        assert found == ["found a notice where there is none"]


def test_severities_and_notices_are_the_rules_own(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    rule: Any = HEAD.replace('message: "m"', 'severity: warning, message: "m"') % (
        "sponsor",
        "corroboration",
        "sources: 2",
        example("notice", "sponsor: X"),
    )
    file.write_text(rule, encoding="utf-8")
    loaded = packs.load([str(file)])
    (outcome,) = examples.run(loaded, lambda c, s, p: findings.judge(facts.group(c, p), p, s))
    assert [f.severity for f in outcome.findings] == ["warning"]
