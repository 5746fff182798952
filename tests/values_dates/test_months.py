"""The lengths of months."""

from __future__ import annotations

from calendar import monthrange

from checker.values.dates.edtf import length


def test_months_are_as_long_as_in_the_calendar() -> None:
    for year in (*range(1, 500), *range(1580, 2120), 9999):
        assert [length(year, month) for month in range(1, 13)] == [monthrange(year, m)[1] for m in range(1, 13)]
