"""CSV and TSV: one table, every cell with its place."""

from __future__ import annotations

import re
from collections import Counter

from checker import lazy
from checker.model import Block, Table
from checker.sources import dates
from checker.sources.document import Document
from checker.sources.spans import edited

_FIGURE = lazy.compile(r"[-+]?[\s$€£¥]*\d[\d.,\s]*%?\s*[$€£]?$")
_SAMPLE = 1 << 16


def parse(text: str) -> Document:
    """Read delimited text; the delimiter is found out."""
    document = Document()
    if not text.strip():
        return document
    rows = _rows(text, _delimiter(text), document)
    rows = _preamble(rows, document)
    rows, notes = _footnotes(rows)
    if not rows:
        return document
    width = Counter(map(len, rows)).most_common(1)[0][0]
    odd = [row for row in rows if len(row) != width]
    if odd:
        more = f" (and {len(odd) - 1} more)" if len(odd) > 1 else ""
        document.notes.append((odd[0][0].pieces[0][1], f"a row of {len(odd[0])} cells where others have {width}{more}"))
    rows = [row + [Block("cell", "", ((0, _end(row)),)) for _ in range(width - len(row))] for row in rows]
    heads = 1 if len(rows) > 1 and _is_header(rows[0]) else 0
    above = document.parts[-1] if document.parts else None
    caption = Block("caption", above.text, above.pieces) if isinstance(above, Block) else None
    document.parts.append(Table(rows[:heads], rows[heads:], caption))
    document.parts += notes
    return document


def _end(row: list[Block]) -> int:
    last = row[-1]
    return last.pieces[-1][1] + len(last.text) - last.pieces[-1][0]


def _delimiter(text: str) -> str:
    """The character that splits the first lines most evenly into the most cells."""
    sample = re.sub(r'"[^"]*"', "", text[:_SAMPLE])
    lines = [line for line in sample.split("\n") if line.strip() and not line.startswith("#")][:30]
    best, delimiter = (0.0, 0), ","
    for char in ",;\t|":
        counts = Counter(line.count(char) for line in lines)
        count, times = max(counts.items(), key=lambda item: (item[1] if item[0] else 0, item[0]), default=(0, 0))
        score = (round(times / max(len(lines), 1), 1), count) if count else (0.0, 0)
        if score > best:
            best, delimiter = score, char
    return delimiter


def _rows(text: str, delimiter: str, document: Document) -> list[list[Block]]:
    cut = re.escape(delimiter)
    cell = re.compile(rf'[ ]*(?:"((?:[^"]|"")*+)"[^{cut}\n]*|([^{cut}\n]*))({cut}|\n|\Z)')
    plain = re.compile(rf"()([^{cut}\n]*)({cut}|\n|\Z)")
    rows: list[list[Block]] = [[]]
    at = 0
    while at <= len(text):
        match = cell.match(text, at)
        if match is None or (match[1] is None and match[2].startswith('"')):
            document.notes.append((at, 'a quote (") that is never closed: the rest is read without quotes'))
            cell = plain
            continue
        rows[-1].append(_cell(text, match))
        at = match.end()
        if match[3] != delimiter:
            rows.append([])
            if match.end() >= len(text):
                break
    return [row for row in rows if any(block.text for block in row)]


def _cell(text: str, match: re.Match[str]) -> Block:
    start, end = match.span(1) if match[1] else match.span(2)
    if start < 0:
        start, end = match.span(1)
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    inside = part.strip()
    pieces: tuple[tuple[int, int], ...] = ((0, start),)
    if '""' in inside or "\n" in inside:
        edits = [(m.start(), m.end(), '"' if m.group() == '""' else " ") for m in re.finditer(r'""|\s*\n\s*', inside)]
        inside, pieces = edited(inside, pieces, edits)
    return Block("cell", inside, pieces)


def _preamble(rows: list[list[Block]], document: Document) -> list[list[Block]]:
    """Titles above a table stand alone in their row."""
    width = max(map(len, rows), default=0)
    while width > 2 and len(rows) > 1 and _is_title(rows[0]):
        document.parts.append(Block("caption", rows[0][0].text, rows[0][0].pieces))
        rows = rows[1:]
    return rows


def _footnotes(rows: list[list[Block]]) -> tuple[list[list[Block]], list[Block]]:
    """The rows without the remarks beneath them, which stand alone in their row and are sentences."""
    width, last = max(map(len, rows), default=0), len(rows)
    while width > 2 and last > 2 and _is_title(rows[last - 1]) and len(rows[last - 1][0].text.split()) > 4:
        last -= 1
    return rows[:last], [Block("paragraph", row[0].text, row[0].pieces) for row in rows[last:]]


def _is_title(row: list[Block]) -> bool:
    return bool(row[0].text) and (sum(bool(block.text) for block in row) == 1 or row[0].text.startswith("# "))


def _is_header(row: list[Block]) -> bool:
    texts = [block.text for block in row if block.text]
    return (
        bool(texts)
        and not any(
            (_FIGURE.fullmatch(text) and not _is_year(text)) or (dates.whole(text) and not _is_year(text))
            for text in texts
        )
        and (sum(_is_year(text) for text in texts) < len(texts))
    )


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("18", "19", "20")
