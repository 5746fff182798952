"""Dates of entries, and whom an entry speaks of without naming it."""

from __future__ import annotations

import re

from msgspec import Struct

from checker import lazy
from checker.claims.structured.context import THINGS, Entity, Workbench, named
from checker.claims.structured.context import kind as kind_of_name
from checker.claims.structured.figures import date
from checker.model import Block, Value
from checker.passages import key_of

HOUSE = lazy.compile(
    r"(?:the\s+)?(?:company|firm|organi[sz]ation|business|charity|club|society|school|trust|association|orchestra|"
    r"hospital|foundation|cooperative|co-operative|federation|union|college|theatre|museum|bank|union)$",
    re.I,
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


def house(bench: Workbench) -> str:
    """The organization that a line speaks of without naming it: the heading's, else the page's."""
    if bench.heading is not None and bench.heading.kind == "organization":
        return bench.heading.name
    return bench.organization or ""


def emit_when(bench: Workbench, when: Moment | None, about: Entity, attribute: str, body: str = "") -> None:
    """The date of a happening as a claim."""
    if when is not None:
        extra = {"organization": body} if body else {}
        bench.emit(when.block, (when.start, when.end), about, attribute, when.value, extra, "timeline", 0.8)
        if bench.published and (when.value.edtf or "") > bench.published:
            bench.drafts[-1].modality = "predicted"


def meant(bench: Workbench, text: str) -> str:
    """The full name that a name in an entry stands for: "APS", "the company", "the airport" of the page."""
    plain = re.sub(r"^[Tt]he\s+", "", named(text))
    if HOUSE.match(plain) and plain[:1].islower():
        return house(bench)
    name = bench.page.names.get(key_of(plain))
    if name is not None:
        return name.full or name.text
    found = {
        known.full or known.text
        for known in bench.page.names.values()
        if " " in known.text and known.text.casefold().split()[-1] == plain.casefold() and kind_of_name(known) in THINGS
    }
    return found.pop() if len(found) == 1 else plain
