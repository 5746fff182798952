"""Tables: which way they lie, what they are about, and their rows."""

from __future__ import annotations

import re

from checker import lazy
from checker.claims.structured.beside import bought, read_measures
from checker.claims.structured.breakdown import read_named_measure, summed
from checker.claims.structured.context import BOX, Entity, Workbench, is_empty, named
from checker.claims.structured.context import kind as kind_of_name
from checker.claims.structured.figures import date
from checker.claims.structured.headings import Heading, heading
from checker.claims.structured.labels import is_label, named_behind
from checker.claims.structured.lexicon import fold
from checker.claims.structured.owners import headed
from checker.claims.structured.panels import panels
from checker.claims.structured.records import read_pairs
from checker.claims.structured.rows import read_rows
from checker.claims.structured.timeline import read_timeline
from checker.claims.structured.triples import read_triples
from checker.claims.structured.units import unit_of
from checker.model import Block, Table
from checker.packs.vocabulary import vocabulary

_MOST = 20_000  # rows


def read_table(bench: Workbench, table: Table) -> None:
    """Draft the claims of a table, whichever way it lies."""
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row) and not _is_comment(row)][:_MOST]
    header = _merged(table.header)
    if not header and len(rows) > 1 and _heads(bench, rows[0]):
        header, rows = rows[0], rows[1:]
    if _is_preamble(bench, header, rows):
        header, rows = rows[0], rows[1:]
    if not rows:
        return
    width = max(len(header), *(len(row) for row in rows))
    if width > 2 and _is_serial([row[0].text for row in rows], header):
        header, rows, width = header[1:], [row[1:] for row in rows], width - 1
    if width < 2:
        return
    header, rows = _unnoted(bench, header, rows)
    if read_named_measure(bench, table, header, rows):
        return
    for owner, part in panels(bench, header, rows):
        bench.heading, before = owner, bench.heading
        read_table(bench, part)
        bench.heading = before
        rows = []
    if not rows:
        return
    rows = summed(bench, table, header, rows)
    if width > 2 and header and read_triples(bench, header, rows, _about(bench, table)):
        return
    if read_timeline(bench, header, rows):
        return
    if width == 2 and _are_pairs(bench, header, rows):
        lead = (
            [header]
            if header
            and _means(bench, header[0].text)
            and not (header[1].text.strip() and _is_label_row(bench, header))
            else []
        )
        subject = _caption(bench, table, None if lead else header)
        pairs = _keyed(bench, [row for row in [*lead, *rows] if len(row) > 1])
        read_pairs(bench, pairs, subject, "infobox", _moment(bench, table))
        return
    turned = False
    down = _known(bench, [row[0] for row in rows])
    timed = bool(header) and all(heading(cell.text, bench.words, bench.published).role == "time" for cell in header[1:])
    if (header and down >= (1 if timed else 2) and down > _known(bench, header[1:])) or (
        not header and down >= max(2, len(rows) // 2)
    ):
        header, rows = _turned(header, rows, width)
        turned = True
    if not header:
        return
    header, rows = _standing(header, rows, turned)
    header, rows = bought(bench, table, header, rows)
    about = _about(bench, table)
    headings = [headed(bench, cell.text) for cell in header]
    times = [heading(row[0].text, bench.words, bench.published) for row in rows]
    if turned and rows and sum(h.role == "time" for h in times) * 2 > len(times):
        headings[0] = Heading(header[0].text, "qualifier", "date")
    if not turned and any(h.as_of for h in headings[1:]):
        read_measures(bench, headings, rows)
    read_rows(bench, headings, rows, about, _unit(bench, table))


def _is_preamble(bench: Workbench, header: list[Block], rows: list[list[Block]]) -> bool:
    """ "Acme;Register of units;at 31 December;;;": what a file is, above its real header."""
    said = [cell for cell in header if cell.text.strip()]
    if len(rows) < 2 or len(header) < 4 or len(said) * 2 > len(header) or header[-1].text.strip():
        return False
    known = _known(bench, rows[0]) if _heads(bench, rows[0]) else 0
    return known > _known(bench, header) and sum(bool(cell.text.strip()) for cell in rows[0]) > len(said)


def _is_comment(row: list[Block]) -> bool:
    """ "# Figures from filings": a line of notes among the rows of a file."""
    return bool(re.match(r"\s*#+\s*[\"'A-Za-z]", row[0].text)) and len(row[0].text.split()) > 2


def _heads(bench: Workbench, row: list[Block]) -> bool:
    """Whether a first row, which nothing marks as a header, is one."""
    known = _known(bench, row)
    if len(row) > 2:
        return known >= 2
    first = heading(row[0].text, bench.words, bench.published) if row else Heading("")
    return len(row) == 2 and known == 1 and first.role == "subject" and first.name != "any"


def _is_serial(first: list[str], header: list[Block]) -> bool:
    """A column that only numbers the rows."""
    numbered = all(re.fullmatch(r"\(?\d{1,4}[.)]?", text.strip()) for text in first)
    return (
        numbered
        and (not header or not re.search(r"year|fy|season", header[0].text, re.I))
        and first[0].strip("(). ") in ("0", "1")
        and len(first) > 1
    )


def _merged(header: list[list[Block]]) -> list[Block]:
    """One header row of several: a column's words from top to bottom, said once."""
    if not header:
        return []
    out = []
    for column in range(max(len(row) for row in header)):
        cells = [row[column] for row in header if column < len(row)]
        words = list(dict.fromkeys(cell.text.strip() for cell in cells if cell.text.strip()))
        last = cells[-1]
        out.append(last if len(words) < 2 and last.text.strip() else Block("cell", " ".join(words), last.pieces))
    return out


def _means(bench: Workbench, text: str) -> bool:
    found = headed(bench, text)
    return len(text) < 60 and found.role in ("attribute", "officer", "people")


def _known(bench: Workbench, cells: list[Block]) -> int:
    return sum(_means(bench, cell.text) for cell in cells)


def _is_label_row(bench: Workbench, header: list[Block]) -> bool:
    """Whether both cells of a header are headers: "Name | Title" rather than "Founded | 2012"."""
    second = heading(header[1].text, bench.words, bench.published) if len(header) > 1 else Heading("")
    return bool(second.role) or not header[1].text.strip()


def _are_pairs(bench: Workbench, header: list[Block], rows: list[list[Block]]) -> bool:
    """Two columns of keys and values: the first column holds known keys."""
    known = _known(bench, [row[0] for row in rows if row])
    if header and _is_label_row(bench, header) and _means(bench, header[1].text) and known < 2:
        return False
    titled = bool(header) and len(header) > 1 and bool(header[0].text.strip()) and not header[1].text.strip()
    return (
        known >= 2 or (known >= 1 and titled) or (known >= 1 and known * 2 >= len(rows)) or (known >= 1 and not header)
    )


def _keyed(bench: Workbench, rows: list[list[Block]]) -> list[tuple[str, Block]]:
    """Keys and values; a row without a key goes on with the people of the row before: "Trustees | A", " | B"."""
    pairs: list[tuple[str, Block]] = []
    for row in rows:
        last = pairs[-1][0] if pairs else ""
        goes_on = not row[0].text.strip() and last and headed(bench, last).role in ("people", "officer")
        pairs.append((last if goes_on else row[0].text, row[1]))
    return pairs


def _turned(header: list[Block], rows: list[list[Block]], width: int) -> tuple[list[Block], list[list[Block]]]:
    """A table whose columns are the entities, turned on its side."""
    empty = Block("cell", "", ((0, 0),))
    lines = ([header] if header else []) + rows
    full = [line + [empty] * (width - len(line)) for line in lines]
    columns = [list(column) for column in zip(*full, strict=True)]
    return columns[0], columns[1:]


def _unnoted(bench: Workbench, header: list[Block], rows: list[list[Block]]) -> tuple[list[Block], list[list[Block]]]:
    """Accounts without the column of numbers of notes beside the years."""
    notes = [i for i, cell in enumerate(header) if i and fold(cell.text) in ("note", "notes", "ref", "see note")]
    keep = [i for i in range(len(header)) if i not in notes]
    years = [heading(header[i].text, bench.words, bench.published).role == "time" for i in keep[1:]]
    if not notes or not years or not all(years):
        return header, rows
    return [header[i] for i in keep], [[row[i] for i in keep if i < len(row)] for row in rows]


_CHANGE = lazy.compile(
    r"\W*(?:(?:annual|net|year[- ]on[- ]year|absolute)\s+)?(?:changes?|growth|variation|difference|increase|"
    r"decrease|trend|diff|delta(?=\W*$|\W+%)|Δ|\+/-|±|yoy|y/y|%)(?:\W|$)",
    re.I,
)


def _standing(header: list[Block], rows: list[list[Block]], turned: bool) -> tuple[list[Block], list[list[Block]]]:
    """The table without the line of changes from one column or row to the next: these are no values."""
    if turned:
        return header, [row for row in rows if not (row and _CHANGE.match(row[0].text))]
    keep = [i for i, cell in enumerate(header) if i == 0 or not _CHANGE.match(cell.text)]
    if len(keep) == len(header):
        return header, rows
    return [header[i] for i in keep], [[row[i] for i in keep if i < len(row)] for row in rows]


def _moment(bench: Workbench, table: Table) -> str:
    """When the figures of a table held, where its caption gives a date (EDTF, "" for none)."""
    text = table.caption.text if table.caption is not None else ""
    found = date(text, bench.published) if len(text) < 120 else None
    return found.value.edtf or "" if found is not None else ""


_AS_OF = lazy.compile(r"\(([^()]{2,60})\)")


def _unit(bench: Workbench, table: Table) -> Heading | None:
    """The unit that the caption or the corner gives for the whole table."""
    text = table.caption.text if table.caption else ""
    if table.header and table.header[0]:  # the corner
        text = f"{text} {table.header[-1][0].text}"
    for inside in [
        *_AS_OF.findall(text),
        *re.findall(r"\bin ((?:[A-Z]{3} )?(?:thousands|millions|billions)(?: of \w+)?|[A-Z]{3}|€m|£m|\$m)\b", text),
        *re.findall(r"(?:,|[–—-])\s+([^,;–—]{1,30})$", text),
    ]:
        unit = unit_of(inside)
        if unit is not None:
            return Heading(text, currency=unit[0], times=unit[1])
    return None


def _caption(bench: Workbench, table: Table, header: list[Block] | None) -> Entity | None:
    """Whom an infobox is about: its title row, its caption, or the heading above."""
    for text in [*(cell.text for cell in header or []), table.caption.text if table.caption else ""]:
        name = named_behind(text) or named(text)
        if (
            not name
            or is_label(name)
            or is_empty(text, bench.words)
            or BOX.match(text)
            or heading(text, bench.words, bench.published).role
        ):
            continue
        kind = bench.kind_of(name)
        if kind in ("person", "organization", "product", "project", "event"):
            return Entity(name, kind)
        if text == bench.title and bench.heading is not None:
            return bench.heading
        found = bench.name_in(text, ("organization", "person", "project", "product", "event"))
        if found is not None:
            return Entity(found.text, kind_of_name(found))
        label = name.casefold() in vocabulary().words["common"]  # "Field | Entry": what the columns hold
        if header and kind == "" and name[0].isupper() and len(name.split()) <= 5 and not label:
            return Entity(name, "")
    return bench.heading


def _about(bench: Workbench, table: Table) -> dict[str, Entity]:
    """What the rows are about where no column says so: the caption's entity, else the page's organization."""
    about: dict[str, Entity] = {}
    caption = _caption(bench, table, None)
    if caption is not None and caption.kind:
        about[caption.kind] = caption
    if bench.organization and "organization" not in about:
        about["organization"] = Entity(bench.organization, "organization")
    return about
