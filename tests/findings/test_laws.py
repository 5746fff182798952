"""Laws: order of input, symmetry, repetition; hot facts."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from checker import entities, facts, findings, packs
from checker.findings.interface import Case, World
from checker.findings.pairs import judge_pair
from checker.findings.says import says
from checker.model import Claim
from checker.packs.checks import SingleValue
from tests.findings.made import claim, judged

TITLES = [
    "Director",
    "Deputy Director",
    "Chief Executive Officer",
    "CEO",
    "founder",
    "co-founder",
    "Professor",
    "Head of Finance",
]
DATES = ["2017", "2017-03", "2017-03-04", "2018", "2016/2017", "2017~"]


def _titles() -> st.SearchStrategy[Claim]:
    return st.builds(
        lambda source, title, status, modality: claim(
            source, "title", title, organization="North Works", status=status, modality=modality
        ),
        st.sampled_from("abcd"),
        st.sampled_from(TITLES),
        st.sampled_from(["current", "former", "incoming", ""]),
        st.sampled_from(["asserted", "asserted", "reported", "denied", "predicted"]),
    )


def _amounts() -> st.SearchStrategy[Claim]:
    return st.builds(
        lambda source, figure, as_of: claim(
            source, "headcount", figure, "North Works", **({"as_of": as_of} if as_of else {})
        ),
        st.sampled_from("abcd"),
        st.integers(1, 40).map(lambda n: n * 25),
        st.sampled_from(["", "2024", "2025-03", "2025"]),
    )


def _dates() -> st.SearchStrategy[Claim]:
    return st.builds(
        lambda s, d: claim(s, "founded_on", d, "North Works"), st.sampled_from("abcd"), st.sampled_from(DATES)
    )


CLAIMS = st.lists(st.one_of(_titles(), _amounts(), _dates()), max_size=12)


@settings(deadline=None, max_examples=150)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(claims: list[Claim], shuffler: random.Random) -> None:
    mixed = list(claims)
    shuffler.shuffle(mixed)
    assert judged(*claims) == judged(*mixed)


@settings(deadline=None, max_examples=100)
@given(CLAIMS)
def test_saying_it_twice_changes_nothing(claims: list[Claim]) -> None:
    assert judged(*claims) == judged(*claims, *claims)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.one_of(_titles(), _amounts(), _dates()), min_size=2, max_size=10))
def test_verdicts_on_two_are_symmetric(claims: list[Claim]) -> None:
    loaded = packs.load()
    for fact in facts.group(claims, loaded):
        case = Case(fact.subject, [fact], World(loaded))
        said = says(fact, case)[0]
        for a in said:
            for b in said:
                if a is not b:
                    attribute = loaded.attributes[fact.attribute]
                    assert judge_pair(a, b, attribute, SingleValue(), case) == judge_pair(
                        b, a, attribute, SingleValue(), case
                    )


@settings(deadline=None, max_examples=100)
@given(CLAIMS)
def test_a_conflict_has_two_positions_and_its_id_stands_for_what_is_said(claims: list[Claim]) -> None:
    found = judged(*claims)
    assert len({f.id for f in found}) == len(found)
    for finding in found:
        if finding.verdict == "conflict":
            assert len(finding.positions) >= 2
        if finding.verdict == "agreement":
            assert len({c.source for p in finding.positions for c in p.claims}) >= 2
        assert all(c.modality != "predicted" for p in finding.positions for c in p.claims)


@settings(deadline=None, max_examples=50)
@given(CLAIMS)
def test_facts_in_a_stream_are_those_in_memory(claims: list[Claim]) -> None:
    loaded = packs.load()
    ordered = sorted(set_of(claims), key=lambda c: (facts.key_of(c, loaded), c.source, c.span, c.id))
    assert list(facts.in_order(ordered, loaded)) == facts.group(claims, loaded)
    in_memory = {f.id for f in findings.judge(facts.group(claims, loaded), loaded)}
    assert {f.id for f in findings.judge_in_order(facts.in_order(ordered, loaded), loaded)} == in_memory


def set_of(claims: list[Claim]) -> list[Claim]:
    """The claims, each once."""
    return list({c.id: c for c in claims}.values())


@settings(deadline=None, max_examples=50)
@given(CLAIMS)
def test_resolving_twice_is_resolving_once(claims: list[Claim]) -> None:
    once = entities.resolve(claims)
    assert entities.resolve(once) == once


def test_the_work_on_a_hot_fact_is_bounded(monkeypatch: object) -> None:
    """Twenty times the distinct values cost no more comparisons: those with the most sources are compared."""
    from checker.findings import says as module

    claims = [claim(f"s{n % 50}", "headcount", n + 100, "North Works") for n in range(4000)]
    loaded = packs.load()
    (fact,) = facts.group(claims, loaded)
    said, left = says(fact, Case(fact.subject, [fact], World(loaded)))
    assert (len(said), left) == (module.MOST, 4000 - module.MOST)
    assert any("not compared" in f.reason for f in findings.judge([fact], loaded))
