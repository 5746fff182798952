"""Measures are compared across units of one dimension; versions by their parts, not as decimals or words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Value
from checker.values import compare, measure, show, version


def first(text: str) -> Value:
    return measure.recognise(text)[0].value


@pytest.mark.parametrize(
    ("text", "written", "low", "high"),
    [
        ("an area of 11,400 m²", "11,400 m²", 11_400, 11_400),
        ("a four-year contract", "four-year", 4 * 31556952, 4 * 31556952),
        ("two to three weeks", "two to three weeks", 1209600, 1814400),
        ("a limit of 250MB", "250MB", 250e6, 250e6),
        ("more than 5 km of track", "5 km", 5000, None),
        ("1.2 million tonnes", "1.2 million tonnes", 1.2e9, 1.2e9),
    ],
)
def test_figures_with_a_unit(text: str, written: str, low: float, high: float | None) -> None:
    found = first(text)
    assert (found.text, found.low, found.high) == (written, low, high)


@pytest.mark.parametrize("text", ["31 in May", "400 people", "in 2026", "5 metrebands", "3 April"])
def test_no_measures(text: str) -> None:
    assert measure.recognise(text) == []


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("60 s", "1 minute", "same"),
        ("11,400 m2", "122,700 sq ft", "compatible"),
        ("5.2 km", "5,180 m", "compatible"),
        ("30 s", "60 s", "different"),
        ("11,400 m", "11,400 m2", "different"),
        ("250 MB", "250 Mbps", "different"),
        ("27 months", "2 years", "different"),
        ("about 300 kg", "310 kg", "compatible"),
    ],
)
def test_measures_compared(one: str, other: str, verdict: str) -> None:
    assert compare(first(one), first(other)).verdict == verdict
    assert compare(first(one), first(other)) == compare(first(other), first(one))


def test_a_measure_is_shown_as_written() -> None:
    assert show(first("about 30 seconds")) == "about 30 seconds"
    assert show(first("more than 5 km")) == "5 km or more"


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("3.1", "3.10", "different"),
        ("3.11", "3.11.0", "same"),
        ("v4.2", "4.2", "same"),
        ("4.2", "4.2.1", "compatible"),
        ("4.2", "4.2-rc1", "different"),
        ("2.1", "2.12", "different"),
    ],
)
def test_versions_compared(one: str, other: str, verdict: str) -> None:
    a, b = Value("version", one), Value("version", other)
    assert compare(a, b).verdict == compare(b, a).verdict == verdict


def test_versions_in_a_text() -> None:
    assert [f.value.text for f in version.recognise("Python 3.11 or v2.0-rc1, not 12,000")] == ["3.11", "v2.0-rc1"]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=4), st.lists(st.integers(0, 30), min_size=1, max_size=4))
def test_comparing_versions_is_symmetric(one: list[int], other: list[int]) -> None:
    a, b = (Value("version", ".".join(map(str, parts))) for parts in (one, other))
    assert compare(a, b) == compare(b, a)
    assert compare(a, a).verdict == "same"
