"""Tables of several bodies with a row for each measure: "Aksu Tekstil | Net sales (TRY m) | 310 | 402"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.structured.context import Entity, Workbench, named
from checker.claims.structured.headings import heading
from checker.model import Block, Table


def panels(bench: Workbench, header: list[Block], rows: list[list[Block]]) -> Iterator[tuple[Entity, Table]]:
    """Each body with its own table of measures; nothing for a table of another make."""
    if len(header) < 4:
        return
    heads = [heading(cell.text, bench.words, bench.published) for cell in header]
    if heads[0].role not in ("subject", "") or any(head.role != "time" for head in heads[2:]):
        return
    means = [heading(row[1].text, bench.words, bench.published).role == "attribute" for row in rows if len(row) > 1]
    names = [named(row[0].text) for row in rows]
    if sum(means) < 2 or heads[1].role in ("attribute", "time"):
        return
    groups: dict[str, list[list[Block]]] = {}
    owner = ""
    for name, row in zip(names, rows, strict=True):
        owner = name or owner  # a merged cell says it once
        groups.setdefault(owner, []).append(row[1:])
    for owner, lines in groups.items():
        if owner and owner[0].isalnum():
            kind = bench.kind_of(owner)
            about = Entity(owner, kind if kind in ("project", "product") else "organization")
            yield about, Table([header[1:]], lines)
