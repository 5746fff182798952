"""Of what time or of which edition a claim is, where its sentence says so beside it: "director from 1961 to 1970",
"until 1994 its head office was in Slough", "the 1924 regatta". What is of two times is never held against each
other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker import lazy
from checker.claims.cues import TIMED
from checker.claims.draft import Draft

_YEARS = lazy.compile(
    r"(?:\b[Ff]rom\s+(?:[A-Za-z]+\s)?(?P<a>1[5-9][0-9]{2}|20[0-9]{2})\s+(?:to|until|till|through)\s+(?:[A-Za-z]+\s)?"
    r"|\b[Bb]etween\s+(?P<b>1[5-9][0-9]{2}|20[0-9]{2})\s+and\s+|(?<![0-9])(?P<c>1[5-9][0-9]{2}|20[0-9]{2})\s?[-–]\s?)"
    r"(?P<z>1[5-9][0-9]{2}|20[0-9]{2})(?![0-9])"
)
_UNTIL = lazy.compile(r"\b(?:[Uu]ntil|[Tt]ill|[Uu]p to)\s+(?:[A-Z][a-z]+\s)?(?P<z>1[5-9][0-9]{2}|20[0-9]{2})(?![0-9])")
_SEATED, _OF_EDITIONS = frozenset(("headquarters",)), frozenset(("held_on",))
_ENDS = lazy.compile(r"(?<![A-Z])[.;!?]\s+(?=[A-Z“\"])|\n\s*\n")


def mark(drafts: list[Draft]) -> None:
    """Give claims the time or the edition that stands beside them."""
    for draft in drafts:
        if draft.attribute not in TIMED or "as_of" in draft.qualifiers or draft.modality == "predicted":
            continue
        if draft.attribute in _OF_EDITIONS:
            _add(draft, "edition", _edition(draft))
        elif draft.attribute in _SEATED or draft.qualifiers.get("status") == "former":
            _add(draft, "as_of", _time(draft))


def _add(draft: Draft, name: str, said: str) -> None:
    if said:
        draft.qualifiers = {**draft.qualifiers, name: said}


def _sentence(draft: Draft) -> tuple[str, int, int]:
    """The sentence around a claim's value, and where the value stands in it."""
    text = draft.block.text
    first = max((m.end() for m in _ENDS.finditer(text, 0, draft.start)), default=0)
    after = _ENDS.search(text, draft.end)
    return text[first : after.start() if after else len(text)], draft.start - first, draft.end - first


def _time(draft: Draft) -> str:
    """The years behind the value, or those that open the sentence if they are its only ones."""
    sentence, start, end = _sentence(draft)
    spans = list(_spans(sentence))
    behind = next((said for at, said in spans if at >= end and at - end <= 80), "")
    return behind or (spans[0][1] if len(spans) == 1 and spans[0][0] < start else "")


def _spans(sentence: str) -> Iterator[tuple[int, str]]:
    for found in _YEARS.finditer(sentence):
        first = found["a"] or found["b"] or found["c"]
        if first < found["z"]:
            yield found.start(), f"{first}/{found['z']}"
    for found in _UNTIL.finditer(sentence):
        if not _YEARS.search(sentence):
            yield found.start(), f"/{found['z']}"


def _edition(draft: Draft) -> str:
    """The year or number before the name of what is held."""
    name = re.escape(draft.subject).replace(r"\ ", r"\s+")
    found = re.search(
        rf"\b(1[5-9][0-9]{{2}}|20[0-9]{{2}}|[0-9]{{1,3}}(?:st|nd|rd|th))\s+{name}\b", _sentence(draft)[0], re.IGNORECASE
    )
    return found[1] if found else ""
