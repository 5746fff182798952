"""How far reading has come, on standard error, if that is a terminal and it takes long enough for anybody to wonder."""

from __future__ import annotations

import sys
import time
from types import TracebackType

PATIENCE = 0.7  # seconds before anything is shown
PACE = 0.1  # seconds between two showings


class Progress:
    """A line that is written over; gone when the work is done."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown and sys.stderr is not None and sys.stderr.isatty()
        self._began = time.monotonic()
        self._next = self._began + PATIENCE
        self._dirty = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._dirty:
            sys.stderr.write("\r\x1b[K")

    def at(self, done: int, total: int) -> None:
        """``done`` of ``total`` files are read."""
        if self._shown and time.monotonic() >= self._next:
            self._next = time.monotonic() + PACE
            self._dirty = True
            sys.stderr.write(f"\r\x1b[Kread {told(done, total, time.monotonic() - self._began)}")
            sys.stderr.flush()


def told(done: int, total: int, seconds: float) -> str:
    """How far it is, how fast, and how long it will take."""
    if not done:
        return f"{done:,} of {total:,} files"
    rate = done / seconds
    fast = f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"
    return f"{done:,} of {total:,} files, {fast} a second, {_span((total - done) / rate)} left"


def _span(seconds: float) -> str:
    whole = round(seconds)
    if whole < 100:
        return f"{whole} s"
    return f"{whole // 60}:{whole % 60:02} min" if whole < 6000 else f"{whole / 3600:.1f} h"
