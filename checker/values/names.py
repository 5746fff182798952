"""What names have in common: folding of case, accents and punctuation, and near spelling."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from checker import lazy

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'", "‘": "'"}
)
_NEAR = 0.9
_FIGURES = lazy.compile(r"\d+")
_POINTED = lazy.compile(r"\b((?:\w\.){2,})")
_OWNED = lazy.compile(r"['’]s\b")
_WORD = lazy.compile(r"[^\W_]+(?:&[^\W_]+)*|&|\+")
_LONGEST = 200  # characters: longer texts are no names, and comparing them takes their product in time


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents, one space between words."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
        text = "".join(char for char in text if not unicodedata.combining(char))
    return " ".join(text.casefold().split())


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a name, folded: punctuation dropped, "S.A." and "A&B" as one word, hyphens apart."""
    plain = _POINTED.sub(lambda match: match[1].replace(".", "") + " ", fold(text))
    plain = _OWNED.sub("", plain).replace("'", "").replace("/", " ")
    return tuple(_WORD.findall(plain))


@lru_cache(maxsize=8192)
def _letters(text: str) -> tuple[frozenset[str], list[str]]:
    """The letters that a text has, and the figures in it."""
    return frozenset(text), _FIGURES.findall(text)


def near(one: str, other: str) -> bool:
    """Whether two folded names differ by a slip of spelling: long enough, nine tenths alike, the same figures."""
    least, most = (len(one), len(other)) if len(one) < len(other) else (len(other), len(one))
    if least < 5 or most > _LONGEST:
        return False
    slips = int(most * (1 - _NEAR) + 1e-6)
    # a slip changes the length by one at most, and the letters by two: most names need no closer look
    if most - least > slips:
        return False
    (ours, figures), (theirs, others) = _letters(one), _letters(other)
    if len(ours ^ theirs) > 2 * slips or figures != others:
        return False
    return _slipped(one, other, slips)


def shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    if one == other:
        return len(one)
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _slipped(one: str, other: str, slips: int) -> bool:
    """Whether so many slips make one text of the other: letters put in, left out, changed, or two beside each other
    swapped."""
    start = shared(one, other)
    one, other = one[start:], other[start:]
    end = shared(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    if max(len(one), len(other)) <= slips:
        return True
    if slips < 2 or not one or not other:  # most: to load the library for them takes longer than all the rest
        return slips == 1 and len(one) == 2 and one == other[::-1]
    from rapidfuzz.distance import DamerauLevenshtein

    return int(DamerauLevenshtein.distance(one, other)) <= slips
