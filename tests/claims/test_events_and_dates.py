"""Events and dates of organizations, works, products and lives, as many hands would write them.

Each text of the bank is read alone and has to give all its claims of these attributes, and no other.
``python -m tests.claims.test_events_and_dates`` measures the bank text by text.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.model import Claim
from checker.values import money
from tests.claims.bank import claims_of, measure

BANK = Path(__file__).parent / "banks" / "events_and_dates.yaml"
ATTRIBUTES = frozenset(
    "founded_on founder headquarters acquired_by acquired_on acquisition_price opened_on held_on released_on "
    "birth_date birth_place death_date alma_mater cost price".split()
)
Said = tuple[str, str, str, str]


def bank() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load(BANK.read_text(encoding="utf-8"))
    return loaded


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("&", " and ")
    return " ".join(w for w in re.findall(r"[\w.]+", plain) if w not in ("the", "a", "an"))


def amount(text: str) -> str:
    found = money.recognise(text)
    return repr(money.canonical(found[0].value)[:3]) if found else fold(text)


def wanted(case: dict[str, Any]) -> set[Said]:
    said: set[Said] = set()
    for line in case["c"]:
        subject, attribute, value, *how = (part.strip() for part in line.split("|"))
        worded = amount(value) if attribute in ("cost", "price", "acquisition_price") else fold(value)
        plain = value if attribute.endswith(("_on", "_date")) else worded
        said.add((fold(subject), attribute, plain, how[0] if how else "asserted"))
    return said


def shown(claim: Claim) -> Said:
    value = claim.value
    text = value.edtf or fold(value.text)
    if value.kind == "money":
        text = repr(money.canonical(value)[:3])
    return fold(claim.subject.name), claim.attribute, text, claim.modality


def read(case: dict[str, Any]) -> set[Said]:
    text = f"---\ndate: {case['p']}\n---\n\n{case['t']}" if "p" in case else case["t"]
    return {shown(claim) for claim in claims_of(text) if claim.attribute in ATTRIBUTES}


def compare(case: dict[str, Any]) -> tuple[set[Said], set[Said], set[Said]]:
    """(right, missed, wrong) of one text."""
    expected, found = wanted(case), read(case)
    if case.get("modality") == "ignore":
        expected, found = {(*c[:3], "") for c in expected}, {(*c[:3], "") for c in found}
    extra = {
        c
        for c in found - expected
        if c[1] not in case.get("ignore", ()) and c[0] not in map(fold, case.get("ignore_extra", ()))
    }
    return found & expected, expected - found, extra


@pytest.mark.parametrize("case", bank(), ids=lambda case: case["t"].strip()[:60])
def test_text(case: dict[str, Any]) -> None:
    _, missed, wrong = compare(case)
    assert not missed
    assert not wrong


if __name__ == "__main__":
    measure(bank(), compare, " | ".join)
