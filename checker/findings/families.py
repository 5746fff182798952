"""Kinds of titles that one can hold side by side: founding, a seat in a body, learning, a profession, a post."""

from __future__ import annotations

from functools import cache, lru_cache

from checker.findings.says import _FOUNDING
from checker.values import lexicon
from checker.values.names import fold, words


@cache
def _families() -> dict[str, str]:
    """Words to the family they are of; any other title is a post."""
    data = lexicon.load("title_families")
    return {word: family for family, those in data.items() for word in those}


@lru_cache(maxsize=16384)
def family(title: str) -> frozenset[str]:
    """The families a title belongs to."""
    plain = fold(title)
    if _FOUNDING.search(plain):
        rest = _FOUNDING.sub(" ", plain)
        others = _of(rest) if len(words(rest)) > 1 else frozenset()
        return frozenset(("founding",)) | (others - {"post"} if not words(rest) else others)
    return _of(plain)


def _of(plain: str) -> frozenset[str]:
    known, parts = _families(), words(plain)
    for size in (3, 2):
        for at in range(len(parts) - size + 1):
            found = known.get(" ".join(parts[at : at + size]))
            if found:
                return frozenset((found,))
    before = parts[: next((i for i, word in enumerate(parts) if word in ("of", "for", "at", "in") and i), len(parts))]
    found = next((known[word] for word in reversed(before) if word in known), "post")
    return frozenset((found,))


def same_family(a: str, b: str) -> bool:
    """Whether two titles are of one family, so that they can exclude each other."""
    return bool(family(a) & family(b))
