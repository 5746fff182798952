"""Packs that were checked before, kept in the user's cache folder."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TypeVar

import msgspec

from checker.packs.schema import Packs

T = TypeVar("T")
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
    """The packs that were kept under this digest, if they are whole."""
    found = load(_name(digest), Packs)
    return found if found is not None and found.digest == digest else None


def put(digest: str, packs: Packs) -> None:
    """Keep the packs."""
    save(_name(digest), packs)


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


def _name(digest: str) -> str:
    return f"packs-{_VERSION}-{_shape()}-{digest[:40]}.msgpack"


def _shape() -> str:
    """A word that changes with the code that builds packs."""
    from checker import __version__

    here = Path(__file__).parent
    stamps = [(here / name).stat().st_mtime_ns for name in ("schema.py", "checks.py", "build.py")]
    return f"{__version__}-{sum(stamps) & 0xFFFFFFFF:08x}"
