"""Figures with a unit: "11,400 m²", "30 seconds", "250 MB", "two to three weeks", "a four-year contract".

A measure is compared in the base unit of its dimension, so that 60 seconds and a minute are one; ``low`` and ``high``
are in that unit (seconds, metres, square metres, litres, kilograms, bytes, …), and ``text`` keeps what was written.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import cache, lru_cache

from msgspec.structs import replace

from checker.model import Found, Value
from checker.values import amounts, cues, lexicon, ranges
from checker.values.comparison import Comparison
from checker.values.numbers import Number, scan, tidy

_GAP = r"[ \u00a0\u2009\u202f-]?"


@cache
def _units() -> tuple[dict[str, tuple[str, float]], re.Pattern[str]]:
    """Units as written and in lower case -> (dimension, factor); and what matches one."""
    found: dict[str, tuple[str, float]] = {}
    for dimension, factors in lexicon.load("units").items():
        for factor, names in factors.items():
            for name in names:
                found[name] = dimension, float(factor)
                found.setdefault(name.lower(), found[name])
    names = sorted(found, key=lambda name: (-len(name), name))
    return found, re.compile(rf"{_GAP}({'|'.join(map(re.escape, names))})(?![\w²³])", re.IGNORECASE)


def recognise(text: str) -> list[Found]:
    """The measures in ``text``, in order."""
    return list(_recognise(text))


@lru_cache(maxsize=8)
def _recognise(text: str) -> tuple[Found, ...]:
    numbers = [number for number in scan(text) if not number.glued]
    found: list[Found] = []
    for index, number in enumerate(numbers):
        unit = _unit(text, number)
        if unit is None:
            continue
        first = numbers[index - 1] if index else None
        low = _opens(text, first, number) if first is not None else None
        start = first.start if first is not None and low is not None else number.start
        if not found or start >= found[-1].end:
            found.append(_found(text, start, unit, number.low if low is None else low, number.high))
    return tuple(found)


def _unit(text: str, number: Number) -> tuple[str, float, int] | None:
    """The dimension, the factor and the end of the unit behind a number."""
    table, pattern = _units()
    match = pattern.match(text, number.end)
    if match is None:
        return None
    dimension, factor = table.get(match[1]) or table[match[1].lower()]
    return dimension, factor, match.end()


def _opens(text: str, first: Number, last: Number) -> float | None:
    """The lower end of "two to three weeks"."""
    joint = ranges.joint(text, first.start, first.end)
    return first.low if joint is not None and joint.end == last.start and first.low < last.high else None


def _found(text: str, start: int, unit: tuple[str, float, int], low: float, high: float) -> Found:
    _, factor, end = unit
    lowest, highest, rough = cues.apply(text, start, end, low, high)
    ends = [None if x is None else tidy(x * factor) for x in (lowest, highest)]
    return Found(start, end, Value("measure", text[start:end], low=ends[0], high=ends[1], approximate=rough))


def dimension(value: Value) -> str:
    """Time, length, area, …: by the unit that was written; "" for a bare figure."""
    return next((unit[0] for number in reversed(scan(value.text)) if (unit := _unit(value.text, number))), "")


def _factor(value: Value) -> float:
    return next((unit[1] for number in reversed(scan(value.text)) if (unit := _unit(value.text, number))), 1.0)


def canonical(value: Value) -> Hashable:
    """Equal for two ways of writing one measure."""
    return dimension(value), value.low, value.high, value.approximate


def show(value: Value) -> str:
    """The measure as written, with "about" where it is so."""
    text = f"{value.text} or more" if value.high is None else f"up to {value.text}" if value.low is None else value.text
    return f"about {text}" if value.approximate else text


def compare(a: Value, b: Value) -> Comparison:
    """Whether two measures can both be right. Symmetric."""
    if dimension(a) != dimension(b):
        return Comparison("different", f"unit: {' and '.join(sorted((show(a), show(b))))}")
    factor = max(_factor(a), _factor(b))
    found = amounts.compare(_in(a, factor), _in(b, factor))
    shown = " and ".join(sorted((show(a), show(b))))
    if found.verdict == "different":
        return Comparison("different", f"different measures: {shown}")
    same = found.verdict == "same"
    return Comparison(found.verdict, "the same measure" if same else f"one rounds to the other: {shown}")


def _in(value: Value, factor: float) -> Value:
    """The figure in another unit, for its own roundness to show; a converted one is rounded to what it says."""
    low, high = (None if x is None else tidy(x / factor) for x in (value.low, value.high))
    text = value.text if _factor(value) == factor else ""
    return replace(value, kind="quantity", text=text, low=low, high=high)
