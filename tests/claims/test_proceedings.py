"""Hearings, inquiries and calls: the words are whose label stands before them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims import bank


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in bank.cases("banks/proceedings.yaml")])
def test_a_turn_is_the_speakers(case: dict[str, Any]) -> None:
    _, missed, wrong = bank.differences(case)
    assert not missed and not wrong, f"missed {sorted(missed)}, wrong {sorted(wrong)}"
