"""The baseline's file: JSON Lines, one accepted finding a line, sorted by id.

A line stands for itself, so that branches merge by keeping both sides' lines; ids are hashes, so that what two branches
add rarely falls on one place. Two entries for one finding are one: the later acceptance counts.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from checker.errors import UserError


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One accepted finding. ``id`` changes with the finding's positions, ``fact`` does not.

    What follows ``sources`` is the acceptance, what stands before is there for those who read the file and its diffs.
    """

    id: str
    rule: str
    fact: str
    subject: str = ""
    attribute: str = ""
    positions: list[str] = []
    sources: list[str] = []
    who: str = ""
    when: str = ""
    why: str = ""
    expires: str = ""


class Line(Struct, frozen=True):
    """An entry and the line that it stands on."""

    entry: Entry
    line: int


def load(path: str, *, new: bool = False) -> list[Line]:
    """The entries of a file, sorted by id; none for "" and, where it may be ``new``, for one that is not there.

    Raises UserError with the line of what is wrong.
    """
    if not path:
        return []
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        if new:
            return []
        raise UserError("no such baseline; factlint baseline writes one", path) from None
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path) from None
    held: dict[str, Line] = {}
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            entry = _entry(line, path, number)
            known = held.get(entry.id)
            if known is None or _later(known.entry) <= _later(entry):
                held[entry.id] = Line(entry, number)
    return [held[id_] for id_ in sorted(held)]


def dump(entries: Iterable[Entry]) -> str:
    """The file's text: the same for the same entries, whatever their order."""
    once = {entry.id: entry for entry in sorted(entries, key=_later)}
    return "".join(msgspec.json.encode(once[id_]).decode() + "\n" for id_ in sorted(once))


def save(path: str, entries: Iterable[Entry]) -> None:
    """Write the file, whole or not at all."""
    from pathlib import Path

    target, text = Path(path), dump(entries)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(text.encode())
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise UserError(f"the baseline cannot be written: {error.strerror}", path) from None


def day(text: str) -> str:
    """An ISO date as such. Raises ValueError for anything else."""
    from datetime import date

    return date.fromisoformat(text).isoformat()


def _entry(line: bytes, path: str, number: int) -> Entry:
    if line.startswith((b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")):
        raise UserError("a merge is not finished here; keep the lines of both sides and delete the marks", path, number)
    try:
        entry = msgspec.json.decode(line, type=Entry)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError(f"not an entry of a baseline: {str(error).splitlines()[0]}", path, number) from None
    for name in ("when", "expires"):
        text = getattr(entry, name)
        try:
            _ = text and day(text)
        except ValueError:
            raise UserError(
                f"{name}: {text!r} is no date; write it as 2026-05-19, or leave it empty", path, number
            ) from None
    return entry


def _later(entry: Entry) -> tuple[str, bytes]:
    return entry.when, msgspec.json.encode(entry)
