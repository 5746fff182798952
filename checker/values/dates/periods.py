"""Rules for months, years, fiscal years and ranges of years."""

from __future__ import annotations

from checker.values.dates import moment
from checker.values.dates.context import Context
from checker.values.dates.grammar import Match, rule
from checker.values.dates.moment import Moment
from checker.values.dates.unsaid import free_month, full_year


@rule(r"(?P<m>M)\.?(?:,|p|-|/|iv?)?(?P<y>y)", r"(?P<y>y)[-/](?P<m>M)")
def month_year(_: Context, match: Match) -> Moment | None:
    """October 2024; October of 2024; Oct. 2024."""
    return moment.month(match.value("y"), match.value("m"))


@rule(r"(?P<y>y)(?P<m>M)\.?", r"(?P<m>M)(?P<y>y)", spoken=True)
def year_month(_: Context, match: Match) -> Moment | None:
    """2024 August."""
    return moment.month(match.value("y"), match.value("m"))


@rule(r"M\.?")
def bare_month(context: Context, match: Match) -> Moment | None:
    """In October."""
    found = free_month(context, match.tokens()[0].value)
    return None if found is None else found.but(weak="month", anchor="published" if context.base else "")


@rule(r"J")
def numeric_month(_: Context, match: Match) -> Moment | None:
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


@rule(r"(?P<m>M)(?P<a>w)(?P<b>w)")
def worded_month(_: Context, match: Match) -> Moment | None:
    """January nineteen ninety seven."""
    a, b = match.value("a"), match.value("b")
    return moment.month(a * 100 + b, match.value("m")) if a in (18, 19) and 9 < b < 100 else None


@rule(r"(?P<a>w)-?(?P<b>w)(?:&?(?P<c>w))?")
def worded_year(context: Context, match: Match) -> Moment | None:
    """Nineteen ninety six; two thousand and fifteen."""
    a, b, c = match.value("a"), match.value("b"), match.value("c") if match["c"] else 0
    if context.prose and (a not in (18, 19) or "-" in match.codes()):
        return None
    if (a, b) == (2, 1000):
        return moment.year(2000 + c)
    return moment.year(a * 100 + b) if a in (18, 19, 20) and 9 < b < 100 and not c else None


@rule(r"y")
def bare_year(_: Context, match: Match) -> Moment | None:
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
    if match["k"]:
        return year_range(context, match)
    return moment.year(match.value("y"))


@rule(r"K")
def year_range(_: Context, match: Match) -> Moment | None:
    """2008-2014; 2023-24."""
    said = match.tokens()[-1].value
    first, last = int(said["y"]), int(said["z"])
    last = last if last > 99 else first // 100 * 100 + last + (100 if last == 0 else 0)
    if not first <= last <= first + 400:
        return None
    found = moment.year(first, last - first + 1)
    return found and found.but(weak="range" if len(said["z"]) == 4 else "years")


@rule(r"v?(?:U(?P<w>r|t)|(?P<n>[nw])-?U(?:(?P<w2>r|t)|W)|UW)(?P<d>[no]?)(?P<m>M)\.?(?P<d2>[no]?),?(?P<y>y)?")
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
