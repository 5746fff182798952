"""Packs that were checked before."""

from __future__ import annotations

import os

from checker import __version__
from checker.kept import folder, load, save
from checker.packs.schema import Packs

__all__ = ["folder", "get", "put"]
_VERSION = 1  # raise it when what building packs does changes, though their shape does not


def get(digest: str) -> Packs | None:
    """The packs that were kept under this digest, if they are whole."""
    found = load(_name(digest), Packs)
    return found if found is not None and found.digest == digest else None


def put(digest: str, packs: Packs) -> None:
    """Keep the packs."""
    save(_name(digest), packs)


def _name(digest: str) -> str:
    return f"packs-{_VERSION}-{_shape()}-{digest[:40]}.msgpack"


def _shape() -> str:
    """A word that changes with the code that builds packs."""
    here = os.path.dirname(__file__)
    stamps = [os.stat(os.path.join(here, name)).st_mtime_ns for name in ("schema.py", "checks.py", "build.py")]
    return f"{__version__}-{sum(stamps) & 0xFFFFFFFF:08x}"
