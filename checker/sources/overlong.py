"""Paragraphs that nobody wrote to be read: very long runs without sentences are kept for their places, not read."""

from __future__ import annotations

from checker import lazy
from checker.model import blocks_of
from checker.sources.document import Document

LONG = 20_000  # characters; from here on a paragraph has to look like sentences
ENDLESS = 1_000_000  # characters; from here on none is read
_SENTENCE = 1_000  # characters that a sentence has at most, on average
_END = lazy.compile(r"[a-z0-9)\]”\"’'%]{3}[.?!][)\]”\"’']{0,2}\s+[A-Z“\"‘(]")


def set_aside(document: Document) -> None:
    """Make furniture of the paragraphs that are no prose, and note each with its length."""
    for part in document.parts:
        for block in blocks_of(part):
            size = len(block.text)
            if size > LONG and block.kind != "furniture" and not _is_prose(block.text):
                block.kind = "furniture"
                why = "a limit of size" if size > ENDLESS else "too few sentences in it"
                reason = f"not read: a paragraph of {size:,} characters ({why}); break it into lines"
                document.notes.append((block.origin(0), reason))


def _is_prose(text: str) -> bool:
    if len(text) > ENDLESS:
        return False
    ends = sum(1 for _ in _END.finditer(text))
    return ends * _SENTENCE >= len(text)
