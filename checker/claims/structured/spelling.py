"""Columns of names written last name first or in two columns, put the way the name is said."""

from __future__ import annotations

from msgspec.structs import replace

from checker import lazy
from checker.claims.structured.context import Workbench
from checker.claims.structured.headings import Heading
from checker.claims.structured.lexicon import fold
from checker.model import Block
from checker.packs.vocabulary import vocabulary

_LAST_FIRST = lazy.compile(
    r"(?P<last>[^\W\d_][^\W\d_'’. -]*(?:[ '’-][^\W\d_]+){0,3}),\s+"
    r"(?P<first>(?:(?:Dr|Prof|Mr|Mrs|Ms|Dame|Sir)\.?\s+)?[^\W\d_]\.?[^\W\d_]*(?:[ .'’-]+[^\W\d_]+\.?){0,3})"
)
_HONORIFIC = lazy.compile(r"^(?:Dr|Prof|Mr|Mrs|Ms|Dame|Sir)\.?\s+")


def said_names(
    bench: Workbench, headings: list[Heading], rows: list[list[Block]]
) -> tuple[list[Heading], list[list[Block]]]:
    """The table with every person's name in one cell, first name first."""
    headings, rows = _joined(bench, headings, rows)
    rows = _spelled(headings, rows)
    for column, head in enumerate(headings):
        if head.role not in ("subject", "", "officer", "people") and head.name not in ("reports_to", "founder"):
            continue
        cells = [row[column] for row in rows if column < len(row) and row[column].text.strip()]
        if len(cells) > 1 and _are_last_first(head, [cell.text for cell in cells]):
            rows = [[*row] for row in rows]
            for row in rows:
                if column < len(row):
                    row[column] = _turned(row[column])
            headings = (
                headings
                if head.role not in ("subject", "")
                else [
                    replace(h, role="subject", name="person", others=()) if i == column else h
                    for i, h in enumerate(headings)
                ]
            )
    return headings, rows


def _are_last_first(head: Heading, texts: list[str]) -> bool:
    """Whether a column holds "Quayle, Rory": most cells have that form, and header, capitals or first names say so."""
    found = [match for text in texts[:200] if (match := _LAST_FIRST.fullmatch(text.strip()))]
    if len(found) * 10 < len(texts[:200]) * 7:
        return False
    told = {"surname", "forenames", "forename"} & set(fold(head.text).split())
    known = vocabulary().words["first_names"]
    first = [_HONORIFIC.sub("", match["first"]).split()[0].casefold().strip(".") for match in found]
    likely = sum(word in known or len(word) == 1 for word in first)
    capitals = sum(match["last"].isupper() for match in found)
    return bool(told) or capitals * 2 > len(found) or likely * 2 > len(found)


def _turned(cell: Block) -> Block:
    """The cell with the name in the order in which it is said; its place stays that of the whole cell."""
    match = _LAST_FIRST.fullmatch(cell.text.strip())
    if match is None:
        return cell
    particles = vocabulary().words["name_particles"]
    last = match["last"]
    if last.isupper():
        last = " ".join(w.casefold() if w.casefold() in particles else w.title() for w in last.split())
    return Block(cell.kind, f"{match['first']} {last}", cell.pieces, cell.level)


def _joined(
    bench: Workbench, headings: list[Heading], rows: list[list[Block]]
) -> tuple[list[Heading], list[list[Block]]]:
    """First and last names in columns of their own, put together under the last name's header."""
    folded = [fold(h.text) for h in headings]
    first = next((i for i, text in enumerate(folded) if text in bench.words.first), None)
    last = next((i for i, text in enumerate(folded) if text in bench.words.last), None)
    if first is None or last is None:
        return headings, rows
    full = [[*row] for row in rows if max(first, last) < len(row)]
    for row in full:
        row[last] = Block("cell", f"{row[first].text} {row[last].text}".strip(), row[last].pieces)
    return [
        replace(h, role="subject", name="person", others=()) if i == last else h for i, h in enumerate(headings)
    ], full


_SHORT = lazy.compile(
    r"(?P<last>[^\W\d_][^\d,;().]+?),?\s+(?P<first>[A-Z])\.?(?:\s?[A-Z]\.?)?$|(?P<initial>[A-Z])\.\s*(?P<name>[^\d,;()]+)$"
)


def _spelled(headings: list[Heading], rows: list[list[Block]]) -> list[list[Block]]:
    """ "Dunmore A" in a column of managers as Ailsa Dunmore, where the table has her, else as A. Dunmore."""
    bosses = [i for i, head in enumerate(headings) if head.name == "reports_to"]
    column = next((i for i, head in enumerate(headings) if (head.role, head.name) == ("subject", "person")), None)
    if not bosses or column is None:
        return rows
    known: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        words = row[column].text.split() if column < len(row) else []
        if len(words) > 1:
            known.setdefault((words[-1].casefold(), words[0][0]), set()).add(row[column].text)
    return [[_in_full(cell, known) if i in bosses else cell for i, cell in enumerate(row)] for row in rows]


def _in_full(cell: Block, known: dict[tuple[str, str], set[str]]) -> Block:
    match = _SHORT.match(cell.text.strip())
    if match is None:
        return cell
    last, first = match["last"] or match["name"], match["first"] or match["initial"]
    full = known.get((last.split()[-1].casefold(), first), set())
    return Block(cell.kind, next(iter(full)) if len(full) == 1 else f"{first}. {last}", cell.pieces, cell.level)
