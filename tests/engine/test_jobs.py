"""Several processes read what one reads: the same outcome, also where one is killed, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from checker import pipeline
from checker.cli.progress import told
from checker.config import Settings
from checker.engine import chunks, workers
from checker.model import Report
from tests.benchmarks.news import articles

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks for processes in /proc")
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files that make several chunks, and some that are odd."""
    made = tmp_path / "news"
    made.mkdir()
    for number, text in enumerate(articles(90_000)):
        (made / f"{number:03}.txt").write_text(text, encoding="utf-8")
    (made / "odd\udce9.md").write_text("# Note\n\nTarn Foods has 400 employees.\n", encoding="utf-8")
    (made / "escaped.json").write_text(
        '{"id": "a", "text": "Bo \\udc00 Lund is Engineer at Tarn Foods."}', encoding="utf-8"
    )
    (made / "empty.md").write_text("", encoding="utf-8")
    return made


@pytest.fixture(autouse=True)
def small_chunks() -> Iterator[None]:
    with mock.patch.object(chunks, "FILES", 5):
        yield


def check(folder: Path, jobs: int, ledger: bool = False) -> Report:
    settings = Settings(ledger=ledger, file=str(folder.parent / "factlint.toml"))
    return pipeline.check(pipeline.Request((str(folder),), jobs=jobs), settings)


def children(of: int) -> list[int]:
    return [
        int(pid) for thread in Path(f"/proc/{of}/task").iterdir() for pid in (thread / "children").read_text().split()
    ]


def test_two_processes_give_what_one_gives_and_end(folder: Path) -> None:
    before = children(os.getpid())
    assert check(folder, 2) == check(folder, 1)
    assert children(os.getpid()) == before


def test_what_was_read_is_remembered(folder: Path) -> None:
    for odd in ("odd\udce9.md", "escaped.json"):  # no ledger can hold these
        assert check(folder, 2, ledger=True) == check(folder, 1)
        (folder / odd).unlink()
    first = check(folder, 2, ledger=True)
    with mock.patch.object(workers, "read_file", side_effect=AssertionError("read again")):
        assert check(folder, 2, ledger=True) == first
    (folder / "000.txt").write_text("Ana Ruiz is Engineer at Tarn Foods.\n", encoding="utf-8")
    (folder / "new.txt").write_text("Ana Ruiz is Engineer at Tarn Foods.\n", encoding="utf-8")
    assert check(folder, 2, ledger=True) == check(folder, 1)


def test_a_killed_process_is_replaced(folder: Path) -> None:
    expected, known, killed = check(folder, 1), set(children(os.getpid())), []
    over = threading.Event()

    def kill() -> None:
        while len(killed) < 2 and not over.is_set():
            for pid in set(children(os.getpid())) - known - set(killed):
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)
            time.sleep(0.05)

    killer = threading.Thread(target=kill)
    killer.start()
    found = check(folder, 2)
    over.set()
    killer.join()
    assert killed
    assert found == expected


def test_a_file_that_kills_its_reader_is_named_and_the_others_are_read(folder: Path) -> None:
    read, victim = workers.read_file, str(folder / "003.txt")

    def deadly(path: str, claims_of: object) -> object:
        if path == victim:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(path, claims_of)  # type: ignore[arg-type]

    with mock.patch.object(workers, "read_file", deadly):
        found = check(folder, 2)
    assert [(s.path, s.fatal) for s in found.skipped if "killed" in s.reason] == [(victim, True)]
    (folder / "003.txt").unlink()
    assert found.claims == check(folder, 1).claims


def test_a_file_that_goes_away_is_a_users_error(folder: Path) -> None:
    from checker.errors import UserError

    gone = str(folder / "gone.txt")
    files = [(str(path), None) for path in sorted(folder.iterdir())]
    with pytest.raises(UserError, match="no such file"):
        list(chunks.read([*files, (gone, None)], pipeline.load_packs(Settings()), 2))


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_nothing_is_left_behind(folder: Path, how: signal.Signals) -> None:
    for number, text in enumerate(articles(600_000)):
        (folder / f"more-{number:03}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "checker", "check", str(folder), "--jobs", "2", "--no-ledger"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        readers: list[int] = []
        while len(readers) < 2 and process.poll() is None:
            readers = children(process.pid)
            time.sleep(0.01)
        process.send_signal(how)
        out, err = process.communicate()
    assert len(readers) == 2
    assert process.returncode == (130 if how == signal.SIGINT else -9)
    assert (out, err) == (b"", b"")
    deadline = time.monotonic() + 20
    while any(_alive(pid) for pid in readers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_alive(pid) for pid in readers)


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_progress_says_rate_and_time_left() -> None:
    assert told(0, 5000, 1.0) == "0 of 5,000 files"
    assert told(1000, 5000, 2.0) == "1,000 of 5,000 files, 500 a second, 8 s left"
    assert told(10, 5000, 20.0) == "10 of 5,000 files, 0.5 a second, 2.8 h left"
    assert told(1000, 5000, 100.0) == "1,000 of 5,000 files, 10 a second, 6:40 min left"
