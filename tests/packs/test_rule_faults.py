"""Rules, events and patterns that cannot be: each said in one line, with its place and what to do."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from checker import packs
from checker.claims.reading import compile_reading
from checker.errors import MOST, UserError

HEAD = """
pack: field
attributes:
  size: {subject: study, value: quantity}
  area: {subject: study, value: measure}
  share: {subject: study, value: percent}
  begun: {subject: study, value: date, key: [arm]}
  ended: {subject: study, value: date, key: [arm]}
  name: {subject: study, value: text}
rules:
  - {id: X101, name: the-rule, message: "m", why: "w", attributes: %s, check: %s, parameters: %s}
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE", str(tmp_path / "cache"))


def faults(folder: Path, text: str) -> list[str]:
    file = folder / "p.yaml"
    file.write_text(text, encoding="utf-8")
    try:
        compile_reading(packs.load([str(file)]))
    except UserError as error:
        return str(error).replace(f"{folder}/", "").split("\n")
    return []


@pytest.mark.parametrize(
    ("attributes", "check", "parameters", "said"),
    [
        ("[size]", "implied", "{}", "implied takes the attributes [figure, start] or [figure, start, end], not 1"),
        ("[begun, size]", "order", "{}", "order takes a date as its later; size is a quantity"),
        ("[size]", "periods", "{}", "periods takes the attributes [start, end], not 1"),
        ("[size, begun]", "total", "{}", "total takes a measure, money, percent or quantity as its total; begun is"),
        ("[size, size]", "change", "{}", "change takes a percent as its change; size is a quantity"),
        ("[name]", "tolerance", "{relative: 0.1}", "tolerance takes a date, measure, money"),
        ("[size]", "tolerance", "{}", "tolerance needs one of absolute, relative, last_digit; give one"),
        ("[size]", "range", "{}", "range needs one of least, most, whole; give one"),
        ("[size]", "range", "{least: now}", "least: 'now' is for dates; size is a quantity"),
        ("[size]", "range", "{least: lots}", "least: 'lots' is no quantity"),
        ("[begun]", "range", "{most: 19x0}", "most: '19x0' is not a date"),
        ("[area]", "range", "{most: 5}", "most: '5.0' is no measure; write for example 30 seconds"),
        ("[size]", "one-of", "{}", "one-of needs one of values, none_of; give one"),
        ("[size]", "one-of", "{values: [1, many]}", "values: 'many' is no quantity"),
        ("[size]", "count", "{}", "count needs one of most, least; give one"),
        ("[size]", "count", "{most: -1}", "most: expected int >= 0"),
        ("[size]", "reference", "{x: 1}", "reference takes no 'x'; it takes no parameters"),
        ("[size]", "required", "{}", "parameters of required: give qualifiers"),
        ("[size]", "freshness", "{days: soon}", "days: should be a number, not text"),
        ("[begun, ended]", "order", "{key: [site]}", "key: no attribute here has the key 'site'; known: arm"),
        ("[size]", "expression", "{violated: 'a.low > b.low'}", "a and b are the two claims of `over: pair`"),
        ("[size]", "expression", "{violated: 'claims.size() >'}", "mismatched input '<EOF>' (at character"),
        ("[size, {}]", "range", "{least: 0}", "attributes.2: should be a text"),
    ],
)
def test_a_rule_that_cannot_be(tmp_path: Path, attributes: str, check: str, parameters: str, said: str) -> None:
    found = faults(tmp_path, HEAD % (attributes, check, parameters))
    assert any(said in line for line in found), found
    assert all(line.startswith("p.yaml:11:") for line in found)


@pytest.mark.parametrize(
    ("attributes", "check", "parameters"),
    [
        ("[begun]", "range", "{least: 1900, most: now}"),
        ("[area]", "range", "{least: 10 m2, most: 5 ha}"),
        ("[size]", "range", "{least: 0}"),
        ("[size]", "one-of", "{values: [1, 2.5, about 30]}"),
        ("[share, size, size]", "change", "{}"),
        ("[area, begun, ended]", "implied", "{unit: weeks}"),
        ("[size]", "expression", "{over: pair, violated: 'a.low > b.low'}"),
    ],
)
def test_rules_that_can_be(tmp_path: Path, attributes: str, check: str, parameters: str) -> None:
    assert faults(tmp_path, HEAD % (attributes, check, parameters)) == []


def test_only_is_for_single_values(tmp_path: Path) -> None:
    text = HEAD % ("[size]", "range", "{least: 0}, only: {inferred: true}")
    assert "'only' is for the check single-value, not for range" in faults(tmp_path, text)[0]


def test_a_wrong_shape_hides_nothing_else_in_the_file(tmp_path: Path) -> None:
    text = HEAD % ("[size]", "rang", "{least: 0}") + (
        "  - {id: X102, nam: b, message: m, why: w, attributes: [size], check: range}\n"
        "  - {id: X103, name: c, message: m, why: w, attributes: [seize], check: single-value}\n"
    )
    text = text.replace("  name: {", "  other: 5\n  persons: {subject: persn, value: text}\n  name: {")
    assert [line.partition(": ")[0] for line in faults(tmp_path, text)] == [
        "p.yaml:9:3",  # a mapping
        "p.yaml:10:13",  # person
        "p.yaml:13:76",  # range
        "p.yaml:14:5",  # name is missing
        "p.yaml:14:16",  # nam
        "p.yaml:15:45",  # size
    ]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("{claims: []}", "makes no claims"),
        ("{claims: [{attribute: size, subject: it, value: n}], slots: {n: quantity}}", "subject names 'it'"),
        ("{claims: [{attribute: size, subject: n, value: m}], slots: {n: study, mm: date}}", "did you mean 'mm'?"),
        ("{claims: [{attribute: size, value: n}], slots: {n: study}}", "a claim without subject"),
    ],
)
def test_an_event_that_cannot_be(tmp_path: Path, event: str, said: str) -> None:
    found = faults(tmp_path, f"pack: f\nattributes: {{size: {{subject: study, value: text}}}}\nevents:\n  e: {event}\n")
    assert any(said in line and line.startswith("p.yaml:4:") for line in found), found


def test_every_pattern_that_cannot_be_is_said_in_one_run(tmp_path: Path) -> None:
    text = """pack: f
attributes:
  a:
    subject: study
    value: text
    clauses: ["{subject} be {valu}", "{subject} 5% {value}", "{x?} call {subject} {value}"]
    phrases: ["{subject} is (a", "is a thing", "{subject} [%s {value}", "{subject} costs {value}"]
""".replace("%s", "[" * 4000)
    found = faults(tmp_path, text)
    assert [line.partition(": ")[0] for line in found] == [
        "p.yaml:6:15", "p.yaml:6:38", "p.yaml:7:15", "p.yaml:7:34", "p.yaml:7:48",
    ]  # fmt: skip
    assert "names {valu}, which is no slot here; did you mean 'value'?" in found[0]
    assert "too many brackets in each other" in found[4]
    assert all(len(line) < 300 for line in found)


def test_thirty_thousand_faults_are_not_all_printed(tmp_path: Path) -> None:
    rule = (
        "  - {{id: X{0}, name: x{0}, attributes: [siz], check: range, parameters: {{least: 0}}, message: m, why: w}}\n"
    )
    begin = time.process_time()
    found = faults(tmp_path, "pack: f\nrules:\n" + "".join(rule.format(n) for n in range(1, 5001)))
    assert len(found) == MOST + 1
    assert found[-1] == f"and {5000 - MOST:,} faults more"
    assert time.process_time() - begin < 30


def test_figures_of_claims_stay_as_written(tmp_path: Path) -> None:
    text = HEAD.replace("value: text", "value: version") % ("[name]", "single-value", "{}")
    text = text.rstrip("}\n") + "}, examples: [{expect: conflict, claims: [{name: 3.1}, {name: 3.10}]}]}\n"
    (tmp_path / "p.yaml").write_text(text, encoding="utf-8")
    (example,) = packs.load([str(tmp_path / "p.yaml")]).rules["X101"].examples
    assert [claim["name"] for claim in example.claims] == ["3.1", "3.10"]
