"""Dated happenings in few words: "2019 – Acme buys Borealis", "May 2024 | Dermot Pye leaves as chairman"."""

from __future__ import annotations

import re

from msgspec import Struct

from checker import lazy
from checker.claims.structured.context import Entity, Workbench, named
from checker.claims.structured.figures import amount, date
from checker.claims.structured.headings import heading
from checker.claims.structured.posts import hold, is_person, post
from checker.model import Block, Value
from checker.passages import key_of

_MOVE = lazy.compile(
    r"(?P<who>[A-Z][^,;:()]{3,40}?)\s+(?:"
    r"(?P<joins>joins|joined|takes over at|took over at|arrives at|starts at|started at|arrives|arrived)"
    r"(?P<org>\s+(?!as\b)(?:the\s+)?[A-Z][\w&.' -]*?)?(?:\s+as\s+(?P<as>[^.;,()]+))?|"
    r"(?P<leaves>leaves|left|resigns|resigned|retires|retired|steps down|stepped down|departs|departed)"
    r"(?P<off>\s+(?!as\b)(?:the\s+)?[A-Z][\w&.' -]*?)?(?:\s+as\s+(?P<was>[^.;,()]+))?|"
    r"(?:is |was )?(?:becomes|became|appointed|named|made|elected|promoted to|takes over as|took over as|"
    r"succeeds as|takes office as|hired as)\s+(?:as\s+)?(?:its\s+|the\s+|new\s+|first\s+)?(?P<post>[^.;()]+))"
    r"(?:[.;(]|$)"
)
_BEGAN = lazy.compile(
    r"(?P<what>(?:the\s+)?[A-Z][^,;:()]{1,50}?)\s+(?:is |was |were )?(?:(?P<founded>founded|set up|established|"
    r"formed|incorporated|created|started)\b|(?P<opened>opens|opened|inaugurated|enters service|entered service)\b|"
    r"(?P<released>released|launches|launched|ships|shipped|published)\b)"
    r"(?P<by>\s+by\s+[A-Z][^.;()]+)?"
)
_DEAL = lazy.compile(
    r"(?P<buyer>[A-Z][\w&.' -]{1,50}?)\s+(?:(?:completes|completed|closes|closed)\s+(?:its\s+|"
    r"the\s+)?(?:purchase|acquisition|takeover|buyout)\s+of|acquires|acquired|buys|bought|takes over|took over)\s+"
    r"(?P<target>(?:the\s+)?[A-Z][\w&.'-]*(?:\s+(?:[A-Z&][\w&.'-]*|of|and))*)"
)
_SOLD = lazy.compile(
    r"(?P<target>(?:the\s+)?[A-Z][\w&.' -]{1,50}?)\s+(?:is |was )?(?:bought|acquired|taken over|purchased|sold)\s+"
    r"(?:by|to)\s+(?:the\s+)?(?P<buyer>[A-Z][\w&.'-]*(?:\s+(?:[A-Z&][\w&.'-]*|of|and))*)"
)
_PRICE = lazy.compile(r"\s+for\s+(?:a\s+price\s+of\s+)?(?P<sum>(?:about\s+|around\s+)?\S.{0,30})")
_HOUSE = lazy.compile(
    r"(?:the\s+)?(?:company|firm|organi[sz]ation|business|charity|club|society|school|trust|association|orchestra|"
    r"hospital|foundation|cooperative|co-operative|federation|union|college|theatre|museum|bank|union)$",
    re.I,
)
_HAPPENS = lazy.compile(
    r"\b(?:joins|joined|appointed|elected|named|becomes|became|leaves|left|retires|retired|resigns|resigned|founded|"
    r"established|formed|incorporated|created|opens|opened|inaugurated|launched|released|acquires|acquired|buys|"
    r"bought|sold|moves|moved|merged|merges|closes|closed|begins|began|set up|takes over|took over)\b"
)


class Moment(Struct, frozen=True):
    """A date and where it stands."""

    block: Block
    start: int
    end: int
    value: Value


def moment(bench: Workbench, block: Block, text: str, offset: int = 0) -> Moment | None:
    """The first date of a text that stands at ``offset`` of ``block``."""
    found = date(text, bench.published)
    return Moment(block, found.start + offset, found.end + offset, found.value) if found is not None else None


def read_timeline(bench: Workbench, header: list[Block], rows: list[list[Block]]) -> bool:
    """Draft the happenings of a table of dates and what happened; False for a table of another make."""
    if len(rows) < 2 or any(len(row) != 2 for row in rows) or len(header) not in (0, 2):
        return False
    if header and heading(header[0].text, bench.words, bench.published).role not in ("qualifier", "", "time"):
        return False
    dated = [date(row[0].text, bench.published) is not None and len(row[0].text) < 40 for row in rows]
    happens = [bool(_HAPPENS.search(row[1].text)) for row in rows]
    if sum(dated) * 10 < len(rows) * 8 or sum(happens) * 2 < len(rows):
        return False
    for row in rows:
        when = moment(bench, row[0], row[0].text)
        if when is not None and len(row[1].text) < 300:
            read_event(bench, when, row[1], 0, row[1].text)
    return True


def read_event(bench: Workbench, when: Moment | None, block: Block, offset: int, what: str) -> bool:
    """Draft one happening, whose words stand at ``offset`` of ``block``; False where nothing is known to happen."""
    move = _MOVE.match(what)
    if move is not None:
        who = named(move["who"])
        if is_person(bench, who) or bench.kind_of(who) == "person":
            _moved(bench, when, block, offset, move)
            return True
    return _dealt(bench, when, block, offset, what) or _began(bench, when, block, offset, what)


def house(bench: Workbench) -> str:
    """The organization that a line speaks of without naming it: the heading's, else the page's."""
    if bench.heading is not None and bench.heading.kind == "organization":
        return bench.heading.name
    return bench.organization or ""


def _when(bench: Workbench, when: Moment | None, about: Entity, attribute: str, body: str = "") -> None:
    """The date of a happening as a claim."""
    if when is not None:
        extra = {"organization": body} if body else {}
        bench.emit(when.block, (when.start, when.end), about, attribute, when.value, extra, "timeline", 0.8)
        if bench.published and (when.value.edtf or "") > bench.published:
            bench.drafts[-1].modality = "predicted"


def _moved(bench: Workbench, when: Moment | None, block: Block, offset: int, move: re.Match[str]) -> None:
    """ "2012 Honor Blackett joins (as curator)" in the history of the page's organization."""
    who, leaves = Entity(named(move["who"]), "person"), bool(move["leaves"])
    body = (move["off"] or "").strip() if leaves else (move["org"] or "").strip()
    body = re.sub(r"^the\s+", "", body) or house(bench)
    if not body or bench.kind_of(body) in ("person", "place"):
        return
    group = next((name for name in ("as", "was", "post") if move[name]), "")
    state = "former" if leaves else ""
    found = post(bench, move[group], offset + move.start(group)) if group else None
    if found is not None:
        body = found.organization or body
        hold(bench, block, who.name, found, body, "timeline", status=state, when=False)
    elif move["joins"] or leaves:
        side = "off" if leaves else "org"
        at = move.span(side) if move[side] else move.span("who")
        value = Value("organization", body)
        bench.emit(block, (offset + at[0], offset + at[1]), who, "employer", value, {"status": state}, "timeline")
    if move["joins"]:
        _when(bench, when, who, "joined_on", body)
    elif leaves and (not bench.published or when is None or (when.value.edtf or "") <= bench.published):
        _when(bench, when, who, "left_on", body)


def _dealt(bench: Workbench, when: Moment | None, block: Block, offset: int, what: str) -> bool:
    """ "Acme buys Borealis", "Club bought by Northgate Holdings for £4.5m"."""
    deal = _SOLD.match(what) or _DEAL.match(what)
    if deal is None:
        return False
    buyer, target = named(deal["buyer"]), named(re.sub(r"^[Tt]he\s+", "", deal["target"]))
    passive = deal.re is _SOLD
    if _HOUSE.match(target):
        target = house(bench)
    kinds = bench.kind_of(buyer), bench.kind_of(target) if target != bench.organization else "organization"
    if (
        not target
        or kinds[1] != "organization"
        or kinds[0] not in (("organization", "") if passive else ("organization",))
    ):
        return False
    about = Entity(target, "organization")
    at = offset + deal.start("buyer"), offset + deal.end("buyer")
    bench.emit(block, at, about, "acquired_by", Value("organization", buyer), {}, "timeline", 0.8)
    _when(bench, when, about, "acquired_on")
    price = _PRICE.match(what, deal.end())
    found = amount(price["sum"], "money", None, 1.0, bench.published) if price is not None else None
    if price is not None and found is not None:
        shift = offset + price.start("sum")
        span = found.start + shift, found.end + shift
        bench.emit(block, span, about, "acquisition_price", found.value, {}, "timeline", 0.8)
    return True


def _began(bench: Workbench, when: Moment | None, block: Block, offset: int, what: str) -> bool:
    """ "2009 – Acme set up (by A and B)", "Canal Road ground opened": something that the page names began."""
    event = _BEGAN.match(what)
    if event is None:
        return False
    name = re.sub(r"^[Tt]he\s+", "", event["what"])
    own = bool(_HOUSE.match(name))
    said = "organization" if own else bench.kind_of(name)
    body = house(bench) if own else name
    if event["founded"] and (said == "organization" or body == bench.organization) and body:
        _founded(bench, when, block, offset, event, Entity(body, "organization"))
        return True
    if when is None or "/" in (when.value.edtf or ""):
        return False
    known = bench.page.names.get(key_of(name))
    words = name.split()
    proper = (
        len(words) > 1 and words[0][0].isupper() and words[1][0].isupper() and said in ("", "place", "organization")
    )
    proper = proper and (known is not None or when.block is not block)
    if (event["opened"] and (said in ("project", "product") or proper)) or (event["released"] and said == "product"):
        kind = said if said in ("project", "product", "event") else "project"
        _when(bench, when, Entity(name, kind), "opened_on" if event["opened"] else "released_on")
        return True
    return False


def _founded(
    bench: Workbench, when: Moment | None, block: Block, offset: int, event: re.Match[str], body: Entity
) -> None:
    if when is None or "/" not in (when.value.edtf or ""):
        _when(bench, when, body, "founded_on")
    if event["by"]:
        start = offset + event.start("by")
        for match in re.finditer(
            r"(?:\s+by\s+|\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)([^,&]+?)(?=,|\s+and\s|\s*&|$)", event["by"]
        ):
            name = named(re.sub(r"^(?:brothers|sisters|siblings|the)\s+", "", match[1]))
            if is_person(bench, name):
                at = block.text.find(name, start)
                bench.emit(block, (at, at + len(name)), body, "founder", Value("person", name), {}, "timeline", 0.8)
