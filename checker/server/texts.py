"""Where things stand: paths and URIs, our lines and columns (from 1, characters), the editor's (from 0, its units)."""

from __future__ import annotations

import os
from functools import lru_cache

from lsprotocol import types
from pygls import uris
from pygls.workspace import PositionCodec, Workspace

from checker.model import Claim, Span


def path_of(uri: str) -> str:
    """The path of a file's URI, relative to here where it lies below; "" for what is no file."""
    path = uris.to_fs_path(uri) if uri.startswith("file:") else None
    if not path:
        return ""
    try:
        inner = os.path.relpath(os.path.realpath(path), os.path.realpath("."))
    except ValueError:  # on another drive
        inner = path
    return (path if inner.startswith("..") else inner).replace(os.sep, "/")


def uri_of(source: str) -> str:
    """The URI of a source's file."""
    return uris.from_fs_path(os.path.abspath(source.partition("#")[0])) or ""


class Texts:
    """The lines of files, as the editor has them open or as they lie on the disk."""

    def __init__(self, workspace: Workspace) -> None:
        self._open = {path_of(uri): doc.source for uri, doc in workspace.text_documents.items()}
        self._codec: PositionCodec = workspace.position_codec

    def line(self, path: str, number: int) -> str:
        """A line (from 1) without its end; "" where there is none."""
        text = self._open.get(path)
        raw, starts = (text, _starts(text)) if text is not None else _file(path, _stamp(path))
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else len(raw)
        return raw[starts[number - 1] : end].rstrip("\r")

    def range(self, source: str, span: Span) -> types.Range:
        """A span as the editor counts."""
        path = source.partition("#")[0]
        start = self._position(path, span.line, span.column)
        end = self._position(path, span.end_line, span.end_column)
        return types.Range(start, max(start, end, key=lambda p: (p.line, p.character)))

    def location(self, claim: Claim) -> types.Location:
        """Where a claim stands."""
        return types.Location(uri_of(claim.source), self.range(claim.source, claim.span))

    def place(self, path: str, position: types.Position) -> tuple[int, int]:
        """The line and column (from 1, in characters) of a position of the editor."""
        units, column = 0, 1
        for character in self.line(path, position.line + 1):
            units += self._codec.client_num_units(character)
            if units > position.character:
                break
            column += 1
        return position.line + 1, column

    def _position(self, path: str, line: int, column: int) -> types.Position:
        before = self.line(path, line)[: column - 1]
        return types.Position(line - 1, self._codec.client_num_units(before))


def within(span: Span, place: tuple[int, int]) -> bool:
    """Whether a place (line, column) lies in a span, its end included, as a cursor can stand behind a word."""
    return (span.line, span.column) <= place <= (span.end_line, span.end_column)


@lru_cache(maxsize=1)
def _starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _stamp(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=64)
def _file(path: str, stamp: tuple[int, int]) -> tuple[str, list[int]]:
    from checker.sources.decode import decode

    try:
        with open(path, "rb") as file:
            decoded = decode(file.read())
    except OSError:
        return "", [0]
    raw = "" if isinstance(decoded, str) else decoded[0]
    return raw, _starts.__wrapped__(raw)
