"""Pictures of time, one lane a source: dated claims as points and intervals, careers as bars. Each with its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from checker.errors import UserError
from checker.model import Claim, Fact, Subject
from checker.reports.html.markup import Html, el
from checker.reports.html.view import View, key, letter, shown, subject_anchor, tone, topic

WIDTH, LEFT, RIGHT, ROW, BAR = 900.0, 170.0, 24.0, 22.0, 12.0
CHAR = 6.4  # width of a character of a label
ITEMS = 80  # of one picture
ROWS = 6  # of one lane


class Item(Struct, frozen=True):
    """Something that lasts from ``start`` to ``end`` (day numbers; None is an open end) in a source's lane."""

    source: str
    start: int | None
    end: int | None
    label: str
    colour: str


def timeline(view: View, subject: Subject, facts: Sequence[Fact]) -> Html | None:
    """The dated claims about a subject."""
    items = [item for fact in facts for claim in fact.claims for item in _dated(view, fact, claim)]
    if len({i.label for i in items}) < 2 and len({(i.start, i.end) for i in items}) < 2:
        return None
    return _figure(
        view, subject, "timeline", "When, by source", _once(items), ("point", "exact day", "bar", "somewhere within")
    )


def career(view: View, subject: Subject, facts: Sequence[Fact]) -> Html | None:
    """A person's posts as each source dates them."""
    if subject.type != "person":
        return None
    posts: dict[tuple[str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        for claim in fact.claims:
            at = claim.qualifiers.get("organization") or (claim.value.text if claim.attribute == "employer" else "")
            if at and claim.modality in ("asserted", "reported"):
                posts[claim.source, at][claim.attribute].append(claim)
    items = [item for (source, at), said in sorted(posts.items()) for item in _post(view, source, at, said)]
    if len({i.label for i in items}) < 2:
        return None
    return _figure(
        view,
        subject,
        "career",
        "Career, by source",
        _once(items),
        ("bar", "from joining to leaving", "", "open where no date is given"),
    )


def _dated(view: View, fact: Fact, claim: Claim) -> Iterator[Item]:
    days = _days(claim) if claim.value.kind == "date" and claim.modality != "denied" else None
    if days and days != (None, None):
        stand = view.stands.get(key(claim))
        mark = f"{letter(stand[1])} " if stand else ""
        words = f"{mark}{topic(fact.attribute, fact.qualifiers)}: {shown(claim.value)}"
        yield Item(claim.source, days[0], days[1], words, tone(stand[1]) if stand else "calm")


def _post(view: View, source: str, at: str, said: dict[str, list[Claim]]) -> Iterator[Item]:
    starts = [d for claim in said.get("joined_on", []) if (d := _days(claim))]
    ends = [d for claim in said.get("left_on", []) if (d := _days(claim))]
    start = min((d[0] for d in starts if d[0] is not None), default=None)
    end = max((d[1] for d in ends if d[1] is not None), default=None)
    if start is None and end is None:
        return
    titles = [shown(c.value) for c in said.get("title", [])]
    stands = [stand for claims in said.values() for c in claims if (stand := view.stands.get(key(c)))]
    label = at + (f": {', '.join(dict.fromkeys(titles))}" if titles else "")
    colour = tone(stands[0][1]) if stands else "calm"
    if start is not None and end is not None and end < start:
        start, end = end, start
    yield Item(source, start, end, label if len(label) <= 90 else label[:88] + "…", colour)


def _days(claim: Claim) -> tuple[int | None, int | None] | None:
    from checker.values.dates.edtf import interval

    try:
        first, last = interval(claim.value.edtf or "")
    except UserError:
        return None
    return (first.toordinal() if first else None), (last.toordinal() if last else None)


def _once(items: Sequence[Item]) -> list[Item]:
    held = {(i.source, i.start, i.end, i.label, i.colour): i for i in items}
    return sorted(held.values(), key=lambda i: (i.source, i.start or i.end or 0, i.end or 0, i.label))


def _figure(view: View, subject: Subject, kind: str, title: str, items: list[Item], legend: tuple[str, ...]) -> Html:
    shown_items = items[:ITEMS]
    low, high = _bounds(shown_items)
    scale = _Scale(low, high)
    parts: list[Html] = []
    y = 30.0
    for source in sorted({i.source for i in shown_items}):
        rows = _packed([i for i in shown_items if i.source == source], scale)
        parts.append(el("line", x1=0, x2=WIDTH, y1=y - 4, y2=y - 4, class_="rule"))
        parts.append(el("text", _cut(view.name(source), 25), x=4, y=y + 11, class_="lane"))
        for row in rows:
            for item in row:
                parts += _drawn(item, scale, y)
            y += ROW
        y += 6
    name = f"{kind}-{subject_anchor(subject)}"
    ticks = list(_ticks(scale, y))
    described = "; ".join(f"{view.name(i.source)}: {i.label} ({_when(i)})" for i in shown_items)
    left = len(items) - len(shown_items)
    caption = f"{title}." + (f" {left} more are not drawn." if left else "") + f" {_legend(legend)}"
    svg = el(
        "svg",
        el("title", f"{title}: {subject.name}", id=f"{name}-t"),
        el("desc", described, id=f"{name}-d"),
        *ticks,
        *parts,
        viewBox=f"0 0 {WIDTH:.0f} {y:.0f}",
        role="img",
        aria_labelledby=f"{name}-t {name}-d",
    )
    return el(
        "figure",
        el("figcaption", caption),
        el("div", svg, class_="wide", tabindex="0", role="region", aria_label=f"{title}: {subject.name}"),
        _as_text(view, shown_items),
        class_=f"chart {kind}",
    )


def _legend(words: tuple[str, ...]) -> str:
    return f"{words[0].capitalize()}: {words[1]}; {words[2]}{': ' if words[2] else ''}{words[3]}."


def _as_text(view: View, items: Sequence[Item]) -> Html:
    rows = [el("tr", el("td", view.name(i.source)), el("td", i.label), el("td", _when(i))) for i in items]
    head = el("tr", *(el("th", t, scope="col") for t in ("source", "what", "when")))
    return el(
        "details", el("summary", "As a table"), el("table", el("thead", head), el("tbody", *rows)), class_="as-text"
    )


class _Scale:
    def __init__(self, low: int, high: int) -> None:
        margin = max((high - low) // 30, 20)
        self.low, self.high = max(low - margin, 1), min(high + margin, date.max.toordinal())

    def __call__(self, day: int) -> float:
        return LEFT + (day - self.low) / max(self.high - self.low, 1) * (WIDTH - LEFT - RIGHT)


def _bounds(items: Sequence[Item]) -> tuple[int, int]:
    days = [d for i in items for d in (i.start, i.end) if d is not None]
    return min(days), max(days)


def _packed(items: Sequence[Item], scale: _Scale) -> list[list[Item]]:
    """The items in as few rows as keep them and their labels apart; what finds no room shares the last row."""
    rows: list[list[Item]] = []
    ends: list[float] = []
    for item in sorted(items, key=lambda i: (_span(i, scale), i.label)):
        x, to = _reach(item, scale)
        free = next((n for n, end in enumerate(ends) if end < x), None)
        if free is None:
            rows.append([])
            ends.append(0.0)
            free = len(rows) - 1
        rows[free].append(item)
        ends[free] = max(ends[free], to + 8)
    return rows


def _span(item: Item, scale: _Scale) -> tuple[float, float]:
    return (LEFT if item.start is None else scale(item.start)), (WIDTH - RIGHT if item.end is None else scale(item.end))


def _label_at(item: Item, scale: _Scale) -> tuple[float, float, bool]:
    """Where the label begins and ends; whether it stands before its mark, for want of room after it."""
    x1, x2 = _span(item, scale)
    width = min(len(item.label), 60) * CHAR
    if x2 + 6 + width <= WIDTH:
        return x2 + 6, x2 + 6 + width, False
    if x1 - 6 - width >= LEFT:
        return x1 - 6 - width, x1 - 6, True
    return x1 + 8, x1 + 8 + width, False


def _reach(item: Item, scale: _Scale) -> tuple[float, float]:
    x1, x2 = _span(item, scale)
    at, to, _ = _label_at(item, scale)
    return min(x1, at), max(x2, to)


def _drawn(item: Item, scale: _Scale, y: float) -> Iterator[Html]:
    x1, x2 = _span(item, scale)
    tip = el("title", f"{item.label} ({_when(item)})")
    if item.start is not None and item.start == item.end:
        yield el("g", tip, el("circle", cx=x1, cy=y + BAR / 2, r=BAR / 2), class_=f"mark {item.colour}")
    else:
        yield el("g", tip, el("path", d=_bar(x1, max(x2, x1 + 3), y, item)), class_=f"mark {item.colour}")
    at, _, _ = _label_at(item, scale)
    over = at < x2 and not at < x1
    yield el("text", _cut(item.label, 60), x=at, y=y + 10, class_="label inside" if over else "label")


def _bar(x1: float, x2: float, y: float, item: Item) -> str:
    """A bar; an end that is open is an arrow's point."""
    half = BAR / 2
    tip = min(half, (x2 - x1) / 2)
    left = (
        f"M{x1 + tip:.1f} {y:.1f}L{x1:.1f} {y + half:.1f}L{x1 + tip:.1f} {y + BAR:.1f}"
        if item.start is None
        else f"M{x1:.1f} {y:.1f}V{y + BAR:.1f}"
    )
    right = (
        f"H{x2 - tip:.1f}L{x2:.1f} {y + half:.1f}L{x2 - tip:.1f} {y:.1f}Z"
        if item.end is None
        else f"H{x2:.1f}V{y:.1f}Z"
    )
    return left + right


def _ticks(scale: _Scale, bottom: float) -> Iterator[Html]:
    """Years, or months where all is within two years."""
    first, last = date.fromordinal(scale.low), date.fromordinal(scale.high)
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000, 1 << 20) if months / s <= 10)
    at = (first.year * 12 + first.month - 1) // step * step
    while (year := at // 12) <= last.year:
        day = date(year, at % 12 + 1, 1).toordinal() if 1 <= year <= 9999 else 0
        if scale.low <= day <= scale.high:
            x = scale(day)
            yield el("line", x1=x, x2=x, y1=18, y2=bottom, class_="tick")
            yield el("text", f"{year}" if step >= 12 else f"{year}-{at % 12 + 1:02}", x=x, y=12, class_="tick")
        at += step


def _when(item: Item) -> str:
    start = date.fromordinal(item.start).isoformat() if item.start is not None else "…"
    end = date.fromordinal(item.end).isoformat() if item.end is not None else "…"
    return start if start == end else f"{start} to {end}"


def _cut(words: str, room: int) -> str:
    return words if len(words) <= room else words[: room - 1] + "…"
