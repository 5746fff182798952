"""``check``: exit codes, formats, bad input. Most of it on claims as they stand, so that reading plays no part."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker import contract

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
ADA = {"name": "Ada Byron", "type": "person"}


def claim(source: str, title: str, line: int = 3) -> dict[str, Any]:
    quote = f"Ada Byron was {title} at Mill Ltd."
    return {
        "source": source, "line": line, "column": 1, "end_line": line, "end_column": len(quote) + 1, "quote": quote,
        "subject": ADA, "attribute": "title", "value": {"kind": "title", "text": title},
        "qualifiers": {"organization": "Mill Ltd", "status": "former"}, "modality": "asserted",
    }  # fmt: skip


CLAIMS = [
    claim("a.md", "Senior Director of Looms"),
    claim("b.txt", "Director of Looms", 7),
    claim("c.txt", "Director of Looms", 9),
]


@pytest.fixture
def claims(tmp_path: Path) -> str:
    file = tmp_path / "claims.json"
    file.write_text(json.dumps({"version": 1, "claims": CLAIMS}), encoding="utf-8")
    return str(file)


def test_a_conflict_is_shown_with_both_sides_and_exits_1(factlint: Run, claims: str) -> None:
    done = factlint("check", "--claims", claims)
    shown = done.stdout.decode()
    assert done.returncode == 1, done.stderr.decode()
    assert shown.startswith("a.md:3:1: ")
    assert "      b.txt:7:1: Ada Byron was Director of Looms at Mill Ltd." in shown
    assert "1 conflict (1 error)" in shown
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("words", "code"), [(["--fail-on", "error"], 1), (["--fail-on", "never"], 0), (["--ignore", "title"], 0)]
)
def test_what_counts_decides_the_exit_code(factlint: Run, claims: str, words: list[str], code: int) -> None:
    assert factlint("check", "--claims", claims, *words).returncode == code


def test_select_keeps_only_what_it_names(factlint: Run, claims: str) -> None:
    by_attribute = json.loads(factlint("check", "--claims", claims, "--select", "title", "--format", "json").stdout)
    rule = next(f["rule"] for f in by_attribute["findings"] if f["verdict"] == "conflict")
    for word in (rule, rule[:2]):
        found = json.loads(factlint("check", "--claims", claims, "--select", word, "--format", "json").stdout)[
            "findings"
        ]
        assert {f["rule"] for f in found if f["verdict"] == "conflict"} == {rule}
    other = json.loads(factlint("check", "--claims", claims, "--select", "birth_date", "--format", "json").stdout)
    assert other["findings"] == []


def test_json_is_the_contract(factlint: Run, claims: str) -> None:
    report = json.loads(factlint("check", "--claims", claims, "--format", "json").stdout)
    jsonschema.validate(report, contract.schema())
    assert report["summary"]["sources"] == 3
    ids = {c["id"] for c in report["claims"]}
    assert len(ids) == 3
    assert {i for f in report["findings"] for p in f["positions"] for i in p["claims"]} <= ids


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_the_order_of_claims_changes_no_byte(factlint: Run, tmp_path: Path, claims: str, form: str) -> None:
    whole = factlint("check", "--claims", claims, "--format", form).stdout
    for seed in range(3):
        mixed = random.Random(seed).sample(CLAIMS, len(CLAIMS))
        (tmp_path / "mixed.json").write_text(json.dumps({"claims": mixed}), encoding="utf-8")
        assert factlint("check", "--claims", "mixed.json", "--format", form).stdout == whole


def test_claims_may_be_a_line_each(factlint: Run, tmp_path: Path, claims: str) -> None:
    (tmp_path / "claims.jsonl").write_text("".join(json.dumps(c) + "\n" for c in CLAIMS), encoding="utf-8")
    assert factlint("check", "--claims", "claims.jsonl").stdout == factlint("check", "--claims", claims).stdout


def test_a_report_is_a_claims_file(factlint: Run, tmp_path: Path, claims: str) -> None:
    report = factlint("check", "--claims", claims, "--format", "json").stdout
    (tmp_path / "report.json").write_bytes(report)
    assert factlint("check", "--claims", "report.json", "--format", "json").stdout == report


def test_several_formats_each_to_its_place(factlint: Run, tmp_path: Path, claims: str) -> None:
    done = factlint(
        "check",
        "--claims",
        claims,
        "--format",
        "json",
        "--output",
        "r.json",
        "--output",
        "r.md",
        "--format",
        "markdown",
        "--format",
        "text",
    )
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["version"] == 1
    assert (tmp_path / "r.md").read_text(encoding="utf-8").startswith("# ")
    assert done.stdout == factlint("check", "--claims", claims).stdout


def test_an_output_that_cannot_be_written_is_said(factlint: Run, claims: str) -> None:
    done = factlint("check", "--claims", claims, "--output", "no/such/folder/r.json")
    assert done.returncode == 2
    assert b"no/such/folder/r.json: the report cannot be written" in done.stderr


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 0, "no claims in this file"),
        ("{", 1, "not valid JSON"),
        ('{"claims":\n[{]}', 2, "not valid JSON"),
        (json.dumps({"claims": [CLAIMS[0], {**CLAIMS[1], "line": 0}]}, indent=1), 25, "line"),
        (json.dumps(CLAIMS[0]) + "\n" + json.dumps({**CLAIMS[1], "modality": "sung"}), 2, "modality"),
        (json.dumps({"version": 2, "claims": []}), 1, "version"),
        (json.dumps([]), 1, "Expected"),
        (
            json.dumps(
                {"claims": [CLAIMS[0], {**CLAIMS[1], "value": {"kind": "date", "text": "x", "edtf": "2020-99"}}]}
            ),
            0,
            "claim 2 (title of ",
        ),
        (
            json.dumps({"claims": [{**CLAIMS[1], "value": {"kind": "quantity", "text": "x", "low": 9, "high": 3}}]}),
            0,
            "low is 9, more than high, 3",
        ),
    ],
)
def test_a_bad_claims_file_is_said_with_its_line(
    factlint: Run, tmp_path: Path, text: str, line: int, says: str
) -> None:
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    done = factlint("check", "--claims", "bad.json")
    said = done.stderr.decode()
    assert done.returncode == 2
    assert said.startswith(f"factlint: bad.json:{line}: " if line else "factlint: bad.json: ")
    assert says in said
    assert said.count("\n") == 1


def test_sources_that_quote_nothing_count_each_for_itself(factlint: Run, tmp_path: Path) -> None:
    bare = [{**claim, "quote": ""} for claim in CLAIMS]
    (tmp_path / "bare.json").write_text(json.dumps({"claims": bare}), encoding="utf-8")
    assert b"0 origins" not in factlint("check", "--claims", "bare.json").stdout


def test_what_lies_in_a_folder_and_is_no_source_is_noted_and_the_rest_checked(factlint: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Ada Byron is Director of Looms at Mill Ltd.\n", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\0\1\2binary" * 50)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "latin.txt").write_bytes("Café Müller was founded in 1978.\n".encode("latin-1"))
    done = factlint("check", "in", "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr.decode()
    assert {s["path"] for s in report["sources"]} == {"in/a.txt", "in/latin.txt"}
    assert {s["path"] for s in report["skipped"]} >= {"in/b.txt", "in/empty.txt"}
    assert b"factlint: in/b.txt:1: binary data" in done.stderr
    assert factlint("check", "in", "--quiet").stderr == b""


def test_a_source_that_was_named_and_cannot_be_read_exits_2_after_the_rest(factlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada Byron is Director of Looms at Mill Ltd.\n", encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(b"\0\1\2binary" * 50)
    for lost in ("b.bin", "missing.txt"):
        done = factlint("check", "a.txt", lost, "--format", "json", "--quiet")
        assert done.returncode == 2
        assert [s["path"] for s in json.loads(done.stdout)["sources"]] == ["a.txt"]
        assert done.stderr.decode().startswith(f"factlint: {lost}:")
        assert done.stderr.count(b"\n") == 1


def test_the_order_and_spelling_of_paths_change_no_byte(factlint: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Ada Byron is Director of Looms at Mill Ltd, says {name}.\n", encoding="utf-8")
    whole = factlint("check", "a.txt", "b.txt", "sub", "--format", "json").stdout
    assert factlint("check", "sub", "./b.txt", "a.txt", "a.txt", "--format", "json").stdout == whole
    assert factlint("check", "--format", "json").stdout == whole


def test_standard_input_is_a_source(factlint: Run) -> None:
    given = b"# Note\n\nAda Byron is Director of Looms at Mill Ltd.\n"
    report = json.loads(factlint("check", "-", "--stdin-format", "markdown", "--format", "json", given=given).stdout)
    assert [(s["path"], s["format"]) for s in report["sources"]] == [("-", "markdown")]


def test_statistics_count_claims_and_findings(factlint: Run, claims: str) -> None:
    shown = factlint("check", "--claims", claims, "--statistics").stdout.decode()
    assert [line.split() for line in shown.splitlines() if line.startswith("  title ")] == [["title", "3"]]
    counted = json.loads(factlint("check", "--claims", claims, "--statistics", "--format", "json").stdout)["statistics"]
    assert {"group": "claims by attribute", "name": "title", "count": 3} in counted


def test_nothing_is_written_between_the_lines(factlint: Run, claims: str) -> None:
    done = factlint("check", "--claims", claims, "--color", "always")
    assert b"\x1b[" in done.stdout
    assert b"\x1b[" not in factlint("check", "--claims", claims).stdout


def test_what_is_not_believed_is_said_and_fails_nothing(factlint: Run, tmp_path: Path) -> None:
    thread = {"qualifiers": {"organization": "Weekly Thread"}, "confidence": 0.6}
    given = [*CLAIMS, claim("a.md", "Editor", 9) | thread, claim("a.md", "Director of Ink", 10) | thread]
    file = tmp_path / "claims.json"
    file.write_text(json.dumps({"version": 1, "claims": given}), encoding="utf-8")
    lines = tmp_path / "claims.jsonl"
    lines.write_text("".join(f"{json.dumps(one)}\n" for one in given), encoding="utf-8")
    done = factlint("check", "--claims", str(file))
    assert done.stdout.decode().endswith(": 3 claims in 3 sources; 2 claims not believed.\n")
    assert (done.returncode, done.stderr) == (1, b"")
    told = "factlint: a.md: 2 claims not believed: their organization is inferred, and no other source names it"
    for words in ((), ("--engine", "disk")):
        assert told in factlint("check", "--claims", str(lines), "-v", *words).stderr.decode().splitlines()
    report = json.loads(factlint("check", "--claims", str(file), "--format", "json").stdout)
    assert report["unbelieved"] == [{"source": "a.md", "claims": 2}]
    assert (len(report["claims"]), report["summary"]["claims"], report["summary"]["unbelieved"]) == (3, 3, 2)
    jsonschema.validate(report, contract.schema())
