"""Whose a post, a round or a figure is, where another stands nearer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims import bank


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in bank.cases("banks/whose.yaml")])
def test_it_is_not_who_stands_nearest(case: dict[str, Any]) -> None:
    _, missed, wrong = bank.differences(case)
    assert not missed and not wrong, f"missed {sorted(missed)}, wrong {sorted(wrong)}"
