"""Phrase patterns: the language, what it reads for a pack of a field that the shipped packs know nothing of, and what
it says of patterns that cannot be."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.claims import extract
from checker.claims.phrases.compiling import compile_phrase
from checker.claims.reading import Reading, compile_reading
from checker.errors import UserError
from checker.mentions import find
from checker.model import Claim, Source
from checker.packs import load
from checker.sources import read_text

PACK = """
pack: lighthouses
about: "Lights on a coast, who keeps them, and what they show."
attributes:
  keeper: {subject: light, value: person, key: [post], phrases: [
    "{value}, [the|a] … keeper of {subject} [for {post}]"]}
  lens: {subject: light, value: text, phrases: [
    "{subject} (shows|showed) its light through {value}"]}
  range: {subject: light, value: quantity, phrases: [
    "{subject} reaches|reached [out to] {value} (miles|nautical miles)"]}
  purpose: {subject: organization, value: text, phrases: [
    "exists to {value}"]}
  training: {subject: person, value: organization, phrases: [
    "{subject} learnt the trade (at|with) {value}"]}
  paint: {subject: light, value: text, phrases: [
    "{subject} | painted {value}"]}
events:
  handover:
    slots: {before: date, after: date, person: person, light: light}
    phrases: ['pre-{person} \\({before}\\) | post-{person} \\([planned] {after}\\)']
    claims:
      - {attribute: arrived, subject: person, value: before/after, basis: "=inferred"}
"""
PACK = PACK.replace("events:\n", "  arrived: {subject: person, value: date}\nevents:\n")


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    path = tmp_path_factory.mktemp("packs") / "lighthouses.yaml"
    path.write_text(PACK, encoding="utf-8")
    return compile_reading(load([str(path)]))


def read(text: str, reading: Reading, form: str = "markdown") -> list[Claim]:
    found: list[Claim] = []
    for source in read_text(text, "light.md", form):
        assert isinstance(source, Source)
        found += extract(find(source), reading)
    return found


def said(claims: list[Claim]) -> set[tuple[str, str, str]]:
    return {(c.subject.name, c.attribute, c.value.text) for c in claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skerrow shows its light through a lens of the first order, ground in 1861.",
         ("Skerrow", "lens", "a lens of the first order")),
        ("Skerrow reached out to 21 nautical miles on a clear night.", ("Skerrow", "range", "21")),
        ("Skerrow reaches 21 miles.", ("Skerrow", "range", "21")),
        ("Anna Berg, the last keeper of Skerrow, died in 1911.", ("Skerrow", "keeper", "Anna Berg")),
        ("Anna Berg learnt the trade at “Northern Lights Ltd”.", ("Anna Berg", "training", "Northern Lights Ltd")),
    ],
)  # fmt: skip
def test_an_attribute_is_read_by_its_phrases(text: str, expected: tuple[str, str, str], reading: Reading) -> None:
    assert expected in said(read(text, reading))


@pytest.mark.parametrize(
    "text",
    [
        "Skerrow hides its light through a lens of the first order.",
        "Skerrow reaches for 21 miles.",
        "Anna Berg learnt the trade at home.",
        "Anna Berg, a keeper. Of Skerrow nothing is known.",
        "Does Skerrow reach 21 miles?",
    ],
)
def test_what_only_looks_alike_claims_nothing(text: str, reading: Reading) -> None:
    assert read(text, reading) == []


def test_a_key_qualifier_is_a_slot_and_may_be_missing(reading: Reading) -> None:
    claims = read("Anna Berg, first keeper of Skerrow for Northern Lights, died.", reading)
    assert [c.qualifiers.get("post") for c in claims if c.attribute == "keeper"] == ["Northern Lights"]
    claims = read("Anna Berg, first keeper of Skerrow, died.", reading)
    assert [c.qualifiers.get("post") for c in claims if c.attribute == "keeper"] == [None]


def test_a_missing_subject_is_whom_the_document_is_about(reading: Reading) -> None:
    text = "# Northern Lights Ltd\n\nNorthern Lights Ltd keeps nine lights. It exists to warn ships, and does."
    assert ("Northern Lights Ltd", "purpose", "warn ships") in said(read(text, reading))


def test_the_claim_stands_where_its_value_stands(reading: Reading) -> None:
    text = "First line.\n\nSkerrow reaches 21 miles.\n"
    claim = next(c for c in read(text, reading) if c.attribute == "range")
    assert (claim.span.line, claim.span.column) == (3, 17)
    assert claim.quote == "Skerrow reaches 21 miles."


def test_of_several_patterns_the_first_speaks(tmp_path: Path) -> None:
    def lens(*patterns: str) -> set[str]:
        path = tmp_path / f"{len(patterns[0])}.yaml"
        lines = "\n".join(f"      - '{pattern}'" for pattern in patterns)
        path.write_text(
            f"pack: p\nattributes:\n  lens:\n    subject: light\n    value: text\n    phrases:\n{lines}\n",
            encoding="utf-8",
        )
        return {c.value.text for c in read("Skerrow shows glass over iron.", compile_reading(load([str(path)])))}

    assert lens("{subject} shows {value} over", "{subject} shows {value}") == {"glass"}
    assert lens("{subject} shows {value}", "{subject} shows {value} over") == {"glass over iron"}


def test_a_prediction_stays_one(reading: Reading) -> None:
    claims = read("Anna Berg said that Skerrow reached 21 miles, according to the board.", reading)
    assert {c.modality for c in claims if c.attribute == "range"} <= {"reported", "asserted"}


def test_patterns_for_rows_take_a_cell_each(reading: Reading) -> None:
    table = (
        "Anna Berg came late.\n\n| Measure | Pre-Berg (Q1 1903) | Post-Berg (planned Q3 1903) |\n|---|---|---|\n"
        "| Wrecks | 4 | 0 |\n\n| Light | Look |\n|---|---|\n| Skerrow | painted red and white |\n"
    )
    claims = read(table, reading)
    dated = next(c for c in claims if c.attribute == "arrived")
    assert (dated.subject.name, dated.value.edtf) == ("Anna Berg", "1903-01/1903-09")
    assert dated.qualifiers == {"basis": "inferred"}
    assert ("Skerrow", "paint", "red and white") in said(claims)


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [
        ("{subject} shows {colour} as {value}", "no slot here"),
        ("shows light", "has no {value}"),
        ("{subject} shows [a {value}", "does not close"),
        ("{subject} shows a] {value}", "does not close a bracket"),
        ("{value}", "no word"),
        ("{subject} {value}", "no word"),
        ("{subject} shows ( | a) {value}", "empty alternative"),
        ("{subject} shows |{value}", "stands between words"),
    ],
)
def test_a_pattern_that_cannot_be_is_said_with_its_line(pattern: str, wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(
        f"pack: p\nattributes:\n  lens:\n    subject: light\n    value: text\n    phrases:\n      - '{pattern}'\n",
        encoding="utf-8",
    )
    if pattern == "{subject} {value}":
        compile_reading(load([str(path)]))  # a name right before words is a pattern, if a wide one
        return
    with pytest.raises(UserError) as error:
        compile_reading(load([str(path)]))
    assert wrong in str(error.value)
    assert str(error.value).startswith(f"{path}:7:")


TYPES = {"subject": "person", "value": "text", "organization": "organization"}


@given(st.text(alphabet="ab {}[]()|,'.…\\subjectvalue", max_size=60))
def test_compiling_ends_in_a_pattern_or_in_a_word_to_the_user(text: str) -> None:
    try:
        slots = compile_phrase(text, TYPES).slots
    except UserError:
        return  # any other error fails
    assert slots and slots <= set(TYPES)


NAMED = ("person", "organization")  # given in full, wherever they are said in short
WORDS = ["reaches", "21", "miles", "Skerrow", "shows", "its", "light", "through", "(", ",", "keeper", "of", "Anna", "“"]


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_whatever_words_come_a_claim_quotes_them(words: list[str], reading: Reading) -> None:
    text = " ".join(words)
    for claim in read(f"Note {text}", reading):
        assert claim.subject.name
        assert claim.mark is not None
        assert claim.quote[claim.mark[0] : claim.mark[1]] == claim.value.text or claim.value.kind in NAMED


def test_time_grows_with_the_text_alone(reading: Reading) -> None:
    def cost(size: int) -> float:
        text = "keeper of " * size
        began = time.process_time()
        read(text, reading)
        return time.process_time() - began

    cost(50)
    assert cost(4000) < 16 * cost(1000) + 0.5


@pytest.mark.parametrize("word", ["that", "This", "these"])
def test_a_word_that_points_elsewhere_is_no_value(reading: Reading, word: str) -> None:
    assert [c for c in read(f"Cape Farrow shows its light through {word}.\n", reading) if c.attribute == "lens"] == []
