"""Markdown's inline marks taken out of a text, positions kept."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from checker import lazy
from checker.model import Block
from checker.sources.spans import Edit, Pieces, edited, piece_of

_LONGEST = 1 << 20
_SPECIAL = lazy.compile(r"[*_`\[\]<\\&~!\t]")
_BLANK = lazy.compile(r"[ \t]{2,}|\t")
_TOKEN = lazy.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?<!`)(?P<ticks>`{1,3})(?!`)[^`]{1,2000}?(?P=ticks)(?!`))"
    r"|(?P<foot>\[\^[^\]\s]{1,40}\])"
    r"|(?P<mark>(?<=[\w.,;:)\"”’*_])\[\d{1,3}\])"
    r"|(?P<auto><(?:https?://|mailto:)[^<>\s]{1,2000}>)"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,500}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<wiki>\[\[(?P<to>[^\[\]|\n]{1,200}\|)?[^\[\]|\n]{1,200}\]\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?\)|\[[^\[\]]{0,100}\])?)"
    r"|(?P<run>\*{1,3}|_{1,3}|~~)"
)
_INNER = {"ticks": "code", "to": "wiki"}  # groups within another


def stripped(kind: str, text: str, pieces: Pieces, level: int = 0) -> Block:
    """The block of a Markdown text without its marks, with links and a bold lead."""
    if not _SPECIAL.search(text) and "  " not in text:
        return Block(kind, text, pieces, level)
    if len(text) > _LONGEST:  # no prose: a machine wrote it
        return Block(kind, text, pieces, level)
    edits, links, strong, slanted = _marks(text)
    if not edits:
        return Block(kind, text, pieces, level)
    new, places = edited(text, pieces, edits)
    where = _Shift(edits)
    shown = tuple((where(start), where(end), target) for start, end, target in links)
    lead = (where(strong[0]), where(strong[1])) if strong else None
    return _trimmed(Block(kind, new, places, level, lead, shown, tuple((where(a), where(b)) for a, b in slanted)))


def _trimmed(block: Block) -> Block:
    """Without the blanks that marks left at either end."""
    size = len(block.text)
    left = size - len(block.text.lstrip())
    if not left and not block.text[-1:].isspace():
        return block
    text = block.text.strip()
    block.pieces = tuple(piece_of(block.pieces, left, left + max(len(text), 1), 0))
    if block.lead:
        block.lead = max(block.lead[0] - left, 0), min(max(block.lead[1] - left, 0), len(text))
    block.links = tuple((max(a - left, 0), min(max(b - left, 0), len(text)), to) for a, b, to in block.links)
    block.emphases = tuple((max(a - left, 0), min(max(b - left, 0), len(text))) for a, b in block.emphases)
    block.text = text
    return block


class _Shift:
    """Offsets of the text before the edits to offsets after them."""

    def __init__(self, edits: list[Edit]) -> None:
        self.ends = [end for _, end, _ in edits]
        self.edits = edits
        self.gone = [0]
        for start, end, instead in edits:
            self.gone.append(self.gone[-1] + end - start - len(instead))

    def __call__(self, offset: int) -> int:
        index = bisect_left(self.ends, offset + 1)
        new = offset - self.gone[index]
        if index < len(self.edits) and self.edits[index][0] < offset:
            new = self.edits[index][0] - self.gone[index]
        return new


def _marks(text: str) -> tuple[list[Edit], list[tuple[int, int, str]], tuple[int, int] | None, list[tuple[int, int]]]:
    """The edits that take the marks out, the links, the span of a strong run at the start, and those in italics."""
    edits: list[Edit] = []
    links: list[tuple[int, int, str]] = []
    brackets: list[tuple[int, int]] = []
    runs: list[tuple[int, int]] = []
    for token in _tokens(text):
        start, end = token.span()
        kind = _INNER.get(token.lastgroup or "", token.lastgroup)
        if kind == "escape":
            edits.append((start, start + 1, ""))
        elif kind == "code":
            size = len(token["ticks"])
            edits += [(start, start + size, ""), (end - size, end, "")]
        elif kind in ("foot", "mark", "tag"):
            edits.append((start, end, " " if token.group().lower().startswith("<br") else ""))
        elif kind == "wiki":
            shown = start + 2 + len(token["to"] or "")
            edits += [(start, shown, ""), (end - 2, end, "")]
            links.append((shown, end - 2, (token["to"] or text[shown : end - 1])[:-1]))
        elif kind == "auto":
            edits += [(start, start + 1, ""), (end - 1, end, "")]
            links.append((start + 1, end - 1, text[start + 1 : end - 1]))
        elif kind == "entity":
            edits.append((start, end, _character(token.group())))
        elif kind == "run":
            runs.append((start, end))
        elif kind == "open":
            brackets.append((start, end))
        elif kind == "close" and brackets:
            opened, inside = brackets.pop()
            if end - start > 1:
                target = text[start + 2 : end - 1].split()
                edits += [(opened, inside, ""), (start, end, "")]
                links.append((inside, start, target[0] if target and text[start + 1] == "(" else ""))
    if "  " in text or "\t" in text:
        edits = _with_blanks(text, edits)
    spans, strong, slanted = _emphasis(text, runs)
    return sorted(edits + [(a, b, "") for a, b in spans if b > a]), sorted(links), strong, sorted(slanted)


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """The marks in ``text``, one after the other."""
    at = 0
    while special := _SPECIAL.search(text, at):
        token = _TOKEN.match(text, special.start())
        if token:
            yield token
        at = token.end() if token else special.end()


def _with_blanks(text: str, edits: list[Edit]) -> list[Edit]:
    """The edits, and those that make one blank of several, where they do not touch."""
    taken = {place for start, end, _ in edits for place in (start, end - 1)}
    blanks = ((*match.span(), " ") for match in _BLANK.finditer(text))
    inside = sorted((start, end) for start, end, _ in edits if end - start > 2)
    return edits + [
        edit for edit in blanks if edit[0] not in taken and edit[1] - 1 not in taken and not _covered(edit[0], inside)
    ]


def _covered(place: int, spans: list[tuple[int, int]]) -> bool:
    at = bisect_left(spans, (place + 1,)) - 1
    return at >= 0 and place < spans[at][1]


def _emphasis(
    text: str, runs: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], tuple[int, int] | None, list[tuple[int, int]]]:
    """The delimiters that pair up, the strong span that the text begins with, and the spans in italics."""
    out: list[tuple[int, int]] = []
    slanted: list[tuple[int, int]] = []
    strong: tuple[int, int] | None = None
    opened: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    for start, end in runs:
        char = text[start]
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        can_open = not after.isspace() and (char != "_" or not before.isalnum())
        can_close = not before.isspace() and (char != "_" or not after.isalnum())
        if can_close and can_open and not before.isalnum() and after.isalnum():
            can_close = False
        stack = opened[char]
        while can_close and stack and start < end:
            run = stack[-1]
            size = min(run[1] - run[0], end - start)
            if (size == 2 and run[1] - size == 0) or (size == 3 and run[0] == 0):
                strong = run[1], start
            elif size == 1 and char != "~":
                slanted.append((run[1], start))
            out += [(run[1] - size, run[1]), (start, start + size)]
            run[1] -= size
            start += size
            if run[0] == run[1]:
                stack.pop()
        if can_open and start < end:
            stack.append([start, end])
    return out, strong, slanted


def _character(entity: str) -> str:
    from html import unescape

    return unescape(entity).replace("\u00a0", " ")
