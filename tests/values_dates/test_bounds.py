"""Since and until open a date on one side."""

from __future__ import annotations

import pytest

from checker.values.dates import recognise, stretch


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("She has led it since 1994.", "1994/.."),
        ("She led it until May 2019.", "../2019-05"),
        ("VP Engineering, June 2020 – present", "2020-06/.."),
        ("From 2014 onwards it grew.", "2014/.."),
        ("She led it from 2008 to 2014.", "2008/2014"),
        ("She joined in 2014.", "2014"),
    ],
)
def test_stretch(text: str, edtf: str) -> None:
    (found,) = recognise(text, "2026-03-10")
    assert stretch(text, found) == edtf
