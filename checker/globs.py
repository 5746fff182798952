"""Glob patterns that name files: by the whole path, by its end, or by a folder or file of that name in it."""

from __future__ import annotations

import os
from collections.abc import Iterable


def named(path: str, patterns: Iterable[str]) -> bool:
    """Whether one of the patterns is for this path, from wherever the path is counted."""
    from fnmatch import fnmatchcase

    parts = path.replace(os.sep, "/").partition("#")[0].split("/")
    tails = ["/".join(parts[at:]) for at in range(len(parts))]
    return any(
        fnmatchcase(tail, pattern.rstrip("/")) or fnmatchcase(tail, pattern.rstrip("/") + "/*")
        for pattern in patterns
        for tail in (*tails, *parts)
    )
