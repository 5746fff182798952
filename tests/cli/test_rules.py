"""``test``, ``init``, ``rules``, ``explain``: a pack of one's own from nothing, and what proves it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
ROOT = Path(__file__).parent.parent.parent


def test_what_init_writes_holds(factlint: Run) -> None:
    assert factlint("init").returncode == 0
    done = factlint("test", "rules")
    assert done.stdout.decode() == "2 of 2 examples of 1 rules hold\n"
    assert done.returncode == 0
    assert b"OWN101  tonnage-conflict" in factlint("rules").stdout
    assert b"A ship is measured once" in factlint("explain", "OWN101").stdout


def test_init_overwrites_nothing(factlint: Run, tmp_path: Path) -> None:
    factlint("init")
    (tmp_path / "factlint.toml").write_text("# mine\n")
    done = factlint("init")
    assert done.returncode == 2
    assert b"factlint.toml: is there already" in done.stderr
    assert (tmp_path / "factlint.toml").read_text() == "# mine\n"


def test_an_example_that_does_not_hold_is_named(factlint: Run, tmp_path: Path) -> None:
    factlint("init")
    pack = tmp_path / "rules" / "own.yaml"
    pack.write_text(pack.read_text().replace('"2,400"', '"4,200"'))
    done = factlint("test", "rules")
    assert done.returncode == 1
    assert b"own.yaml:22:9: OWN101 tonnage-conflict: example 1: found no conflict" in done.stdout
    assert b"    read: a: Mary Ann: tonnage = 4,200\n" in done.stdout


def test_a_rule_that_nothing_proves_is_named(factlint: Run, tmp_path: Path) -> None:
    factlint("init")
    pack = tmp_path / "rules" / "own.yaml"
    pack.write_text(pack.read_text().partition("    examples:")[0])
    done = factlint("test", "rules")
    assert done.returncode == 1
    assert b"has no example that it finds; add one" in done.stdout


def test_a_broken_pack_is_said_with_its_line(factlint: Run, tmp_path: Path) -> None:
    factlint("init")
    pack = tmp_path / "rules" / "own.yaml"
    pack.write_text(pack.read_text().replace("severity: error", "severty: error"))
    line = pack.read_text().split("\n").index("    severty: error") + 1
    for words in (["test", "rules"], ["rules"], ["check", "."]):
        done = factlint(*words)
        assert done.returncode == 2
        assert f"own.yaml:{line}:" in done.stderr.decode()
        assert "did you mean 'severity'?" in done.stderr.decode()


def test_every_example_of_the_packs_here_holds(factlint: Run) -> None:
    done = factlint("test", "rules", "seeds/rules", cwd=ROOT)
    assert done.returncode == 0, done.stdout.decode()
