"""JSON and JSON Lines: articles as sources of their own, other objects as records and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from checker import lazy
from checker.model import Block, Record
from checker.sources import html, text
from checker.sources.document import BadJsonError, Document
from checker.sources.json_tree import Leaf, Node, Row, Tree, parse
from checker.sources.metadata import fields
from checker.sources.spans import moved
from checker.sources.structured import block, is_flat, linked_data, record, table

_TEXTS = (
    "text",
    "content",
    "body",
    "article",
    "fulltext",
    "full_text",
    "articlebody",
    "article_body",
    "content_text",
    "content_html",
    "markdown",
)
_LISTS = ("items", "articles", "documents", "records", "entries", "results", "data", "posts", "stories", "hits")
_NAMES = ("id", "_id", "uuid", "guid", "key", "slug")
_MARKUP = lazy.compile(r"\s*<(?:!doctype|html|body|article|div|p|h[1-6]|section|ul|table)\b", re.I)


class Entry(Struct):
    """One document of a file: its name within it (None for the whole), where it stands, what it holds."""

    name: str | None
    start: int
    end: int
    document: Document


def read_json(raw: str) -> Iterator[Entry]:
    """The documents of a JSON file. Raises BadJsonError."""
    node = parse(raw)
    for name in _LISTS if isinstance(node, Tree) else ():
        inner = node.get(name) if isinstance(node, Tree) else None
        if isinstance(inner, Row) and inner.items and all(_is_article(item) for item in inner.items):
            yield from _entries(inner.items, raw)
            return
    if isinstance(node, Row) and node.items and any(_is_article(item) for item in node.items):
        yield from _entries(node.items, raw)
    elif isinstance(node, Tree) and _is_article(node):
        yield Entry(None, 0, len(raw), _article(node))
    else:
        yield Entry(None, 0, len(raw), _data([node]))


def read_lines(raw: str) -> Iterator[Entry | tuple[int, str]]:
    """The documents of a JSON Lines file, and (offset, reason) for a line that is none."""
    rest: list[Node] = []
    at, number = 0, 0
    while at < len(raw):
        end = raw.find("\n", at)
        end = len(raw) if end < 0 else end
        if raw[at:end].strip():
            number += 1
            try:
                node = parse(raw, at, end)
            except BadJsonError as bad:
                yield bad.offset, f"not JSON: {bad.reason}"
            else:
                if _is_article(node) and isinstance(node, Tree):
                    yield Entry(_name(node, number), at, end, _article(node))
                else:
                    rest.append(node)
        at = end + 1
    if rest:
        yield Entry(None, 0, len(raw), _data(rest))


def _entries(items: list[Node], raw: str) -> Iterator[Entry]:
    rest: list[Node] = []
    for number, item in enumerate(items, 1):
        if isinstance(item, Tree) and _is_article(item):
            yield Entry(_name(item, number), item.start, item.end, _article(item))
        else:
            rest.append(item)
    if rest:
        yield Entry(None, 0, len(raw), _data(rest))


def _is_article(node: Node) -> bool:
    return isinstance(node, Tree) and _text_of(node) is not None and node.get("@context") is None


def _text_of(node: Tree) -> tuple[str, Leaf] | None:
    """The member that holds the text, the longest of those so named."""
    best: tuple[str, Leaf] | None = None
    for key, value in node.members:
        named = key.text.lower() in _TEXTS and isinstance(value, Leaf) and value.quoted
        if named and isinstance(value, Leaf) and (best is None or len(value.text) > len(best[1].text)):
            best = key.text, value
    return best


def _name(node: Tree, number: int) -> str:
    for name in _NAMES:
        value = node.get(name)
        if isinstance(value, Leaf) and value.text.strip():
            return value.text.strip()
    return str(number)


def _article(node: Tree) -> Document:
    """The text of an article, read as what it is, with its other members as metadata."""
    from checker.sources import markdown

    key, leaf = _text_of(node) or ("", Leaf("", ((0, node.start),), True))
    stated = node.get("format")
    kind = stated.text.lower() if isinstance(stated, Leaf) else key.lower()
    if "html" in kind or _MARKUP.match(leaf.text):
        document = html.parse(leaf.text)
    elif "markdown" in kind or kind == "md":
        document = markdown.parse(leaf.text)
    else:
        document = text.parse(leaf.text)
    moved(document.parts, leaf.pieces)
    document.notes = [(leaf.pieces[0][1], reason) for _, reason in document.notes]
    about = record(
        Tree([(name, value) for name, value in node.members if name.text != key], node.start, node.end), "json"
    )
    fields(document, about, 0)
    title = node.get("title") or node.get("headline")
    if isinstance(title, Leaf) and title.text and not _opens_with(document, title.text):
        document.parts.insert(0, block(title, "heading"))
        document.parts[0].level = 1  # type: ignore[union-attr]
    document.parts.insert(
        0, Record("json", [field for field in about.fields if field.name not in ("title", "headline")])
    )
    return document


def _opens_with(document: Document, title: str) -> bool:
    first = next((part for part in document.parts if isinstance(part, Block)), None)
    return first is not None and first.text == title


def _data(nodes: list[Node]) -> Document:
    """Values that are no articles: linked data, a table of flat objects, records."""
    document = Document()
    if len(nodes) == 1 and isinstance(nodes[0], Row):
        nodes = nodes[0].items
    flat = [node for node in nodes if isinstance(node, Tree) and is_flat(node)]
    if len(flat) > 1 and len(flat) == len(nodes) and not any(node.get("@type") for node in flat):
        document.parts.append(table(flat))
        return document
    for node in nodes:
        if isinstance(node, Tree) and (node.get("@context") or node.get("@type") or node.get("@graph")):
            linked_data(document, node)
        elif isinstance(node, Tree):
            document.parts.append(record(node, "json"))
            if len(nodes) == 1:
                fields(document, record(node, "json"), 5)
        elif isinstance(node, Leaf) and node.text:
            document.parts.append(block(node, "paragraph"))
        elif isinstance(node, Row):
            document.parts += _data([node]).parts
    return document
