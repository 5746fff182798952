"""Which documents there are: the files, folders and standard input that somebody named, in an order of its own."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from checker.config import Settings
from checker.errors import UserError
from checker.model import Skipped, Source

Progress = Callable[[int, int], None]  # files read, files there are


def silent(_: int, __: int) -> None:
    """Nobody wants to know."""


class Listing(Struct):
    """The files that somebody asked for, sorted; those they named one by one; what was asked for and is not there."""

    files: list[str]
    named: frozenset[str]
    skipped: list[Skipped]


def listing(paths: Sequence[str], settings: Settings) -> Listing:
    """The files of files and folders ("-": standard input; none: this folder).

    A file or folder that was named and gives nothing is a Skipped that is ``fatal``; what lies in a folder and is no
    source is not. The settings' own files are no sources.
    """
    named = sorted({as_given(path) for path in paths or (".",)})
    files = {file: path for path in named for file in _files(path, settings)}
    given = set(files.values())
    skipped: list[Skipped] = []
    for path in named:
        if path != "-" and not os.path.lexists(path):
            skipped.append(Skipped(path, 0, "no such file or folder", fatal=True))
        elif path not in given:
            skipped.append(Skipped(path, 0, "no sources in this folder; name files, or another folder", fatal=True))
        if os.path.isdir(path):
            skipped += _left_out(path, _own(settings))
    return Listing(sorted(files), frozenset(files) & frozenset(named), skipped)


def opened(file: str, stdin_format: str) -> list[Source | Skipped]:
    """The documents of one file, or of standard input."""
    from checker import sources

    return list(_stdin(stdin_format) if file == "-" else sources.read(file))


def documents(
    paths: Sequence[str], settings: Settings, stdin_format: str, progress: Progress = silent
) -> Iterator[Source | Skipped]:
    """Every document of the files and folders, as ``listing`` finds them, and what was not read."""
    there = listing(paths, settings)
    yield from there.skipped
    for done, file in enumerate(there.files):
        progress(done, len(there.files))
        items = opened(file, stdin_format)
        yield from lost(items, file) if file in there.named else items


def takes(path: str, settings: Settings) -> bool:
    """Whether a file would be found in its folder: of a known format, neither hidden nor left out."""
    from checker import sources
    from checker.sources.files import FORMATS

    hidden = any(part.startswith(".") and part not in (".", "..") for part in as_given(path).split("/"))
    if hidden or os.path.splitext(path)[1].lower() not in FORMATS or not os.path.isfile(path):
        return False
    return any(sources.discover([path], settings.exclude)) and not _within(os.path.abspath(path), _own(settings))


def _files(path: str, settings: Settings) -> list[str]:
    from checker import sources

    if not os.path.isdir(path):
        return [path] if path == "-" or os.path.lexists(path) else []
    own = _own(settings)
    found = sources.discover([path], settings.exclude)
    return [f for f in map(as_given, found) if not _within(os.path.abspath(f), own)]


def would_find(folder: str, inner: str, settings: Settings) -> bool:
    """Whether ``listing`` would find the file ``inner`` in a folder."""
    from checker.sources.files import FORMATS, excluded

    parts, path = inner.replace(os.sep, "/").split("/"), os.path.normpath(os.path.join(folder, inner))
    known = os.path.splitext(inner)[1].lower() in FORMATS and not any(part.startswith(".") for part in parts)
    return known and not excluded(path, settings.exclude) and not _within(os.path.abspath(path), _own(settings))


def _own(settings: Settings) -> set[str]:
    """The files and folders that the settings are made of."""
    own = (settings.file, settings.entities, settings.baseline, settings.lock, *settings.rules)
    return {os.path.abspath(path) for path in own if path}


def _left_out(folder: str, own: set[str]) -> Iterator[Skipped]:
    """One note on all the files of a folder whose names say that they are of no format that is read."""
    from checker.sources.files import FORMATS

    kinds: Counter[str] = Counter()
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            kind = os.path.splitext(name)[1].lower()
            if (
                kind not in FORMATS
                and not name.startswith(".")
                and not _within(os.path.abspath(f"{where}/{name}"), own)
            ):
                kinds[kind or "no suffix"] += 1
    if kinds:
        count = f"{kinds.total()} file{'s' if kinds.total() > 1 else ''}"
        yield Skipped(
            folder, 0, f"{count} of other formats left out ({', '.join(sorted(kinds))}); name one to read it as text"
        )


def _within(path: str, kept: set[str]) -> bool:
    while path not in kept:
        above = os.path.dirname(path)
        if above == path:
            return False
        path = above
    return True


def lost(items: Sequence[Source | Skipped], file: str) -> Iterator[Source | Skipped]:
    """What a file that somebody named holds: if that is nothing though the file isn't empty, they should know."""
    nothing = not any(isinstance(item, Source) for item in items) and (file == "-" or not _empty(file))
    for item in items:
        yield replace(item, fatal=True) if nothing and isinstance(item, Skipped) else item


def _empty(file: str) -> bool:
    try:
        return os.stat(file).st_size == 0
    except OSError:
        return False


def as_given(path: str) -> str:
    """A path as reports show it."""
    return path if path == "-" else os.path.normpath(path).replace(os.sep, "/")


def _stdin(form: str) -> Iterator[Source | Skipped]:
    from checker.sources import read_text
    from checker.sources.decode import decode

    if sys.stdin is None:
        raise UserError("standard input is closed; give it something to read, or name files", "-")
    decoded = decode(sys.stdin.buffer.read())
    if isinstance(decoded, str):
        return iter([Skipped("-", 0, decoded)])
    return read_text(decoded[0], "-", form)
