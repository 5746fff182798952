"""What money, quantities and percentages have in common: intervals of figures, judged as they are written."""

from __future__ import annotations

from math import inf

from checker import lazy
from checker.model import Value
from checker.values.comparison import Comparison
from checker.values.numbers import amount, decimal, scan

ROUGH = 0.10  # how far apart approximate figures may lie and still agree
_COARSEST = 0.10  # "€1 billion" stands for no more than a tenth around it
_PLAIN = 0.025  # "1,200" without a magnitude: round, but less so
_FRACTION = lazy.compile(r"[.,](\d+)$")


def ends(value: Value) -> tuple[float, float]:
    """The interval of a value, open ends infinite; a value without figures is everything."""
    return (-inf if value.low is None else value.low), (inf if value.high is None else value.high)


def slack(value: Value) -> float:
    """How far a figure may lie from the one written, which rounds to it: half the worth of its last digit."""
    figure = value.low if value.low is not None else value.high
    if figure is None or not figure or value.low != value.high:
        return 0.0
    return min(_rounding(value.text, abs(figure)), _COARSEST * abs(figure))


def _rounding(text: str, figure: float) -> float:
    """Half the worth of the last digit of the figure that ``text`` shows."""
    written = next((number.digits for number in scan(text) if number.digits), "")
    mantissa = amount(written) if written else 0.0
    if written.count(".") == 1 and mantissa != figure:
        mantissa = decimal(written)
    if not mantissa:
        return _plain(figure)
    fraction = _FRACTION.search(written)
    places = len(fraction[1]) if fraction and not (len(fraction[1]) == 3 and mantissa >= 1000) else 0
    scale = figure / mantissa
    if mantissa >= 1000 and not places and scale >= 1.5:
        return max(0.5, _plain(mantissa)) * scale  # "4,300 crore" is round to the hundred
    return _plain(figure) if scale < 1.5 and not places else 0.5 * scale / 10**places


def _plain(figure: float) -> float:
    """Half the worth of the last digit that is no closing zero, for a figure without a magnitude."""
    if figure != figure // 1:
        return 0.0
    digits = f"{figure:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return min(0.5 * 10**zeros, _PLAIN * figure) if zeros else 0.0


def compare(a: Value, b: Value) -> Comparison:
    """Whether two amounts of one unit can both be right. Symmetric."""
    (low, high), (other_low, other_high) = ends(a), ends(b)
    if (low, high, a.approximate) == (other_low, other_high, b.approximate):
        return Comparison("same", "the same figure")
    if (low, high) == (other_low, other_high):
        return Comparison("compatible", "the same figure, one of them approximate")
    shown = " and ".join(sorted((show(a), show(b))))
    if low == high and other_low == other_high:
        return _figures(a, b, shown)
    if low <= other_high and other_low <= high:
        return Comparison("compatible", f"{shown} overlap")
    gap, reach = max(low - other_high, other_low - high), 0.0
    if a.approximate or b.approximate:
        reach = ROUGH * min(abs(x) for x in (low, high, other_low, other_high) if abs(x) != inf)
    if gap <= max(reach, slack(a), slack(b)):
        return Comparison("compatible", f"{shown} meet within their roundness")
    return Comparison("different", f"disjoint: {shown}")


def _figures(a: Value, b: Value, shown: str) -> Comparison:
    one, other = a.low or 0.0, b.low or 0.0
    apart = abs(one - other)
    if apart <= max(slack(a), slack(b)) * (1 + 1e-9):
        return Comparison("compatible", f"one rounds to the other: {shown}")
    if (a.approximate or b.approximate) and apart <= ROUGH * max(abs(one), abs(other)):
        return Comparison("compatible", f"within 10 %, and one is approximate: {shown}")
    return Comparison("different", f"different figures: {shown}")


def plain(figure: float) -> str:
    """A figure for people: "2,300", "4.2 million", "72.3 billion"."""
    for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(figure) >= scale:
            short = f"{figure / scale:,.6f}".rstrip("0").rstrip(".")
            return f"{short} {word}"
    return f"{figure:,.2f}".removesuffix(".00")


def show(value: Value) -> str:
    """A value for people: "about 300", "more than 500", "2,300–5,000", with its currency or percent sign."""
    prefix, suffix = (f"{value.currency} " if value.currency else ""), (" %" if value.kind == "percent" else "")
    if value.low is None and value.high is None:
        return value.text
    if value.high is None:
        text = f"{prefix}{plain(value.low or 0.0)}{suffix} or more"
    elif value.low is None:
        text = f"up to {prefix}{plain(value.high)}{suffix}"
    elif value.low == value.high:
        text = f"{prefix}{plain(value.low)}{suffix}"
    else:
        text = f"{prefix}{plain(value.low)}–{plain(value.high)}{suffix}"
    return f"about {text}" if value.approximate else text
