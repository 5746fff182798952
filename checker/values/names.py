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


def near(one: str, other: str) -> bool:
    """Whether two folded names differ by a slip of spelling: long enough, nine tenths alike, the same figures."""
    shorter, longer = sorted((len(one), len(other)))
    slips = int(longer * (1 - _NEAR) + 1e-6)
    # a slip changes the length by one at most, and the letters by two: most names need no closer look
    if shorter < 5 or longer > _LONGEST or longer - shorter > slips or len(set(one) ^ set(other)) > 2 * slips:
        return False
    if _FIGURES.findall(one) != _FIGURES.findall(other):
        return False
    if slips < 2:  # so it is with most names, which leaves the library unloaded
        return _one_slip(one, other) if slips else one == other
    from rapidfuzz.distance import DamerauLevenshtein

    return float(DamerauLevenshtein.normalized_similarity(one, other)) >= _NEAR


def _one_slip(one: str, other: str) -> bool:
    """Whether they differ by a letter more, less or exchanged, or by two neighbours turned around."""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[at:], other[at:]
    turned = one[1:2] + one[:1] == other[:2] and one[2:] == other[2:]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or turned
