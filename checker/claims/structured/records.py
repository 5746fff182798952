"""Records of keys and values: infoboxes, front matter, ``Key: value`` lines, definition lists, JSON objects."""

from __future__ import annotations

import re

from msgspec.structs import replace

from checker import lazy
from checker.claims.structured.attendance import people
from checker.claims.structured.begun import dated_names
from checker.claims.structured.cells import place_of
from checker.claims.structured.context import BOX, THINGS, Entity, Workbench, is_empty, kind, named
from checker.claims.structured.figures import date
from checker.claims.structured.headings import Heading, heading
from checker.claims.structured.lexicon import fold
from checker.claims.structured.owners import headed
from checker.claims.structured.posts import Post, hold, is_person, is_title, post
from checker.claims.structured.posts_in_columns import names_post
from checker.claims.structured.rows import read_rows
from checker.model import Block, Record
from checker.passages import key_of

_DOCUMENT = (
    "title",
    "author",
    "date",
    "publisher",
    "source",
    "byline",
    "organization",
    "organisation",
    "company",
    "type",
    "section",
    "issuer",
    "category",
    "by",
    "from",
    "to",
    "role",
    "position",
    "published",
    "publication",
    "publication date",
)


def read_record(bench: Workbench, record: Record, inherited: Entity | None = None) -> None:
    """Draft the claims of a record; records inside it are read for themselves."""
    pairs: list[tuple[str, Block]] = []
    for field in record.fields:
        if isinstance(field.value, Block):
            pairs.append((field.name, field.value))
    if record.kind in ("front_matter", "meta"):
        if record.kind == "meta":
            return
        _author(bench, pairs)
        _guests(bench, pairs)
        pairs = (
            [pair for pair in pairs if fold(pair[0]) not in _DOCUMENT]
            if not _has_subject(bench, pairs)
            else [p for p in pairs if fold(p[0]) not in ("title", "author", "date", "publisher", "source", "published")]
        )
    pairs, boxed = _boxed(bench, pairs)
    about = read_pairs(bench, pairs, boxed or inherited or bench.heading, record.kind)
    for field in record.fields:
        if isinstance(field.value, Record) and not _officer(bench, field.name, field.value, about):
            read_record(bench, field.value, about)


def _author(bench: Workbench, pairs: list[tuple[str, Block]]) -> None:
    """ "author: A B" and "role: CEO, Acme" in front matter."""
    said = {fold(key): value for key, value in pairs}
    who = next((said[key] for key in ("author", "by", "speaker", "written by") if key in said), None)
    role = next(
        (said[key] for key in ("role", "position", "author title", "job title", "author role") if key in said), None
    )
    if who is None or role is None or not is_person(bench, named(who.text)):
        return
    found = post(bench, role.text)
    if found is not None and found.organization:
        hold(bench, role, named(who.text), found, "", "front_matter", status="current")


_GUESTS = frozenset(
    "guest,guests,our guest,interviewee,witness,with,in conversation with,featuring,speaker,speakers,keynote".split(",")
)


def _guests(bench: Workbench, pairs: list[tuple[str, Block]]) -> None:
    """ "guest: A B, CEO, Acme" in front matter."""
    for key, value in pairs:
        for name, found in people(bench, value) if fold(key) in _GUESTS else ():
            if found is not None and found.organization:
                hold(bench, value, name, found, "", "front_matter", status="current")


def _boxed(bench: Workbench, pairs: list[tuple[str, Block]]) -> tuple[list[tuple[str, Block]], Entity | None]:
    """ "ACME: THE FACTS" over the lines of a box: whose they are, and the lines without it."""
    if not pairs or BOX.fullmatch(pairs[0][1].text.strip()) is None:
        return pairs, None
    found = bench.page.names.get(key_of(pairs[0][0])) or bench.name_in(pairs[0][0], ("organization", "person"))
    return pairs[1:], Entity(found.full or found.text, kind(found)) if found is not None else None


def _officer(bench: Workbench, key: str, record: Record, about: Entity | None) -> bool:
    """``"ceo": {"name": …, "since": …}``: who holds a post of the organization around it."""
    found = heading(key, bench.words, bench.published)
    if found.role != "officer" or about is None or about.kind != "organization":
        return False
    texts = {fold(field.name): field.value for field in record.fields if isinstance(field.value, Block)}
    name = next((texts[k] for k in ("name", "full name", "person", "who") if k in texts), None)
    if name is None or not is_person(bench, named(name.text)):
        return False
    title = key.replace("_", " ")
    span = place_of(name, named(name.text))
    hold(bench, name, named(name.text), Post(title, *span, status=found.status or "current"), about.name, record.kind)
    for said, attribute in (("since", "joined_on"), ("from", "joined_on"), ("until", "left_on")):
        when = date(texts[said].text, bench.published) if said in texts else None
        if when is not None:
            who, extra = Entity(named(name.text), "person"), {"organization": about.name}
            bench.emit(texts[said], (when.start, when.end), who, attribute, when.value, extra, record.kind)
    return True


def _has_subject(bench: Workbench, pairs: list[tuple[str, Block]]) -> bool:
    found = [heading(key, bench.words, bench.published) for key, _ in pairs]
    return any(
        h.role == "subject"
        and fold(h.text) in ("name", "person", "subject", "speaker", "company name", "organisation name")
        for h in found
    )


def read_pairs(
    bench: Workbench, pairs: list[tuple[str, Block]], subject: Entity | None, rule: str, as_of: str = ""
) -> Entity | None:
    """Draft the claims of keys and values about one entity, which one of the keys may name; returns that entity.

    ``as_of`` (EDTF) is when the figures held that give no date of their own.
    """
    pairs = [
        (key, value)
        for key, value in pairs
        if value.text.strip() and not is_empty(value.text, bench.words) and len(key) < 60
    ]
    pairs = [pair for pair in pairs if not dated_names(bench, pair[0], pair[1], pair[1].text, 0, rule)]
    headings = [headed(bench, _posts_of(bench, key, value)) for key, value in pairs]
    headings = (
        [
            replace(h, role="officer", name="", others=())
            if h.role == "subject" and h.can_be("officer", "") and is_person(bench, named(value.text.split(",")[0]))
            else h
            for h, (_, value) in zip(headings, pairs, strict=True)
        ]
        if any(_is_of_body(bench, h) for h in headings)
        else headings
    )
    headings = _posts(bench, pairs, headings)
    if as_of:
        headings = [h if h.as_of or h.period else replace(h, as_of=as_of) for h in headings]
    wanted = {bench.words.attributes[h.name].subject for h in headings if h.role == "attribute" and not h.about[0]} | {
        "organization" for h in headings if h.role in ("officer", "people")
    }
    if not wanted and not any(h.about[0] for h in headings):
        return None
    if subject is None:
        subject = bench.titled
    if subject is not None and not subject.kind:
        ranked = sorted(
            wanted,
            key=lambda k: (
                -sum(h.role == "attribute" and bench.words.attributes[h.name].subject == k for h in headings),
                k,
            ),
        )
        subject = Entity(subject.name, ranked[0])
    about: dict[str, Entity] = {}
    own = _own(bench, headings, [value for _, value in pairs], wanted)
    if own is not None and own.kind == "organization" and bench.issuer is None and bench.title == "":
        bench.issuer = own.name
    for entity in (own, subject):
        if entity is not None:
            about.setdefault(entity.kind, entity)
    if own is None:
        _defaults(bench, about, wanted, subject)
    if own is not None and own.kind in wanted:
        about = {own.kind: own} | (
            {"organization": about["organization"]}
            if own.kind in (*THINGS, "person") and "organization" in about
            else {}
        )
    keep = [
        i for i, h in enumerate(headings) if h.role != "subject" or own is None or named(pairs[i][1].text) != own.name
    ]
    _versions(bench, pairs, subject)
    read_rows(bench, [headings[i] for i in keep], [[pairs[i][1] for i in keep]], about, rule=rule)
    return own or subject


def _is_of_body(bench: Workbench, found: Heading) -> bool:
    """Whether a key is about an organization, whatever else stands beside it."""
    about = found.role == "attribute" and bench.words.attributes[found.name].subject == "organization"
    return about or found.role == "officer"


def _posts(bench: Workbench, pairs: list[tuple[str, Block]], headings: list[Heading]) -> list[Heading]:
    """The headings, with keys that no list has but that are posts over people: "Bursar", "Stage manager"."""
    held = [
        not h.role and is_title(key) and names_post(key) and is_person(bench, named(value.text.split(",")[0]))
        for h, (key, value) in zip(headings, pairs, strict=True)
    ]
    if sum(held) + sum(h.role == "officer" for h in headings) < 2:
        return headings
    return [replace(h, role="officer", name="") if holds else h for h, holds in zip(headings, held, strict=True)]


def _posts_of(bench: Workbench, key: str, value: Block) -> str:
    """ "Who: A (chief executive) and B (treasurer)": a key that says little, over people with their posts."""
    if fold(key) not in ("who", "team", "faces", "names", "crew", "people behind it"):
        return key
    return "Key people" if any(held is not None for _, held in people(bench, value)) else key


_VERSION = lazy.compile(r"(?:version|release|v\.?)\s*(\d[\w.]*)$", re.I)
_LATEST = lazy.compile(r"(?:latest|stable|current|last)\s+(?:stable\s+)?(?:version|release)$", re.I)


def _versions(bench: Workbench, pairs: list[tuple[str, Block]], subject: Entity | None) -> None:
    """ "Version 2.0 | 21 October 2020" in the infobox of a product."""
    if subject is None or subject.kind not in ("product", "project"):
        return
    for key, value in pairs:
        plain = key.strip(" *:")
        number, latest = _VERSION.match(plain), _LATEST.match(plain)
        said = re.match(r"v?(\d+(?:\.\d+)*)\b", value.text) if latest else None
        found = date(value.text[said.end() :] if said else value.text, bench.published)
        if (number is None and said is None) or found is None:
            continue
        shift = said.end() if said else 0
        name = f"{subject.name} {number[1] if number else said[1] if said else ''}"
        bench.emit(
            value,
            (found.start + shift, found.end + shift),
            Entity(name, "product"),
            "released_on",
            found.value,
            {},
            "infobox",
        )


def _own(bench: Workbench, headings: list[Heading], values: list[Block], wanted: set[str]) -> Entity | None:
    """The entity that a key such as "Name" or "Company" gives."""
    for sure in (True, False):
        for found, value in zip(headings, values, strict=True):
            if found.role != "subject" or (found.name == "any") == sure or len(value.text) > 90:
                continue
            name = named(value.text)
            kind = found.name
            if kind == "any":
                said = bench.kind_of(name)
                kind = said if said in wanted else next(iter(sorted(wanted))) if len(wanted) == 1 else said
            if (
                kind == "organization"
                and "person" in wanted
                and any(h.role == "subject" and h.name in ("any", "person") for h in headings)
            ):
                continue
            if kind == "organization" and bench.kind_of(name) == "person":
                continue
            if re.match(r"\d+[a-z]? [A-Z].*,", name):
                continue  # a street's number and a town
            if name and kind in ("person", "organization", *THINGS) and name[0].isalnum():
                return Entity(name, kind)
    return None


def _defaults(bench: Workbench, about: dict[str, Entity], wanted: set[str], subject: Entity | None) -> None:
    """The page's own organization or person where nothing nearer is named."""
    if "organization" in wanted and bench.organization and not (subject and subject.kind in THINGS):
        about.setdefault("organization", Entity(bench.organization, "organization"))
    if "person" in wanted and bench.person:
        about.setdefault("person", Entity(bench.person, "person"))
        if bench.organization:
            about.setdefault("organization", Entity(bench.organization, "organization"))
