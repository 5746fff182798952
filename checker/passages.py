"""Text prepared for reading: tokens, sentences and typed mentions of one block; names of one document.

Offsets are characters of the block's text, token numbers index ``Passage.tokens``; ends are exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from msgspec import Struct

from checker import lazy
from checker.model import Block, Source, Value


class Token(Struct, gc=False):
    """A word, number or mark. ``lower`` is folded once, because everything compares it."""

    text: str
    lower: str
    start: int
    end: int


class Mention(Struct, gc=False):
    """A typed span: date, money, quantity, percent, title or name. ``key`` names a name's entry in ``Page.names``."""

    kind: str
    first: int  # token
    last: int  # token, exclusive
    value: Value | None = None
    anchor: str = ""
    key: str = ""


class Passage(Struct):
    """A block with its tokens, its sentences (token ranges) and its mentions in order, none overlapping."""

    block: Block
    tokens: list[Token]
    sentences: list[tuple[int, int]]
    mentions: list[Mention]

    def text(self, first: int, last: int) -> str:
        """The block's text from token ``first`` up to token ``last``."""
        if first >= last:
            return ""
        return self.block.text[self.tokens[first].start : self.tokens[last - 1].end]

    def within(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin at the tokens ``first:last``."""
        start = bisect_left(self.mentions, first, key=_first)
        return self.mentions[start : bisect_left(self.mentions, last, start, key=_first)]


def _first(mention: Mention) -> int:
    return mention.first


def key_of(text: str) -> str:
    """How a name is looked up in ``Page.names``: folded, without a leading article or closing mark."""
    folded = text.casefold().replace("’", "'").replace("‑", "-").strip(" .,'\"")
    return folded[4:] if folded.startswith("the ") else folded


def clocked(tokens: list[Token]) -> int:
    """The token behind a time that opens a text: "[00:41] IVO: …", "(1:02:10)", "00:41 Anna: …"; 0 without one."""
    opened = bool(tokens) and tokens[0].text in ("[", "(")
    at = int(opened)
    while at < min(len(tokens), 9) and not tokens[at].text.strip("0123456789:."):
        at += 1
    digits = sum(token.text[0].isdigit() for token in tokens[int(opened) : at])
    if opened:
        return at + 1 if digits and at < len(tokens) and tokens[at].text in ("]", ")") else 0
    return at if digits > 1 or (digits and ":" in tokens[0].text) else 0


class Name(Struct):
    """A name as one document uses it: its kind, the full form it stands for, and why."""

    text: str
    kind: str  # person, organization, place, product, project, event, thing, "" (undecided)
    full: str  # the longest form in the document that this one is short for, or itself
    count: int = 0
    order: int = 0  # number of its first mention in the document
    votes: dict[str, float] = {}
    reasons: list[str] = []


class Page(Struct):
    """A source prepared for reading; ``passages`` stand beside ``source.blocks()``, furniture left out."""

    source: Source
    passages: list[Passage]
    names: dict[str, Name]
    by_block: dict[int, Passage] = {}  # id(block) -> passage
    about: dict[str, str] = {}  # kind -> whom the page is about, kept because several ask


_SHORT, _MOST = 56, 12  # characters of a line that nobody wrapped; lines of a block
_BREAK = lazy.compile(r"\n|<br\b", re.I)


def line_breaks(block: Block, raw: str) -> list[int]:
    """The offsets in the block's text at which its lines begin, where they are no wrapped prose; else []."""
    if len(block.pieces) < 2 or len(block.text) > _SHORT * _MOST:
        return []
    cuts = [
        at
        for (before, back), (at, origin) in pairwise(block.pieces)
        if _BREAK.search(raw, max(0, back + (at - before) - 1), origin)
    ]
    lines = [block.text[a:b].strip() for a, b in pairwise([0, *cuts, len(block.text)])]
    if cuts and block.lead is not None and all(_bold(raw, block.origin(at)) for at in cuts):
        return cuts
    if not cuts or any(len(line) > _SHORT or not line for line in lines):
        return []
    opened = all(line[0].isupper() or not line[0].isalpha() for line in lines[1:])
    ended = any(line[-1] in ".?!;" and len(line.split()) > 4 for line in lines[:-1])
    return cuts if opened and not ended else []


def _bold(raw: str, origin: int) -> bool:
    """Whether a line begins with a bold lead of its own."""
    before = raw[max(0, origin - 12) : origin].rstrip()
    return before.endswith(("**", "__", "<b>", "<strong>"))
