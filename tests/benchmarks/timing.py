"""CPU seconds of checks and of whole commands: what else a busy machine does falls on them least."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPATH": str(ROOT),
}
_CHECK = """
import contextlib, os, sys, time
from checker.cli import run
first, *words = sys.argv[1:]
with open(os.devnull, "w") as null, contextlib.redirect_stdout(null):
    run(["check", first, *words[1:], "--no-ledger", "--quiet"])  # what is loaded once
    began = time.process_time(), time.perf_counter()
    code = run(["check", *words, "--no-ledger", "--quiet"])
    taken = time.process_time() - began[0], time.perf_counter() - began[1]
assert code in (0, 1), code
print(*taken)
"""


def check(folder: str, *words: str) -> tuple[float, float]:
    """CPU and wall seconds of a check of a folder, without what is loaded once. CPU is of this process alone."""
    first = next(str(path) for path in sorted(Path(folder).rglob("*")) if path.is_file())
    command = [sys.executable, "-c", _CHECK, first, folder, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT, cwd=ROOT)
    cpu, wall = map(float, done.stdout.split()[-2:])
    return cpu, wall


def whole(words: Sequence[str], folder: str) -> float:
    """CPU seconds of a whole command and of all that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, capture_output=True, check=False, env=ENVIRONMENT, cwd=folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(columns: dict[str, list[float]]) -> dict[str, float]:
    """The median of each."""
    return {name: statistics.median(values) for name, values in columns.items()}
