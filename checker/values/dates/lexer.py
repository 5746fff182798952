"""Text into runs of tokens that dates can be made of.

A cheap search finds triggers (digits, names of months and days, units, "last", "today"); around each, the text is read
into tokens as far as every word belongs to the lexicon. The rest of the text is never tokenised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from checker import lazy
from checker.values.dates.lexicon import HOLIDAYS, MONTHS, SPOKEN_ONLY, SPOKEN_TRIGGERS, TENS, TRIGGERS, WEEKDAYS, WORDS


class Token(Struct, gc=False):
    """A word of the lexicon (or a number) at ``start:end``; ``code`` is its letter in the grammar."""

    code: str
    start: int
    end: int
    value: Any
    plural: bool = False


def _trie(words: tuple[str, ...]) -> str:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(
        f"[{first}{first.upper()}](?:{'|'.join(sorted(rests, key=len, reverse=True))})"
        for first, rests in sorted(groups.items())
    )


_CAPITALS = (
    "|".join(name.upper() for name in (*MONTHS, *WEEKDAYS) if name != "may") + "|Q[1-4]|TODAY|YESTERDAY|TOMORROW"
)


def _trigger(words: tuple[str, ...]) -> re.Pattern[str]:
    return lazy.compile(
        rf"(?<![A-Za-z0-9])(?:[0-9]|(?:{_trie(words)})(?![A-Za-z])|(?:FY|fy|[QHqh])[0-9]|(?:{_CAPITALS})(?![A-Za-z]))"
    )


_TRIGGER, _SPOKEN_TRIGGER = _trigger(TRIGGERS), _trigger(SPOKEN_TRIGGERS)
_HOLIDAY = lazy.compile(
    "|".join(sorted((name.replace("'", "['’]").replace(" ", r"\s") for name in HOLIDAYS), key=len, reverse=True))
    + r"(?![a-z])",
    re.IGNORECASE,
)
_HOLIDAY_STARTS = frozenset(name.split()[0].split("'")[0] for name in HOLIDAYS)
_MARKS = {
    "-": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "/": "/",
    ",": ",",
    ".": ".",
    "@": "@",
    "~": "~",
    "'": "'",
    "’": "'",
    "+": "+",
    "(": "(",
    "|": ",",
    ":": ":",
}

_CLOCK = r"[0-2]?[0-9]:[0-5][0-9](?::[0-6][0-9](?:[.,:][0-9]+)?)?"
_HALFDAY = r"\s?(?:[ap]\.?\s?m\.?|[AP]\.?M\.?|[ap])(?![A-Za-z])"
_OFFSET = r"\s?(?:Z|UTC|GMT)?\s?[+-][0-9]{2}:?[0-9]{2}(?:\s?\([A-Z]{3,4}\))?"
_ZONE = rf"(?:{_OFFSET}|\s?\(?(?:UTC|GMT|[ECMP][SD]T|Z)\)?(?![A-Za-z]))"
_NUMERIC = tuple(
    (code, lazy.compile(pattern))
    for code, pattern in (
        (
            "I",
            rf"(?P<y>[12][0-9]{{3}})(?P<s>[-/.])\s?(?P<m>[01]?[0-9])(?P=s)\s?(?P<d>[0-3]?[0-9])(?![0-9])(?:(?:T|,?\s|:)(?P<t>{_CLOCK})(?P<z>{_ZONE})?)?",
        ),
        ("I", r"(?P<y>[12][0-9]{3})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3][0-9])(?![0-9])"),
        ("c", r"(?P<t>0[0-9][0-5][0-9])(?![0-9.,:/])(?P<h>\s?[ap]m)?"),
        (
            "I",
            r"(?P<a>[0-3]?[0-9])\s?(?P<s>[-/.])\s?(?P<b>[0-3]?[0-9])\s?(?P=s)\s?(?P<y>[12][0-9]{3}|[0-9]{2})(?![0-9]|[./:][0-9]|[,-][0-9]+(?![0-9./-]))",
        ),
        ("K", r"(?P<y>[12][0-9]{3})\s?[-–—/]\s?(?P<z>[12][0-9]{3}|[0-9]{2})(?![0-9]|[-/][0-9])"),
        ("J", r"(?P<y>[12][0-9]{3})[-/](?P<m>0[1-9]|1[0-2])(?![0-9]|[-/][0-9])"),
        ("J", r"(?P<m>0?[1-9]|1[0-2])[-/](?P<y>[12][0-9]{3})(?![0-9]|[-/][0-9])"),
        ("d", r"(?P<y>[12][0-9]{2}0|[1-9]0)['’]?s(?![A-Za-z])"),
        (
            "c",
            rf"(?P<t>[01]?[0-9](?::[0-5][0-9])?)\s?(?:-|–|to|and|till|until)\s?(?P<e>[01]?[0-9])(?::[0-5][0-9])?(?P<h>{_HALFDAY})(?P<z>{_ZONE})?",
        ),
        ("c", r"(?P<t>[01]?[0-9])\s?o['’]?\s?clock"),
        ("c", rf"(?P<t>{_CLOCK})(?P<h>{_HALFDAY})?(?P<z>{_ZONE})?"),
        ("c", rf"(?P<t>[01]?[0-9](?:[.:][0-5][0-9])?)(?P<h>{_HALFDAY})(?P<z>{_ZONE})?"),
        ("o", r"(?P<n>[0-3]?[0-9])\s?(?:st|nd|rd|th)(?![A-Za-z])"),
        (
            "k",
            r"(?P<a>[0-3]?[0-9])(?P<s>[-/.])\s?(?P<b>[0-3]?[0-9])\.?(?![0-9]|[.,/][0-9]|-[0-9]+(?![0-9/.])|\s?(?:hour|day|min|year|week|month|hr|percent|million|%|kg|km|kilo))",
        ),
        ("y", r"(?P<y>[12][0-9]{3})(?![0-9]|[.,/][0-9]|%)"),
        ("q", r"(?P<q>[1-4])Q(?![A-Za-z])"),
        ("H", r"(?P<q>[12])H(?![A-Za-z])"),
        ("n", r"(?P<n>[0-9]{1,2})(?![0-9]|[.,][0-9]{1,3}(?![0-9]|\.[0-9]{2})|%)"),
        ("N", r"(?P<n>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|0,[0-9]+)"),
    )
)
# What can begin with digits followed by a character, where that narrows it.
_BY_NEXT = {
    char: tuple(entry for entry in _NUMERIC if entry[0] in codes)
    for char, codes in {
        ":": "cynN",
        "'": "dynN",
        "’": "dynN",
        "s": "doynN",
        "%": "N",
        ",": "ynNIk",
        "Q": "qN",
        "H": "HN",
    }.items()
}
_FISCAL = lazy.compile(
    r"(?:FY|fy)\s?['’]?(?P<y>[12][0-9]{3}|[0-9]{2})(?:[-/–](?P<z>[12][0-9]{3}|[0-9]{2}))?(?![0-9A-Za-z])"
)
_QUARTER = lazy.compile(r"[QHqh][1-4](?![0-9A-Za-z])")
_EDGES = " \n,.'’-–("
MONTHS_A_YEAR = 12
BACK = 48  # characters that are looked at before a trigger


def _no_range(first: int, last: int) -> bool:
    """Whether 2010-12 is rather a month: the second year of a range is the next one or no month's number."""
    return (first + 1) % 100 != last and (last <= first or last <= MONTHS_A_YEAR)


_DIGITS = lazy.compile(r"[0-9]+")
_SHAPES = frozenset("-/.:–—'’,%snrtQHaApP0123456789")


def _plain(text: str, at: int) -> Token | None:
    """A number that nothing follows which could make it more: read without trying every shape."""
    found = _DIGITS.match(text, at)
    if found is None:
        return None
    end, size = found.end(), found.end() - at
    after = text[end : end + 3]
    if (after[:1] in _SHAPES and after[:1] and not (after[0] in ".," and not after[1:2].isdigit())) or (
        after[1:2] and after[1] in "-–—/"
    ):
        return None
    if size < 3:
        return Token("n", at, end, int(found[0]))
    if size == 4 and found[0][0] in "12":
        return Token("y", at, end, int(found[0]))
    return Token("N", at, end, float(found[0][:15]))


def numeric(text: str, at: int, prose: bool) -> Token | None:
    """The number, numeric date or time that begins at a digit."""
    priced = at > 0 and text[at - 1] in "$€£¥"
    if prose and not priced and (plain := _plain(text, at)):
        return plain
    digits = _DIGITS.match(text, at)
    after = text[digits.end() : digits.end() + 1] if digits else ""
    for code, pattern in _BY_NEXT.get(after, _NUMERIC):
        if priced and code != "N":
            continue
        if prose and code in "kc":
            continue
        found = pattern.match(text, at)
        if found:
            said = found.groupdict()
            value: Any = said
            if code in "no":
                value = int(said["n"])
            elif code == "y":
                value = int(said["y"])
            elif code == "N":
                value = float(said["n"].replace(",", "." if said["n"].startswith("0,") else ""))
            elif code in "qH":
                value = int(said["q"])
            elif code == "d":
                year = int(said["y"])
                value = (year // 100 if year > 99 else None, year % 100)
            elif code == "K" and len(said["z"]) == 2 and _no_range(int(said["y"]) % 100, int(said["z"])):
                continue
            return Token(code, at, found.end(), value)
    return None


def word(text: str, at: int, end: int, prose: bool) -> Token | None:
    """The word of the lexicon at ``at:end``; in prose names of months and days need their capital."""
    first = text[at]
    lower = text[at:end].lower()
    if len(lower) < 3 and (first in "fFQH" or (not prose and first in "qh")):
        if found := _FISCAL.match(text, at):
            return Token("f", at, found.end(), found.groupdict())
        if _QUARTER.match(text, at):
            return Token("q" if first in "Qq" else "H", at, at + 2, int(text[at + 1]))
    if lower in _HOLIDAY_STARTS and (special := _HOLIDAY.match(text, at)) and (not prose or first.isupper()):
        return Token("Y", at, special.end(), special[0].lower().replace("’", "'"))
    entry = WORDS.get(lower)
    if entry is None and not prose and lower.endswith("s") and WORDS.get(lower[:-1], "x")[0] in {"D", "P"}:
        entry = WORDS[lower[:-1]]
    if entry is None or (prose and lower in SPOKEN_ONLY):
        return None
    code, value = entry
    if prose and code in "MD" and not first.isupper():
        return None
    if end < len(text) and text[end].isalnum() and (prose or code not in "UuM" or text[end].isalpha()):
        return None
    if lower in TENS or (code == "w" and lower == "one"):
        return _compound(text, at, end, value) or Token(code, at, end, value)
    return Token(code, at, end, value, lower.endswith("s"))


_ONES = lazy.compile(
    r"[\s-](?:(one|two|three|four|five|six|seven|eight|nine)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))(?![A-Za-z])"
)


def _compound(text: str, at: int, end: int, tens: int) -> Token | None:
    found = _ONES.match(text, end) if tens >= 20 else None
    if not found:
        return None
    said = found[1] or found[2]
    return Token("w" if found[1] else "o", at, found.end(), tens + WORDS[said][1])


_SCAN = lazy.compile(r"(\s*)(?:([A-Za-z]+)|([0-9])|(\S))")
WIDE = 8  # blanks that end a run; so does an empty line


def tokens(text: str, at: int, prose: bool) -> Iterator[Token]:
    """Tokens from ``at`` on; one of code "x" for what is no part of dates."""
    scan = _SCAN.match
    while found := scan(text, at):
        blank, at = found.end(1) - at, found.end(1)
        if blank > 1 and (blank >= WIDE or text.count("\n", at - blank, at) > 1):
            yield Token("x", at, at, None)
        kind = found.lastindex
        if kind == 2:
            token = word(text, at, found.end(), prose) or Token("x", at, found.end(), None)
        elif kind == 3:
            token = numeric(text, at, prose) or Token("x", at, at + 1, None)
        else:
            token = Token(_MARKS.get(found[4], "x"), at, at + 1, None)
        yield token
        at = token.end


LONGEST = 64  # tokens in a run
_DATED = frozenset("MDIJKydCqHfFSZYGU")


def runs(text: str, prose: bool) -> Iterator[list[Token]]:
    """Runs of tokens in which dates may stand, in order."""
    done = 0
    for trigger in (_TRIGGER if prose else _SPOKEN_TRIGGER).finditer(text):
        at = trigger.start()
        if at < done:
            continue
        if prose and text[at] in "0123456789":  # what could stand before it would have been a trigger itself
            ahead, end = _ahead(text, at, prose, LONGEST)
            if all(token.code not in _DATED for token in ahead):
                done = end
                continue
            run = [*_before(text, at, done, prose), *ahead]
        else:
            run = _before(text, at, done, prose)
            ahead, end = _ahead(text, max(at, run[-1].end if run else 0), prose, LONGEST)
            run += ahead
        done = end
        if run:
            yield run


def _ahead(text: str, at: int, prose: bool, most: int) -> tuple[list[Token], int]:
    """The lexicon's tokens from ``at`` on without a gap, and where they end."""
    run: list[Token] = []
    end = at
    for token in tokens(text, at, prose):
        if len(run) >= most:
            break
        end = token.end
        if token.code == "x":
            break
        run.append(token)
    return run, end


def _before(text: str, at: int, done: int, prose: bool) -> list[Token]:
    """The lexicon's tokens that lead up to ``at`` without a gap; the last may reach beyond it ("New Year's Day")."""
    start = floor = max(done, at - BACK)
    edge = at
    while edge > floor:
        blank = text.rfind(" ", floor, edge - 1)
        start = blank + 1 if blank >= 0 else floor
        chunk = text[start:edge].strip(_EDGES)
        if chunk and chunk.lower() not in WORDS and not chunk[0].isdigit():
            break
        edge = start
    while done < start < at and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    run: list[Token] = []
    for token in tokens(text, start, prose):
        if token.start >= at:
            break
        run = [] if token.code == "x" else [*run, token]
    return run
