"""Banks of short texts with all that they claim: read them, read the texts, compare.

A claim is written ``subject | attribute | value | organization``; a title claims its employer too. In a text marked
``scoped`` a headcount is written ``subject | headcount | value | scope``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from checker import packs
from checker.claims import extract
from checker.claims.reading import Reading, compile_reading
from checker.mentions import find
from checker.model import Claim, Source, Value
from checker.passages import key_of
from checker.sources import read_text

Said = tuple[str, str, str, str]
_PLACED = ("title", "joined_on", "left_on", "team", "reports_to", "direct_reports")


def cases(name: str) -> list[dict[str, Any]]:
    """The texts of one bank beside this module."""
    found: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return found


@cache
def reading() -> Reading:
    """The patterns of the packs that ship."""
    return compile_reading(packs.load())


_SUFFIXES = {"markdown": "md", "text": "txt", "csv": "csv", "html": "html"}


def claims_of(text: str, published: str = "", form: str = "markdown") -> list[Claim]:
    """The claims of a text, published on a day."""
    found: list[Claim] = []
    for source in read_text(text, f"a.{_SUFFIXES[form]}", form):
        assert isinstance(source, Source)
        source.published = published or source.published
        found += extract(find(source), reading())
    return found


def said(case: dict[str, Any]) -> set[Said]:
    """What is claimed of the text."""
    found = claims_of(case["text"], str(case.get("published") or ""), case.get("format", "markdown"))
    return {_line(claim, scoped=bool(case.get("scoped"))) for claim in found if claim.modality != "denied"}


def wanted(case: dict[str, Any], key: str = "says") -> set[Said]:
    """What the text claims, or ``may`` claim."""
    found: set[Said] = set()
    for line in case.get(key) or ():
        subject, attribute, value, organization = ([part.strip() for part in line.split("|")] + [""])[:4]
        found.add((_folded(subject), attribute, _folded(value), _folded(organization)))
        if attribute == "title":
            found.add((_folded(subject), "employer", _folded(organization), ""))
    return found


def allowed(case: dict[str, Any]) -> set[Said]:
    """What is arguable: ``may``, and the employers that coming and leaving imply."""
    return wanted(case, "may") | {
        (who, "employer", where, "")
        for who, attribute, _, where in wanted(case)
        if attribute in ("joined_on", "left_on")
    }


def differences(case: dict[str, Any]) -> tuple[set[Said], set[Said], set[Said]]:
    """(right, missed, wrong) claims of one text."""
    found, expected = said(case), wanted(case)
    return found & expected, expected - found, found - expected - allowed(case)


def measure(
    texts: Iterable[dict[str, Any]],
    compare: Callable[[dict[str, Any]], Sequence[Collection[Any]]],
    line: Callable[[Any], str] = str,
) -> None:
    """Print what is missed (-) and wrong (x) of each text, and the totals."""
    totals = [0, 0, 0]
    for one in texts:
        parts = compare(one)
        totals = [n + len(part) for n, part in zip(totals, parts, strict=True)]
        if parts[1] or parts[2]:
            print(one["t"].strip())
            for mark, part in zip("-x", parts[1:], strict=True):
                for claim in sorted(part):
                    print(f"    {mark} {line(claim)}")
    hit, missed, wrong = totals
    print(f"hit {hit} missed {missed} wrong {wrong}  P {hit / (hit + wrong):.3f}  R {hit / (hit + missed):.3f}")


def _line(claim: Claim, *, scoped: bool = False) -> Said:
    place = claim.qualifiers.get("organization", "") if claim.attribute in _PLACED else ""
    place = claim.qualifiers.get("scope", "") if scoped and claim.attribute == "headcount" else place
    return _folded(claim.subject.name), claim.attribute, _folded(_value(claim.value)), _folded(place)


def _value(value: Value) -> str:
    if value.edtf:
        return value.edtf
    if value.low is not None or value.high is not None:
        amount = value.low if value.low is not None else value.high
        return f"{value.currency} {amount:.0f}" if value.currency else f"{amount:.0f}"
    return value.text


def _folded(text: str) -> str:
    return key_of(text).removeprefix("a ").removeprefix("an ").removesuffix("~")
