"""What texts do not claim, though they look it: callings, rooms, conditions, counts of who came, dates that hang on
nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.bank import cases, differences


@pytest.mark.parametrize("case", cases("abstentions.yaml"), ids=lambda case: case["text"][:50])
def test_only_what_is_said(case: dict[str, Any]) -> None:
    _, missed, wrong = differences(case)
    assert (missed, wrong) == (set(), set())
