"""Checking again whenever a source, a pack or the settings change, until somebody stops it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence

from checker import intake
from checker.config import Settings
from checker.errors import UserError
from checker.ledger import stamps

PACE = 0.4  # seconds between two looks
SETTLE = 0.15  # seconds for whoever writes to be done


def watch(paths: Sequence[str], settings: Settings, check: Callable[[], int], pace: float = PACE) -> int:
    """Check, and check again after each change. Ends only by Ctrl-C (KeyboardInterrupt)."""
    while True:
        seen = state(paths, settings)
        _once(check)
        while state(paths, settings) == seen:
            time.sleep(pace)
        time.sleep(SETTLE)


def state(paths: Sequence[str], settings: Settings) -> dict[str, bytes | None]:
    """The files that a check depends on, with what shows that one has changed."""
    try:
        files: Iterable[str] = intake.listing(paths, settings).files
    except UserError:
        files = ()
    own = [path for path in (settings.file, settings.entities, settings.baseline, settings.lock) if path]
    packs = [file for path in settings.rules for file in _within(path)]
    return {file: stamps.stamp(file) for file in [*files, *own, *packs]}


def _within(path: str) -> list[str]:
    return [os.path.join(path, name) for name in sorted(os.listdir(path))] if os.path.isdir(path) else [path]


def _once(check: Callable[[], int]) -> None:
    """One check; what the user can mend does not end the watching."""
    if sys.stdout is not None and sys.stdout.isatty():
        sys.stdout.write("\x1b[2J\x1b[H")
    try:
        check()
    except UserError as error:
        sys.stderr.write(f"factlint: {error}\n")
    if sys.stderr is not None:
        sys.stderr.write(f"factlint: {time.strftime('%H:%M:%S')}: watching; Ctrl-C ends\n")
        sys.stderr.flush()
