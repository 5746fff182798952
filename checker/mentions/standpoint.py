"""From which day a document is written, where nothing says when it was published: for dates without a year.

Minutes are of their meeting's day, a circular is of its issue's season; else a text is no older than the latest day
that it tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from checker import lazy
from checker.model import Source, Value
from checker.passages import Mention, Passage

_FRONT = 8  # passages that can say it
_MEETING = lazy.compile(
    r"(?<![\w-])(?:[Mm]inutes|MINUTES|[Pp]roceedings|PROCEEDINGS|[Tt]ranscript|[Hh]earing|[Ss]itting)\b(?! room)"
)
_HELD = lazy.compile(r"(?<![\w-])(?:[Mm]eeting|MEETING|[Hh]eld|[Ss]itting|[Hh]earing|[Ss]ession)\b")
_SEASON = lazy.compile(
    r"\b(?P<first>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
    r"(?:\s*/\s*(?P<last>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter))?,?\s+(?P<year>20\d\d)\b"
)
_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 12}
_HEAD = 300  # characters of what stands over minutes
_SHORT = 120  # characters of a line that can be a masthead


def meeting(source: Source) -> str | None:
    """The day of the meeting that the source is the minutes of (EDTF)."""
    from checker.values import dates

    front = [block.text for _, block in zip(range(_FRONT), source.blocks(), strict=False) if block.kind != "furniture"]
    front = [text for text in front if len(text) < _HEAD]
    if not any(_MEETING.search(text) for text in front):
        return None
    held = (found.value.edtf or "" for text in front if _HELD.search(text) for found in dates.recognise(text, None))
    return next((edtf for edtf in held if len(edtf) == 10 and edtf[:4].isdigit()), None)


def settle(passages: list[Passage]) -> None:
    """Give the dates that lack a year the one that brings them nearest before the day that the text is written on."""
    open_ = [(p, m) for p in passages for m in p.mentions if m.kind == "date" and _edtf(m).startswith("XXXX-")]
    day = (_season(passages) or _latest(passages)) if open_ else None
    if day is None or len(day) != 10:
        return
    for passage, mention in open_:
        mention.value = _dated(passage, mention, date.fromisoformat(day))


def _edtf(mention: Mention) -> str:
    return (mention.value.edtf or "") if mention.value is not None else ""


def _season(passages: list[Passage]) -> str | None:
    """The last day of the issue's season: "No. 58 * Autumn 2025"."""
    for passage in passages[:3]:
        found = _SEASON.search(passage.block.text) if len(passage.block.text) < _SHORT else None
        if found is not None:
            posted = [m for m in passage.mentions if m.kind == "date" and re.fullmatch(r"XXXX-\d\d-\d\d", _edtf(m))]
            if len(posted) == 1 and _edtf(posted[0])[5:] != "02-29":
                return found["year"] + _edtf(posted[0])[4:]  # "Autumn 2025 (posted to members 10 October)"
            month = _ENDS[(found["last"] or found["first"]).lower()]
            after = date(int(found["year"]) + month // 12, month % 12 + 1, 1)
            return (after - timedelta(days=1)).isoformat()
    return None


def _latest(passages: list[Passage]) -> str | None:
    """The latest day that the text tells of as past."""
    return max((day for passage in passages for day in _days(passage)), default=None)


def _days(passage: Passage) -> Iterator[str]:
    for mention in passage.mentions:
        edtf = _edtf(mention)
        if mention.kind == "date" and len(edtf) == 10 and edtf[:4].isdigit() and not _ahead(passage, mention):
            yield edtf


def _ahead(passage: Passage, mention: Mention) -> bool:
    from checker.values.dates.context import looks_ahead

    start = passage.tokens[mention.first].start
    return looks_ahead(passage.block.text[max(0, start - 160) : start])


def _dated(passage: Passage, mention: Mention, day: date) -> Value | None:
    """The date with its year; of a range, or where the day does not exist that year, as it was."""
    value, edtf = mention.value, _edtf(mention)
    rest = edtf[5:]
    if value is None or "/" in edtf or not rest.replace("-", "").isdigit():
        return value
    ahead, here = _ahead(passage, mention), f"{day:%m-%d}"[: len(rest)]
    year = day.year + (1 if ahead and rest < here else 0) - (1 if not ahead and rest > here else 0)
    year = _by_weekday(value.text, rest, day.year) or year
    if rest == "02-29" and year % 4:
        return value
    return Value("date", value.text, edtf=f"{year}-{rest}", approximate=value.approximate)


_WEEKDAYS = lazy.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.I)
_ORDER = "mon tue wed thu fri sat sun".split()


def _by_weekday(text: str, rest: str, year: int) -> int | None:
    """ "Friday 14 November": of the years around, the one in which that day is a Friday."""
    said = _WEEKDAYS.search(text)
    if said is None or len(rest) != len("11-14"):
        return None
    month, day = int(rest[:2]), int(rest[3:])
    for one in (year, year + 1, year - 1):
        if not (rest == "02-29" and one % 4) and date(one, month, day).weekday() == _ORDER.index(said[1].lower()):
            return one
    return None
