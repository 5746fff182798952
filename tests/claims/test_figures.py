"""Figures in short texts: every figure that a text claims, and no other. The texts stand in ``figures.yaml``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.model import Claim
from tests.claims.bank import claims_of

TEXTS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "figures.yaml").read_text(encoding="utf-8"))
ATTRIBUTES = frozenset(
    "headcount revenue users valuation total_raised round_amount round_date lead_investor direct_reports cost price".split()
)
KEYS = {"headcount": "scope", "users": "scope", "revenue": "period"}
_AMOUNT = re.compile(r"(?:([A-Z]{3}) )?(~|>=|<=)?([\d.e+]+)")


def figures(text: str) -> list[Claim]:
    """The claims of figures in a text."""
    return [claim for claim in claims_of(text) if claim.attribute in ATTRIBUTES]


def holds(said: str, claim: Claim) -> bool:
    """Whether a claim is the one written "Subject | attribute | value | qualifier=text, …"."""
    subject, attribute, value, *rest = (part.strip() for part in said.removeprefix("? ").split("|"))
    qualifiers = dict(pair.split("=", 1) for part in rest for pair in part.split(", "))
    if (claim.attribute, claim.subject.name) != (attribute, subject) or not same(value, claim):
        return False
    how = qualifiers.pop("how", None)
    key = KEYS.get(attribute, "round")
    if how not in (None, claim.modality) or (
        key == "scope" and attribute == "headcount" and unnamed(claim, qualifiers)
    ):
        return False
    return all(text.casefold() in claim.qualifiers.get(name, "").casefold() for name, text in qualifiers.items())


def unnamed(claim: Claim, qualifiers: dict[str, str]) -> bool:
    """Whether the claim narrows a count that the text gives whole."""
    return "scope" in claim.qualifiers and "scope" not in qualifiers


def same(written: str, claim: Claim) -> bool:
    amount = _AMOUNT.fullmatch(written) if claim.value.kind in ("money", "quantity") else None
    if amount is None:
        return written in (claim.value.text, claim.value.edtf)
    figure, sign = float(amount[3]), amount[2]
    low, high = (None if sign == "<=" else figure), (None if sign == ">=" else figure)
    said = claim.value
    return (said.low, said.high, said.approximate or sign != "~") == (low, high, True) and amount[1] in (
        None,
        said.currency,
    )


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: " ".join(str(case["text"]).split()[:9]))
def test_figures(case: dict[str, Any]) -> None:
    claims = figures(case["text"])
    wanted = [said for said in case["claims"] if not said.startswith("? ")]
    assert [said for said in wanted if not any(holds(said, claim) for claim in claims)] == []
    assert [c for c in claims if not any(holds(said, c) for said in case["claims"])] == []
