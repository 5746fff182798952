"""Bare numbers in prose: every figure that is no money, no percentage and no part of a date, time or identifier.

What a number counts is for the reader of the sentence to say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from checker import lazy
from checker.model import Found, Value
from checker.values import amounts, cues, guard, money, percent, ranges
from checker.values.numbers import Number, scan, tidy

_METRES = lazy.compile(
    r"\s?m(?:[ -](?:long|tall|high|wide|deep|away|of|by|above|below|race|sprint|swim|thick|across)\b"
    r"|[²³]|/s|\s?[x×])",
    re.IGNORECASE,
)
_COUNTED_BEHIND = lazy.compile(
    r"[ \u00a0](?:[a-z-]+ ){0,2}[a-z-]+s\b|[ \u00a0](?:people|staff|children|men|women)\b"
    r"|\s?[.,;)]|$|[ ](?:by|in|a|to|and|for)\b"
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
    if number.glued or guard.dated(text, number):
        return None, 1
    if index + 1 < len(numbers) and (whole := _range(text, number, numbers[index + 1])) is not None:
        return whole, 2
    low, high, end = _amount(text, number)
    if guard.label(text, number, end):
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
    if letter in ("m", "b", "B") and not _COUNTED_BEHIND.match(text, number.letter_end):
        return number.low, number.high, number.end
    if text[number.end] in " \u00a0" and letter.lower() not in ("mn", "bn", "mil", "tn", "k", "m", "cr"):
        return number.low, number.high, number.end
    return tidy(number.low * number.times), tidy(number.high * number.times), number.letter_end


def _range(text: str, first: Number, last: Number) -> Found | None:
    low, _, begin = _amount(text, first)
    _, high, end = _amount(text, last)
    joint = ranges.joint(text, first.start, begin)
    if joint is None or joint.end != last.start or last.glued:
        return None
    if (joint.dash and not first.digits and not last.digits) or (guard.year(first) and guard.year(last)):
        return None
    if guard.day_behind(text, last):
        return None
    scale = last.scale * (last.times if end > last.end else 1.0)
    if scale > 1 and not first.scaled and begin == first.end and low * scale < high:
        low = tidy(low * scale)
    return _found(text, first.start, end, low, high) if low < high and not guard.label(text, first, end) else None


def canonical(value: Value) -> tuple[float | None, float | None, bool]:
    """Equal for two ways of writing one amount."""
    return value.low, value.high, value.approximate


show = amounts.show
compare = amounts.compare
