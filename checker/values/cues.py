"""The words around a figure that open, bound or soften it: "more than 500", "up to €3m", "some 300", "500 or so"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from checker import lazy
from checker.values import lexicon

Bound = Literal["", "least", "most"]


class Cue(Struct, frozen=True):
    """What stands before or after a figure: which end is open, whether it is rough, where the words begin or end."""

    at: int
    bound: Bound = ""
    approximate: bool = False


@cache
def _before() -> dict[str, tuple[Bound, bool]]:
    """Each cue before a figure: which end it opens, and whether it makes the figure rough."""
    data = lexicon.load("cues")
    found: dict[str, tuple[Bound, bool]] = {}
    found |= dict.fromkeys(data["least"], ("least", False))
    found |= dict.fromkeys(data["most"], ("most", False))
    found |= dict.fromkeys(data["about"], ("", True))
    return found


@cache
def _lasts() -> dict[str, int]:
    """The last words of cues and how many words the longest cue has that ends so."""
    longest: dict[str, int] = {}
    for cue in _before():
        words = cue.split()
        longest[words[-1]] = max(longest.get(words[-1], 0), len(words))
    return longest


_WORDS = lazy.compile(r"[^\s(),;:\"“”‘*_]+")
_AFTER = lazy.compile(
    r"(?P<least>\+(?!\d)|[ -]plus\b(?! [\d€$£])| (?:or more|or above|or over|and above|and over)\b"
    r"| (?:and up|upwards|at least|minimum)\b)"
    r"|(?P<most> or (?:less|fewer|under|below)\b| and under\b| at (?:the )?most\b| maximum\b| tops\b)"
    r"|(?P<about> or (?:so|thereabouts)\b|[ -]odd\b|-?ish\b| approximately\b| give or take\b)",
    re.IGNORECASE,
)


_TURNING = frozenset("turn turns turned turning hand hands handed handing roll rolled rolling".split())  # their "over"


def before(text: str, start: int) -> Cue:
    """The cue that ends right before ``start``; several may stack ("at least some 300")."""
    at, bound, approximate = start, "", False
    result: Bound = ""
    while True:
        found = _one(text, at)
        if found is None:
            return Cue(at, result, approximate)
        at, bound, rough = found
        result = result or ("least" if bound == "least" else "most" if bound == "most" else "")
        approximate = approximate or rough


def _one(text: str, at: int) -> tuple[int, str, bool] | None:
    if at and text[at - 1] in "~≈∼±<>≤≥":
        bound, rough = _before()[text[at - 1]]
        return at - 1, bound, rough
    window = max(0, at - 34)
    if not _may_end(text, window, at):
        return None
    words = list(_WORDS.finditer(text, window, at))
    if not words or text[words[-1].end() : at] not in (" ", "\u00a0", "\n", "  "):
        return None
    if len(words) > 1 and words[-1][0].lower() == "over" and words[-2][0].lower() in _TURNING:
        return None
    for count in range(min(_lasts().get(words[-1][0].lower(), 0), len(words)), 0, -1):
        phrase = " ".join(word[0].lower() for word in words[-count:])
        if (cue := _before().get(phrase)) is not None:
            return words[-count].start(), *cue
    return None


def _may_end(text: str, window: int, at: int) -> bool:
    """Whether the word before ``at`` is the last of a cue: most are not, and need no closer look."""
    last = at - 1
    if last < window or not text[last].isspace():
        return False
    while last > window and text[last - 1].isspace():
        last -= 1
    first = last
    while first > window and text[first - 1] not in _STOPS and not text[first - 1].isspace():
        first -= 1
    return text[first:last].lower() in _lasts()


_STOPS = frozenset('(),;:"“”‘*_')


def after(text: str, end: int) -> Cue:
    """The cue that begins right behind ``end`` ("500+", "500 or so")."""
    match = _AFTER.match(text, end)
    if match is None:
        return Cue(end)
    bound: Bound = "least" if match["least"] else "most" if match["most"] else ""
    return Cue(match.end(), bound, bool(match["about"]))


def apply(text: str, start: int, end: int, low: float, high: float) -> tuple[float | None, float | None, bool]:
    """``low`` and ``high`` of the figure at ``start:end`` with the cues around it, and whether it is approximate."""
    first, last = before(text, start), after(text, end)
    bound, approximate = first.bound or last.bound, first.approximate or last.approximate
    if low != high:
        return low, high, approximate
    if bound == "least":
        return low, None, approximate
    if bound == "most":
        return None, high, approximate
    return low, high, approximate
