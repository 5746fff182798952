"""What names have in common: folding of case, accents and punctuation, and near spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from checker import lazy

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'", "‘": "'"}
)
_NEAR = 0.9
_FIGURES = lazy.compile(r"\d+")
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
    plain = re.sub(r"\b((?:\w\.){2,})", lambda match: match[1].replace(".", "") + " ", fold(text))
    plain = re.sub(r"['’]s\b", "", plain).replace("'", "").replace("/", " ")
    return tuple(re.findall(r"[^\W_]+(?:&[^\W_]+)*|&|\+", plain))


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
    from rapidfuzz.distance import DamerauLevenshtein

    return float(DamerauLevenshtein.normalized_similarity(one, other)) >= _NEAR
