"""Where somebody left from, and where they went."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims import bank


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in bank.cases("banks/departures.yaml")])
def test_a_departure_is_from_where_somebody_was(case: dict[str, Any]) -> None:
    _, missed, wrong = bank.differences(case)
    assert not missed and not wrong, f"missed {sorted(missed)}, wrong {sorted(wrong)}"
