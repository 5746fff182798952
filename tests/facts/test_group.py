"""Facts: which qualifiers are one."""

from __future__ import annotations

import pytest

from checker import facts, packs
from checker.values.qualifiers import qualifier
from tests.findings.made import claim


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("period", "2024-25", "2024/25"),
        ("period", "FY2024", "2024"),
        ("period", "FY24", "fiscal 2024"),
        ("period", "first half of 2024", "H1 2024"),
        ("period", "Q3 2024", "third quarter of 2024"),
        ("period", "FY ended March 2024", "fiscal year to March 2024"),
        ("period", "2024Q3", "Q3 2024"),
        ("round", "Series B", "series-B round"),
        ("round", "B round", "Series B"),
        ("round", "Seed", "seed funding"),
        ("scope", "engineers", "engineering team"),
        ("scope", "", "total"),
        ("organization", "North Works", "The North Works Ltd"),
    ],
)
def test_one(name: str, one: str, other: str) -> None:
    assert qualifier(name, one) == qualifier(name, other)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("period", "2024", "2023-24"),
        ("period", "H1 2024", "H2 2024"),
        ("period", "Q1 2024", "2024"),
        ("period", "2023", "2024"),
        ("round", "Series A", "Series B"),
        ("round", "Seed", "pre-seed"),
        ("round", "Series B", "Series B extension"),
        ("scope", "engineering", "sales"),
        ("organization", "North Works", "North Works Capital"),
    ],
)
def test_two(name: str, one: str, other: str) -> None:
    assert qualifier(name, one) != qualifier(name, other)


def test_facts_are_shown_by_the_commonest_spelling() -> None:
    given = [
        claim(source, "round_amount", "$18 million", "North Works", round=name)
        for source, name in (("a", "Series B"), ("b", "Series B"), ("c", "series-b round"))
    ]
    (fact,) = facts.group(given, packs.load())
    assert fact.qualifiers == {"round": "Series B"}
    assert [c.source for c in fact.claims] == ["a", "b", "c"]
