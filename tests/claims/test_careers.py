"""A person's posts and life as prose tells them: short texts of many hands, each with exactly the claims it makes."""

from __future__ import annotations

from typing import Any

import pytest

from checker.model import Claim
from tests.claims.bank import cases, claims_of
from tests.claims.test_posts import READ, expected, fits

LIVES = (*READ, "birth_date", "birth_place", "death_date", "alma_mater", "founder")
CASES = cases("banks/careers.yaml")


def judged(case: dict[str, Any]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]], list[Any]]:
    """What was rightly claimed, missed, and claimed wrongly."""
    claims = [c for c in claims_of(str(case["text"]), str(case.get("published") or "")) if c.attribute in LIVES]
    asked = [w for line in case["claims"] if line[0] != "?" for w in expected(line, LIVES)]
    allowed = [w for line in case["claims"] for w in expected(line.lstrip("?"), LIVES)] + _implied(asked)
    hit = [w for w in asked if any(fits(c, w) for c in claims)]
    return hit, [w for w in asked if w not in hit], [_shown(c) for c in claims if not any(fits(c, w) for w in allowed)]


def _implied(asked: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Who came or left works or worked there, which may be claimed."""
    return [(w[0], "employer", w[3], "", "", w[5]) for w in asked if w[1] in ("joined_on", "left_on")]


def _shown(claim: Claim) -> tuple[Any, ...]:
    return claim.subject.name, claim.attribute, claim.value.text, claim.qualifiers, claim.modality


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_the_careers_of_a_text(case: dict[str, Any]) -> None:
    _, missed, wrong = judged(case)
    assert (missed, wrong) == ([], [])
