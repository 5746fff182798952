"""Whole dates in other languages ("19 mai 2026", "3. März 2024", "12 de junio de 2023"), read by dateparser.

Only a day, a word and a year in a row are asked about, never running text: dateparser finds dates where none are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker import lazy
from checker.model import Found, Value

LANGUAGES = ["da", "de", "es", "fr", "it", "nl", "pl", "pt", "sv"]
_SHAPE = lazy.compile(
    r"(?<![\w.,/-])(?:3[01]|[12]\d|0?[1-9])(?:\.|º|er)?\s+(?:de\s+)?(?!out\b|set\b)[^\W\d_]{3,12}\.?\s+(?:de\s+)?(?:1[89]|20)\d\d(?![\w/-])"
)  # "out" and "set" are months in Portuguese and Italian, and English words


def foreign(text: str, found: list[Found]) -> list[Found]:
    """``found`` with the dates of other languages in their places; a year read alone inside one of them is dropped."""
    more = []
    for match in _SHAPE.finditer(text):
        if any(f.start <= match.start() and match.end() <= f.end for f in found):
            continue
        edtf = _day(match.group())
        if edtf:
            more.append(Found(match.start(), match.end(), Value("date", match.group(), edtf=edtf)))
    if not more:
        return found
    apart = [f for f in found if all(f.end <= m.start or m.end <= f.start for m in more)]
    return sorted([*apart, *more], key=lambda f: f.start)


@lru_cache(maxsize=4096)
def _day(text: str) -> str:
    """The day in EDTF, "" where the words are none of a date."""
    from dateparser import parse

    at = parse(text, languages=LANGUAGES, settings={"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]})
    said = [int(number) for number in re.findall(r"\d+", text)]  # "2 dagen 2019": two days ago, it holds
    return at.date().isoformat() if at is not None and [at.day, at.year] == said else ""
