"""What is shown of reading: structure, the rule of each claim, and why a near miss was refused."""

from __future__ import annotations

import pytest

from checker.claims.explain import explain, unread
from checker.claims.reading import Reading
from checker.mentions import find
from checker.model import Source
from checker.passages import Page
from checker.sources import read_text
from tests.claims import bank


@pytest.fixture(scope="module", name="reading")
def patterns() -> Reading:
    return bank.reading()


def page(text: str) -> Page:
    (source,) = read_text(text, "x.txt", "text")
    assert isinstance(source, Source)
    return find(source)


def test_a_claim_is_shown_with_its_clause_and_its_rule(reading: Reading) -> None:
    shown = explain(page("Ann Bell joined Corvane Ltd as chief executive on 3 May 2021.\n"), reading)
    assert "1:1  Ann Bell joined Corvane Ltd" in shown
    assert "name Ann Bell (person)" in shown
    assert "date 3 May 2021 (2021-05-03)" in shown or "date on 3 May 2021 (2021-05-03)" in shown
    assert 'clause: join [finite, past]; subject "Ann Bell"' in shown
    assert "claim: Ann Bell: title = chief executive, organization Corvane Ltd" in shown
    assert "no claim" not in shown


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("If Corvane Ltd acquires Brell Ltd, prices will rise.", "modality none"),
        ("The rest of it came in at $45m, they said.", "nothing beside it says what it measures"),
        ("There was a chief executive.", "nobody is said to hold it"),
        ("The band had acquired a taste for tea on 3 May 2021.", "acquire: none of"),
    ],
)
def test_a_near_miss_says_why(reading: Reading, text: str, reason: str) -> None:
    shown = explain(page(text + "\n"), reading)
    assert "  claim:" not in shown
    assert reason in shown


def test_sentences_with_a_candidate_and_no_claim_are_counted(reading: Reading) -> None:
    text = "Ann Bell joined Corvane Ltd as chief executive in 2021. There was a chief executive. Birds sang.\n"
    assert unread(page(text), reading) == (3, 1)
