"""Dates as ends of a stretch of time: "since 1994" is 1994/.., "until 2019" is ../2019."""

from __future__ import annotations

import re

from checker import lazy
from checker.model import Found

_REACH = 16  # characters looked at before and behind a date
_FROM = lazy.compile(
    r"\b(?:since|ever since|as of|starting|beginning|effective)(?:\s+(?:in|on|from))?\s+$", re.IGNORECASE
)
_ONWARDS = lazy.compile(
    r"\s+(?:onwards?|on|to\s+(?:date|the\s+present|present|now))\b|\s*[-–—]\s*(?:present|now|today)\b", re.IGNORECASE
)
_UNTIL = lazy.compile(r"\b(?:until|till|up to|through)(?:\s+(?:in|on))?\s+$", re.IGNORECASE)


def stretch(text: str, found: Found) -> str:
    """The EDTF of the time that a date in its text bounds: open on one side after "since" or "until", else its own."""
    edtf = found.value.edtf or ""
    before = text[max(0, found.start - _REACH) : found.start]
    if not edtf or "/" in edtf:
        return edtf
    if _FROM.search(before) or _ONWARDS.match(text[found.end : found.end + _REACH]):
        return f"{edtf}/.."
    return f"../{edtf}" if _UNTIL.search(before) else edtf
