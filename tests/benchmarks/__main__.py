"""All benchmarks: ``python -m tests.benchmarks [NAME …] [--peers PYTHON] [--full] [--record]``.

NAME is one of those of ``PARTS`` (default: all). ``--peers`` names an interpreter that has what factlint is held against
(see ``peers``). ``--full`` takes the sizes that take hours: 10 million claims, 200,000 sources. ``--megabytes``: of text for Spark (5). ``--record`` puts the tables
into RECORD.md, each with its day and how busy the machine was; parts that were not run stay as they are there.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tabulate import tabulate

from tests.benchmarks import claims, cluster, gate, peers, scaling, starts

RECORD = Path(__file__).parent / "RECORD.md"
_HEAD = """# The last run of each benchmark

Written by `python -m tests.benchmarks --record`. MB/s and seconds are of the machine named with each; ratios are of one run. CPU time
unless it says "by the clock". "Load" is how many processes wanted to run, on average, while it ran: other work on the machine.
"""


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    return tabulate([list(map(str, row)) for row in rows], head, tablefmt="github", disable_numparse=True)


def _peers(args: argparse.Namespace) -> str:
    return _table(peers.HEAD, peers.rows(args.peers))


def _starts(args: argparse.Namespace) -> str:
    return _table(starts.HEAD, starts.rows(args.peers))


def _scaling(_: argparse.Namespace) -> str:
    return "\n\n".join(_table((name, *scaling.HEAD[1:]), rows) for name, rows in scaling.rows())


def _claims(args: argparse.Namespace) -> str:
    sizes = (10_000, 100_000, 1_000_000, *[10_000_000] * args.full)
    found = [(f"{size:,}", *claims.cells(claims.lines(size), size)) for size in sizes]
    found += [(f"{size:,} of one organization", *claims.cells(claims.hot(size), size)) for size in sizes[:3]]
    return _table(claims.HEAD, found)


def _cluster(args: argparse.Namespace) -> str:
    rows, told = cluster.measure(args.megabytes)
    return f"{told}.\n\n" + _table(cluster.HEAD, cluster.cells(rows))


def _gate(args: argparse.Namespace) -> str:
    sizes = [2_000, 200_000] if args.full else [2_000, 20_000]
    found = []
    for size in sizes:
        times, memory, ledger = gate.measure(size)
        found.append((f"{size:,}", *(f"{time:.0f}" for time in times), f"{memory:.0f}", f"{ledger / 1e6:.0f}"))
    clocks = [f"{what}, ms {of}" for of in ("by the clock", "of CPU") for what in ("gate", "a bare start", "beyond it")]
    return _table(("sources", *clocks, "MB held", "MB of ledger"), found)


PARTS: dict[str, tuple[str, Callable[[argparse.Namespace], str]]] = {
    "peers": ("Beside what somebody would pick instead", _peers),
    "starts": ("Five files", _starts),
    "scaling": ("What it grows with", _scaling),
    "claims": ("More claims than memory holds (`--engine disk`)", _claims),
    "cluster": ("Apache Spark", _cluster),
    "gate": ("One new source against a corpus", _gate),
}


def machine() -> str:
    """What it runs on."""
    found = re.search(r"model name\s*: (.+)", _text("/proc/cpuinfo"))
    memory = re.search(r"MemTotal:\s+(\d+)", _text("/proc/meminfo"))
    about = [f"{os.cpu_count()} cores", found[1].strip() if found else platform.processor()]
    about += [f"{int(memory[1]) / 1e6:.0f} GB"] if memory else []
    return ", ".join([*about, f"{platform.system()}, CPython {platform.python_version()}"])


def _text(path: str) -> str:
    return Path(path).read_text(encoding="utf-8") if os.path.exists(path) else ""


def record(title: str, text: str) -> None:
    """Put a part into the record, in the place of what was there of it."""
    held = RECORD.read_text(encoding="utf-8").split("\n## ")[1:] if RECORD.exists() else []
    parts = {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in held} | {title: text}
    ordered = [(name, parts[name]) for name, _ in PARTS.values() if name in parts]
    RECORD.write_text(_HEAD + "".join(f"\n## {name}\n\n{body}\n" for name, body in ordered), encoding="utf-8")


def main() -> None:
    """Run, print, record."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--megabytes", type=float, default=5)
    parser.add_argument("--record", action="store_true")
    args = parser.parse_args()
    unknown = set(args.names) - set(PARTS)
    if unknown:
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    for name in args.names or PARTS:
        title, part = PARTS[name]
        table = part(args)
        load = f"{os.getloadavg()[2]:.1f}" if hasattr(os, "getloadavg") else "not known"
        text = f"{datetime.now(UTC):%Y-%m-%d}; {machine()}; load {load}.\n\n{table}"
        print(f"## {title}\n\n{text}\n", flush=True)
        if args.record:
            record(title, text)


if __name__ == "__main__":
    main()
