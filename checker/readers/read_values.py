"""Which values our own recognisers read in a stretch of a source, and which of them a claim means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from checker import lazy
from checker.errors import UserError
from checker.model import Block, Claim, Lines, Value
from checker.passages import Page
from checker.readers.said import SaidValue
from checker.values import canonical, compare
from checker.values.dates.edtf import interval

AMOUNTS = ("money", "quantity", "percent")
READ = ("date", *AMOUNTS)  # kinds that are recognised; all others stand there as words

_BARE = lazy.compile(r"(?<![\w.,])\d(?:[\d,.]*\d)?(?![\w])")
_YEAR = lazy.compile(r"1[0-9]\d\d|20\d\d")
_SCALES = (
    (1e3, lazy.compile(r"thousands?\b|\bk\b|_k\b|['(,]000s?\b|tsd\b", re.I)),
    (1e5, lazy.compile(r"lakhs?\b|lacs?\b", re.I)),
    (1e6, lazy.compile(r"millions?\b|\bmn?\b|_mn?\b|[€$£]mn?\b|\bmio\b|\bmln\b|(?:eur|usd|gbp|inr|chf)mn?\b", re.I)),
    (1e7, lazy.compile(r"crores?\b|\bcr\b|_cr\b", re.I)),
    (1e9, lazy.compile(r"billions?\b|\bbn\b|_bn\b|[€$£]bn\b", re.I)),
)


class Place(Struct):
    """A value with where it stands: offsets of its block's text."""

    value: Value
    block: Block
    start: int
    end: int


def reach(block: Block) -> tuple[int, int]:
    """From where to where in the file a block comes."""
    if not block.text:
        return 0, 0
    return block.origin(0), block.origin(len(block.text) - 1) + 1


def read(page: Page, blocks: Iterable[Block], start: int, end: int) -> list[Place]:
    """The dates and amounts that are recognised there, and figures that stand alone."""
    found = []
    for block in blocks:
        passage = page.by_block[id(block)]
        for mention in passage.mentions:
            if mention.value is None or mention.kind not in READ:
                continue
            first, last = passage.tokens[mention.first].start, passage.tokens[mention.last - 1].end
            found += [Place(value, block, first, last) for value in _senses(mention.value)]
        found += [Place(value, block, first, last) for value, first, last in _bare(block.text)]
    return [p for p in found if p.block.origin(p.start) < end and start < p.block.origin(p.end - 1) + 1]


def _senses(value: Value) -> Iterator[Value]:
    """A value, and what else its words say: of a stretch of time its beginning and its end."""
    yield value
    if value.kind == "date" and "/" in (value.edtf or ""):
        for part in (value.edtf or "").split("/"):
            if part not in ("", ".."):
                yield Value("date", value.text, part)


def _bare(text: str) -> Iterator[tuple[Value, int, int]]:
    for match in _BARE.finditer(text):
        figure = match[0].replace(",", "").replace(" ", "")
        if figure.count(".") <= 1 and len(figure) < 20:
            amount = float(figure)
            yield Value("quantity", match[0], None, amount, amount), match.start(), match.end()
            if _YEAR.fullmatch(match[0]):
                yield Value("date", match[0], match[0]), match.start(), match.end()


def of_claims(page: Page, blocks: Iterable[Block], claims: Iterable[Claim], start: int, end: int) -> list[Place]:
    """The values of claims that our own reading makes there: it knows units that stand in a header."""
    lines, found = Lines(page.source.raw), []
    for claim in claims:
        for block in blocks:
            first, last = reach(block)
            if lines.place(first) <= (claim.span.line, claim.span.column) < lines.place(last) and claim.mark:
                at = block.text.find(claim.quote[claim.mark[0] : claim.mark[1]])
                if at >= 0:
                    found.append(Place(claim.value, block, at, at + claim.mark[1] - claim.mark[0]))
    return [p for p in found if p.block.origin(p.start) < end and start < p.block.origin(p.end - 1) + 1]


def meant(
    said: SaidValue,
    kind: str,
    places: list[Place],
    around: Callable[[Block], str],
    everywhere: str,
    published: str | None = None,
) -> Place | None:
    """The value that a claim means: one that says the same, else a figure whose scale or currency stands beside it
    (``around`` gives the text there), else one that agrees with it."""
    wanted = _wanted(said, kind)
    if wanted is None:
        return None
    fitting = [place for place in places if _fits(kind, place.value)]
    for place in fitting:
        if _key(as_kind(place.value, kind)) == _key(wanted):
            return place
    if kind == "date":
        return _dated(wanted, fitting, places, published)
    for place in fitting:
        scale = _scale(place.value, wanted, around(place.block))
        if scale and (kind != "money" or place.value.currency == wanted.currency or _has_currency(wanted, everywhere)):
            return replace(place, value=_scaled(place.value, wanted, kind, scale))
    return next((p for p in fitting if p.value.kind == kind and compare(p.value, wanted).verdict != "different"), None)


def _dated(wanted: Value, dates: list[Place], places: list[Place], published: str | None) -> Place | None:
    """The date that a claim means, where none says just that: what agrees with it, or what is so many years from it."""
    for place in dates:
        if compare(place.value, wanted).verdict != "different":
            near = place.block.text[max(0, place.start - 40) : place.end + 25]
            part = _PART.search(near) and _whole_months(wanted.edtf or "")
            return replace(place, value=replace(place.value, edtf=wanted.edtf)) if part else place
    starts = [place.value.edtf or "" for place in dates] + [published or ""]
    for place in places:
        amount = place.value
        if amount.kind == "quantity" and amount.low == amount.high and _YEARS.match(place.block.text, place.end):
            for start in starts:
                if _years_from(start, int(amount.low or 0), wanted.edtf or ""):
                    return replace(place, value=Value("date", amount.text, wanted.edtf))
    return None


_PART = lazy.compile(
    r"\b(?:quarter|half|q[1-4]|h[12]|spring|summer|autumn|fall|winter|early|mid|late|end|start|beginning)\b", re.I
)
_YEARS = lazy.compile(r"[ -]years?\b")


def _whole_months(edtf: str) -> bool:
    """Whether a date names no day."""
    return not re.search(r"\d{4}-\d\d-\d\d", edtf)


def _years_from(start: str, count: int, wanted: str) -> bool:
    """Whether a date lies so many years before or after another, as precisely as it is given itself."""
    found = re.match(r"(\d{4})((?:-\d\d){0,2})", start)
    if not found or not re.fullmatch(r"\d{4}(?:-\d\d){0,2}~?", wanted):
        return False
    return any(f"{int(found[1]) + step:04}{found[2]}".startswith(wanted.rstrip("~")) for step in (-count, count))


def _key(value: Value) -> object:
    """What says whether two values are one; "about" apart."""
    return canonical(replace(value, approximate=False, edtf=value.edtf.rstrip("~") if value.edtf else None))


def _fits(kind: str, value: Value) -> bool:
    if kind in AMOUNTS:
        return value.kind == kind or value.kind in ("quantity", "percent")
    return value.kind == kind


def as_kind(value: Value, kind: str) -> Value:
    """The value as one of another kind."""
    return value if value.kind == kind else replace(value, kind=kind)


def _scale(here: Value, wanted: Value, around: str) -> float:
    """By how much the figure that stands here has to be multiplied to be the one that is meant; 0 if by nothing that
    is said beside it."""
    ends = [(a, b) for a, b in ((here.low, wanted.low), (here.high, wanted.high)) if a is not None and b is not None]
    if not ends or (here.low is None) != (wanted.low is None) or (here.high is None) != (wanted.high is None):
        return 0
    scales = [1.0, *(factor for factor, words in _SCALES if words.search(around))]
    return next((s for s in scales if all(abs(a * s - b) <= 1e-9 * abs(b) for a, b in ends)), 0)


def _scaled(here: Value, wanted: Value, kind: str, scale: float) -> Value:
    low, high = (None if end is None else round(end * scale, 6) for end in (here.low, here.high))
    return Value(kind, here.text, None, low, high, wanted.currency if kind == "money" else None, here.approximate)


def _has_currency(wanted: Value, text: str) -> bool:
    """Whether the currency stands somewhere: by its code, its sign or its name."""
    from checker.values import money

    code = wanted.currency or ""
    if not code:
        return True
    if re.search(rf"(?<![A-Za-z]){re.escape(code)}(?![A-Za-z])", text, re.I):
        return True
    return any(found.value.currency == code for found in money.recognise(text[:200_000]))


def _wanted(said: SaidValue, kind: str) -> Value | None:
    """The claim's value as a record; None if it says nothing that can be understood."""
    text = said.text or ""
    if kind == "date":
        edtf = (said.edtf or text).strip()
        try:
            interval(edtf)
        except UserError:
            return None
        return Value("date", text or edtf, edtf) if edtf else None
    if said.low is None and said.high is None:
        return None
    return Value(kind, text, None, said.low, said.high, said.currency, bool(said.approximate))
