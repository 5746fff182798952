"""Rules for parts of a year and for decades: quarters, halves, seasons, centuries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from checker.values.dates import moment
from checker.values.dates.context import Context
from checker.values.dates.grammar import Match, rule
from checker.values.dates.lexer import Token
from checker.values.dates.moment import Moment
from checker.values.dates.unsaid import full_year

QUARTERS, MONTHS = 4, 12
SHORT = 2  # digits of a year after "Q1'"


def quarter(year: int, number: int) -> Moment | None:
    """A quarter of a year as its months."""
    return moment.month(year, 3 * number - 2, 3) if 1 <= number <= 4 else None


def half(year: int, number: int) -> Moment | None:
    """A half of a year as its months."""
    return moment.month(year, 6 * number - 5, 6) if number in (1, 2) else None


def season(year: int, start: int) -> Moment | None:
    """A season (northern, whole months) that begins in month ``start``."""
    return moment.month(year, start, 3)


def _of_year(context: Context, match: Match, make: Any, number: int) -> Moment | None:
    """A part of the year named, of this, last or next year, or of the nearest fitting one."""
    if token := match["s"]:
        near = token.end - token.start == SHORT and token.start - match.tokens()[0].end <= 1
        return _called(make, full_year(int(token.value)), number) if near else None
    if token := match["y"]:
        return _called(make, full_year(_fiscal(token)), number)
    if context.base is None:
        return None
    year = context.base.year
    if shift := match["r"]:
        return _called(make, year + {"R": -1, "X": 1, "T": 0}[shift.code], number, "published")
    around = [m for y in range(year - 1, year + 2) if (m := make(y, number))]
    best = (make is quarter and context.prose and _just_over(context, around)) or context.nearest(around)
    return best and best.but(free="year", anchor="published", weak="part")


REPORTED = timedelta(days=75)  # within which the figures of a quarter come out


def _just_over(context: Context, around: list[Moment]) -> Moment | None:
    """The one of some quarters whose figures are awaited or just out."""
    today = context.base.date() if context.base else None
    return next(
        (m for m in around if today and m.first <= today and m.last >= today - REPORTED and (m.last < today)), None
    )


def _called(make: Any, year: int, number: int, anchor: str = "") -> Moment | None:
    found: Moment | None = make(year, number)
    return found and found.but(anchor=anchor)


def _fiscal(token: Token) -> int:
    return int(token.value["y"]) if token.code == "f" else int(token.value)


# Seasons name their own group s, so they take the short form without it.
_LONG = r"[,pi/'-]?v?(?:F?U?(?P<y>[yf])|(?P<r>[RXT])U)"
_THAT = r"(?:[,pi/'-]?v?(?:F?U?(?P<y>[yf])|(?P<r>[RXT])U)|'?(?P<s>n))"


@rule(
    rf"q{_THAT}",
    rf"v?(?P<o>[oR])-?F?(?P<u>U){_THAT}",
    r"(?P<y>y)[-,.]?q",
    r"(?P<y>y)[-,.]?v?(?P<o>o)-?(?P<u>U)",
    r"q",
    r"v?(?P<o>o)-?F?(?P<u>U)",
)
def quarters(context: Context, match: Match) -> Moment | None:
    """Q3 2025; the third quarter of 2025; 2025 Q3; the second quarter."""
    unit = match["u"]
    if unit is not None and unit.value != "quarter":
        return None
    token = match["o"] or next(t for t in match.tokens() if t.code == "q")
    if token.code == "R" and not match["y"]:
        return None
    number = QUARTERS if token.code == "R" or token.value == -1 else int(token.value)
    return _of_year(context, match, quarter, number)


@rule(r"v?(?P<o>[oR])(?P<n>[nw])(?P<u>U)p(?:U?(?P<y>[yf])|(?P<r>[RXT])U)")
def first_months(context: Context, match: Match) -> Moment | None:
    """The first nine months of 2024; the last three months of last year."""
    count, token = match.value("n"), match.token("o")
    if match.value_of("u") != "month" or not 1 <= count <= MONTHS or (token.code == "o" and token.value not in (1, -1)):
        return None
    start = 1 if token.code == "o" and token.value == 1 else MONTHS - count + 1
    return _of_year(context, match, lambda year, first: moment.month(year, first, count), start)


@rule(rf"H{_THAT}", rf"v?(?P<o>[oRE]){{1}}h{_THAT}", r"(?P<y>y)[-,.]?H", r"v?(?P<o>o)h(?:pvU)?", r"H")
def halves(context: Context, match: Match) -> Moment | None:
    """H1 2025; the first half of 2026; the second half."""
    token = match["o"] or next(t for t in match.tokens() if t.code == "H")
    number = 2 if token.code == "R" else 1 if token.code == "E" else int(token.value)
    return _of_year(context, match, half, number)


@rule(rf"v?(?P<b>S){_LONG}", r"(?P<y>y)(?P<b>S)", r"v?(?P<b>S)")
def seasons(context: Context, match: Match) -> Moment | None:
    """The spring of 2025; summer 2024; in the autumn."""
    found = _of_year(context, match, season, match.value("b"))
    return found and found.but(weak="season" if found.weak else "")


@rule(r"(?P<r>[RXT])(?P<b>S)")
def near_season(context: Context, match: Match) -> Moment | None:
    """This spring; last summer; next winter."""
    token = match["r"]
    if context.base is None or token is None:
        return None
    year, start, today = context.base.year, match.value("b"), context.base.date()
    around = [s for y in range(year - 2, year + 3) if (s := season(y, start))]
    if token.code == "R":
        best = max((s for s in around if s.last < today), key=lambda s: s.first)
    elif token.code == "X":
        best = min((s for s in around if s.first > today), key=lambda s: s.first)
    else:
        best = next((s for s in around if s.first <= today <= s.last), None) or next(
            s for s in around if s.first.year == year
        )
    return best.but(anchor="published")


@rule(r"v?(?P<e>[Ee])-?p?v?d", r"v?d")
def decades(context: Context, match: Match) -> Moment | None:
    """The 1990s; the nineties; the late 1980s."""
    century, tens = match.tokens()[-1].value
    if century is None:
        now = context.base.year if context.base else 2030
        century = 20 if 2000 + tens <= now else 19
        if tens < 10 and match.tokens()[-1].end - match.tokens()[-1].start < 4:
            return None
    first = century * 100 + tens
    part = match["e"]
    start, count = {"early": (0, 4), "mid": (4, 3), "late": (7, 3)}[part.value] if part else (0, 10)
    if tens == 0 and not part and century * 100 + 100 < 2000:
        count = 100
    return moment.year(first + start, count)


@rule(r"v?(?P<o>o)-?C")
def centuries(_: Context, match: Match) -> Moment | None:
    """The 19th century."""
    return moment.year(match.value("o") * 100 - 99, 100) if 1 <= match.value("o") <= 30 else None
