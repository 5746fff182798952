"""Headings that say what follows, not whom it is about: "Company information", "Staff numbers, Tarn Health Board"."""

from __future__ import annotations

import re
from functools import lru_cache

from checker import lazy
from checker.packs.vocabulary import vocabulary

# What documents and their parts are called.
LABELS = frozenset(
    (
        "information report reports account accounts accountants statement statements statistics figures numbers notes "
        "note details contact contacts list lists directory register minutes agenda summary review reviews overview "
        "profile profiles timeline chronology history milestones facts fact officials officers personnel staff "
        "people team members membership management leadership executives trustees directors governors honours "
        "appointments changes acquisitions disposals results highlights indicators data tables table accounts "
        "newsletter bulletin programme schedule calendar events diary key board committee answers questions briefing "
        "factsheet factbox glance sheet record records biographies bios biography who's index appendix annex "
        "financials finances funding rounds employers employees posts vacancies obituaries notices circular memo "
        "update proceedings organisation organization structure organigram ownership shareholders governance "
        "schedules inventory catalogue dates plan plans staffing establishment policy policies properties "
        "credits acknowledgements corrections clarifications background release letter"
    ).split()
)
_JOINS = frozenset("of for from at by in and & the a an our its to on as who's -".split())
_REST = lazy.compile(
    r"(?P<label>.{3,90}?)(?:\s+(?:of|for|from|at|by)\s+(?:the\s+)?|\s*[,:–—]\s+(?:the\s+)?|\s+-\s+)"
    r"(?P<name>[^\W\d_].{2,80})$",
    re.I,
)
_TAIL = lazy.compile(
    r"\s*(?:[,:;(–—]|\s-\s|\b(?:held|as at|for the)\b|\b(?:on|at) \d|\b(?:in )?(?:19|20)\d\d|"
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]).*$"
)


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """Whether a heading is made of the words for documents and their parts alone."""
    words = [word.casefold().strip(".,:;'’\"()") for word in text.split()]
    words = [word for word in words if word and not any(c.isdigit() for c in word)]
    common = vocabulary().words["common"]
    if not words or words[-1] not in LABELS:
        return False
    return all(word in LABELS or word in _JOINS or word in common for word in words)


def named_behind(text: str) -> str:
    """The name behind a label: "Timeline of the Obuasi Glassworks", "Minutes, Friends of Ley Hill"; "" for none."""
    rest, found = text.strip(), ""
    for _ in range(3):  # "Minutes of the annual general meeting of the X Society"
        match = _REST.match(rest)
        if match is None or not _is_kind(match["label"]):
            break
        rest = found = match["name"]
    name = _TAIL.sub("", found).strip(" .,:;")
    words = name.split()
    capital = bool(words) and words[0][0].isupper() and words[-1][0].isupper()
    return name if capital and len(words) > 1 and not is_label(name) else ""


def _is_kind(label: str) -> bool:
    """Whether a label says what sort of text this is."""
    words = {word.casefold().strip(".,'’") for word in label.split()}
    return bool(words & (LABELS | {"meeting", "assembly", "session", "conference", "members", "story", "fund-raising"}))


_CUT = lazy.compile(r"\s*(?:[:|–—(]|\s-\s|,)\s*")


def named_before(text: str) -> str:
    """The name before a label: "Vindkraft Sensors funding history", "Orbital Kitchens GmbH - rounds"; "" for none."""
    cut = _CUT.search(text)
    name = text[: cut.start()] if cut is not None and _is_kind(text[cut.end() :]) else text
    words = name.split()
    while words and words[-1].islower() and (words[-1].strip(".") in LABELS or words[-1] in _LABEL_JOINS):
        words.pop()
    name = " ".join(words).strip(" .,:;")
    whole = len(words) == len(text.split())
    return "" if whole or len(words) < 2 or is_label(name) or not words[0][0].isupper() else name


_LABEL_JOINS = frozenset(
    "annual quarterly monthly weekly financial funding and of in for the five-year ten-year".split()
)


def untailed(text: str) -> str:
    """A label without its date: "Staff list as at 1 September"."""
    return _TAIL.sub("", text).strip(" .,:;")
