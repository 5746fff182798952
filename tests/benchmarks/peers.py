"""factlint beside what somebody would pick instead: ``python -m tests.benchmarks.peers [PYTHON]``.

PYTHON names an interpreter that has the peers (spacy, dateparser, quantulum3, recognizers-text-suite with emoji<2,
proselint); what it lacks is left out and said. Each reads the same articles, as many as it manages in some seconds; the rounds
are interleaved, and CPU time is counted, so that what else the machine does falls on all alike. Printed: MB/s (median), and how
many times as fast factlint is. Only factlint resolves names, compares and reports on top of finding.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tabulate import tabulate

from tests.benchmarks.news import articles
from tests.benchmarks.timing import check, whole

ROUNDS = 3
SIZE = 400_000  # bytes of text
_LOOP = """
import sys, time, warnings; warnings.filterwarnings("ignore")
{setup}
texts = [open(p, encoding="utf-8").read() for p in sys.argv[1:]]
read(texts[0][:200])
began = time.process_time()
for text in texts: read(text)
print(time.process_time() - began)
"""
PEERS = {  # name: (bytes a round, what makes ``read``)
    "spaCy blank + EntityRuler": (SIZE, """
import spacy
nlp = spacy.blank("en")
nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": [{"IS_TITLE": True}, {"LOWER": {"IN": [
    "robotics", "energy", "foods", "bank", "labs", "media", "systems", "capital", "works", "press"]}}]},
    {"label": "MONEY", "pattern": [{"ORTH": "$"}, {"LIKE_NUM": True}, {"LOWER": "million", "OP": "?"}]},
    {"label": "DATE", "pattern": [{"LOWER": "in"}, {"SHAPE": "dddd"}]}])
read = nlp"""),
    "dateparser search_dates": (40_000, """
from dateparser.search import search_dates
read = lambda text: search_dates(text, languages=["en"])"""),
    "quantulum3": (20_000, "from quantulum3 import parser; read = parser.parse"),
    "recognizers-text, dates": (8_000, """
from recognizers_date_time import recognize_datetime
read = lambda text: recognize_datetime(text, "en-us")"""),
    "recognizers-text, money": (20_000, """
from recognizers_number_with_unit import recognize_currency
read = lambda text: recognize_currency(text, "en-us")"""),
    "proselint": (40_000, """
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
from pathlib import Path
CheckRegistry().register_many(__register__)
def read(text):
    Path("one.txt").write_text(text); LintFile(Path("one.txt")).lint()"""),
}  # fmt: skip
_GREP = r"found|appoint|named|raised|acqui|employ|revenue|chief|director|head of|joined|led by"


HEAD = ("read by", "MB/s", "factlint is × as fast")


def rows(other: str) -> list[tuple[str, str, str]]:
    """Run all in turn; ``other`` is the interpreter that has the peers."""
    speeds: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for n, text in enumerate(articles(SIZE)):
            Path(folder, f"{n:04}.txt").write_text(text, encoding="utf-8")
        files = sorted(map(str, Path(folder).iterdir()))
        for _ in range(ROUNDS):
            _add(speeds, "factlint check", check(folder, "--jobs", "1")[0], files)
            _add(speeds, "grep -cE, its triggers", whole(["grep", "-cE", _GREP, *files], folder), files)
            for name, (size, setup) in PEERS.items():
                some = files[: max(1, size // 2_000)]
                _add(speeds, name, _spoken(other, setup, some), some)
    ours = statistics.median(speeds["factlint check"])
    return [(name, f"{statistics.median(s):.3f}", f"{ours / statistics.median(s):.2f}") for name, s in speeds.items()]


def main() -> None:
    """Print the table."""
    print(tabulate(rows(sys.argv[1] if len(sys.argv) > 1 else sys.executable), HEAD, disable_numparse=True))


def _add(speeds: dict[str, list[float]], name: str, seconds: float | None, files: list[str]) -> None:
    if seconds is not None:
        speeds.setdefault(name, []).append(sum(map(os.path.getsize, files)) / 1e6 / seconds)


def _spoken(python: str, setup: str, files: list[str]) -> float | None:
    with tempfile.TemporaryDirectory() as scratch:
        done = subprocess.run(
            [python, "-c", _LOOP.format(setup=setup), *files], capture_output=True, text=True, cwd=scratch, check=False
        )
    if done.returncode:
        print(f"left out: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    main()
