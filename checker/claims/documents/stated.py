"""What a document itself says it is about: a memo's "Re:", "Investment memo: X", an article's "about" in JSON-LD."""

from __future__ import annotations

from checker.claims.documents.issuer import concerned
from checker.model import Block, Record
from checker.passages import Name, Page

_STUDIES = frozenset("memo memorandum note paper profile review tearsheet study briefing update dossier".split())


def stated(page: Page) -> str:
    """The one organization that the document's head names as its subject; "" where it names none, or several."""
    return concerned(page) or _in_title(page) or _in_article(page)


def _in_title(page: Page) -> str:
    """ "Investment memo: Velora Optics": behind the word for the document, which begins the first heading."""
    first = next((p for p in page.passages[:3] if p.block.kind == "heading" and p.tokens), None)
    if first is None:
        return ""
    colon = next((i for i, t in enumerate(first.tokens[:5]) if t.text in (":", "–", "—")), 0)
    named = [m for m in first.mentions if m.kind == "name"]
    if not colon or first.tokens[colon - 1].lower not in _STUDIES or not named or named[0].first != colon + 1:
        return ""
    return _body(page.names.get(named[0].key))


def _in_article(page: Page) -> str:
    """The "about" of an article's JSON-LD, if it is one organization that the text names."""
    for part in page.source.parts:
        for field in part.fields if isinstance(part, Record) and part.kind == "jsonld" else ():
            if field.name == "about" and isinstance(field.value, Record):
                said = [f.value.text for f in field.value.fields if f.name == "name" and isinstance(f.value, Block)]
                known = page.names.get(said[0].casefold()) if len(said) == 1 else None
                return _body(known)
    return ""


def _body(name: Name | None) -> str:
    return name.full if name is not None and name.full and name.kind in ("organization", "") else ""
