"""What a source tells aside: in brackets, by pointing at another, before a colon, in a cell of remarks, in a header."""

from __future__ import annotations

import pytest

from tests.claims.bank import claims_of


def said(text: str) -> set[tuple[str, str, str]]:
    return {(c.subject.name, c.attribute, c.value.text) for c in claims_of(text)}


OAKLINE = "Oakline Ltd makes cables. Brask Ltd buys them.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The title of Senior Fellow goes back to Brask Labs, where people like Anna Berg and Tom Reed held the same "
         "title.", {("Anna Berg", "title", "Senior Fellow"), ("Tom Reed", "title", "Senior Fellow")}),
        ("- Oakline: the founders (Anna Berg, Tom Reed) still solder.",
         {("Oakline Ltd", "founder", "Anna Berg"), ("Oakline Ltd", "founder", "Tom Reed")}),
        ("Oakline now has hundreds of employees.", {("Oakline Ltd", "headcount", "hundreds")}),
        ("On 3 May 2021, Anna Berg announced she had joined Oakline as chief engineer.",
         {("Anna Berg", "joined_on", "3 May 2021"), ("Anna Berg", "title", "chief engineer")}),
        ("Anna Berg and Tom Reed spent most of their careers at Oakline as chief engineers.",
         {("Anna Berg", "title", "chief engineer"), ("Tom Reed", "title", "chief engineer")}),
        ("Anna Berg, during her years as an engineer and Senior Fellow at Oakline, drew plans.",
         {("Anna Berg", "title", "Senior Fellow")}),
        ("Anna Berg, former chief engineer at Brask and before that a technical director of Oakline, has left.",
         {("Anna Berg", "title", "technical director"), ("Anna Berg", "title", "chief engineer")}),
        ("Anna Berg was chairman and Tom Reed treasurer of Oakline.", {("Tom Reed", "title", "treasurer")}),
        ("Anna Berg has changed her title at Oakline to chief engineer.", {("Anna Berg", "title", "chief engineer")}),
        ("Another critic is Anna Berg at Oakline, who knows.", {("Anna Berg", "employer", "Oakline Ltd")}),
    ],
)  # fmt: skip
def test_prose(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= said(OAKLINE + text)


def test_who_comes_second_does_not_get_the_first_ones_post() -> None:
    found = said(OAKLINE + "Anna Berg was chairman and Tom Reed treasurer of Oakline.")
    assert ("Anna Berg", "title", "treasurer") not in found
    assert ("Tom Reed", "title", "chairman") not in found


TABLE = """Anna Berg came to Oakline Ltd.

| Company | Key figure(s) | News |
|---|---|---|
| Oakline Ltd | Anna Berg, Tom Reed (former) | Model 3; $7.5m raised |
| Brask Ltd | Ines Falk | $2m from a fund |
"""


def test_a_table_of_key_people_and_news() -> None:
    claims = claims_of(TABLE)
    assert {(c.subject.name, c.value.text) for c in claims if c.attribute == "total_raised"} == {
        ("Oakline Ltd", "$7.5m")
    }
    people = {(c.subject.name, c.qualifiers["status"]) for c in claims if c.attribute == "employer" and c.span.line > 3}
    assert people >= {("Anna Berg", "current"), ("Tom Reed", "former"), ("Ines Falk", "current")}


def test_figures_under_dated_columns_in_rows_that_name_their_organization() -> None:
    claims = claims_of(
        "Oakline Ltd grows.\n\n| Measure | Then (Q1 2025) | Later (projected Q3 2025) | Why |\n|---|---|---|---|\n"
        "| Oakline Ltd headcount (research) | ~300 | ~350-400 (+15%) | growth |\n| Rain | 3 | 4 | luck |\n"
    )
    found = [(c.value.low, c.value.high, c.qualifiers, c.modality) for c in claims if c.attribute == "headcount"]
    assert found == [
        (300, 300, {"as_of": "2025-01/2025-03", "scope": "research"}, "asserted"),
        (350, 400, {"as_of": "2025-07/2025-09", "scope": "research"}, "predicted"),
    ]


def test_a_person_in_the_brackets_of_a_header_is_whom_the_column_is_about() -> None:
    claims = claims_of(
        "Anna Berg works at Oakline Ltd.\n\n| Metric | Typical senior director (average) | Oakline Ltd fellow (Berg model) |\n"
        "|---|---|---|\n| Direct reports | 20-50 | 0-2 |\n| Reports to | Ines Falk | Tom Reed |\n"
    )
    found = {(c.subject.name, c.value.text) for c in claims if c.attribute == "direct_reports"}
    assert found == {("Anna Berg", "0-2")}


@pytest.mark.parametrize(
    ("note", "attribute"),
    [
        ("headcount 96 at signing", "headcount"),
        ("The company employed 96 people.", "headcount"),
        ("It had 96 paying customers when the papers were signed.", "users"),
    ],
)
def test_a_figure_in_a_note_is_of_the_day_of_its_row(note: str, attribute: str) -> None:
    table = f'date,company,event,note\n2022-02-08,Otterby Labs,Series B,"{note}"\n2023-03-01,Otterby Labs,move,\n'
    (claim,) = [c for c in claims_of(table, "", "csv") if c.attribute == attribute]
    assert (claim.value.low, claim.qualifiers["as_of"]) == (96, "2022-02-08")


def test_a_figure_in_a_note_of_a_row_with_two_days_is_of_neither() -> None:
    table = (
        "from,to,company,note\n2019-01-01,2022-02-08,Otterby Labs,The company employed 96 people.\n"
        "2022-02-09,2023-03-01,Otterby Labs,nothing\n"
    )
    (claim,) = [c for c in claims_of(table, "", "csv") if c.attribute == "headcount"]
    assert "as_of" not in claim.qualifiers
