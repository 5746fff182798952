"""What can be wrong with a ledger: each time one clear line, and the sources are still checked."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from checker.ledger import Store, schema

from .conftest import COMMAND, Run

CHECK = ("check", "sources", "--format", "json", "--fail-on", "never")
GATE = ("gate", "new.csv", "--against", "sources", "--format", "json", "--fail-on", "never")


def ledger(project: Path) -> Path:
    return project / ".factlint" / "ledger.sqlite"


def without(factlint: Run, words: tuple[str, ...]) -> bytes:
    return factlint(*words, "--no-ledger", code=0).stdout


def lines(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return done.stderr.decode().splitlines()


@pytest.mark.parametrize("words", [CHECK, GATE])
def test_a_file_that_is_no_database(factlint: Run, project: Path, words: tuple[str, ...]) -> None:
    ledger(project).parent.mkdir()
    ledger(project).write_bytes(b"not a database, but long enough to be taken for one" * 100)
    done = factlint(*words, code=0)
    assert done.stdout == without(factlint, words)
    assert len(lines(done)) == 1 and "corrupted; start anew with: factlint ledger drop" in lines(done)[0]
    factlint("ledger", "drop", code=0)
    assert lines(factlint(*words, code=0)) == []


@pytest.mark.parametrize("words", [CHECK, GATE])
def test_pages_that_are_overwritten_give_no_wrong_result(factlint: Run, project: Path, words: tuple[str, ...]) -> None:
    expected = factlint(*words, code=0).stdout
    factlint("ledger", "compact", code=0)
    data = bytearray(ledger(project).read_bytes())
    for at in range(4096, len(data) - 200, 4096):
        data[at : at + 200] = os.urandom(200)
    ledger(project).write_bytes(bytes(data))
    done = factlint(*words, code=0)
    assert done.stdout == expected
    assert len(lines(done)) == 1 and "ledger" in lines(done)[0]
    assert factlint("ledger", "check").returncode in (1, 2)


@pytest.mark.parametrize("words", [CHECK, GATE])
def test_a_file_that_was_cut_off(factlint: Run, project: Path, words: tuple[str, ...]) -> None:
    expected = factlint(*words, code=0).stdout
    factlint("ledger", "compact", code=0)
    ledger(project).write_bytes(ledger(project).read_bytes()[:20_000])
    done = factlint(*words, code=0)
    assert done.stdout == expected
    assert len(lines(done)) == 1 and "corrupted; start anew with: factlint ledger drop" in lines(done)[0]


@pytest.mark.parametrize("words", [CHECK, GATE])
def test_a_ledger_of_a_newer_version_is_left_as_it_is(factlint: Run, project: Path, words: tuple[str, ...]) -> None:
    factlint(*CHECK, code=0)
    expected = factlint(*words, code=0).stdout
    with sqlite3.connect(ledger(project)) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with sqlite3.connect(ledger(project)) as db:
        held = db.execute("SELECT count(*) FROM reading").fetchone()
    (project / "sources" / "00.csv").write_text("name,title,company\nAda Byron,Clerk,Mill Ltd\n", encoding="utf-8")
    done = factlint(*words, code=0)
    assert done.stdout == without(factlint, words) != expected
    with sqlite3.connect(ledger(project)) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == 99
        assert db.execute("SELECT count(*) FROM reading").fetchone() == held
    assert len(lines(done)) == 1 and "of a newer factlint (tables 99" in lines(done)[0]
    assert "newer factlint" in factlint("ledger", "status", code=2).stderr.decode()


def test_a_database_of_somebody_else_is_left_as_it_is(factlint: Run, project: Path) -> None:
    ledger(project).parent.mkdir()
    with sqlite3.connect(ledger(project)) as db:
        db.execute("CREATE TABLE theirs (a)")
    done = factlint(*CHECK, code=0)
    assert "is no ledger" in lines(done)[0]
    with sqlite3.connect(ledger(project)) as db:
        assert [row[0] for row in db.execute("SELECT name FROM sqlite_master")] == ["theirs"]


def test_a_ledger_of_an_older_version_is_brought_up_to_date(factlint: Run, project: Path) -> None:
    ledger(project).parent.mkdir()
    with sqlite3.connect(ledger(project)) as db:
        db.executescript(schema.STEPS[0] + f"PRAGMA user_version = 1; PRAGMA application_id = {schema.APPLICATION};")
    assert lines(factlint(*CHECK, code=0)) == []
    with sqlite3.connect(ledger(project)) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
        assert db.execute("SELECT count(*) FROM member").fetchone()[0] == 12


@pytest.mark.parametrize("words", [CHECK, GATE])
def test_a_folder_that_cannot_be_written(factlint: Run, project: Path, words: tuple[str, ...]) -> None:
    (project / ".factlint").write_text("a file where the folder should be", encoding="utf-8")
    done = factlint(*words, code=0)
    assert done.stdout == without(factlint, words)
    assert len(lines(done)) == 1 and "the ledger" in lines(done)[0]


def _mounted(options: str, place: Path) -> bool:
    place.mkdir(exist_ok=True)
    mount = shutil.which("mount")
    return (
        bool(mount)
        and subprocess.run(
            [str(mount), "-t", "tmpfs", "-o", options, "tmpfs", str(place)], capture_output=True, check=False
        ).returncode
        == 0
    )


@pytest.mark.parametrize("words", [CHECK, GATE])
def test_a_full_disk(factlint: Run, project: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    place = tmp_path / "small"
    if not _mounted("size=300k", place):
        pytest.skip("no right to mount a small disk here")
    try:
        shutil.copytree(project / "sources", place / "sources")
        shutil.copy(project / "new.csv", place)
        expected = factlint(*words, "--no-ledger", cwd=place, code=0).stdout
        (place / "filler").write_bytes(b"x" * 150_000)
        done = factlint(*words, cwd=place, code=0)
        assert done.stdout == expected
        assert len(lines(done)) == 1 and "no room on the disk" in lines(done)[0]
        (place / "filler").unlink()
        assert factlint(*words, "--no-ledger", cwd=place, code=0).stdout == expected
    finally:
        subprocess.run(["umount", str(place)], check=False)


@pytest.mark.parametrize("words", [CHECK, GATE])
@pytest.mark.parametrize("more", [-9, 0, 2])  # pages beyond empty tables: full when they are made, or are filled
def test_a_ledger_that_finds_no_more_room(factlint: Run, project: Path, words: tuple[str, ...], more: int) -> None:
    """As on a full disk, wherever the tests run: SQLite itself says that there is no room."""
    empty = Store(str(project))
    pages = empty.db.execute("PRAGMA page_count").fetchone()[0] + more
    empty.close()
    ledger(project).unlink()
    code = f"""
import sqlite3, sys
now = sqlite3.connect
def small(*given, **more):
    db = now(*given, **more)
    db.execute("PRAGMA max_page_count = {pages}")
    return db
sqlite3.connect = small
from checker.cli import run
sys.exit(run(sys.argv[1:]))
"""
    here = {**os.environ, "PYTHONPATH": str(Path(schema.__file__).parent.parent.parent)}
    done = subprocess.run([sys.executable, "-c", code, *words], cwd=project, capture_output=True, check=True, env=here)
    assert done.stdout == without(factlint, words)
    assert len(lines(done)) == 1 and "no room on the disk; make some, or move the ledger away" in lines(done)[0]


@pytest.mark.parametrize("words", [CHECK, GATE])
@pytest.mark.parametrize("held", [False, True])
def test_a_read_only_disk(factlint: Run, project: Path, tmp_path: Path, words: tuple[str, ...], held: bool) -> None:
    place = tmp_path / "fixed"
    if not _mounted("size=5m", place):
        pytest.skip("no right to mount a disk here")
    try:
        shutil.copytree(project / "sources", place / "sources")
        shutil.copy(project / "new.csv", place)
        if held:  # a ledger from when it could be written, and a source that has changed since
            factlint(*words, cwd=place, code=0)
            (place / "sources" / "00.csv").write_text(
                "name,title,company\nAda Byron,Clerk,Mill Ltd\n", encoding="utf-8"
            )
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        done = factlint(*words, cwd=place, code=0)
        assert done.stdout == factlint(*words, "--no-ledger", cwd=place, code=0).stdout
        assert len(lines(done)) == 1 and "cannot be written here" in lines(done)[0]
    finally:
        subprocess.run(["umount", str(place)], check=False)


def test_a_quiet_run_says_nothing_of_it(factlint: Run, project: Path) -> None:
    (project / ".factlint").write_text("", encoding="utf-8")
    done = subprocess.run([*COMMAND, *CHECK, "--quiet"], cwd=project, capture_output=True, check=True)
    assert done.stderr == b""
