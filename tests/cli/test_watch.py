"""``check --watch``: what changes is checked again."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_a_change_is_checked_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    for name, post in (("a", "Director of Looms"), ("b", "Director of Looms")):
        (folder / f"{name}.csv").write_text(f"name,title,company\nAda Byron,{post},Mill Ltd\n", encoding="utf-8")
    command = [sys.executable, "-m", "checker", "check", "sources", "--watch"]
    with (tmp_path / "out").open("wb") as out, (tmp_path / "err").open("wb") as err:
        process = subprocess.Popen(command, cwd=tmp_path, stdout=out, stderr=err)
        try:
            _until(tmp_path / "err", "watching", 1)
            assert "0 conflicts" in (tmp_path / "out").read_text(encoding="utf-8")
            later = "name,title,company\nAda Byron,Senior Director of Looms,Mill Ltd\n"
            (folder / "b.csv").write_text(later, encoding="utf-8")
            _until(tmp_path / "err", "watching", 2)
            assert "1 conflict" in (tmp_path / "out").read_text(encoding="utf-8")
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 130


def _until(file: Path, word: str, times: int) -> None:
    for _ in range(600):
        if file.read_text(encoding="utf-8").count(word) >= times:
            return
        time.sleep(0.05)
    raise AssertionError(file.read_text(encoding="utf-8"))
