"""Rules for single days, and for runs of days in one month."""

from __future__ import annotations

from typing import Any

from checker.values.dates import moment
from checker.values.dates.context import Context
from checker.values.dates.grammar import Match, rule
from checker.values.dates.moment import Moment
from checker.values.dates.unsaid import free_day, free_number, full_year, nth_weekday, year_of

FAR = 40  # years from now beyond which spoken "2 Jan 1430" is half past two
_DAY = "[no]"
_YEAR = r"(?:(?:,|\.|p|-|/|F|i)?(?P<y>y))"
_WEEKDAY = r"(?:v?(?P<w>D)[,.]?v?)?"


@rule(rf"{_WEEKDAY}(?P<d>{_DAY})[.\-]?p?v?[-/]?(?P<m>M)\.?{_YEAR}?", rf"{_WEEKDAY}v(?P<d>{_DAY})p?(?P<m>M)\.?{_YEAR}?")
@rule(rf"{_WEEKDAY}(?P<m>M)[.,]?[-/]?v?(?P<d>{_DAY}){_YEAR}?")
def named_day(context: Context, match: Match) -> Moment | None:
    """9 October 2024; October 9th, 2024; the 9th of October; Tuesday, Oct. 9."""
    number, month, year = match.value("d"), match.value("m"), year_of(match["y"])
    if year is None:
        return free_day(context, month, number, match.value("w") if match["w"] else None) or moment.INVALID
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
def short_year(_: Context, match: Match) -> Moment | None:
    """03 Aug 96; 8-Oct-12."""
    return moment.day(full_year(match.value("y")), match.value("m"), match.value("d"))


@rule(rf"{_WEEKDAY}(?P<d>o)(?P<u>U)p(?P<m>M),?(?P<y>y)")
def solemn_day(_: Context, match: Match) -> Moment | None:
    """Friday, the 26th day of September 2025."""
    if match.value_of("u") != "day":
        return None
    return moment.day(match.value("y"), match.value("m"), match.value("d")) or moment.INVALID


@rule(r"(?P<y>y)[-,./]?(?P<m>M)[-,./]?(?P<d>[no])")
def year_first(_: Context, match: Match) -> Moment | None:
    """2012, August 10."""
    return moment.day(match.value("y"), match.value("m"), match.value("d"))


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
def stamped(_: Context, match: Match) -> Moment | None:
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
