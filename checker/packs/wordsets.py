"""Very many words, taken apart only as far as they are looked for, so that having them costs a start nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

_ALIKE = 2  # letters that the words of a part have in common


def parted(words: Iterable[str]) -> dict[str, bytes]:
    """The words by their first letters, a line each; as bytes, which cost nothing to take up again."""
    parts: dict[str, list[str]] = {}
    for word in sorted(words):
        parts.setdefault(word[:_ALIKE], []).append(word)
    return {letters: "\n".join(part).encode() for letters, part in parts.items()}


class Words(Set[str]):
    """A set of the words of ``parted``; each part becomes a set when a word that begins so is first asked for."""

    __slots__ = ("_found", "_parts")

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self._found: dict[str, frozenset[str]] = {}

    def __contains__(self, word: object) -> bool:
        letters = word[:_ALIKE]  # type: ignore[index]
        part = self._found.get(letters)
        return word in (self._part(letters) if part is None else part)

    def _part(self, letters: str) -> frozenset[str]:
        lines = self._parts.get(letters)
        if lines is None:
            return frozenset()
        found = self._found[letters] = frozenset(lines.decode().split("\n"))
        return found

    def __iter__(self) -> Iterator[str]:
        for lines in self._parts.values():
            yield from lines.decode().split("\n")

    def __len__(self) -> int:
        return sum(lines.count(b"\n") + 1 for lines in self._parts.values())

    @classmethod
    def _from_iterable(cls, words: Iterable[str]) -> Set[str]:  # type: ignore[override]
        return frozenset(words)
