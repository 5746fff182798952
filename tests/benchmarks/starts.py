"""Whole commands on five files: factlint, bare Python, and semgrep's generic mode where it is installed. CPU seconds."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.news import articles
from tests.benchmarks.timing import medians, whole

_RULE = """rules:
  - {id: named, languages: [generic], severity: INFO, message: named, pattern: "named $WHO"}
  - {id: revenue, languages: [generic], severity: INFO, message: revenue, pattern: "revenue of $SUM million"}
"""
HEAD = ("command", "CPU ms", "of bare Python", "of factlint check")


def rows(python: str, rounds: int = 5) -> list[tuple[str, str, str, str]]:
    """Each command's median; ``python`` has the peers beside it."""
    factlint = [sys.executable, "-m", "checker"]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "rule.yaml").write_text(_RULE, encoding="utf-8")
        (folder / "five").mkdir()
        for number, text in enumerate(articles(9_000)[:5]):
            (folder / "five" / f"{number}.txt").write_text(text, encoding="utf-8")
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "factlint --version": [*factlint, "--version"],
            "factlint check, five files": [*factlint, "check", "five", "--no-ledger", "--jobs", "1"],
            "factlint check again, with its ledger": [*factlint, "check", "five", "--jobs", "1"],
        }
        semgrep = shutil.which("semgrep", path=str(Path(python).parent))
        if semgrep:
            quiet = ["--metrics=off", "--disable-version-check", "--no-git-ignore", "--jobs", "1"]
            commands["semgrep, generic mode, two rules"] = [semgrep, "scan", *quiet, "--config", "rule.yaml", "five"]
        found: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(rounds + 1):
            for name, words in commands.items():
                seconds = whole(words, made)
                if number:  # the first fills caches
                    found[name].append(seconds)
    middle = medians(found)
    bare, ours = middle["python -c pass"], middle["factlint check, five files"]
    return [(name, f"{s * 1000:.0f}", f"{s / bare:.1f}", f"{s / ours:.2f}") for name, s in middle.items()]
