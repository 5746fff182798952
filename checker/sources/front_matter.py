"""Front matter: the YAML (or TOML-like) head of a Markdown file, as a record with positions."""

from __future__ import annotations

import re
from typing import Any

from checker import lazy
from checker.model import Block, Field, Record
from checker.sources.document import Document
from checker.sources.spans import Pieces

_HEAD = lazy.compile(r"\s*(---|\+\+\+)[ \t]*\n(?:(.*?)\n)??\1[ \t]*(?:\n|\Z)", re.S)
_SIMPLE = lazy.compile(
    r"([A-Za-z_][\w .:-]*?)[ \t]*[:=][ \t]+(?:\"([^\"\\\n]*)\"|'([^'\n]*)'|([^\s\"'\[{&*!|>%@`#][^\n#]*?))[ \t]*\n"
)
_LOOSE = lazy.compile(r"[ \t]*([A-Za-z_][\w .-]{0,60}?)[ \t]*[:=][ \t]*([^\n]*?)[ \t]*(?:\n|\Z)")
_KEYED = lazy.compile(r"(?:\s*+#[^\n]*\n)*+\s*+[\"']?[\w-]{1,40}(?:[ .][\w-]{1,40}){0,3}[\"']?\s*[:=]")
_LONGEST = 1 << 18


def split(text: str, document: Document) -> tuple[Record | None, int]:
    """The front matter of ``text`` (None without one) and where the text goes on."""
    if not text.lstrip(" \n").startswith(("---", "+++")):
        return None, 0
    match = _HEAD.match(text, 0, _LONGEST)
    if match is None:
        if re.match(r"\s*---[ \t]*\n[\w ]+:", text):
            document.notes.append((0, "front matter that is never closed: add a line --- after it"))
        return None, 0
    start, end = match.span(2) if match[2] is not None else (match.end(1), match.end(1))
    if match[2] is not None and not _KEYED.match(match[2]):
        return None, 0
    return _record(text, start, end, document), match.end()


def _record(text: str, start: int, end: int, document: Document) -> Record:
    simple = _simple(text, start, end)
    if simple is not None:
        return simple
    try:
        return _yaml(text, start, end)
    except _NotYamlError as bad:
        document.notes.append((bad.offset, f"front matter is not YAML ({bad.reason}): read line by line"))
        return _loose(text, start, end)


def _simple(text: str, start: int, end: int) -> Record | None:
    """Lines of ``key: value`` alone, which need no YAML parser."""
    record, at = Record("front_matter", []), start
    while at < end:
        match = _SIMPLE.match(text, at)
        if match is None or match.end() > end + 1 or ": " in (match[4] or ""):
            return None
        group = 2 if match[2] is not None else 3 if match[3] is not None else 4
        record.fields.append(Field(match[1], _field(match[group], ((0, match.start(group)),))))
        at = match.end()
    return record


def _loose(text: str, start: int, end: int) -> Record:
    record = Record("front_matter", [])
    for match in _LOOSE.finditer(text, start, end):
        value = match[2].strip("\"'")
        if value:
            record.fields.append(Field(match[1], _field(value, ((0, match.start(2) + match[2].find(value)),))))
    return record


def _field(text: str, pieces: Pieces) -> Block:
    return Block("field", text, pieces)


class _NotYamlError(Exception):
    def __init__(self, offset: int, reason: str) -> None:
        self.offset, self.reason = offset, reason


def _yaml(text: str, start: int, end: int) -> Record:
    """By the YAML parser's nodes, which know where they stand."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text[start:end], Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _NotYamlError(start + (mark.index if mark else 0), error.problem or "unreadable") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _NotYamlError(start, str(error).splitlines()[0]) from None
    if not isinstance(node, yaml.MappingNode):
        raise _NotYamlError(start, "no keys and values")
    return _mapping(text, start, node, 0)


def _mapping(text: str, start: int, node: Any, depth: int) -> Record:
    record = Record("front_matter", [])
    for key, value in node.value:
        if isinstance(key.value, str):
            _fill(text, start, record, key.value, value, depth)
    return record


def _fill(text: str, start: int, record: Record, name: str, node: Any, depth: int) -> None:
    """One key's value; a list is a field for each of its members."""
    if depth > 20:
        return
    if node.id == "scalar":
        if node.value:
            record.fields.append(Field(name, _scalar(text, start, node)))
    elif node.id == "sequence":
        for member in node.value:
            _fill(text, start, record, name, member, depth + 1)
    else:
        record.fields.append(Field(name, _mapping(text, start, node, depth + 1)))


def _scalar(text: str, start: int, node: Any) -> Block:
    """A scalar's characters found one after the other in what stands in the file."""
    at, end = start + node.start_mark.index, start + node.end_mark.index
    found = text.find(node.value, at, end)
    if found >= 0:
        return _field(node.value, ((0, found),))
    value = " ".join(node.value.split())
    pieces: list[tuple[int, int]] = []
    for offset, char in enumerate(value):
        place = text.find(char, at, end) if not char.isspace() else at
        if place < 0:
            place = min(at, end - 1)
        if not pieces or place != pieces[-1][1] + offset - pieces[-1][0]:
            pieces.append((offset, place))
        at = place + 1
    return _field(value, tuple(pieces) or ((0, at),))
