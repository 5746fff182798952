"""Amounts and dates in cells, where the header says what a bare figure is."""

from __future__ import annotations

import re

from checker import lazy
from checker.model import Found, Value
from checker.values import cues, money
from checker.values.dates import recognise
from checker.values.numbers import Number, scan, tidy

_TO = lazy.compile(r"\s*(?:–|—|-|to|and|bis)\s*(?:[$€£¥]|[A-Z]{3}\s?|US\$)?")
_YEAR = lazy.compile(r"(?:1[5-9]|20)\d\d")
_SPAN = lazy.compile(r"((?:1[89]|20)\d\d)\s*[–—-]\s*((?:1[89]|20)\d\d)")
_SLASHED = lazy.compile(r"\s*(\d{1,2})[./](\d{1,2})[./](\d{4})\s*")
_ROUGH = lazy.compile(r"^\s*\(?(?:approx|approximate|est|estimated|estimate|about|circa)\b", re.I)


def amount(text: str, kind: str, currency: str | None, times: float, published: str | None = None) -> Found | None:
    """The first figure of a cell as money or quantity; None where there is none, or money of no known currency.

    ``currency`` and ``times`` come from the header and hold where the cell does not say otherwise.
    """
    if kind == "money":
        for found in money.recognise(text):
            if times != 1.0 and not _scaled(text, found):
                value = found.value
                low, high = (None if end is None else tidy(end * times) for end in (value.low, value.high))
                found = Found(
                    found.start,
                    found.end,
                    Value(
                        "money", value.text, low=low, high=high, currency=value.currency, approximate=value.approximate
                    ),
                )
            return found
        if currency is None:
            return None
    return _bare(text, kind, currency if kind == "money" else None, times, published)


def _scaled(text: str, found: Found) -> bool:
    inside = [n for n in scan(text) if found.start <= n.start < found.end]
    return any(n.scaled or n.letter or n.low >= 1e5 for n in inside)


def _bare(text: str, kind: str, currency: str | None, times: float, published: str | None) -> Found | None:
    numbers = [n for n in scan(text) if not n.glued]
    dated = [(d.start, d.end) for d in recognise(text, published)] if len(numbers) > 1 else []
    for place, number in enumerate(numbers):
        if any(start <= number.start < end for start, end in dated) and not _grouped(number):
            continue
        end = _end(number)
        if re.match(r"\s?(?:%|per ?cent|pc\b)", text[end:]) or (
            number.start and text[number.start - 1] in "-−" and text[: number.start - 1].strip() == ""
        ):
            return None
        low, high, scale = number.low, number.high, _scale(number, times)
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        if following is not None and _TO.fullmatch(text[end : following.start]) and following.low > low:
            second = _scale(following, times)
            low, high = tidy(low * (scale if number.letter or number.scaled else second)), tidy(following.high * second)
            end = _end(following)
            _, _, rough = cues.apply(text, number.start, end, low, high)
            return Found(number.start, end, _value(kind, text[number.start : end], low, high, currency, rough))
        low, high = tidy(low * scale), tidy(high * scale)
        bottom, top, rough = cues.apply(text, number.start, end, low, high)
        rough = rough or bool(_ROUGH.match(text[end:]))
        return Found(number.start, end, _value(kind, text[number.start : end], bottom, top, currency, rough))
    return None


def _grouped(number: Number) -> bool:
    return not _YEAR.fullmatch(number.digits)


def _end(number: Number) -> int:
    return number.letter_end if number.letter else number.end


def _scale(number: Number, times: float) -> float:
    if number.letter:
        return number.times
    return 1.0 if number.scaled else times


def _value(kind: str, text: str, low: float | None, high: float | None, currency: str | None, rough: bool) -> Value:
    return Value(kind, text, low=low, high=high, currency=currency, approximate=rough)


def date(text: str, published: str | None, dayfirst: bool | None = None) -> Found | None:
    """The first date of a cell. ``dayfirst`` says how the table's other cells read "03/04/2024"; None: then no day is
    said."""
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        return _slashed(text, slashed, dayfirst)
    found = recognise(text, published)
    if found:
        return next((f for f in found if "XXXX" not in (f.value.edtf or "XXXX")), None)
    year = re.search(r"(?<![\d.,/-])(?:1[5-9]|20)\d\d(?![\d.,/]*\d)", text)
    if year is None:
        return None
    rough = bool(re.search(r"(?:\bc\.|\bca\.?|\bcirca|\babout|\baround|~)\s*$", text[: year.start()], re.I))
    return Found(
        year.start(), year.end(), Value("date", year[0], edtf=year[0] + ("~" if rough else ""), approximate=rough)
    )


def _slashed(text: str, match: re.Match[str], dayfirst: bool | None) -> Found | None:
    first, second, year = int(match[1]), int(match[2]), match[3]
    if first > 12:
        dayfirst = True
    elif second > 12:
        dayfirst = False
    elif first == second or "." in match[0]:
        dayfirst = True
    if dayfirst is None:
        return None
    day, month = (first, second) if dayfirst else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    start = len(text) - len(text.lstrip())
    return Found(start, len(text.rstrip()), Value("date", text.strip(), edtf=f"{year}-{month:02}-{day:02}"))


def day_first(cells: list[str]) -> bool | None:
    """How a column of dates such as 03/04/2024 reads: any day past the twelfth settles it."""
    for text in cells:
        match = _SLASHED.fullmatch(text)
        if match and (int(match[1]) > 12) != (int(match[2]) > 12):
            return int(match[1]) > 12
    return None
