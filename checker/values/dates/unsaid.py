"""What a date leaves out: the century, the year, the month, filled in from the publication."""

from __future__ import annotations

from checker.values.dates import moment
from checker.values.dates.context import Context
from checker.values.dates.lexer import Token
from checker.values.dates.moment import Moment

CENTURY_PIVOT = 69  # two-digit years up to this are 20xx
LEAP_REACH = 8  # years to either side in which every day of the calendar occurs


def full_year(number: int) -> int:
    """A year of two digits in its century."""
    return number if number > 99 else number + (2000 if number <= CENTURY_PIVOT else 1900)


def year_of(token: Token | None) -> int | None:
    return None if token is None else int(token.value)


def free_day(context: Context, month: int, number: int, weekday: int | None = None) -> Moment | None:
    """A day whose year was not said; its weekday, where that was, decides between years."""
    if context.base is None:
        at = moment.day(2000, month, number)
        return None if at is None else at.but(free="year")
    year = context.base.year
    near = _in_years(year, 1, month, number) or _in_years(year, LEAP_REACH, month, number)
    fitting = [d for d in near if weekday is None or d.first.weekday() == weekday]
    best = context.nearest(fitting or near)
    return None if best is None else best.but(free="year")


def _in_years(year: int, reach: int, month: int, number: int) -> list[Moment]:
    return [d for y in range(year - reach, year + reach + 1) if (d := moment.day(y, month, number))]


def free_month(context: Context, number: int) -> Moment | None:
    """A month whose year was not said."""
    if context.base is None:
        at = moment.month(2000, number)
        return None if at is None else at.but(free="year")
    near = [m for y in range(context.base.year - 1, context.base.year + 2) if (m := moment.month(y, number))]
    best = context.nearest(near)
    return None if best is None else best.but(free="year")


def free_number(context: Context, number: int, weekday: int | None = None) -> Moment | None:
    """The day of a month that was not said, with its weekday where that was."""
    if context.base is None:
        return None
    year, month, reach = context.base.year, context.base.month, 14 if weekday is not None else 2
    around = [
        moment.day(year + (month - 1 + n) // 12, (month - 1 + n) % 12 + 1, number) for n in range(-reach, reach + 1)
    ]
    if weekday is None:
        return next((d for d in around[reach:] if d and d.first > context.base.date()), None)
    return context.nearest([d for d in around if d and d.first.weekday() == weekday])


def nth_weekday(year: int, month: int, number: int, which: int) -> Moment | None:
    """The ``which``-th weekday of a month (-1: the last)."""
    around = [d for n in range(1, 32) if (d := moment.day(year, month, n)) and d.first.weekday() == number]
    return around[which if which < 0 else which - 1] if -len(around) <= which <= len(around) and which else None
