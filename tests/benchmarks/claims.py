"""More claims than memory holds: ``python -m tests.benchmarks.claims [CLAIMS …]`` (1,000,000 and 10,000,000).

The claims are made by a program and go to ``factlint check --claims - --engine disk`` line by line. They are skewed: one claim
in ten is about one organization, the others by Zipf's law; ten make a source. Printed for each size: CPU seconds of the
command, microseconds a claim, the most memory it held, bytes it wrote, findings. With ``--hot`` all claims are about one
organization, each from a source of its own.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.gate import POSTS, company, employer, person, skewed

OF_A_SOURCE = 10
NAMES = 100  # claims for each person there is
_ROOT = Path(__file__).parent.parent.parent


def lines(count: int, seed: int = 1) -> Iterator[bytes]:
    """So many claims, a line each, and their sources."""
    chance = random.Random(seed)
    people, companies = count // NAMES + 20, count // NAMES // 3 + 20
    for number in range(0, count, OF_A_SOURCE):
        path = f"wire/{number // 10_000:05}/{number // OF_A_SOURCE:08}.txt"
        day = f"20{chance.randint(15, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield f'{{"path": "{path}", "published": "{day}", "publisher": "The Wire {number % 37}"}}\n'.encode()
        for line in range(1, min(OF_A_SOURCE, count - number) + 1):
            if chance.random() < 0.1:
                yield _headcount(path, line, 0, chance)
            elif line % 2:
                yield _headcount(path, line, skewed(chance, companies), chance)
            else:
                yield _title(path, line, skewed(chance, people), chance)


def hot(count: int, seed: int = 1) -> Iterator[bytes]:
    """So many claims about one organization."""
    chance = random.Random(seed)
    for number in range(count):
        path = f"wire/{number // 1000:05}/{number:08}.txt"
        yield f'{{"path": "{path}", "published": "20{chance.randint(15, 25)}-{chance.randint(1, 12):02}"}}\n'.encode()
        yield _headcount(path, chance.randint(1, 90), 0, chance)


def _headcount(path: str, line: int, rank: int, chance: random.Random) -> bytes:
    about, odd = company(rank), chance.random()
    count = 100 + rank % 900 + (300 * int(odd * 100) if odd < 0.1 else 0)
    if odd > 0.95:
        about += " Ltd"
    quote = f"{about}, which opened its doors to visitors on that day, has {count} employees at {chance.randint(2, 90)} sites."
    value = f'{{"kind": "quantity", "text": "{count}", "low": {count}, "high": {count}, "approximate": false}}'
    return _claim(path, line, about, "organization", "headcount", value, "{}", quote)


def _title(path: str, line: int, rank: int, chance: random.Random) -> bytes:
    who, post = person(rank), POSTS[(rank + (chance.random() < 0.1)) % len(POSTS)]
    place = employer(rank)
    quote = f"{who}, {post} of {place}, said that the weather had been kind to all {chance.randint(20, 900)} of them."
    qualifiers = f'{{"organization": "{place}", "status": "current"}}'
    return _claim(path, line, who, "person", "title", f'{{"kind": "title", "text": "{post}"}}', qualifiers, quote)


def _claim(
    path: str, line: int, about: str, kind: str, attribute: str, value: str, qualifiers: str, quote: str
) -> bytes:
    return (
        f'{{"source": "{path}", "line": {line}, "column": 1, "end_line": {line}, "end_column": {len(quote) + 1},'
        f' "subject": {{"name": "{about}", "type": "{kind}"}}, "attribute": "{attribute}", "value": {value},'
        f' "qualifiers": {qualifiers}, "quote": "{quote}", "rule": "made"}}\n'
    ).encode()


def measure(made: Iterator[bytes], form: str = "text") -> tuple[float, float, int, str]:
    """CPU seconds, MB held at the most and bytes written by the command on these lines, and the last line it wrote."""
    limits = "import resource, subprocess, sys; code = subprocess.call(sys.argv[1:]); r = resource.getrusage(resource.RUSAGE_CHILDREN); print(r.ru_utime + r.ru_stime, r.ru_maxrss, file=sys.stderr)"
    command = [sys.executable, "-m", "checker", "check", "--claims", "-", "--engine", "disk", "--fail-on", "never"]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "report")
        words = [sys.executable, "-c", limits, *command, "--format", form, "--output", str(out)]
        with subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(_ROOT)},
        ) as process:
            assert process.stdin is not None and process.stderr is not None
            process.stdin.writelines(made)
            process.stdin.close()
            told = process.stderr.read().decode().split()
        with out.open("rb") as file:
            file.seek(-min(200, out.stat().st_size), os.SEEK_END)
            last = file.read().decode("utf-8", "replace").rstrip().rpartition("\n")[2]
        return float(told[-2]), int(told[-1]) / 1024, out.stat().st_size, last


HEAD = ("claims", "s CPU", "µs a claim", "MB held", "MB of report", "found")


def cells(made: Iterator[bytes], size: int) -> tuple[str, ...]:
    """A row of the table."""
    cpu, memory, written, last = measure(made)
    return f"{cpu:,.0f}", f"{cpu / size * 1e6:.0f}", f"{memory:,.0f}", f"{written / 1e6:,.1f}", last.partition(":")[0]


def main() -> None:
    """Measure each size."""
    make = hot if "--hot" in sys.argv else lines
    for size in [int(word) for word in sys.argv[1:] if word.isdigit()] or [1_000_000, 10_000_000]:
        row = cells(make(size), size)
        print(
            f"{size:,} claims",
            *(f"{name}: {cell}" for name, cell in zip(HEAD[1:], row, strict=True)),
            sep="; ",
            flush=True,
        )


if __name__ == "__main__":
    main()
