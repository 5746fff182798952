"""The text report: a linter's, ``path:line:column: RULE severity message``, with both sides quoted beneath."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from checker.model import Claim, Finding, Position, Report, Value
from checker.origins import independent
from checker.reports.quotes import excerpt, others, said
from checker.reports.safety import plain, width
from checker.reports.words import STANDING, counted, first, place, sources, summary

ROOM = 100  # characters of a quote
WITNESSES = 3  # quotes shown of one position
_COLORS = {"error": "31;1", "warning": "33;1", "info": "36", "agreement": "32", "dim": "2", "mark": "1;4"}

Painter = Callable[[str, str], str]


def render_text(report: Report, *, color: bool = False, verbose: bool = False) -> str:
    """Conflicts and notices in the order of the files (then agreements, if ``verbose``), and a line that sums up."""
    paint = _paint if color else _leave
    shown = [f for f in report.findings if f.verdict != "agreement"]
    agreements = [f for f in report.findings if f.verdict == "agreement"] if verbose else []
    lines: list[str] = []
    for finding in [*sorted(shown, key=_order), *sorted(agreements, key=_order)]:
        support = finding.support if finding.verdict == "conflict" else ""
        lines += [*_finding(finding, paint), *_support(support, paint), ""]
    lines += [*_statistics(report), summary(report)]
    return "\n".join(lines) + "\n"


def finding_text(finding: Finding, color: bool) -> str:
    """One finding, without what supports a position."""
    return "\n".join(_finding(finding, _paint if color else _leave))


def text_parts(found: Iterable[tuple[str, str]], last: str, color: bool) -> Iterator[str]:
    """As ``render_text``, piece by piece, of findings as ``finding_text`` has them, each with its support."""
    for text, support in found:
        yield "\n".join([text, *_support(support, _paint if color else _leave), "", ""])
    yield last + "\n"


def _order(finding: Finding) -> tuple[object, ...]:
    return *first(finding), finding.rule, finding.id


def _finding(finding: Finding, paint: Painter) -> Iterator[str]:
    path, line, column = first(finding)
    kind = finding.severity if finding.verdict != "agreement" else "agreement"
    why = f" [{STANDING[finding.severity]}]" if finding.verdict == "conflict" else ""
    yield f"{plain(path)}:{line}:{column}: {finding.rule} {paint(kind, kind)} {plain(finding.message)}{why}"
    for position in finding.positions:
        yield from _position(position, others(finding, position), paint)


def _support(support: str, paint: Painter) -> Iterator[str]:
    if support:
        yield f"    {paint(plain(support), 'dim')}"


def _position(position: Position, rest: list[Value], paint: Painter) -> Iterator[str]:
    names = sources(position)
    origins = independent(position.claims)
    count = counted(len(names), "source") + (f", {counted(origins, 'origin')}" if origins < len(names) else "")
    yield f"    {paint(said(position.value), 'mark')} ({count})"
    different = 0
    for _, same in groupby(sorted(position.claims, key=place), key=lambda claim: claim.source):
        quotes: set[str] = set()
        for claim in same:
            if claim.quote not in quotes:
                quotes.add(claim.quote)
                different += 1
                if different <= WITNESSES:
                    yield from _quote(claim, rest, paint)
    if different > WITNESSES:
        yield f"      and {different - WITNESSES} more"


def _quote(claim: Claim, rest: list[Value], paint: Painter) -> Iterator[str]:
    where = f"      {plain(claim.source)}:{claim.span.line}:{claim.span.column}: "
    parts = excerpt(claim, rest, ROOM)
    yield where + paint(parts.before, "dim") + paint(parts.marked, "mark") + paint(parts.after, "dim")
    if parts.marked:
        yield " " * (width(where) + width(parts.before)) + "^" * width(parts.marked)


def _statistics(report: Report) -> Iterator[str]:
    if not report.statistics:
        return
    size = max(len(name) for _, name, _ in report.statistics)
    group = ""
    for row in report.statistics:
        if row[0] != group:
            group = row[0]
            yield group
        yield f"  {row[1]:<{size}}  {row[2]:>7,}"
    yield ""


def _paint(text: str, kind: str) -> str:
    return f"\x1b[{_COLORS[kind]}m{text}\x1b[0m" if text else text


def _leave(text: str, _: str) -> str:
    return text
