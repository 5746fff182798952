"""Papers that follow no form: memos, letters, interviews, chronicles, programmes, lists of staff."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims import bank
from tests.claims.test_layouts import differences

CASES = [{"format": "md", **case} for case in bank.cases("banks/free_forms.yaml")]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_a_text_claims_this_and_nothing_else(case: dict[str, Any]) -> None:
    _, missed, wrong = differences(case)
    assert not missed and not wrong, f"missed {missed}, wrong {wrong}"
