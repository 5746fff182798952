"""Where names end, whose a post is and when a text was written, by the lines around: every claim of a text and no
other."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims import bank
from tests.claims.test_layouts import differences


@pytest.mark.parametrize(
    "case", bank.cases("banks/letterheads_and_fields.yaml"), ids=lambda case: " ".join(case["text"].split()[:7])
)
def test_a_text_claims_this_and_nothing_else(case: dict[str, Any]) -> None:
    _, missed, wrong = differences(case)
    assert (missed, wrong) == ([], [])
