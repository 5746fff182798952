"""Dates in a text: runs of tokens are parsed, joined into ranges, and kept where their surroundings allow."""

from __future__ import annotations

import re
from datetime import datetime, time

from checker import lazy
from checker.model import Found, Value
from checker.values.dates import clock, compared, days, holidays, parts, periods, relative  # noqa: F401  (they register rules)
from checker.values.dates.context import Context
from checker.values.dates.edtf import interval
from checker.values.dates.foreign import foreign
from checker.values.dates.grammar import Atom, parse
from checker.values.dates.guard import spoken_stands
from checker.values.dates.join import joined
from checker.values.dates.lexer import Token, runs
from checker.values.dates.moment import Moment, write

_ABOUT = lazy.compile(
    r"(?:\b(?:around|about|circa|approximately|roughly|some time in|sometime in|c\.|ca\.)|~|≈)\s*$", re.IGNORECASE
)
_COUNT = lazy.compile(r"(?![Tt]h|[Ll]ast|[Nn]ext|[Tt]o|[Yy]e)[a-z0-9 -]+\sago", re.IGNORECASE)
_DAYFIRST = lazy.compile(r"(?<![0-9/])(?:1[3-9]|2[0-9]|3[01])/(?:0?[1-9]|1[0-2])/(?:[0-9]{2}){1,2}(?![0-9/])")
SHORT = 12  # characters of a text that may be a bare number


def recognise(text: str, published: str | None, *, prose: bool = True) -> list[Found]:
    """Dates of a text in order, without overlaps.

    ``published`` (EDTF or an ISO date and time) is what relative dates and those without a year are counted from;
    without it the former are left out and the latter have the year XXXX. ``prose=False`` is for short spoken input:
    times, durations and bare names count too, and values are exact days. "Since", "until", "by" are not part of a
    date: its value is the date they stand before.
    """
    context = Context(
        moment_of(published),
        prose,
        monthfirst="/" not in text or not _DAYFIRST.search(text),
        lone=len(text) < SHORT,
        text=text,
        extent=(len(text) - len(text.lstrip()), len(text.rstrip())),
    )
    out: list[Found] = []
    for run in runs(text, prose):
        if prose and not _promising(run):
            continue
        for atom in joined(parse(run, context), run, context):
            found = _found(text, run, atom, context)
            if found is not None:
                out.append(found)
    return foreign(text, out) if prose else out


_CORE, _STEPS = frozenset("MDIJKydCqHfFSZYG"), frozenset("RXTLBGotiW")


def _promising(run: list[Token]) -> bool:
    """Whether a run holds the makings of a date at all."""
    codes = {token.code for token in run}
    if "U" in codes and any(token.value == "weekend" for token in run):
        return True
    if "U" in codes and not codes.isdisjoint(_STEPS | {"v", "e"}):
        return True
    return not codes.isdisjoint(_CORE) or {"T", "P"} <= codes or any(t.code == "w" and t.value in (18, 19) for t in run)


def moment_of(published: str | None) -> datetime | None:
    """The instant a text was published; a month or year counts from its first day."""
    if not published:
        return None
    try:
        return datetime.fromisoformat(published.strip("~?%")).replace(tzinfo=None)
    except ValueError:
        return _loose(published)


def _loose(published: str) -> datetime | None:
    from checker.errors import UserError

    try:
        first, _ = interval(published.split("T")[0])
    except UserError:
        return None
    return None if first is None else datetime.combine(first, time())


def _found(text: str, run: list[Token], atom: Atom, context: Context) -> Found | None:
    at = atom.moment
    if at.weak == "invalid":
        return None
    last = run[atom.last - 1]
    if last.code == "." and run[atom.last - 2].code in "My":
        last = run[atom.last - 2]  # the full stop of the sentence
    start, end = run[atom.first].start, last.end
    if not context.prose and not spoken_stands(text, start, end, context.extent):
        return None
    if context.prose and not atom.stands:
        return None
    about = at.anchor != "published" or bool(_COUNT.match(text, start))
    approximate = at.approximate or (about and bool(_ABOUT.search(text[max(0, start - 16) : start])))
    edtf = write(at.but(approximate=approximate), exact=not context.prose)
    if at.free == "year" and context.base is None:
        edtf = "XXXX" + edtf[4:]
    return Found(start, end, Value("date", text[start:end], edtf=edtf, approximate=approximate), at.anchor)


def resolve(found: Found, previous: str) -> Found:
    """A date that was counted from the one named before, counted again from another (EDTF)."""
    first, last = interval(previous)
    at = first or last
    if found.anchor != "previous" or at is None:
        return found
    grain = {4: "year", 7: "month"}.get(len(previous.split("/")[0].strip("~?%")), "day")
    context = Context(datetime.combine(at, time()), True, previous=Moment(at, last or at, grain))
    for run in runs(found.value.text, True):
        for atom in parse(run, context):
            edtf = write(atom.moment.but(approximate=found.value.approximate))
            return Found(
                found.start,
                found.end,
                Value("date", found.value.text, edtf=edtf, approximate=found.value.approximate),
                "previous",
            )
    return found
