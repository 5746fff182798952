"""Quotes cut to size, with the part that differs found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from checker import lazy
from checker.model import Claim, Finding, Position, Value
from checker.reports.safety import plain

_WORD = lazy.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]+")


class Excerpt(Struct, frozen=True):
    """A quote in three parts, each one safe line: what stands before the differing part, it, and what stands after."""

    before: str
    marked: str
    after: str


def excerpt(claim: Claim, others: Sequence[Value], room: int) -> Excerpt:
    """The claim's quote within about ``room`` characters, the part of its value marked that the ``others`` lack."""
    start, end = _value_at(claim)
    first, last = _differing(claim.quote[start:end], [other.text for other in others])
    start, end = start + first, start + last
    before, marked, after = claim.quote[:start], claim.quote[start:end], claim.quote[end:]
    spare = max(room - (end - start), room // 3)
    left = min(len(before), max(spare // 2, spare - len(after)))
    return Excerpt(_ending(before, left), plain(_middle(marked, room)), _beginning(after, max(spare - left, 0)))


def others(finding: Finding, position: Position) -> list[Value]:
    """The values of the finding's other positions."""
    return [p.value for p in finding.positions if p is not position]


def said(value: Value) -> str:
    """A value as somebody wrote it, or as its figures read where nobody did."""
    return plain(value.text).strip() or figures(value)


def figures(value: Value) -> str:
    """A date's EDTF, an amount's ends; "" for values that are words."""
    if value.edtf is not None:
        return value.edtf
    if value.low is None and value.high is None:
        return ""
    low, high = ("" if end is None else f"{end:,.15g}" for end in (value.low, value.high))
    figure = low if low == high else f"{low}–{high}" if low and high else f"{low} or more" if low else f"up to {high}"
    return " ".join(part for part in ("about" if value.approximate else "", value.currency or "", figure) if part)


def _value_at(claim: Claim) -> tuple[int, int]:
    """Where the value stands in the quote: as the reader marked it, else where its text is found, else nowhere."""
    if claim.mark is not None:
        return claim.mark
    text = claim.value.text
    found = re.search(r"\s+".join(map(re.escape, text.split())), claim.quote, re.IGNORECASE) if text.strip() else None
    return found.span() if found else (0, 0)


def _differing(text: str, rest: Sequence[str]) -> tuple[int, int]:
    """The part of a text that is left when the words which all the others share at either end are taken off."""
    words = list(_WORD.finditer(text))
    folded = [[w.casefold() for w in _WORD.findall(other)] for other in rest]
    if not words or not folded:
        return 0, len(text)
    own = [w[0].casefold() for w in words]
    head = min(_shared(own, other) for other in folded)
    tail = min(_shared(own[::-1], other[::-1]) for other in folded)
    if head + tail >= len(own):
        return 0, len(text)
    return words[head].start(), words[len(own) - tail - 1].end()


def _shared(one: list[str], other: list[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _ending(text: str, room: int) -> str:
    if len(text) <= room:
        return plain(text).lstrip()
    cut = text[len(text) - room :]
    space = cut.find(" ", 0, 20)
    return "…" + plain(cut[space + 1 :])


def _beginning(text: str, room: int) -> str:
    if len(text) <= room:
        return plain(text).rstrip()
    cut = text[:room]
    space = cut.rfind(" ", max(room - 20, 0))
    return plain(cut[: space if space >= 0 else room]).rstrip() + "…"


def _middle(text: str, room: int) -> str:
    return text if len(text) <= 2 * room else text[:room] + "…" + text[-room // 4 :]
