"""What the tests of Spark share: a cluster of two workers on this machine, and an executor killed amid the work."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path
from typing import Any

CLUSTER = "local-cluster[2,1,1024]"


class Killer(threading.Thread):
    """Kills one executor as soon as a stage of several tasks has finished its first."""

    def __init__(self, spark: Any) -> None:
        super().__init__(daemon=True)
        self._spark, self._over = spark, threading.Event()
        self.killed: list[int] = []

    def __enter__(self) -> Killer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        while not self.killed and not self._over.is_set():
            if self._amid():
                self.killed += executors()[:1]
                for pid in self.killed:
                    os.kill(pid, signal.SIGKILL)
            time.sleep(0.02)

    def _amid(self) -> bool:
        tracker = self._spark.sparkContext.statusTracker()
        known = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        return any(s and 0 < s.numCompletedTasks < s.numTasks and s.numActiveTasks for s in known)


def executors() -> list[int]:
    """The executors that this process's Spark has started."""
    parents = {pid: _parent(pid) for pid in map(int, filter(str.isdigit, os.listdir("/proc")))}
    return sorted(pid for pid in parents if _ours(pid, parents) and b"CoarseGrainedExecutorBackend" in _command(pid))


def _ours(pid: int, parents: dict[int, int]) -> bool:
    while pid > 1:
        pid = parents.get(pid, 0)
        if pid == os.getpid():
            return True
    return False


def _parent(pid: int) -> int:
    try:
        return int(
            Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1]
        )
    except OSError:
        return 0


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
