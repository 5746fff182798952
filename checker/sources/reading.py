"""From a file to its sources: decode, mend, parse by format, and point every block back to the file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib import import_module

from checker import digests
from checker.errors import UserError
from checker.model import Lines, Skipped, Source
from checker.sources import dates, overlong
from checker.sources.decode import decode
from checker.sources.document import BadJsonError, Document
from checker.sources.files import format_of
from checker.sources.repair import repaired
from checker.sources.spans import Pieces, moved, origin
from checker.sources.suppressions import suppressions

_PARSERS = {"text": "text", "markdown": "markdown", "html": "html", "csv": "delimited"}  # format to its module
_COMMENTED = ("text", "markdown", "html")  # formats in which a source can say something aside


def read(path: str, *, root: str | None = None) -> Iterator[Source | Skipped]:
    """The sources of one file: one, or one a record in JSON (``path#id``); what can't be read is a Skipped.

    ``path`` is shown as given and opened beneath ``root``. Raises UserError if it does not exist or is a folder.
    """
    place = os.path.join(root, path) if root else path
    try:
        with open(place, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise UserError("no such file: check the path", path) from None
    except IsADirectoryError:
        raise UserError("a folder, not a file: name the files in it, or let them be discovered", path) from None
    except OSError as error:
        yield Skipped(path, 1, f"could not be opened: {error.strerror or error}")
        return
    yield from read_bytes(data, path)


def read_bytes(data: bytes, path: str) -> Iterator[Source | Skipped]:
    """As ``read``, of a file whose bytes are at hand."""
    decoded = decode(data)
    if isinstance(decoded, str):
        yield Skipped(path, 1, decoded)
        return
    raw, note = decoded
    yield from _sources(raw, path, format_of(path, raw), digests.sha256(data).hexdigest(), note)


def read_text(text: str, path: str, format: str) -> Iterator[Source | Skipped]:
    """The sources of a text at hand, such as standard input. ``format`` as in ``Source.format``, or "" to find out."""
    raw = text.removeprefix("\ufeff")
    sha256 = digests.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
    yield from _sources(raw, path, format or format_of(path, raw), sha256, "")


def _sources(raw: str, path: str, format: str, sha256: str, note: str) -> Iterator[Source | Skipped]:
    clean, pieces = repaired(raw)
    if not clean.strip():
        yield Skipped(path, 1, "empty: nothing to read")
        return
    if format in ("json", "jsonl"):
        yield from _records(raw, clean, pieces, path, format, sha256, note)
        return
    if format not in _PARSERS:
        raise UserError(f"unknown format {format!r}: use one of {', '.join([*_PARSERS, 'json', 'jsonl'])}", path)
    parse: Callable[[str], Document] = import_module(f"checker.sources.{_PARSERS[format]}").parse
    yield _source(raw, pieces, parse(clean), path, format, sha256, note)


def _records(
    raw: str, clean: str, pieces: Pieces | None, path: str, format: str, sha256: str, note: str
) -> Iterator[Source | Skipped]:
    from checker.sources import feeds

    lines = Lines(raw)
    taken: set[str] = set()
    try:
        for entry in feeds.read_json(clean) if format == "json" else feeds.read_lines(clean):
            if isinstance(entry, tuple):
                line, column = lines.place(origin(pieces, entry[0]) if pieces else entry[0])
                yield Skipped(path, line, f"{entry[1]} (column {column})")
                continue
            name, hashed = path, sha256
            if entry.name is not None:
                name = _unused(f"{path}#{entry.name}", taken)
                line = lines.place(origin(pieces, entry.start) if pieces else entry.start)[0]
                # the line belongs to what is hashed: claims kept for a record say where it stands
                hashed = digests.sha256(
                    f"{line}\n{clean[entry.start : entry.end]}".encode("utf-8", "surrogatepass")
                ).hexdigest()
            yield _source(raw, pieces, entry.document, name, format, hashed, note)
    except BadJsonError as bad:
        line, column = lines.place(origin(pieces, bad.offset) if pieces else bad.offset)
        yield Skipped(path, line, f"not JSON: {bad.reason} (column {column})")


def _unused(name: str, taken: set[str]) -> str:
    """Two records with one id: the second gets a number."""
    number, unused = 2, name
    while unused in taken:
        unused, number = f"{name}~{number}", number + 1
    taken.add(unused)
    return unused


def _source(
    raw: str, pieces: Pieces | None, document: Document, path: str, format: str, sha256: str, note: str
) -> Source:
    overlong.set_aside(document)
    if pieces is not None:
        moved(document.parts, pieces)
    document.offer("published", dates.of_file(os.path.basename(path.split("#")[0])), 90)
    notes = [Skipped(path, 1, note)] if note else []
    if document.notes:
        lines = Lines(raw)
        for at, reason in document.notes:
            notes.append(Skipped(path, lines.place(origin(pieces, at) if pieces else at)[0], reason))
    if not document.parts:
        notes.append(Skipped(path, 1, "no text was found in it"))
    return Source(
        path=path,
        format=format,
        sha256=sha256,
        raw=raw,
        parts=document.parts,
        title=document.known("title"),
        published=document.known("published"),
        publisher=document.known("publisher"),
        author=document.known("author"),
        url=document.known("url"),
        notes=tuple(notes),
        suppressions=suppressions(raw) if format in _COMMENTED else (),
    )
