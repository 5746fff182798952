"""What took time to make, kept in the user's cache folder under names that change with what it was made of."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
_LONG = 90 * 86_400  # seconds after which nobody will ask for it again; if somebody does, it is made anew


def folder() -> Path:
    """Where this user's caches lie (``FACTLINT_CACHE`` names another place)."""
    named = os.environ.get("FACTLINT_CACHE")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "factlint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "factlint"


def load(name: str, kind: type[T]) -> T | None:
    """What was kept under this name, if it is whole and of this kind."""
    try:
        return msgspec.msgpack.decode((folder() / name).read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RuntimeError):
        return None


def save(name: str, content: object) -> None:
    """Keep it; where that cannot be, nothing is lost but time."""
    with contextlib.suppress(OSError, RuntimeError):
        path = folder() / name
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(msgspec.msgpack.encode(content))
        os.replace(beside, path)
        _tidy(path.parent)


def _tidy(place: Path) -> None:
    for file in place.glob("*-*.*"):
        with contextlib.suppress(OSError):
            if file.stat().st_mtime < time.time() - _LONG:
                file.unlink()
