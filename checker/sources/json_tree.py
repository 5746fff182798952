"""JSON with positions: every string knows where it stands."""

from __future__ import annotations

import re

from msgspec import Struct

from checker import lazy
from checker.sources.document import BadJsonError
from checker.sources.spans import Pieces

_SPACE = lazy.compile(r"[ \t\n\r]*")
_STRING = lazy.compile(r'"((?:[^"\\]|\\.)*+)"', re.S)
_SCALAR = lazy.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity")
_ESCAPE = lazy.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.S)
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_DEEP = 200


class Leaf(Struct):
    """A string (without its quotes) or another scalar at ``start:end`` of the text."""

    text: str
    pieces: Pieces
    quoted: bool


class Tree(Struct):
    """An object."""

    members: list[tuple[Leaf, Node]]
    start: int
    end: int

    def get(self, name: str) -> Node | None:
        """The first member of that name."""
        return next((value for key, value in self.members if key.text == name), None)


class Row(Struct):
    """An array."""

    items: list[Node]
    start: int
    end: int


Node = Leaf | Tree | Row


def parse(text: str, start: int = 0, end: int | None = None) -> Node:
    """The one value in ``text[start:end]``. Raises BadJsonError."""
    end = len(text) if end is None else end
    node, at = _value(text, _skip(text, start, end), end, 0)
    at = _skip(text, at, end)
    if at < end:
        raise BadJsonError(at, "something follows the end of the JSON value")
    return node


def _skip(text: str, at: int, end: int) -> int:
    match = _SPACE.match(text, at, end)
    return match.end() if match else at


def _value(text: str, at: int, end: int, depth: int) -> tuple[Node, int]:
    if depth > _DEEP:
        raise BadJsonError(at, "nested too deeply")
    first = text[at : min(at + 1, end)]
    if first == '"':
        return _string(text, at, end)
    if first == "{":
        return _object(text, at, end, depth)
    if first == "[":
        return _array(text, at, end, depth)
    match = _SCALAR.match(text, at, end)
    if match is None:
        raise BadJsonError(at, "expected a value" if at < end else "it ends too early")
    return Leaf(match.group(), ((0, at),), False), match.end()


def _string(text: str, at: int, end: int) -> tuple[Leaf, int]:
    match = _STRING.match(text, at, end)
    if match is None:
        raise BadJsonError(at, "a string that is never closed")
    inside = match[1]
    if "\\" not in inside:
        return Leaf(inside, ((0, at + 1),), True), match.end()
    out: list[str] = []
    pieces: list[tuple[int, int]] = []
    size, done = 0, at + 1
    for escape in _ESCAPE.finditer(text, at + 1, match.end() - 1):
        if escape.start() > done:
            pieces.append((size, done))
            out.append(text[done : escape.start()])
            size += escape.start() - done
        pieces.append((size, escape.start()))
        char = _unescaped(escape.group())
        out.append(char)
        size += len(char)
        done = escape.end()
    if done < match.end() - 1:
        pieces.append((size, done))
        out.append(text[done : match.end() - 1])
    return Leaf("".join(out), tuple(pieces) or ((0, at + 1),), True), match.end()


def _unescaped(escape: str) -> str:
    if len(escape) == 12:
        high, low = int(escape[2:6], 16), int(escape[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
    if len(escape) == 6:
        code = int(escape[2:], 16)
        return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)
    return _SHORT.get(escape[1], escape[1])


def _object(text: str, start: int, end: int, depth: int) -> tuple[Tree, int]:
    tree = Tree([], start, start)
    at = _skip(text, start + 1, end)
    while not text.startswith("}", at, end):
        if not text.startswith('"', at, end):
            raise BadJsonError(at, "expected a key in double quotes")
        key, at = _string(text, at, end)
        at = _skip(text, at, end)
        if not text.startswith(":", at, end):
            raise BadJsonError(at, "expected a colon after the key")
        value, at = _value(text, _skip(text, at + 1, end), end, depth + 1)
        tree.members.append((key, value))
        at = _comma(text, at, end, "}")
    tree.end = at + 1
    return tree, at + 1


def _array(text: str, start: int, end: int, depth: int) -> tuple[Row, int]:
    row = Row([], start, start)
    at = _skip(text, start + 1, end)
    while not text.startswith("]", at, end):
        value, at = _value(text, at, end, depth + 1)
        row.items.append(value)
        at = _comma(text, at, end, "]")
    row.end = at + 1
    return row, at + 1


def _comma(text: str, at: int, end: int, close: str) -> int:
    """Past a comma, or at the closing bracket; a comma before the bracket is forgiven."""
    at = _skip(text, at, end)
    if text.startswith(",", at, end):
        return _skip(text, at + 1, end)
    if not text.startswith(close, at, end):
        raise BadJsonError(at, f"expected , or {close}" if at < end else "it ends too early")
    return at
