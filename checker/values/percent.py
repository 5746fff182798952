"""Percentages in prose: "12 %", "80-90 percent", "a quarter per cent", "90 %+"."""

from __future__ import annotations

import re
from functools import lru_cache

from checker import lazy
from checker.model import Found, Value
from checker.values import amounts, cues, ranges
from checker.values.numbers import Number, decimal, scan, tidy

_SIGN = lazy.compile(r"[ \u00a0\u2009\u202f-]?(?:%|％|per[ -]?cent\b|percent\b|pct\b|pc\b(?!\.))", re.IGNORECASE)


def recognise(text: str) -> list[Found]:
    """The percentages in ``text``, in order; ``low`` and ``high`` are in percent (12 % is 12.0)."""
    return list(_recognise(text))


@lru_cache(maxsize=2)
def _recognise(text: str) -> tuple[Found, ...]:
    numbers = scan(text)
    found: list[Found] = []
    for index, number in enumerate(numbers):
        sign = _SIGN.match(text, number.end)
        if sign is None or number.glued:
            continue
        start, low, high = number.start, _plain(number), _plain(number) if not number.vague else number.high
        if index and (opened := _opens(text, numbers[index - 1], number)) is not None:
            start, low = numbers[index - 1].start, opened
            if found and found[-1].start == start:
                found.pop()
        elif (
            start
            and text[start - 1] in "-−–"
            and not text[start - 2 : start - 1].isalnum()
            and text[start - 2 : start - 1] != "%"
        ):
            start, low, high = start - 1, -low, -high
        found.append(_found(text, start, sign.end(), low, high))
    return tuple(found)


def _plain(number: Number) -> float:
    single = number.digits.count(".") == 1 and "," not in number.digits and not number.scaled
    return tidy(decimal(number.digits)) if single else number.low


def _opens(text: str, first: Number, last: Number) -> float | None:
    """The lower end, where the two numbers are a range: "80-90 %", "between 80 % and 90 %"."""
    end = first.end
    if sign := _SIGN.match(text, end):
        end = sign.end()
    joint = ranges.joint(text, first.start, end)
    if joint is None or joint.end != last.start or first.glued:
        return None
    return _plain(first) if _plain(first) < _plain(last) else None


def _found(text: str, start: int, end: int, low: float, high: float) -> Found:
    lowest, highest, approximate = cues.apply(text, start, end, low, high)
    end += text.startswith("+", end) and highest is None
    return Found(start, end, Value("percent", text[start:end], low=lowest, high=highest, approximate=approximate))


def canonical(value: Value) -> tuple[float | None, float | None, bool]:
    """Equal for two ways of writing one percentage."""
    return value.low, value.high, value.approximate


show = amounts.show
compare = amounts.compare
