"""Moments that belong together: from A to B, between A and B, A-B, early A."""

from __future__ import annotations

from checker.values.dates import moment
from checker.values.dates.context import Context
from checker.values.dates.grammar import Atom
from checker.values.dates.lexer import Token
from checker.values.dates.moment import Moment

_BETWEEN = frozenset({"t", "-", "tv", "--"})


def joined(atoms: list[Atom], run: list[Token], context: Context) -> list[Atom]:
    """The same atoms with ranges made one."""
    codes = "".join(token.code for token in run)
    out: list[Atom] = []
    for atom in atoms:
        if out and (pair := _range(out[-1], atom, codes, run, context)):
            out[-1] = pair
        else:
            out.append(atom)
    return [_day_range(atom, codes, run, context) or atom for atom in out]


def _range(left: Atom, right: Atom, codes: str, run: list[Token], context: Context) -> Atom | None:
    between = codes[left.last:right.first]
    opens = codes[left.first - 1:left.first] if left.first else ""
    first = left.first - 1 if opens in {"r", "b"} and opens else left.first
    joins = between in _BETWEEN and not (between == "t" and run[left.last].value in {"until", "till"} and opens != "r")
    if not (joins or (between in {"&", "&v"} and opens == "b")):
        return None
    span = spanned(left.moment, right.moment)
    return Atom(first, right.last, span) if span else None


def spanned(a: Moment, b: Moment) -> Moment | None:
    """From one moment to another; the first takes the year of the second where it named none."""
    if a.free and not b.free and a.first.year != b.first.year:
        again = moment.day(b.first.year, a.first.month, a.first.day)
        if a.grain == "month" and again:
            again = moment.month(again.first.year, again.first.month)
        a = again or a
    if b.free and not a.free and b.first < a.first:
        again = moment.day(a.first.year, b.first.month, b.first.day) or moment.day(a.first.year + 1, b.first.month, b.first.day)
        b = (moment.month(again.first.year, again.first.month) if again and b.grain == "month" else again) or b
    if a.first > b.last:
        if not a.free:
            return None
        a = moment.month(a.first.year - 1, a.first.month) if a.grain == "month" else moment.day(a.first.year - 1, a.first.month, a.first.day)  # type: ignore[assignment]
        if a is None or a.first > b.last:
            return None
    order = ("year", "month", "day")
    grain = max(a.grain, b.grain, key=order.index)
    weak = "" if not (a.weak == b.weak == "year") else "range"
    return Moment(a.first, b.last, grain, a.time, a.approximate or b.approximate, a.anchor or b.anchor, a.free and b.free, weak)


def _day_range(atom: Atom, codes: str, run: list[Token], context: Context) -> Atom | None:
    """9-11 October 2024; between the 5th and 8th of May: the first day borrows the month of the second."""
    at = atom.moment
    if at.grain != "day" or at.first != at.last or atom.first < 2:
        return None
    before = codes[:atom.first]
    tail = 2 if before[-1] in "-t" and before[-2] in "no" else 3 if len(before) > 2 and before[-3] == "b" and before[-1] == "&" and before[-2] in "no" else 0
    if not tail:
        return None
    number = int(run[atom.first - 2].value)
    first = moment.day(at.first.year, at.first.month, number)
    if first is None or first.first >= at.first:
        return None
    start = atom.first - tail
    if tail == 2 and start and codes[start - 1] in "r":
        start -= 1
    return Atom(start, atom.last, at.but(first=first.first))
