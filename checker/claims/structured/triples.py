"""Tables whose rows are single statements: who, which attribute, what value, and maybe unit, date and remark."""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from checker import lazy
from checker.claims.structured.context import Entity, Workbench, is_empty, named
from checker.claims.structured.figures import date, day_first
from checker.claims.structured.headings import Heading, heading
from checker.claims.structured.lexicon import fold
from checker.claims.structured.rows import read_rows
from checker.claims.structured.units import unit_of
from checker.model import Block, Value

_UNITS = ("unit", "units", "unit of measure", "measure", "uom", "currency")
_VALUES = ("value", "entry", "content", "figure", "data", "answer", "says", "amount", "detail", "details", "datum")


def read_triples(bench: Workbench, header: list[Block], rows: list[list[Block]], about: dict[str, Entity]) -> bool:
    """Draft the claims of a table with a column of attributes' names; False for a table of another make."""
    heads = [heading(cell.text, bench.words, bench.published) for cell in header]
    key = _key_column(bench, heads, rows)
    if key is None:
        return False
    value = next((i for i, h in enumerate(heads) if i != key and fold(h.text) in _VALUES), key + 1)
    subject = _subject_column(bench, [i for i in range(key) if i != value and _names(heads[i], i, key)], rows)
    if value >= len(heads) or not _is_aside(heads, key, value, subject):
        return False
    groups: dict[str, list[list[Block]]] = {}
    for row in rows:
        if len(row) > max(key, value):
            groups.setdefault(named(row[subject].text) if subject is not None else "", []).append(row)
    first = day_first([cell.text for row in rows for cell in row])
    before = next((i for i, h in enumerate(heads) if fold(h.text) in _BEFORE), None)
    for name, lines in groups.items():
        said = [
            (row[key], cell, row) for row in lines if (cell := _said(bench, heads, row, key, value, first)) is not None
        ]
        _group(bench, heads, name, said, about)
        if before is not None and before != value:
            known = [row for row in lines if not is_empty(row[before].text, bench.words)]
            _group(bench, heads, name, [(row[key], row[before], row) for row in known], about, year=-1)
    return True


_BEFORE = frozenset(
    "previous year|prior year|last year|year before|previous|prior|previous period|preceding year|one year earlier|"
    "a year earlier|year earlier|comparative|comparative figure".split("|")
)


def _said(
    bench: Workbench, heads: list[Heading], row: list[Block], key: int, value: int, dayfirst: bool | None
) -> Block | None:
    """A row's value: of what happened on a day ("Opened"), where its own cell is empty, the day."""
    if not is_empty(row[value].text, bench.words):
        return row[value]
    about = heading(row[key].text, bench.words, bench.published)
    day = next((i for i, h in enumerate(heads) if h.role == "qualifier" and h.name in ("date", "period")), None)
    if about.role != "attribute" or bench.words.attributes[about.name].value != "date" or day is None:
        return None
    when = date(row[day].text, bench.published, dayfirst)
    return Block("cell", when.value.edtf or "", row[day].pieces) if when is not None else None


def _key_column(bench: Workbench, heads: list[Heading], rows: list[list[Block]]) -> int | None:
    """The column whose cells name several attributes."""
    for column in range(min(len(heads) - 1, 6)):
        texts = [row[column].text for row in rows[:500] if column < len(row) and row[column].text.strip()]
        found = [heading(text, bench.words, bench.published) for text in texts if len(text) < 60]
        known = {h.name for h in found if h.role == "attribute"} - {"founder", "title", "team", "employer"}
        means = sum(h.role in ("attribute", "officer", "people") for h in found)
        if len(known) >= 2 and means >= 3 and means * 3 >= len(texts) and heads[column].role != "time":
            return column
    return None


def _subject_column(bench: Workbench, candidates: list[int], rows: list[list[Block]]) -> int | None:
    """The column of whom the rows are about: of several the one with the most names, "Orla Foods" before "supplier"."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None

    def names(column: int) -> float:
        texts = [row[column].text.strip() for row in rows[:500] if column < len(row)]
        told = [1 + 2 * (bench.kind_of(named(text)) not in ("", "place")) for text in texts if text[:1].isupper()]
        return sum(told) / max(len(texts), 1)

    return max(candidates, key=lambda column: (names(column), -column))


def _names(head: Heading, column: int, key: int) -> bool:
    """Whether a column before the attributes' names says what they are about."""
    return column < key and (head.role in ("subject", "") or any(role == "subject" for role, _ in head.others))


def _is_aside(heads: list[Heading], key: int, value: int, subject: int | None) -> bool:
    """Whether the other columns only qualify, and the values' column does not itself name a thing."""
    rest = [h for i, h in enumerate(heads) if i not in (key, value, subject)]
    unknown = [h for h in rest if not _qualifies(h)]
    if subject is None:
        return not unknown and bool(rest) and fold(heads[value].text) in (*_VALUES, "")
    plain = fold(heads[value].text) in _VALUES
    return len(unknown) <= 1 and (plain or heads[value].role not in ("attribute", "officer", "people", "time"))


def _qualifies(head: Heading) -> bool:
    return (
        head.role == "ignored"
        or (head.role == "qualifier" and head.name not in ("round", "sort"))
        or fold(head.text) in _UNITS
    )


def _group(
    bench: Workbench,
    heads: list[Heading],
    name: str,
    lines: list[tuple[Block, Block, list[Block]]],
    about: dict[str, Entity],
    year: int = 0,
) -> None:
    """All that the rows say of one subject, as one record; ``year`` of how many years later than their dates."""
    found = [_moved(_qualified(bench, heads, key.text, row), year) for key, _, row in lines]
    if name:
        votes = Counter(bench.words.attributes[h.name].subject for h in found if h.role == "attribute")
        votes.update("organization" for h in found if h.role in ("officer", "people"))
        if not votes:
            return
        kind = max(sorted(votes), key=lambda k: votes[k])
        about = {k: Entity(name, k) for k in (kind, *sorted(set(votes) & {"project", "event"} - {kind}))}
    read_rows(bench, found, [[value for _, value, _ in lines]], about, rule="triple")
    remarks = [i for i, head in enumerate(heads) if (head.role, head.name) == ("qualifier", "remarks")]
    for body in [about["organization"]] if "organization" in about else []:
        for cell in (row[i] for _, _, row in lines for i in remarks if i < len(row)):
            _noted(bench, cell, body)


_NOTED = lazy.compile(r"(?P<key>[A-Za-z][a-z]+(?: [a-z]+){0,2}):?\s+(?P<who>[A-Z][^,;:()]{1,60}?)\.?$")


def _noted(bench: Workbench, cell: Block, body: Entity) -> None:
    """ "Acquirer Alto Bank", "led by Brightwater Ventures" in the remark of a row: another attribute and who it is."""
    match = _NOTED.match(cell.text.strip())
    said = heading(match["key"], bench.words, bench.published) if match is not None else None
    if match is None or said is None or said.role != "attribute":
        return
    meant = bench.words.attributes[said.name]
    named_so = meant.subject == "organization" and meant.value in ("organization", "person") and not meant.key
    if named_so and bench.kind_of(match["who"]) in (meant.value, ""):
        at = cell.text.index(match["who"])
        value = Value(meant.value, match["who"])
        bench.emit(cell, (at, at + len(match["who"])), body, said.name, value, {}, "triple", 0.8)


_SPAN = lazy.compile(r"(?:for )?(?:the )?(?:financial |fiscal )?(?:years?|season|period|quarter|12 months)\b", re.I)
_YEAR = lazy.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def _moved(found: Heading, years: int) -> Heading:
    """The heading of a figure that many years later."""
    if not years:
        return found

    def later(text: str) -> str:
        return _YEAR.sub(lambda m: str(int(m[1]) + years), text)

    return replace(found, as_of=later(found.as_of), period=later(found.period))


def _qualified(bench: Workbench, heads: list[Heading], text: str, row: list[Block]) -> Heading:
    """The attribute that a row names, with the unit and the date that stand in the row's other cells."""
    found = heading(text, bench.words, bench.published)
    for head, cell in zip(heads, row, strict=False):
        if fold(head.text) in _UNITS and (unit := unit_of(cell.text)) is not None:
            found = replace(found, currency=unit[0] or found.currency, times=unit[1] if unit[1] != 1.0 else found.times)
        elif (head.role, head.name) == ("qualifier", "date") and not found.as_of:
            when = date(cell.text, bench.published, True)
            found = replace(found, as_of=when.value.edtf or "") if when is not None else found
            if when is not None and found.name in bench.words.attributes and not found.period:
                keyed = bench.words.attributes[found.name].key == "period"
                found = replace(found, period=cell.text.strip()) if keyed else found
            if _SPAN.match(cell.text) and not found.period:
                found = replace(found, period=cell.text.strip())
        elif (head.role, head.name) == ("qualifier", "period") and not found.period and cell.text.strip():
            found = replace(found, period=cell.text.strip())
    return found
