"""The lock's file: JSON Lines. One line a source (its hash, who read it and when), one line a claim, sorted.

Lines stand for themselves, so that branches merge and diffs read well. A claim's ``key`` is made of what it said when
it was read: a line whose words no longer give its key was edited by somebody, and says so. ``struck`` is why a claim
is left out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from checker import lazy
from checker.contract import SubjectEntry, ValueEntry
from checker.digests import blake2b
from checker.errors import UserError
from checker.model import Modality, Suppression

_PREFIX = lazy.compile(rb'\{"source":"([^"\\]*)",')


class SourceLine(Struct, omit_defaults=True, forbid_unknown_fields=True):
    """One source as it was read. ``readers`` has what each says of itself: model, hash of the prompt, version."""

    source: str  # relative to the lock, with "#id" for one of several in a file
    sha256: str
    readers: dict[str, dict[str, str]] = {}
    date: str = ""
    format: str = ""
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    notes: list[tuple[int, str]] = []
    file_sha256: str = ""  # where the file holds more than this source
    skipped: list[tuple[str, int, str]] = []  # what else of the file was not read: (part, line, reason)
    suppressions: tuple[Suppression, ...] = ()


class ClaimLine(Struct, omit_defaults=True, forbid_unknown_fields=True):
    """One claim of a source. ``id`` only where it is not made of the content."""

    source: str
    line: int
    column: int
    subject: SubjectEntry
    attribute: str
    value: ValueEntry
    qualifiers: dict[str, str] = {}
    modality: Modality = "asserted"
    quote: str = ""
    end_line: int = 0
    end_column: int = 0
    mark: tuple[int, int] | None = None
    rule: str = ""
    reader: str = "rules"
    witnesses: list[str] = []
    confidence: float = 1.0
    id: str = ""
    key: str = ""
    edited: str = ""  # who changed it, or why; "" where nobody said
    struck: str | None = None  # why it is left out

    def own_key(self) -> str:
        """The key that what the line says now would have."""
        said = (self.subject, self.attribute, self.value, sorted(self.qualifiers.items()), self.modality)
        return "k" + blake2b(msgspec.json.encode(said, order="deterministic"), digest_size=6).hexdigest()

    def by_hand(self) -> bool:
        """Whether somebody changed, wrote or struck this line."""
        return self.struck is not None or bool(self.edited) or self.key != self.own_key()


class Locked(Struct):
    """What the lock has of one file: its sources and claims, in the order of the file."""

    sources: list[SourceLine]
    claims: list[ClaimLine]

    @property
    def sha256(self) -> str:
        """The hash of the file that was read."""
        return (self.sources[0].file_sha256 or self.sources[0].sha256) if self.sources else ""


class Lock:
    """The lines of a lock by file; they are decoded when they are asked for."""

    def __init__(self, path: str, raw: dict[str, list[tuple[int, bytes]]]) -> None:
        self.path = path
        self.folder = os.path.dirname(os.path.abspath(path))
        self.raw = raw

    def name(self, file: str) -> str:
        """What a file is called in the lock."""
        return os.path.relpath(os.path.abspath(file), self.folder).replace(os.sep, "/")

    def get(self, file: str) -> Locked | None:
        """What is kept of a file, if anything is. Raises UserError for a line that is wrong."""
        lines = self.raw.get(self.name(file))
        if not lines:
            return None
        found = Locked([], [])
        for number, line in lines:
            entry = _decoded(line, self.path, number)
            if isinstance(entry, SourceLine):
                found.sources.append(entry)
            else:
                found.claims.append(entry)
        return found


def load(path: str) -> Lock:
    """The lock at this path; empty where there is none. Raises UserError."""
    try:
        data = Path(path).read_bytes() if path else b""
    except FileNotFoundError:
        data = b""
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror}", path) from None
    raw: dict[str, list[tuple[int, bytes]]] = {}
    for number, name, line in _named(data, path):
        raw.setdefault(name.partition("#")[0], []).append((number, line))
    return Lock(path, raw)


def _named(data: bytes, path: str) -> Iterator[tuple[int, str, bytes]]:
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        found = _PREFIX.match(line)
        if found:
            yield number, found[1].decode("utf-8", "replace"), line
        else:
            yield number, _decoded(line, path, number).source, line


_SOURCE = msgspec.json.Decoder(SourceLine)
_CLAIM = msgspec.json.Decoder(ClaimLine)


def _decoded(line: bytes, path: str, number: int) -> SourceLine | ClaimLine:
    if line[:7] in (b"<<<<<<<", b"=======", b">>>>>>>"):
        raise UserError("a merge that is not resolved: keep the lines that hold, and run factlint lock", path, number)
    try:
        entry: Any = (_CLAIM if b'"attribute"' in line else _SOURCE).decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError(f"not a line of a lock: {error!s}", path, number) from None
    if isinstance(entry, ClaimLine) and entry.struck is not None and not entry.struck.strip():
        raise UserError('struck without a reason; say why, as in "struck": "the photo\'s date"', path, number)
    return entry  # type: ignore[no-any-return]
