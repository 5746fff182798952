"""Rows, boxes and lines about things of a type that only a pack knows: which of their names is meant."""

from __future__ import annotations

from checker.claims.structured.context import THINGS, Entity, Workbench
from checker.claims.structured.headings import Heading
from checker.claims.structured.lexicon import Attribute
from checker.claims.things.own import is_own, titled

__all__ = ["is_own", "line_about", "meaning", "row_about"]


def meaning(bench: Workbench, heading: Heading) -> Attribute | None:
    """The attribute of such a thing that a key means, if it means one alone."""
    names = [name for role, name in ((heading.role, heading.name), *heading.others) if role == "attribute"]
    found = [bench.words.attributes[name] for name in names if is_own(bench.words.attributes[name].subject)]
    return found[0] if len(found) == 1 else None


def row_about(entities: dict[str, Entity], named: frozenset[str], kind: str) -> Entity | None:
    """What a row is about as a ``kind``: so named; a thing; what the row itself names; what the table is about."""
    for name in (kind, "thing", *THINGS, *sorted(named), "", *sorted(entities)):
        if name in entities and name != "person":
            return Entity(entities[name].name, kind)
    return None


def line_about(bench: Workbench, kind: str) -> Entity | None:
    """What a lone line is about as a ``kind``: what the heading above names, else the page's title."""
    for entity in (bench.heading, bench.top):
        if entity is not None and entity.kind != "person":
            return Entity(entity.name, kind)
    name = titled(bench.page)
    return Entity(name, kind) if name else None
