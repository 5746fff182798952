"""The command, run as somebody would run it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def factlint(tmp_path: Path) -> Run:
    """Runs ``factlint`` with these words in an empty folder (or ``cwd``), with ``input`` bytes."""

    def run(*words: str, cwd: Path = tmp_path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "checker", *words]
        return subprocess.run(command, cwd=cwd, input=given, capture_output=True, check=False, timeout=120)

    return run
