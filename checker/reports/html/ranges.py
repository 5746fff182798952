"""Amounts against each other on one axis: a bar from low to high, a point for a figure, an arrow for an open end."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor, log10

from msgspec import Struct

from checker.model import Finding
from checker.reports.html.markup import Html, el
from checker.reports.html.view import View, anchor, letter, shown, tone
from checker.reports.words import counted, sources

WIDTH, LEFT, RIGHT, ROW = 720.0, 200.0, 60.0, 26.0
MAGNITUDES = 20  # from this ratio on, the axis is logarithmic
ROWS = 12
KINDS = ("money", "quantity", "percent")


class Row(Struct, frozen=True):
    """One position's amount."""

    label: str
    low: float | None
    high: float | None
    colour: str
    count: int


def range_chart(view: View, finding: Finding) -> Html | None:
    """The amounts of a conflict; None where there are fewer than two, or they are of different currencies."""
    rows = _rows(finding)
    units = {p.value.currency for p in finding.positions}
    ends = [e for row in rows for e in (row.low, row.high) if e is not None]
    if finding.verdict != "conflict" or len(rows) < 2 or len(units) > 1 or not ends:
        return None
    axis = _Axis(min(ends), max(ends))
    y = 26 + ROW * len(rows)
    name = f"range-{anchor(finding)}"
    words = "; ".join(f"{row.label}: {_told(row)} ({counted(row.count, 'source')})" for row in rows)
    unit = next(iter(units)) or ""
    title = f"The amounts to scale{', in ' + unit if unit else ''}{' (logarithmic axis)' if axis.log else ''}"
    svg = el(
        "svg",
        el("title", title, id=f"{name}-t"),
        el("desc", words, id=f"{name}-d"),
        *axis.ticks(y),
        *(part for n, row in enumerate(rows) for part in _drawn(row, axis, 26 + ROW * n)),
        viewBox=f"0 0 {WIDTH:.0f} {y:.0f}",
        role="img",
        aria_labelledby=f"{name}-t {name}-d",
    )
    return el("figure", el("figcaption", f"{title}. An arrow is an open end."), svg, class_="chart range")


def _rows(finding: Finding) -> list[Row]:
    return [
        Row(f"{letter(n)} {shown(p.value)}", p.value.low, p.value.high, tone(n), len(sources(p)))
        for n, p in enumerate(finding.positions[:ROWS])
        if p.value.kind in KINDS and (p.value.low is not None or p.value.high is not None)
    ]


class _Axis:
    def __init__(self, low: float, high: float) -> None:
        self.low: float
        self.high: float
        self.log = low > 0 and high / low >= MAGNITUDES
        if self.log:
            self.low, self.high = log10(low) - 0.15, log10(high) + 0.15
        else:
            margin: float = (high - low) * 0.1 or abs(high) * 0.1 or 1.0
            start: float = min(low - margin, 0.0) if low - margin < 0 or low < (high - low) else low - margin
            self.low, self.high = (0.0 if low >= 0 and start <= 0 else start), high + margin

    def __call__(self, amount: float) -> float:
        at = log10(max(amount, 1e-300)) if self.log else amount
        share = (at - self.low) / ((self.high - self.low) or 1)
        return LEFT + min(max(share, 0), 1) * (WIDTH - LEFT - RIGHT)

    def ticks(self, bottom: float) -> Iterator[Html]:
        for amount in self._marks():
            x = self(amount)
            yield el("line", x1=x, x2=x, y1=18, y2=bottom, class_="tick")
            yield el("text", short(amount), x=x, y=12, class_="tick")

    def _marks(self) -> list[float]:
        if self.log:
            first, last = floor(self.low), floor(self.high) + 1
            step = max(1, (last - first) // 6)
            marks = [10.0**e for e in range(first, last + 1, step)]
            if last - first <= 2:
                marks = sorted(m * f for m in marks for f in (1, 2, 5))
            return [m for m in marks if self.low <= log10(m) <= self.high]
        unit = 10.0 ** floor(log10((self.high - self.low) or 1))
        size = next(unit * f for f in (0.1, 0.2, 0.5, 1, 2) if (self.high - self.low) / (unit * f) <= 6)
        first = floor(self.low / size) + (self.low > 0)
        return [n * size for n in range(first, first + 9) if self.low <= n * size <= self.high]


def _drawn(row: Row, axis: _Axis, y: float) -> Iterator[Html]:
    tip = el("title", f"{row.label}: {_told(row)}")
    x1 = LEFT if row.low is None else axis(row.low)
    x2 = WIDTH - RIGHT / 2 if row.high is None else axis(row.high)
    mid = y + 9
    if row.low is not None and row.low == row.high:
        mark = el("circle", cx=x1, cy=mid, r=6.5)
    else:
        x2 = max(x2, x1 + 4)
        left = (
            f"M{x1 + 7:.1f} {mid - 6:.1f}L{x1:.1f} {mid:.1f}L{x1 + 7:.1f} {mid + 6:.1f}"
            if row.low is None
            else f"M{x1:.1f} {mid - 6:.1f}V{mid + 6:.1f}"
        )
        right = (
            f"H{x2 - 7:.1f}L{x2:.1f} {mid:.1f}L{x2 - 7:.1f} {mid - 6:.1f}Z"
            if row.high is None
            else f"H{x2:.1f}V{mid - 6:.1f}Z"
        )
        mark = el("path", d=left + right)
    label = row.label if len(row.label) <= 30 else row.label[:29] + "…"
    yield el("text", label, x=0, y=mid + 4, class_="lane")
    yield el("g", tip, mark, class_=f"mark {row.colour}")


def _told(row: Row) -> str:
    low, high = (None if end is None else short(end) for end in (row.low, row.high))
    if low == high:
        return f"{low}"
    return f"{low} or more" if high is None else f"up to {high}" if low is None else f"{low} to {high}"


def short(amount: float) -> str:
    """An amount in few characters: 7.5bn, 640, 1.2m."""
    for size, mark in ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e4, "k")):
        if abs(amount) >= size:
            return f"{amount / (1e3 if mark == 'k' else size):.4g}{mark}"
    return f"{amount:,.6g}"
