"""How many origins a number of claims has: sources that say it in the same sentence are copies of one."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from checker.model import Claim
from checker.values.names import fold, shared

_COPY = 92.0  # per cent alike: two quotes of some length with so much in common are copies
_ahead = 20_000  # letters that are compared here before the library is loaded, which takes longer than these
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
    global _ahead
    if text in heads:
        return True
    if "rapidfuzz" not in sys.modules:
        heads = [head for head in heads if _same_letters(text, head)]  # few are copies
        _ahead -= sum(map(len, heads))
        if _ahead > 0 or not heads:
            return any(_in_common(text, head) >= _COPY / 100 for head in heads)
    from rapidfuzz import fuzz

    return any(fuzz.ratio(text, head, score_cutoff=_COPY) for head in heads)


def _in_common(one: str, other: str) -> float:
    """As ``fuzz.ratio`` has it, of 1: the part that is left when as few letters are taken out as make both equal."""
    length = len(one) + len(other)
    start = shared(one, other)
    one, other = one[start:], other[start:]
    end = shared(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    places: dict[str, int] = {}
    for at, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << at
    every = rest = (1 << len(one)) - 1
    for letter in other:
        met = rest & places.get(letter, 0)
        rest = (rest + met | rest - met) & every
    out = len(other) - len(one) + 2 * rest.bit_count()
    return 1 - out / length


def _same_letters(one: str, other: str) -> bool:
    """Whether two texts could be alike enough: what one has and the other has not was put in, letter by letter."""
    letters = Counter(one)
    letters.subtract(other)
    return sum(map(abs, letters.values())) <= (1 - _COPY / 100) * (len(one) + len(other)) + 1e-6
