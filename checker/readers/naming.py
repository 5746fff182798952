"""Whether a source names what a claim is about: in full, or in a form that can only be short for it there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from checker.model import Block, Value
from checker.passages import Page
from checker.readers.named import Words
from checker.readers.named import words as words_of
from checker.values import compare

_ORGANIZED = ("organization", "team")


class Naming:
    """The names and words of one source."""

    def __init__(self, page: Page) -> None:
        source = page.source
        self._page = page
        self.text = "\n".join(filter(None, (source.raw, source.title, source.publisher, source.author)))
        self._raw = Words(self.text)
        self._known: dict[tuple[str, str], bool] = {}

    @cached_property
    def _blocks(self) -> list[Words]:
        return [Words(passage.block.text) for passage in self._page.passages]

    @cached_property
    def _names(self) -> list[tuple[str, str]]:
        """The names of the document, with their kinds."""
        return sorted({(name.text, name.kind) for name in self._page.names.values()})

    def has_thing(self, name: str, texts: Iterable[str]) -> bool:
        """Whether the source has all words of a thing's name, and one of them stands in these texts ("version 2.0" of
        what the heading names)."""
        own = [word for word in words_of(name) if len(word) > 2 or word.isdigit()]
        return self._raw.has_all(name) and any(Words(text).has(word) for text in texts for word in own)

    def has(self, name: str, kind: str) -> bool:
        """Whether the source names this person, organization or thing."""
        key = name, kind
        if key not in self._known:
            self._known[key] = self._raw.has(name) or self._in_blocks(name) or self._short(name, kind)
        return self._known[key]

    def _in_blocks(self, name: str) -> bool:
        return self._raw.has_all(name) and any(words.has(name) or words.has_all(name) for words in self._blocks)

    def _short(self, name: str, kind: str) -> bool:
        return any(_alike(short, name, kind) for short, is_ in self._names if not kind or is_ in ("", kind))

    def says(self, text: str) -> bool:
        """Whether all words of a text stand in the source."""
        return self._raw.has(text) or self._raw.has_all(text)

    def stands(self, name: str, kind: str, texts: Iterable[str], blocks: list[Block]) -> bool:
        """Whether a name or a title stands in these texts (what is quoted), in full or in a short form."""
        if any(Words(text).has(name) for text in texts):
            return True
        if kind not in ("person", *_ORGANIZED):
            wanted = words_of(name)
            return len(wanted) > 1 and any(Words(text).has_all(name) for text in texts)
        return any(_alike(short, name, kind) for text in texts for short in self._within(text))

    def _within(self, text: str) -> list[str]:
        here = Words(text)
        return [short for short, _ in self._names if here.has(short)]


def _alike(short: str, name: str, kind: str) -> bool:
    """Whether ``short`` can be the same name, and says enough of it."""
    if len(short) < 2 or not words_of(short):
        return False
    kind = kind if kind in ("person", "organization") else "organization"
    return compare(Value(kind, short), Value(kind, name)).verdict != "different"
