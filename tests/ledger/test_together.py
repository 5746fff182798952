"""Several processes on one ledger, and processes that are killed: no loss, no corruption, no wrong result."""

from __future__ import annotations

import contextlib
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from checker.ledger.schema import APPLICATION, VERSION
from checker.ledger.store import Store

from .conftest import COMMAND, Run, table
from .test_trouble import CHECK, GATE

KILLS = 100


def start(project: Path, words: tuple[str, ...]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, *words], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_two_gates_and_a_check_at_once(factlint: Run, project: Path) -> None:
    checked, gated = (factlint(*words, "--no-ledger", code=0).stdout for words in (CHECK, GATE))
    for _ in range(3):
        factlint("ledger", "drop", code=0)
        running = [
            (start(project, words), expected) for words, expected in ((GATE, gated), (CHECK, checked), (GATE, gated))
        ]
        for process, expected in running:
            out, err = process.communicate(timeout=120)
            assert (process.returncode, out, err) == (0, expected, b"")
        assert factlint("ledger", "check", code=0).stdout == b"the ledger is whole\n"


def test_killed_at_any_moment(factlint: Run, project: Path) -> None:
    began = time.monotonic()
    factlint(*CHECK, code=0)
    longest = time.monotonic() - began
    chance = random.Random(7)
    for n in range(KILLS):
        changed = project / "sources" / f"{n % 12:02}.csv"
        changed.write_text(table([f"Ada Byron,Director of {'ABCDEFGH'[n % 8]}ooms,Mill Ltd"]), encoding="utf-8")
        if n % 25 == 24:
            factlint("ledger", "drop", code=0)  # the making of a ledger is killed too
        process = start(project, CHECK if n % 3 else GATE)
        time.sleep(longest * chance.random() * 1.05)
        process.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        process.communicate()
        if n % 10 == 9:
            assert_right(factlint)
    assert_right(factlint)


def assert_right(factlint: Run) -> None:
    """The ledger opens, is whole, and what comes out is what comes out without it."""
    for words in (GATE, CHECK):
        done = factlint(*words, code=0)
        assert (done.stdout, done.stderr) == (factlint(*words, "--no-ledger", code=0).stdout, b"")
    assert factlint("ledger", "check", code=0).stdout == b"the ledger is whole\n"


def test_the_mark_and_the_tables_are_read_of_one_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process makes the tables just after the mark was read: still a ledger, and nobody is told otherwise."""
    connect = sqlite3.connect
    (tmp_path / ".factlint").mkdir()

    class Watched(sqlite3.Connection):
        made = False

        def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
            if "sqlite_master" in sql and not Watched.made:
                Watched.made = True
                other = connect(tmp_path / ".factlint" / "ledger.sqlite", timeout=0.2)
                with contextlib.closing(other), contextlib.suppress(sqlite3.OperationalError):
                    other.executescript(
                        f"BEGIN; CREATE TABLE t (x); PRAGMA application_id = {APPLICATION};"
                        f" PRAGMA user_version = {VERSION}; COMMIT;"
                    )
            return super().execute(sql, *rest)

    monkeypatch.setattr(sqlite3, "connect", lambda *args, **options: connect(*args, factory=Watched, **options))
    Store(str(tmp_path)).close()
    assert Watched.made
