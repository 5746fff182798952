"""The data files that values are recognised and compared with: ``rules/lexicons/*.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from checker import kept
from checker.digests import blake2b


@cache
def folder() -> Path:
    """Where the lexicons lie: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "rules" / "lexicons"
    return installed if installed.is_dir() else package.parent / "rules" / "lexicons"


def bytes_of(name: str) -> bytes:
    """What stands in the file of the lexicon ``name``."""
    return (folder() / f"{name}.yaml").read_bytes()


@cache
def load(name: str) -> Any:
    """The lexicon ``name`` (without ".yaml") as plain data, read once; what was read of these bytes before is kept."""
    data = bytes_of(name)
    known = f"lexicon-{name}-{blake2b(data, digest_size=16).hexdigest()}.msgpack"
    found = kept.load(known, dict)
    if found is None:
        found = _parsed(data)
        kept.save(known, found)
    return found


def _parsed(data: bytes) -> Any:
    import yaml

    return yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
