"""Two dates: do they say the same thing, and which comes first?"""

from __future__ import annotations

from datetime import date

from checker.model import Value
from checker.values.comparison import Comparison
from checker.values.dates.edtf import Interval, approximate, interval, point, widened

_EARLIEST, _LATEST = date.min, date.max


def canonical(value: Value) -> tuple[str, str, bool]:
    """First and last day ("" where open or unknown) and whether it is about: equal for two ways of writing one date."""
    edtf = value.edtf or ""
    low, high = interval(edtf)
    start = edtf if "XXXX" in edtf else low.isoformat() if low else ""
    return start, high.isoformat() if high else "", approximate(edtf)


def show(value: Value) -> str:
    """The EDTF text of a date, or its words where it has none."""
    return value.edtf or value.text


def compare(a: Value, b: Value) -> Comparison:
    """Whether two dates can both be right."""
    left, right = a.edtf or "", b.edtf or ""
    if not left or not right:
        return (
            Comparison("same", "same words")
            if a.text == b.text
            else Comparison("compatible", "a date that could not be resolved")
        )
    if canonical(a) == canonical(b):
        return Comparison("same", "the same date" if "/" not in left + right else "the same days")
    if "XXXX" in left + right:
        return _unspecified(left, right)
    return _intervals(left, right)


def _intervals(left: str, right: str) -> Comparison:
    a, b = interval(left), interval(right)
    if _contains(a, b):
        return Comparison("compatible", f"{left} contains {right}")
    if _contains(b, a):
        return Comparison("compatible", f"{right} contains {left}")
    if _overlap(a, b):
        return Comparison("compatible", f"{left} and {right} overlap")
    if _overlap(widened(left), widened(right)):
        return Comparison("compatible", f"{left} is about {right}" if approximate(left) else f"{right} is about {left}")
    first, second = sorted((left, right))
    return Comparison("different", f"disjoint: {first} and {second}")


def _contains(a: Interval, b: Interval) -> bool:
    return _low(a) <= _low(b) and _high(b) <= _high(a)


def _overlap(a: Interval, b: Interval) -> bool:
    return _low(a) <= _high(b) and _low(b) <= _high(a)


def _low(a: Interval) -> date:
    return a[0] or _EARLIEST


def _high(a: Interval) -> date:
    return a[1] or _LATEST


def _unspecified(left: str, right: str) -> Comparison:
    """Dates without a year: month and day must not contradict where both name them."""
    if "/" in left + right:
        return Comparison("compatible", "a date without a year")
    (_, m, d, _), (_, n, e, _) = point(left), point(right)
    if (m and n and m != n) or (d and e and d != e):
        first, second = sorted((left, right))
        return Comparison("different", f"disjoint: {first} and {second}")
    return Comparison("compatible", "one names no year")


def before(a: str, b: str) -> bool | None:
    """Whether EDTF ``a`` lies before ``b``: True or False only where that holds for every day they can mean."""
    (_, a_high), (b_low, b_high) = widened(a), widened(b)
    a_low = widened(a)[0]
    if a_high is not None and b_low is not None and a_high < b_low:
        return True
    return False if a_low is not None and b_high is not None and a_low >= b_high else None


def after(a: str, b: str) -> bool | None:
    """Whether EDTF ``a`` lies after ``b``, as ``before``."""
    return before(b, a)
