"""Moments that belong together: from A to B, between A and B, A-B, early A."""

from __future__ import annotations

from datetime import timedelta

from checker import lazy
from checker.values.dates import moment
from checker.values.dates.clock import combined
from checker.values.dates.context import Context
from checker.values.dates.grammar import Atom
from checker.values.dates.lexer import Token
from checker.values.dates.moment import Moment

_GRAINS = ("year", "month", "day")
_FIRST_DAY = lazy.compile(r"(?P<b>b)?r?(?:(?<=[br])v)?(?P<d>[no])\.?(?P<s>[-t&])v?$")
_BETWEEN = frozenset({"t", "-", "tv", "--"})


def joined(atoms: list[Atom], run: list[Token], context: Context) -> list[Atom]:
    """The same atoms with ranges made one."""
    codes = "".join(token.code for token in run)
    ranged = _ranged(atoms, codes, run, context)
    if context.prose:
        return ranged
    return _timed(_ranged(_timed(ranged, codes, run), codes, run, context), codes, run)


def _ranged(atoms: list[Atom], codes: str, run: list[Token], context: Context) -> list[Atom]:
    out: list[Atom] = []
    for atom in atoms:
        if out and (pair := _range(out[-1], atom, codes, run, context)):
            out[-1] = pair
        else:
            out.append(atom)
    return [_day_range(atom, codes, run) or atom for atom in out]


_GLUE = lazy.compile(r"[,@Oipv\-/:F]{0,3}|r|L")


def _timed(atoms: list[Atom], codes: str, run: list[Token]) -> list[Atom]:
    """The same atoms, a day and a time beside it made one."""
    out: list[Atom] = []
    for atom in atoms:
        left = out[-1] if out else None
        if left and _GLUE.fullmatch(codes[left.last : atom.first]):
            if (dotted := _dotted(left, atom, run)) is not None:
                out[-1] = dotted
                continue
            day, time = (left, atom) if atom.moment.weak == "time" else (atom, left)
            if time.moment.weak == "time" and day.moment.weak != "time" and (both := combined(day.moment, time.moment)):
                out[-1] = Atom(left.first, atom.last, both)
                continue
        out.append(atom)
    return [_beyond(atom, run) for atom in out]


def _beyond(atom: Atom, run: list[Token]) -> Atom:
    """After 2016: from its end on."""
    opens = run[atom.first - 1] if atom.first else None
    if opens is None or opens.value != "after" or atom.moment.grain == "day" or atom.moment.first == atom.moment.last:
        return atom
    first = atom.moment.last + timedelta(days=1)
    return Atom(atom.first - 1, atom.last, atom.moment.but(first=first, last=first, grain="day"))


def _range(left: Atom, right: Atom, codes: str, run: list[Token], context: Context) -> Atom | None:
    between = codes[left.last : right.first]
    opens = codes[left.first - 1 : left.first] if left.first else ""
    first = left.first - 1 if opens in {"r", "b"} and opens else left.first
    joins = between in _BETWEEN and not (between == "t" and run[left.last].value in {"until", "till"} and opens != "r")
    if not (joins or (between in {"&", "&v"} and opens == "b")):
        return None
    span = spanned(left.moment, right.moment)
    if span is None:
        return None
    return Atom(
        first, right.last, span, (left.stands and right.stands) or (span.weak == "range" and first < left.first)
    )


def _dotted(left: Atom, right: Atom, run: list[Token]) -> Atom | None:
    """29.02.2020 13.12: behind a whole date the second is a time."""
    token = run[right.first]
    if (
        right.last - right.first != 1
        or left.moment.weak not in {"", "weekday"}
        or left.moment.time
        or run[left.last - 1].code == "k"
        or left.moment.grain != "day"
    ):
        return None
    if token.code == "K" and not left.moment.weak and token.value["z"][-2:] < "60":
        return (
            Atom(left.first, right.last, left.moment.but(time=f"{token.value['y'][:2]}:{token.value['y'][2:]}"))
            if token.value["y"][2:] < "60"
            else None
        )
    if token.code != "k" or token.value["s"] == "/" or (token.value["s"] == "-" and not left.moment.anchor):
        return None
    hour, minute = int(token.value["a"]), int(token.value["b"])
    minute = 0 if token.value["s"] == "-" else minute
    return (
        Atom(left.first, right.last, left.moment.but(time=f"{hour:02}:{minute:02}", weak=""))
        if hour < 25 and minute < 60
        else None
    )


def spanned(a: Moment, b: Moment) -> Moment | None:
    """From one moment to another; the one that named no year takes that of the other."""
    if (a.weak == "time") != (b.weak == "time"):
        return None
    if a.weak == "time":
        return a
    if a.free and not b.free:
        a = _in_year(a, b.first.year) or a
        a = a if a.first <= b.last else _in_year(a, a.first.year - 1) or a
    elif b.free and b.first < a.first:
        b = _in_year(b, a.first.year) or b
        b = b if a.first <= b.last else _in_year(b, b.first.year + 1) or b
    if a.first > b.last:
        return None
    grain = max(a.grain, b.grain, key=_GRAINS.index)
    weak = "range" if a.weak == b.weak == "year" else ""
    about, free = a.approximate or b.approximate, a.free and b.free
    return Moment(a.first, b.last, grain, a.time, about, a.anchor or b.anchor, free, weak)


def _in_year(at: Moment, year: int) -> Moment | None:
    """A day, month or run of months in another year."""
    if at.grain == "day":
        found = moment.day(year, at.first.month, at.first.day)
    else:
        count = (at.last.year - at.first.year) * 12 + at.last.month - at.first.month + 1
        found = moment.month(year, at.first.month, count)
    return found and found.but(free=at.free, anchor=at.anchor)


def _day_range(atom: Atom, codes: str, run: list[Token]) -> Atom | None:
    """9-11 October 2024; between the 5th and 8th of May: the first day borrows the month of the second."""
    at = atom.moment
    opening = _FIRST_DAY.search(codes, 0, atom.first)
    if at.grain != "day" or at.first != at.last or opening is None:
        return None
    number = int(run[opening.start("d")].value)
    first = moment.day(at.first.year, at.first.month, number)
    together = opening["s"] != "&" or opening["b"] or number + 1 == at.first.day
    if first is None or first.first >= at.first or not together:
        return None
    return Atom(opening.start(), atom.last, at.but(first=first.first), atom.stands)
