"""What a document's first lines say about it: masthead, dateline, byline; and its last lines, "last updated".

Only lines that are no prose count: a date in a sentence says when something happened, not when it was written.
"""

from __future__ import annotations

import re

from checker.model import Block, Record
from checker.sources import dates
from checker.sources.document import Document
from checker.sources.metadata import fields

LINE, DATELINE, MODIFIED, TAIL = 40, 45, 60, 70  # ranks of offers: see ``Document.offer``
_SAID = re.compile(
    r"(?:\b(?:published|issued|posted|filed|dated?|released|answered|printed|first published|publication date|week ending|"
    r"veröffentlicht|publié|publicado|pubblicato|gepubliceerd|stand|as at)\b|(?:\b|\d)pub)[^.;|]{0,45}?$",
    re.I,
)
_CHANGED = re.compile(
    r"(?:\b(?:updated|edited|modified|revised|checked|reviewed|amended|last update|aktualisiert)\b|rev)[^.;|]{0,25}?$", re.I
)
_NOT = re.compile(r"\b(?:ended|ending|until|before|since|born|founded|embargo\w*|deadline|expires?|valid)\b[^.;|]{0,20}$", re.I)
_WEEKDAY = re.compile(
    r"(?:\b(?:on\s+|the\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tue|wed|thu|fri|sat|sun))\.?,?\s*$", re.I
)
_OPENS = re.compile(r"(?:^|[,;:|·•\[(—–*_/]|--?|\s{2,}|\.)\s*$")
_CLOSES = re.compile(r"\s*(?:$|[,;|·•\])—–*_/.]|--?|\s{2,}|(?:at\s+)?\d{1,2}[.:]\d\d|rev|read)", re.I)
_TIME = re.compile(r",?\s*(?:at\s+)?\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?\b")
_DATELINE = re.compile(r"(?=[^\W\d_])([^.()\n—:]{2,60}?)(?:,|\s[-–—])\s+(?=[^\W_])")
_AGENCY = re.compile(r"\s*\(([A-Z][\w&.' ]{2,40})\)\s*[-–—]")
_BYLINE = re.compile(r"(?:by|words|text|author|story|von|par|por)\b:?\s+((?:[^\W\d_][\w.'’-]*\s*){2,5}?)(?=$|[,|·•(]|\s[-–—])", re.I)
_FROM = re.compile(r"\bfrom\s+((?:the\s+)?[A-Z][\w&'’-]*(?:\s+[A-Z][\w&'’-]*){0,4})")
_MASTHEAD_END = re.compile(r"\s+[-–—|]{1,2}\s+|\s*[,:]\s|\s{2,}")
_MASTHEAD = re.compile(r"\b(?:no\.?|number|issue|vol(?:ume)?\.?|page|edition|weekly|monthly|quarterly|fortnightly|magazine|newsletter)\b", re.I)
_AHEAD, _LONG = 12, 220  # blocks looked at; characters of a line that can be a header


def look(document: Document) -> None:
    """Offer what the first and the last blocks of ``document`` say about it."""
    front: list[Block] = []
    prose = 0
    for part in document.parts[:_AHEAD]:
        if isinstance(part, Record) and part.kind == "pairs" and not prose:
            fields(document, part, LINE - 5)
        if not isinstance(part, Block) or part.kind in ("item", "caption", "furniture"):
            continue
        if len(part.text) > _LONG and not _is_line(part.text):
            prose += 1
            if prose <= 2:
                dateline(document, part.text)
            if prose > 2:
                break
        elif prose == 0:
            front.append(part)
            _line(document, part)
    _title(document, front)
    for part in document.parts[-3:]:
        if isinstance(part, Block) and len(part.text) <= _LONG:
            _tail(document, part.text)


def _is_line(text: str) -> bool:
    """A long line that is a header all the same: its first date is said to be the publication's."""
    match = dates.DATE.search(text[:300])
    return match is not None and len(text) < 400 and bool(_CHANGED.search(text[: match.start()]) or _SAID.search(text[: match.start()]))


def _line(document: Document, block: Block) -> None:
    text = block.text
    if not dateline(document, text):
        published = line_date(text, block.kind == "heading")
        if published:
            document.offer("published", *published)
    byline = _BYLINE.match(text)
    if byline:
        document.offer("author", byline[1], LINE)
    if _CHANGED.search(text) or "edited on" in text:
        source = _FROM.search(text)
        if source:
            document.offer("publisher", source[1], LINE)


def line_date(text: str, heading: bool = False) -> tuple[str, int] | None:
    """The publication date that a header line gives, and its rank."""
    best: tuple[str, int] | None = None
    for match in dates.GLUED.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        value = dates.edtf(match)
        rank = _rank(before, after, heading) if value else None
        if value and rank is not None and (best is None or rank < best[1]):
            best = value, rank
    return best


def _rank(before: str, after: str, heading: bool) -> int | None:
    """How surely a date between ``before`` and ``after`` is the publication's; None where it is not."""
    before = _WEEKDAY.sub("", before)
    if _CHANGED.search(before):
        return MODIFIED
    if _SAID.search(before):
        return LINE - 2
    if before[-1:].isalnum() or _NOT.search(before):
        return None
    if _TIME.match(after) and not heading:
        return LINE
    if heading and len((before + after).split()) > 6:
        return None
    return LINE + 1 if _OPENS.search(before) and _CLOSES.match(after) and not _prose(before, after) else None


def _prose(before: str, after: str) -> bool:
    """A date set off by commas in the middle of a sentence ("He left on Monday, 3 May 2024, and …")."""
    rest = after.lstrip(" ,.")
    return bool(before.strip()) and len(before.split()) > 12 or (rest[:1].islower() and len(rest.split()) > 3)


def dateline(document: Document, text: str) -> bool:
    """Offer the date of ``PLACE, 3 March 2025 (Agency) - …`` at the start of a paragraph."""
    agency = _AGENCY.search(text[:90])
    if agency:
        document.offer("publisher", agency[1], DATELINE)
    place = _DATELINE.match(text[:120])
    match = dates.DATE.match(text, place.end()) if place else None
    if place is None or match is None or len(place[1].split()) > 5 or not place[1][0].isupper():
        return False
    value = dates.edtf(match)
    if value is None or not re.match(r"\s*(?:$|[-–—.:(|/]|,\s*(?:at\s+)?\d|\*)", text[match.end() :]):
        return False
    document.offer("published", value, DATELINE)
    return True


def _title(document: Document, front: list[Block]) -> None:
    """The first heading is the title, unless it belongs to a masthead; that names the publisher."""
    head = [block for block in front if block.text]
    masthead = _masthead(head)
    if masthead:
        document.offer("publisher", _MASTHEAD_END.split(head[0].text)[0].strip(" *_"), LINE + 5)
    headings = [block for block in head[masthead:] if block.kind == "heading" and not dates.whole(block.text)]
    if headings:
        document.offer("title", headings[0].text, LINE)
    elif head:
        document.offer("title", head[0].text, TAIL)


def _masthead(head: list[Block]) -> int:
    """How many blocks at the top are a masthead: a name, followed by a line with the date or the issue's number."""
    for number, block in enumerate(head[1:4], 1):
        dated = line_date(block.text) is not None
        if dated and (_MASTHEAD.search(block.text) or any(later.kind == "heading" for later in head[number + 1 :])):
            return number + 1 if len(head[0].text) < 100 and not _BYLINE.match(head[1].text) else 0
    return 0


def _tail(document: Document, text: str) -> None:
    for match in dates.DATE.finditer(text):
        before, value = _WEEKDAY.sub("", text[: match.start()]), dates.edtf(match)
        if value and len(before) < 60 and (_CHANGED.search(before) or _SAID.search(before)):
            document.offer("published", value, TAIL)
