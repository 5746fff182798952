"""Amounts of money: what is found, at which characters, and what it comes to."""

import pytest

from checker.values import money


def found(text: str) -> list[tuple[str, float | None, float | None, str | None]]:
    return [(f.value.text, f.value.low, f.value.high, f.value.currency) for f in money.recognise(text)]


@pytest.mark.parametrize(
    ("text", "written", "amount", "currency"),
    [
        ("sold for €310m last year", "€310m", 310e6, "EUR"),
        ("sold for EUR 310 million last year", "EUR 310 million", 310e6, "EUR"),
        ("sold for 310 million euros last year", "310 million euros", 310e6, "EUR"),
        ("sold for four hundred and twenty million euros", "four hundred and twenty million euros", 420e6, "EUR"),
        ("valued at $1.2bn.", "$1.2bn", 1.2e9, "USD"),
        ("valued at US$1.2 billion.", "US$1.2 billion", 1.2e9, "USD"),
        ("valued at HK$3bn", "HK$3bn", 3e9, "HKD"),
        ("A $5m deal", "$5m", 5e6, "USD"),
        ("paid A$5m", "A$5m", 5e6, "AUD"),
        ("gave us $5m", "$5m", 5e6, "USD"),
        ("cost ₹1,200 crore", "₹1,200 crore", 1.2e10, "INR"),
        ("cost Rs. 5 lakh crore", "Rs. 5 lakh crore", 5e12, "INR"),
        ("cost 12,34,567 rupees", "12,34,567 rupees", 1234567, "INR"),
        ("cost CHF 3.4m", "CHF 3.4m", 3.4e6, "CHF"),
        ("cost 1.500 €", "1.500 €", 1500, "EUR"),
        ("cost 1 500 €", "1 500 €", 1500, "EUR"),
        ("cost $2.174T", "$2.174T", 2.174e12, "USD"),
        ("cost 30 MUSD", "30 MUSD", 30e6, "USD"),
        ("cost 75 USD million", "75 USD million", 75e6, "USD"),
        ("85 kr at the door", "85 kr", 85, "SEK"),
        ("half a million pounds", "half a million pounds", 5e5, "GBP"),
        ("in 2024 $5m came in", "$5m", 5e6, "USD"),
        ("it cost 3 dollars 50 cents.", "3 dollars 50 cents", 3.5, "USD"),
        ("a loss of -15€ here", "-15€", -15, "EUR"),
        ("- $72.3B: total capital", "$72.3B", 72.3e9, "USD"),
        ("would have been EUR 3,391\nmillion", "EUR 3,391\nmillion", 3.391e9, "EUR"),
        ("20 billion francs", "20 billion francs", 20e9, "franc"),
    ],
)
def test_one_amount(text: str, written: str, amount: float, currency: str) -> None:
    assert found(text) == [(written, amount, amount, currency)]


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("€1.1-1.3bn", 1.1e9, 1.3e9, "EUR"),
        ("$80m-$90m", 80e6, 90e6, "USD"),
        ("$5-$6 million", 5e6, 6e6, "USD"),
        ("between €80 million and €90 million", 80e6, 90e6, "EUR"),
        ("between 5 and 10 million euros", 5e6, 10e6, "EUR"),
        ("a nine-figure sum", 1e8, 999_999_999, None),
        ("hundreds of millions of dollars", 1e8, 999_999_999, "USD"),
        ("more than $500m", 500e6, None, "USD"),
        ("$7.5 billion or more", 7.5e9, None, "USD"),
        ("up to €3m", None, 3e6, "EUR"),
    ],
)
def test_intervals(text: str, low: float | None, high: float | None, currency: str | None) -> None:
    assert [entry[1:] for entry in found(text)] == [(low, high, currency)]


@pytest.mark.parametrize(
    "text",
    [
        "All 70 of us.",
        "ALL 5 solutions",
        "a twenty pound bag",
        "20 pounds of rice",
        "they won 3, lost 2",
        "Page 5 EU rules",
    ],
)
def test_not_money(text: str) -> None:
    assert found(text) == []


def test_a_change_is_two_amounts() -> None:
    assert [entry[1] for entry in found("rose from $4m to $5m")] == [4e6, 5e6]


def test_a_price_and_people_are_no_range() -> None:
    assert found("gave $5 to 10 people") == [("$5", 5, 5, "USD")]


@pytest.mark.parametrize("cue", ["about", "some", "nearly", "just over", "close to", "~"])
def test_approximate(cue: str) -> None:
    value = money.recognise(f"raised {cue} €59m" if cue != "~" else "raised ~€59m")[0].value
    assert (value.low, value.high, value.approximate) == (59e6, 59e6, True)


@pytest.mark.parametrize(
    ("text", "unit"), [("$15/hour", "hour"), ("£9 a month", "month"), ("$98 a share", "share"), ("$5m deal", None)]
)
def test_per_unit(text: str, unit: str | None) -> None:
    assert money.per_unit(text, money.recognise(text)[0]) == unit


def test_parts_in_whole_units() -> None:
    pence = money.recognise("470 pence")[0].value
    cents = money.recognise("50 cents")[0].value
    assert (money.standard(pence).low, money.standard(pence).currency) == (4.7, "GBP")
    assert money.standard(cents, "EUR").currency == "EUR"
    assert money.standard(cents).currency == "USD"


def test_default_currency() -> None:
    assert money.recognise("$5m", default_currency="AUD")[0].value.currency == "AUD"
