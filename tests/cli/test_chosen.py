"""Packs from files, folders and installed packages; what is selected, ignored, and ignored for some files; what a
source takes back."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
FIELD = """
pack: field
attributes:
  depth: {subject: vessel, value: measure, phrases: ["{subject} has a depth of {value}"]}
rules:
  - {id: V101, name: depth-conflict, attributes: [depth], check: single-value, message: "{subject}: depths", why: w}
"""
BASE = """
pack: base
attributes:
  beam: {subject: vessel, value: measure, phrases: ["{subject} has a beam of {value}"]}
rules:
  - {id: V201, name: beam-conflict, attributes: [beam], check: single-value, message: "{subject}: beams", why: w}
"""
MINE = """
pack: mine
extends: [../shared/base.yaml, field]
types: {vessel: [boat]}
overrides: {beam-conflict: {severity: warning, message: "{subject}: the beam is disputed"}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sources, packs that extend each other by path and by name, and one of them installed as a package."""
    for path, text in {
        "site/fieldpack/__init__.py": "",
        "site/fieldpack/field.yaml": FIELD,
        "site/fieldpack-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: fieldpack\nVersion: 1.0\n",
        "site/fieldpack-1.0.dist-info/entry_points.txt": "[factlint.packs]\nfield = fieldpack\n",
        "shared/base.yaml": BASE,
        "mine/mine.yaml": MINE,
        "factlint.toml": 'rules = ["mine"]\n',
        "sources/a.txt": "Mary Ann has a beam of 3 m. Mary Ann has a depth of 2 m.\n",
        "sources/b.md": "Mary Ann has a beam of 4 m. The boat has a depth of 2.5 m.\n",
        "sources/drafts/c.txt": "Mary Ann has a beam of 9 m.\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    root = str(Path(__file__).parent.parent.parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([root, str(tmp_path / "site")]))
    return tmp_path


def conflicts(factlint: Run, *words: str) -> dict[str, list[str]]:
    """Rule -> the values of its conflict that is not accepted."""
    done = factlint("check", "sources", "--no-ledger", "--format", "json", *words)
    assert done.returncode in (0, 1), done.stderr.decode()
    found = [f for f in json.loads(done.stdout)["findings"] if f["verdict"] == "conflict" and not f.get("accepted")]
    return {f["rule"]: sorted(p["value"]["text"] for p in f["positions"]) for f in found}


def test_packs_by_path_and_by_the_name_of_an_installed_one(folder: Path, factlint: Run) -> None:
    every = {"V101": ["2 m", "2.5 m"], "V201": ["3 m", "4 m", "9 m"]}
    assert conflicts(factlint) == every
    (folder / "factlint.toml").write_text('rules = ["field", "mine/mine.yaml"]\n')
    assert conflicts(factlint) == every
    (folder / "factlint.toml").write_text('rules = ["feild"]\n')
    done = factlint("check", "sources")
    assert done.returncode == 2
    assert b"feild: no such rule pack" in done.stderr
    (folder / "factlint.toml").unlink()
    assert b"the beam is disputed" in factlint("explain", "V201", "--rules", "mine").stdout


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (("--select", "V1"), {"V101"}),
        (("--select", "beam-conflict"), {"V201"}),
        (("--select", "depth"), {"V101"}),
        (("--ignore", "beam"), {"V101"}),
        (("--ignore", "V2,depth-conflict"), set()),
    ],
)
def test_by_id_name_and_attribute(folder: Path, factlint: Run, words: tuple[str, ...], left: set[str]) -> None:
    assert set(conflicts(factlint, *words)) == left


@pytest.mark.parametrize(
    ("ignores", "beams"),
    [
        ('"drafts/*" = ["beam"]', ["3 m", "4 m"]),
        ('"drafts" = ["V2"]', ["3 m", "4 m"]),
        ('"*.txt" = ["beam-conflict"]', None),
        ('"drafts/*" = ["depth"]', ["3 m", "4 m", "9 m"]),
        ('"nowhere/*" = ["beam"]', ["3 m", "4 m", "9 m"]),
    ],
)
def test_rules_that_do_not_hold_for_some_files(
    folder: Path, factlint: Run, ignores: str, beams: list[str] | None
) -> None:
    (folder / "factlint.toml").write_text(f'rules = ["mine"]\n[per-file-ignores]\n{ignores}\n')
    found = conflicts(factlint)
    assert found.get("V201") == beams
    assert found["V101"] == ["2 m", "2.5 m"]


def test_an_unknown_rule_for_some_files_is_said(folder: Path, factlint: Run) -> None:
    (folder / "factlint.toml").write_text('rules = ["mine"]\n[per-file-ignores]\n"drafts" = ["beeam"]\n')
    done = factlint("check", "sources")
    assert done.returncode == 2
    assert b"no rule or attribute 'beeam'; did you mean 'beam'?" in done.stderr


def test_one_side_of_three_taken_back_leaves_the_other_two(folder: Path, factlint: Run) -> None:
    source = folder / "sources" / "b.md"
    source.write_text("Mary Ann has a beam of 4 m. <!-- factlint: ignore[V2] being measured anew -->\n")
    assert conflicts(factlint) == {"V201": ["3 m", "9 m"]}
    source.write_text("Mary Ann has a beam of 9 m. <!-- factlint: ignore[beam] being measured anew -->\n")
    assert conflicts(factlint) == {"V201": ["3 m", "9 m"]}
    done = factlint("check", "sources", "--no-ledger")
    assert b"b.md:1: a suppression of beam that does not suffice: other claims say the same" in done.stderr
