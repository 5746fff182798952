"""A noun that a document defines stands for whom it is defined to stand for."""

from __future__ import annotations

import pytest

from tests.claims.bank import claims_of


@pytest.mark.parametrize(
    ("named", "noun"),
    [
        ('Brixen Theatre Limited (hereinafter "the Society")', "Society"),
        ('Brixen Theatre Limited ("Brixen" or the "Company")', "Company"),
        ("Brixen Theatre Limited (the “Trust”)", "Trust"),
    ],
)
def test_the_noun_is_the_body_that_it_was_defined_for(named: str, noun: str) -> None:
    head = "ALDER CITY COUNCIL\n\nReport of 3 May 2024\n\n"
    text = f"{head}Members are asked to note the accounts of {named}.\n\nThe {noun} employs 40 people.\n"
    assert ("Brixen Theatre Limited", "headcount") in {(c.subject.name, c.attribute) for c in claims_of(text)}
