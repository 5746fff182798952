"""Single lines that are structure: careers, timelines, contact lines, "figure: what it is", lists of people."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from checker import lazy
from checker.claims.structured import cells, chronicle, own
from checker.claims.structured.attendance import people
from checker.claims.structured.begun import dated_names
from checker.claims.structured.context import Entity, Workbench, is_empty, named
from checker.claims.structured.figures import amount, date
from checker.claims.structured.headings import heading
from checker.claims.structured.lexicon import fold
from checker.claims.structured.moments import moment
from checker.claims.structured.posts import Post, Term, entries, hold, is_person, is_title, post, shifted, term
from checker.claims.structured.posts_in_columns import names_post
from checker.claims.structured.snippets import read_snippets
from checker.claims.structured.timeline import read_event
from checker.model import Block, Value
from checker.packs.vocabulary import vocabulary

_LONG = 300
_WHEN = (
    r"(?:(?:since|from|until)\s+)?(?:(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+)?(?:1[89]|20)\d\d(?:-(?:0[1-9]|"
    r"1[0-2])(?!\d)(?:-\d\d)?)?"
    r"(?:\s*(?:–|—|-|to|until)\s*(?:(?:(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+)?(?:1[89]|20)\d\d(?:-\d\d)?|"
    r"\d\d\b|present|now|today|date)?)?"
)
_CAREER = lazy.compile(rf"\W{{0,3}}(?P<when>{_WHEN})\W{{0,3}}\s*[:,;.|–—-]?\s*(?P<what>.+)", re.S)
_KEY = lazy.compile(r"(?P<key>[^:|\n]{2,60}?)\s*(?::\s+|\s\|\s)(?P<value>.+)", re.S)
_FIGURE = lazy.compile(
    r"(?P<figure>(?:[~≈<>]|about |around |over |more than |nearly |some )?(?:US|C|"
    r"A)?[$€£¥]?\s?\d[^:]{0,40}?)\s*(?::|\s[–—-])\s+(?P<label>\D.{2,160})",
    re.S,
)


def read_line(bench: Workbench, block: Block) -> None:
    """Draft what a line says as structure; lines that are sentences say nothing here."""
    text = block.text.strip()
    if not text or len(text) > 4 * _LONG or read_snippets(bench, block):
        return
    if block.kind == "paragraph" and len(pieces := _stations(block.text)) > 1:
        for start, end in pieces:
            with_part(bench, block, start, end, lambda part: _career(bench, part))
        return
    if _entry(bench, block) or chronicle.read_round_line(bench, block) or len(text) > _LONG:
        return
    _seat(bench, block)
    if len(fields := _fields(block.text)) > 1:
        for start, end in fields:
            with_part(bench, block, start, end, lambda part: _keyed(bench, part))
        return
    if _career(bench, block) or _figure(bench, block) or _counted(bench, block):
        return
    _keyed(bench, block)


_NEXT_KEY = lazy.compile(r"(?<=[^\s.])(?:[.;]\s+(?=[A-Z][^:.;·•|\n]{1,60}:\s)|\s+[·•|]\s+(?=[A-Z]))")


def _fields(text: str) -> list[tuple[int, int]]:
    """The fields of "Based in: Galway. Employees: 85.": each part of the line is a key with its value."""
    spans = cells.parts(text, _NEXT_KEY.pattern)
    keyed = [(a, b) for a, b in spans if _KEY.match(text[a:b])]
    return spans if len(spans) > 1 and len(keyed) == len(spans) else keyed if len(keyed) > 2 else []


_STATION = lazy.compile(r"(?:1[89]|20)\d\d\s*[–—-]\s*(?:(?:1[89]|20)\d\d|present|now|today)\b")


def _stations(text: str) -> list[tuple[int, int]]:
    """The stations of a career that a paragraph runs together: it begins with a span of years, and so does each."""
    found = [match.start() for match in _STATION.finditer(text)]
    if len(found) < 2 or text[: found[0]].strip(" *•-"):
        return []
    return list(zip(found, [*found[1:], len(text)], strict=True))


def with_part(bench: Workbench, block: Block, start: int, end: int, read: Callable[[Block], object]) -> None:
    """Let ``read`` see a part of a block, and put its drafts where they stand in the whole."""
    before = len(bench.drafts)
    part = Block(block.kind, block.text[start:end], block.pieces)
    read(part)
    for draft in bench.drafts[before:]:
        if draft.block is part:
            draft.block, draft.start, draft.end = block, draft.start + start, draft.end + start


_LEAD = lazy.compile(r"(?P<name>[A-Z][^()\n]{1,50}?)\s*\((?P<place>[A-Z][^(),;\d]{2,40})(?:[,;][^()]*)?\)")


def _seat(bench: Workbench, block: Block) -> None:
    """ "**Acme** (Lisbon, cells): …": a bold lead that names an organization and says where it is."""
    match = _LEAD.match(block.text)
    if (
        match is None
        or block.lead is None
        or not block.lead[0] <= match.start("name") <= match.end("name") <= block.lead[1] + 1
    ):
        return
    place = match["place"].strip()
    if (bench.kind_of(place) == "place" or place.casefold() in vocabulary().words["places"]) and bench.kind_of(
        named(match["name"])
    ) in ("organization", ""):
        at = match.start("place")
        about = Entity(named(match["name"]), "organization")
        bench.emit(block, (at, at + len(place)), about, "headquarters", Value("place", place), {}, "lead", 0.75)


def _career(bench: Workbench, block: Block) -> bool:
    match = _CAREER.match(block.text)
    if match is None or block.kind not in ("item", "paragraph"):
        return _trailing(bench, block)
    what, offset = match["what"], match.start("what")
    when = moment(bench, block, match["when"], match.start("when"))
    if read_event(bench, when, block, offset, what):
        return True
    person = _whose(bench)
    if person is None or re.search(r"[.!?]\s+[A-Z]", what):
        return False
    found = post(bench, what.rstrip(". "), offset)
    if found is None or len(found.title.split()) > 9:
        return False
    held = term(match["when"], bench.published)
    if not (held.start or held.end):
        return False
    _post_line(bench, block, person, found, match.start("when"), held)
    return True


def _entry(bench: Workbench, block: Block) -> bool:
    """The first sentence of an entry under a bold date."""
    match = _CAREER.match(block.text) if block.lead is not None else None
    if match is None or block.lead is None or match.end("when") > block.lead[1] + 3:
        return False
    when = moment(bench, block, match["when"], match.start("when"))
    return read_event(bench, when, block, match.start("what"), match["what"])


_END = lazy.compile(
    r"\((?P<when>[^()]*\d{4}[^()]*)\)\W*$|[,:|–—-]\s+(?P<bare>(?:since\s+)?(?:19|20)\d\d(?:\s*(?:–|—|-|"
    r"to)\s*(?:\d{2,4}|present|now)?)?)\W*$"
)


def _trailing(bench: Workbench, block: Block) -> bool:
    """ "CTO, Acme (2019–2022)" in a list under a person."""
    match, person = _END.search(block.text), _whose(bench)
    if match is None or person is None or block.kind != "item":
        return False
    when = term(match["when"] or match["bare"], bench.published)
    found = post(bench, block.text[: match.start()].rstrip(" ,:|–—-("))
    if found is None or not (when.start or when.end) or not found.organization or len(found.title.split()) > 9:
        return False
    at = match.start("when") if match["when"] else match.start("bare")
    _post_line(bench, block, person, found, at, when)
    return True


def _whose(bench: Workbench) -> str | None:
    if bench.heading is not None and bench.heading.kind == "person":
        return bench.heading.name
    if bench.person is None and bench.heading is None and bench.titled is not None:
        return bench.titled.name if is_person(bench, bench.titled.name) else None
    return bench.person


def _post_line(bench: Workbench, block: Block, person: str, found: Post, at: int, when: Term) -> None:
    moved = Term(shifted(when.start, at), shifted(when.end, at), when.status)
    full = Post(
        found.title, found.start, found.end, found.organization, found.place, found.status or when.status, moved
    )
    hold(bench, block, person, full, "", "career", when=True)


_LABEL_FOR = lazy.compile(
    r"\s+(?:at|of|for|in)\s+(?:the\s+)?(?P<name>[A-Z][\w&.'’-]*(?:\s+(?:of\s+)?[A-Z][\w&.'’-]*)*)"
)


def _figure(bench: Workbench, block: Block) -> bool:
    """ "$380B: valuation as of February 2026"; "2,300–5,000: estimated employee count at Acme (2026)"."""
    match = _FIGURE.match(block.text.lstrip("*- •"))
    if match is None:
        return False
    shift = len(block.text) - len(block.text.lstrip("*- •"))
    label = match["label"].strip(" .*")
    about = (
        bench.heading
        if bench.heading and bench.heading.kind == "organization"
        else Entity(bench.organization, "organization")
        if bench.organization
        else None
    )
    plain = re.sub(r"\([^()]*\)", " ", label)
    plain = re.sub(r"\b(?:as of|as at|at the end of|in|by|at end of)\s+(?:[A-Z][a-z]+ )?\d{4}\b.*$", " ", plain)
    owner = _LABEL_FOR.search(plain)
    possessive = re.match(r"(?P<name>[A-Z][\w&. -]*?)['’]s\s+(?P<rest>.+)", plain)
    if possessive is not None:
        about, plain = Entity(possessive["name"], "organization"), possessive["rest"]
    elif owner is not None and bench.kind_of(owner["name"]) in ("organization", ""):
        if date(owner["name"], None) is None:
            about = Entity(owner["name"], "organization")
        plain = plain.replace(owner[0], " ")
    found = heading(plain.strip(" ,;"), bench.words, bench.published)
    if found.role != "attribute" or about is None:
        return True
    attribute = bench.words.attributes[found.name]
    if attribute.subject != "organization" or attribute.value not in ("money", "quantity"):
        return True
    rough = bool(re.match(r"(?:an? )?(?:estimated|approximate|about|rough)", label, re.I))
    value = amount(match["figure"], attribute.value, None, 1.0, bench.published)
    when = date(label, bench.published)
    if value is None or (value.value.low is None and value.value.high is None):
        return True
    said = replace(value.value, approximate=value.value.approximate or (rough and value.value.low == value.value.high))
    extra = {"as_of": when.value.edtf or ""} if when is not None else {}
    if attribute.key == "period" and when is not None:
        extra["period"] = when.value.text
    if attribute.key == "scope" and found.scope:
        extra["scope"] = found.scope
    bench.emit(block, (value.start + shift, value.end + shift), about, found.name, said, extra, "definition", 0.85)
    return True


_COUNTED = lazy.compile(
    r"(?:a |an )?(?P<figure>(?:(?:about|around|over|more than|nearly|some|almost|approx\.?|c\.)\s+|[~≈<>]\s?)?"
    r"(?:(?:US|C|A)?[$€£¥]\s?|[A-Z]{3}\s)?\d[\d.,]*\s?(?:k|m|mn|bn|million|billion|thousand)?\+?)"
    r"(?:\s+(?:of|in|for))?\s+(?P<label>[a-z][a-z -]{2,40}?)"
    r"(?P<when>\s*[(,]?\s*(?:(?:in|at|for|as of|as at|on|end of)\s+)?(?:FY)?[\w ]{0,24}(?:19|20)\d\d"
    r"(?:[/–-]\d\d)?\)?)?\W*"
)


def _counted(bench: Workbench, block: Block) -> bool:
    """ "- 61 staff", "- £2.3m turnover" in a list of figures: whose page it is."""
    match = _COUNTED.fullmatch(block.text.strip()) if block.kind == "item" else None
    body = bench.heading.name if bench.heading and bench.heading.kind == "organization" else bench.organization
    if match is None or not body:
        return False
    found = heading(match["label"], bench.words, bench.published)
    if found.role != "attribute" or bench.words.attributes[found.name].subject != "organization":
        return False
    when = date(match["when"] or bench.title, bench.published)
    given = cells.Given(
        as_of=(when.value.edtf or "") if when is not None else "",
        period=when.value.text if when is not None else "",
        scope=found.scope or (match["label"] if found.name == "users" else ""),
    )
    start = block.text.find(match["figure"])
    read = partial(_value, bench, Entity(body, "organization"), found.name, given)
    with_part(bench, block, start, start + len(match["figure"]), read)
    return True


_DASHED = lazy.compile(r"(?P<title>[^–—|:,()]{3,50}?)\s+[–—|-]\s+(?P<name>[^–—|:,()]{3,50})$")


def _dashed(bench: Workbench, block: Block, body: str) -> bool:
    """ "Stage manager – Ole Friis" in a list."""
    match = _DASHED.match(block.text.strip())
    if match is None or not body or not is_title(match["title"]) or not names_post(match["title"]):
        return False
    name = named(match["name"])
    if not is_person(bench, name) or is_title(match["name"]):
        return False
    held = Post(match["title"], match.start("title"), match.end("title"), status="current")
    hold(bench, block, name, held, body, "list")
    return True


def _introduced(bench: Workbench, block: Block) -> bool:
    """ "**Samira Haq**: Treasurer; partner at Lund & Co": a bold name, and what they are."""
    match = _KEY.match(block.text)
    if match is None or block.lead is None or block.lead[1] < match.end("key") - 1:
        return False
    name, first = named(match["key"]), re.split(r"\s*[;.]\s", match["value"].rstrip(" ."))[0]
    found = post(bench, first, match.start("value")) if is_person(bench, name) and len(first.split()) <= 9 else None
    body = bench.heading.name if bench.heading and bench.heading.kind == "organization" else bench.organization
    if found is None or not is_title(found.title) or len(found.title.split()) > 6:
        return False
    hold(bench, block, name, found, body or "", "list")
    return True


def _keyed(bench: Workbench, block: Block) -> None:
    """A lone ``Key: value`` line: contacts, officers, and attributes under their exact names."""
    match = _KEY.match(block.text)
    if match is None:
        _listed(bench, block)
        return
    if _introduced(bench, block):
        return
    key, value, offset = match["key"].strip(" *•-"), match["value"].rstrip(" ."), match.start("value")
    dated_key = None
    if "," in key and fold(key) not in bench.words.exact:
        key, _, rest = key.partition(",")
        dated_key = date(rest, bench.published)  # "Sales, 2024: £740,000"
    folded = fold(key)
    if folded in bench.words.contacts or (
        folded.split(" ")[0] in ("media", "press") and ("contact" in folded or "enquir" in folded or "inquir" in folded)
    ):
        contact(bench, block, value, offset)
        return
    if block.kind in ("item", "paragraph") and dated_names(bench, key, block, value, offset):
        return
    found = heading(key, bench.words, bench.published)
    if dated_key is not None and found.role == "attribute" and not (found.as_of or found.period):
        found = replace(found, as_of=dated_key.value.edtf or "", period=dated_key.value.text)
    dated = found.role == "attribute" and bool(found.as_of or found.period)
    if block.kind not in ("item", "paragraph") or (folded not in bench.words.exact and not dated):
        return
    about = (
        bench.heading
        if bench.heading and bench.heading.kind == "organization"
        else Entity(bench.organization, "organization")
        if bench.organization
        else None
    )
    if (mine := own.meaning(bench, found)) is not None:
        found = replace(found, role="attribute", name=mine.name, others=())
        about = own.line_about(bench, mine.subject)
    if about is None or is_empty(value, bench.words):
        return
    if found.role != "people" and re.search(r"[.!?]\s+[A-Z]", value):
        return
    if found.role == "people" or found.role == "officer":
        listed = people(bench, block, offset) if found.role == "people" else entries(bench, value, offset)
        for name, held in listed:
            if found.role == "people" and held is not None:
                hold(bench, block, name, held, about.name, "line")
            elif found.role == "officer":
                at = block.text.find(name, offset)
                hold(
                    bench,
                    block,
                    name,
                    Post(key, match.start("key"), match.start("key") + len(key), status="current"),
                    about.name,
                    "line",
                    employer=(block, at, at + len(name)),
                )
    elif (
        found.role == "attribute"
        and bench.words.attributes[found.name].subject == about.kind
        and not found.others
        and _plain(bench, found.name, value)
    ):
        given = cells.Given(found.currency, found.times, "", found.as_of, found.period, found.scope)
        read = partial(_value, bench, about, found.name, given)
        with_part(bench, block, offset, offset + len(value), read)


def _value(bench: Workbench, about: Entity, attribute: str, given: cells.Given, part: Block) -> None:
    cells.read(bench, part, about, attribute, given, "line", None)


_STARTS = lazy.compile(
    r"[\s\"“(]*(?:(?:about|around|some|over|nearly|almost|approx\S*|approximately|roughly|circa|c\.|ca\.|just|"
    r"more than|at least|up to|under|in|on|est\S*)\s+){0,2}[~≈<>]?\s?(?:[A-Z]{0,3}\s?[$€£¥₹]|[A-Z]{3}\s|Rs\.? "
    r"?)?(?:\d|[A-Z][a-z]{2,8}\.? \d)",
    re.I,
)


def _plain(bench: Workbench, attribute: str, value: str) -> bool:
    """A value rather than a sentence: it begins with its figure or date, or is a few words."""
    kind = bench.words.attributes[attribute].value
    return (
        bool(_STARTS.match(value))
        if kind in ("date", "money", "quantity")
        else len(value.split()) <= 10 and not value.endswith((".", "?", "!"))
    )


def contact(bench: Workbench, block: Block, text: str, offset: int) -> None:
    """ "Media: A. Sarr, Head of Communications, +351 …": a title at whoever issued the page."""
    for name, found in entries(bench, text, offset):
        issuer = bench.issuer or bench.organization or ""
        if found is not None:
            bench.issuer = found.organization or bench.issuer
            hold(bench, block, name, found, issuer, "contact", status="current")


_PEOPLE = lazy.compile(
    r"\b(?:board|team|trustees|directors|leadership|management|executives|officers|committee|people|staff)\b", re.I
)
_STUDIES = lazy.compile(r"\b(?:education|studies|degrees?|academic|qualifications)\b", re.I)


def _listed(bench: Workbench, block: Block) -> None:
    """ "Ana Sá, chief executive, Acme" as a list item; under "Board" or "Team" the page's organization goes without
    saying."""
    if block.kind != "item" or re.search(r"[.!?]\s+[A-Z]", block.text):
        return
    person = _whose(bench)
    if person and _STUDIES.search(bench.title):
        given = cells.Given()
        cells.read(bench, block, Entity(person, "person"), "alma_mater", given, "list", None)
        return
    heading_body = bench.heading.name if bench.heading and bench.heading.kind == "organization" else bench.organization
    body = heading_body or "" if _PEOPLE.search(bench.title) else ""
    if _dashed(bench, block, heading_body or ""):
        return
    for name, found in entries(bench, block.text)[:1]:
        if found is not None and len(found.title.split()) <= 8:
            hold(bench, block, name, found, body, "list")
