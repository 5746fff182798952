"""HTML pages: the article's text, tables and lists; linked data and ``<meta>`` as records; the rest as furniture."""

from __future__ import annotations

import html as entities
import re

from checker import lazy
from checker.model import Block, Field, Part, Record
from checker.sources import dates, html_tree, json_tree, pairs
from checker.sources.document import BadJsonError, Document
from checker.sources.furniture import Judge
from checker.sources.header import look
from checker.sources.html_tables import read_table
from checker.sources.html_tree import Element
from checker.sources.metadata import fields
from checker.sources.spans import Span, edited
from checker.sources.structured import linked_data

_ROUGH = lazy.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)|[ \t\n\r\f]{2,}|[\t\n\r\f]")
_DROPPED = set("script style template svg head object math map audio video title textarea".split())
_BLOCKS = set(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4"
    " h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot "
    "th thead tr ul".split()
)
_HEADING = lazy.compile(r"h[1-6]")
_DIGITS = lazy.compile(r"\s*\[?[\d*†‡]{1,3}\]?\s*")
_SUFFIX = lazy.compile(r"\s+[-–—|·:»]\s+")


def parse(text: str) -> Document:
    """Read an HTML page or fragment."""
    document = Document()
    root = html_tree.parse(text)
    _head(document, text, root)
    walker = Walker(text, Judge(text, root), document.parts)
    walker.walk(root)
    walker.flush()
    _page_head(document)
    _titles(document, text, root)
    look(document)
    return document


def _all(element: Element, tags: tuple[str, ...]) -> list[Element]:
    """The elements with these tags, in document order."""
    found, stack = [], [element]
    while stack:
        node = stack.pop()
        if node.tag in tags:
            found.append(node)
        stack.extend(child for child in reversed(node.children) if isinstance(child, Element))
    return found


def _terms(element: Element) -> list[Element]:
    """The ``dt`` and ``dd`` of a ``dl``, also those wrapped in ``div``."""
    out: list[Element] = []
    for child in element.children:
        if isinstance(child, Element):
            if child.tag in ("dt", "dd"):
                out.append(child)
            elif child.tag == "div":
                out += _terms(child)
    return out


def field_block(text: str, span: Span, kind: str = "field") -> Block:
    """The text of a span with entities decoded and blanks collapsed."""
    start, end = span
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    part = part.strip()
    edits = [(*match.span(), _instead(match.group())) for match in _ROUGH.finditer(part)]
    new, pieces = edited(part, ((0, start),), edits) if edits else (part, ((0, start),))
    return Block(kind, new, pieces)


def _instead(found: str) -> str:
    if found[0] != "&":
        return " "
    return entities.unescape(found).replace("\u00a0", " ").replace("\u00ad", "")


def _head(document: Document, text: str, root: Element) -> None:
    """``<meta>`` and linked data, wherever on the page they stand."""
    metas = Record("meta", [])
    for element in _all(root, ("meta", "script", "link", "time")):
        if element.tag == "script":
            _script(document, text, element)
        elif element.tag == "meta":
            _meta(metas, text, element)
        elif text[slice(*element.attributes.get("rel", (0, 0)))] == "canonical":
            document.offer("url", text[slice(*element.attributes.get("href", (0, 0)))], 25)
    if metas.fields:
        document.parts.insert(0, metas)
        fields(document, metas, 20)
    for element in _all(root, ("time",)):
        span = element.attributes.get("datetime")
        if span and ("pubdate" in element.attributes or "published" in _classes(text, element)):
            document.offer("published", dates.whole(text[slice(*span)]), 28)


def _classes(text: str, element: Element) -> str:
    names = (element.attributes.get(name) for name in ("class", "itemprop", "id"))
    return " ".join(text[slice(*span)].lower() for span in names if span)


def _meta(metas: Record, text: str, element: Element) -> None:
    content = element.attributes.get("content")
    name = next(
        (element.attributes[key] for key in ("property", "name", "itemprop") if key in element.attributes), None
    )
    if content and name and content[0] < content[1]:
        plain = text[slice(*name)].strip()
        if plain.lower() not in ("viewport", "robots", "generator", "referrer", "theme-color", "googlebot"):
            metas.fields.append(Field(plain, field_block(text, content)))


def _script(document: Document, text: str, element: Element) -> None:
    kind = element.attributes.get("type")
    if not kind or "ld+json" not in text[slice(*kind)] or not element.children:
        return
    start, end = next(child for child in element.children if isinstance(child, tuple))
    try:
        linked_data(document, json_tree.parse(text, start, end))
    except BadJsonError as bad:
        document.notes.append((bad.offset, f"linked data (JSON-LD) that is not JSON: {bad.reason}"))


def _titles(document: Document, text: str, root: Element) -> None:
    """``h1`` and ``<title>``; what the latter adds after a dash is the site."""
    headings = [
        part.text for part in document.parts if isinstance(part, Block) and part.kind == "heading" and part.level == 1
    ]
    if headings:
        document.offer("title", headings[0], 15)
    for element in _all(root, ("title",))[:1]:
        if element.children and isinstance(element.children[0], tuple):
            title = field_block(text, element.children[0])
            words = _SUFFIX.split(title.text)
            if len(words) > 1 and headings and _same(title.text, headings[0]):
                document.offer("publisher", words[-1], 35)
            document.offer("title", title.text, 30)


def _same(title: str, heading: str) -> bool:
    return title.lower().startswith(heading.lower()[:40])


def _page_head(document: Document) -> None:
    """What stands before the title, and is no heading or paragraph of prose, belongs to the page."""
    first = next(
        (
            at
            for at, part in enumerate(document.parts)
            if isinstance(part, Block) and part.level == 1 and part.kind == "heading"
        ),
        0,
    )
    for part in document.parts[:first]:
        if isinstance(part, Block) and part.kind in ("paragraph", "item", "heading") and len(part.text) < 200:
            part.kind = "furniture"


class Walker:
    """Walks the tree and writes blocks; ``kind`` is that of the innermost block element."""

    def __init__(self, text: str, judge: Judge, parts: list[Part], depth: int = 0) -> None:
        self.text, self.judge, self.parts, self.depth = text, judge, parts, depth
        self.out: list[str] = []
        self.pieces: list[tuple[int, int]] = []
        self.size = 0
        self.kind, self.level = "paragraph", 0
        self.lead: tuple[int, int] | None = None
        self.links: list[tuple[int, int, str]] = []
        self.emphases: list[tuple[int, int]] = []
        self.lists = 0
        self.break_as = " "

    def walk(self, element: Element, only: bool = False) -> None:
        """The blocks of an element's children (``only`` its inline content, for a cell)."""
        for child in element.children:
            if isinstance(child, tuple):
                self._text(*child)
            elif child.tag in _DROPPED:
                continue
            elif child.tag in _BLOCKS and not only:
                self._block(child)
            else:
                self._inline(child, only)

    def _block(self, element: Element) -> None:
        if self.kind != "furniture" and self.judge.is_furniture(element):
            self._within(element, "furniture", 0)
        elif element.tag == "table" and self.kind != "furniture":
            self._table(element)
        elif element.tag == "dl" and self.kind != "furniture":
            self._definitions(element)
        elif element.tag in ("ul", "ol", "menu"):
            self.lists += 1
            self._within(element, self.kind, self.level)
            self.lists -= 1
        else:
            self._within(element, *self._kind_of(element))

    def _kind_of(self, element: Element) -> tuple[str, int]:
        tag = element.tag
        if self.kind == "furniture":
            return "furniture", 0
        if _HEADING.fullmatch(tag):
            return "heading", int(tag[1])
        if tag == "li":
            return "item", max(self.lists, 1)
        if tag == "blockquote":
            return "quote", 0
        if tag in ("figcaption", "caption"):
            return "caption", 0
        if tag == "hr":
            return self.kind, self.level
        return (self.kind, self.level) if self.kind in ("item", "quote", "caption") else ("paragraph", 0)

    def _within(self, element: Element, kind: str, level: int) -> None:
        self.flush()
        before = self.kind, self.level
        self.kind, self.level = kind, level
        if element.tag != "pre" or not any(
            isinstance(child, Element) and child.tag == "code" for child in element.children
        ):
            self.walk(element)
        self.flush()
        self.kind, self.level = before

    def _inline(self, element: Element, only: bool) -> None:
        tag = element.tag
        if tag == "br":
            self._put(self.break_as, element.start)
            if self.out and self.out[-1] == " " and self._broken_twice(element):
                self.flush()
            return
        if tag == "sup" and _DIGITS.fullmatch(self.judge.words(element)):
            return
        if tag in ("button", "select", "iframe", "label", "canvas", "noscript") and not only:
            self._within(element, "furniture", 0)
            return
        if only and tag in _BLOCKS:
            self._put(" ", element.start)
        start = self.size
        self.walk(element, only)
        if tag in ("b", "strong") and start == 0 and self.size:
            self.lead = 0, self.size
        if tag in ("i", "em", "cite") and start < self.size:
            self.emphases.append((start, self.size))
        if tag == "a" and "href" in element.attributes and start < self.size:
            self.links.append((start, self.size, self.text[slice(*element.attributes["href"])]))

    def _broken_twice(self, element: Element) -> bool:
        rest = self.text[element.start : element.start + 40].lower()
        return bool(re.match(r"<br[^>]*>\s*<br", rest))

    def _text(self, start: int, end: int) -> None:
        at = start
        for match in _ROUGH.finditer(self.text, start, end):
            self._keep(at, match.start())
            self._put(_instead(match.group()), match.start())
            at = match.end()
        self._keep(at, end)

    def _keep(self, start: int, end: int) -> None:
        text = self.text
        while start < end and text[start] == " " and (not self.out or self.out[-1][-1] in " \n"):
            start += 1
        if start < end:
            self.pieces.append((self.size, start))
            self.out.append(text[start:end])
            self.size += end - start

    def _put(self, instead: str, origin: int) -> None:
        if not instead or (instead in " \n" and (not self.out or self.out[-1][-1] in " \n")):
            return
        self.pieces.append((self.size, origin))
        self.out.append(instead)
        self.size += len(instead)

    def take(self, kind: str, level: int = 0, place: int = 0) -> Block:
        """The block written so far, and begin anew; an empty one stands at ``place``."""
        text = "".join(self.out).rstrip()
        pieces = tuple(piece for piece in self.pieces if piece[0] < len(text)) or ((0, place),)
        lead = (0, min(self.lead[1], len(text))) if self.lead and text else None
        links = tuple((a, min(b, len(text)), to) for a, b, to in self.links if a < len(text))
        emphases = tuple((a, min(b, len(text))) for a, b in self.emphases if a < len(text))
        self.out, self.pieces, self.size, self.lead, self.links, self.emphases = [], [], 0, None, [], []
        return Block(kind, text, pieces, level, lead, links, emphases)

    def flush(self) -> None:
        """End the current block."""
        if self.out:
            block = self.take(self.kind, self.level)
            if block.text:
                self.parts.append(block)

    def cell(self, element: Element, kind: str = "cell") -> Block:
        """All the text of an element as one block."""
        inner = Walker(self.text, self.judge, [], self.depth + 1)
        inner.break_as = "\n" if element.tag == "td" else " "  # people and things of a cell, one a line
        inner.walk(element, only=True)
        return inner.take(kind, 0, element.start)

    def _table(self, element: Element) -> None:
        self.flush()
        table = read_table(element, self) if self.depth < 5 else None
        if table is None:
            self._within(element, self.kind, self.level)
            return
        above = self.parts[-1] if self.parts else None
        if table.caption is None and isinstance(above, Block) and above.kind == "heading":
            table.caption = Block("caption", above.text, above.pieces)
        self.parts.append(table)

    def _definitions(self, element: Element) -> None:
        """A ``dl`` as a record; values that are prose are read as such too."""
        self.flush()
        found: list[tuple[str, Block]] = []
        prose: list[Block] = []
        key = ""
        for item in _terms(element):
            if item.tag == "dt":
                key = self.cell(item).text
            elif (value := self.cell(item, "field")).text:
                found.append((key, value))
                prose.append(Block("item", value.text, value.pieces, 1, value.lead, value.links))
        if found:
            self.parts.extend(pairs.as_parts(found, prose))
