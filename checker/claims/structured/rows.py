"""Rows read by their columns: each cell under an attribute becomes claims about what its row is about."""

from __future__ import annotations

import re

from checker import lazy
from checker.claims.structured import beside, cells, deals, own
from checker.claims.structured.catalogue import attribute_for
from checker.claims.structured.column import Column
from checker.claims.structured.columns import settle
from checker.claims.structured.context import THINGS, Entity, Workbench, is_empty, named
from checker.claims.structured.figures import date
from checker.claims.structured.headings import Heading, heading, looks_ahead
from checker.claims.structured.held import (
    names_job,
    posts_in_remarks,
    read_occupation,
    read_officers,
    read_posts,
    read_remark,
)
from checker.claims.structured.lexicon import fold
from checker.claims.structured.posts import is_person, is_title
from checker.claims.structured.row import Row, facts
from checker.claims.structured.spelling import said_names
from checker.claims.structured.staff_parts import is_rest
from checker.claims.structured.units import currency_of
from checker.model import Block
from checker.packs.vocabulary import vocabulary

_TOTALS = (
    "total",
    "totals",
    "sum",
    "average",
    "mean",
    "median",
    "all",
    "overall",
    "subtotal",
    "grand total",
    "change",
    "other",
    "others",
    "combined",
)


def read_rows(
    bench: Workbench,
    headings: list[Heading],
    rows: list[list[Block]],
    about: dict[str, Entity],
    unit: Heading | None = None,
    rule: str = "table",
) -> None:
    """Draft the claims of ``rows`` under ``headings``; ``about`` gives what they are about where no column does, by
    kind."""
    headings, rows = said_names(bench, headings, rows)
    columns = settle(bench, headings, rows, "" if not about else next(iter(about)))
    if not any(c.role in ("attribute", "officer", "people") for c in columns):
        return
    elsewhere = posts_in_remarks(columns)
    for cells_of_row in rows:
        row = _row(bench, columns, cells_of_row, about, unit, rule)
        if row is not None:
            if elsewhere and (remark := row.block("qualifier", "remarks")) is not None and names_job(remark.text):
                row.pairs = [
                    (column, cell) for column, cell in row.pairs if (column.role, column.name) != ("attribute", "title")
                ]
            _read(bench, row)
            if (body := row.entities.get("organization")) is not None and "organization" in row.blocks:
                beside.read_raised(bench, body, cells_of_row)


def _row(
    bench: Workbench,
    columns: list[Column],
    blocks: list[Block],
    about: dict[str, Entity],
    unit: Heading | None,
    rule: str,
) -> Row | None:
    pairs = [(column, cell) for column, cell in zip(columns, blocks, strict=False) if column.role]
    row = Row({}, pairs, {}, {}, unit.currency if unit else None, unit.times if unit else 1.0, rule)
    kinds = set()
    for column, cell in pairs:
        if column.role == "subject":
            kinds.add(column.name)
            name = _edition(cell.text) if column.name == "product" else named(cell.text)
            if name.casefold() in _TOTALS or name.casefold().startswith(("total", "all ")):
                return None
            if column.name == "person" and bench.kind_of(name) != "person":
                person, body = beside.read_person(bench, cell.text)
                if person is not None and (person.name.split()[-1] not in name or " at " in name):
                    row.entities["person"] = person
                    row.blocks["person"] = cell
                    if body is not None:
                        row.entities["organization"] = body
                    continue
                if person is None and not is_person(bench, name) and (is_title(name) or _is_place_of_work(name)):
                    if "organization" in row.entities:
                        continue  # "office", "customer desk": whom to ask at a body that the row is about
                    return None
            crowd = column.name == "person" and ("," in name or ";" in name or " and " in name or "&" in name)
            if name and not crowd and not is_empty(cell.text, bench.words) and column.name not in row.entities:
                row.entities[column.name] = Entity(name, column.name)
                row.blocks[column.name] = cell
        elif column.role == "qualifier":
            _qualify(bench, row, column, cell)
    row.own = frozenset(kinds)
    thing = any(kind in kinds for kind in THINGS)
    for kind, entity in about.items():
        if kind not in kinds and not (thing and kind in THINGS):
            row.entities.setdefault(kind, entity)
    if "organization" not in kinds and (body := _staffed(row) or _also_body(bench, row)) is not None:
        row.entities["organization"] = body
    owned = any(column.heading.about[0] for column, _ in pairs)
    return row if row.entities or owned else None


def _is_place_of_work(name: str) -> bool:
    """ "Box office", "Rehearsal room 2": what a directory lists among its people."""
    words = [word.casefold() for word in name.split() if not any(c.isdigit() for c in word)]
    lists = vocabulary().words
    plain = len(words) > 1 and name[:1].isupper() and name.split()[1][:1].islower()
    return bool(words) and (
        words[-1] in lists["facility_nouns"] or (plain and all(word in lists["common"] for word in words))
    )


_EDITION = lazy.compile(
    r"\((?=[^()]*\b(?:edition|reissue|version|vol(?:ume)?|part|deluxe|anniversary|remaster\w*)\b)", re.I
)


def _edition(text: str) -> str:
    """A product's name; an edition in brackets is a product of its own."""
    return text.strip(" *†‡") if _EDITION.search(text) else named(text)


def _qualify(bench: Workbench, row: Row, column: Column, cell: Block) -> None:
    text = cell.text.strip()
    row.predicted = row.predicted or (len(text) < 60 and looks_ahead(text))
    if is_empty(text, bench.words) and column.name != "until":
        return
    if column.name == "currency":
        row.currency = currency_of(text) or row.currency
    elif column.name in ("round", "scope", "period"):
        row.qualifiers[column.name] = named(text)
        if column.name == "period" and (found := date(text, bench.published, column.dayfirst)) is not None:
            row.qualifiers["as_of"] = found.value.edtf or ""
    elif column.name == "date":
        found = date(text, bench.published, column.dayfirst)
        if found is not None:
            row.qualifiers["as_of"] = found.value.edtf or ""
            said = heading(text, bench.words, bench.published)
            row.qualifiers.setdefault("period", said.period if said.role == "time" and said.period else text)
            if said.role == "time" and said.currency:
                row.currency, row.times = said.currency, said.times
    elif column.name == "status":
        row.qualifiers["status"] = cells.status(text)


def _house(row: Row) -> Entity | None:
    """A theatre, a mill, a clinic of which a row tells: a body that is a building too, and so can open."""
    body = row.entities.get("organization")
    words = {word.casefold().strip(",.") for word in body.name.split()} if body is not None else set()
    nouns = vocabulary().words["project_nouns"]
    header = {word for column, _ in row.pairs if column.role == "subject" for word in fold(column.heading.text).split()}
    known = bool((words | header) & (nouns | _HOUSES))
    return body if body is not None and "organization" in row.own and known else None


def _staffed(row: Row) -> Entity | None:
    """A museum, a clinic of which a row tells as of a building: a body too, with staff and a director."""
    name = next((kind for kind in ("project", "product") if kind in row.own and kind in row.entities), "")
    header = {word for column, _ in row.pairs if column.role == "subject" for word in fold(column.heading.text).split()}
    if not name or not header & vocabulary().words["institution_nouns"]:
        return None
    return Entity(row.entities[name].name, "organization")


def _also_body(bench: Workbench, row: Row) -> Entity | None:
    """A bookshop that the page knows as a body."""
    name = next((row.entities[kind].name for kind in ("project",) if kind in row.own and kind in row.entities), "")
    return Entity(name, "organization") if name and bench.kind_of(name) == "organization" else None


_HOUSES = frozenset(
    "theatre theatres museum cinema gallery hospital school clinic mill brewery library venue hotel".split()
)


def _owner(column: Column) -> Entity | None:
    """Whom a header names itself: "CAT staff"."""
    return Entity(*column.heading.about) if column.heading.about[0] else None


def _subject(bench: Workbench, row: Row, kind: str) -> Entity | None:
    if kind in THINGS:
        found = next((row.entities[k] for k in (kind, *THINGS) if k in row.entities), None)
        return found or (_house(row) if kind == "project" else None)
    if own.is_own(kind):
        return own.row_about(row.entities, row.own, kind)
    return row.entities.get(kind)


def _read(bench: Workbench, row: Row) -> None:
    """All claims of one row."""
    person = row.entities.get("person")
    if person is not None:
        read_posts(bench, row, person)
    for column, cell in row.pairs:
        if is_empty(cell.text, bench.words):
            continue
        if column.role in ("officer", "people"):
            if not _of_works(row, column):
                read_officers(bench, row, column, cell)
        elif column.role == "attribute" and not (
            person is not None and column.name in ("title", "employer", "joined_on", "left_on", "team")
        ):
            name, kind = attribute_for(deals.meant(column.name, row), row.block("qualifier", "sort"), bench)
            subject = _owner(column) or _subject(bench, row, bench.words.attributes[name].subject)
            if name == "headquarters" and _lies_anywhere(row, column):
                continue
            if name == "headcount" and is_rest(row.qualifiers.get("scope", "")):
                continue
            if subject is not None:
                subject = Entity(subject.name, kind) if kind and subject.kind in THINGS else subject
                cells.read(bench, cell, subject, name, facts(bench, row, column), row.rule, column.dayfirst)
        elif column.role == "qualifier" and column.name == "remarks" and person is not None:
            read_remark(bench, cell, person, row)
        elif column.role == "qualifier" and column.name == "occupation" and person is not None:
            read_occupation(bench, cell, person, row)


def _of_works(row: Row, column: Column) -> bool:
    """Whether a column names who directed a film or led a walk: no officers of the page's organization."""
    kinds = set(THINGS) & row.own
    if _staffed(row) is not None:
        return False
    return "organization" not in row.own and bool(
        kinds & {"product", "event"}
        or (kinds and fold(column.heading.text) in ("director", "manager", "leader", "head"))
    )


_ANYWHERE = frozenset("town city location where home situated located base address".split())


def _lies_anywhere(row: Row, column: Column) -> bool:
    """Whether a column of places says where the rows lie, not where the page's organization has its seat."""
    return (
        row.rule == "table"
        and "organization" not in row.own
        and bool(_ANYWHERE & set(fold(column.heading.text).split()))
    )
