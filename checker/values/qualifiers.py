"""When two qualifiers are one: periods by years, quarters and halves, rounds by their letter, scopes by their stems."""

from __future__ import annotations

import re
from functools import lru_cache

from checker import lazy
from checker.model import Value
from checker.values import canonical
from checker.values.names import fold

_PERIOD = lazy.compile(
    r"\b(q[1-4]|h[12]|first|second|third|fourth|half|quarter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d{4}|\d{2})",
    re.A,
)
_NUMBERED = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_ROUND = lazy.compile(r"\b(?:rounds?|funding|financing|raise|stage|investment|the|an?|its|latest)\b")
_SCOPE = lazy.compile(
    r"\b(?:the|an?|team|staff|department|division|unit|group|headcount|employees|people|workers|of|in|its|and|total|number|roles)\b"
)
_WHOLE = frozenset(
    ("total", "all", "overall", "company", "group", "whole", "worldwide", "global", "companywide", "employees", "staff")
)


@lru_cache(maxsize=32768)
def qualifier(name: str, text: str) -> str:
    """A text that is equal for two ways of writing one qualifier; "" where it says no more than none."""
    plain = fold(text)
    if name == "period":
        return _period(plain)
    if name == "round":
        return _round(plain)
    if name == "scope":
        return _scope(plain)
    if name == "organization":
        return " ".join(str(part) for part in _organization(text)) or plain
    return " ".join(re.findall(r"\w+", plain))


def _organization(text: str) -> tuple[str, ...]:
    key: tuple[str, tuple[str, ...]] = canonical(Value("organization", text))  # type: ignore[assignment]
    return key[1]


def _period(plain: str) -> str:
    plain = re.sub(r"\bfy\s*[’']?(\d\d)(?!\d)", r"20\1", plain)
    plain = re.sub(r"\bfy\s*(?=\d)", "", plain)
    plain = re.sub(r"\b(\d{4})(q[1-4]|h[12])", r"\1 \2", plain)
    found = _PERIOD.findall(plain)
    years: list[str] = []
    others: set[str] = set()
    at = 0
    while at < len(found):
        word = found[at]
        if word in _NUMBERED and at + 1 < len(found) and found[at + 1] in ("half", "quarter"):
            others.add(found[at + 1][0] + _NUMBERED[word])
            at += 2
            continue
        if len(word) == 4 and word.isdigit():
            years.append(word)
        elif word.isdigit() and years:
            years.append(years[-1][:2] + word) if re.search(rf"\d{{4}}\s*[-/–—]\s*{word}\b", plain) else others.discard(
                word
            )
        elif word.isdigit() and len(found) == 1:
            years.append("20" + word)
        elif not word.isdigit() and word not in ("half", "quarter", *_NUMBERED):
            others.add(word)
        at += 1
    return " ".join([*sorted(set(years)), *sorted(others)]) or plain


def _round(plain: str) -> str:
    words = re.sub(r"[^\w]+", " ", _ROUND.sub(" ", plain)).split()
    if len(words) == 1 and len(words[0]) == 1:
        words = ["series", words[0]]
    return " ".join(words) or plain


def _scope(plain: str) -> str:
    words = [_stem(word) for word in re.findall(r"\w+", _SCOPE.sub(" ", plain))]
    return "" if plain in _WHOLE or not words else " ".join(sorted(set(words)))


def _stem(word: str) -> str:
    """Engineers, engineering: one stem."""
    return word[:6]
