"""Amounts of money as they stand in a text: a figure with its currency, whole and part, or a range."""

from __future__ import annotations

from msgspec import Struct

from checker import lazy
from checker.values import currencies, ranges
from checker.values.money import marks
from checker.values.numbers import Number, decimal, tidy

# "1.500" is fifteen hundred where these are the money, one and a half elsewhere.
_POINT_GROUPS = frozenset(
    (
        "EUR",
        "CHF",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "BRL",
        "TRY",
        "RUB",
        "ARS",
        "CLP",
        "COP",
        "IDR",
        "VND",
        "ITL",
        "ESP",
        "PTE",
    )
)
_CLOSES = lazy.compile(r"\s?(?:[.,;:)!?]|$|a |an |per |/|each|for |in |on |and |but |while |depending)")
_STATED = lazy.compile(r"\b(?:is|was|were|are|of|be|totall?ed|to)[ ]\($")
_ENDS = lazy.compile(r" ?[.;!?]?$| ?[.;,!?](?:\s|$)| (?:and|more)\b")
_SUM = lazy.compile(
    r" (?:[a-z]+ )?(?:sum|amount|deal|price|fee|salary|fortune|settlement|offer|pay-?out|investment|round|contract"
    r"|bonus|budget|cheque|check|loan|grant|donation|gift|profit|loss|revenues?|valuation|income|package|bid|exit|takeover"
    r"|advance|funding|bill|figure)\b"
)


class Amount(Struct, frozen=True):
    """An amount at ``start:end``. ``scale`` is its magnitude, which the lower end of a range shares."""

    start: int
    end: int
    low: float
    high: float
    currency: str | None
    scaled: bool
    scale: float
    behind: bool = False  # the currency stands behind the number


class Reading(Struct, frozen=True):
    """A text, its numbers, and whose "$" it is."""

    text: str
    numbers: tuple[Number, ...]
    default: str

    def number(self, index: int) -> Number | None:
        return self.numbers[index] if index < len(self.numbers) else None


def at(reading: Reading, index: int, floor: int) -> tuple[Amount | None, int]:
    """The amount that begins with the number at ``index``, and how many numbers it takes; none is (None, 1)."""
    number, following = reading.numbers[index], reading.number(index + 1)
    first = _single(reading, index, floor)
    if following is None or following.start - number.end > 40:
        return first, 1
    if first is not None and (mixed := _mixed(reading, first, index + 1)) is not None:
        return mixed, 2
    if (whole := _range(reading, index, first)) is not None:
        return whole, 2
    return first, 1


def _single(reading: Reading, index: int, floor: int) -> Amount | None:
    """One number with a currency before or behind it."""
    text, number, following = reading.text, reading.numbers[index], reading.number(index + 1)
    before = marks.left(text, number, floor, reading.default)
    if before is None and number.glued:
        return None
    end = number.letter_end if number.letter else number.end
    behind = marks.right(text, end, number, following, before, reading.default)
    mark = before or behind
    if mark is None:
        return _figures(text, number)
    currency = behind.currency if before and behind and before.sign else mark.currency
    times = (number.times if number.letter else 1.0) * (behind.times if behind else mark.times)
    start, end = before.at if before else number.start, behind.at if behind else end
    start, end, negative = _signed(text, start, end, mark)
    low, high = _worth(number, currency)
    factor = -times if negative else times
    low, high = sorted((tidy(low * factor), tidy(high * factor)))
    return Amount(start, end, low, high, currency, number.scaled or times > 1, number.scale * times, before is None)


def _worth(number: Number, currency: str) -> tuple[float, float]:
    """What the digits come to in that currency: "1.500" is 1500 euros, but 1.5 dollars."""
    single = number.digits.count(".") == 1 and not number.scaled and not number.letter
    if single and currency not in _POINT_GROUPS and "," not in number.digits:
        return decimal(number.digits), decimal(number.digits)
    return number.low, number.high


def _signed(text: str, start: int, end: int, mark: marks.Mark) -> tuple[int, int, bool]:
    """Where the amount begins and ends with its minus or its accountant's brackets, and whether it is negative."""
    if (
        not mark.negative
        and start
        and text[start - 1] in "-−"
        and not text[max(start - 2, 0) : start - 1].strip()
        and text[start].isdigit()
    ):
        return start - 1, end, True
    if (
        start
        and text[start - 1] == "("
        and text[end : end + 1] == ")"
        and _STATED.search(text, max(0, start - 12), start)
    ):
        return start - 1, end + 1, True
    return start, end, mark.negative


def _figures(text: str, number: Number) -> Amount | None:
    """ "a nine-figure sum": money of a currency that isn't said."""
    if not number.vague or "figure" not in text[number.start : number.end].lower() or not _SUM.match(text, number.end):
        return None
    return Amount(number.start, number.end, number.low, number.high, None, True, 1.0)


def _mixed(reading: Reading, first: Amount, index: int) -> Amount | None:
    """Whole units and parts: "3 dollars 50 cents", "thirteen dollars and forty-five", "15 dollars 50"."""
    text, second = reading.text, reading.numbers[index]
    whole = not first.scaled and first.behind and first.low == int(first.low)
    if not whole or second.low >= 100 or second.low != int(second.low) or second.letter:
        return None
    if text[first.end : second.start] not in (" ", " and ", ", "):
        return None
    part = _single(reading, index, first.end)
    if part is not None and part.behind and part.currency in currencies.table().parts:
        end = part.end
    elif part is None and _ENDS.match(text, second.end):
        end = second.end
    else:
        return None
    total = tidy(first.low + second.low / 100)
    return Amount(first.start, end, total, total, first.currency, False, 1.0, True)


def _range(reading: Reading, index: int, first: Amount | None) -> Amount | None:
    """A range of two figures; the currency may stand with either, the magnitude with the second alone."""
    text, number, second = reading.text, reading.numbers[index], reading.numbers[index + 1]
    start = first.start if first else number.start
    begin = first.end if first else (number.letter_end if number.letter else number.end)
    joint = ranges.joint(text, start, begin)
    if joint is None or second.start - joint.end > 8 or (first is None and number.glued):
        return None
    last = _single(reading, index + 1, begin)
    if joint.end != (last.start if last else second.start) or (first is None and (last is None or not last.behind)):
        return None
    if last is None:
        if not (joint.dash or joint.between or second.scaled or second.letter or _CLOSES.match(text, second.end)):
            return None  # "$5 to 10 people"
        last = _bare(second)
    return _joined(start, number, first, last)


def _bare(number: Number) -> Amount:
    times = number.times if number.letter else 1.0
    end = number.letter_end if number.letter else number.end
    low, high = tidy(number.low * times), tidy(number.high * times)
    return Amount(number.start, end, low, high, None, number.scaled or times > 1, number.scale * times)


def _joined(start: int, number: Number, first: Amount | None, last: Amount) -> Amount | None:
    one = first or _bare(number)
    low = one.low
    if not one.scaled and last.scale > 1 and low * last.scale < last.high:
        low = tidy(low * last.scale)
    if one.currency and last.currency and one.currency != last.currency:
        return None
    if low >= last.high or low < 0:
        return None
    return Amount(start, last.end, low, last.high, one.currency or last.currency, True, last.scale)
