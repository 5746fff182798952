"""Rules for dates that are counted: from the publication, or from the date named before."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from checker.values.dates import moment
from checker.values.dates.context import Context, sized, weekday
from checker.values.dates.grammar import Match, rule
from checker.values.dates.lexer import Token
from checker.values.dates.moment import Moment
from checker.values.dates.unsaid import free_day, free_month, nth_weekday

SATURDAY = 5
MONTHS = 12
_COUNT = "(?:[nwaNhy]|aw|awp|wp|hv?a|ah)"
SPAN = rf"{_COUNT}-?[Uu](?:,?&?{_COUNT}-?[Uu])*"
_STEP = {"R": -1, "X": 1, "T": 0}
_GRAIN = {"decade": "year", "century": "year", "year": "year", "quarter": "month", "month": "month"}
# "the following year", "the same day", "that month" point at a date named before, not at the publication.
_POINTING = frozenset({"following", "subsequent", "same", "that", "preceding", "previous"})


def _start(context: Context, previous: bool) -> tuple[datetime | None, str]:
    """What to count from, and its name."""
    if previous and context.previous is not None:
        return datetime.combine(context.previous.first, time()), "previous"
    return context.base, "previous" if previous else "published"


def amounts(tokens: list[Token]) -> list[tuple[float, str]]:
    """The counts and units of "a year and two months", "1.5 days", "half a year"."""
    out: list[tuple[float, str]] = []
    count, halved = 1.0, 1.0
    for token in tokens:
        if token.code == "h":
            halved = 0.5
        elif token.code in "nwaNy":
            count = float(token.value)
        elif token.code in "Uu":
            out.append((count * halved, token.value))
            count, halved = 1.0, 1.0
    return out


def counted(context: Context, span: list[Token], sign: int, previous: bool) -> Moment | None:
    """The day that lies a span before (-1) or after (1); in prose as exact as the span's finest unit is."""
    at, anchor = _start(context, previous)
    if at is None:
        return None
    parts = amounts(span)
    for count, unit in parts:
        moved = moment.shift(at, unit, sign * count)
        if moved is None:
            return None
        at = moved
    found = Moment(at.date(), at.date(), anchor=anchor)
    if context.prose:
        if previous and context.previous is not None and parts == [(1.0, "year")]:
            return _year_apart(context.previous, sign)
        grain = _GRAIN.get(parts[-1][1], "day")
        if (
            previous
            and context.previous is not None
            and (context.previous.grain == "year" or grain == "day" != context.previous.grain)
        ):
            grain = context.previous.grain if grain != "year" else grain
        return sized(found, grain)
    exact = any(unit in {"hour", "minute", "second"} for _, unit in parts) or at.time() != time()
    return found.but(time=f"{at:%H:%M}" if exact else "")


def _year_apart(at: Moment, sign: int) -> Moment | None:
    """A year earlier or later: of a quarter the same quarter, of a month, day or year the year."""
    months = (at.last.year - at.first.year) * 12 + at.last.month - at.first.month + 1
    if at.grain == "month" and 1 < months < MONTHS:
        found = moment.month(at.first.year + sign, at.first.month, months)
    else:
        found = moment.year(at.first.year + sign)
    return found and found.but(anchor="previous")


@rule(rf"~?(?P<s>{SPAN})G")
def ago(context: Context, match: Match) -> Moment | None:
    """Three weeks ago; a year and two months ago."""
    found = counted(context, match.slice("s"), -1, False)
    return found and found.but(approximate=match.codes()[0] == "~")


@rule(
    rf"(?P<s>{SPAN})r(?P<z>Z)",
    rf"(?P<s>{SPAN})(?P<l>[LB])?(?P<r>r|L|B)(?P<d>Z)",
    rf"i~?(?P<s>{SPAN})",
    rf"L~?(?P<s>{SPAN})",
    rf"(?P<s>{SPAN})(?P<l>L)",
    spoken=True,
)
def ahead(context: Context, match: Match) -> Moment | None:
    """Five days from now; two weeks after yesterday; in two weeks; two days later."""
    anchor = match["z"] or match["d"]
    sign = -1 if match["r"] and match.value_of("r") in {"before", "earlier"} else 1
    found = counted(context, match.slice("s"), sign, False)
    if found and anchor and anchor.value != "n" and anchor.value.lstrip("-").isdigit():
        return found.but(
            first=found.first + timedelta(days=int(anchor.value)), last=found.last + timedelta(days=int(anchor.value))
        )
    return found


@rule(rf"i(?P<s>{SPAN})T?")
def within(context: Context, match: Match) -> Moment | None:
    """In three weeks: in prose only when the sentence looks ahead ("grew 12% in two years" is a duration)."""
    said = match.tokens()[0]
    if not context.coming or said.end - said.start != 2:
        return None
    found = counted(context, match.slice("s"), 1, False)
    return found and found.but(weak="within")


@rule(rf"(?P<s>{SPAN})(?P<l>[LB])")
def later(context: Context, match: Match) -> Moment | None:
    """Two years later; a month earlier: from the date named before."""
    said = match.value_of("l")
    return counted(context, match.slice("s"), -1 if said in {"before", "earlier"} else 1, True)


@rule(r"(?P<r>[RXT])(?P<u>u)", spoken=True)
def near_hour(context: Context, match: Match) -> Moment | None:
    """Next hour; this minute."""
    step = match["r"]
    moved = moment.shift(context.base, match.value_of("u"), _STEP[step.code]) if context.base and step else None
    return Moment(moved.date(), moved.date(), time=f"{moved:%H:%M}", anchor="published") if moved else None


@rule(r"v(?P<u>U)(?P<w>[LB])(?!Z)")
def beside(context: Context, match: Match) -> Moment | None:
    """The year before; the day after: beside the date named before."""
    at, anchor = _start(context, True)
    if not context.prose or at is None or match.plural("u"):
        return None
    step = -1 if match.value_of("w") in {"before", "earlier"} else 1
    found = unit_at(at.date(), match.value_of("u"), step)
    return found and found.but(anchor=anchor, weak="pointing")


@rule(r"v(?P<u>U)(?P<w>[LB])?", spoken=True)
def this_unit(context: Context, match: Match) -> Moment | None:
    """The week; the day after."""
    if context.base is None or match.plural("u") or not match.last():
        return None
    return unit_at(context.base.date(), match.value_of("u"), {"after": 1, "before": -1}.get(match.value_of("w"), 0))


@rule(
    r"v?(?P<o>[oR])(?P<u>U)[pi]v?(?P<m>M)?,?(?P<y>y)?",
    r"v?(?P<u>U)p(?P<m>M)(?P<d>[no]),?(?P<y>y)?",
    r"v?(?P<u>U)p(?P<d>[no])p?(?P<m>M),?(?P<y>y)?",
)
def week_of(context: Context, match: Match) -> Moment | None:
    """The first week of July; the last week of 2016; the week of April 10th; the last day of June."""
    if match.value_of("u") == "day" and match["o"] and not match["d"]:
        return _day_of(context, match)
    if match.value_of("u") != "week" or not (match["m"] or match["y"]):
        return None
    if match["d"]:
        at = (
            moment.day(match.value("y"), match.value("m"), match.value("d"))
            if match["y"]
            else free_day(context, match.value("m"), match.value("d"))
        )
        return at and moment.week(at.first)
    if match["m"]:
        span = moment.month(match.value("y"), match.value("m")) if match["y"] else free_month(context, match.value("m"))
    else:
        span = moment.year(match.value("y"))
    if span is None or not match["o"]:
        return None
    if match["o"].code == "R" or match["o"].value == -1:
        return moment.week(span.last - timedelta(days=3))
    return moment.week(span.first + timedelta(days=3 + 7 * (match.value("o") - 1)))


def _day_of(context: Context, match: Match) -> Moment | None:
    """The last day of June 2024; the first day of 2021."""
    if not (match["m"] or match["y"]) or match.plural("u"):
        return None
    if match["m"]:
        span = moment.month(match.value("y"), match.value("m")) if match["y"] else free_month(context, match.value("m"))
    else:
        span = moment.year(match.value("y"))
    order = match["o"]
    if span is None or order is None or (order.code == "R" and order.value != "last"):
        return None
    back = order.code == "R" or order.value == -1
    at = span.last if back else span.first + timedelta(days=match.value("o") - 1)
    return Moment(at, at, free=span.free) if span.first <= at <= span.last else None


@rule(r"v?(?P<u>U)(?P<n>n)", spoken=True)
def numbered_week(context: Context, match: Match) -> Moment | None:
    """Week 31."""
    number = match.value("n")
    if context.base is None or match.value_of("u") != "week" or not 1 <= number <= 53:
        return None
    return moment.week(date(context.base.year, 1, 4) + timedelta(days=7 * (number - 1)))


@rule(r"v(?P<u>U)")
def weekend(context: Context, match: Match) -> Moment | None:
    """Over the weekend: the last one, or the next where the sentence looks ahead."""
    if match.value_of("u") != "weekend" or context.base is None or match.plural("u"):
        return None
    today = context.base.date()
    found = unit_at(today, "weekend", -(today.weekday() < SATURDAY and not context.coming))
    return found and found.but(anchor="published")


@rule(r"v?(?P<r>[RXT])F?(?P<u>U)")
def near_unit(context: Context, match: Match) -> Moment | None:
    """Last year; this week; next month; the following day; that year."""
    step, unit = match.token("r"), match.token("u")
    word = step.value
    pointing = (word in _POINTING and (match.tokens()[0].code == "v" or word in {"that", "same"})) or (
        word == "next" and match.tokens()[0].code == "v" and unit.value == "day"
    )
    if unit.end - unit.start > 3 and match.plural("u"):
        return None
    at, anchor = _start(context, pointing)
    if at is None or (word == "current" and match.tokens()[0].code != "v"):
        return None
    told = context.previous
    if word in {"that", "same"} and unit.value == "year" and told is not None and _twelve(told):
        return told.but(anchor=anchor)  # "in the year to 31 March. Income for the same year"
    found = unit_at(at.date(), str(unit.value), {"R": -1, "X": 1, "T": 0}[step.code])
    if (
        not context.prose
        and unit.value in {"week", "month", "year", "decade", "quarter"}
        and step.code != "T"
        and match.whole(context)
    ):
        moved = moment.shift(at, str(unit.value), {"R": -1, "X": 1}[step.code])
        said = f"{moved:%H:%M}" if moved and moved.time() != time() else ""
        found = Moment(moved.date(), moved.date(), time=said) if moved else None
    return found and found.but(anchor=anchor)


def _twelve(at: Moment) -> bool:
    """A year that does not begin in January."""
    months = (at.last.year - at.first.year) * 12 + at.last.month - at.first.month + 1
    return at.grain == "month" and months == 12


def unit_at(at: date, unit: str, step: int) -> Moment | None:
    """The day, week, month, quarter, year or decade ``step`` away from the one that a day lies in."""
    if unit in {"day", "workday"}:
        there = at + timedelta(days=step)
        return Moment(there, there)
    if unit in {"week", "fortnight"}:
        return moment.week(at + timedelta(days=7 * step))
    if unit == "weekend":
        monday = moment.week(at + timedelta(days=7 * step)).first
        return moment.days(monday + timedelta(days=5), monday + timedelta(days=6))
    if unit == "month":
        return moment.month(at.year, at.month + step) if at.month + step > 0 else moment.month(at.year - 1, 12)
    if unit == "quarter":
        number = (at.month - 1) // 3 + step
        return moment.month(at.year + number // 4, number % 4 * 3 + 1, 3)
    if unit == "decade":
        return moment.year((at.year // 10 + step) * 10, 10)
    return moment.year(at.year + step) if unit == "year" else None


@rule(rf"v?(?P<r>[RXT])(?P<s>{SPAN})", r"v?(?P<r>[RX])(?P<s>U)")
def near_span(context: Context, match: Match) -> Moment | None:
    """The last three years; the next two weeks: a stretch that ends or begins with the publication."""
    step = match.token("r")
    if context.base is None or step.code == "T":
        return None
    parts = amounts(match.slice("s"))
    if context.prose and (len(parts) > 1 or step.value in _POINTING or (parts[0][1] == "day" and parts[0][0] == 1)):
        return None
    at: datetime | None = context.base
    for count, unit in parts:
        at = at and moment.shift(at, unit, _STEP[step.code] * count)
    if at is None:
        return None
    first, last = sorted((at.date(), context.base.date()))
    if not context.prose and step.code == "X":
        return (
            Moment(last, last, anchor="published", time=_time_of(at, parts))
            if match.whole(context)
            else Moment(first + timedelta(days=1), last, anchor="published")
        )
    if not context.prose:
        return Moment(first, last, anchor="published", time=_time_of(at, parts))
    grain = _GRAIN.get(parts[0][1], "day")
    return Moment(first, last, grain, anchor="published", weak="stretch")


def _time_of(at: datetime, parts: list[tuple[float, str]]) -> str:
    return (
        f"{at:%H:%M}" if at.time() != time() or any(unit in {"hour", "minute", "second"} for _, unit in parts) else ""
    )


@rule(r"(?:v?[Ee]p?v?|[LB])(?P<r>[RXT])(?P<u>U)", r"(?P<p>v?[Ee]p?v?|[LB])(?P<r>[RXT])(?P<u>U)")
def part_of_unit(context: Context, match: Match) -> Moment | None:
    """Earlier this month; late last year; the end of next quarter."""
    found, said = near_unit(context, match), match.tokens()[0]
    if found is None or context.prose or context.base is None or found.first == found.last:
        return found
    middle = found.first + (found.last - found.first) / 2
    if said.value in {"later", "late"}:
        return found.but(
            first=max(middle, context.base.date())
            if said.value == "later" and found.grain == "day"
            else middle.replace(day=1)
            if found.grain != "day"
            else middle,
            grain="day",
        )
    return found


@rule(r"(?P<z>Z)")
def named_today(context: Context, match: Match) -> Moment | None:
    """Today, yesterday, tomorrow, tonight."""
    said = str(match["z"].value) if match["z"] else ""
    if context.base is None:
        return None
    at = context.base
    if said == "t":
        return Moment(at.date(), at.date(), time="" if context.prose else "20:00", anchor="published")
    moved = at + timedelta(days=0 if said == "n" else int(said))
    exact = (not context.prose and at.time() != time()) or said == "n"
    return Moment(moved.date(), moved.date(), time=f"{at:%H:%M}" if exact else "", anchor="published")


@rule(r"v(?P<u>U)(?P<w>[LB])(?P<z>Z)", r"(?P<u>U)(?P<w>[LB])(?P<z>Z)")
def beyond(context: Context, match: Match) -> Moment | None:
    """The day after tomorrow; the day before yesterday."""
    anchor = match["z"]
    if context.base is None or anchor is None or anchor.value not in {"1", "-1"} or match.value_of("u") != "day":
        return None
    step = int(anchor.value) + (1 if match.value_of("w") == "after" else -1)
    at = context.base.date() + timedelta(days=step)
    return Moment(at, at, anchor="published")


@rule(r"D")
def bare_weekday(context: Context, match: Match) -> Moment | None:
    """On Monday."""
    found = weekday(context, int(match.tokens()[0].value))
    return found and found.but(weak="weekday")


@rule(r"(?P<r>[RXT])(?P<d>D)", r"(?P<r>X|R|T)(?P<u>U)O?(?P<d>D)", r"O?(?P<d>D),?p?i?v?(?P<r>[RXT])(?P<u>U)")
def near_weekday(context: Context, match: Match) -> Moment | None:
    """Last Tuesday; next Friday; this Monday; Friday next week."""
    step, number = match["r"], match.value("d")
    if context.base is None or step is None or (match["u"] and match.value_of("u") != "week"):
        return None
    said = next(token for token in match.tokens() if token.code == "D")
    if context.prose and step.code == "T" and said.end - said.start == len("Sun"):
        return None
    today = context.base.date()
    if step.value in {"coming", "upcoming"} and not match["u"]:
        at = today + timedelta(days=(number - today.weekday()) % 7 or 7)
    elif step.code == "R" and not match["u"] and (context.prose or step.value == "past"):
        at = today - timedelta(days=(today.weekday() - number) % 7 or 7)
    else:
        at = moment.week(today + timedelta(days=7 * _STEP[step.code])).first + timedelta(days=number)
    return Moment(at, at, anchor="published")


@rule(r"(?P<r>[RXT])(?P<m>M)\.?(?!\.?[noy])")
def near_month(context: Context, match: Match) -> Moment | None:
    """Last March; next June; this May."""
    step, number = match["r"], match.value("m")
    if context.base is None or step is None or step.value in {"that", "same"}:
        return None
    year, here = context.base.year, context.base.month
    if step.code == "R":
        year -= number >= here
    elif step.code == "X":
        year += number <= here
    found = moment.month(year, number)
    return found and found.but(anchor="published")


@rule(
    r"(?P<m>M)\.?,?p?(?P<r>[RXT])(?P<u>U)",
    r"(?P<m>M)\.?(?P<d>[no]),?p?(?P<r>[RXT])(?P<u>U)",
    r"(?P<d>[no])p?(?P<m>M)\.?,?p?(?P<r>[RXT])(?P<u>U)",
)
def month_of(context: Context, match: Match) -> Moment | None:
    """March this year; August last year; 5 May of next year; October of the same year."""
    step = match["r"]
    if step is None or match.value_of("u") != "year":
        return None
    at, anchor = _start(context, step.value in _POINTING)
    if at is None:
        return None
    year = at.year + _STEP[step.code]
    found = moment.day(year, match.value("m"), match.value("d")) if match["d"] else moment.month(year, match.value("m"))
    return found and found.but(anchor=anchor)


@rule(r"v?(?P<o>[oR])(?P<d>D)[pi](?:v?(?P<r>[RXT])(?P<u>U)|(?P<m>M),?(?P<y>y)?)")
def nth(context: Context, match: Match) -> Moment | None:
    """The third Wednesday of next month; the last Friday in May 2024."""
    which = match.token("o")
    number = -1 if which.code == "R" else int(which.value)
    if (month := match["m"]) is not None:
        year = match.value("y") if match["y"] else context.base.year if context.base else None
        return None if year is None else nth_weekday(year, int(month.value), match.value("d"), number)
    if context.base is None or match.value_of("u") != "month":
        return None
    step = match["r"]
    there = unit_at(context.base.date(), "month", _STEP[step.code] if step else 0)
    return there and nth_weekday(there.first.year, there.first.month, match.value("d"), number)


@rule(r"(?P<s>U)(?P<r>t)(?P<v>v)(?P<u>U)(?P<l>[LBG])?", r"(?P<a>a)(?P<s>U)(?P<r>t)(?P<v>v)(?P<u>U)(?P<l>[LBG])?")
def to_the_day(context: Context, match: Match) -> Moment | None:
    """A year to the day after: from the date named before, exactly."""
    if match.value_of("u") != "day":
        return None
    start, anchor = _start(context, True)
    back = match["l"] is not None and match.value_of("l") in {"ago", "before", "earlier"}
    moved = start and moment.shift(start, str(match.value_of("s")), -1 if back else 1)
    return Moment(moved.date(), moved.date(), anchor=anchor) if moved else None
