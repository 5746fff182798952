"""Amounts of money in prose, and how two of them compare.

A number becomes money by a sign, code or word beside it. Parts ("50 cents", "470 pence") keep the name of the part as
their currency, because whose cent it is stands elsewhere; ``standard`` turns them into whole units. A word that
several currencies share ("francs", "pesos") is kept as it is, and compares with each of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from checker import lazy
from checker.model import Found, Value
from checker.values import amounts, cues, currencies
from checker.values.comparison import Comparison
from checker.values.money import figures
from checker.values.numbers import scan

_LONE = lazy.compile(r"(?<= )a (penny|dollar|euro|cent|quid)(?= ?[.,!?;]| a | per | each | or |$)")
_COUNTED = (
    "share|year|month|week|day|night|head|hour|person|barrel|tonne|ton|litre|liter|kilo|kg|piece|seat|ticket|unit|copy|bottle"
    "|pint|mile|minute|pound|ounce|square|dozen|employee|user|customer|gallon|metre|meter|quarter"
)
_UNIT = lazy.compile(
    rf"\s?(?:/\s?|per[ -]|an?[ ](?=(?:{_COUNTED})\b)|-an?-"
    r"|(?=each\b|apiece\b|annually\b|monthly\b|weekly\b|yearly\b))([A-Za-z]+)",
    re.IGNORECASE,
)


def recognise(text: str, default_currency: str = "USD") -> list[Found]:
    """The amounts of money in ``text``, in order; ``$`` without letters is ``default_currency``'s.

    ``start:end`` is number and currency, without the words that open or soften it; those show in the value.
    """
    return list(_recognise(text, default_currency))


@lru_cache(maxsize=2)
def _recognise(text: str, default: str) -> tuple[Found, ...]:
    reading = figures.Reading(text, scan(text), default)
    found: list[Found] = []
    index, floor = 0, 0
    while index < len(reading.numbers):
        one, used = figures.at(reading, index, floor)
        index += used
        if one is not None:
            found.append(_found(text, one))
            floor = one.end
    if lone := [_lone(match) for match in _LONE.finditer(text)]:  # a coin without a number: "a penny"
        found = sorted([*found, *lone], key=lambda one: one.start)
    return tuple(found)


def _lone(match: re.Match[str]) -> Found:
    currency = currencies.table().words[match[1]]
    return Found(match.start(), match.end(), Value("money", match[0], low=1.0, high=1.0, currency=currency))


def _found(text: str, one: figures.Amount) -> Found:
    low, high, approximate = cues.apply(text, one.start, one.end, one.low, one.high)
    written = text[one.start : one.end]
    return Found(one.start, one.end, Value("money", written, None, low, high, one.currency, approximate))


def per_unit(text: str, found: Found) -> str | None:
    """What the price is counted by, where the text says: "$15/hour" is "hour", "£9 a month" is "month"."""
    match = _UNIT.match(text, found.end)
    return match[1].lower() if match else None


def standard(value: Value, default: str | None = None) -> Value:
    """The value in whole units of its currency: 470 pence are 4.70 GBP; cents are ``default``'s where it has cents."""
    low, currency = currencies.standard(value.low, value.currency, default)
    high, _ = currencies.standard(value.high, value.currency, default)
    return value if currency == value.currency else replace(value, low=low, high=high, currency=currency)


def canonical(value: Value) -> tuple[float | None, float | None, str | None, bool]:
    """Equal for two ways of writing one amount: in whole units of the currency."""
    whole = standard(value)
    return whole.low, whole.high, whole.currency, whole.approximate


def show(value: Value) -> str:
    """The amount for people: "EUR 4.2 million", "USD 500 or more"."""
    return amounts.show(standard(value))


def compare(a: Value, b: Value) -> Comparison:
    """Whether two amounts can both be right; different currencies are never compared by rate. Symmetric."""
    one, other = standard(a, b.currency), standard(b, a.currency)
    if not currencies.agree(one.currency, other.currency):
        return Comparison("different", "currency: " + " and ".join(sorted((one.currency or "", other.currency or ""))))
    result = amounts.compare(one, other)
    if result.verdict == "same" and one.currency != other.currency:
        return Comparison("compatible", "the same figure; one leaves the currency open")
    return result
