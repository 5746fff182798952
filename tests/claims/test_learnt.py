"""What weights read: only what no pattern has claimed, the same each time, from weights that fit their texts."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checker import packs
from checker.claims.explain import explain
from checker.claims.extract import extract, prose_drafts, structured_drafts
from checker.claims.learnt.values import RULE
from checker.claims.learnt.weights import PATH, Choice, Names, likeliest, weights
from checker.claims.reading import Reading, compile_reading
from checker.mentions import find
from checker.model import Claim, Source
from checker.passages import Page
from checker.sources import read_text
from tests.training.__main__ import folders
from tests.training.fit import digests

ASIDE = (
    "# Kiptoro Seeds\n\nKiptoro Seeds breeds maize in Nakuru. Its chief executive is Agnes Kirwa.\n\n"
    "Tumaini 4, launched in March 2012, is a squat red-headed thing that forgives bad rain.\n\n"
    "Kestrel Partners led the round.\n"
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return compile_reading(packs.load(None))


def page_of(text: str) -> Page:
    (source,) = [s for s in read_text(text, "made.md", "markdown") if isinstance(s, Source)]
    return find(source)


def learnt(claims: list[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.rule.startswith(RULE)]


def test_the_weights_fit_the_texts_that_they_were_learnt_from() -> None:
    """Fails when an annotated text was changed and ``python -m tests.training`` not run."""
    said, held = weights().texts, digests(folders())
    assert said and {name: held.get(name) for name in said} == said


def test_the_weights_are_small() -> None:
    assert os.path.getsize(PATH) < 500_000


def test_every_weight_has_its_trait() -> None:
    known = weights()
    for choice in known.kinds.values():
        assert len(choice.weights) == len(choice.attributes) * len(choice.traits.split("\n"))
    for names in known.subjects.values():
        assert len(names.weights) == len(names.traits.split("\n"))


def test_without_weights_nothing_is_read_by_them(reading: Reading) -> None:
    with_them, without = (learnt(extract(page_of(ASIDE), one)) for one in (reading, _without(reading)))
    assert with_them and not without


def _without(reading: Reading) -> Reading:
    return replace(reading, learner=None)


def test_packs_without_the_shipped_attributes_have_no_learner() -> None:
    assert compile_reading(packs.Packs()).learner is None


def test_what_a_pattern_claims_is_left_to_it(reading: Reading) -> None:
    """No claim by weights has its value where another claim of the same page has its own."""
    page = page_of(ASIDE)
    others = [(d.block.text, d.start, d.end) for d in prose_drafts(page, _without(reading))]
    found = [d for d in prose_drafts(page, reading, known=structured_drafts(page, reading)) if d.rule.startswith(RULE)]
    assert found
    for draft in found:
        assert not any(t == draft.block.text and draft.start < e and s < draft.end for t, s, e in others)


def test_reading_twice_gives_the_same(reading: Reading) -> None:
    assert extract(page_of(ASIDE), reading) == extract(page_of(ASIDE), reading)


@given(st.lists(st.sampled_from(["any", "verb=open", "l1=in", "unheard of"]), max_size=6))
def test_odds_are_shares_of_one(traits: list[str]) -> None:
    odds = Choice(["", "founded_on", "opened_on"], "any\nverb=open", bytes([1, 2, 3, 4, 5, 6])).odds(traits)
    assert sum(odds.values()) == pytest.approx(1) and min(odds.values()) > 0


@given(st.dictionaries(st.sampled_from("ABCD"), st.lists(st.sampled_from(["main", "topic"]), max_size=3)))
def test_the_order_of_the_names_changes_nothing(rivals: dict[str, list[str]]) -> None:
    known = Names("any\nmain\ntopic", bytes([1, 40, 20]))
    one, other = (likeliest(some, "cost", known) for some in (rivals, dict(reversed(rivals.items()))))
    assert one[0] == other[0] and one[1] == pytest.approx(other[1])


def test_a_claim_by_weights_says_what_spoke_for_it(reading: Reading) -> None:
    told = explain(page_of(ASIDE), reading)
    (line,) = [line for line in told.splitlines() if "by learnt lead_investor" in line]
    why = told.splitlines()[told.splitlines().index(line) + 1]
    assert "verb=lead" in why and "of Kiptoro Seeds:" in why
