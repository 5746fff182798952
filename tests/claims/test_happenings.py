"""What happened and what it came to, as many hands would write it: sales, openings, rounds, figures.

Each text of the bank has to give all its claims of these attributes, and no other.
``python -m tests.claims.test_happenings`` measures the bank text by text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.model import Claim
from checker.values import money
from tests.claims.bank import claims_of, measure
from tests.claims.test_events_and_dates import fold

BANK = Path(__file__).parent / "banks" / "happenings.yaml"
ATTRIBUTES = frozenset(
    "founded_on acquired_by acquired_on acquisition_price opened_on held_on released_on cost price headquarters "
    "revenue headcount users valuation total_raised round_amount round_date lead_investor".split()
)
_MODALITIES = ("reported", "predicted", "denied")
_DATED = ("founded_on", "acquired_on", "opened_on", "held_on", "released_on", "round_date")
_COUNTED = ("headcount", "users")
_NAMED = ("acquired_by", "lead_investor", "headquarters")


def bank() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load(BANK.read_text(encoding="utf-8"))
    return loaded


def said_by(line: str, claim: Claim) -> bool:
    """Whether a claim is the one written "subject | attribute | value | modality or qualifier=text …"."""
    subject, attribute, value, *rest = (part.strip() for part in line.removeprefix("? ").split("|"))
    if (attribute, fold(subject)) != (claim.attribute, fold(claim.subject.name)) or not _same(attribute, value, claim):
        return False
    how = next((word for word in rest if word in _MODALITIES), "")
    kept = dict(pair.split("=", 1) for word in rest if "=" in word for pair in word.split(", "))
    if how != ("" if claim.modality == "asserted" else claim.modality) and (how or claim.modality != "reported"):
        return False
    if attribute == "headcount" and "scope" in claim.qualifiers and "scope" not in kept:
        return False
    return all(text.casefold() in claim.qualifiers.get(key, "").casefold() for key, text in kept.items())


def _same(attribute: str, written: str, claim: Claim) -> bool:
    value = claim.value
    if attribute in _DATED:
        return value.edtf == written
    if attribute in _NAMED:
        return fold(value.text) == fold(written)
    if attribute in _COUNTED:
        least, figure = written.startswith(">="), float(written.lstrip("~>="))
        return (value.low, value.high, value.approximate) == (
            figure, None if least else figure, written.startswith("~"),
        )  # fmt: skip
    found = money.recognise(written.lstrip("~"))[0].value
    return (value.low, value.high, value.currency) == (found.low, found.high, found.currency)


def compare(case: dict[str, Any]) -> tuple[list[str], list[str], list[str]]:
    """(right, missed, wrong) of one text."""
    text = f"---\ndate: {case['p']}\n---\n\n{case['t']}" if "p" in case else case["t"]
    claims = [claim for claim in claims_of(text) if claim.attribute in ATTRIBUTES]
    wanted = [line for line in case["c"] if not line.startswith("? ")]
    right = [line for line in wanted if any(said_by(line, claim) for claim in claims)]
    wrong = [shown(claim) for claim in claims if not any(said_by(line, claim) for line in case["c"])]
    return right, [line for line in wanted if line not in right], wrong


def shown(claim: Claim) -> str:
    """A claim in one line."""
    value = claim.value.edtf or f"{claim.value.text} {claim.value.low}-{claim.value.high} {claim.value.currency}"
    return f"{claim.subject.name} | {claim.attribute} | {value} | {claim.modality} {claim.qualifiers} [{claim.rule}]"


@pytest.mark.parametrize("case", bank(), ids=lambda case: case["t"].strip()[:60])
def test_text(case: dict[str, Any]) -> None:
    _, missed, wrong = compare(case)
    assert not missed
    assert not wrong


if __name__ == "__main__":
    import sys

    path = Path(sys.argv[1]) if len(sys.argv) > 1 else BANK
    measure(yaml.safe_load(path.read_text(encoding="utf-8")), compare)
