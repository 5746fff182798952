"""Short spoken input: times, durations and bare names count; values are exact days."""

from __future__ import annotations

import pytest

from checker.values.dates import recognise

PUBLISHED = "2026-03-10T10:30"  # a Tuesday


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("remind me tonight at 8", "2026-03-10T20:00"),
        ("lunch with Ann tomorrow at 12:15", "2026-03-11T12:15"),
        ("the show starts 9am on Friday", "2026-03-13T09:00"),
        ("call him in 45 minutes", "2026-03-10T11:15"),
        ("3 hours ago", "2026-03-10T07:30"),
        ("1 year and 2 months ago", "2025-01-10T10:30"),
        ("June 2027", "2027-06-01/2027-06-30"),
        ("the third Thursday of next month", "2026-04-16"),
        ("24.12.2026 18:00", "2026-12-24T18:00"),
        ("the day after tomorrow", "2026-03-12"),
        ("between 3 and 5pm on 2 April", "2026-04-02T15:00"),
        ("Thursday next week", "2026-03-19"),
        ("week 31", "2026-07-27/2026-08-02"),
        ("nineteen ninety six", "1996-01-01/1996-12-31"),
    ],
)
def test_spoken(text: str, edtf: str) -> None:
    assert [found.value.edtf for found in recognise(text, PUBLISHED, prose=False)] == [edtf]


@pytest.mark.parametrize(
    "text", ["it may take a while", "good morning, Paul", "30 February 2026", "she will be at 4.22"]
)
def test_spoken_silent(text: str) -> None:
    assert recognise(text, PUBLISHED, prose=False) == []
