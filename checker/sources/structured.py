"""JSON values as the records and tables of a source."""

from __future__ import annotations

from checker.model import Block, Field, Record, Table
from checker.sources.document import Document
from checker.sources.json_tree import Leaf, Node, Row, Tree
from checker.sources.metadata import fields, value_text

_ARTICLES = ("article", "posting", "report", "webpage", "pressrelease", "creativework", "review")


def block(leaf: Leaf, kind: str = "field") -> Block:
    """A scalar as a block."""
    return Block(kind, leaf.text, leaf.pieces)


def record(tree: Tree, kind: str) -> Record:
    """An object as a record: lists are repeated fields, nulls nothing, ``@type`` the type."""
    out = Record(kind, [])
    for key, value in tree.members:
        if key.text == "@type":
            first = value.items[0] if isinstance(value, Row) and value.items else value
            out.type = first.text.rsplit("/", 1)[-1] if isinstance(first, Leaf) else ""
        elif key.text != "@context":
            _add(out, key.text, value, kind)
    return out


def _add(out: Record, name: str, value: Node, kind: str) -> None:
    if isinstance(value, Row):
        for item in value.items:
            _add(out, name, item, kind)
    elif isinstance(value, Tree):
        out.fields.append(Field(name, record(value, kind)))
    elif value.text and (value.quoted or value.text != "null"):
        out.fields.append(Field(name, block(value)))


def linked_data(document: Document, node: Node) -> None:
    """JSON-LD: a record for each object, those of an ``@graph`` too, and what an article's says about the page."""
    if isinstance(node, Row):
        for item in node.items:
            linked_data(document, item)
    elif isinstance(node, Tree):
        graph = node.get("@graph")
        if isinstance(graph, Row):
            linked_data(document, graph)
            return
        found = record(node, "jsonld")
        document.parts.append(found)
        _about(document, found)


def _about(document: Document, found: Record) -> None:
    kind = found.type.lower()
    if not any(word in kind for word in _ARTICLES):
        return
    rank = 12 if kind == "webpage" else 10
    fields(document, found, rank)
    for field in found.fields:
        if field.name == "name":
            document.offer("title", value_text(field.value), rank + 1)
        elif field.name == "mainEntityOfPage" and isinstance(field.value, Record):
            for inner in field.value.fields:
                if inner.name == "@id":
                    document.offer("url", value_text(inner.value), rank + 1)


def table(objects: list[Tree]) -> Table:
    """Flat objects as a table: keys are the header, in the order in which they first appear."""
    names: dict[str, Leaf] = {}
    for each in objects:
        for key, _ in each.members:
            names.setdefault(key.text, key)
    rows = []
    for each in objects:
        found = {key.text: value for key, value in each.members}
        rows.append([_cell(found.get(name), each.start) for name in names])
    return Table([[block(key, "cell") for key in names.values()]], rows)


def _cell(value: Node | None, place: int) -> Block:
    if isinstance(value, Leaf) and (value.quoted or value.text != "null"):
        return block(value, "cell")
    return Block("cell", "", ((0, place),))


def is_flat(node: Node) -> bool:
    """Whether an object holds scalars alone."""
    return isinstance(node, Tree) and bool(node.members) and all(isinstance(value, Leaf) for _, value in node.members)
