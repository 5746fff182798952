"""How many origins a number of claims has: sources that say it in the same sentence are copies of one."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model import Claim
from checker.values.names import fold

_COPY = 92.0  # per cent alike: two quotes of some length with so much in common are copies
_LENGTH = 60  # characters of a quote from which on likeness speaks
_MANY = 500  # sources from which on only equal quotes are taken for copies
_MOST = 60  # sources of a position whose quotes are compared pairwise


def independent(claims: Iterable[Claim]) -> int:
    """How many origins the sources of these claims have: sources that say it in the same sentence count once."""
    quotes: dict[str, str] = {}
    for claim in claims:
        text = fold(claim.quote)
        if len(text) > len(quotes.get(claim.source, "")):
            quotes[claim.source] = text[:2000]
    if len(quotes) > _MANY:
        return len(set(quotes.values()))
    heads: list[str] = []
    count = 0
    for text in sorted(quotes.values()):
        if len(text) >= _LENGTH and heads and _copied(text, heads):
            continue
        count += 1
        if len(text) >= _LENGTH and len(heads) < _MOST:
            heads.append(text)
    return count


def _copied(text: str, heads: list[str]) -> bool:
    from rapidfuzz import fuzz

    return any(fuzz.ratio(text, head, score_cutoff=_COPY) for head in heads)
