"""Markdown: blocks by lines, every line a span of the text, so that nothing loses its place."""

from __future__ import annotations

import re

from checker import lazy
from checker.model import Block, Part, Table
from checker.sources import grid, pairs
from checker.sources.document import Document
from checker.sources.front_matter import split
from checker.sources.header import look
from checker.sources.inline import stripped
from checker.sources.metadata import fields
from checker.sources.spans import Span, joined, piece_of

_LINE = lazy.compile(r"[^\n]*\n|[^\n]+$")
_FENCE = lazy.compile(r"\s{0,3}(`{3,}|~{3,})")
_HEADING = lazy.compile(r"\s{0,3}(#{1,6})(?:[ \t]+|$)")
_UNDERLINE = lazy.compile(r"\s{0,3}(=+|-{2,})\s*$")
_BREAK = lazy.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_ITEM = lazy.compile(r"(\s*)([-*+•]|\d{1,9}[.)]|\([a-z\d]{1,3}\))([ \t]+)(?=\S)")
_QUOTE = lazy.compile(r"\s{0,3}>[ ]?")
_FOOTNOTE = lazy.compile(r"\s{0,3}\[\^([^\]\s]{1,40})\]:[ \t]*")
_REFERENCE = lazy.compile(r"\s{0,3}\[[^\]\[^]{1,100}\]:\s+\S+(?:\s+[\"'(].*)?$")
_TAG_LINE = lazy.compile(r"\s{0,3}</?[a-zA-Z][^<>]*>\s*$")
_TASK = lazy.compile(r"\[[ xX]\]\s+")
_DEEP = 12


def parse(text: str) -> Document:
    """Read Markdown, with front matter where there is some."""
    document = Document()
    record, start = split(text, document)
    if record is not None:
        document.parts.append(record)
        fields(document, record, 0)
    if "<!--" in text:
        text = _without_comments(text)
    lines = [_bare(text, *match.span()) for match in _LINE.finditer(text, start)]
    document.parts += _Reader(text).read(lines)
    look(document)
    return document


def _without_comments(text: str) -> str:
    """Comments become blanks, so that nothing moves."""
    out: list[str] = []
    done = 0
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        out += [text[done:start], re.sub(r"[^\n]", " ", text[start : end + 3])]
        done = end + 3
    return "".join([*out, text[done:]])


def _bare(text: str, start: int, end: int) -> Span:
    return start, start + len(text[start:end].rstrip())


class _Reader:
    """Reads runs of lines; a quote or a list item is read by a reader of its own, its lines without their markers."""

    def __init__(self, text: str, kind: str = "paragraph", level: int = 0, depth: int = 0) -> None:
        self.text, self.kind, self.level, self.depth = text, kind, level, depth
        self.parts: list[Part] = []

    def read(self, lines: list[Span]) -> list[Part]:
        """The parts of ``lines``."""
        at = 0
        while at < len(lines):
            at = self._next(lines, at)
        return self.parts

    def _next(self, lines: list[Span], at: int) -> int:
        start, end = lines[at]
        if start >= end or self.text[start:end].isspace():
            return at + 1
        text = self.text
        if _FENCE.match(text, start, end):
            return self._fence(lines, at)
        heading = _HEADING.match(text, start, end)
        if heading:
            self._heading((heading.end(), end), len(heading[1]))
            return at + 1
        if _BREAK.match(text, start, end) or _REFERENCE.match(text, start, end):
            return at + 1
        if self.depth < _DEEP:
            if _QUOTE.match(text, start, end):
                return self._quote(lines, at)
            if _ITEM.match(text, start, end):
                return self._item(lines, at)
            if _FOOTNOTE.match(text, start, end):
                return self._footnote(lines, at)
        return (
            self._table(lines, at)
            or self._definitions(lines, at)
            or self._pairs(lines, at)
            or self._paragraph(lines, at)
        )

    def _fence(self, lines: list[Span], at: int) -> int:
        fence = _FENCE.match(self.text, *lines[at])
        mark = fence[1] if fence else ""
        for number in range(at + 1, len(lines)):
            if self.text[slice(*lines[number])].strip().startswith(mark):
                return number + 1
        return len(lines)

    def _heading(self, span: Span, level: int) -> None:
        start, end = span
        end = start + len(self.text[start:end].rstrip("# \t"))
        if start < end:
            self._add(self._block("heading", [(start, end)], level))

    def _quote(self, lines: list[Span], at: int) -> int:
        inner: list[Span] = []
        while at < len(lines) and lines[at][0] < lines[at][1]:
            mark = _QUOTE.match(self.text, *lines[at])
            if mark is None and (not inner or self._opens(lines[at])):
                break
            inner.append((mark.end() if mark else lines[at][0], lines[at][1]))
            at += 1
        self._inside(inner, "quote", 0)
        return at

    def _item(self, lines: list[Span], at: int) -> int:
        """A list item with its nested blocks: lines indented beneath it, and those that lazily run on."""
        mark = _ITEM.match(self.text, *lines[at])
        if mark is None:
            return at + 1
        task = _TASK.match(self.text, mark.end(), lines[at][1])
        inner = [(task.end() if task else mark.end(), lines[at][1])]
        column = len(mark[1].expandtabs(4))
        width = mark.end() - lines[at][0]
        blank = False
        at += 1
        while at < len(lines):
            start, end = lines[at]
            indent = self._indent(lines[at])
            if start >= end or indent == end - start:
                blank = True
                inner.append((end, end))
            elif indent > column:
                inner.append((start + min(indent, width), end))
                blank = False
            elif blank or self._opens(lines[at]):
                break
            else:
                inner.append((start + indent, end))
            at += 1
        self._inside(inner, "item", self.level + 1 if self.kind == "item" else 1)
        return at

    def _footnote(self, lines: list[Span], at: int) -> int:
        mark = _FOOTNOTE.match(self.text, *lines[at])
        inner = [(mark.end() if mark else lines[at][0], lines[at][1])]
        at += 1
        while at < len(lines) and lines[at][0] < lines[at][1] and not self._opens(lines[at]):
            inner.append((lines[at][0] + self._indent(lines[at]), lines[at][1]))
            at += 1
        self._inside(inner, "paragraph", 0)
        return at

    def _inside(self, lines: list[Span], kind: str, level: int) -> None:
        self.parts += _Reader(self.text, kind, level, self.depth + 1).read(lines)

    def _opens(self, line: Span) -> bool:
        """Whether a line begins a block of its own, in the middle of a paragraph."""
        text, (start, end) = self.text, line
        first = text[start:end].lstrip()[:1]
        if not first or first not in "#>`~*-+_[(•<0123456789":
            return False
        item = _ITEM.match(text, start, end)
        return bool(
            _HEADING.match(text, start, end)
            or _FENCE.match(text, start, end)
            or _BREAK.match(text, start, end)
            or _FOOTNOTE.match(text, start, end)
            or _QUOTE.match(text, start, end)
            or (item and (not item[2][0].isdigit() or item[2][:-1] == "1" or self.kind == "item"))
        )

    def _table(self, lines: list[Span], at: int) -> int:
        text = self.text
        if at + 1 >= len(lines) or text.find("|", *lines[at]) < 0:
            return 0
        ruled = text.find("-", *lines[at + 1]) >= 0 and bool(grid.ALIGNMENT.fullmatch(text, *lines[at + 1]))
        if not ruled and not (self._barred(lines[at]) and self._barred(lines[at + 1])):
            return 0
        if ruled and text.find("|", *lines[at + 1]) < 0:
            return 0
        end = at
        while end < len(lines) and text.find("|", *lines[end]) >= 0:
            end += 1
        self._add(grid.pipe_table(text, lines[at:end], self._cell, ruled))
        return end

    def _barred(self, line: Span) -> bool:
        part = self.text[slice(*line)].strip()
        return len(part) > 2 and part[0] == part[-1] == "|"

    def _definitions(self, lines: list[Span], at: int) -> int:
        """``Term`` over ``: what it is``, once or more, with or without a blank line between."""
        found: list[tuple[str, Block]] = []
        prose: list[Block] = []
        end = at
        while end + 1 < len(lines):
            term, value = lines[end], lines[end + 1]
            if not self.text[slice(*value)].startswith((": ", ":\t")) or not pairs.is_key(
                self.text[slice(*term)].strip()
            ):
                break
            key = stripped("field", *joined(self.text, [term])).text
            end += 1
            while end < len(lines) and self.text[slice(*lines[end])].startswith((": ", ":\t")):
                span = (lines[end][0] + 2, lines[end][1])
                found.append((key, self._block("field", [span])))
                prose.append(self._block("paragraph", [span]))
                end += 1
            if end < len(lines) and lines[end][0] >= lines[end][1]:
                end += 1
        for part in pairs.as_parts(found, prose) if found else ():
            self._add(part)
        return end if found else 0

    def _pairs(self, lines: list[Span], at: int) -> int:
        """Two or more lines ``**Key:** value`` or ``Key: value``, in a paragraph of their own."""
        end = at
        found: list[tuple[str, Block]] = []
        prose: list[Block] = []
        while end < len(lines) and lines[end][0] < lines[end][1]:
            block = self._block("field", [self._strip(lines[end])])
            match = pairs.KEY.match(block.text)
            if match is None or not pairs.is_key(match[1]) or match.end() >= len(block.text):
                return 0
            prose.append(Block("paragraph", block.text, block.pieces, 0, block.lead, block.links))
            found.append((match[1], _after(block, match.end())))
            end += 1
        labels = {key for key, _ in found}
        if len(found) < 2 or len(labels) < len(found):
            return 0
        for part in pairs.as_parts(found, prose):
            self._add(part)
        return end

    def _strip(self, line: Span) -> Span:
        end = line[1] - 1 if self.text[line[1] - 1] == "\\" else line[1]
        return line[0] + self._indent(line), end

    def _paragraph(self, lines: list[Span], at: int) -> int:
        """Lines up to a blank one or one that opens another block; underlined, they are a heading."""
        spans: list[Span] = []
        while at < len(lines) and lines[at][0] < lines[at][1]:
            line = lines[at]
            under = _UNDERLINE.match(self.text, *line) if spans else None
            if under:
                self._add(self._block("heading", spans, 1 if under[1][0] == "=" else 2))
                return at + 1
            if spans and (self._opens(line) or self._table_starts(lines, at)):
                break
            if not _TAG_LINE.match(self.text, *line):
                spans.append(self._strip(line))
            at += 1
        if spans:
            block = self._block(self.kind, spans, self.level)
            if block.text:
                self._add(block)
        return at

    def _table_starts(self, lines: list[Span], at: int) -> bool:
        return (
            at + 1 < len(lines)
            and self.text.find("|", *lines[at + 1]) >= 0
            and bool(grid.ALIGNMENT.fullmatch(self.text, *lines[at + 1]))
            and self.text.find("|", *lines[at]) >= 0
        )

    def _indent(self, line: Span) -> int:
        part = self.text[line[0] : line[1]]
        return len(part) - len(part.lstrip())

    def _cell(self, span: Span) -> Block:
        return self._block("cell", [span])

    def _block(self, kind: str, spans: list[Span], level: int = 0) -> Block:
        return stripped(kind, *joined(self.text, spans), level)

    def _add(self, part: Part) -> None:
        above = self.parts[-1] if self.parts else None
        if isinstance(part, Table) and isinstance(above, Block) and above.kind == "heading":
            part.caption = Block("caption", above.text, above.pieces)
        self.parts.append(part)


def _after(block: Block, start: int) -> Block:
    text = block.text[start:]
    return Block("field", text, tuple(piece_of(block.pieces, start, len(block.text), 0)))
