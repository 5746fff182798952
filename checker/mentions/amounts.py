"""Dates, money, percentages, quantities and funding rounds of a passage, none overlapping."""

from __future__ import annotations

import re
from bisect import bisect_left

from checker import lazy
from checker.model import Found, Value
from checker.passages import Mention, Passage

# how rounds are named, each with the letters that it cannot do without: most texts hold none of them
_ROUNDS = (
    (r"(?:[Ss]eed|Series [A-K])[ -](?:extension|top-up|follow-on)(?!\w)", "Seed seed Series"),
    (r"(?:[Pp]re-)?(?:Series|SERIES|series)[ -](?:Seed|[A-K](?:[-+]?\d|\+)?)(?!\w)", "eries SERIES"),
    (r"[Pp]re-?[Ss]eed\b(?! oil)", "Seed seed"),
    (
        r"[Ss]eed(?=[ -](?:round|funding|financing|investment|money|capital|stage|cheque|check|raise)|$)",
        "Seed seed",
    ),
    (r"(?<=the )[Ss]eed(?= (?:in|of|was|closed|led|came|brought|raised|with)\b|[,:])", "Seed seed"),
    (r"(?<=[\dmnk] )[Ss]eed(?=[,.;:)]| (?:led|from|in|with|and|was|to)\b)", "Seed seed"),  # "a €3m seed"
    (r"(?:(?<=^)|(?<=\d: )|(?<=\d – )|(?<=\d - )|(?<=\d, ))Seed(?=,|:| ?[(–—|]| - )", "Seed"),
    (r"[Aa]ngel(?=[ -](?:round|funding|financing|investment))", "ngel"),
    (r"[Bb]ridge(?=[ -](?:round|funding|financing|loan))", "ridge"),
    (r"(?:[Gg]rowth|[Vv]enture|[Mm]ezzanine|[Ee]quity|[Ss]eries)(?= round\b)", "round"),
    (
        r"(?:(?:[Cc]ommunity|[Pp]ublic|[Mm]embers'|[Ss]upporters'|[Ff]ans') )?(?:[Ss]hare (?:issue|offer|offering"
        r"|placing)|[Rr]ights issue|[Cc]rowdfund(?:ing campaign|er))\b(?! price)",
        "hare ights rowdfund",
    ),
)
_ROUND = lazy.compile("|".join(pattern for pattern, _ in _ROUNDS))
_SAID = sorted({letters for _, needed in _ROUNDS for letters in needed.split()})
_LETTER = lazy.compile(
    r"(?<=\b[Tt]he )[A-E](?=,|:| (?:was|came|closed|brought|round|in|of|led|raised|followed|for|at)\b)"
)
_FUNDING = lazy.compile(r"\b(?:million|billion|raised?|led|round|investors?|funding|Series)\b|[$€£¥]\s?\d")


def mark(passage: Passage, published: str | None) -> None:
    """Add the amounts of ``passage`` to its mentions: what is recognised first wins where two overlap."""
    from checker.values import dates, money, percent, quantity

    text = passage.block.text
    found: list[tuple[str, Found]] = []
    if any(word in text for word in _SAID):
        found += [("round", _round(m)) for m in _ROUND.finditer(text)]
    found += [("round", _round(m)) for m in _LETTER.finditer(text) if _FUNDING.search(text)]
    found += [("date", f) for f in _lead_year(passage)]
    found += [("date", f) for f in dates.recognise(text, published)]
    found += [("money", f) for f in money.recognise(text)]
    found += [("percent", f) for f in percent.recognise(text)]
    found += [("quantity", f) for f in quantity.recognise(text)]
    taken: list[Mention] = []
    starts = [token.start for token in passage.tokens]
    used = bytearray(len(passage.tokens))
    for kind, item in found:
        first, last = _range(passage, starts, item.start, item.end)
        if first < last and not any(used[first:last]):
            used[first:last] = b"\x01" * (last - first)
            taken.append(Mention(kind, first, last, item.value, item.anchor))
    passage.mentions = sorted(taken, key=lambda mention: mention.first)


_YEAR = lazy.compile(r"\W*(1[5-9]\d\d|20\d\d)\W*$")


def _lead_year(passage: Passage) -> list[Found]:
    """ "**1999** Membership passes 500.": a year in bold that opens an entry."""
    lead = passage.block.lead
    match = _YEAR.match(passage.block.text[lead[0] : lead[1]]) if lead is not None and lead[0] < 3 else None
    if match is None or lead is None:
        return []
    return [Found(lead[0] + match.start(1), lead[0] + match.end(1), Value("date", match[1], edtf=match[1]))]


def _round(match: re.Match[str]) -> Found:
    name = match.group().replace("-", " ") if match.group()[:2].lower() == "se" else match.group()
    name = f"Series {name}" if len(name) == 1 else name  # "the B"
    return Found(match.start(), match.end(), Value("text", name))


def _range(passage: Passage, starts: list[int], start: int, end: int) -> tuple[int, int]:
    first = bisect_left(starts, start)
    if first and passage.tokens[first - 1].end > start:
        first -= 1
    return first, bisect_left(starts, end)
