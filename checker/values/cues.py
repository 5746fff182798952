"""The words around a figure that open, bound or soften it: "more than 500", "up to €3m", "some 300", "500 or so"."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

Bound = Literal["", "least", "most"]


class Cue(Struct, frozen=True):
    """What stands before or after a figure: which end is open, whether it is rough, and where the words begin or end."""

    at: int
    bound: Bound = ""
    approximate: bool = False


_LEAST = (
    "more than|over|at least|upwards of|upward of|no fewer than|no less than|not less than|not fewer than|in excess of|exceeding|exceeds"
    "|exceeded|above|north of|well over|beyond|greater than|a minimum of|minimum of|minimum|starting at|starting from|starts at"
    "|start at|starts from|start from|prices from|priced from|tickets from|surpassing|surpassed|topping|topped|upwards from|as few as"
    "|as little as|a little more than|far more than|much more than|significantly more than|many more than|better than|well above"
    "|or more than|not under|no under|>|≥|>="
)
_MOST = (
    "fewer than|less than|under|up to|at most|no more than|not more than|below|as many as|as much as|as high as|a maximum of|maximum of"
    "|maximum|max|at the most|south of|well under|well below|not exceeding|capped at|limited to|not over|<|≤|<="
)
_ABOUT = (
    "about|around|some|roughly|approximately|approx|approx.|circa|c.|ca.|ca|nearly|almost|close to|just over|just under|just above"
    "|just below|just shy of|a little over|a little under|a bit over|a bit under|slightly over|slightly under|slightly more than"
    "|slightly less than|just more than|just less than|just short of|shy of|nigh on|an estimated|estimated|in the region of"
    "|in the order of|on the order of|of the order of|something like|somewhere around|in the neighbourhood of|in the neighborhood of"
    "|in the vicinity of|approaching|nearing|practically|virtually|more or less|a touch over|a touch under|a shade over|a shade under"
    "|a whisker under|a fraction over|a little less than|barely over|barely under|an approximate|an average of|on average|averaging"
    "|towards|maybe|perhaps|~|≈|∼|±|near|not quite|getting on for|thereabouts"
)
_BEFORE: dict[str, tuple[Bound, bool]] = {
    **{cue: ("least", False) for cue in _LEAST.split("|")},
    **{cue: ("most", False) for cue in _MOST.split("|")},
    **{cue: ("", True) for cue in _ABOUT.split("|")},
}
_LONGEST = max(cue.count(" ") for cue in _BEFORE) + 1
_LAST = frozenset(cue.split()[-1] for cue in _BEFORE)
_WORDS = re.compile(r"[^\s(),;:]+")
_AFTER = re.compile(
    r"(?P<least>\+(?!\d)|[ -]plus\b(?! [\d€$£])| or more\b| or above\b| or over\b| and above\b| and over\b| upwards\b| and up\b| at least\b| minimum\b)"
    r"|(?P<most> or less\b| or fewer\b| or under\b| and under\b| at most\b| at the most\b| maximum\b| or below\b| tops\b)"
    r"|(?P<about> or so\b|[ -]odd\b|-ish\b|ish\b| or thereabouts\b| approximately\b| give or take\b)",
    re.IGNORECASE,
)


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
        bound, rough = _BEFORE[text[at - 1]]
        return at - 1, bound, rough
    window = max(0, at - 34)
    words = list(_WORDS.finditer(text, window, at))
    if not words or text[words[-1].end() : at] not in (" ", "\u00a0", "\n", "  ") or words[-1][0].lower() not in _LAST:
        return None
    for count in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(word[0].lower() for word in words[-count:])
        if (cue := _BEFORE.get(phrase)) is not None:
            return words[-count].start(), *cue
    return None


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
