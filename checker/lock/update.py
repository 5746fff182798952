"""The lock renewed: what was read anew in place of what was kept of the same files; the difference, in words."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from checker.errors import UserError
from checker.lock.lines import ClaimLine, Lock, SourceLine, _decoded


class Fresh(Struct):
    """What a file gave now: its lines."""

    file: str
    sources: list[SourceLine]
    claims: list[ClaimLine]


def renewed(lock: Lock, fresh: Iterable[Fresh], gone: Iterable[str]) -> Lock:
    """The lock with these files' lines in place of their earlier ones, and without the files that are gone."""
    raw = dict(lock.raw)
    for name in gone:
        raw.pop(name, None)
    for one in fresh:
        raw[lock.name(one.file)] = [(0, line) for line in _sorted(one)]
    return Lock(lock.path, raw)


def _sorted(fresh: Fresh) -> list[bytes]:
    lines: list[tuple[tuple[str, int, int, int, str, bytes], bytes]] = []
    for source in fresh.sources:
        lines.append(((source.source, 0, 0, 0, "", b""), msgspec.json.encode(source)))
    for claim in fresh.claims:
        data = msgspec.json.encode(claim)
        lines.append(((claim.source, 1, claim.line, claim.column, claim.attribute, data), data))
    return [data for _, data in sorted(lines)]


def save(lock: Lock) -> bool:
    """Write the lock, whole or not at all; whether anything changed. Raises UserError."""
    data = b"".join(line + b"\n" for name in sorted(lock.raw) for _, line in lock.raw[name])
    try:
        with open(lock.path, "rb") as known:
            if known.read() == data:
                return False
    except OSError:
        pass
    fresh = ""
    try:
        handle, fresh = tempfile.mkstemp(dir=lock.folder, prefix=".factlint")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(fresh, 0o644)
        os.replace(fresh, lock.path)
    except OSError as error:
        if fresh and os.path.exists(fresh):
            os.unlink(fresh)
        raise UserError(f"cannot be written: {error.strerror}", lock.path) from None
    return True


def diff(old: Lock, new: Lock) -> Iterator[str]:
    """What a new lock would change, a line each: "+ …", "- …"; files in order."""
    for name in sorted({*old.raw, *new.raw}):
        before, after = old.raw.get(name, []), new.raw.get(name, [])
        if [line for _, line in before] == [line for _, line in after]:
            continue
        was, is_ = _claims(before, old.path), _claims(after, new.path)
        lines = [f"- {told}" for key, told in was if key not in {k for k, _ in is_}]
        lines += [f"+ {told}" for key, told in is_ if key not in {k for k, _ in was}]
        if not after:
            lines = ["- all of it: no such file now"]
        yield from (f"{name}: {line}" for line in lines or ["read anew, the same claims"])


def _claims(lines: list[tuple[int, bytes]], path: str) -> list[tuple[tuple[str, str], str]]:
    found = []
    for number, line in lines:
        entry = _decoded(line, path, number)
        if isinstance(entry, ClaimLine):
            told = (
                f"{entry.line}: {entry.subject.name}: {entry.attribute}: {entry.value.text or entry.value.edtf or ''}"
            )
            mark = " (struck)" if entry.struck is not None else " (edited)" if entry.by_hand() else ""
            found.append(((entry.source, entry.own_key() + mark), f"{told}  ({entry.reader}){mark}"))
    return found
