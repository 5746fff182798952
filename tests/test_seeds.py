"""The worked example: what the five seeds show, how fast, and that their words are their own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
SOURCES = sorted(path for path in SEEDS.iterdir() if path.suffix in (".md", ".txt"))

# (attribute, key qualifier): severity, and the values that stand against each other
CONFLICTS = {
    ("title", "Tesla"): ("error", {"Senior Director of AI", "Director of AI"}),
    ("title", "OpenAI"): ("warning", {"co-founder", "founding member"}),
    ("total_raised", ""): ("error", {"$72.3B", "$7.5B"}),
    ("headcount", ""): ("error", {"hundreds", "2,300–5,000"}),
    ("joined_on", "Anthropic"): ("warning", set()),
    ("coding_share", "Anthropic"): ("warning", {"80-90%", "90%+"}),
    ("mandate", "Anthropic"): ("warning", set()),
}


def check(*words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "checker", "check", "seeds", *words], cwd=ROOT, capture_output=True, check=False
    )


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    done = check("--format", "json")
    assert done.returncode == 1, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def conflicts(report: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (f["attribute"], f["qualifiers"].get("organization", "")): f
        for f in report["findings"]
        if f["verdict"] == "conflict"
    }


def test_the_conflicts_are_these_and_no_others(report: dict[str, Any]) -> None:
    assert set(conflicts(report)) == set(CONFLICTS)


@pytest.mark.parametrize("fact", CONFLICTS)
def test_each_conflict_has_its_severity_and_its_sides(report: dict[str, Any], fact: tuple[str, str]) -> None:
    severity, values = CONFLICTS[fact]
    finding = conflicts(report)[fact]
    assert finding["severity"] == severity
    assert {p["value"]["text"] for p in finding["positions"]} >= values


def test_every_position_quotes_a_line_that_says_it(report: dict[str, Any]) -> None:
    claims = {c["id"]: c for c in report["claims"]}
    for finding in report["findings"]:
        for position in finding["positions"]:
            assert position["claims"]
            for claim in (claims[i] for i in position["claims"]):
                line = (ROOT / claim["source"]).read_text(encoding="utf-8").split("\n")[claim["line"] - 1]
                assert re.search(r"\w", claim["quote"])
                first = claim["quote"].split()[0].strip("“\"'*|")
                assert re.sub("[’–]", "", first) in re.sub("[’–โ]", "", line)  # one source is garbled on disk


def test_the_mojibake_is_repaired_and_its_lines_are_right(report: dict[str, Any]) -> None:
    quotes = [c["quote"] for c in report["claims"] if c["source"] == "seeds/signal-memo.txt"]
    assert quotes
    assert not any("โ" in quote for quote in quotes)


def test_the_outcome_is_there_within_a_second() -> None:
    def once() -> float:
        began = time.perf_counter()
        check()
        return time.perf_counter() - began

    assert min(once() for _ in range(3)) < 1.0


@pytest.mark.corpora
def test_no_sentence_is_that_of_an_original(corpora: Path) -> None:
    def runs(text: str, size: int) -> set[tuple[str, ...]]:
        found: set[tuple[str, ...]] = set()
        for line in text.split("\n"):
            if not line.startswith("|"):  # tables carry the same figures
                words = re.findall(r"\w+", line.lower())
                found |= {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}
        return found

    originals = "\n".join(p.read_text(encoding="utf-8") for p in (corpora / "karpathy" / "sources").iterdir())
    names = runs(originals, 9)
    assert [path.name for path in SOURCES if runs(path.read_text(encoding="utf-8"), 9) & names] == []


@pytest.mark.corpora
def test_each_seed_names_its_original(corpora: Path) -> None:
    named = [re.search(r"original: (\S+)", path.read_text(encoding="utf-8"), re.IGNORECASE) for path in SOURCES]
    assert {m[1] for m in named if m} == {p.name for p in (corpora / "karpathy" / "sources").iterdir()}
