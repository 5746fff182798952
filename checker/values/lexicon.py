"""The data files that values are recognised and compared with: ``rules/lexicons/*.yaml``."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from checker import kept
from checker.digests import blake2b


@cache
def folder() -> str:
    """Where the lexicons lie: inside the installed package, or beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    installed = os.path.join(package, "rules", "lexicons")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(package), "rules", "lexicons")


def bytes_of(name: str) -> bytes:
    """What stands in the file of the lexicon ``name``."""
    with open(os.path.join(folder(), f"{name}.yaml"), "rb") as file:
        return file.read()


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
