"""How many origins a number of claims has: sources that say it in the same sentence are copies of one."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model import Claim

ALIKE = 92.0  # per cent: two quotes of some length with so much in common are copies
LENGTH = 60  # characters of a quote from which on likeness speaks
MOST = 60  # quotes compared pairwise


def independent(claims: Iterable[Claim]) -> int:
    """The number of independent sources, by their longest quotes."""
    quotes: dict[str, str] = {}
    for claim in claims:
        text = " ".join(claim.quote[:4000].casefold().split())[:2000]
        if len(text) >= len(quotes.get(claim.source, "")):
            quotes[claim.source] = text
    long = sorted(text for text in quotes.values() if len(text) >= LENGTH)
    if len(long) < 2:
        return len(quotes)
    from rapidfuzz import fuzz

    heads: list[str] = []
    copies = 0
    for text in long:
        if any(fuzz.ratio(text, head, score_cutoff=ALIKE) for head in heads):
            copies += 1
        elif len(heads) < MOST:
            heads.append(text)
    return len(quotes) - copies
