"""The files that folders hold, and what format a file is in."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from checker import globs
from checker.errors import UserError

FORMATS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".mdown": "markdown", ".mkd": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".csv": "csv", ".tsv": "csv", ".tab": "csv", ".json": "json",
    ".jsonld": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip


def discover(paths: Sequence[str], exclude: Sequence[str] = ()) -> Iterator[str]:
    """The files of ``paths``: those named, and all of a known format in the folders named, sorted, each once.

    ``exclude`` holds glob patterns for paths or names. Hidden files and folders are left out. Raises UserError for
    a path that does not exist.
    """
    seen: set[str] = set()
    for path in paths:
        if not os.path.exists(path):
            raise UserError("no such file or folder: check the path", path)
        for found in _walk(path) if os.path.isdir(path) else (path,):
            key = os.path.realpath(found)
            if key not in seen and not excluded(found, exclude):
                seen.add(key)
                yield found


def _walk(folder: str) -> Iterator[str]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in FORMATS:
                yield os.path.normpath(os.path.join(where, name))


def excluded(path: str, patterns: Sequence[str]) -> bool:
    """Whether a glob pattern leaves a file out, by its path or any part of it."""
    return globs.named(path, patterns)


def format_of(path: str, text: str) -> str:
    """The format a file's name says, or else its first characters."""
    known = FORMATS.get(os.path.splitext(path)[1].lower())
    if known:
        return known
    head = text[:500].lstrip().lower()
    if head.startswith(("<!doctype html", "<html", "<head", "<body")):
        return "html"
    return "json" if head.startswith(("{", "[{")) else "text"
