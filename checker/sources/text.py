"""Plain text: paragraphs, headings, lists, tables and ``Key: value`` runs as people type them."""

from __future__ import annotations

import re
from collections import Counter

from checker import lazy
from checker.model import Block, Part, Table
from checker.sources import grid, pairs
from checker.sources.document import Document
from checker.sources.header import line_date, look
from checker.sources.spans import Span, edited, joined

_LINE = lazy.compile(r"[^\n]+")
_ITEM = lazy.compile(
    r"(\s*+)([-*•‣◦▪●–—+]|\d{1,3}[.)]|\((?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})\)|(?:[a-zA-Z]|[ivx]{1,4})\)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+[A-Z\"“(]))(\s++)(?=\S)"
)
_UNDERLINE = lazy.compile(r"\s*([=\-~_*#^])\1{2,}\s*")
_PRESENT = lazy.compile(  # minutes say who was there, though it be a single line
    r"(?:also |those |members |trustees |directors |governors )?(?:present|in attendance|attending|attendance|absent|"
    r"apologies(?: for absence)?)",
    re.I,
)
_MARKER = lazy.compile(r"(?<=[\w.,;:)\"”’])\[\d{1,3}\]")
_END = lazy.compile(r"[.!?…:;,][\"”’')\]]{0,3}$")
_ABBREVIATED = lazy.compile(r"(?:(?:\b[A-Z]\.){2,}|\b(?:Inc|Ltd|Co|Corp|Lda|Jr|Sr)\.)$")
_BUTTONS = lazy.compile(
    r"(?:skip to (?:main )?content|back to [\w ]{2,20}|share(?: ?(?:this|on)\b.*| ?x\b.*)?|(?:facebook|"
    r"twitter|linkedin|e-?mail|print|copy link)"
    r"(?:[ /|·•,]*(?:facebook|twitter|x|linkedin|e-?mail|print|copy link))*|related (?:reading|articles?|"
    r"posts?|stories)|read more|subscribe|"
    r"sign (?:in|up)|log ?in|menu|search|cite this article|advertisement|loading\W*|.{3,80}→)",
    re.I,
)
_WIDE = 120  # characters; a longer line is a paragraph that nobody wrapped


def parse(text: str) -> Document:
    """Read plain text."""
    document = Document()
    reader = _Reader(text)
    for group in reader.groups():
        reader.group(group)
    document.parts = reader.parts
    look(document, levels=False)
    return document


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[Part] = []
        self.lines = [match.span() for match in _LINE.finditer(text)]
        self.width = self._wrapped_at()
        self.labels = self._speakers()
        self.headed = False
        self.uneven = 0  # up to here columns were looked for in vain

    def _wrapped_at(self) -> int:
        """The width the text was wrapped at; 0 where paragraphs are lines."""
        sizes = sorted(end - start for start, end in self.lines)
        if not sizes or sum(size for size in sizes if size > _WIDE) * 5 > sum(sizes):
            return 0
        return sizes[min(len(sizes) - 1, len(sizes) * 95 // 100)]

    def _speakers(self) -> frozenset[str]:
        """Labels that come again and again: who speaks, rather than what a value is called."""
        labels = Counter(match[1] for line in self.lines if (match := pairs.KEY.match(self.text, *line)))
        return frozenset(label for label, times in labels.items() if times > 1)

    def groups(self) -> list[list[Span]]:
        """The lines between blank lines."""
        out: list[list[Span]] = []
        last = -2
        for start, end in self.lines:
            if self.text[start:end].isspace():
                continue
            if start != last + 1 or not out:
                out.append([])
            out[-1].append((start, end))
            last = end
        return out

    def group(self, lines: list[Span]) -> None:
        """Read one group, part by part."""
        at = 0
        while at < len(lines):
            at = self._table(lines, at) or self._pairs(lines, at) or self._heading(lines, at) or self._run(lines, at)

    def _table(self, lines: list[Span], at: int) -> int:
        end = at
        while end < len(lines) and self.text.find("|", *lines[end]) >= 0:
            end += 1
        if end - at >= 2:
            ruled = bool(grid.ALIGNMENT.fullmatch(self.text, *lines[at + 1]))
            bars = {self.text.count("|", *line) for line in lines[at:end]}
            if ruled or (len(bars) == 1 and min(bars) > 1):
                self._add(grid.pipe_table(self.text, lines[at:end], self._cell, ruled))
                return end
        return self._columns(lines, at)

    def _columns(self, lines: list[Span], at: int) -> int:
        """Aligned columns: three or more, or two under a rule; two without are left to ``_pairs``."""
        if lines[at][0] < self.uneven or self._numbered_title(lines[at]):
            return 0
        end, ruled = at, False
        while end < len(lines):
            rule = bool(grid.RULE.fullmatch(self.text, *lines[end]))
            if not rule and (len(grid.gap_cells(self.text, lines[end])) < 2 or self._label(lines[end])):
                break
            ruled = ruled or rule
            end += 1
        if end - at < 2:
            return 0
        table = grid.column_table(self.text, lines[at:end], self._cell)
        if table is None or not table.rows or (len(table.rows[0]) < 3 and not ruled):
            self.uneven = lines[end - 1][1] if end - at > 50 else 0
            return 0
        self._add(table)
        return end

    def _numbered_title(self, line: Span) -> bool:
        """ "3.  Turnover": a number and the words that it numbers, not two columns."""
        item = _ITEM.match(self.text, *line)
        return item is not None and len(grid.gap_cells(self.text, (item.end(), line[1]))) < 2

    def _label(self, line: Span) -> re.Match[str] | None:
        match = pairs.KEY.match(self.text, self._indent(line), line[1])
        if match is None or not pairs.is_key(match[1]) or match[1] in self.labels:
            return None
        return match

    def _pairs(self, lines: list[Span], at: int) -> int:
        """A run of two or more ``Key: value`` or ``Key    value`` lines, values running on where indented."""
        keys: list[Span] = []
        values: list[list[Span]] = []
        end = at
        while end < len(lines):
            column = values[-1][0][0] - self._start(values[-1][0][0]) if values else 0
            beneath = bool(values) and self._indent(lines[end]) - lines[end][0] >= max(column - 2, 3)
            found = None if beneath and column > 8 else self._pair(lines[end])
            if found is None:
                if not beneath and not (values and self._open_bracket(values[-1][-1])):
                    break
                values[-1].append((self._indent(lines[end]), self._stop(lines[end])))
            else:
                keys.append(found[0])
                values.append([found[1]])
            end += 1
        if len(keys) < 2 and not (keys and end == len(lines) and _PRESENT.fullmatch(self.text, *keys[0])):
            return 0
        found_pairs = [
            (self.text[slice(*key)], self._block("field", value)) for key, value in zip(keys, values, strict=True)
        ]
        prose = [
            self._block("paragraph", [(key[0], value[0][1]), *value[1:]])
            for key, value in zip(keys, values, strict=True)
        ]
        for part in pairs.as_parts(found_pairs, prose):
            self._add(part)
        return end

    def _pair(self, line: Span) -> tuple[Span, Span] | None:
        """The key and the value of a line."""
        item = _ITEM.match(self.text, *line)
        start = item.end() if item else self._indent(line)
        stop = self._stop(line)
        if stop - start > 400:
            return None
        match = pairs.KEY.match(self.text, start, stop)
        if match and not item and pairs.is_key(match[1]) and match[1] not in self.labels and match.end() < stop:
            return match.span(1), (match.end(), stop)
        cells = grid.gap_cells(self.text, (start, stop))
        if len(cells) == 2 and pairs.is_key(self.text[slice(*cells[0])]) and not self._only_figures(cells):
            return cells[0], cells[1]
        return None

    def _only_figures(self, cells: list[Span]) -> bool:
        """Whether no cell of a line has a word: years over columns, or the units of these."""
        return not any(grid.has_words(self.text[slice(*cell)]) for cell in cells)

    def _heading(self, lines: list[Span], at: int) -> int:
        """An underlined line, or lines that look like a heading and stand alone or before a run of prose."""
        if _UNDERLINE.fullmatch(self.text, *lines[at]):
            return at + 1
        if at + 1 < len(lines) and _UNDERLINE.fullmatch(self.text, *lines[at + 1]):
            mark = self.text[self._indent(lines[at + 1])]
            self._add(self._block("heading", [self._bare(lines[at])], 1 if mark in "=#*" else 2))
            return at + 2
        end = at + 1
        while end < len(lines) and self._runs_on(lines[end - 1], lines[end]):
            end += 1
        spans = [self._bare(line) for line in lines[at:end]]
        text = " ".join(self.text[slice(*span)] for span in spans)
        if end - at == 1 and _BUTTONS.fullmatch(text):
            self._add(self._block("furniture", spans))
            return end
        if not self._looks_like_heading(text, self._stands_alone(lines, at, end), lines[end - 1] == self.lines[-1]):
            return 0
        if (item := _ITEM.match(self.text, *spans[0])) and not item[2][0].isdigit():
            spans[0] = item.end(), spans[0][1]
        self._add(self._block("heading", spans, 2 if self.headed else 1))
        self.headed = True
        return end

    def _stands_alone(self, lines: list[Span], at: int, end: int) -> bool:
        """Whether nothing stands around a line, or only what plainly begins anew beneath a short one."""
        if at == 0 and end == len(lines):
            return True
        if end - at > 1 or end == len(lines):
            return False
        first, below = self._bare(lines[at]), self._bare(lines[end])
        if self._indent(lines[end]) - lines[end][0] > self._indent(lines[at]) - lines[at][0]:
            return True
        return at == 0 and first[1] - first[0] < 50 and below[1] - below[0] > max(0.7 * self.width, 60)

    def _looks_like_heading(self, text: str, alone: bool, last: bool) -> bool:
        if len(text) > 140 or not text:
            return False
        words = text.split()
        if len(words) > 20 or (pairs.KEY.match(text) and text.split(":")[0] in self.labels):
            return False
        letters = [char for char in text if char.isalpha()]
        if len(letters) > 3 and all(char.isupper() for char in letters):
            return True
        if (
            last
            or text[0].islower()
            or text[0] == "("
            or self._ends(text)
            or not letters
            or line_date(text)
            or words[0] in ("By", "by", "--", "—")
        ):
            return False
        if _ITEM.match(text):
            return alone and len(words) <= 7 and text[0].isdigit()
        return (alone or not self.width) and not (text[0] in "\"“'‘" and text[-1] in "\"”'’") and len(words) <= 16

    def _closed(self, text: str) -> bool:
        """Whether a sentence ends here."""
        return text.rstrip("\"”’')]")[-1:] in (".", "!", "?", "…", ":") and not _ABBREVIATED.search(text[-6:])

    def _ends(self, text: str) -> bool:
        return bool(_END.search(text[-6:])) and not _ABBREVIATED.search(text[-6:])

    def _run(self, lines: list[Span], at: int) -> int:
        """A paragraph or a list item with the lines that run on from it."""
        item = _ITEM.match(self.text, *lines[at])
        end = at + 1
        while end < len(lines) and self._runs_on(lines[end - 1], lines[end]):
            if (
                item
                and self._indent(lines[end]) - lines[end][0] < item.end() - lines[at][0]
                and self._closed(self._shown(lines[end - 1]))
            ):
                break
            end += 1
        first = (item.end(), self._stop(lines[at])) if item else self._bare(lines[at])
        spans = [first, *(self._bare(line) for line in lines[at + 1 : end])]
        level = 1 + len(item[1].expandtabs(4)) // 2 if item else 0
        self._add(self._block("item" if item else "paragraph", spans, level))
        return end

    def _runs_on(self, line: Span, following: Span) -> bool:
        """Whether ``following`` goes on with the sentence: the line before was full, or its words plainly do."""
        text = self.text
        start = self._indent(following)
        if following[1] - line[0] > 100_000:
            return False
        item = _ITEM.match(text, *following)
        if self._open_bracket(line):
            return True
        if self._titled(line, following) or self._labelled_anew(line, following):
            return False
        if (
            (item and not (item[2][0].isdigit() and not self._closed(self._shown(line))))
            or _UNDERLINE.fullmatch(text, *following)
            or text.find("|", *following) >= 0
        ):
            return text[start] in "–—" and text[start + 1 : start + 2] == " " and bool(self.width)
        if self.width and self._shift(line, following) < 10:
            word = len(text[start : following[1]].split(None, 1)[0])
            full = self._stop(line) - line[0] + 1 + word
            if full > self.width or (full > 0.8 * self.width and not self._closed(self._shown(line))):
                return True
        return text[start].islower() and not self._closed(self._shown(line))

    def _open_bracket(self, line: Span) -> bool:
        """Whether a bracket that a line opens is not closed on it: "Kari Moen (from 1 May"."""
        opened = self.text.rfind("(", max(line[0] + 1, line[1] - 60), line[1])
        return opened >= 0 and self.text.find(")", opened, line[1]) < 0 and self.text[opened - 1] == " "

    def _titled(self, line: Span, following: Span) -> bool:
        """Whether a line in capitals stands over one that is not: a title, and what is said of it."""
        shown, below = self.text[slice(*line)], self.text[slice(*following)]
        return shown.isupper() and not below.isupper() and len(shown.split()) > 1 and len(shown.strip()) <= 70

    def _labelled_anew(self, line: Span, following: Span) -> bool:
        """Whether a short line stands over "President: Sir A B": lines of their own, not one that was wrapped."""
        size = self._stop(line) - self._indent(line)
        if size >= max(60, 0.8 * self.width) or self._shown(line)[-1:] in (",", ":", "-", "("):
            return False
        match = self._label(following)
        return match is not None and match[1][0].isupper() and match.end() < following[1]

    def _shift(self, line: Span, following: Span) -> int:
        """By how much less the following line is indented: a letter's date at the right is a line of its own."""
        return self._indent(line) - line[0] - (self._indent(following) - following[0])

    def _shown(self, line: Span) -> str:
        """The end of a line."""
        return self.text[max(line[0], line[1] - 80) : line[1]].rstrip()

    def _indent(self, line: Span) -> int:
        part = self.text[line[0] : line[1]]
        return line[0] + len(part) - len(part.lstrip())

    def _stop(self, line: Span) -> int:
        return line[0] + len(self.text[line[0] : line[1]].rstrip())

    def _bare(self, line: Span) -> Span:
        part = self.text[line[0] : line[1]]
        left = part.lstrip()
        start = line[1] - len(left)
        return start, start + len(left.rstrip())

    def _start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _cell(self, span: Span) -> Block:
        return self._block("cell", [span])

    def _block(self, kind: str, spans: list[Span], level: int = 0) -> Block:
        text, pieces = joined(self.text, spans)
        if "[" in text:
            edits = [(*match.span(), "") for match in _MARKER.finditer(text)]
            if edits:
                text, pieces = edited(text, pieces, edits)
        return Block(kind, text, pieces, level)

    def _add(self, part: Part) -> None:
        if isinstance(part, Table) and self.parts:
            above = self.parts[-1]
            if isinstance(above, Block) and above.kind == "heading":
                part.caption = Block("caption", above.text, above.pieces)
        self.parts.append(part)
