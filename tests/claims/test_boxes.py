"""Fact boxes and small tables: whose the rows are, and of which part of a body."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims import bank


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in bank.cases("banks/boxes.yaml")])
def test_a_box_claims_this_and_nothing_else(case: dict[str, Any]) -> None:
    _, missed, wrong = bank.differences(case)
    assert not missed and not wrong, f"missed {sorted(missed)}, wrong {sorted(wrong)}"
