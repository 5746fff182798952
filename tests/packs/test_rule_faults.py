"""Rules, events and patterns that cannot be: each said in one line, with its place and what to do."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from checker import packs
from checker.claims.reading import compile_reading
from checker.errors import MOST, UserError
from checker.pipeline import packs_of

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
        compile_reading(packs_of([str(file)]))
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
        ("[size]", "count", "{most: -1}", "most: should be a whole number of at least 0"),
        ("[size]", "count", "{most: 1.5}", "most: should be a whole number, not a number"),
        ("[size]", "count", "{most: 1, least: 3}", "least (3) is more than most (1)"),
        ("[size]", "range", "{least: 10, most: 2}", "least (10) is more than most (2): nothing lies between"),
        ("[area]", "range", "{least: 5 ha, most: 10 m2}", "least (5 ha) is more than most (10 m2)"),
        ("[begun]", "range", "{least: 2020, most: 1999}", "least (2020) is more than most (1999)"),
        ("[begun, begun]", "order", "{}", "names 'begun' twice"),
        ("[size]", "tolerance", "{absolute: -1}", "absolute: should be a number of at least 0"),
        ("[size]", "tolerance", "{relative: 5%}", "relative: should be a number, not text"),
        ("[area]", "tolerance", "{absolute: 5}", "absolute: '5.0' is no measure; write for example 30 seconds"),
        ("[begun]", "tolerance", "{absolute: 2 days}", "absolute: of dates it is a number of days"),
        ("[size]", "corroboration", "{sources: 0}", "sources: should be a whole number of at least 1"),
        ("[size]", "required", "{qualifiers: []}", "qualifiers: is empty; name at least one"),
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
        ("[area]", "tolerance", "{absolute: 10 m2}"),
        ("[begun]", "tolerance", "{absolute: 2}"),
        ("[begun]", "range", "{least: 2020, most: 2020}"),
        ("[size]", "range", "{least: 0}"),
        ("[size]", "one-of", "{values: [1, 2.5, about 30]}"),
        ("[share, size, size]", "change", "{}"),
        ("[area, begun, ended]", "implied", "{unit: weeks}"),
        ("[size]", "expression", "{over: pair, violated: 'a.low > b.low'}"),
    ],
)
def test_rules_that_can_be(tmp_path: Path, attributes: str, check: str, parameters: str) -> None:
    assert faults(tmp_path, HEAD % (attributes, check, parameters)) == []


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("{subject.__class__.__init__}", "names no {subject.__class__.__init__}"),
        ("{subject:>99999999999}", "takes {subject} as it is"),
        ("{subject!r}", "takes {subject} as it is"),
        ("{subject[0]}", "names no {subject[0]}"),
    ],
)
def test_a_message_takes_names_and_no_programs(tmp_path: Path, message: str, said: str) -> None:
    text = (HEAD % ("[size]", "single-value", "{}")).replace('message: "m"', f'message: "{message}"')
    assert said in faults(tmp_path, text)[0]


def test_only_has_to_say_something(tmp_path: Path) -> None:
    assert "'only' says nothing" in faults(tmp_path, HEAD % ("[size]", "single-value", "{}, only: {}"))[0]


@pytest.mark.parametrize(
    ("taxonomies", "said"),
    [
        ("{within: {place: {A: [B], B: [C], C: [a]}}}", "'A' lies in itself"),
        ("{within: {place: {A: [A]}}}", "'A' lies in itself"),
        ("{alike: {title: [[X, A, B]]}, distinct: {title: [[b, a]]}}", "'a' and 'b' are alike too"),
        ("{alike: {title: [[A, a]]}}", "alike takes groups of two names or more"),
    ],
)
def test_taxonomies_that_cannot_be(tmp_path: Path, taxonomies: str, said: str) -> None:
    found = faults(tmp_path, f"pack: p\ntaxonomies: {taxonomies}\n")
    assert len(found) == 1 and said in found[0] and found[0].startswith("p.yaml:2:")


@pytest.mark.parametrize(
    ("key", "pattern", "said"),
    [
        ("phrases", "{subject} is fine", "has no {value}, and so claims nothing"),
        ("clauses", "{subject} have [{value}", "is closed by a"),
        ("clauses", "{subject} have [in [{x}]] {value}", "none stands in another"),
    ],
)
def test_patterns_that_cannot_be(tmp_path: Path, key: str, pattern: str, said: str) -> None:
    text = f"pack: p\nattributes:\n  a: {{subject: thing, value: text, {key}: ['{pattern}']}}\n"
    assert said in faults(tmp_path, text)[0]


def test_faults_of_patterns_and_of_shape_are_said_in_one_run(tmp_path: Path) -> None:
    text = """pack: p
attributes:
  a: {subject: thing, value: text, phrases: ["{subject} [is {value}"]}
  b: {subject: thing, valeu: text}
events:
  e: {slots: {person: person}, claims: [{attribute: a, subject: person, value: person}], clauses: ["{persn} join"]}
rules:
  - {id: X101, name: n, attributes: [a], check: single-valu, message: m, why: w}
"""
    file = tmp_path / "p.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        packs_of([str(file)])
    lines = str(caught.value).replace(f"{tmp_path}/", "").split("\n")
    assert [line.partition(": ")[0] for line in lines] == [
        "p.yaml:3:46", "p.yaml:4:23", "p.yaml:6:100", "p.yaml:8:42",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pack: p\n---\npack: q\n", "p.yaml:2:1: not valid YAML: but found another document; one file is one pack"),
        ("pack: p\nabout: " + "9" * 5000, "p.yaml:2:8: not valid YAML: a number of too many digits"),
        ("pack: p\nlexicons: &a\n  x: *a\n", "let none hold itself"),
    ],
)
def test_yaml_that_is_no_pack(tmp_path: Path, text: str, said: str) -> None:
    assert said in faults(tmp_path, text)[0]


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
