"""Whole dates in other languages, and what only has their shape."""

from __future__ import annotations

import pytest

from checker.values.dates.recognising import recognise


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Er kam am 3. März 2024 nach Bonn.", "2024-03-03"),
        ("Le 19 mai 2026, elle a pris ses fonctions.", "2026-05-19"),
        ("El 12 de junio de 2023 se inauguró.", "2023-06-12"),
        ("Den 5 oktober 2019 blev hon chef.", "2019-10-05"),
        ("Il 7 febbraio 2018 lasciò la società.", "2018-02-07"),
        ("Op 21 januari 2020 kwam hij.", "2020-01-21"),
    ],
)
def test_a_day_in_another_language(text: str, edtf: str) -> None:
    (found,) = recognise(text, None)
    assert (found.value.edtf, text[found.start : found.end]) == (edtf, found.value.text)


@pytest.mark.parametrize(
    "text",
    [
        "Some 12 people 2024 said so.",
        "4 out 2020",
        "8 set 2014",
        "2 dagen 2019",
        "6 marks 2001",
        "3 deals 2020",
        "31 abril 2020",
    ],
)
def test_what_only_has_the_shape_is_no_day(text: str) -> None:
    assert all("-" not in (f.value.edtf or "") for f in recognise(text, None))
