"""Packs: what is read, what is refused and where, extends and overrides, the cache."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path

import pytest

from checker import packs
from checker.errors import UserError
from checker.packs import faults, kept

GOOD = """
pack: field
attributes:
  sponsor: {subject: study, value: organization, headers: [sponsor]}
rules:
  - id: X101
    name: sponsor-conflict
    attributes: [sponsor]
    check: single-value
    message: "different sponsors of {subject}"
    why: "w"
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE", str(tmp_path / "cache"))


def load(folder: Path, *texts: str) -> packs.Packs:
    """The packs of these texts, each in a file of its own."""
    names = []
    for index, text in enumerate(texts):
        (folder / f"p{index}.yaml").write_text(text, encoding="utf-8")
        names.append(str(folder / f"p{index}.yaml"))
    return packs.load(names)


def refused(folder: Path, *texts: str) -> list[tuple[str, int, int, str]]:
    """The faults of loading: file, line, column, message."""
    with pytest.raises(UserError) as caught:
        load(folder, *texts)
    found = getattr(caught.value, "found", [caught.value])
    return [(os.path.basename(f.path), f.line, f.column, f.message) for f in found]


def test_a_pack_of_ten_lines(tmp_path: Path) -> None:
    loaded = load(tmp_path, GOOD)
    assert loaded.attributes["sponsor"].headers == ["sponsor"]
    assert loaded.rules["X101"].pack == "field"


@pytest.mark.parametrize(
    ("broken", "line", "said"),
    [
        (GOOD.replace("severity", "x").replace("check: single", "chek: single"), 6, "check: missing"),
        (GOOD.replace("check: single-value", "chek: single-value"), 9, "unknown key 'chek'; did you mean 'check'?"),
        (GOOD.replace("single-value", "singel-value"), 9, "no check 'singel-value'; did you mean 'single-value'?"),
        (
            GOOD.replace("[sponsor]\n    check", "[sponser]\n    check"),
            8,
            "no attribute 'sponser'; did you mean 'sponsor'?",
        ),
        (GOOD.replace("{subject}", "{subjekt}"), 10, "the message names no {subjekt}; did you mean 'subject'?"),
        (GOOD.replace("value: organization", "value: organisation"), 4, "did you mean 'organization'?"),
        (GOOD.replace("name: sponsor-conflict", "name: Sponsor Conflict"), 7, "should look like a-name"),
        (GOOD.replace("value: organization, ", ""), 4, "value"),
        (GOOD + "    parameters: {drifft: 0.2}\n", 12, "single-value takes no 'drifft'; did you mean 'drift'?"),
        (GOOD + "    parameters: {drift: lots}\n", 12, "parameters of single-value"),
        (GOOD + "    why: again\n", 12, "'why' is given twice"),
        (GOOD.replace("  sponsor: {", "  sponsor: {extra: [", 1), 4, "not valid YAML"),
        ("attributes: {}\n", 1, "pack: missing"),
        ("", 0, "empty"),
        ("- a\n- b\n", 1, "a pack is a mapping"),
        ("pack: a\nabout: \x00\n", 2, "control character"),
        ("pack: " + "[" * 5000, 0, "not valid YAML"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, broken: str, line: int, said: str) -> None:
    found = refused(tmp_path, broken)
    assert any(said in message and (at == line or not line) for _, at, _, message in found), found
    assert all("\n" not in message for *_, message in found)


def test_all_faults_of_all_files_in_one_run(tmp_path: Path) -> None:
    one = GOOD.replace("check: single-value", "chek: single-value").replace("why:", "whi:")
    found = refused(tmp_path, one, "pack: other\nrulez: []\n")
    assert [(file, line) for file, line, _, message in found if "unknown key" in message] == [
        ("p0.yaml", 9),
        ("p0.yaml", 11),
        ("p1.yaml", 2),
    ]


def test_two_rules_with_one_id(tmp_path: Path) -> None:
    second = (
        GOOD.replace("pack: field", "pack: other")
        .replace("  sponsor: {subject", "  backer: {subject")
        .replace("[sponsor]\n    check", "[backer]\n    check")
    )
    (found,) = refused(tmp_path, GOOD, second)
    assert found[:2] == ("p1.yaml", 6)
    assert "a second rule 'X101' (the first is in 'field')" in found[3]


def test_an_attribute_of_another_pack_needs_extends(tmp_path: Path) -> None:
    second = "pack: other\nattributes:\n  sponsor: {headers: [funder]}\n"
    (found,) = refused(tmp_path, GOOD, second)
    assert "extends: [field]" in found[3]
    loaded = load(tmp_path, GOOD, "extends: [field]\n" + second)
    assert loaded.attributes["sponsor"].headers == ["sponsor", "funder"]
    assert loaded.attributes["sponsor"].value == "organization"


def test_extends_by_file_and_in_circles(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(
        "pack: mine\nextends: [base.yaml]\noverrides: {X101: {severity: info}}\n", encoding="utf-8"
    )
    assert packs.load([str(tmp_path / "mine.yaml")]).rules["X101"].severity == "info"
    (found,) = refused(tmp_path, "pack: a\nextends: [b]\n", "pack: b\nextends: [a]\n")
    assert "circle: a > b > a" in found[3]
    (found,) = refused(tmp_path, "pack: a\nextends: [feild]\n", GOOD)
    assert found[1:3] == (2, 11)
    assert "did you mean 'field'?" in found[3]


def test_overrides(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        GOOD,
        "pack: o\noverrides:\n  sponsor-conflict:"
        " {severity: warning, parameters: {agreements: false}, enabled: false}\n",
    )
    rule = loaded.rules["X101"]
    assert (rule.severity, rule.parameters, rule.enabled) == ("warning", {"agreements": False}, False)
    (found,) = refused(tmp_path, GOOD, "pack: o\noverrides:\n  X110: {severity: warning}\n")
    assert found[1] == 3
    assert "did you mean 'X101'?" in found[3]


@pytest.mark.parametrize(
    ("path", "said"), [("nowhere", "no such rule pack"), ("empty", "no rule packs in this folder")]
)
def test_missing(tmp_path: Path, path: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match=said):
        packs.load([str(tmp_path / path)])


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_bytes(b"pack: a\nabout: \xff\xfe\n")
    with pytest.raises(UserError, match="not UTF-8") as caught:
        packs.load([str(tmp_path / "p.yaml")])
    assert caught.value.line == 2


def test_hostile_files_end_in_bounded_time(tmp_path: Path) -> None:
    begin = time.process_time()
    bomb = "pack: a\nlexicons:\n  a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"  {chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 10)}]\n" for n in range(8)
    )
    refused(tmp_path, bomb)
    refused(tmp_path, "pack: a\n" + "# line\n" * 1_000_000)
    refused(tmp_path, "pack: a\nlexicons: {a: [" + "x, " * 450_000 + "x]}\n")
    assert time.process_time() - begin < 60


def test_yaml_keeps_words_as_they_are(tmp_path: Path) -> None:
    loaded = load(tmp_path, "pack: a\nlexicons: {w: [on, no, yes, 2026-05-19, '12:30', 'true']}\n")
    assert loaded.lexicons["w"] == sorted(["on", "no", "yes", "2026-05-19", "12:30", "true"])


def test_what_was_checked_is_kept_and_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(tmp_path, GOOD)
    monkeypatch.setattr("checker.packs.build.build", lambda _: pytest.fail("built again"))
    assert load(tmp_path, GOOD) == first
    monkeypatch.undo()
    monkeypatch.setenv("FACTLINT_CACHE", str(tmp_path / "cache"))
    assert (
        load(tmp_path, GOOD.replace("[sponsor]\n    check", "[sponsor]\n    severity: info\n    check"))
        .rules["X101"]
        .severity
        == "info"
    )


def test_a_broken_cache_or_none_costs_only_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(tmp_path, GOOD)
    for file in Path(kept.folder()).iterdir():
        file.write_bytes(b"\x00broken")
    assert load(tmp_path, GOOD) == first
    monkeypatch.setenv("FACTLINT_CACHE", "/dev/null/nowhere")
    assert load(tmp_path, GOOD) == first


def test_the_schema_for_editors_says_what_the_loader_says(tmp_path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(json.dumps(faults.json_schema()))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    from checker.packs.document import Document

    for file in sorted(Path(packs.shipped()).glob("*.yaml")):
        data = Document(file.read_text(encoding="utf-8"), str(file)).data
        assert [error.message for error in validator.iter_errors(data)] == []
    for broken in (
        GOOD.replace("check: single", "chek: single"),
        GOOD.replace("single-value", "singel"),
        GOOD + "    parameters: {drifft: 1}\n",
    ):
        assert list(validator.iter_errors(Document(broken, "x").data))


def test_every_attribute_of_the_contract_is_there() -> None:
    loaded = packs.load()
    assert len(loaded.attributes) == 30
    assert {name: a.key for name, a in loaded.attributes.items() if a.key} == {
        "title": ["organization"],
        "team": ["organization"],
        "reports_to": ["organization"],
        "direct_reports": ["organization"],
        "joined_on": ["organization"],
        "left_on": ["organization"],
        "headcount": ["scope"],
        "users": ["scope"],
        "round_amount": ["round"],
        "round_date": ["round"],
        "lead_investor": ["round"],
        "revenue": ["period"],
    }
    judged = {name for rule in loaded.rules.values() if rule.check == "single-value" for name in rule.attributes}
    assert judged == set(loaded.attributes)
    assert all(re.fullmatch(r"P\d+", p) for a in loaded.attributes.values() for p in a.wikidata)


def test_taxonomies_of_a_pack_decide(tmp_path: Path) -> None:
    from checker import facts, findings
    from checker.packs import examples

    text = """
pack: field
attributes:
  grade: {subject: thing, value: text}
  at: {subject: thing, value: place}
taxonomies:
  alike: {text: [[grade two, second class]]}
  within: {place: {North Riding: [Lower Dale], The Moors: [North Riding]}}
  distinct: {text: [[colour, color]]}
rules:
  - {id: X101, name: x, attributes: [grade, at], check: single-value, message: m, why: w, examples: [
      {expect: agreement, claims: [{grade: Grade Two}, {grade: second class}]},
      {expect: conflict, claims: [{grade: colour}, {grade: color}]},
      {expect: agreement, claims: [{at: Lower Dale}, {at: The Moors}]},
      {expect: conflict, claims: [{at: Lower Dale}, {at: Upper Dale}]}]}
"""
    (tmp_path / "p.yaml").write_text(text, encoding="utf-8")
    loaded = packs.load([str(tmp_path / "p.yaml")])
    outcomes = examples.run(loaded, lambda c, s, p: findings.judge(facts.group(c, p), p, s))
    assert [o.fault for o in outcomes] == ["", "", "", ""]


def test_the_reference_is_made_anew_between_its_marks_only() -> None:
    from checker.packs import reference

    held = f"before\n{reference.BEGIN}old\n{reference.END}\nafter\n"
    made = reference.renewed(held, packs.load())
    assert made.startswith("before\n")
    assert made.endswith("\nafter\n")
    assert all(f"### {rule} " in made for rule in packs.load().rules)
    assert reference.renewed(made, packs.load()) == made
