"""Rules for times of day and bare durations, which only short spoken input has; never used in running prose."""

from __future__ import annotations

from datetime import datetime, timedelta

from checker.values.dates.context import Context
from checker.values.dates.grammar import Match, rule
from checker.values.dates.lexer import Token
from checker.values.dates.moment import Moment
from checker.values.dates.relative import SPAN, counted

_ZONES = {
    "UTC": 0,
    "GMT": 0,
    "Z": 0,
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
NIGHT = 12  # hours that "tonight" and "evening" add to an hour said without am or pm


def at_time(context: Context, hour: int, minute: int) -> Moment | None:
    """A time of the day of the publication."""
    if context.base is None or not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    today = context.base.date()
    return Moment(today, today, time=f"{hour % 24:02}:{minute:02}", anchor="published", weak="time")


def read_clock(token: Token) -> tuple[int, int]:
    """Hour and minute of a clock token."""
    hour, _, minute = token.value["t"].replace(".", ":").partition(":")
    number = int(hour)
    half = (token.value.get("h") or "").strip().lower()
    if (
        half[:1] == "p"
        and number < 12
        and number <= int(token.value.get("e") or 12) % 12 + 12 * (token.value.get("e") in (None, "12"))
    ):
        number += 12
    elif half[:1] == "a" and number == 12:
        number = 0
    return (number, int((minute or "0")[:2])) if number < 25 else divmod(number, 100)


@rule(
    r"[rb]?~?@?(?P<c>c)(?:iv?|v)?(?P<p>P)?",
    r"b(?P<c>[nw])&[nwc](?P<p>P)?",
    r"r(?P<c>[nw])[-t][nwc](?P<p>P)?",
    r"@?(?P<c>w)-?(?P<q>w)(?P<p>P)?",
    r"@(?P<c>[nw])(?:iv?|v)?(?P<p>P)?",
    r"(?P<c>[nw])(?:iv?|@)(?P<p>P)",
    r"~?@?(?P<c>[nw])o",
    r"@(?P<c>y)",
    spoken=True,
)
def clock(context: Context, match: Match) -> Moment | None:
    """9:30; 9am; at 8; 8 in the evening."""
    token = match.token("c")
    if token.code == "o" or (match.tokens()[-1].code == "o" and match.tokens()[-1].value != 0):
        return None
    hour, minute = read_clock(token) if token.code == "c" else (int(token.value), 0)
    if match["q"]:
        minute = match.value("q")
        if minute < 10 or hour > 12:
            return None
    if token.code == "y":
        hour, minute = divmod(int(token.value), 100)
    part = match["p"]
    if part is not None and part.value in {"12:00", "16:00", "20:00"} and hour < 12 and hour:
        hour += 12
    found = at_time(context, hour, minute)
    said = token.value if token.code == "c" else {}
    return found and found.but(zone=said.get("z") or "", free="half" if said.get("h") else "")


@rule(r"@?(?:(?P<e>E)?(?:(?P<r>[TR])|[iO]v|v))?(?P<p>P)", r"(?:i?v)?(?P<e>E)?(?P<p>P)", spoken=True)
def part_of_day(context: Context, match: Match) -> Moment | None:
    """This morning; last night; at noon."""
    token = match.token("p")
    if token.value == "00:00" and context.base and context.base.time() != datetime.min.time():
        found = at_time(context, 0, 0)
        return found and found.but(first=found.first + timedelta(days=1), last=found.last + timedelta(days=1))
    hour = int(token.value[:2]) + (2 if match.value_of("e") == "late" else 0)
    found = at_time(context, hour, int(token.value[3:]))
    step = match["r"]
    if found and step is not None and step.code == "R":
        found = found.but(first=found.first - timedelta(days=1), last=found.last - timedelta(days=1))
    if (
        found
        and match.whole(context)
        and context.lone
        and step is None
        and context.base
        and token.value < f"{context.base:%H:%M}"
    ):
        found = found.but(first=found.first + timedelta(days=1), last=found.last + timedelta(days=1))
    return found and found.but(weak="" if step else "time", free="part")


@rule(rf"[-+]?~?(?P<s>{SPAN})", spoken=True)
def duration(context: Context, match: Match) -> Moment | None:
    """Two hours; 1 decade 2 years: said alone, so long ago."""
    if match.whole(context):
        found = counted(context, match.slice("s"), 1 if match.tokens()[0].code == "+" else -1, False)
        return found and found.but(weak="duration")
    return None


@rule(rf"(?P<z>Z)(?P<m>[-+])(?P<s>{SPAN})", spoken=True)
def offset(context: Context, match: Match) -> Moment | None:
    """Now - 2 hours."""
    return counted(context, match.slice("s"), -1 if match["m"] and match["m"].code == "-" else 1, False)


def combined(day: Moment, clock_: Moment) -> Moment | None:
    """A day and a time of day made one."""
    time = clock_.time
    if not time or (day.time and not day.anchor and day.free != "part"):
        return None
    if day.time in {"16:00", "20:00"} and int(time[:2]) < 12 and day.anchor and clock_.free != "half":
        time = f"{int(time[:2]) + NIGHT:02}{time[2:]}"
    if day.first != day.last:
        return None
    return zoned(
        day.but(time=time, weak="", free="part" if clock_.weak == "time" and clock_.free == "part" else ""),
        clock_.zone if not day.anchor else "",
    )


def zoned(at: Moment, zone: str | None) -> Moment:
    """A time with its offset taken off: in UTC."""
    if not zone or not at.time:
        return at
    text = zone.strip(" ()").split("(")[0].strip()
    hours = _ZONES.get(text)
    minutes = hours * 60 if hours is not None else _offset(text)
    moved = datetime.combine(at.first, datetime.strptime(at.time, "%H:%M").time()) - timedelta(minutes=minutes)
    return at.but(first=moved.date(), last=moved.date(), time=f"{moved:%H:%M}")


def _offset(text: str) -> int:
    digits = "".join(char for char in text if char.isdigit())
    return (-1 if "-" in text else 1) * (int(digits[:2]) * 60 + int(digits[2:4] or 0)) if len(digits) >= 2 else 0
