"""What a document's first lines say about it: masthead, dateline, byline; and its last lines, "last updated".

Only lines that are no prose count: a date in a sentence says when something happened, not when it was written.
"""

from __future__ import annotations

import re

from checker import lazy
from checker.model import Block, Record, Table
from checker.sources import dates
from checker.sources.document import Document
from checker.sources.metadata import memo

LINE, DATELINE, MODIFIED, TAIL = 40, 45, 60, 70  # ranks of offers: see ``Document.offer``
_FIELD = r"(?:^|[.|·•(,;:\[—–*_]\s*|\s{2,}|\s-{1,2}\s)"
_SAID = lazy.compile(
    rf"{_FIELD}(?:(?:this )?(?:article |story |page |note |first )?(?:was )?(?:first )?)"
    r"(?:published|issued|posted|filed|date|dated|released|answered|recorded|aired|broadcast|submitted|sent|"
    r"printed|publication date|week ending|"
    r"veröffentlicht|publié|publicado|pubblicato|gepubliceerd|stand|le)\b"
    r"(?:\s+(?:by|with|in|at|to) [^.;|,\d]{2,40})?(?:\s+(?:on|at|le|am|el|op|il))?\s*[:=]?\s*$|(?:\b|\d)pub\s*:?\s*$",
    re.I,
)
_CHANGED = lazy.compile(
    rf"{_FIELD}(?:(?:this |the )?(?:page|article|story|document|entry|list|post|file|information|site)s? "
    r"(?:was |has been )?)?(?:last )?"
    r"(?:updated|edited|modified|changed|revised|checked|reviewed|amended|last update|update|aktualisiert|"
    r"mis à jour|actualizado)\b"
    r"(?:\s+(?:on|at|le|am|el|by [^.;|,\d]{2,40} on))?\s*[:=]?\s*$|\brev\s*:?\s*$|\d{4}rev\s*$",
    re.I,
)
_NOT = lazy.compile(
    r"\b(?:ended|ending|until|before|since|born|founded|embargo\w*|deadline|expires?|valid)\b[^.;|]{0,20}$", re.I
)
_MEETING = lazy.compile(
    r"\b(?:minutes|notes|record|meeting|session|sitting)\b.{0,80}"
    r"(?:\b(?:held|taken|sat|met)\b[^.;\d]{0,60}|\b(?:of|from|on)\b(?:\s+the)?\s*)$",
    re.I,
)
_AHEAD_OF = lazy.compile(r"\b(?:will|next|to be|shall)\b", re.I)
_WEEKDAY = lazy.compile(
    r"(?:\b(?:on\s+|the\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tue|wed|thu|fri|sat|sun))\.?,?\s*$",
    re.I,
)
_OPENS = lazy.compile(r"(?:^|[,;:|·•\[(—–*_/]|--?|\s{2,}|\.)\s*$")
_CLOSES = lazy.compile(r"\s*(?:$|[,;|·•\])—–*_/.]|--?|\s{2,}|(?:at\s+)?\d{1,2}[.:]\d\d|rev|read)", re.I)
_TIME = lazy.compile(r",?\s*(?:at\s+)?\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?\b")
_DATELINE = lazy.compile(r"(?=[^\W\d_])([^.()\n—:]{2,60}?)(?:,|\s[-–—])\s+(?=[^\W_])")
_AGENCY = lazy.compile(r"\s*\(([A-Z][\w&.' ]{2,40})\)\s*[-–—]")
_BYLINE = lazy.compile(
    r"(?:by|words|text|author|story|von|par|por)\b:?\s+((?:[^\W\d_][\w.'’-]*\s*){2,5}?)(?=$|[,|·•(]|\s[-–—])", re.I
)
_FROM = lazy.compile(r"\b[Ff]rom\s+((?:the\s+)?[A-Z][\w&'’-]*(?:\s+[A-Z][\w&'’-]*){0,4})")
_MASTHEAD_END = lazy.compile(r"\s+[-–—|]{1,2}\s+|:\s|\s{2,}|,\s+(?=no\b|issue|vol)", re.I)
_MASTHEAD = lazy.compile(
    r"\b(?:no\.?|number|issue|vol(?:ume)?\.?|page|edition|weekly|monthly|quarterly|fortnightly|magazine|newsletter)\b",
    re.I,
)
_REFERENCE = lazy.compile(r"\blast (?:edited|updated|changed|modified|revised)\b|\bencyclop|\bwiki\b", re.I)
_ISSUE = lazy.compile(r"\b(?:no\.?|nr\.?|number|issue|vol(?:ume)?\.?|edition)\s*\d", re.I)
_NUMBERED = lazy.compile(r"\b(?:no\.?|nr\.?|number|issue|edition)\s*\d+\s*[,·•|–—-]?\s*$", re.I)
_LABEL = lazy.compile(
    r"\W*(?:press|news|media) (?:release|note|statement)|\W*statement\b|\W*for immediate release", re.I
)
_NOTICE = lazy.compile(r"\b[Tt]his (?:article|section|page)\b.{0,120}\b(?:talk page|citations?|neutral|tone|cleanup)\b")
_LIFESPAN = lazy.compile(  # "(14 March 1921 – 2 November 1998)": of somebody's life, not of the page
    r"\s*[-–—]\s*(?:[Cc]\.?\s?|[Aa]bout\s)?(?:[^\W\d_][\w' ]+,\s)?"
    r"(?:\d{1,2}\s+[A-Z][a-z]+\.?\s+|[A-Z][a-z]+\.?\s+\d{1,2},\s)?[12]\d{3}\b"
)
_LIVED = lazy.compile(r"\b[12]\d{3}\s*[-–—]\s*$")
_DEFINING = lazy.compile(  # "is the third album by X, released on": of what an encyclopedia defines
    r"\b(?:is|was|are|were)\s(?:an?|the)\s(?:[\w'’-]+\s){1,12}?[^.;:|]*$"
)
_STAMP = lazy.compile(r"(?<=\S)\s{3,}(?=\S)")  # "LOQUELA NV          CONFIDENTIAL"
_AHEAD, _LONG = 12, 220  # blocks looked at; characters of a line that can be a header


def look(document: Document, levels: bool = True) -> None:
    """Offer what the first and the last blocks of ``document`` say about it.

    ``levels`` says that the levels of its headings are given, not guessed.
    """
    front: list[Block] = []
    prose = 0
    for part in document.parts[:_AHEAD]:
        if isinstance(part, Record) and part.kind == "pairs" and not prose:
            memo(document, part, LINE - 5)
        if isinstance(part, Table) and not prose:
            _columns(document, part)
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
    _title(document, front, levels)
    for part in document.parts[-3:]:
        if isinstance(part, Block) and len(part.text) <= _LONG:
            _tail(document, part.text)


def _columns(document: Document, table: Table) -> None:
    """A masthead set in columns: "The match programme      No. 7      Saturday 25 October 2025"."""
    rows = [*table.header, *table.rows]
    for row in rows if len(rows) <= _ROWS else ():
        texts = [cell.text for cell in row]
        if any(_ISSUE.match(text) for text in texts):
            for found in (line_date(text) for text in texts):
                if found is not None:
                    document.offer("published", *found)


_ROWS = 3  # more are no masthead


def _is_line(text: str) -> bool:
    """A long line that is a header all the same: its first date is said to be the publication's."""
    match = dates.DATE.search(text[:300]) if len(text) < 400 and dates.CENTURY.search(text) else None
    return match is not None and bool(_CHANGED.search(text[: match.start()]) or _SAID.search(text[: match.start()]))


def _line(document: Document, block: Block) -> None:
    text = block.text
    if not dateline(document, text) and not _NOTICE.search(text):
        published = line_date(text, block.kind == "heading")
        if published:
            document.offer("published", *published)
    byline = _BYLINE.match(text)
    if byline:
        document.offer("author", byline[1], LINE)
    if _REFERENCE.search(text):
        source = _FROM.search(text)
        if source:
            document.offer("publisher", source[1], LINE)


def line_date(text: str, heading: bool = False) -> tuple[str, int] | None:
    """The publication date that a header line gives, and its rank."""
    best: tuple[str, int] | None = None
    year = dates.CENTURY.search(text)
    for match in dates.GLUED.finditer(text, max(0, year.start() - 30)) if year else ():
        before, after = text[: match.start()], text[match.end() :]
        value = dates.edtf(match)
        rank = _rank(before, after, heading) if value else None
        if value and rank is not None and (best is None or rank < best[1]):
            best = value, rank
    return best


def _rank(before: str, after: str, heading: bool) -> int | None:
    """How surely a date between ``before`` and ``after`` is the publication's; None where it is not."""
    before = _WEEKDAY.sub("", before)
    if _LIFESPAN.match(after) or _LIVED.search(before) or _DEFINING.search(before):
        return None
    if _CHANGED.search(before):
        return MODIFIED
    if _SAID.search(before):
        return LINE - 2
    if _NUMBERED.search(before):
        return LINE
    if before[-1:].isalnum() or _NOT.search(before):
        return None
    if _MEETING.search(before) and not _AHEAD_OF.search(before):
        return LINE
    if (before[-4:].isspace() and len(before.split()) > 1) or (_loud(before) and _CLOSES.match(after)):
        return LINE + 1
    if _TIME.match(after) and len((before + after).split()) < 9:
        return LINE
    if heading and len((before + after).split()) > 6:
        return None
    return LINE + 1 if _OPENS.search(before) and _CLOSES.match(after) and not _prose(before, after) else None


def _loud(before: str) -> bool:
    """Whether a few capitals stand before a date, as in a masthead whose lines run together."""
    words = before.split()
    return 1 < len(words) <= 6 and before.isupper()


def _prose(before: str, after: str) -> bool:
    """A date set off by commas in the middle of a sentence ("He left on Monday, 3 May 2024, and …")."""
    rest = after.lstrip(" ,.")
    return (bool(before.strip()) and len(before.split()) > 12) or (rest[:1].islower() and len(rest.split()) > 3)


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


def _title(document: Document, front: list[Block], levels: bool) -> None:
    """The first heading is the title, unless it belongs to a masthead; that names the publisher."""
    head = [block for block in front if block.text]
    number = _masthead(head)
    _publisher(document, head, number)
    if not number and not levels:
        number = next(
            (at + 1 for at, block in enumerate(head[1:4], 1) if line_date(block.text) and _headed(head[at + 1 :])), 0
        )
    if number and not levels:
        later = [block.text for block in head[number:] if block.kind == "heading"] or [
            block.text for block in head[1:number]
        ]
        titles = [text for text in later if not text[0].isdigit() and not line_date(text)]
    else:
        titles = [block.text for block in head if block.kind == "heading" and (not levels or block.level == 1)]
    titles = [text for text in titles if not _LABEL.match(text)] or titles
    if titles:
        document.offer("title", _STAMP.split(titles[0])[0], LINE)
    elif head:
        text = next((block for block in head if block.kind == "heading"), head[0]).text
        document.offer("title", _STAMP.split(text)[0], TAIL)


def _headed(blocks: list[Block]) -> bool:
    return bool(blocks) and blocks[0].kind == "heading"


def _publisher(document: Document, head: list[Block], number: int) -> None:
    """The name at the top of a masthead, or before the date in a line of its own ("Quay Magazine, 4 May 2025")."""
    if number:
        name = head[0].text[slice(*head[0].lead)] if head[0].lead else head[0].text
        document.offer("publisher", _MASTHEAD_END.split(name)[0].strip(" *_,"), LINE + 5)
        return
    for block in head[1:4]:
        name = _MASTHEAD_END.split(block.text)[0].split(",")[0].strip()
        if line_date(block.text) and _MASTHEAD.search(name) and not any(char.isdigit() for char in name):
            document.offer("publisher", name, LINE + 5)


def _masthead(head: list[Block]) -> int:
    """How many blocks at the top are a masthead: a name, then a dated line, as an issue or an office prints it."""
    if not head or len(head[0].text) > 100:
        return 0
    name = head[0].text[slice(*head[0].lead)] if head[0].lead else head[0].text
    for number, block in enumerate(head[1:4], 1):
        found = line_date(block.text)
        if found is None or found[1] == MODIFIED:
            continue
        loud = name.isupper() and any(later.kind == "heading" for later in head[number + 1 :])
        return number + 1 if loud or _ISSUE.match(block.text) or _ISSUE.search(name) else 0
    return 0


def _tail(document: Document, text: str) -> None:
    for match in dates.DATE.finditer(text) if dates.CENTURY.search(text) else ():
        before, value = _WEEKDAY.sub("", text[: match.start()]), dates.edtf(match)
        if (
            value
            and len(before) < 60
            and not _DEFINING.search(before)
            and (_CHANGED.search(before) or _SAID.search(before))
        ):
            document.offer("published", value, TAIL)
