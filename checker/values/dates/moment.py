"""A stretch of days at a precision, and calendar arithmetic on it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from msgspec import Struct, structs

from checker.values.dates.edtf import length

YEARS = (1, 9998)


class Moment(Struct, frozen=True):
    """Days ``first`` to ``last`` (inclusive), said at ``grain`` (year, month or day).

    ``time`` is "HH:MM" where the start has one; ``anchor`` as in ``Found``; ``free`` names what was not said and had
    to be inferred ("year"); ``weak`` names the form where that needs support from its surroundings.
    """

    first: date
    last: date
    grain: str = "day"
    time: str = ""
    approximate: bool = False
    anchor: str = ""
    free: str = ""
    weak: str = ""
    zone: str = ""  # as written behind the time

    def but(self, **changes: object) -> Moment:
        """The same moment with some fields changed."""
        return structs.replace(self, **changes)


INVALID = Moment(date.min, date.min, weak="invalid")  # written like a date that does not exist


@lru_cache(maxsize=8192)
def day(year: int, month: int, number: int) -> Moment | None:
    """One day, None where there is no such day."""
    try:
        at = date(year, month, number)
    except ValueError:
        return None
    return Moment(at, at) if year <= YEARS[1] else None


@lru_cache(maxsize=8192)
def month(year: int, number: int, count: int = 1) -> Moment | None:
    """``count`` months from month ``number`` (from 1; beyond 12 runs into the next year)."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    end = number + count - 1
    last_year, last_month = year + (end - 1) // 12, (end - 1) % 12 + 1
    if not (YEARS[0] <= year <= last_year <= YEARS[1]):
        return None
    return Moment(date(year, number, 1), date(last_year, last_month, length(last_year, last_month)), "month")


def year(number: int, count: int = 1) -> Moment | None:
    """``count`` years from ``number``."""
    if not (YEARS[0] <= number and number + count - 1 <= YEARS[1]):
        return None
    return Moment(date(number, 1, 1), date(number + count - 1, 12, 31), "year")


def days(first: date, last: date) -> Moment:
    """A run of days."""
    return Moment(first, last)


def week(at: date) -> Moment:
    """The week, Monday to Sunday, in which a day lies."""
    monday = at - timedelta(days=at.weekday())
    return Moment(monday, monday + timedelta(days=6))


def shift_months(at: date, count: int) -> date | None:
    """The same day ``count`` months on, or the month's last where it has no such day."""
    total = at.year * 12 + at.month - 1 + count
    if not YEARS[0] * 12 <= total < YEARS[1] * 12:
        return None
    number = total % 12 + 1
    return at.replace(year=total // 12, month=number, day=min(at.day, length(total // 12, number)))


def shift(at: datetime, unit: str, count: float) -> datetime | None:
    """``at`` moved by ``count`` units (fractions of a month or year become days)."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months:
            whole = int(count * months)
            moved = shift_months(at.date(), whole)
            rest = timedelta(days=round((count * months - whole) * 30.44))
            return None if moved is None else datetime.combine(moved, at.time()) + rest
        seconds = {
            "day": 86400,
            "week": 604800,
            "fortnight": 1209600,
            "weekend": 604800,
            "hour": 3600,
            "minute": 60,
            "second": 1,
        }
        if unit == "workday":
            return _workdays(at, int(count))
        return at + timedelta(seconds=seconds[unit] * count) if unit in seconds else None
    except OverflowError:
        return None


def _workdays(at: datetime, count: int) -> datetime:
    step = timedelta(days=1 if count > 0 else -1)
    weeks, rest = divmod(abs(count), 5)
    at += step * 7 * weeks
    while rest:
        at += step
        rest -= at.weekday() < 5
    return at


def easter(number: int) -> date:
    """Western Easter Sunday of a year (the anonymous Gregorian algorithm)."""
    a, b, c = number % 19, number // 100, number % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    total = h + m - 7 * n + 114
    return date(number, total // 31, total % 31 + 1)


def write(at: Moment, exact: bool = False) -> str:
    """A moment as EDTF; ``exact`` writes the days it covers instead of its coarser name."""
    size = 10 if exact else {"year": 4, "month": 7, "day": 10}[at.grain]
    first, last = at.first.isoformat()[:size], at.last.isoformat()[:size]
    if at.time and at.grain == "day":
        first += f"T{at.time}"
        last = first if at.first == at.last else last
    mark = "~" if at.approximate else ""
    return first + mark if first == last else f"{first}{mark}/{last}{mark}"
