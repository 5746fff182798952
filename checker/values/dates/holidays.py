"""Rules for holidays."""

from __future__ import annotations

from datetime import timedelta

from checker.values.dates import moment
from checker.values.dates.context import Context
from checker.values.dates.grammar import Match, rule
from checker.values.dates.lexicon import HOLIDAYS
from checker.values.dates.moment import Moment
from checker.values.dates.unsaid import nth_weekday


def holiday(name: str, year: int) -> Moment | None:
    """A named day in a year."""

    said = HOLIDAYS[" ".join(name.split())]
    if len(said) == 1:
        at = moment.easter(year) + timedelta(days=said[0])
        return moment.day(at.year, at.month, at.day)
    if len(said) == 2:
        return moment.day(year, said[0], said[1])
    found = nth_weekday(year, said[0], said[1], said[2])
    return (
        found
        if found is None or len(said) == 3
        else moment.days(found.first + timedelta(days=said[3]), found.first + timedelta(days=said[3]))
    )


@rule(
    r"(?P<h>Y)(?:,|p|i)?(?P<y>y)",
    r"(?P<h>Y)(?:p|i)?(?P<r>[RXT])U",
    r"(?P<r>[RXT])(?P<h>Y)",
    r"v?(?P<h>Y)",
    r"(?P<y>y)(?P<h>Y)",
)
def holidays(context: Context, match: Match) -> Moment | None:
    """Christmas Day 2024; on Thanksgiving; last Easter."""
    token = match.token("h")
    if match["y"]:
        return holiday(token.value, match.value("y"))
    if context.base is None:
        return None
    around = [h for y in range(context.base.year - 1, context.base.year + 2) if (h := holiday(token.value, y))]
    shift = match["r"]
    if shift and shift.start > token.start:
        wanted = context.base.year + {"R": -1, "X": 1, "T": 0}[shift.code]
        return next((h.but(anchor="published") for h in around if h.first.year == wanted), None)
    if shift and shift.code != "T":
        today = context.base.date()
        near = [h for h in around if (h.first < today if shift.code == "R" else h.first > today)]
        return (near[-1] if shift.code == "R" else near[0]).but(anchor="published") if near else None
    best = context.nearest(around)
    return best and best.but(anchor="published", free="year", weak="holiday")
