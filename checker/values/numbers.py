"""Numbers in prose: where they stand and what they come to, before anybody asks what they count.

``scan`` finds digits with any grouping, magnitudes ("1.2 million", "€310m") and numbers in words. One pass over the
text; what a word means is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from checker import lazy
from checker.values import spelled
from checker.values.numerals import (
    FRACTIONS,
    LETTERS,
    PLURALS,
    SCALES,
    SPACE,
    TENS,
    UNITS,
    Number,
    amount,
    decimal,
    tidy,
)

__all__ = ["SCALES", "Number", "amount", "decimal", "scan", "tidy"]

_DOTTED = frozenset(("mio", "mrd", "mln", "bln"))  # abbreviations that may end with a dot
_LONGEST = 24  # digits; what is longer is no amount
_DIGITS = (
    r"\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?(?!,?\d)"  # 12,34,567
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)"
    r"|\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![.,]?\d)"
    rf"|\d{{1,3}}(?:[{SPACE}]\d{{3}})+(?:[.,]\d+)?(?![.,]?\d)"
    r"|\d{1,3}(?:['’]\d{3})+(?:\.\d+)?(?![.,]?\d)"
    r"|\d+[.,]\d+(?![.,]?\d)"
    r"|\d+"
)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words in either case, letter by letter: much faster than to try one after the other."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    ends = branches.pop("", None) is not None
    if not branches:
        return ""
    found = "|".join(f"[{first}{first.upper()}]{_any_of(rest)}" for first, rest in sorted(branches.items()))
    return f"(?:{found}){'?' if ends else ''}"


_WORDS = sorted({*UNITS, *TENS, *PLURALS, *SCALES, "figure", "figures"})
_INITIALS = "".join(sorted({word[0] for word in _WORDS}))
_WORD = lazy.compile(rf"\b(?=[{_INITIALS}{_INITIALS.upper()}]){_any_of(_WORDS)}\b")
_DIGIT = lazy.compile(r"[0-9½¼¾⅓⅔⅛][0-9.,]*")
_FIGURE = lazy.compile(_DIGITS, re.ASCII)
_ISO = lazy.compile(r"(?:1[5-9]|20)\d\d-\d\d(?:-\d\d(?:T[\d:.]*)?)?(?![\d,.]*\d)")
_RUN = lazy.compile(r"(?:[.,:/]?\d)+")
_FRACTION = lazy.compile(rf"[{SPACE}]?([½¼¾⅓⅔⅛])|[{SPACE}]([1-9])/([2-9])(?![\d/])")
_SLASH = lazy.compile(r"([1-9])/([2-9])(?![\d/])")
_NEXT = lazy.compile(rf"[{SPACE}\n]?[{SPACE}-]?([A-Za-z]+)\b")
_LETTER = lazy.compile(rf"[{SPACE}]?({'|'.join(sorted(LETTERS, key=len, reverse=True))})(?![\w&²³])", re.IGNORECASE)


@lru_cache(maxsize=2)
def scan(text: str) -> tuple[Number, ...]:
    """Every number of ``text`` in order, none overlapping another; dates with slashes, times and versions left out."""
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[Number]:
    at, floor = 0, 0  # floor: where the last number that is settled ended
    held: Number | None = None
    for match in sorted((*_DIGIT.finditer(text), *_WORD.finditer(text)), key=_start):
        if match.start() < at:
            continue
        number, at = _one(text, match, floor)
        if number is None:
            continue
        at = max(at, number.end)
        if held is not None and number.start >= held.end:
            yield held
            floor = held.end
        held = number
    if held is not None:
        yield held


def _start(match: re.Match[str]) -> int:
    return match.start()


def _one(text: str, match: re.Match[str], floor: int) -> tuple[Number | None, int]:
    """The number that begins (or, after "half a", ends) at ``match``, and where to go on."""
    start = match.start()
    if (figure := _FIGURE.match(text, start)) is not None:
        return _from_digits(text, figure)
    if (part := FRACTIONS.get(text[start])) is not None:
        return _scaled(text, start, start + 1, part, ""), start + 1
    return spelled.read(text, match, floor)


def _from_digits(text: str, match: re.Match[str]) -> tuple[Number | None, int]:
    """A number written in digits, or none where the digits are a date, a time or a version; and where to go on."""
    start, end = match.span()
    if end - start > _LONGEST:
        return None, end
    if iso := _ISO.match(text, start):
        return None, iso.end()
    slash = _SLASH.match(text, start)
    if slash and slash.end() > end and not (start and text[start - 1] in "/:-"):
        number = _scaled(text, start, slash.end(), int(slash[1]) / int(slash[2]), "")
        return (number if number.scaled else None), slash.end()
    if text[end : end + 1] in (".", ",", ":", "/") and text[end + 1 : end + 2].isdigit():
        run = _RUN.match(text, start)
        return None, run.end() if run else end
    if start > 1 and text[start - 1] in "/:." and text[start - 2].isalnum():
        return None, end
    if start and text[start - 1] == "." and match[0].isdigit() and (start == 1 or text[start - 2] in " $€£(~"):
        return _scaled(text, start - 1, end, float(f"0.{match[0]}"), f".{match[0]}"), end  # "$.75"
    return _scaled(text, start, end, amount(match[0]), match[0]), end


def _scaled(text: str, start: int, end: int, value: float, digits: str) -> Number:
    """The number at ``start:end`` with the fraction and the magnitude words that follow it."""
    if digits and (fraction := _FRACTION.match(text, end)):
        value += FRACTIONS[fraction[1]] if fraction[1] else int(fraction[2]) / int(fraction[3])
        end = fraction.end()
    times, after = 1.0, end
    while (word := _NEXT.match(text, after)) and (scale := SCALES.get(word[1].lower())):
        if scale == 1e2 and times > 1 and times < 1e5:
            break
        times, after = times * scale, word.end()
        if text.startswith(". ", after) and word[1].lower() in _DOTTED:
            after += 1
    if times > 1 and digits.count(".") == 1:
        value += decimal(digits) - amount(digits)
    glued = start > 0 and (text[start - 1].isalpha() or text[start - 1] == "_")
    value = tidy(value * times)
    if times == 1 and (letter := _LETTER.match(text, end)) and digits:
        factor = LETTERS[letter[1].lower()]
        if digits.count(".") == 1:
            value = decimal(digits)
        return Number(start, end, value, value, digits, letter[1], letter.end(), factor, False, glued)
    return Number(start, after, value, value, digits, scaled=times > 1, glued=glued, scale=times)
