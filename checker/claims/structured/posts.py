"""Posts and who holds them, in short texts: "CTO, Acme (2019–2022)", "Ana Sá (chair)", "Ana Sá, Head of Press,
Acme"."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from checker import lazy
from checker.claims.structured.context import Entity, Workbench, guess, named
from checker.claims.structured.figures import date
from checker.model import Block, Found, Value
from checker.packs.vocabulary import vocabulary
from checker.passages import key_of

_FORMER = lazy.compile(r"^(?:former(?:ly)?|previous(?:ly)?|ex|past|then|outgoing|retired)[\s-]+(?=\w)", re.I)
_INCOMING = lazy.compile(r"^(?:incoming|future|next)\s+(?=\w)|\s*[,(]?\s*(?:-elect|designate|elect)\)?$", re.I)
_CURRENT = lazy.compile(r"^(?:current(?:ly)?|now|present(?:ly)?|since)\b[:,]?\s+(?=[A-Za-z])", re.I)
_MARK = lazy.compile(
    r"^\W*(?:(?P<former>former|until\b.*|retired|to\b.*|resigned|left\b.*|stepped down.*|departed.*|ex|outgoing|"
    r"past|previous)|(?P<incoming>incoming|designate|elect|from\b.*)|"
                   r"(?P<current>current|present|since\b.*|incumbent))\W*$", re.I)  # fmt: skip
_TERM = lazy.compile(
    r"(?P<from>(?:\w+\.? )?(?:\d{1,2} )?(?:\w+\.? )?(?:1[89]|20)\d\d|\d{4}-\d\d(?:-\d\d)?)\s*(?:–|—|-|to|"
    r"until)\s*(?P<to>(?:\d{1,2} )?(?:[A-Za-z]+\.? )?(?:1[89]|20)\d\d|\d{4}-\d\d(?:-\d\d)?|\d\d(?!\d)|present|"
    r"now|today|date|current|ongoing)?",
    re.I,
)
_SINCE = lazy.compile(
    r"\b(?:since|from|(?:re-?)?(?:appointed|elected|co-opted|joined)(?:\s+on)?)\s+"
    r"(?P<from>(?:\d{1,2} )?(?:[A-Za-z]+ )?(?:1[89]|20)\d\d)",
    re.I,
)
_UNTIL = lazy.compile(
    r"\b(?:until|till|to|(?:resigned|retired|stepped down|stood down|left|died)(?:\s+on)?)\s+"
    r"(?P<to>(?:\d{1,2} )?(?:[A-Za-z]+ )?(?:1[89]|20)\d\d)",
    re.I,
)
_PRESENT = ("present", "now", "today", "date", "current", "ongoing")


class Term(Struct, frozen=True):
    """From when to when somebody held a post (EDTF, "" where not said), and the status that gives."""

    start: Found | None = None
    end: Found | None = None
    status: str = ""


class Post(Struct, frozen=True):
    """A title at ``start:end`` of a text, the organization beside it ("" for none) at ``place``, status and term."""

    title: str
    start: int
    end: int
    organization: str = ""
    place: tuple[int, int] = (0, 0)
    status: str = ""
    term: Term = Term()


@lru_cache(maxsize=8192)
def is_title(text: str) -> bool:
    """Whether a short text can be a title of a post: it has the head of one, in a place where heads stand."""
    lists = vocabulary().words
    tokens = re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text.casefold())
    if not tokens or len(tokens) > 14:
        return False
    heads, levels = lists["heads"], lists["levels"]
    if len(tokens) > 1 and tokens[0] in lists["honorifics"] and tokens[1] in lists["first_names"]:
        return False  # "Canon Peter Sturrock"
    found = [t for t in tokens if t in heads or (t.rpartition("-")[2] in heads and "-" in t)]
    if not found:
        return False
    return len(tokens) > 1 or tokens[0] not in ("member", "master", "reader", "lead", "group") or tokens[0] in levels


def term(text: str, published: str | None) -> Term:
    """The term that a text gives: "2019–2022", "since 2016", "until March 2020", "2020–"."""
    if (match := _TERM.search(text)) is not None:
        start, until = _dated(text, match.span("from"), published), (match["to"] or "").casefold()
        if until in _PRESENT or not until:
            closed = until or re.search(r"[–—-]\s*$|[–—-]\s*\)", text[match.start() :])
            return Term(start, None, "current" if closed else "")
        end = _dated(text, match.span("to"), published)
        if re.fullmatch(r"\d\d", until) and start is not None and start.value.edtf:
            year = start.value.edtf[:2] + until
            if year < start.value.edtf[:4]:
                return Term(start)
            end = Found(*match.span("to"), Value("date", until, edtf=year))
        return Term(start, end, _past(end, published))
    since, left = _SINCE.search(text), _UNTIL.search(text)
    start = _dated(text, since.span("from"), published) if since is not None else None
    end = _dated(text, left.span("to"), published) if left is not None else None
    if since is None and left is None:
        return Term()
    return Term(start, end, _past(end, published) if left is not None else "current")


def _past(end: Found | None, published: str | None) -> str:
    if end is None or not end.value.edtf:
        return ""
    return "former" if not published or end.value.edtf <= published else "current"


def _dated(text: str, span: tuple[int, int], published: str | None) -> Found | None:
    found = date(text[slice(*span)], published)
    return None if found is None else Found(found.start + span[0], found.end + span[0], found.value)


def post(bench: Workbench, text: str, offset: int = 0) -> Post | None:
    """The post that a text names, with the organization where one stands beside it; offsets count from ``-offset``."""
    status, when, rest, shift = "", Term(), text, 0
    for inside in re.finditer(r"\s*[(\[]([^()\[\]]*)[)\]]", rest):
        mark = _MARK.match(inside[1])
        found = term(inside[1], bench.published)
        if found.start or found.end:
            when = Term(shifted(found.start, inside.start(1)), shifted(found.end, inside.start(1)), found.status)
        if mark is not None:
            status = mark.lastgroup or ""
        elif (
            not (found.start or found.end)
            and not re.search(r"interim|acting", inside[1], re.I)
            and bench.kind_of(inside[1]) != "organization"
        ):
            continue
    rest = re.sub(r"\s*[(\[][^()\[\]]*[)\]]", lambda m: " " * len(m[0]), rest)
    for name, pattern in (("former", _FORMER), ("incoming", _INCOMING), ("current", _CURRENT)):
        match = pattern.search(rest)
        if match is not None and match.start() == 0:
            status, shift = name, match.end()
        elif match is not None:
            status, rest = name, rest[: match.start()]
    tail = re.search(
        r",?\s+(?:since|from|until)\s+(?:\w+ ){0,2}\d{4}\s*$|[,:]?\s+(?:1[89]|20)\d\d\s*[–—-]\s*(?:(?:1[89]|"
        r"20)?\d\d|present|now)?\s*$",
        rest,
    )
    if tail is not None:
        found = term(tail[0], bench.published)
        when = Term(shifted(found.start, tail.start()), shifted(found.end, tail.start()), found.status)
        rest = rest[: tail.start()]
    title, organization, place = _parted(bench, rest, shift)
    if title is None:
        return None
    start, end = title
    return Post(
        rest[start:end],
        start + offset,
        end + offset,
        organization,
        (place[0] + offset, place[1] + offset),
        status or when.status,
        Term(shifted(when.start, offset), shifted(when.end, offset), when.status),
    )


_BESIDE = lazy.compile(r"(?P<title>[^,;()]{3,60}),\s+(?P<body>(?:the\s+)?[A-Z][^,;()]{2,60})\s*$")


def post_beside(text: str, offset: int = 0) -> Post | None:
    """ "Trainer, Academia Torre Blanca" in a cell that holds a post: what follows the comma and has the form of a
    name is the organization, whatever it is known as."""
    match = _BESIDE.match(text.strip())
    if match is None or not is_title(match["title"]) or is_title(match["body"]) or _UNIT.match(match["body"]):
        return None
    words = match["body"].split()
    if sum(word[0].isupper() for word in words) * 2 < len(words) or guess(match["body"]) == "place":
        return None
    lead = len(text) - len(text.lstrip()) + offset
    span, body = match.span("title"), match.span("body")
    return Post(match["title"], span[0] + lead, span[1] + lead, named(match["body"]), (body[0] + lead, body[1] + lead))


def shifted(found: Found | None, by: int) -> Found | None:
    """The same value ``by`` characters further on."""
    return None if found is None else Found(found.start + by, found.end + by, found.value)


_AT = lazy.compile(r"\s+(?:at|@|with)\s+(?:the\s+)?(?=[A-Z0-9])|\s+[–—|-]\s+|\s*\|\s*|[,;]\s+")
_OF = lazy.compile(r"\s+(?:of|for|to)\s+(?:the\s+)?(?=[A-Z])")


def _parted(bench: Workbench, text: str, shift: int) -> tuple[tuple[int, int] | None, str, tuple[int, int]]:
    """The title's span, the organization beside it, and its span."""
    parts, at = [], shift
    for gap in _AT.finditer(text, shift):
        parts.append((at, gap.start(), gap[0]))
        at = gap.end()
    parts.append((at, len(text), ""))
    spans = [_trim(text, a, b) for a, b, _ in parts]
    for place in range(len(spans) - 1, 0, -1):
        piece = text[slice(*spans[place])]
        by_at = parts[place - 1][2].strip().split(" ")[0] in ("at", "@", "with")
        if by_at or _is_body(bench, piece):
            left, right = (spans[0][0], spans[place - 1][1]), spans[place]
            if place == 1 and _is_body(bench, text[slice(*left)]) and is_title(piece) and not by_at:
                continue
            if is_title(text[slice(*left)]):
                return left, named(piece), right
    if len(spans) > 1 and _is_body(bench, text[slice(*spans[0])]) and is_title(text[spans[1][0] : spans[-1][1]]):
        return (spans[1][0], spans[-1][1]), named(text[slice(*spans[0])]), spans[0]
    whole = (spans[0][0], spans[-1][1])
    for match in reversed(list(_OF.finditer(text, *whole))):
        piece = text[match.end() : whole[1]]
        if (
            "," not in piece
            and _is_body(bench, piece)
            and not _is_field(piece, bench)
            and is_title(text[whole[0] : match.start()])
        ):
            return (whole[0], match.start()), named(piece), (match.end(), whole[1])
    return (whole if is_title(text[slice(*whole)]) else None), "", (0, 0)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip(" *")), start + len(part.rstrip(" *.,;:"))


_UNIT = lazy.compile(
    r"(?:Department|Division|Faculty|Unit|Team|Section|School|Chair|Board|Committee|Head|Directorate|Bureau) "
    r"(?:of|for)\b|.*\b(?:Department|Division|Team|Unit|Directorate|Committee)$"
)


def _is_field(text: str, bench: Workbench) -> bool:
    """Common words only, with nothing that makes a body of them: "Head of Dredging", "Director of Field Studies"."""
    common = vocabulary().words["common"]
    name = bench.page.names.get(key_of(text))
    return (
        all(word.casefold() in common for word in text.split())
        and guess(text) != "organization"
        and (name is None or name.count < 2)
    )


def _is_body(bench: Workbench, text: str) -> bool:
    """An organization rather than a field of work: known as one, or by its form and no title."""
    plain = named(text)
    if _UNIT.match(plain) or plain.casefold() in ("board", "the board", "council", "group"):
        return False
    known = bench.kind_of(plain)
    if known == "organization":
        name = bench.page.names.get(plain.casefold())
        return name is not None or not is_title(plain)
    return (
        bool(plain)
        and plain[0].isupper()
        and not is_title(plain)
        and (guess(plain) == "organization" or plain in (bench.organization,))
    )


def hold(bench: Workbench, block: Block, person: str, found: Post, organization: str, rule: str, *, status: str = "",
         employer: tuple[Block, int, int] | None = None, when: bool = True) -> None:  # fmt: skip
    """Draft title, employer and, where said, the dates of one person's post."""
    who, state = Entity(person, "person"), found.status or status
    body = found.organization or organization
    if not body or not person or body == person:
        return
    bench.emit(
        block,
        (found.start, found.end),
        who,
        "title",
        Value("title", found.title),
        {"organization": body, "status": state, **_dates(found.term)},
        rule,
    )
    at = employer or ((block, *found.place) if found.organization else (block, found.start, found.end))
    bench.emit(at[0], (at[1], at[2]), who, "employer", Value("organization", body), {"status": state}, rule)
    if when:
        for name, moment in (("joined_on", found.term.start), ("left_on", found.term.end)):
            if moment is not None and not (name == "left_on" and state == "current"):
                bench.emit(block, (moment.start, moment.end), who, name, moment.value, {"organization": body}, rule)


def _dates(when: Term) -> dict[str, str]:
    return {
        name: found.value.edtf or ""
        for name, found in (("since", when.start), ("until", when.end))
        if found is not None
    }


# What a list of those present says beside the post.
_AS_WHAT = lazy.compile(
    r"[,;]?\s*\(?\b(?:in the chair|presiding|chairing|in attendance|by video link|by telephone|online|remotely|"
    r"minutes|from item \d+|items? \d+.*)\)?\s*$",
    re.I,
)
_ENTRY = lazy.compile(
    r"(?P<name>[^,(:–—|]+?)(?:\s*\((?P<in>[^()]+(?:\([^()]*\))?[^()]*)\)|\s*(?:,|\s[–—|-]\s|:|\s{2,})\s*(?P<after>.+))?\s*\.?\s*$",
    re.S,
)


def entries(
    bench: Workbench, text: str, offset: int = 0, spans: list[tuple[int, int]] | None = None
) -> list[tuple[str, Post | None]]:
    """People with their posts in a list such as "A (CEO), B (chair)" or "A, Head of Press, +351 …"; ``spans`` says
    where each entry stands, where that is known."""
    out: list[tuple[str, Post | None]] = []
    if len(text) > 1200:
        return out
    for start, end in spans or _pieces(bench, text):
        match = _ENTRY.match(text, start, end)
        if match is None:
            continue
        name = named(match["name"])
        if not is_person(bench, name):
            continue
        group = "in" if match["in"] else "after"
        found = None
        if match[group]:
            body = _AS_WHAT.sub("", match[group])
            body = re.split(r"[,;|]?\s*(?:\+\d|\S+@|tel\b|phone|mobile|https?:|www\.)", body, flags=re.I)[0]
            found = post(bench, body, offset + match.start(group))
        out.append((name, found))
    return out


def is_person(bench: Workbench, name: str) -> bool:
    """A person's name standing alone."""
    parts = name.split()
    if (
        not 2 <= len(parts) <= 5
        or not parts[0][0].isupper()
        or not parts[-1][0].isupper()
        or any(c.isdigit() for c in name)
    ):
        return False
    kind = bench.kind_of(name)
    return kind == "person" or (
        kind == ""
        and not is_title(name)
        and all(p[0].isupper() or p.casefold() in vocabulary().words["name_particles"] for p in parts)
    )


def _pieces(bench: Workbench, text: str) -> list[tuple[int, int]]:
    """The entries of a list; a comma parts them only where each piece begins with a person and has its post in
    brackets."""
    if ";" in text or "\n" in text:
        return _cut(text, re.compile(r"\s*[;\n]\s*"))
    by_comma = _cut(text, re.compile(r"\)\s*(?:,|and|&)\s+(?:and\s+)?"), keep=1)
    if len(by_comma) > 1:
        return by_comma
    commas = _cut(text, re.compile(r"\s*,\s+(?:and\s+)?|\s+(?:and|&)\s+"))
    if len(commas) > 1 and all(is_person(bench, named(text[slice(*piece)])) for piece in commas):
        return commas
    return [(0, len(text))]


def _cut(text: str, gap: re.Pattern[str], keep: int = 0) -> list[tuple[int, int]]:
    out, at = [], 0
    for match in gap.finditer(text):
        out.append((at, match.start() + keep))
        at = match.end()
    return [piece for piece in [*out, (at, len(text))] if text[slice(*piece)].strip()]
