"""Dated happenings in few words: "2019 – Acme buys Borealis", "May 2024 | Dermot Pye leaves as chairman"."""

from __future__ import annotations

import re

from checker import lazy
from checker.claims.structured import chronicle
from checker.claims.structured.context import Entity, Workbench, named
from checker.claims.structured.figures import amount, date
from checker.claims.structured.headings import heading
from checker.claims.structured.moments import HOUSE, Moment, emit_when, house, meant, moment
from checker.claims.structured.posts import hold, is_person, post
from checker.model import Block, Record, Value
from checker.packs.vocabulary import vocabulary
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
    r"(?P<what>(?:[Tt]he\s+)?[A-Z][^,;:()]{1,60}?)\s+(?:is |was |were )?(?:(?P<founded>founded|set up|established|"
    r"formed|incorporated|created|started|registered|constituted|chartered|begins (?:trading|operations)|"
    r"began (?:trading|operations)|starts trading|started trading)\b|"
    r"(?P<opened>opens|opened|inaugurated|enters service|entered service)\b|"
    r"(?P<released>released|launches|launched|ships|shipped|published)\b)"
    r"(?P<by>\s+by\s+[A-Z][^.;()]+)?"
)
_DEAL = lazy.compile(
    r"(?P<buyer>[A-Z][\w&.' -]{1,50}?)\s+(?:(?:completes|completed|closes|closed)\s+(?:its\s+|"
    r"the\s+)?(?:purchase|acquisition|takeover|buyout)\s+of|acquires|acquired|buys|bought|takes over|took over)\s+"
    r"(?P<target>(?:the\s+)?(?:[A-Z][\w&.'-]*(?:\s+(?:[A-Z&][\w&.'-]*|of|and))*|(?<=the )[a-z]+))"
)
_SOLD = lazy.compile(
    r"(?P<target>(?:the\s+)?[A-Z][\w&.' -]{1,50}?)\s+(?:is |was )?(?:bought|acquired|taken over|purchased|sold)\s+"
    r"(?:by|to)\s+(?:the\s+)?(?P<buyer>[A-Z][\w&.'-]*(?:\s+(?:[A-Z&][\w&.'-]*|of|and))*)"
)
_PRICE = lazy.compile(r"\s+for\s+(?:a\s+price\s+of\s+)?(?P<sum>(?:about\s+|around\s+)?\S.{0,30})")
_HAPPENS = lazy.compile(
    r"\b(?:joins|joined|appointed|elected|named|becomes|became|leaves|left|retires|retired|resigns|resigned|founded|"
    r"established|formed|incorporated|created|opens|opened|inaugurated|launched|released|acquires|acquired|buys|"
    r"bought|sold|moves|moved|merged|merges|closes|closed|begins|began|set up|takes over|took over)\b",
    re.I,
)


_ASIDE = lazy.compile(r"([A-Z][^,.;:()]{2,60}), [^,.;:]{2,40}, (?=(?:is|was|are|were|opens|buys|acquires|closes)\b)")


def read_timeline(bench: Workbench, header: list[Block], rows: list[list[Block]]) -> bool:
    """Draft the happenings of a table of dates and what happened; False for a table of another make."""
    if len(rows) < 2 or any(len(row) != 2 for row in rows) or len(header) not in (0, 2):
        return False
    if header and heading(header[0].text, bench.words, bench.published).role not in ("qualifier", "", "time"):
        return False
    dated = [date(row[0].text, bench.published) is not None and len(row[0].text) < 40 for row in rows]
    happens = [bool(_HAPPENS.search(row[1].text)) for row in rows]
    few = len(rows) if header else 2 * sum(happens)  # without a header, one row of happenings tells
    if sum(dated) * 10 < len(rows) * 8 or not any(happens) or sum(happens) * 2 < min(len(rows), few):
        return False
    if any(chronicle.bought_by(row[1].text, house(bench)) for row in rows):
        return True  # the page's leading name is whom the entries call the buyer: whose entries they are is not said
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
    what = _ASIDE.sub(lambda m: m[1] + " " * (len(m[0]) - len(m[1])), what)
    return (
        _dealt(bench, when, block, offset, what)
        or _began(bench, when, block, offset, what)
        or chronicle.read_entry(bench, when, block, offset, what)
    )


def read_entries(bench: Workbench, record: Record) -> bool:
    """Draft the entries of a chronicle in columns, "1936   Founded by K. Asante"; False for another."""
    pairs = [(field.name, field.value) for field in record.fields if isinstance(field.value, Block)]
    dates = [date(key, bench.published) for key, _ in pairs]
    if len(pairs) < 2 or not all(
        found is not None and len(key) < 30 for found, (key, _) in zip(dates, pairs, strict=True)
    ):
        return False
    if any(chronicle.bought_by(block.text, house(bench)) for _, block in pairs):
        return True
    for found, (_, block) in zip(dates, pairs, strict=True):
        if found is not None:
            begun = Moment(block, 0, max(1, len(block.text.split()[0])), found.value)
            read_event(bench, begun, block, 0, block.text)
    return True


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
        emit_when(bench, when, who, "joined_on", body)
    elif leaves and (not bench.published or when is None or (when.value.edtf or "") <= bench.published):
        emit_when(bench, when, who, "left_on", body)


def _dealt(bench: Workbench, when: Moment | None, block: Block, offset: int, what: str) -> bool:
    """ "Acme buys Borealis", "Club bought by Northgate Holdings for £4.5m"."""
    deal = _SOLD.match(what) or _DEAL.match(what)
    if deal is None:
        return False
    buyer, target = named(deal["buyer"]), meant(bench, deal["target"])
    passive = deal.re is _SOLD
    if HOUSE.match(target):
        target = house(bench)
    kinds = bench.kind_of(buyer), bench.kind_of(target) if target != bench.organization else "organization"
    if (
        not target
        or kinds[1] != "organization"
        or kinds[0] not in (("organization", "") if passive or when is not None else ("organization",))
    ):
        return False
    about = Entity(target, "organization")
    at = offset + deal.start("buyer"), offset + deal.end("buyer")
    bench.emit(block, at, about, "acquired_by", Value("organization", buyer), {}, "timeline", 0.8)
    emit_when(bench, when, about, "acquired_on")
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
    name = re.sub(r"^[Tt]he\s+", "", event["what"]).strip()
    own = bool(HOUSE.match(name))
    said = "organization" if own else bench.kind_of(name)
    body = house(bench) if own else name
    if event["founded"] and body and (said == "organization" or body == bench.organization or _is_new(said, name)):
        _founded(bench, when, block, offset, event, Entity(meant(bench, body), "organization"))
        return True
    if when is None or "/" in (when.value.edtf or ""):
        return False
    thing = _opened(bench, name, said, known=when.block is not block) if event["opened"] else None
    if event["released"] and said == "product":
        thing = Entity(name, "product")
    if thing is not None:
        emit_when(bench, when, thing, "opened_on" if event["opened"] else "released_on")
    return thing is not None


def _is_new(said: str, name: str) -> bool:
    """Whether a name of no known kind has the form of a body's: "Sable Air is incorporated"."""
    words = name.split()
    return said == "" and len(words) > 1 and all(word[0].isupper() or word in _INNER for word in words)


_INNER = ("of", "and", "for", "the", "de", "du", "la", "&")


def _opened(bench: Workbench, name: str, said: str, *, known: bool) -> Entity | None:
    """What opens, where it is a thing that the page names, or names itself: "Terminal 2", "The Roscarn mill"."""
    if said in ("project", "product"):
        return Entity(meant(bench, name), said)
    nouns, words = vocabulary().words["project_nouns"], name.split()
    full = meant(bench, name)
    if full != name and bench.kind_of(full) == "project":
        return Entity(full, "project")  # "the airport", of Tarn Airport
    formed = len(words) > 1 and words[0][0].isupper()
    numbered = formed and words[-1].isdigit() and words[-2].casefold() in nouns
    plain = words[0].casefold() in vocabulary().words["common"]
    if numbered or (formed and not plain and words[-1].casefold() in nouns):
        return Entity(name, "project")
    proper = formed and words[1][0].isupper() and said in ("", "place", "organization")
    if proper and (known or bench.page.names.get(key_of(name)) is not None):
        return Entity(name, "project")
    return None


def _founded(
    bench: Workbench, when: Moment | None, block: Block, offset: int, event: re.Match[str], body: Entity
) -> None:
    if when is None or "/" not in (when.value.edtf or ""):
        emit_when(bench, when, body, "founded_on")
    if event["by"]:
        start = offset + event.start("by")
        for match in re.finditer(
            r"(?:\s+by\s+|\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)([^,&]+?)(?=,|\s+and\s|\s*&|$)", event["by"]
        ):
            name = named(re.sub(r"^(?:brothers|sisters|siblings|the)\s+", "", match[1]))
            if is_person(bench, name):
                at = block.text.find(name, start)
                bench.emit(block, (at, at + len(name)), body, "founder", Value("person", name), {}, "timeline", 0.8)
