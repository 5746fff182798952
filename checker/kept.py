"""What took time to make, kept in the user's cache folder under names that change with what it was made of."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import TypeVar

import msgspec

T = TypeVar("T")
_LONG = 90 * 86_400  # seconds after which nobody will ask for it again; if somebody does, it is made anew


def folder() -> str:
    """Where this user's caches lie (``FACTLINT_CACHE`` names another place)."""
    named = os.environ.get("FACTLINT_CACHE")
    if named:
        return named
    home = os.path.expanduser("~")
    if home.startswith("~"):
        raise RuntimeError("nobody's home")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local"), "factlint")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "factlint")


def load(name: str, kind: type[T]) -> T | None:
    """What was kept under this name, if it is whole and of this kind."""
    try:
        with open(os.path.join(folder(), name), "rb") as file:
            return msgspec.msgpack.decode(file.read(), type=kind)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RuntimeError):
        return None


def save(name: str, content: object) -> None:
    """Keep it; where that cannot be, nothing is lost but time."""
    with contextlib.suppress(OSError, RuntimeError):
        place = folder()
        os.makedirs(place, exist_ok=True)
        beside = os.path.join(place, f"{os.path.splitext(name)[0]}.{os.getpid()}")
        with open(beside, "wb") as file:
            file.write(msgspec.msgpack.encode(content))
        os.replace(beside, os.path.join(place, name))
        _tidy(place)


def _tidy(place: str) -> None:
    with os.scandir(place) as files:
        for file in files:
            with contextlib.suppress(OSError):
                if "-" in file.name and "." in file.name and file.stat().st_mtime < time.time() - _LONG:
                    os.unlink(file.path)
