"""The claims of an answer, of one that breaks off too: what is whole in it was paid for."""

from __future__ import annotations

import json
import re
from typing import Any

MOST = 5_000  # claims that are taken from one answer


def claims_in(text: str) -> tuple[list[Any], str]:
    """The claims, and what is wrong with the answer ("" if nothing is)."""
    plain = _unfenced(text)
    try:
        data = json.loads(plain)
    except (ValueError, RecursionError):
        return _whole(plain)
    if isinstance(data, dict):
        data = data.get("claims")
    if not isinstance(data, list):
        return [], "the answer has no list of claims"
    return (data[:MOST], f"more than {MOST:,} claims in one answer") if len(data) > MOST else (data, "")


def _unfenced(text: str) -> str:
    """Without the fence of a code block that some models put around an answer."""
    plain = text.strip().removeprefix("\ufeff")
    found = re.match(r"```[a-z]*\n", plain)
    return plain[found.end() :].removesuffix("```").strip() if found else plain


def _whole(text: str) -> tuple[list[Any], str]:
    """The claims before the place where an answer stops being JSON."""
    begin = re.search(r'"claims"\s*:\s*\[', text) or re.match(r"\s*\[", text)
    if begin is None:
        return [], "the answer is not JSON"
    decoder, at = json.JSONDecoder(), begin.end()
    found: list[Any] = []
    while len(found) < MOST:
        gap = re.compile(r"[\s,]*").match(text, at)
        at = gap.end() if gap else at
        if at >= len(text) or text[at] != "{":
            break
        try:
            entry, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        found.append(entry)
    return found, f"the answer breaks off after {len(found):,} claims"
