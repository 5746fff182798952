"""Dates in figures whose order a document shows elsewhere: "09/01/2024", where it also writes "31/07/2025"."""

from __future__ import annotations

from msgspec.structs import replace

from checker import lazy
from checker.model import Value
from checker.passages import Mention, Passage

_SLASHED = lazy.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")


def settle(passages: list[Passage]) -> None:
    """Read as day and month what could be month and day, if the other dates of the document begin with the day."""
    found: list[tuple[Mention, int, int, str]] = []
    for passage in passages:
        for mention in passage.mentions:
            match = _SLASHED.match(passage.text(mention.first, mention.last)) if mention.kind == "date" else None
            if match is not None:
                found.append((mention, int(match[1]), int(match[2]), match[3]))
    if not any(first > 12 for _, first, _, _ in found) or any(second > 12 for _, _, second, _ in found):
        return
    for mention, day, month, year in found:
        if mention.value is not None and day <= 12 and month > 0:
            mention.value = _dated(mention.value, f"{year}-{month:02}-{day:02}")


def _dated(value: Value, edtf: str) -> Value:
    return replace(value, edtf=edtf)
