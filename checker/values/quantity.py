"""Bare numbers in prose: every figure that is no money, no percentage and no part of a date, time or identifier.

What a number counts is for the reader of the sentence to say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from checker.model import Found, Value
from checker.values import amounts, cues, money, percent
from checker.values.numbers import Number, scan, tidy

_RANGE = re.compile(r"\s?[-–—]\s?|\s+(?:to|or)\s+")
_AND = re.compile(r"\s+(?:and|to)\s+")
_BETWEEN = re.compile(r"\bbetween(?:\s+(?:about|around|roughly|some))?\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|some\s+)?$", re.IGNORECASE)
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ying)|anywhere|anything)\s+from\s+$", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)"
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?,?\s(?:the\s)?$", re.IGNORECASE)
_MONTH_BEHIND = re.compile(rf"\s?(?:st|nd|rd|th)?\s?(?:of\s)?{_MONTH}\b(?!\s(?:be|have|not)\b)", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o'clock|h\d\d\b)", re.IGNORECASE)
_DAYS_OF_MONTH = re.compile(rf"\s?[-–—]\s?\d{{1,2}}\s{_MONTH}\b", re.IGNORECASE)
_COUNTED = re.compile(
    r" (?:full-time |part-time |permanent |active |paying |registered )?(?:people|employees|staff|workers|jobs|users|customers|members|subscribers|engineers"
    r"|researchers|visitors|passengers|seats|copies|units|shares|students|tonnes|tons|miles|households|homes|pages|words|square|hours|men|women|strong)\b"
)
_DATED = re.compile(r"\b(?:in|since|by|of|from|until|till|early|late|mid|during|before|after|circa|for|year|spring|summer|autumn|fall|winter"
                    r"|Q[1-4]|H[12]|FY|FY ?|and|to|through|©)[ -]$", re.IGNORECASE)  # fmt: skip
_NOT_A_COUNT = re.compile(
    r"\b(?:no|any|every|some|this|that|which|only|the|each|another|other|last|next|first|new|big|old|number|such|good|either|from)[ -]$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:['’]s\b|-?[ ](?:of|day|can|who|that|another|is|was|has|had|would|should|may|might|and|or|to|in|on|at|for|by|with|where|which|but|as|thing|could|will)\b|\s?[.,;:!?)]|$|-(?!\w+ed\b))",
                      re.IGNORECASE)  # fmt: skip
_LABEL = re.compile(
    r"(?:\b(?:page|pages|pp?\.|no\.|nos\.|number|chapter|section|annex|figure|fig\.|table|article|series|phase|version|line|route|highway|room|gate|platform"
    r"|terminal|channel|volume|vol\.|part|step|level|tier|class|type|model|flight|tel\.?|phone|isbn|item|appendix|note|clause|grade|episode|windows|boeing|airbus|mark|week)\s|#)$",
    re.IGNORECASE,
)
_METRES = re.compile(
    r"\s?m(?:[ -](?:long|tall|high|wide|deep|away|of|by|above|below|from|race|sprint|swim|thick|across|high)\b|[²³]|/s|\s?[x×])",
    re.IGNORECASE,
)
_PLURAL_BEHIND = re.compile(
    r"[ \u00a0](?:[a-z-]+ ){0,2}[a-z-]+s\b|[ \u00a0](?:people|staff|children|men|women)\b|\s?[.,;)]|$|[ ](?:by|in|a|to|and|for)\b"
)


def recognise(text: str) -> list[Found]:
    """The bare numbers in ``text``, in order; ``start:end`` is the figure, cues around it show in the value."""
    return list(_recognise(text))


@lru_cache(maxsize=2)
def _recognise(text: str) -> tuple[Found, ...]:
    taken = sorted((f.start, f.end) for f in [*money.recognise(text), *percent.recognise(text)])
    starts = [start for start, _ in taken]
    numbers = [n for n in scan(text) if _free(n, starts, taken)]
    found: list[Found] = []
    index = 0
    while index < len(numbers):
        one, used = _at(text, numbers, index)
        index += used
        if one is not None:
            found.append(one)
    return tuple(found)


def _free(number: Number, starts: list[int], taken: list[tuple[int, int]]) -> bool:
    at = bisect_right(starts, number.start) - 1
    return not (at >= 0 and taken[at][1] > number.start)


def _at(text: str, numbers: list[Number], index: int) -> tuple[Found | None, int]:
    number = numbers[index]
    if number.glued or _dated(text, number):
        return None, 1
    if index + 1 < len(numbers) and (whole := _range(text, number, numbers[index + 1])) is not None:
        return whole, 2
    low, high, end = _amount(text, number)
    if _label(text, number, end):
        return None, 1
    return _found(text, number.start, end, low, high), 1


def _found(text: str, start: int, end: int, low: float, high: float) -> Found:
    lowest, highest, approximate = cues.apply(text, start, end, low, high)
    return Found(start, end, Value("quantity", text[start:end], low=lowest, high=highest, approximate=approximate))


def _amount(text: str, number: Number) -> tuple[float, float, int]:
    """The number with its short magnitude, where that is one here: "1.2m users" but not "5m long", "40t"."""
    letter = number.letter
    if not letter or letter.lower() in ("t", "mm") or (letter == "m" and _METRES.match(text, number.end)):
        return number.low, number.high, number.end
    if letter in ("m", "b", "B") and not _PLURAL_BEHIND.match(text, number.letter_end):
        return number.low, number.high, number.end
    if text[number.end] in " \u00a0" and letter.lower() not in ("mn", "bn", "mil", "tn", "k", "m", "cr"):
        return number.low, number.high, number.end
    return tidy(number.low * number.times), tidy(number.high * number.times), number.letter_end


def _range(text: str, first: Number, last: Number) -> Found | None:
    low, _, begin = _amount(text, first)
    end_low, high, end = _amount(text, last)
    between = _BETWEEN.search(text, max(0, first.start - 24), first.start)
    match = (_AND if between else _RANGE).match(text, begin)
    if match is None or match.end() != last.start or last.glued:
        return None
    spelled_dash = "-" in match[0] and not first.digits and not last.digits
    if spelled_dash or (_year(first) and _year(last)):
        return None
    if (
        match[0].strip() == "to"
        and _FROM.search(text, max(0, first.start - 14), first.start)
        and not _RANGING.search(text, max(0, first.start - 24), first.start)
    ):
        return None
    if last.digits and (_MONTH_BEHIND.match(text, last.end) or _ORDINAL.match(text, last.end)):
        return None
    scale = last.scale * (last.times if end > last.end else 1.0)
    if scale > 1 and not first.scaled and begin == first.end and low * scale < high:
        low = tidy(low * scale)
    return _found(text, first.start, end, low, high) if low < high and not _label(text, last, end) else None


def _year(number: Number) -> bool:
    return len(number.digits) == 4 and number.digits.isdigit() and 1500 <= number.low < 2100


def _dated(text: str, number: Number) -> bool:
    """Whether the number is part of a date, a clock time or an ordinal."""
    if not number.digits:
        return False
    start, end = number.start, number.end
    if number.digits.isdigit() and number.low <= 31:
        if _MONTH_BEFORE.search(text, max(0, start - 12), start) and not number.letter:
            return True
        if _MONTH_BEHIND.match(text, end) or _DAYS_OF_MONTH.match(text, end) or _CLOCK.match(text, end):
            return True
    if _ORDINAL.match(text, end) and not number.letter:
        return True
    if text[end : end + 1] == "s" and number.digits.isdigit() and not number.low % 10:
        return True
    if not _year(number) or number.letter or number.scaled:
        return False
    cue = cues.before(text, start)
    if cue.bound or (
        cue.approximate
        and text[cue.at : start].strip().lower() not in ("around", "about", "circa", "c.", "towards", "near", "ca")
    ):
        return False
    return not (_COUNTED.match(text, end) and not _DATED.search(text, max(0, start - 9), start))


def _label(text: str, number: Number, end: int) -> bool:
    """Whether the number names a thing instead of counting ("page 4", "No. 10", "B-17", "7th", "one of")."""
    start = number.start
    if number.digits:
        if (
            text[end : end + 1].isalpha()
            or text[end : end + 1] == "_"
            or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit())
        ):
            return True
        if (
            start
            and text[start - 1] in "-‑/@_"
            and start > 1
            and (text[start - 2].isalnum() or text[start - 2] in "-/")
        ):
            return True
        return number.digits.isdigit() and _LABEL.search(text, max(0, start - 12), start) is not None
    if text[start:end].lower() == "one":
        return bool(_NOT_A_COUNT.search(text, max(0, start - 9), start) or _PRONOUN.match(text, end))
    return False


def canonical(value: Value) -> tuple[float | None, float | None, bool]:
    """Equal for two ways of writing one amount."""
    return value.low, value.high, value.approximate


show = amounts.show
compare = amounts.compare
