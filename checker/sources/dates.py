"""Dates as datelines, mastheads and metadata write them: strict, whole dates only, to EDTF."""

from __future__ import annotations

import datetime
import re

from checker import lazy

_NAMES = (
    "january jan januari janvier januar enero gennaio janeiro",
    "february feb februari février fevrier februar febrero febbraio fevereiro",
    "march mar maart mars märz marz marzo março marco",
    "april apr avril abril aprile",
    "may mei mai mayo maggio maio",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet julio luglio julho",
    "august aug augustus août aout agosto",
    "september sep sept septembre septiembre settembre setembro",
    "october oct oktober octobre octubre ottobre outubro okt",
    "november nov novembre noviembre novembro",
    "december dec dezember décembre decembre diciembre dicembre dezembro dez",
)
_MONTHS = {name: month for month, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_WORDED = (
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.|º)?\s+(?:of\s+|de\s+)?(?P<m1>{_MONTH}),?\s+(?:de\s+)?(?P<y1>(?:1[5-9]|20)\d\d)(?!\d)"
    rf"|(?P<d7>\d{{1,2}})-(?P<m7>{_MONTH})-(?P<y7>(?:1[5-9]|20)\d\d)(?!\d)"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:1[5-9]|20)\d\d)(?!\d)"
    rf"|(?P<m3>{_MONTH}),?\s+(?:of\s+|de\s+)?(?P<y3>(?:1[5-9]|20)\d\d)(?!\d)"
)
_FIGURES = (
    r"(?P<y4>(?:1[5-9]|20)\d\d)[-/](?P<m4>\d\d)[-/](?P<d4>\d\d)(?!\d)"
    r"|(?P<d5>\d{1,2})[./-](?P<m5>\d{1,2})[./-](?P<y5>(?:1[5-9]|20)\d\d)(?!\d)"
    r"|(?P<y6>(?:1[5-9]|20)\d\d)-(?P<m6>\d\d)(?![\d-])"
)
DATE = lazy.compile(rf"(?<![\w./-])(?:{_WORDED}|{_FIGURES})", re.I)
GLUED = lazy.compile(rf"(?:{_WORDED}|{_FIGURES})", re.I)  # "pub22 May 2026rev…"
CENTURY = lazy.compile(r"[12][05-9]\d\d")  # no date without a year: a quick look before a long one
_COMPACT = lazy.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_YEAR = lazy.compile(r"(?:1[5-9]|20)\d\d")


def edtf(match: re.Match[str]) -> str | None:
    """The EDTF of a match of ``DATE`` or ``GLUED``; None for a day that does not exist or an order left open."""
    groups = match.groupdict()
    for form in "1234567":
        year = groups.get(f"y{form}")
        if year is None:
            continue
        written = groups[f"m{form}"]
        month = int(written) if written.isdigit() else _MONTHS[written.rstrip(".").lower()]
        day = groups.get(f"d{form}")
        if form == "5" and "/" in match.group() and day is not None:
            month, day = _by_slashes(int(day), month)
        return _checked(int(year), month, int(day) if day else None)
    return None


def _by_slashes(first: int, second: int) -> tuple[int, str]:
    """3/14/2025 can only be month first; 3/4/2025 could be either, and then says no day (month 0)."""
    if first <= 12 and second <= 12 and first != second:
        return 0, "0"
    return (first, str(second)) if second > 12 else (second, str(first))


def _checked(year: int, month: int, day: int | None) -> str | None:
    try:
        date = datetime.date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    return f"{date:%Y-%m}".rjust(7, "0") if day is None else date.isoformat()


def whole(text: str) -> str | None:
    """The EDTF of a metadata value such as ``2025-03-01T10:00Z``, ``8 July 2026`` or ``2025``."""
    text = text.strip()[:200]
    match = DATE.search(text)
    if match:
        return edtf(match)
    compact = _COMPACT.fullmatch(text)
    if compact:
        return _checked(int(compact[1]), int(compact[2]), int(compact[3]))
    if _YEAR.fullmatch(text):
        return text
    return _epoch(text)


def _epoch(text: str) -> str | None:
    """Seconds or milliseconds since 1970, as machines write them."""
    if not (text.isascii() and text.isdigit() and len(text) in (10, 13)):
        return None
    moment = datetime.datetime.fromtimestamp(int(text[:10]), datetime.UTC)
    return moment.date().isoformat()


_FILE = lazy.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


def of_file(name: str) -> str | None:
    """The date in a file name such as ``2024-05-01-merger.md``."""
    match = _FILE.search(name)
    return _checked(int(match[1]), int(match[2]), int(match[3])) if match else None
