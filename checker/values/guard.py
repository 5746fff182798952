"""What tells a count from a number that is part of a date, a time, a name or a label."""

from __future__ import annotations

import re

from checker import lazy
from checker.values import cues
from checker.values.numbers import Number

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october"
    r"|november|december)"
)
_MONTH_BEFORE = lazy.compile(rf"\b{_MONTH}\.?,?\s(?:the\s)?$", re.IGNORECASE)
_MONTH_BEHIND = lazy.compile(rf"\s?(?:st|nd|rd|th)?\s?(?:of\s)?{_MONTH}\b(?!\s(?:be|have|not)\b)", re.IGNORECASE)
_DAYS = lazy.compile(rf"\s?[-–—]\s?\d{{1,2}}\s{_MONTH}\b", re.IGNORECASE)
_ORDINAL = lazy.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_CLOCK = lazy.compile(r"\s?(?:[ap]\.?m\b|o'clock|h\d\d\b)", re.IGNORECASE)
_COUNTED = lazy.compile(
    r" (?:(?:full-time|part-time|permanent|active|paying) )?(?:people|employees|staff|workers|jobs|users|customers"
    r"|members|subscribers|engineers|researchers|visitors|passengers|seats|copies|units|shares|students|tonnes|tons|miles"
    r"|households|homes|pages|words|square|hours|men|women|strong)\b"
)
_DATED = lazy.compile(
    r"\b(?:in|since|by|of|from|until|till|early|late|mid|during|before|after|circa|for|year|spring|summer|autumn|fall|winter"
    r"|Q[1-4]|H[12]|FY|and|to|through)[ -]$",
    re.IGNORECASE,
)
_NO_COUNT = lazy.compile(
    r"\b(?:no|any|every|some|this|that|which|only|the|each|another|other|last|next|first|new|big|old|number|such|good|either"
    r"|from)[ -]$",
    re.IGNORECASE,
)
_PRONOUN = lazy.compile(
    r"['’]s\b|-?[ ](?:of|day|can|who|that|another|is|was|has|had|would|should|may|might|and|or|to|in|on|at|for|by|with"
    r"|where|which|but|as|thing|could|will)\b|\s?[.,;:!?)]|$|-(?!\w+ed\b)",
    re.IGNORECASE,
)
_LABEL = lazy.compile(
    r"(?:\b(?:page|pages|pp?\.|no\.|nos\.|number|chapter|section|annex|figure|fig\.|table|article|series|phase|version|line"
    r"|route|highway|room|gate|platform|terminal|channel|volume|vol\.|part|step|level|tier|class|type|model|flight|tel\.?"
    r"|phone|isbn|item|appendix|note|clause|grade|episode|windows|boeing|airbus|mark|week)\s|#)$",
    re.IGNORECASE,
)
_ROUGH_DATES = frozenset(("around", "about", "circa", "c.", "towards", "near", "ca", "ca."))


def year(number: Number) -> bool:
    """Whether the digits look like a year: four of them, ungrouped."""
    return len(number.digits) == 4 and number.digits.isdigit() and 1500 <= number.low < 2100


def day_behind(text: str, number: Number) -> bool:
    """Whether a month or an ordinal ending follows, as in "12-14 June"."""
    return bool(number.digits and (_MONTH_BEHIND.match(text, number.end) or _ORDINAL.match(text, number.end)))


def dated(text: str, number: Number) -> bool:
    """Whether the number is part of a date, a clock time or an ordinal, or is a year or a decade."""
    start, end, digits = number.start, number.end, number.digits
    if not digits:
        return False
    if digits.isdigit() and number.low <= 31 and _day(text, number):
        return True
    if _ORDINAL.match(text, end) and not number.letter:
        return True
    if text[end : end + 1] == "s" and digits.isdigit() and not number.low % 10:
        return True
    if not year(number) or number.letter or number.scaled:
        return False
    cue = cues.before(text, start)
    if cue.bound or (cue.approximate and text[cue.at : start].strip().lower() not in _ROUGH_DATES):
        return False
    return not (_COUNTED.match(text, end) and not _DATED.search(text, max(0, start - 9), start))


def _day(text: str, number: Number) -> bool:
    if not number.letter and _MONTH_BEFORE.search(text, max(0, number.start - 12), number.start):
        return True
    return any(pattern.match(text, number.end) for pattern in (_MONTH_BEHIND, _DAYS, _CLOCK))


def label(text: str, number: Number, end: int) -> bool:
    """Whether the number that ends at ``end`` names a thing instead of counting ("page 4", "B-17", "00317")."""
    start, digits = number.start, number.digits
    if not digits:
        if text[start:end].lower() != "one":
            return False
        return bool(_NO_COUNT.search(text, max(0, start - 9), start) or _PRONOUN.match(text, end))
    if digits.isdigit() and ((digits[0] == "0" and len(digits) > 1) or _list_marker(text, start, end)):
        return True
    behind = text[end : end + 2]
    if behind[:1].isalpha() or behind[:1] == "_" or (behind[:1] == "-" and behind[1:].isdigit()):
        return True
    if start > 1 and text[start - 1] in "-‑/@_" and (text[start - 2].isalnum() or text[start - 2] in "-/"):
        return True
    return digits.isdigit() and _LABEL.search(text, max(0, start - 12), start) is not None


def _list_marker(text: str, start: int, end: int) -> bool:
    return text.startswith((". ", ") "), end) and (not start or text[start - 1] == "\n")
