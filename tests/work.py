"""How much work two fixed small jobs are, counted and not timed: calls of functions, by what is under each job.

python -m tests.work             print the counts beside those of work.toml, in which no change may bring more by a tenth
python -m tests.work --record    write them there, for this version of Python

Calls are the same on every machine, whatever else it does. What happens within one call of C (a regular expression over a long
text) is not seen; the benchmarks see it.
"""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

RECORD = Path(__file__).parent / "work.toml"
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
ALLOWED = 0.1


def counted() -> dict[str, int]:
    """Calls by job, each counted in a process of its own, in which all that is loaded once was loaded."""
    with tempfile.TemporaryDirectory() as cache:
        surroundings = {
            **os.environ,
            "PYTHONHASHSEED": "0",
            "FACTLINT_CACHE": cache,
            "PYTHONPATH": str(RECORD.parent.parent),
        }
        return {job: _spoken(job, surroundings) for job in JOBS}


def _spoken(job: str, surroundings: dict[str, str]) -> int:
    words = [sys.executable, "-m", "tests.work", job]
    for _ in range(2):  # the first fills the caches on disk
        done = subprocess.run(
            words, cwd=RECORD.parent.parent, env=surroundings, capture_output=True, text=True, check=True
        )
    return int(done.stdout)


def recorded() -> dict[str, int]:
    """The counts that were recorded for this version of Python; {} if none were."""
    return dict(tomllib.loads(RECORD.read_text(encoding="utf-8")).get(VERSION, {}))


def _read(folder: Path, seed: int) -> list[str]:
    """Prose is read, compared and reported."""
    from tests.benchmarks.news import articles

    for number, text in enumerate(articles(15_000, seed)):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return [str(folder), "--jobs", "1"]


def _compare(folder: Path, seed: int) -> list[str]:
    """Claims are compared and reported."""
    from tests.benchmarks.claims import lines

    (folder / "claims.jsonl").write_bytes(b"".join(lines(3_000, seed)))
    return ["--claims", str(folder / "claims.jsonl")]


JOBS = {"read": _read, "compare": _compare}


def _calls(job: str) -> int:
    from checker import cli

    count = 0

    def called(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    for seed in (2, 1):  # the first loads what is loaded once
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
            words = ["check", *JOBS[job](Path(folder), seed), "--no-ledger", "--fail-on", "never", "--format", "json"]
            sys.setprofile(called if seed == 1 else None)
            code = cli.run(words)
            sys.setprofile(None)
            assert code == 0, code
    return count


def _write(found: dict[str, int]) -> None:
    every = {**tomllib.loads(RECORD.read_text(encoding="utf-8") if RECORD.exists() else ""), VERSION: found}
    head = "# Calls of functions in small fixed jobs, by version of Python; written by python -m tests.work --record\n"
    parts = [
        f'\n["{version}"]\n' + "".join(f"{k} = {n}\n" for k, n in jobs.items())
        for version, jobs in sorted(every.items())
    ]
    RECORD.write_text(head + "".join(parts), encoding="utf-8")


def main() -> int:
    """Count, and print or record."""
    if sys.argv[1:] and sys.argv[1] in JOBS:
        print(_calls(sys.argv[1]))
        return 0
    found = counted()
    if "--record" in sys.argv:
        _write(found)
    held = recorded()
    for job, count in found.items():
        print(f"{job:<8} {count:>10,} calls, recorded {held.get(job, 0):>10,} ({count / held[job] - 1:+.1%})" if job in held
              else f"{job:<8} {count:>10,} calls, none recorded for Python {VERSION}")  # fmt: skip
    return int(any(abs(found[job] / held[job] - 1) > ALLOWED for job in found if job in held))


if __name__ == "__main__":
    sys.exit(main())
