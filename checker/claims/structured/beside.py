"""What a table says outside its columns' plain meaning: figures under dated columns in rows that name their own
organization, sums raised told in passing, and lists of an organization's key people."""

from __future__ import annotations

import re

from checker import lazy
from checker.claims.structured import cells
from checker.claims.structured.context import Entity, Workbench, is_empty, named
from checker.claims.structured.headings import Heading, heading
from checker.claims.structured.lexicon import fold
from checker.claims.structured.posts import is_person
from checker.model import Block, Table, Value
from checker.values import money

_RAISED = lazy.compile(r"\s*\+?\s*raised\b(?!\s+in\b)")


def read_measures(bench: Workbench, headings: list[Heading], rows: list[list[Block]]) -> None:
    """ "| Acme headcount (research) | ~300 | ~350 |" under "Before (Q1 2025)" and "After (projected Q3 2025)"."""
    dated = [(i, head) for i, head in enumerate(headings) if i and head.as_of]
    if len(dated) < 2:
        return
    for row in rows:
        body = bench.name_in(row[0].text, ("organization",))
        if body is None:
            continue
        label = heading(row[0].text.replace(body.text, " ", 1).strip(), bench.words, bench.published)
        about = Entity(body.full or body.text, "organization")
        if label.role != "attribute" or bench.words.attributes[label.name].subject != "organization":
            continue
        for i, head in dated:
            if i < len(row) and not is_empty(row[i].text, bench.words):
                given = cells.Given(
                    currency=label.currency,
                    times=label.times,
                    as_of=head.as_of,
                    period=head.period,
                    scope=label.scope,
                    header=label.text,
                    predicted=head.predicted or label.predicted,
                )
                before = len(bench.drafts)
                cells.read(bench, row[i], about, label.name, given, "table", None)
                for draft in bench.drafts[before:]:
                    if label.scope:
                        draft.qualifiers["scope"] = label.scope


def read_raised(bench: Workbench, about: Entity, row: list[Block]) -> None:
    """ "Model 3; $7.5B raised" in a cell of an organization's row."""
    for cell in row:
        if "raised" not in cell.text:
            continue
        for found in money.recognise(cell.text):
            if _RAISED.match(cell.text, found.end):
                span = (found.start, found.end)
                bench.emit(cell, span, about, "total_raised", found.value, {}, "table", 0.8)
                return


def lists_people(bench: Workbench, head: Heading, texts: list[str]) -> bool:
    """Whether a column without a known header lists people: "Key figure(s)" over "A, B, C (former)"."""
    words = set(fold(head.text).split())
    if not words & {"key", "main", "leading", "notable"} or not texts:
        return False
    if any(not cells.status(note) for text in texts for note in re.findall(r"\(([^()]*)\)", text)):
        return False
    return sum(all(is_person(bench, named(text[a:b])) for a, b in _names(text)) for text in texts) * 5 >= 4 * len(texts)


def read_people(bench: Workbench, cell: Block, body: Entity) -> None:
    """The people that a cell lists without their posts work for the organization of its row."""
    for start, end in _names(cell.text):
        piece = cell.text[start:end]
        name = named(piece)
        if not is_person(bench, name):
            continue
        at = start + max(0, piece.find(name))
        state = cells.status(" ".join(re.findall(r"\(([^()]*)\)", piece))) or "current"
        value = Value("organization", body.name)
        bench.emit(
            cell, (at, at + len(name)), Entity(name, "person"), "employer", value, {"status": state}, "table", 0.75
        )


def _names(text: str) -> list[tuple[int, int]]:
    return cells.parts(text, r"\s*[;,\n]\s*(?:and\s+)?|\s+(?:and|&)\s+")


def read_person(bench: Workbench, text: str) -> tuple[Entity | None, Entity | None]:
    """The person and the organization that a header names among other words: "Acme MTS (Berg model)"."""
    person, body = bench.name_in(text, ("person",)), bench.name_in(named(text), ("organization",))
    if person is None:
        inside = {word for note in re.findall(r"\(([^()]*)\)", text) for word in re.findall(r"\w+", note)}
        known = {n.full: n for n in bench.page.names.values() if n.kind == "person" and n.full.split()[-1:]}
        meant = [name for full, name in known.items() if len(full.split()) > 1 and full.split()[-1] in inside]
        person = meant[0] if len(meant) == 1 else None
    return (
        Entity(person.full, "person") if person is not None and person.full else None,
        Entity(body.full or body.text, "organization") if body is not None else None,
    )


_PURCHASES = lazy.compile(
    r"\b(?:acquisitions|purchases|takeovers|(?:companies|businesses|firms) (?:bought|acquired))\b"
    r"(?:\s+(?:made|completed))?(?:\s+(?:by|of)\s+(?:the\s+)?(?P<buyer>[A-Z].*?))?\s*(?:[,:(–—]|since\b|from\b|in\b|$)",
    re.I,
)
_TARGETS = frozenset(("target", "company", "business", "acquisition", "acquired company", "company acquired", "firm"))


def bought(
    bench: Workbench, table: Table, header: list[Block], rows: list[list[Block]]
) -> tuple[list[Block], list[list[Block]]]:
    """A table of "Acquisitions by Grupo Sierra" with a column for who bought each."""
    caption = table.caption
    match = _PURCHASES.search(caption.text) if caption is not None else None
    if caption is None or match is None or not header or fold(header[0].text) not in _TARGETS:
        return header, rows
    buyer = match["buyer"] or (bench.organization if bench.organization and bench.organization in caption.text else "")
    if not buyer or bench.kind_of(buyer) not in ("organization", "") or any("buyer" in h.text.lower() for h in header):
        return header, rows
    at = caption.origin(max(caption.text.find(buyer), 0))
    cell = Block("cell", buyer, ((0, at),))
    return [*header, Block("cell", "Acquired by", ((0, at),))], [[*row, cell] for row in rows]
