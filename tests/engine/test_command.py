"""What ``--engine spark`` says where it cannot work: one line, what to do, exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import cli
from checker.engine import session


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("Tarn Foods has 400 employees.\n", encoding="utf-8")
    return "a.md"


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert cli.run(["check", *words]) == 2
    out, err = capsys.readouterr()
    assert not out and err.count("\n") == 1
    return err


def test_without_pyspark(source: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "find_spec", lambda _: None)
    assert "pip install 'factlint[spark]'" in said(capsys, source, "--engine", "spark")


def test_without_java(source: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "find_spec", lambda _: True)
    monkeypatch.setenv("JAVA_HOME", str(Path("nowhere").absolute()))
    assert "needs Java 17" in said(capsys, source, "--engine", "spark")


def test_with_an_old_java(source: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "find_spec", lambda _: True)
    java = Path("bin/java")
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n", encoding="utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(Path.cwd()))
    assert "is 11" in said(capsys, source, "--engine", "spark")


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (("--master", "local[2]"), "--master is for --engine spark"),
        (("--tables", "out"), "--tables is for --engine spark"),
        (("--engine", "spark", "--statistics"), "leave it out"),
        (("--engine", "spark", "--claims", "c.json"), "leave out --reader and --claims"),
        (("--engine", "spark", "--lock", "a.lock"), "add --no-lock"),
        (("--engine", "spark", "-"), "standard input"),
    ],
)
def test_what_does_not_fit(
    source: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], advice: str
) -> None:
    assert advice in said(capsys, source, *words)
