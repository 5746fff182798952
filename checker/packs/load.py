"""From files to one set of packs: found, read, checked, put on each other.

What was once checked is kept (``checker.packs.kept``), keyed by the bytes of all files: a start costs little then.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence

import msgspec

from checker import lazy
from checker.digests import sha256
from checker.errors import UserError
from checker.packs import kept
from checker.packs.schema import Packs

SUFFIXES = (".yaml", ".yml")
LIMIT = 4_000_000  # bytes of one pack


def shipped() -> str:
    """The folder of the packs that ship: in the wheel beside the package, else in the checkout."""
    package = os.path.dirname(os.path.dirname(__file__))
    inside = os.path.join(package, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "rules")


def load(paths: Sequence[str] | None = None) -> Packs:
    """The packs of these files and folders (None: those that ship), as one.

    A path may be the name of an installed package's entry point (group ``factlint.packs``). Raises UserError, with
    every fault of every file in it, for what is missing, broken or not understood.
    """
    read = [(path, _bytes(path)) for path in files([shipped()] if paths is None else paths)]
    read += _extended(read)
    digest = sha256(
        b"\0".join(part for path, data in read for part in (path.encode(), sha256(data).digest()))
    ).hexdigest()
    found = kept.get(digest)
    if found is None:
        from checker.packs.build import build

        found = msgspec.structs.replace(build(read), files=[path for path, _ in read], digest=digest)
        kept.put(digest, found)
    return found


def files(paths: Iterable[str]) -> list[str]:
    """The files that these paths name, each once."""
    return list(_files(paths))


def _files(paths: Iterable[str]) -> Iterable[str]:
    seen: set[str] = set()
    for path in paths:
        for file in _of(str(path)):
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def _of(path: str) -> list[str]:
    if os.path.isdir(path):
        found = sorted(name for name in os.listdir(path) if name.endswith(SUFFIXES))
        if not found:
            raise UserError("no rule packs in this folder (*.yaml); name another", path)
        return [os.path.join(path, name) for name in found]
    if os.path.isfile(path):
        return [path]
    found = installed(path)
    if found:
        return found
    raise UserError("no such rule pack: no file, folder or installed package of that name", path)


def installed(name: str) -> list[str]:
    """The files of the pack that an installed package offers by this name."""
    if not name.isidentifier():
        return []
    from importlib.metadata import entry_points

    for entry in entry_points(group="factlint.packs", name=name):
        module = entry.load()
        place = module if isinstance(module, (str, os.PathLike)) else next(iter(getattr(module, "__path__", [])), "")
        return _of(str(place)) if place else []
    return []


def _bytes(path: str) -> bytes:
    try:
        size = os.stat(path).st_size
        if size > LIMIT:
            raise UserError(f"{size:,} bytes; a pack has at most {LIMIT:,}: split it", path)
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path) from None


def _extended(read: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """The files that packs extend, by path or as an installed pack that is not loaded, and theirs."""
    have = {os.path.realpath(path) for path, _ in read}
    names = {found[1] for _, data in read if (found := _NAME.search(data))}
    more: list[tuple[str, bytes]] = []
    ahead = list(read)
    while ahead:
        path, data = ahead.pop(0)
        if b"extends" not in data:
            continue
        for name, place in _extends(data, path):
            for file in _meant(name, path, place, names):
                if os.path.realpath(file) not in have:
                    have.add(os.path.realpath(file))
                    more.append((file, _bytes(file)))
                    ahead.append(more[-1])
    return more


_NAME = lazy.compile(rb"^pack:\s*(\w+)", re.MULTILINE)


def _meant(name: str, path: str, place: tuple[int, int], loaded: set[bytes]) -> list[str]:
    """The files of what a pack extends; none where it is loaded, or nowhere, which is said when packs are built."""
    if not name.endswith(SUFFIXES):
        return installed(name) if name.encode() not in loaded else []
    file = os.path.join(os.path.dirname(path), name)
    if not os.path.isfile(file):
        raise UserError(f"extends {name!r}, which is no file beside it", path, *place)
    return [file]


def _extends(data: bytes, path: str) -> list[tuple[str, tuple[int, int]]]:
    """What a pack extends, each with its place."""
    from checker.packs.document import Document

    document = Document(data.decode("utf-8-sig", "replace"), path)
    names = document.data.get("extends", []) if isinstance(document.data, dict) else []
    given = enumerate(names) if isinstance(names, list) else ()
    return [(name, document.at(("extends", index))) for index, name in given if isinstance(name, str)]
