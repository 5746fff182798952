"""What stands in tables, lists, columns and boxes: every claim of a text and no other. The texts are in
``layouts.yaml``."""

from __future__ import annotations

import re
from typing import Any

import pytest

from checker.claims import extract
from checker.mentions import find
from checker.model import Claim, Source
from checker.sources import read_text
from tests.claims import bank

TEXTS = bank.cases("layouts.yaml")
_FORMATS = {"md": "markdown", "txt": "text"}
_KEYS = {"headcount": "scope", "revenue": "period", "round_amount": "round", "round_date": "round"}
_KEYS |= {"lead_investor": "round"} | dict.fromkeys(bank._PLACED, "organization")


def claims_of(case: dict[str, Any]) -> list[Claim]:
    """The claims of a text in its own format."""
    format = case["format"]
    found: list[Claim] = []
    for source in read_text(case["text"], f"{case.get('file', 'a')}.{format}", _FORMATS.get(format, format)):
        assert isinstance(source, Source)
        source.published = str(case.get("published") or "") or source.published
        source.title = case.get("title") or source.title
        found += extract(find(source), bank.reading())
    return [claim for claim in found if claim.modality != "denied"]


def holds(said: str, claim: Claim) -> bool:
    """Whether a claim is the one written "subject | attribute | value | key qualifier"."""
    subject, attribute, value, key = ([part.strip() for part in said.split("|")] + [""])[:4]
    if (bank._folded(subject), attribute) != (bank._folded(claim.subject.name), claim.attribute):
        return False
    had = claim.qualifiers.get(_KEYS.get(attribute, ""), "")
    if attribute == "headcount":
        placed = key.casefold() in had.casefold() and bool(key) == bool(had)
    else:
        placed = not key or bank._folded(key) in bank._folded(had) or _digits(key) == _digits(had)
    return placed and bank._folded(value) == bank._folded(_value(claim))


def _digits(text: str) -> str:
    return "".join(re.findall(r"\d+", text)) or text


def _value(claim: Claim) -> str:
    amount = claim.value.low if claim.value.low is not None else claim.value.high
    if amount is None or claim.value.edtf:
        return bank._value(claim.value)
    return f"{claim.value.currency} {amount:.10g}" if claim.value.currency else f"{amount:.0f}"


def differences(case: dict[str, Any]) -> tuple[int, list[str], list[Claim]]:
    """(right, missed, wrong) of one text."""
    claims = claims_of(case)
    wanted = list(case.get("says") or ())
    wanted += [f"{who} | employer | {at}" for who, what, _, at in map(_parts, wanted) if what == "title" and at]
    may = list(case.get("may") or ())
    may += [f"{who} | employer | {at}" for who, _, _, at in map(_parts, may + wanted) if at]
    missed = [said for said in wanted if not any(holds(said, claim) for claim in claims)]
    wrong = [c for c in claims if not any(holds(said, c) for said in wanted + may)]
    return len(wanted) - len(missed), missed, [] if case.get("loose") else wrong


def _parts(said: str) -> list[str]:
    return ([part.strip() for part in said.split("|")] + [""])[:4]


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: " ".join(re.findall(r"\w+", str(case["text"]))[:7]))
def test_layouts(case: dict[str, Any]) -> None:
    _, missed, wrong = differences(case)
    assert (missed, wrong) == ([], [])
