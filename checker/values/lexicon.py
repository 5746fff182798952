"""The data files that values are recognised and compared with: ``rules/lexicons/*.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def folder() -> Path:
    """Where the lexicons lie: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "rules" / "lexicons"
    return installed if installed.is_dir() else package.parent / "rules" / "lexicons"


@cache
def load(name: str) -> Any:
    """The lexicon ``name`` (without ".yaml") as plain data, read once."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with (folder() / f"{name}.yaml").open(encoding="utf-8") as file:
        return yaml.load(file, Loader=loader)
