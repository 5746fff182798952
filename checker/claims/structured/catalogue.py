"""Lists of things: titles with dates and prices, of one kind or of the kind that a column names."""

from __future__ import annotations

from checker.claims.structured.column import Column, share
from checker.claims.structured.context import THINGS, Workbench
from checker.claims.structured.figures import date
from checker.claims.structured.lexicon import fold
from checker.claims.structured.posts import is_title
from checker.model import Block

# What a date is to a thing of each kind.
DATES = {"product": "released_on", "event": "held_on", "project": "opened_on"}
_PLACES = ("venue", "site", "location name", "building", "branch", "store", "station", "campus", "programme", "section")
_TITLES = ("title", "name", "work", "titles", "item", "what", "entry")


def settle_things(bench: Workbench, columns: list[Column]) -> None:
    """Settle whose dates and prices stand in the rows, where a column "title" names things and not posts."""
    things = [
        bench.words.attributes[c.name].subject
        for c in columns
        if c.role == "attribute" and bench.words.attributes[c.name].subject in THINGS
    ]
    persons = any((c.role, c.name) == ("subject", "person") for c in columns)
    sorts = next((c for c in columns if (c.role, c.name) == ("qualifier", "sort")), None)
    known = sorts is not None and share([bool(kind_of(bench, text)) for text in sorts.texts(bench)]) >= 0.3
    about_people = any(
        (c.role == "attribute" and bench.words.attributes[c.name].subject == "person")
        or (c.role == "subject" and c.name in ("any", "person"))
        for c in columns
    )
    works = not about_people and any(
        fold(c.heading.text) in ("title", "titles") and _are_titles(bench, c) for c in columns
    )
    if persons or not (things or known or works):
        return
    titled = next((c for c in columns if fold(c.heading.text) in _TITLES and _are_titles(bench, c)), None)
    named = [c for c in columns if c.role == "subject" and c.name in THINGS and c is not titled]
    if titled is not None and (known or all(fold(c.heading.text) in _PLACES for c in named)):
        kind = max(sorted(set(things)), key=things.count) if things else "product"
        titled.role, titled.name = "subject", kind
        for column in named:
            column.role = column.name = ""
    elif not named:
        return
    for column in columns:
        if known and "date" in fold(column.heading.text).split() and not things_date(column):
            texts = column.texts(bench)
            if share([date(text, bench.published, True) is not None for text in texts]) > 0.5:
                column.role, column.name = "attribute", "released_on"


def things_date(column: Column) -> bool:
    """Whether a column is the date of a thing."""
    return column.role == "attribute" and column.name in DATES.values()


def _are_titles(bench: Workbench, column: Column) -> bool:
    texts = column.texts(bench)
    if column.role == "attribute" or not texts:
        return False
    return share([is_title(t) for t in texts]) < 0.5 and share([any(c.isalpha() for c in t) for t in texts]) > 0.9


def kind_of(bench: Workbench, text: str) -> str:
    """The kind of thing that a cell under "type" names: "book" is a product, "fair" an event; "" for none."""
    for word in fold(text).split():
        for role, name in bench.words.exact.get(word, ()):
            if role == "subject" and name in THINGS:
                return name
    return ""


def attribute_for(attribute: str, sort: Block | None, bench: Workbench) -> tuple[str, str]:
    """The attribute and the kind of what a row is about, by what the row's own cell says it is."""
    kind = kind_of(bench, sort.text) if sort is not None else ""
    if not kind:
        return attribute, ""
    return (DATES[kind] if attribute in DATES.values() else attribute), kind
