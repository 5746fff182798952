"""Bad usage is one line with what to do, exit code 2; help and version are there at once."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checker import __version__
from checker.cli import COMMANDS, options
from checker.model import Skipped

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["chekc"], "no command 'chekc'; did you mean 'check'?"),
        (["check", "--formt", "json"], "did you mean '--format'?"),
        (["check", "--format", "jsn"], "no format 'jsn'; did you mean 'json'?"),
        (["check", "--fail-on", "sometimes"], "--fail-on"),
        (["gate", "a.md", "--fail-on", "Z9"], "--fail-on 'Z9' is no severity, verdict or rule"),
        (["gate", "a.md", "--fail-on", "title-conflit"], "did you mean 'title-conflict'?"),
        (["gate", ""], "an argument is empty"),
        (["gate", "a.md", "--against", ""], "an argument is empty"),
        (["check", "--claims", ""], "an argument is empty"),
        (["check", "--format", "json", "--format", "text"], "two reports to one place"),
        (["check", "--config", "none.toml"], "none.toml: no such settings file"),
        (["check", "--claims", "none.json"], "none.json: cannot be read"),
        (["check", "--rules", "none.yaml"], "none.yaml"),
        (["check", "--select", "Q999"], "no rule or attribute 'Q999'"),
        (["check", "missing.txt"], "missing.txt: no such file or folder"),
        (["explain", "Q999"], "Q999"),
        (["explain"], "RULE"),
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(factlint: Run, words: list[str], says: str) -> None:
    done = factlint(*words)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert len(lines) == 1
    assert lines[0].startswith("factlint: ")
    assert says in lines[0]


@pytest.mark.parametrize("words", [[], ["--help"], ["help"], *([name, "--help"] for name in COMMANDS)])
def test_help_is_there(factlint: Run, words: list[str]) -> None:
    done = factlint(*words)
    assert done.returncode == 0
    assert b"usage: factlint" in done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize("word", ["--help", "-h", "-qh"])
def test_help_is_as_wide_as_the_terminal(factlint: Run, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (60, 130):
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = factlint("gate", word).stdout.decode().splitlines()
        assert columns - 25 < max(map(len, lines[:3])) <= columns
        assert "--against CORPUS" in lines[0]


@pytest.mark.parametrize("word", ["--version", "-V"])
def test_version(factlint: Run, word: str) -> None:
    assert factlint(word).stdout.decode() == f"factlint {__version__}\n"


def test_the_version_needs_nothing_but_itself() -> None:
    code = "import sys; sys.argv[1:] = ['--version']; from checker.__main__ import main; main(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[1].split())
    assert {m for m in loaded if m.startswith("checker")} == {"checker", "checker.__main__"}
    assert not loaded & {"msgspec", "yaml", "argparse", "pydantic", "re"}


def test_the_version_is_said_within_a_fifth_of_a_second() -> None:
    def once() -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "checker", "--version"], capture_output=True, check=True)
        return time.perf_counter() - began

    assert min(once() for _ in range(5)) < 0.2


def test_stdout_that_is_closed_or_full_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada Byron is Director of Looms at Mill Ltd.\n")
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "checker", "check", str(tmp_path)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1].startswith("factlint: standard output cannot be written")


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada Byron is Director of Looms at Mill Ltd.\n" * 100)
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "checker", "claims", str(tmp_path)], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert done.stderr == b""


def test_a_note_on_no_place_has_no_empty_place(capsys: pytest.CaptureFixture[str]) -> None:
    options.warn([Skipped("", 0, "seen as a whole"), Skipped("a.md", 3, "a line")], quiet=False)
    assert capsys.readouterr().err == "factlint: seen as a whole\nfactlint: a.md:3: a line\n"
