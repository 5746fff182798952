"""Lists with dotted leaders under a sentence that says what they count: "Our own figures of staff at 31 December:",
then "Hammerwerk GmbH ........ 214"."""

from __future__ import annotations

import re

from checker import lazy
from checker.claims.structured.context import Entity, Workbench, guess, named
from checker.claims.structured.figures import amount
from checker.model import Block, Part, Record
from checker.values.dates import recognise

_LINE = lazy.compile(r"(?P<who>[^\W\d].{2,80}?)\s*\.{4,}\s*(?P<figure>\d[\d.,' ]*)$")
_STAFF = lazy.compile(
    r"\b(?:staff|personnel|employees|workforce|headcount|payroll|employed|people (?:at|in|on|of)|on the books)\b",
    re.I,
)
_ALL = lazy.compile(
    r"(?:all\b|(?:grand |group )?total\b|together\b|sum\b|altogether\b|in all\b|the (?:whole )?group\b)", re.I
)


def read_leaders(bench: Workbench, part: Part) -> bool:
    """Draft the headcounts of a line or list with dotted leaders; False for other parts, of which a sentence with a
    colon at its end is kept for the list that follows."""
    lines = _lines(part)
    if lines and bench.lead and _STAFF.search(bench.lead):
        return sum(_read(bench, who, block, text, at) for who, block, text, at in lines) > 0
    if isinstance(part, Block) and part.kind == "paragraph" and not lines:
        bench.lead = part.text if part.text.rstrip().endswith(":") else ""
    return False


def _lines(part: Part) -> list[tuple[str, Block, str, int]]:
    """(who, block, figure, where it begins) of each line."""
    if isinstance(part, Record) and part.kind == "pairs":
        pairs = [(field.name, field.value) for field in part.fields if isinstance(field.value, Block)]
        return [
            (name, block, block.text, 0) for name, block in pairs if re.fullmatch(r"\d[\d.,' ]*", block.text.strip())
        ]
    if not isinstance(part, Block) or part.kind != "paragraph" or (match := _LINE.fullmatch(part.text.strip())) is None:
        return []
    return [(match["who"], part, match["figure"], part.text.index(match["figure"], match.start("figure")))]


def _read(bench: Workbench, who: str, block: Block, text: str, at: int) -> bool:
    name = bench.organization or "" if _ALL.match(who) else named(who.strip(" ."))
    known = name and (_ALL.match(who) or "organization" in (bench.kind_of(name), guess(who.strip())))
    found = amount(text, "quantity", None, 1.0, bench.published)
    if not known or found is None:
        return False
    when = [d.value.edtf or "" for d in recognise(bench.lead, bench.published)]
    as_of = next((day for day in when if "XXXX" not in day), "")
    span = (at + found.start, at + found.end)
    bench.emit(block, span, Entity(name, "organization"), "headcount", found.value, {"as_of": as_of}, "leaders", 0.85)
    return True
