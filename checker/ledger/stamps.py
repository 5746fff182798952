"""What keys are made of: a file's bytes, a file's stamp, the packs' reading part, the engine."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from functools import cache

import msgspec

from checker import __version__, compiled
from checker.digests import blake2b, sha256
from checker.packs import Packs

_WORD = 0xFFFFFFFFFFFFFFFF
_SETTLED = 2_000_000_000  # nanoseconds: a file younger than this may change again without its times changing


def stamp(path: str) -> bytes | None:
    """Size, times and number of a file, by which a change is noticed without reading it; None if it cannot be looked
    at."""
    try:
        known = os.stat(path)
    except OSError:
        return None
    said = (known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino)
    return b"".join((number & _WORD).to_bytes(8, "little") for number in said)


def settled(found: bytes, now: int | None = None) -> bool:
    """Whether the stamp is old enough to be relied on."""
    modified, changed = int.from_bytes(found[8:16], "little"), int.from_bytes(found[16:24], "little")
    return bool(max(modified, changed) + _SETTLED < (time.time_ns() if now is None else now))


def of_bytes(path: str) -> bytes:
    """The SHA-256 of a file. Raises OSError."""
    with open(path, "rb") as file:
        return sha256(file.read()).digest()


def reading(packs: Packs) -> bytes:
    """Of what claims depend on beside the source: the engine, and the packs without their rules."""
    data = msgspec.msgpack.encode([packs.attributes, packs.events, packs.lexicons, packs.names], order="deterministic")
    return blake2b(engine() + data, digest_size=16).digest()


def naming(state: bytes, entities: str) -> bytes:
    """Of what the rows of a corpus depend on: how claims are read, and what the entities file says of names."""
    return blake2b(state + _content(entities), digest_size=16).digest()


def _content(path: str) -> bytes:
    if not path:
        return b""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return path.encode("utf-8", "surrogateescape")


def of_file(digest: bytes, name: str, state: bytes) -> bytes:
    """The key of a reading: a name plays a part by its suffix, and by a date in it."""
    from checker.sources.dates import of_file as date_of

    base = os.path.basename(name)
    said = f"{os.path.splitext(base)[1].lower()}\0{date_of(base) or ''}"
    return blake2b(digest + state + said.encode("utf-8", "surrogateescape"), digest_size=16).digest()


@cache
def engine() -> bytes:
    """The version of the engine; in a checkout, where code changes without it, also what the files of the code say."""
    package = os.path.dirname(os.path.dirname(__file__))
    checkout = os.path.dirname(package)
    found = blake2b(__version__.encode(), digest_size=16)
    if os.path.isfile(os.path.join(checkout, "pyproject.toml")):
        files = [*_files(package, ".py"), *_files(os.path.join(checkout, "rules", "lexicons"), "")]
        said = "".join(f"{file}\0{known.st_size}\0{known.st_mtime_ns}\0" for file, known in sorted(files))
        found.update(said.encode("utf-8", "surrogateescape"))
    return found.digest()


def _files(folder: str, suffix: str) -> Iterator[tuple[str, os.stat_result]]:
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.endswith(suffix) and entry.is_file():
                yield entry.path, compiled.seen.get(entry.path) or entry.stat()
            elif name != "__pycache__" and "." not in name and entry.is_dir():
                yield from _files(entry.path, suffix)
