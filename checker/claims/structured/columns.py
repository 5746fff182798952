"""What each column of a table is: header words first, what stands in its cells second."""

from __future__ import annotations

import re

from msgspec.structs import replace

from checker import lazy
from checker.claims.structured import deals, posts_in_columns
from checker.claims.structured.beside import lists_people
from checker.claims.structured.catalogue import settle_things
from checker.claims.structured.column import Column, share
from checker.claims.structured.context import THINGS, Workbench, guess, named
from checker.claims.structured.figures import date, day_first
from checker.claims.structured.headings import Heading
from checker.claims.structured.lexicon import fold
from checker.claims.structured.posts import is_person, is_title
from checker.claims.structured.staff_parts import settle_parts
from checker.claims.structured.units import currency_of
from checker.model import Block
from checker.values import AMOUNTS


def settle(bench: Workbench, headings: list[Heading], rows: list[list[Block]], default: str) -> list[Column]:
    """The columns, their roles settled. ``default`` is the kind of what the table as a whole is about ("" for
    nothing)."""
    columns = [Column(heading, [row[i] for row in rows if i < len(row)]) for i, heading in enumerate(headings)]
    dayfirst = day_first([cell.text for row in rows for cell in row])
    for column in columns:
        texts = column.texts(bench)
        column.dayfirst = dayfirst
        meanings = [(column.heading.role, column.heading.name), *column.heading.others] if column.heading.role else []
        fitting = [meaning for meaning in meanings if texts and _fits(bench, meaning, texts)]
        if fitting:
            column.role, column.name = fitting[0]
    deals.settle_rounds(bench, columns)
    deals.settle_thing(bench, columns)
    _works(bench, columns)
    _bodies(columns)
    _owners(columns)
    _leads(columns)
    _moved_within(bench, columns)
    _choose(bench, columns, default)
    _people(bench, columns)
    settle_things(bench, columns)
    _subject(bench, columns, default)
    _drop(bench, columns, default)
    settle_parts(bench, columns)
    return columns


_OF_WORKS = frozenset("author authors isbn pages publisher translator illustrator artist composer label copies".split())


def _works(bench: Workbench, columns: list[Column]) -> None:
    """ "Title" beside "Author" is a work's, not a post."""
    for column in columns:
        beside = {word for other in columns if other is not column for word in fold(other.heading.text).split()}
        if fold(column.heading.text) in ("title", "titles") and beside & _OF_WORKS and not beside & _PERSONAL:
            texts = column.texts(bench)
            if share([is_title(text) for text in texts]) < 0.5:
                column.role, column.name = "subject", "product"
                column.heading = replace(column.heading, role="subject", name="product", others=())


_TAKES_EFFECT = frozenset(("effective", "effective date", "with effect from", "starts", "date of change"))


def _moved_within(bench: Workbench, columns: list[Column]) -> None:
    """ "Effective" beside the post that somebody had before: who changes posts does not join."""
    said = [fold(column.heading.text) for column in columns]
    before = [c for c, text in zip(columns, said, strict=True) if text in _BEFORE]
    if any(share([is_title(text) for text in column.texts(bench)]) >= 0.5 for column in before):
        for column, text in zip(columns, said, strict=True):
            if text in _TAKES_EFFECT and (column.role, column.name) == ("attribute", "joined_on"):
                column.role, column.name = "", ""
                column.heading = replace(column.heading, role="ignored", name="", others=())


_BEFORE = frozenset(
    ("from", "old post", "previous post", "previous position", "previous role", "present post", "old role")
)
_PERSONAL = frozenset("name person surname employee employer organisation organization company department".split())


def _bodies(columns: list[Column]) -> None:
    """A first column of employers beside their staff or their founding is of what the rows are about."""
    first = columns[0] if columns else None
    personal = any(c.name in ("title", "person", "joined_on", "left_on", "reports_to") for c in columns)
    of_bodies = any(c.role == "attribute" and c.name in ("headcount", "founded_on", "revenue", "headquarters")
                    for c in columns)  # fmt: skip
    if first is not None and (first.role, first.name) == ("attribute", "employer") and of_bodies and not personal:
        first.role, first.name = "subject", "organization"


def _owners(columns: list[Column]) -> None:
    """ "Owner" beside "owner since": who bought the bodies of the rows."""
    since = any((c.role, c.name) == ("attribute", "acquired_on") and "since" in fold(c.heading.text) for c in columns)
    for column in columns if since else ():
        if fold(column.heading.text) in ("owner", "parent", "owned by") and column.heading.role in ("ignored", ""):
            column.role, column.name = "attribute", "acquired_by"


def _leads(columns: list[Column]) -> None:
    """ "lead" beside "lead_title": a person and the post, and no investor."""
    said = {fold(column.heading.text): column for column in columns}
    for name, column in said.items():
        beside = said.get(f"{name} title") or said.get(f"{name} role") or said.get(f"{name} position")
        if beside is not None and name in ("lead", "head", "contact", "manager", "director", "officer"):
            column.role, column.name = "subject", "person"
            column.heading = replace(column.heading, role="subject", name="person", others=())
            beside.role, beside.name = "attribute", "title"


def _people(bench: Workbench, columns: list[Column]) -> None:
    """A column "key people": of bare names, or, beside a column of titles, of whom those titles are."""
    titled = any((c.role, c.name) == ("attribute", "title") for c in columns)
    for column in columns[1:]:
        texts = column.texts(bench)
        if column.role == "people" and titled and texts and all(is_person(bench, named(text)) for text in texts):
            column.role, column.name = "subject", "person"
        elif not titled and {column.role, column.heading.role} <= {"", "people"}:
            column.role, column.name = (
                ("people", "named") if lists_people(bench, column.heading, texts) else (column.role, column.name)
            )


def _fits(bench: Workbench, meaning: tuple[str, str], texts: list[str]) -> bool:
    """Whether what stands in the cells can be meant."""
    role, name = meaning
    digits = share([any(c.isdigit() for c in t) for t in texts])
    letters = share([sum(c.isalpha() for c in t) > 2 for t in texts])
    if (
        role == "subject"
        and name == "event"
        and share([len(t.split()) > 8 or bool(_VERBED.search(t)) for t in texts]) > 0.4
    ):
        return False  # what happened, not what it is called
    if role == "subject":
        return letters >= 0.6 and share([len(t) <= 90 for t in texts]) > 0.7
    if role == "qualifier":
        if name == "currency":
            return share([currency_of(t) is not None for t in texts]) > 0.5
        if name in ("from", "until", "date", "term"):
            return share([_dated(bench, t) for t in texts]) >= 0.5
        return True
    if role in ("officer", "people"):
        return share([bool(_begins_with_person(bench, t)) for t in texts]) >= 0.5
    if role != "attribute":
        return True
    value = bench.words.attributes[name].value.split("|")[0].strip()
    if value == "date":
        return share([_dated(bench, t) for t in texts]) >= 0.5
    if value in AMOUNTS or value == "version":
        return (
            digits >= 0.5
            or share(
                [any(w in t.casefold() for w in ("hundred", "thousand", "million", "billion", "dozen")) for t in texts],
            )
            >= 0.5
        )
    if value == "title":
        return share([is_title(t) for t in texts]) >= 0.5
    if value == "person":
        return letters >= 0.6 and share([bool(_begins_with_person(bench, t)) for t in texts]) >= 0.4
    return letters >= 0.5 and share([len(t) <= 120 for t in texts]) > 0.7


_VERBED = lazy.compile(
    r"^(?:founded|acquired|bought|sold|opened|closed|moved|merged)\b|\b(?:is|was|becomes|opens|takes over)\b", re.I
)


def _dated(bench: Workbench, text: str) -> bool:
    return (
        text.strip().casefold() in ("present", "now", "current", "today", "to date", "ongoing")
        or date(text, bench.published, True) is not None
    )


def _begins_with_person(bench: Workbench, text: str) -> bool:
    head = named(re.split(r"\s*[(,;\n]|\s{2,}|\s+and\s", text.strip())[0])
    return is_person(bench, head)


def _choose(bench: Workbench, columns: list[Column], default: str) -> None:
    """Where a header has several meanings that fit, take the one whose subject the other columns ask for."""
    sure = {column.name for column in columns if column.role and not column.heading.others}
    kinds = {bench.words.attributes[c.name].subject for c in columns if c.role == "attribute" and not c.heading.others}
    kinds |= {c.name for c in columns if c.role == "subject" and c.name != "any" and not c.heading.others}
    kinds = kinds or {default}
    for column in columns:
        if not column.heading.others or not column.role:
            continue
        texts = column.texts(bench)
        meanings = [
            m for m in [(column.heading.role, column.heading.name), *column.heading.others] if _fits(bench, m, texts)
        ]
        ranked = sorted(range(len(meanings)), key=lambda i: (-_wanted(bench, meanings[i], kinds, sure), i))
        column.role, column.name = meanings[ranked[0]] if ranked else ("", "")


def _wanted(bench: Workbench, meaning: tuple[str, str], kinds: set[str], sure: set[str]) -> int:
    role, name = meaning
    if role == "attribute":
        attribute = bench.words.attributes[name]
        if name in sure:
            return 0
        if name.startswith(("round_", "acquisition_", "acquired_on")):
            beside = "round" if name.startswith("round_") else "acquired_by"
            return 3 if beside in sure else -1
        return 2 if attribute.subject in kinds or (attribute.subject in THINGS and kinds & set(THINGS)) else 0
    return 1


_ROUND = lazy.compile(
    r"(?:pre-?seed|seed|angel|series [a-k]\d?|bridge|growth|mezzanine|venture debt|ipo|round [a-k\d])\b", re.I
)


def _subject(bench: Workbench, columns: list[Column], default: str) -> None:
    """Settle the kind of a subject column that its header leaves open; without any, take the first column of names."""
    for column in columns:
        texts = column.texts(bench)
        if column.role in ("", "subject") and texts and share([bool(_ROUND.match(t)) for t in texts]) >= 0.6:
            column.role, column.name = "qualifier", "round"
    open_ones = [c for c in columns if c.role == "subject" and c.name == "any"]
    named_ones = [c for c in columns if c.role == "subject" and c.name != "any"]
    if not named_ones and not open_ones and columns:
        first = columns[0]
        if not first.role and not first.heading.role and _fits(bench, ("subject", "any"), first.texts(bench)):
            open_ones = [first]
    personal = any(c.role == "attribute" and bench.words.attributes[c.name].subject == "person" for c in columns)
    if personal and not any(c.name == "person" for c in named_ones):
        _person_column(bench, columns, open_ones)
    if any((c.role, c.name) == ("subject", "person") for c in [*columns, *named_ones]) or personal:
        posts_in_columns.titles(bench, columns)
    posts_in_columns.officers(bench, columns)
    for column in open_ones:
        kind = _kind(bench, column, columns)
        taken = any(c.name == kind for c in named_ones)
        column.role, column.name = ("subject", kind) if kind and not taken else ("", "")


def _person_column(bench: Workbench, columns: list[Column], open_ones: list[Column]) -> None:
    """Beside a title, the column of persons' names is whom the titles belong to, whatever its header."""
    for column in columns:
        texts = column.texts(bench)
        if not column.role and texts and share([bench.kind_of(named(t)) == "person" for t in texts]) >= 0.6:
            column.role, column.name = "subject", "person"
            if column in open_ones:
                open_ones.remove(column)
            return


def _kind(bench: Workbench, column: Column, columns: list[Column]) -> str:
    """The kind of the names in a column: its cells vote, and so do the attributes of the other columns."""
    votes: dict[str, float] = {}
    texts = column.texts(bench)
    for text in texts:
        kind = bench.kind_of(named(text)) or (
            "person" if is_person(bench, named(text)) and guess(named(text)) != "organization" else ""
        )
        if kind:
            votes[kind] = votes.get(kind, 0.0) + 1.0 / len(texts)
    for other in columns:
        if other.role == "attribute":
            subject = bench.words.attributes[other.name].subject
            votes[subject] = votes.get(subject, 0.0) + (0.6 if not other.heading.others else 0.3)
        if other.role in ("officer", "people"):
            votes["organization"] = votes.get("organization", 0.0) + 0.5
    votes.pop("place", None)
    votes.pop("", None)
    ranked = sorted(((weight, kind) for kind, weight in votes.items()), reverse=True)
    found = ranked[0][1] if ranked and ranked[0][0] >= 0.5 else ""
    if (
        found == "person"
        and len(texts) > 1
        and share([text.strip().islower() or _is_phrase(text) for text in texts]) > 0.5
    ):
        return ""
    return found


def _is_phrase(text: str) -> bool:
    """Whether a cell is a common noun's phrase, capital only at its start: "Red panda"."""
    rest = named(text).split()[1:]
    return bool(rest) and all(word.islower() for word in rest)


_OF_BODIES = frozenset(("headcount", "founded_on", "revenue", "headquarters", "acquired_on", "users"))
_ROUND_ONLY = ("round_amount", "round_date")


def _drop(bench: Workbench, columns: list[Column], default: str) -> None:
    """Take back what only makes sense beside another column."""
    kinds = {c.name for c in columns if c.role == "subject"}
    names = {c.name for c in columns if c.role == "attribute"}
    rounds = any(c.role == "qualifier" and c.name == "round" for c in columns)
    for column in columns:
        if column.role == "subject" and column.name == "organization" and "person" in kinds:
            column.role, column.name = (
                ("attribute", "employer")
                if "employer" not in names and not (column is columns[0] and names & _OF_BODIES)
                else (column.role, column.name)
            )
        elif column.role == "attribute" and column.name in _ROUND_ONLY and not rounds:
            exact = "round" in column.heading.text.casefold()
            if not exact:
                column.role, column.name = (
                    ("qualifier", "date") if column.name == "round_date" and not kinds & set(THINGS) else ("", "")
                )
        elif column.role == "qualifier" and column.name == "date":
            _dated_rows(column, rounds, kinds, names)


def _dated_rows(column: Column, rounds: bool, kinds: set[str], names: set[str]) -> None:
    """A column "date": of the round, the event or the deal where rows are such, else when the figures held."""
    if rounds and "round_date" not in names:
        column.role, column.name = "attribute", "round_date"
    elif "event" in kinds and "held_on" not in names:
        column.role, column.name = "attribute", "held_on"
    elif "acquired_by" in names and "acquired_on" not in names:
        column.role, column.name = "attribute", "acquired_on"
