"""Rules for dates that name their year, or lack only that: days, months, years, quarters, seasons, decades."""

from __future__ import annotations

from typing import Any

from checker.values.dates import moment
from checker.values.dates.context import Context
from checker.values.dates.grammar import Match, rule
from checker.values.dates.lexer import Token
from checker.values.dates.lexicon import HOLIDAYS
from checker.values.dates.moment import Moment

CENTURY_PIVOT = 69  # two-digit years up to this are 20xx
FAR = 40  # years from now beyond which spoken "2 Jan 1430" is half past two
_DAY = "[no]"
_YEAR = r"(?:(?:,|\.|p|-|/|F|i)?(?P<y>y))"
_WEEKDAY = r"(?:v?D[,.]?v?)?"


def full_year(number: int) -> int:
    """A year of two digits in its century."""
    return number if number > 99 else number + (2000 if number <= CENTURY_PIVOT else 1900)


def _year_of(token: Token | None) -> int | None:
    return None if token is None else int(token.value)


def free_day(context: Context, month: int, number: int) -> Moment | None:
    """A day whose year was not said."""
    if context.base is None:
        at = moment.day(2000, month, number)
        return None if at is None else at.but(free="year")
    year = context.base.year
    choices = [d for y in range(year - 8, year + 9) if (d := moment.day(y, month, number))]
    near = [d for d in choices if abs(d.first.year - year) <= 1] or choices
    best = context.nearest(near)
    return None if best is None else best.but(free="year")


def free_month(context: Context, number: int) -> Moment | None:
    """A month whose year was not said."""
    if context.base is None:
        at = moment.month(2000, number)
        return None if at is None else at.but(free="year")
    near = [m for y in range(context.base.year - 1, context.base.year + 2) if (m := moment.month(y, number))]
    best = context.nearest(near)
    return None if best is None else best.but(free="year")


@rule(rf"{_WEEKDAY}(?P<d>{_DAY})[.\-]?p?v?[-/]?(?P<m>M)\.?{_YEAR}?", rf"{_WEEKDAY}v(?P<d>{_DAY})p?(?P<m>M)\.?{_YEAR}?")
@rule(rf"{_WEEKDAY}(?P<m>M)[.,]?[-/]?v?(?P<d>{_DAY}){_YEAR}?")
def named_day(context: Context, match: Match) -> Moment | None:
    """9 October 2024; October 9th, 2024; the 9th of October; Tuesday, Oct. 9."""
    number, month, year = match.value("d"), match.value("m"), _year_of(match["y"])
    if year is None:
        return free_day(context, month, number) or moment.INVALID
    if (
        not context.prose
        and context.base
        and abs(year - context.base.year) > FAR
        and year % 100 < 60
        and year < 2400
        and "," not in match.codes()
    ):
        found = free_day(context, month, number)
        return found and found.but(time=f"{year // 100:02}:{year % 100:02}")
    return moment.day(year, month, number) or moment.INVALID


@rule(
    r"(?P<d>[no])[.\-/']?(?P<m>M)[.\-/'p]{0,2}(?P<y>n)(?![MtoP-]|p?M)",
    r"D?,?(?P<m>M)\.?(?P<d>[no])(?:,'?|')(?P<y>n)",
    spoken=True,
)
def short_year(context: Context, match: Match) -> Moment | None:
    """03 Aug 96; 8-Oct-12."""
    return moment.day(full_year(match.value("y")), match.value("m"), match.value("d"))


@rule(r"(?P<y>y)[-,./]?(?P<m>M)[-,./]?(?P<d>[no])")
def year_first(context: Context, match: Match) -> Moment | None:
    """2012, August 10."""
    return moment.day(match.value("y"), match.value("m"), match.value("d"))


@rule(r"(?P<m>M)\.?(?:,|p|-|/|iv?)?(?P<y>y)", r"(?P<y>y)[-/](?P<m>M)")
def month_year(context: Context, match: Match) -> Moment | None:
    """October 2024; October of 2024; Oct. 2024."""
    return moment.month(match.value("y"), match.value("m"))


@rule(r"(?P<y>y)(?P<m>M)\.?", r"(?P<m>M)(?P<y>y)", spoken=True)
def year_month(context: Context, match: Match) -> Moment | None:
    """2024 August."""
    return moment.month(match.value("y"), match.value("m"))


@rule(r"(?:D,?)?(?P<m>M)v?(?P<d>w)", spoken=True)
def month_word(context: Context, match: Match) -> Moment | None:
    """May twenty one."""
    return free_day(context, match.value("m"), match.value("d"))


@rule(r"v?(?P<o>o)(?P<d>D)", r"v?(?P<o>o)p(?P<r>[RXT])(?P<u>U)", spoken=True)
def nth_here(context: Context, match: Match) -> Moment | None:
    """Second Sunday (of this month); the 20th of next month."""
    if context.base is None:
        return None
    year, month = context.base.year, context.base.month
    if match["d"]:
        return nth_weekday(year, month, match.value("d"), match.value("o"))
    step = match["r"]
    if step is None or match.value_of("u") != "month":
        return None
    there = (
        moment.month(year, month + {"R": -1, "X": 1, "T": 0}[step.code])
        if month + {"R": -1, "X": 1, "T": 0}[step.code]
        else moment.month(year - 1, 12)
    )
    return (there and moment.day(there.first.year, there.first.month, match.value("o"))) or moment.INVALID


@rule(r"Ov?(?P<d>[nw])", r"v(?P<d>o)", spoken=True)
def on_number(context: Context, match: Match) -> Moment | None:
    """On 15; for the second: at the end of what is said."""
    return (
        free_number(context, match.value("d"))
        if match.last() and match.tokens()[-1].end >= context.extent[1] - 1
        else None
    )


@rule(r"M\.?")
def bare_month(context: Context, match: Match) -> Moment | None:
    """In October."""
    found = free_month(context, match.tokens()[0].value)
    return None if found is None else found.but(weak="month", anchor="published" if context.base else "")


@rule(r"I")
def numeric_day(context: Context, match: Match) -> Moment | None:
    """2024-10-09; 9/10/2024; 09.10.2024."""
    said: dict[str, Any] = match.tokens()[0].value
    if "a" not in said:
        found = moment.day(int(said["y"]), int(said["m"]), int(said["d"]))
        time = said.get("t") or ""
        return found and found.but(time=_clock(time) if time else "")
    a, b, year = int(said["a"]), int(said["b"]), full_year(int(said["y"]))
    if context.prose and len(said["y"]) == 2 and said["s"] != "/":
        return None
    first = (a, b) if context.monthfirst and said["s"] == "/" else (b, a)
    if len(said["y"]) == 2 and said["s"] == "-" and context.base and (other := _short_first(said)):
        given = moment.day(year, *first)
        base = context.base.date()
        return other if given is None or abs(other.first - base) < abs(given.first - base) else given
    return (
        moment.day(year, first[0], first[1])
        or moment.day(year, first[1], first[0])
        or _short_first(said)
        or moment.INVALID
    )


def _short_first(said: dict[str, Any]) -> Moment | None:
    """16-04-31: the year may stand first."""
    return moment.day(full_year(int(said["a"])), int(said["b"]), int(said["y"])) if len(said["y"]) == 2 else None


def _clock(text: str) -> str:
    hour, minute = text.split(":")[:2]
    return f"{int(hour):02}:{minute}"


def free_number(context: Context, number: int, weekday: int | None = None) -> Moment | None:
    """The day of a month that was not said, with its weekday where that was."""
    if context.base is None:
        return None
    year, month, reach = context.base.year, context.base.month, 14 if weekday is not None else 2
    around = [
        moment.day(year + (month - 1 + n) // 12, (month - 1 + n) % 12 + 1, number) for n in range(-reach, reach + 1)
    ]
    if weekday is None:
        return next((d for d in around[reach:] if d and d.first > context.base.date()), None)
    return context.nearest([d for d in around if d and d.first.weekday() == weekday])


@rule(r"O?(?P<w>D),?v?(?P<d>[now])(?![.,/-]?[nkIyUM]|pM)", r"O?v(?P<d>o)(?:pTU)?(?![UhdCDPo])", spoken=True)
def month_day(context: Context, match: Match) -> Moment | None:
    """Friday the 12th; the 27th."""
    number = match.value("d")
    weekday = match["w"]
    if weekday and match.tokens()[-1].code == "o" and number < 6 and "v" not in match.codes():
        return None
    found = free_number(context, number, int(weekday.value) if weekday else None) if number > 0 else None
    return found and found.but(anchor="published")


@rule(r"v?n\.?", r"vw", spoken=True)
def lone_day(context: Context, match: Match) -> Moment | None:
    """19; the 2.; nothing else being said."""
    numbers = [token for token in match.tokens() if token.code in "nw"]
    lone = match.whole(context) and context.lone
    found = (
        free_number(context, int(numbers[0].value))
        if lone or (match.tokens()[0].code == "v" and int(numbers[0].value) > 12 and match.last())
        else None
    )
    return found and found.but(anchor="published")


@rule(r"(?:D,?)?(?P<m>M)(?P<d>n)(?P<c>c)[A-Z]?(?P<y>y)", spoken=True)
def stamped(context: Context, match: Match) -> Moment | None:
    """Wed Aug 05 12:00:00 2015."""
    found, token = moment.day(match.value("y"), match.value("m"), match.value("d")), match["c"]
    return found and found.but(time=_clock(token.value["t"]) if token else "")


@rule(
    r"(?P<k>k)\.?p?(?P<m>M),?(?P<y>y)?",
    r"(?P<m>M)(?P<k>k),?(?P<y>y)?",
    r"(?P<m>M)(?P<d>[no])[-t](?P<e>[no]),?(?P<y>y)?",
)
def month_days(context: Context, match: Match) -> Moment | None:
    """April 3-4; October 9 to 11, 2024."""
    if token := match["k"]:
        if token.value["s"] != "-":
            return None
        first, last = int(token.value["a"]), int(token.value["b"])
    else:
        first, last = match.value("d"), match.value("e")
    start = (
        moment.day(match.value("y"), match.value("m"), first)
        if match["y"]
        else free_day(context, match.value("m"), first)
    )
    end = start and moment.day(start.first.year, match.value("m"), last)
    return start.but(last=end.last) if start and end and start.first < end.first else None


@rule(r"k", spoken=True)
def partial(context: Context, match: Match) -> Moment | None:
    """5/8; 14.03.; 28-05: a day and a month."""
    said = match.tokens()[0].value
    a, b = int(said["a"]), int(said["b"])
    first, second = ((b, a), (a, b)) if said["s"] != "/" or not context.monthfirst else ((a, b), (b, a))
    if said["s"] == "-" and len(said["a"]) == 1:
        first, second = second, first
    return free_day(context, *first) or free_day(context, *second)


@rule(r"J")
def numeric_month(context: Context, match: Match) -> Moment | None:
    """2024-10; 10/2024."""
    said = match.tokens()[0].value
    return moment.month(int(said["y"]), int(said["m"]))


@rule(
    r"v?[Ee]-?p?v?(?P<y>y)(?![-/]?[nMk])",
    r"v?[Ee]-?p?v?F?(?P<m>M)\.?,?(?P<y>y)(?![-/]?[nM])",
    r"v?[Ee]-?p?v?(?P<m>M)\.?(?![noy])",
)
def part_of(context: Context, match: Match) -> Moment | None:
    """Early 2024; mid-October; the end of May 2025: as the whole it is part of."""
    if not match["m"]:
        return moment.year(match.value("y"))
    if match["y"]:
        return moment.month(match.value("y"), match.value("m"))
    found = free_month(context, match.value("m"))
    if found and not context.prose and match.tokens()[0].value == "late":
        return found.but(first=found.first.replace(day=16))
    return found and found.but(anchor="published" if context.base else "")


@rule(r"(?P<a>w)(?P<b>w)(?:&?(?P<c>w))?", spoken=True)
def worded_year(context: Context, match: Match) -> Moment | None:
    """Nineteen ninety six; two thousand and fifteen."""
    a, b, c = match.value("a"), match.value("b"), match.value("c") if match["c"] else 0
    if (a, b) == (2, 1000):
        return moment.year(2000 + c)
    return moment.year(a * 100 + b) if a in (18, 19, 20) and 9 < b < 100 and not c else None


@rule(r"y")
def bare_year(context: Context, match: Match) -> Moment | None:
    """In 2016."""
    found = moment.year(match.tokens()[0].value)
    return None if found is None else found.but(weak="year")


@rule(r"F(?:Up?)?(?P<y>y)(?:[-/](?P<z>[yn]))?", r"f", r"F(?:U|-)?(?P<k>K)")
def fiscal_year(context: Context, match: Match) -> Moment | None:
    """FY2024; fiscal year 2024; FY 2023-24 (both years it touches)."""
    token = match.tokens()[0]
    if token.code == "f":
        first = full_year(int(token.value["y"]))
        return moment.year(first, 2 if token.value["z"] else 1)
    if span := match["k"]:
        return year_range(context, match)
    return moment.year(match.value("y"))


@rule(r"K")
def year_range(context: Context, match: Match) -> Moment | None:
    """2008-2014; 2023-24."""
    said = match.tokens()[-1].value
    first, last = int(said["y"]), int(said["z"])
    last = last if last > 99 else first // 100 * 100 + last + (100 if last == 0 else 0)
    if not first <= last <= first + 400:
        return None
    found = moment.year(first, last - first + 1)
    return found and found.but(weak="range" if len(said["z"]) == 4 else "years")


@rule(r"v?(?:U(?P<w>r|t)|(?P<n>[nw])U(?P<w2>r|t)|UW)(?P<d>[no]?)(?P<m>M)\.?(?P<d2>[no]?),?(?P<y>y)?")
def year_to(context: Context, match: Match) -> Moment | None:
    """The year to March 2024; the year ended 31 March 2024; the 12 months to June 2025."""
    tokens = match.tokens()
    unit = next(t for t in tokens if t.code == "U")
    count = match.value("n") if match["n"] else 1
    months = {"year": 12, "month": 1, "quarter": 3}.get(str(unit.value))
    joiner = match["w"] or match["w2"]
    if months is None or (joiner and joiner.value != "to"):
        return None
    end = moment.month(match.value("y"), match.value("m")) if match["y"] else free_month(context, match.value("m"))
    if end is None:
        return None
    return moment.month(
        end.first.year - (count * months) // 12 - 1, end.first.month + 12 - (count * months) % 12 + 1, count * months
    )


def quarter(year: int, number: int) -> Moment | None:
    """A quarter of a year as its months."""
    return moment.month(year, 3 * number - 2, 3) if 1 <= number <= 4 else None


def half(year: int, number: int) -> Moment | None:
    """A half of a year as its months."""
    return moment.month(year, 6 * number - 5, 6) if number in (1, 2) else None


def _of_year(context: Context, match: Match, make: Any, number: int) -> Moment | None:
    """A part of the year named, of this, last or next year, or of the nearest fitting one."""
    if token := match["y"]:
        return _called(make, full_year(_fiscal(token)), number)
    if context.base is None:
        return None
    year = context.base.year
    if shift := match["r"]:
        return _called(make, year + {"R": -1, "X": 1, "T": 0}[shift.code], number, "published")
    best = context.nearest([m for y in range(year - 1, year + 2) if (m := make(y, number))])
    return best and best.but(free="year", anchor="published", weak="part")


def _called(make: Any, year: int, number: int, anchor: str = "") -> Moment | None:
    found: Moment | None = make(year, number)
    return found and found.but(anchor=anchor)


def _fiscal(token: Token) -> int:
    return int(token.value["y"]) if token.code == "f" else int(token.value)


_THAT = r"(?:,|p|i|-|/|'|')?v?(?:F?U?(?P<y>[yf])|(?P<r>[RXT])U)"


@rule(
    rf"q{_THAT}",
    rf"v?(?P<o>o)-?F?(?P<u>U){_THAT}",
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
    number = 4 if token.value == -1 else int(token.value)
    return _of_year(context, match, quarter, number)


@rule(rf"H{_THAT}", rf"v?(?P<o>[oRE]){{1}}h{_THAT}", r"(?P<y>y)[-,.]?H", r"v?(?P<o>o)h(?:pvU)?", r"H")
def halves(context: Context, match: Match) -> Moment | None:
    """H1 2025; the first half of 2026; the second half."""
    token = match["o"] or next(t for t in match.tokens() if t.code == "H")
    number = 2 if token.code == "R" else 1 if token.code == "E" else int(token.value)
    return _of_year(context, match, half, number)


def season(year: int, start: int) -> Moment | None:
    """A season (northern, whole months) that begins in month ``start``."""
    return moment.month(year, start, 3)


@rule(rf"v?(?P<s>S){_THAT}", r"(?P<y>y)(?P<s>S)", r"v?(?P<s>S)")
def seasons(context: Context, match: Match) -> Moment | None:
    """The spring of 2025; summer 2024; in the autumn."""
    found = _of_year(context, match, season, match.value("s"))
    return found and found.but(weak="season" if found.weak else "")


@rule(r"(?P<r>[RXT])(?P<s>S)")
def near_season(context: Context, match: Match) -> Moment | None:
    """This spring; last summer; next winter."""
    token = match["r"]
    if context.base is None or token is None:
        return None
    year, start, today = context.base.year, match.value("s"), context.base.date()
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
def centuries(context: Context, match: Match) -> Moment | None:
    """The 19th century."""
    return moment.year(match.value("o") * 100 - 99, 100) if 1 <= match.value("o") <= 30 else None


def holiday(name: str, year: int) -> Moment | None:
    """A named day in a year."""
    from datetime import timedelta

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


def nth_weekday(year: int, month: int, number: int, which: int) -> Moment | None:
    """The ``which``-th weekday of a month (-1: the last)."""
    around = [d for n in range(1, 32) if (d := moment.day(year, month, n)) and d.first.weekday() == number]
    return around[which if which < 0 else which - 1] if -len(around) <= which <= len(around) and which else None


@rule(
    r"(?P<h>Y)(?:,|p|i)?(?P<y>y)",
    r"(?P<h>Y)(?:p|i)?(?P<r>[RXT])U",
    r"(?P<r>[RXT])(?P<h>Y)",
    r"v?(?P<h>Y)",
    r"(?P<y>y)(?P<h>Y)",
)
def holidays(context: Context, match: Match) -> Moment | None:
    """Christmas Day 2024; on Thanksgiving; last Easter."""
    token = match["h"]
    assert token is not None
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
