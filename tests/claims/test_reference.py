"""Whom texts are about: pronouns, definite phrases, headings, speakers, and the organization of a bare title."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims import bank


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in bank.cases("reference.yaml")])
def test_a_text_claims_this_and_nothing_else(case: dict[str, Any]) -> None:
    _, missed, wrong = bank.differences(case)
    assert not missed and not wrong, f"missed {sorted(missed)}, wrong {sorted(wrong)}"
