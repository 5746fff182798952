"""A gate with a lock looks up what it needs, and finds what gathering everything finds."""

from __future__ import annotations

import json
from pathlib import Path
from unittest import mock

import pytest

from checker import gating, pipeline
from checker.asked import Asked
from checker.cli import run
from checker.config import Settings
from checker.gating import GateRequest, gate
from checker.model import Report

SOURCES = {
    "corpus/a.md": "Acme Corp has 400 employees. Jane Roe is chief executive of Acme Corp.\n",
    "corpus/b.md": "Acme Corp has 410 employees. John Doe is finance director of Acme Corp.\n",
    "corpus/c.md": "Borel Ltd has 70 employees. Ana Ruiz founded Borel Ltd in 1999.\n",
}
NEW = "Acme Corp has 900 employees. John Doe is head of sales at Acme Corp. Borel Ltd was founded in 2004.\n"


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    for name, text in SOURCES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    assert run(["lock", "corpus"]) == 0
    return tmp_path / "factlint.lock"


def both(scan: str = "auto") -> tuple[Report, Report]:
    """The report of a gate, and that of gathering everything."""
    settings, request = Settings(lock="factlint.lock"), GateRequest(("new.md",), ("corpus",), scan=scan)
    with mock.patch.object(gating, "_gathered", side_effect=AssertionError("everything was gathered")):
        found = gate(request, settings)
    asked = pipeline.Request(asked=Asked())
    held = gating._gathered(request, asked, settings, pipeline.load_packs(settings), lambda *_: None)
    return found, gating.only_new(held.report, held.ours, held.ids, every=False, more=held.own)


def agree(scan: str = "auto") -> set[tuple[str, ...]]:
    """What both say alike: for each conflict what its positions say, and who says it."""
    found, whole = both(scan)
    assert [f.id for f in found.findings] == [f.id for f in whole.findings]
    assert [[at.claims for at in f.positions] for f in found.findings] == [
        [at.claims for at in f.positions] for f in whole.findings
    ]
    return {tuple(sorted(at.value.text for at in f.positions)) for f in found.findings}


def edited(lock: Path, was: str, now: str, **more: str) -> None:
    lines = [json.loads(line) for line in lock.read_text(encoding="utf-8").splitlines()]
    hit = [line for line in lines if was in line.get("value", {}).get("text", "")]
    assert len(hit) == 1
    hit[0]["value"] |= {"text": now, "low": float(now), "high": float(now)} if now else {}
    hit[0] |= more
    lock.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines), encoding="utf-8")


def test_it_agrees_with_gathering_everything(lock: Path) -> None:
    assert ("400", "900") in agree()
    assert agree() == agree("full")


def test_an_edited_line_counts_at_once(lock: Path) -> None:
    agree()
    edited(lock, "400", "500", edited="a telephone call")
    assert ("410", "500", "900") in agree()


def test_a_struck_line_is_gone(lock: Path) -> None:
    agree()
    edited(lock, "400", "", struck="a slip")
    edited(lock, "410", "", struck="a slip")
    assert not any("900" in said for said in agree())


def test_of_a_changed_file_what_people_did_is_kept(lock: Path) -> None:
    agree()
    edited(lock, "400", "500", edited="a telephone call")
    agree()
    (lock.parent / "corpus/a.md").write_text(SOURCES["corpus/a.md"] + "Acme Corp was founded in 1990.\n")
    assert ("410", "500", "900") in agree()


def test_a_lock_and_none_are_kept_apart(lock: Path) -> None:
    edited(lock, "400", "", struck="a slip")
    agree()
    request = GateRequest(("new.md",), ("corpus",), scan="quick")
    plain = gate(request, Settings())
    assert any(at.value.text == "400" for f in plain.findings for at in f.positions)
    agree("quick")
    assert gate(request, Settings()) == plain
