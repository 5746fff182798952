"""Whether a name stands in a text: its words in their order, whatever the case, accents and marks between them."""

from __future__ import annotations

import re
from functools import cached_property

from checker import lazy
from checker.values.names import fold

_WORD = lazy.compile(r"\w+")


def words(text: str) -> list[str]:
    """The folded words of a text, a possessive's s dropped."""
    plain = re.sub(r"['’]s\b", "", text)
    return _WORD.findall(fold(plain).replace("&", " and "))


class Words:
    """The words of a text, to look names up in."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _joined(self) -> str:
        return f" {' '.join(words(self._text))} "

    @cached_property
    def _set(self) -> frozenset[str]:
        return frozenset(self._joined.split())

    def has(self, name: str) -> bool:
        """Whether the words of the name stand here side by side."""
        wanted = words(name)
        return bool(wanted) and f" {' '.join(wanted)} " in self._joined

    def has_all(self, name: str) -> bool:
        """Whether all its words stand here, wherever; plural or not."""
        wanted = [word for word in words(name) if word not in _SMALL]
        return bool(wanted) and all(word in self._set or _stem(word) in self._stems for word in wanted)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(map(_stem, self._set))


_SMALL = frozenset("the a an of and in for at to its on".split())


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word
