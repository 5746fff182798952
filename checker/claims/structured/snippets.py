"""Facts in a few words each: "**Rathmore Harriers**: founded 1926, 85 members", "👥 140 employees".

A label or a heading says whose they are; each piece between commas, or each line, is a fact or nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise

from checker import lazy
from checker.claims.structured import cells
from checker.claims.structured.context import Entity, Workbench, named
from checker.claims.structured.headings import heading
from checker.claims.structured.labels import is_label
from checker.claims.structured.posts import Post, hold, is_person, is_title
from checker.claims.structured.posts_in_columns import names_post
from checker.model import Block
from checker.passages import line_breaks

_LABEL = lazy.compile(
    r"\W{0,4}(?P<name>[A-Z][^:()–—.\n]{1,60}?)\s*(?:\((?P<place>[A-Z][^()\d]{2,40})\))?\s*(?::|\s[–—])\s+"
)
_PIECE = lazy.compile(r"\s*[,;·|•]\s+(?:and\s+)?")
_YEAR = r"(?P<value>(?:\d{1,2}\s+)?(?:[A-Z][a-z]{2,8}\.?\s+)?(?:1[5-9]|20)\d\d)"
_DATED = {
    "founded_on": lazy.compile(
        rf"(?:founded|established|est\.?|formed|set up|started|launched|incorporated|(?:in business )?since)\s+"
        rf"(?:in\s+)?{_YEAR}\.?$",
        re.I,
    ),
    "opened_on": lazy.compile(rf"opened\s+(?:in\s+|on\s+)?{_YEAR}\.?$", re.I),
}
_COUNTED = lazy.compile(
    r"(?:around|about|some|over|nearly|more than|approx\.?|c\.)?\s*(?P<value>\d[\d,.]*)\+?\s+(?:full-time\s+)?"
    r"(?P<what>[a-z][a-z -]{2,24}?)\.?$",
    re.I,
)
_STAFF = frozenset(
    ("employees", "staff", "people", "workers", "colleagues", "team members", "members of staff", "staff members")
)
_USERS = frozenset(("members", "subscribers", "customers", "users", "clients", "visitors", "readers", "listeners"))
_SEAT = lazy.compile(r"(?:based|headquartered|head office|hq)\s+(?:in\s+)?(?P<value>[A-Z][^,;()\d]{2,40}?)\.?$")
_PIN = frozenset("📍🏢🏠📌🌍🌎🌏🏙")


def read_snippets(bench: Workbench, block: Block) -> bool:
    """Draft the facts of a labelled list or of lines that stand for themselves; False where the block is neither."""
    cuts = line_breaks(block, bench.page.source.raw)
    if not cuts:
        return _labelled(bench, block, 0, len(block.text))
    edges = [(a, b) for a, b in pairwise([0, *cuts, len(block.text)])]
    labelled = [_labelled(bench, block, start, end) for start, end in edges]
    return any(labelled) or _lines(bench, block, edges)


def _labelled(bench: Workbench, block: Block, first: int, last: int) -> bool:
    """ "X: founded 1926, 85 members": a name, and behind the colon two facts at least."""
    text = block.text[first:last]
    match = _LABEL.match(text)
    if match is None or len(text) > 240 or re.search(r"[.!?]\s+[A-Z]", text.rstrip()[:-1]):
        return False
    name = named(match["name"])
    pieces = cells.parts(text[match.end() :].rstrip(" ."), _PIECE.pattern)
    if heading(name, bench.words, bench.published).role or is_label(name):
        return False  # "Attending: A (chair), B"
    if bench.kind_of(name) not in ("organization", "") or len(pieces) < 2 or len(name.split()) > 6:
        return False
    spans = [(first + match.end() + a, first + match.end() + b) for a, b in pieces]
    if sum(_reads(bench, block.text[a:b]) for a, b in spans) < 2:
        return False
    for start, end in spans:
        _piece(bench, block, start, end, Entity(name, "organization"))
    return True


def _lines(bench: Workbench, block: Block, edges: list[tuple[int, int]]) -> bool:
    """Each line of a block by itself, of the organization that the heading names, else of the page's."""
    body = bench.heading if bench.heading is not None and bench.heading.kind == "organization" else None
    about = body or (Entity(bench.organization, "organization") if bench.organization else None)
    if about is None:
        return False
    spans = [(*_bare(block.text, start, end), start) for start, end in edges]
    signed = sum(any(ord(c) > _SIGNS for c in block.text[start:a]) for a, _, start in spans)
    if sum(_reads(bench, block.text[a:b]) for a, b, _ in spans) + signed < 2:
        return False
    for a, b, start in spans:
        place = block.text[a:b].split(",")[0]
        if _PIN & set(block.text[start:a]) and bench.kind_of(place) == "place":
            _value(bench, block, a, a + len(place), about, "headquarters")
        else:
            _piece(bench, block, a, b, about)
    return True


_SIGNS = 0x2190  # code points from which a character is a sign, not a letter


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A line without the signs before it and the marks behind it."""
    first = next((i for i in range(start, end) if text[i].isalnum() or text[i] in '(“"£$€'), start)
    return first, start + len(text[start:end].rstrip(" ,;."))


def _reads(bench: Workbench, text: str) -> bool:
    """Whether a piece is a fact of one of these kinds."""
    counted = _COUNTED.match(text)
    return (
        any(pattern.match(text) for pattern in _DATED.values())
        or _SEAT.match(text) is not None
        or (counted is not None and counted["what"].casefold() in _STAFF | _USERS)
        or _officer(bench, text) is not None
    )


def _piece(bench: Workbench, block: Block, start: int, end: int, about: Entity) -> None:
    text = block.text[start:end]
    for attribute, pattern in _DATED.items():
        if (match := pattern.match(text)) is not None:
            _value(bench, block, start + match.start("value"), start + match.end("value"), about, attribute)
            return
    if (match := _SEAT.match(text)) is not None:
        _value(bench, block, start + match.start("value"), start + match.end("value"), about, "headquarters")
        return
    counted = _COUNTED.match(text)
    if counted is not None and counted["what"].casefold() in _STAFF | _USERS:
        what = counted["what"].casefold()
        attribute, scope = ("headcount", "") if what in _STAFF else ("users", what)
        _value(bench, block, start + counted.start("value"), start + counted.end("value"), about, attribute, scope)
        return
    officer = _officer(bench, text)
    if officer is not None:
        title, at, person = officer
        held = Post(title, start + at, start + at + len(title), status="current")
        hold(bench, block, person, held, about.name, "snippet")


_TITLE_FIRST = lazy.compile(
    r"(?P<title>[A-Za-z][a-z -]{2,40}?)(?::\s+|\s+)(?P<name>(?:[A-Z][\w.'’-]+\s+){1,3}[A-Z][\w'’-]+)$"
)
_NAME_FIRST = lazy.compile(
    r"(?P<name>(?:[A-Z][\w.'’-]+\s+){1,3}[A-Z][\w'’-]+)\s*\((?P<title>[A-Za-z][A-Za-z -]{2,40})\)$"
)


def _officer(bench: Workbench, text: str) -> tuple[str, int, str] | None:
    """(title, its place, person) of "secretary Con Daly", "CEO: Wanjiru Kamau", "Con Daly (secretary)"."""
    for pattern in (_TITLE_FIRST, _NAME_FIRST):
        match = pattern.match(text)
        if match is not None and is_title(match["title"]) and is_person(bench, named(match["name"])):
            return match["title"], match.start("title"), named(match["name"])
    return _capitals(bench, text) or _last_first(bench, text)


def _capitals(bench: Workbench, text: str) -> tuple[str, int, str] | None:
    """ "Artistic Director Nadia Brandt": where the title ends the name begins."""
    words = text.split()
    if not 3 <= len(words) <= 8 or any(mark in text for mark in ",;:()"):
        return None
    for size in (2, 3):
        title, name = " ".join(words[:-size]), " ".join(words[-size:])
        if title and is_title(title) and names_post(title) and is_person(bench, name) and not is_title(name):
            return title, 0, name
    return None


_DIRECTORY = lazy.compile(
    r"(?P<last>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?),\s+(?P<first>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*)?)"
    r"\s+[–—-]\s+(?P<title>[^,;()]{3,60})"
)


def _last_first(bench: Workbench, text: str) -> tuple[str, int, str] | None:
    """ "Ruiz, Carmen - Head of Estates, ext. 4410" in a directory."""
    match = _DIRECTORY.match(text)
    if match is None or not is_title(match["title"]) or is_title(f"{match['first']} {match['last']}"):
        return None
    return match["title"].strip(), match.start("title"), f"{match['first']} {match['last']}"


def _value(
    bench: Workbench, block: Block, start: int, end: int, about: Entity, attribute: str, scope: str = ""
) -> None:
    from checker.claims.structured.lines import with_part

    given = cells.Given(scope=scope)
    with_part(bench, block, start, end, lambda part: cells.read(bench, part, about, attribute, given, "snippet", None))
