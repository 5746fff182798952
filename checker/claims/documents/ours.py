"""Whose "we" and "our" are, where nobody is known to speak: the body that a document comes from, if that can be told.

A union writes of an employer, an investor of a firm, a newspaper of everybody: "our president" is then not that of the
body that the text is about.
"""

from __future__ import annotations

from checker.claims.discourse import sorts
from checker.claims.documents.issuer import issued, press
from checker.claims.documents.stated import stated
from checker.passages import Page, Passage

_STAFF = frozenset(
    (
        "union unions chapel stewards betriebsrat council branch supporters fans fanzine podcast episode musicians "
        "employees residents tenants campaign petition gewerkschaft syndicat sindicato leaflet"
    ).split()
)
_HEAD, _SHORT = 4, 32  # passages in which a document says from whom it comes, and their length in words


def ours(page: Page, main: str) -> str:
    """The body that "we" are; "" where it cannot be told."""
    head = [p for p in page.passages[:_HEAD] if p.block.kind in ("heading", "paragraph") and len(p.tokens) <= _SHORT]
    bodies = [name for p in head for name in _bodies(p, page)]
    members = [name for name in bodies if " " in name and "members" in sorts.of(name)]
    if members:
        return main if main in members else members[0]
    if main and issued(page) == main:
        return main
    if any(t.lower in _STAFF for p in head for t in p.tokens):
        return ""
    publisher = page.source.publisher or ""
    if stated(page):
        others = [name for p in head[:2] for name in _bodies(p, page) if name != main]
        return others[0] if others else ""
    return "" if press(publisher) and publisher.casefold() != main.casefold() else main


def _bodies(passage: Passage, page: Page) -> list[str]:
    """The organizations that a passage names."""
    names = [page.names.get(m.key) for m in passage.mentions if m.kind == "name"]
    return [name.full for name in names if name is not None and name.full and name.kind in ("organization", "")]
