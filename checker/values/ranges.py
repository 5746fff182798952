"""What joins two figures into a range ("80–90", "between 5 and 10"), and what makes them a before and an after."""

from __future__ import annotations

import re

from msgspec import Struct

from checker import lazy

_JOINT = lazy.compile(r"\s?[-–—]{1,2}\s?|\s+(?:to|through|or)\s+")
_AND = lazy.compile(r"\s+and\s+")
_BETWEEN = lazy.compile(r"\bbetween(?:\s+(?:about|around|roughly|some))?\s+$", re.IGNORECASE)
_FROM = lazy.compile(r"\bfrom\s+(?:about\s+|around\s+|some\s+|an?\s+)?$", re.IGNORECASE)
_RANGING = lazy.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything)\s+from\s+$", re.IGNORECASE)
_MOVED = lazy.compile(
    r"\b(?:rose|rise[sn]?|rising|fell|falls?|falling|fallen|up|down|gain(?:s|ed|ing)?|lost|los(?:es?|ing)"
    r"|increas(?:es?|ed|ing)|climb(?:s|ed|ing)?"
    r"|slip(?:s|ped|ping)?|drop(?:s|ped|ping)?|gr[eo]w(?:s|n|ing)?|jump(?:s|ed|ing)?|advanc(?:es?|ed|ing)|add(?:s|ed|ing)?|shed|decreas(?:es?|ed|ing)"
    r"|declin(?:es?|ed|ing)|cut|plung(?:es?|ed|ing)|slump(?:s|ed|ing)?|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|tumbl(?:es?|ed|ing)"
    r"|edg(?:es?|ed|ing) (?:up|down)|eas(?:es?|ed|ing)|higher|lower)"
    r"\s+(?:by\s+)?(?:about\s+|around\s+|some\s+|nearly\s+|almost\s+)?$",
    re.IGNORECASE,
)  # fmt: skip
_DASHES = frozenset(("-", "–", "—", "--"))


class Joint(Struct, frozen=True):
    """What stands between two figures: where it ends, and whether it is a dash or the "and" of "between"."""

    end: int
    dash: bool
    between: bool


def joint(text: str, start: int, end: int) -> Joint | None:
    """What joins the figure at ``start:end`` to the one behind it; None where nothing does, or where the first is a
    starting point or a difference ("up from 300 to 400", "rose 12p to 345p")."""
    between = text.startswith(" and ", end) and _BETWEEN.search(text, max(0, start - 24), start) is not None
    match = (_AND if between else _JOINT).match(text, end)
    if match is None:
        return None
    dash = match[0].strip() in _DASHES
    if not dash and not between and _by(text, start, end, match.end()):
        return None
    if not dash and not between and _moves(text, start):
        return None
    return Joint(match.end(), dash, between)


_BY = lazy.compile(r"\bby\s+(?:about\s+|around\s+|some\s+)?$", re.IGNORECASE)
_FIGURE = lazy.compile(r"[\d.,]+")


def _by(text: str, start: int, end: int, behind: int) -> bool:
    """ "cut its staff by 400 to 2,100": a difference and what is left, where the second is several times the first."""
    if not text.startswith(" to ", end) or _BY.search(text, max(0, start - 14), start) is None:
        return False
    first, last = _FIGURE.match(text, start), _FIGURE.match(text, behind)
    if first is None or last is None:
        return False
    return float(last[0].replace(",", "").strip(".") or 0) >= 3 * float(first[0].replace(",", "").strip(".") or 1)


def _moves(text: str, start: int) -> bool:
    if _FROM.search(text, max(0, start - 16), start):
        return _RANGING.search(text, max(0, start - 24), start) is None
    return _MOVED.search(text, max(0, start - 28), start) is not None
