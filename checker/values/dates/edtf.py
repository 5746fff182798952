"""EDTF (ISO 8601-2) dates as intervals of days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from checker import lazy
from checker.errors import UserError

_POINT = lazy.compile(
    r"(?P<y>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<m>\d\d|XX)(?:-(?P<d>\d\d|XX))?)?(?:T[\d:.Z+-]*)?(?P<q>[~?%]?)"
)
_SEASONS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    37: (1, 4),
    38: (5, 4),
    39: (9, 4),
    40: (1, 6),
    41: (7, 6),
}

Interval = tuple[date | None, date | None]


@lru_cache(maxsize=4096)
def point(text: str) -> tuple[str, str, str, str]:
    """Year, month, day and qualifier of one EDTF date as written ("" where not said). Raises UserError."""
    found = _POINT.fullmatch(text)
    if not found:
        raise UserError(f"{text!r} is not a date; write it as 2026, 2026-05, 2026-05-19 or an interval of two of them")
    return found["y"], found["m"] or "", found["d"] or "", found["q"]


@lru_cache(maxsize=4096)
def interval(edtf: str) -> Interval:
    """First and last day that an EDTF date can mean, "about" not widened; an open or unknown end is None.

    Raises UserError for text that is not EDTF.
    """
    if "/" not in edtf:
        return _days(edtf)
    first, _, last = edtf.partition("/")
    if first in {"", ".."}:
        return None, (None if last in {"", ".."} else _days(last)[1])
    return _days(first)[0], (None if last in {"", ".."} else _days(last)[1])


def _days(text: str) -> Interval:
    y, m, d, _ = point(text)
    if y == "XXXX":
        return None, None
    low, high = int(y.replace("X", "0")), int(y.replace("X", "9"))
    try:
        if not m or m == "XX" or low != high:
            return date(max(low, 1), 1, 1), date(high, 12, 31)
        if int(m) in _SEASONS:
            start, count = _SEASONS[int(m)]
            return date(low, start, 1), _month_end(low, start + count - 1)
        if not d or d == "XX":
            return date(low, int(m), 1), _month_end(low, int(m))
        return (only := date(low, int(m), int(d))), only
    except ValueError as error:
        raise UserError(f"{text!r} is not a date: {error}; check its month and day") from None


def length(year: int, month: int) -> int:
    """The days of a month; ``calendar`` knows them too, and takes a start 2 ms."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _month_end(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, length(year, month))


def approximate(edtf: str) -> bool:
    """Whether any end is marked about (~) or both uncertain and about (%)."""
    return "~" in edtf or "%" in edtf


def widened(edtf: str) -> Interval:
    """Like ``interval``, each end marked "about" moved outwards by one unit of its precision."""
    low, high = interval(edtf)
    first, _, last = edtf.partition("/")
    last = last or first
    if low and approximate(first):
        low = _move(low, first, -1)
    if high and approximate(last):
        high = _move(high, last, 1)
    return low, high


def _move(at: date, text: str, sign: int) -> date:
    """A first (sign -1) or last day (1) moved outwards by a unit of its text's precision."""
    _, m, d, _ = point(text)
    try:
        if d:
            return at + timedelta(days=sign)
        if not m:
            return at.replace(year=at.year + sign)
        return _month_end(at.year, at.month + 1) if sign > 0 else (at - timedelta(days=1)).replace(day=1)
    except (OverflowError, ValueError):
        return at
