"""Packs that were checked before, kept in the user's cache folder."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import msgspec

from checker.packs.schema import Packs

_VERSION = 1  # raise it when what building packs does changes, though their shape does not


def folder() -> Path:
    """Where this user's caches lie (``FACTLINT_CACHE`` names another place)."""
    named = os.environ.get("FACTLINT_CACHE")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "factlint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "factlint"


def get(digest: str) -> Packs | None:
    """What was kept under this digest, if it is whole."""
    try:
        found = msgspec.msgpack.decode(_path(digest).read_bytes(), type=Packs)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RuntimeError):
        return None
    return found if found.digest == digest else None


def put(digest: str, packs: Packs) -> None:
    """Keep it; where that cannot be, nothing is lost but time."""
    path = _path(digest)
    with contextlib.suppress(OSError, RuntimeError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(msgspec.msgpack.encode(packs))
        os.replace(beside, path)


def _path(digest: str) -> Path:
    return folder() / f"packs-{_VERSION}-{_shape()}-{digest[:40]}.msgpack"


def _shape() -> str:
    """A word that changes with the code that builds packs."""
    from checker import __version__

    here = Path(__file__).parent
    stamps = [(here / name).stat().st_mtime_ns for name in ("schema.py", "checks.py", "build.py")]
    return f"{__version__}-{sum(stamps) & 0xFFFFFFFF:08x}"
