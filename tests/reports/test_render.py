"""The three formats show both sides, where they stand and how grave it is."""

from __future__ import annotations

import json
import random
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from checker import contract
from checker.model import Position, Unbelieved, Value
from checker.reports import render
from checker.reports.quotes import excerpt, said
from tests.reports.made import claim, finding, report

SENIOR, PLAIN = Value("title", "Senior Director of Looms"), Value("title", "Director of Looms")


def test_text_is_a_linters() -> None:
    lines = render(report(), "text").splitlines()
    assert lines[0] == "a.md:3:1: T101 error Ada Byron held different titles at Mill [both cannot be right]"
    assert lines[2] == "      a.md:3:1: Ada was Senior Director of Looms at Mill."
    assert lines[3].index("^") == lines[2].index("Senior")
    assert lines[3].count("^") == len("Senior")
    assert lines[-1] == "1 conflict (1 error), 1 agreement, 0 notices: 3 claims in 3 sources; 1 part not read."


def test_what_is_not_believed_is_said_wherever_people_read() -> None:
    doubted = replace(report(), unbelieved=(Unbelieved("a.md", 2), Unbelieved("c.md", 1)))
    assert render(doubted, "text").endswith(": 3 claims in 3 sources; 3 claims not believed; 1 part not read.\n")
    for form in ("markdown", "html"):
        shown = render(doubted, form)
        assert "Not believed" in shown and "Not believed" not in render(report(), form)
        assert "1 claim not believed: their organization is inferred, and no other source names it" in shown


def test_text_shows_agreements_only_when_asked() -> None:
    assert "T102" not in render(report(), "text")
    assert "T102 agreement" in render(report(), "text", verbose=True)


def test_color_changes_nothing_but_color() -> None:
    import re

    colored = render(report(), "text", color=True)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == render(report(), "text")


def test_a_warning_says_that_accounts_differ() -> None:
    softer = replace(report(), findings=(replace(report().findings[0], severity="warning"),))
    assert "warning Ada Byron held different titles at Mill [accounts differ]" in render(softer, "text")
    assert "**warning: accounts differ.**" in render(softer, "markdown")


def test_markdown_cites_every_position_by_file_and_line() -> None:
    shown = render(report(), "markdown")
    assert "[a.md:3](a.md#L3)" in shown
    assert "[folder/b.txt:7](folder/b.txt#L7)" in shown
    assert "Senior Director of Looms v Director of Looms" in shown
    assert shown.index("## Where they conflict") < shown.index("## Who says what") < shown.index("## Where they agree")


def test_markdown_links_are_relative_to_where_the_report_lies() -> None:
    assert "(../a.md#L3)" in render(report(), "markdown", base="reports")


def test_markdown_matrix_has_a_column_for_each_source() -> None:
    rows = [line for line in render(report(), "markdown").splitlines() if line.startswith("| ⚡")]
    assert [cell.strip() for cell in rows[0].split("|")[2:-1]] == [SENIOR.text, PLAIN.text, PLAIN.text]


def test_json_holds_to_the_schema() -> None:
    jsonschema.validate(json.loads(render(report(), "json")), contract.schema())


def test_shipped_schema_is_the_contracts() -> None:
    shipped = Path(contract.__file__).with_name("reports") / "report.schema.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == contract.schema()


def test_json_can_be_read_back_as_claims() -> None:
    sources, claims = contract.read_claims(render(report(), "json").encode(), "r.json")
    assert [s.path for s in sources] == [s.path for s in report().sources]
    assert claims == list(report().claims)


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_order_of_claims_in_a_position_changes_nothing(form: str) -> None:
    whole = report()
    mixed = [
        replace(p, claims=tuple(random.Random(1).sample(p.claims, len(p.claims)))) for p in whole.findings[0].positions
    ]
    shuffled = replace(whole, findings=(replace(whole.findings[0], positions=tuple(mixed)), *whole.findings[1:]))
    assert render(shuffled, form) == render(whole, form)


@pytest.mark.parametrize("size", [300, 5_000, 300_000])
def test_long_quotes_are_cut_around_the_value(size: int) -> None:
    quote = "word " * (size // 10) + "Senior Director of Looms" + " word" * (size // 10)
    parts = excerpt(claim("a", quote, SENIOR), [PLAIN], 100)
    assert parts.marked == "Senior"
    assert parts.before.startswith("…")
    assert parts.after.endswith("…")
    assert len(parts.before + parts.marked + parts.after) < 130


def test_a_token_of_any_size_is_cut() -> None:
    parts = excerpt(claim("a", "x" * 300_000, Value("text", "x" * 300_000)), [PLAIN], 100)
    assert len(parts.before + parts.marked + parts.after) < 500


def test_a_value_that_stands_nowhere_in_the_quote_is_not_marked() -> None:
    assert excerpt(claim("a", "He runs looms", SENIOR), [PLAIN], 100).marked == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Value("money", "", low=7.5e9, high=7.5e9, currency="USD"), "USD 7,500,000,000"),
        (Value("quantity", "", low=100, high=999), "100–999"),
        (Value("quantity", "", low=500, high=None), "500 or more"),
        (Value("quantity", "", low=300, high=300, approximate=True), "about 300"),
        (Value("date", "", edtf="2026-05"), "2026-05"),
        (Value("title", " Chief\nof Looms "), "Chief of Looms"),
    ],
)
def test_values_without_words_are_shown_by_their_figures(value: Value, text: str) -> None:
    assert said(value) == text


def test_many_witnesses_are_counted_not_listed() -> None:
    many = tuple(claim(f"s{i:02}.txt", "Ada, Director of Looms", PLAIN) for i in range(20))
    one = claim("a.md", "Ada was Senior Director of Looms", SENIOR)
    whole = replace(report(), findings=(finding(Position(SENIOR, (one,)), Position(PLAIN, many)),))
    assert "and 17 more" in render(whole, "text")
    text = render(whole, "markdown")
    assert "<details><summary>15 more</summary>" in text
    assert text.count("\n> [s") == 20
