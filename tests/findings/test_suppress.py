"""What sources ask to leave out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from checker.cli import run as main
from checker.findings import suppress
from checker.model import Finding, Source, Span
from checker.sources import read_text
from tests.findings.made import claim, judged


def asking(text: str) -> Source:
    """a.md, with this text."""
    (source,) = read_text(text, "a.md", "markdown")
    assert isinstance(source, Source)
    return source


def conflict() -> Finding:
    """A conflict of a claim on line 3 of a.md and one on line 9 of b.md."""
    one, other = claim("a.md", "founded_on", "2017", "North Works"), claim("b.md", "founded_on", "2016", "North Works")
    (found,) = judged(replace(one, span=Span(3, 1, 3, 9)), replace(other, span=Span(9, 1, 9, 9)))
    return found


@pytest.mark.parametrize(
    ("text", "line", "rules", "reason"),
    [
        ("x\n\nFounded in 2017. <!-- factlint: ignore[G101] a joke -->\n", 3, ("G101",), "a joke"),
        ("x\n<!-- factlint: ignore[G101, T101] - a joke -->\nFounded in 2017.\n", 3, ("G101", "T101"), "a joke"),
        ("x\n# factlint: ignore a joke\n\nFounded\n", 4, (), "a joke"),
        ("<!-- factlint: ignore-file[G101] satire -->\nx\n", 0, ("G101",), "satire"),
        ("---\nfactlint-ignore: G101, T101 (satire)\n---\n", 0, ("G101", "T101"), "satire"),
        ("x <!-- factlint: ignore[G101] -->\n", 1, ("G101",), ""),
    ],
)
def test_how_it_is_written(text: str, line: int, rules: tuple[str, ...], reason: str) -> None:
    (found,) = asking(text).suppressions
    assert (found.line, found.rules, found.reason) == (line, rules, reason)


def test_text_that_only_speaks_of_it_asks_for_nothing() -> None:
    text = "We use factlint: ignore the rest of this sentence.\n" + "factlint " * 100_000
    assert asking(text).suppressions == ()


@pytest.mark.parametrize(
    ("comment", "stays"),
    [
        ("ignore[G101] a joke", False),
        ("ignore[founding-date-conflict] a joke", False),
        ("ignore[founded_on] a joke", False),
        ("ignore a joke", False),
        ("ignore[G102] a joke", True),
        ("ignore[G101]", True),
    ],
)
def test_one_side_taken_back(comment: str, stays: bool) -> None:
    source = asking(f"x\n\nFounded in 2017. <!-- factlint: {comment} -->\n")
    (found,), notes = suppress([conflict()], [source])
    assert (found.accepted is None, len(notes)) == ((True, 1) if stays else (False, 0))
    assert stays or (found.accepted is not None and (found.accepted.kind, found.accepted.why) == ("inline", "a joke"))


def test_a_wish_for_another_line_is_of_no_use_and_said() -> None:
    source = asking("x <!-- factlint: ignore[G101] a joke -->\n\nFounded\n")
    (found,), notes = suppress([conflict()], [source])
    assert found.accepted is None
    assert [(n.path, n.line, n.reason) for n in notes] == [
        ("a.md", 1, "a suppression of G101 that nothing needs; remove it")
    ]


SAID = "North Works was founded in 2017. <!-- factlint: ignore[G101] the registry is being corrected -->\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(SAID)
    (tmp_path / "b.md").write_text("North Works was founded in 2016.\n")
    return tmp_path


def test_the_command_follows_it_also_from_the_ledger(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["check", "."]) == 0
        assert "1 accepted finding not counted" in capsys.readouterr().out
    (folder / "a.md").write_text(SAID.replace("2017", "2016"))
    assert main(["check", "."]) == 0
    assert "a.md:1: a suppression of G101 that nothing needs" in capsys.readouterr().err


def test_the_gate_and_the_lock_follow_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", "b.md", "--against", "a.md"]) == 0
    assert main(["lock", "."]) == 0
    assert main(["check", ".", "--locked"]) == 0
    (folder / "a.md").write_text(SAID.partition(" <!--")[0])
    assert main(["gate", "b.md", "--against", "a.md", "--no-lock"]) == 1


def test_sarif_shows_it_as_suppressed_in_the_source(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", ".", "--format", "sarif"])
    (result,) = [r for r in json.loads(capsys.readouterr().out)["runs"][0]["results"] if r["ruleId"] == "G101"]
    (suppression,) = result["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "the registry is being corrected")
