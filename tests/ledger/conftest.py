"""A project with a few sources, and the command in processes of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "checker"]
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def table(rows: list[str]) -> str:
    return "name,title,company\n" + "".join(f"{row}\n" for row in rows)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Sources that agree, and two that don't."""
    sources = tmp_path / "sources"
    sources.mkdir()
    for n in range(12):
        post = "Director of Looms" if n % 5 else "Senior Director of Looms"
        people = [f"Ada Byron,{post},Mill Ltd", f"Person{'abcdefghijkl'[n]} Smith,Engineer,Mill Ltd"]
        (sources / f"{n:02}.csv").write_text(table(people), encoding="utf-8")
    (tmp_path / "new.csv").write_text(table(["Ada Byron,Chief Engineer of Looms,Mill Ltd"]), encoding="utf-8")
    return tmp_path


@pytest.fixture
def factlint(project: Path) -> Run:
    """Runs ``factlint`` with these words in the project."""

    def run(*words: str, cwd: Path = project, code: int | None = None) -> subprocess.CompletedProcess[bytes]:
        done = subprocess.run([*COMMAND, *words], cwd=cwd, capture_output=True, check=False, timeout=120)
        assert code is None or done.returncode == code, (done.returncode, done.stderr.decode())
        return done

    return run


def report(done: subprocess.CompletedProcess[bytes]) -> dict[str, object]:
    found: dict[str, object] = json.loads(done.stdout)
    return found
