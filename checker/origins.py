"""How many origins a number of claims has: sources that say it in the same sentence are copies of one."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from checker.model import Claim
from checker.values.names import fold

_COPY = 92.0  # per cent alike: two quotes of some length with so much in common are copies
_LENGTH = 60  # characters of a quote from which on likeness speaks
_MANY = 500  # sources from which on only equal quotes are taken for copies
_MOST = 60  # sources of a position whose quotes are compared pairwise


def independent(claims: Iterable[Claim]) -> int:
    """How many origins the sources of these claims have: sources that say it in the same sentence count once."""
    quotes: list[str] = []
    unquoted = 0  # sources that quote nothing: nobody can say that one is a copy
    apart: set[int] = set()  # hashes of those before the last ``_MANY``: quotes of a million sources are long
    of = attrgetter("source")
    for _, same in groupby(sorted(claims, key=of), key=of):
        quote = max((fold(claim.quote) for claim in same), key=len)[:2000]
        if not quote:
            unquoted += 1
            continue
        quotes.append(quote)
        if len(quotes) > _MANY:
            apart.update(map(hash, quotes))
            quotes.clear()
    if apart:
        return len(apart.union(map(hash, quotes))) + unquoted
    heads: list[str] = []
    count = unquoted
    for text in sorted(quotes):
        if len(text) >= _LENGTH and heads and _copied(text, heads):
            continue
        count += 1
        if len(text) >= _LENGTH and len(heads) < _MOST:
            heads.append(text)
    return count


def _copied(text: str, heads: list[str]) -> bool:
    if "rapidfuzz" not in sys.modules and not any(_same_letters(text, head) for head in heads):
        return False  # few are copies; to load the library for those takes longer than to count letters
    from rapidfuzz import fuzz

    return any(fuzz.ratio(text, head, score_cutoff=_COPY) for head in heads)


def _same_letters(one: str, other: str) -> bool:
    """Whether two texts could be alike enough: what one has and the other has not was put in, letter by letter."""
    letters = Counter(one)
    letters.subtract(other)
    return sum(map(abs, letters.values())) <= (1 - _COPY / 100) * (len(one) + len(other)) + 1e-6
