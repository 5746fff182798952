"""Rules for the periods that results are reported of, and for those they are held against.

"Net rose to $36 million in the third quarter from $31 million a year ago": a year before that quarter, not today.
"""

from __future__ import annotations

from checker import lazy
from checker.values.dates import moment
from checker.values.dates.context import Context
from checker.values.dates.grammar import Match, rule
from checker.values.dates.moment import Moment
from checker.values.dates.parts import quarter
from checker.values.dates.relative import unit_at

_MONTHS, _SPRING = 12, 3
# what stands before "a year ago" where figures are held against each other
_HELD_AGAINST = lazy.compile(
    r"(?:[0-9%]|\b(?:million|billion|trillion|cents?|pence|share|from|than|with|to|against|versus|points?|percent|pct|tons|loss"
    r"|losses|income|profits?|earned|revenues?|sales))[,)]?\s*$"
)
_FOR = lazy.compile(r"\b[Ff]or\s+$")
_LIKE = lazy.compile(
    r"\b(?:same|corresponding|comparable|like|similar|equivalent)\s+(?:period|quarter|months)\s+(?:of\s+)?$"
)
_AGAINST = lazy.compile(
    r"\b(?:compared (?:with|to)|from|against|versus)\s[^.;]{0,40}[$€£#][0-9.,]+"
    r"(?:\s(?:[mb]illion|trillion))?(?:,[^,.;]{3,24},)?\s*$"
)
_BEFORE = 90  # characters looked at


def _before(context: Context, match: Match) -> str:
    start = match.tokens()[0].start
    return context.text[max(0, start - _BEFORE) : start]


def _a_year_before(at: Moment, years: int = 1) -> Moment | None:
    """The same months of an earlier year."""
    count = (at.last.year - at.first.year) * _MONTHS + at.last.month - at.first.month + 1
    found = moment.month(at.first.year - years, at.first.month, count)
    return found and found.but(anchor="published", weak="compared")


@rule(r"(?P<n>[aw])(?P<u>U)(?P<g>[GB])", r"(?P<r>R)(?P<u>U)", first=True)
def held_against(context: Context, match: Match) -> Moment | None:
    """A year ago, a year earlier, last year: behind a figure the period reported on, a year before."""
    if not context.prose or match.value_of("u") != "year" or match.plural("u"):
        return None
    if match["n"] and (match.value("n") != 1 or match.value_of("g") not in {"ago", "earlier", "before"}):
        return None
    period, before = context.reported(), _before(context, match)
    if match["r"]:
        held = match.value_of("r") == "last" and bool(_LIKE.search(before) or _AGAINST.search(before))
    else:
        held = match.value_of("g") == "earlier" or bool(_HELD_AGAINST.search(before))
    return _a_year_before(period) if period and held else None


@rule(r"v?(?P<u>U)-(?P<g>[GB])(?P<o>o)?-?(?P<q>U)?")
def year_ago(context: Context, match: Match) -> Moment | None:
    """The year-ago quarter; year-earlier results."""
    if context.base is None or match.value_of("u") != "year" or match.plural("u"):
        return None
    if match["o"] and match.value_of("q") == "quarter":
        period = context.reported() or context.nearest(
            [q for y in (context.base.year - 1, context.base.year) if (q := quarter(y, match.value("o")))]
        )
    else:
        period = context.reported() or (
            unit_at(context.base.date(), "quarter", -1) if match.value_of("q") == "quarter" else None
        )
    if period is not None:
        return _a_year_before(period)
    found = moment.year(context.base.year - 1)
    return found and found.but(anchor="published", weak="compared")


@rule(r"v(?P<l>R)F?(?P<u>U)", r"v(?P<u>U)", first=True)
def reported_on(context: Context, match: Match) -> Moment | None:
    """The latest quarter, the latest period; the quarter: the one that the text reports on."""
    unit, latest = match.value_of("u"), match.value_of("l")
    if not context.prose or unit not in {"quarter", "period"} or match.plural("u") or (latest and latest != "latest"):
        return None
    period = context.reported()
    if period is None and latest and unit == "quarter" and context.base is not None:
        period = unit_at(context.base.date(), "quarter", -1)
    if period is None or (unit == "period" and not latest):
        return None
    return period.but(anchor="published", weak="")


@rule(r"v?(?P<y>y)-?(?P<u>U)", first=True)
def of_year(context: Context, match: Match) -> Moment | None:
    """The 1988 quarter; the 1988 period: the months reported on, in that year."""
    period = context.reported()
    if not context.prose or match.value_of("u") not in {"quarter", "period"} or match.plural("u"):
        return None
    if period is None:
        return moment.year(match.value("y"))
    return _a_year_before(period, period.first.year - match.value("y"))


@rule(r"vF(?P<u>U)", r"v(?P<u>U)", first=True)
def whole_year(context: Context, match: Match) -> Moment | None:
    """The full year; for the year: the one in which the months reported on lie."""
    full = match.tokens()[1].value == "full"
    if not context.prose or context.base is None or match.value_of("u") != "year" or match.plural("u"):
        return None
    period = context.reported()
    if not full and not (period and _FOR.search(_before(context, match)) and match.last()):
        return None
    if period is None and context.base.month <= _SPRING:
        return None
    found = moment.year((period or Moment(context.base.date(), context.base.date())).last.year)
    return found and found.but(anchor="published")


@rule(r"v?(?P<e>e)pv(?P<u>U)", r"(?P<u>U)-?(?P<e>e)", r"(?P<e>[LB])iv(?P<u>U)")
def unit_end(context: Context, match: Match) -> Moment | None:
    """By the end of the month; at year-end; earlier in the day: what is meant, as a whole."""
    unit, today = match.value_of("u"), context.base.date() if context.base else None
    if (
        not context.prose
        or today is None
        or match.value_of("e") not in {"late", "later", "earlier"}
        or match.plural("u")
    ):
        return None
    if match.value_of("e") != "late":
        found = unit_at(today, unit, 0)
        return found and found.but(anchor="published")
    if unit not in {"year", "month", "decade", "quarter"} or (match.tokens()[-1].code == "e" and unit != "year"):
        return None
    back = unit == "year" and not context.coming and today.month <= _SPRING
    found = unit_at(today, unit, -1 if back else 0)
    return found and found.but(anchor="published")


@rule(r"[LB]?T(?P<p>P)")
def part_of_today(context: Context, match: Match) -> Moment | None:
    """This morning; later this afternoon: today."""
    said = next(token for token in match.tokens() if token.code == "T")
    if not context.prose or context.base is None or said.value != "this":
        return None
    return Moment(context.base.date(), context.base.date(), anchor="published")
