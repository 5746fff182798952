"""Bare numbers: what counts, and what is a date, a label or part of money."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.values import money, percent, quantity
from checker.values.numbers import scan


def found(text: str) -> list[tuple[float | None, float | None]]:
    return [(f.value.low, f.value.high) for f in quantity.recognise(text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1,900 employees", 1900, 1900),
        ("1.900 employees", 1900, 1900),
        ("1 900 employees", 1900, 1900),
        ("1\u202f900 employees", 1900, 1900),
        ("1'900 employees", 1900, 1900),
        ("12,34,567 riders", 1234567, 1234567),
        ("2.1 lakh riders", 210_000, 210_000),
        ("1.2 million users", 1.2e6, 1.2e6),
        ("1.2m users", 1.2e6, 1.2e6),
        ("30k users", 30_000, 30_000),
        ("two thousand three hundred people", 2300, 2300),
        ("one and a half million people", 1.5e6, 1.5e6),
        ("a million and a half people", 1.5e6, 1.5e6),
        ("fifteen hundred people", 1500, 1500),
        ("a dozen people", 12, 12),
        ("hundreds of people", 100, 999),
        ("tens of thousands of people", 10_000, 99_999),
        ("several thousand people", 2000, 9999),
        ("2,300–5,000 people", 2300, 5000),
        ("~350-400 people", 350, 400),
        ("350 to 400 people", 350, 400),
        ("between 350 and 400 people", 350, 400),
        ("ranging from 350 to 400 people", 350, 400),
        ("5–6 million users", 5e6, 6e6),
        ("more than 500 people", 500, None),
        ("at least some 300 people", 300, None),
        ("500+ people", 500, None),
        ("upwards of 500 people", 500, None),
        ('"more than 40,000" users', 40_000, None),
        ("fewer than a dozen people", None, 12),
        ("no more than 70 people", None, 70),
        ("1900 employees", 1900, 1900),
    ],
)
def test_one_number(text: str, low: float | None, high: float | None) -> None:
    assert found(text) == [(low, high)]


@pytest.mark.parametrize(
    "text",
    "19 May|May 19|in 2024|2019–2022: engineer|2024-05-19|19/05/2024|at 10:30|version 1.2.3|GPT-4|B-17|page 4|the 1990s"
    "|the 7th|A320|one of them|no one|10 a.m.|€5m|12 %|00317|twenty-first|12-14 June".split("|"),
)
def test_no_count(text: str) -> None:
    assert found(text) == []


def test_growth_is_two_numbers() -> None:
    assert found("up from 300 to 400 people") == [(300, 300), (400, 400)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("80-90%", 80, 90),
        ("90 %+", 90, None),
        ("between 10% and 12 per cent", 10, 12),
        ("4.125%", 4.125, 4.125),
        ("twelve percent", 12, 12),
    ],
)
def test_percent(text: str, low: float, high: float | None) -> None:
    assert [(f.value.low, f.value.high) for f in percent.recognise(text)] == [(low, high)]


@given(st.text(alphabet="0123456789.,-–$€ kmtbn%()andhlfoushiretw '\n", max_size=60))
def test_spans_are_in_order_and_quote_the_text(text: str) -> None:
    for recognise in (money.recognise, percent.recognise, quantity.recognise):
        end = 0
        for one in recognise(text):
            assert end <= one.start < one.end <= len(text)
            assert one.value.text == text[one.start : one.end]
            end = one.end


@given(st.integers(min_value=0, max_value=10**12))
def test_grouping_does_not_change_a_number(number: int) -> None:
    for written in (f"{number:,}", f"{number:,}".replace(",", "\u00a0"), f"{number:,}".replace(",", "'")):
        assert [n.low for n in scan(written)] == [number]


@pytest.mark.parametrize(
    "unit", ["7", "1,", "one ", "million ", "about 5 ", "$", "5m", "1.", "half a ", "'", "a-", "5 to "]
)
def test_hostile_input_takes_linear_time(unit: str) -> None:
    began = time.process_time()
    quantity.recognise(unit * (120_000 // len(unit)))
    assert time.process_time() - began < 8
