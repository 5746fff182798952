"""Status, dates and modality that headers, cells and remarks give to claims; where in the file a value stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.draft import Draft
from checker.claims.structured.headings import heading
from checker.claims.structured.lexicon import words
from checker.claims.structured.units import unit_of
from tests.claims_structured.made import claims, drafts


def one(found: list[Draft], attribute: str, subject: str = "") -> Draft:
    """The only draft of an attribute (and a subject)."""
    (draft,) = [d for d in found if d.attribute == attribute and subject in d.subject]
    return draft


def test_a_figure_carries_the_date_beside_it() -> None:
    found = drafts("company,staff\nMolen Dairy Ltd,1200 (2024)\n", "csv")
    assert one(found, "headcount").qualifiers["as_of"] == "2024"
    assert one(found, "headcount").value.low == 1200


def test_a_figure_carries_the_date_of_its_header() -> None:
    found = drafts("company,Employees (December 2023)\nMolen Dairy Ltd,77\n", "csv")
    assert one(found, "headcount").qualifiers["as_of"] == "2023-12"


def test_a_forecast_row_is_predicted() -> None:
    found = drafts("company,year,staff\nMolen Dairy Ltd,2023,70\nMolen Dairy Ltd,2030 (forecast),90\n", "csv")
    assert [d.modality for d in found if d.attribute == "headcount"] == ["asserted", "predicted"]


@pytest.mark.parametrize(
    ("cell", "status"),
    [("Harbour master (former)", "former"), ("former Harbour master", "former"), ("Harbour master", "")],
)
def test_a_former_post_says_so(cell: str, status: str) -> None:
    found = drafts(f"name,title,company\nIngrid Solberg,{cell},Port Authority of Lofthavn\n", "csv")
    title = one(found, "title")
    assert (title.value.text, title.qualifiers.get("status", "")) == ("Harbour master", status)


def test_an_end_date_makes_a_post_former() -> None:
    found = drafts("name,title,company,from,to\nIngrid Solberg,Harbour master,Nor Port Ltd,2011,2015\n", "csv")
    assert one(found, "left_on").value.edtf == "2015"
    assert one(found, "title").qualifiers["status"] == "former"


def test_a_day_past_the_twelfth_settles_how_all_dates_read() -> None:
    found = drafts("name,title,company,joined,left\nAna Brook,Clerk,Nor Port Ltd,03/04/2011,28/02/2015\n", "csv")
    assert one(found, "joined_on").value.edtf == "2011-04-03"


def test_a_day_that_could_be_a_month_is_not_read() -> None:
    assert not [
        c
        for c in claims("name,title,company,joined\nAna Brook,Clerk,Nor Port Ltd,03/04/2011\n", "csv")
        if "joined" in c
    ]


@pytest.mark.parametrize(
    "header", ["Jobs cut", "Staff turnover rate", "Cost per km", "Share of revenue", "Rating", "Employees per site"]
)
def test_headers_that_only_look_familiar_claim_nothing(header: str) -> None:
    assert claims(f"company,{header}\nMolen Dairy Ltd,14\n", "csv") == []


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("€m", ("EUR", 1e6)),
        ("£000s", ("GBP", 1e3)),
        ("USD million", ("USD", 1e6)),
        ("in thousands of euros", ("EUR", 1e3)),
        ("Oslo", None),
        ("m²", None),
    ],
)
def test_units(unit: str, expected: tuple[str | None, float] | None) -> None:
    assert unit_of(unit) == expected


def test_money_without_a_currency_is_not_claimed() -> None:
    assert claims("project,cost\nCaldera Viaduct,64\n", "csv") == []


@given(st.text(max_size=60))
def test_any_text_can_be_a_header(text: str) -> None:
    found = heading(text, words(None), None)
    assert found.times > 0
    assert found.role in ("", "attribute", "subject", "qualifier", "officer", "people", "ignored", "time")


@given(
    st.lists(
        st.lists(st.text(alphabet="Anab 12/–(),;:€m%", max_size=12), min_size=3, max_size=3), min_size=1, max_size=4
    )
)
def test_values_stand_where_they_are_said_to(rows: list[list[str]]) -> None:
    quoted = ["company,founders,staff", *(",".join(f'"{cell}"' for cell in row) for row in rows)]
    for draft in drafts("\n".join(quoted) + "\n", "csv"):
        assert 0 <= draft.start <= draft.end <= len(draft.block.text)
