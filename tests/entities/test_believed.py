"""What is inferred of a body counts only where another source names it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from checker import entities
from checker.entities.believed import INFERRED
from checker.model import Claim, Subject, Unbelieved
from checker.values.names import fold
from tests.findings.made import claim

BODIES = ["Mill Ltd", "Mill", "The Weekly Thread", "Weekly Thread", "Loom Trust", "Lark"]


def guessed(of: Claim, confidence: float = 0.6) -> Claim:
    return replace(of, confidence=confidence)


def sources(*claims: Claim, known: entities.Known | None = None) -> str:
    """The sources whose claims are believed."""
    return "".join(c.source for c in entities.resolve(claims, known))


REST = (claim("x", "birth_date", "1979"), claim("y", "birth_date", "1979"))
HEADS = claim("a", "headcount", 40, "Weekly Thread")
POST = claim("a", "title", "Director", organization="Weekly Thread")
WORK = claim("a", "employer", "Weekly Thread")


@pytest.mark.parametrize("told", [HEADS, POST, WORK])
def test_a_body_that_one_source_infers_is_not_believed(told: Claim) -> None:
    assert sources(told, *REST) == "axy"  # it is said
    assert sources(guessed(told), *REST) == "xy"
    assert sources(guessed(told, INFERRED), *REST) == "axy"


@pytest.mark.parametrize("told", [HEADS, POST, WORK])
@pytest.mark.parametrize(
    "other",
    [
        claim("x", "headcount", 55, "The Weekly Thread"),
        claim("x", "employer", "The Weekly Thread", "Bo Carr"),
        claim("x", "founded_on", "2001", "Weekly Thread"),
        guessed(claim("x", "title", "Engineer", "Bo Carr", organization="Weekly Thread")),
    ],
)
def test_it_is_once_a_second_source_names_the_body(told: Claim, other: Claim) -> None:
    rest = claim("y", "birth_date", "1979"), claim("z", "birth_date", "1979")
    assert sources(guessed(told), replace(other, source="a"), *rest) in ("yz", "ayz")  # the same source is no other
    assert sources(guessed(told), other, *rest) == "axyz"


def test_a_claim_about_no_body_is_believed() -> None:
    assert sources(guessed(claim("a", "birth_date", "1980", "Ada Lark")), *REST) == "axy"


def test_of_two_sources_everything_is_believed() -> None:
    assert sources(guessed(HEADS), REST[0]) == "ax"


def test_what_the_entities_file_names_is_believed() -> None:
    known = entities.Known(aliases={fold(n): "Weekly Thread" for n in ("Weekly Thread", "TWT")})
    assert sources(guessed(HEADS), *REST, known=known) == "axy"
    short = claim("a", "headcount", 40, "TWT")
    assert sources(guessed(short), *REST, known=known) == "axy"


def test_a_thing_of_the_same_name_names_no_body() -> None:
    launches = [replace(claim(s, "birth_date", "1979"), subject=Subject("Weekly Thread", "event")) for s in "xyz"]
    assert sources(guessed(WORK), *launches) == "xyz"
    assert sources(guessed(WORK), *launches, replace(WORK, source="y")) == "axyzy"


def test_what_is_left_out_is_counted_by_source() -> None:
    doubted = entities.sift([guessed(HEADS), guessed(POST), guessed(claim("x", "employer", "Lark")), *REST])[1]
    assert entities.doubts(doubted) == (Unbelieved("a", 2), Unbelieved("x", 1))


def _claims() -> st.SearchStrategy[Claim]:
    source, body = st.sampled_from("abcde"), st.sampled_from(BODIES)
    made = st.one_of(
        st.builds(lambda s, b, n: claim(s, "headcount", n, b), source, body, st.sampled_from([40, 55])),
        st.builds(lambda s, b: claim(s, "title", "Director", organization=b), source, body),
        st.builds(lambda s, b: claim(s, "employer", b), source, body),
    )
    return st.builds(guessed, made, st.sampled_from([0.5, 0.7, INFERRED, 1.0]))


@settings(deadline=None, max_examples=200)
@given(st.lists(_claims(), max_size=10), st.randoms(use_true_random=False))
def test_the_rule_as_it_is_said(claims: list[Claim], shuffler: random.Random) -> None:
    """As the words of the module, on claims under their names; whatever the order."""
    told, doubted = entities.sift(claims)
    every, enough = told + doubted, len({c.source for c in claims}) >= 3
    for of in every:
        about = _body(of)
        others = {c.source for c in every if about and about in _bodies(c)} - {of.source}
        assert (of in doubted) == (enough and of.confidence < INFERRED and bool(about) and not others)
    mixed = list(claims)
    shuffler.shuffle(mixed)
    again = entities.sift(mixed)
    assert [sorted(map(repr, some)) for some in again] == [sorted(map(repr, some)) for some in (told, doubted)]


def _body(of: Claim) -> str:
    if of.subject.type == "organization":
        return fold(of.subject.name)
    return fold(of.value.text if of.attribute == "employer" else of.qualifiers.get("organization", ""))


def _bodies(of: Claim) -> set[str]:
    said = [of.qualifiers.get("organization", ""), of.value.text if of.value.kind == "organization" else ""]
    said += [of.subject.name] if of.subject.type == "organization" else []
    return {fold(name) for name in said if name}
