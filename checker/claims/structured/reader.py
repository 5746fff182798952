"""The parts of a page, in order, each given to its reader."""

from __future__ import annotations

import re
from typing import Any

from checker import lazy
from checker.claims.draft import Draft
from checker.claims.structured.context import BOX, Entity, Workbench, named, workbench
from checker.claims.structured.context import kind as kind_of_name
from checker.claims.structured.labels import is_label, named_behind
from checker.claims.structured.leaders import read_leaders
from checker.claims.structured.lexicon import words
from checker.model import Block, Part, Record, Table
from checker.passages import Page, key_of, line_breaks

_LONGEST = 300  # characters of a line that is structure


def read(page: Page, packs: Any = None, settings: Any = None) -> list[Draft]:
    """The claims that stand in the tables, records, lists and lines of ``page``, in the order of the document."""
    bench = workbench(page, words(packs))
    for part in page.source.parts:
        _part(bench, part)
    return bench.drafts


def _part(bench: Workbench, part: Part) -> None:
    if read_leaders(bench, part):
        return
    if isinstance(part, Table):
        from checker.claims.structured.tables import read_table  # prose does without, and starts sooner

        read_table(bench, part)
    elif isinstance(part, Record):
        _record(bench, part)
    elif part.kind == "heading":
        bench.heading, bench.title = _played(bench, part.text) or _named_by(bench, part), part.text
        if part.level <= 1:
            bench.top = bench.heading
        elif bench.heading is None and _GENERIC.match(part.text):
            bench.heading = bench.top
        if (
            part.level <= 1
            and bench.heading is None
            and len(named(part.text).split()) <= 5
            and not BOX.match(part.text)
            and not _tells(part.text)
        ):
            bench.titled = Entity(named(part.text), "")
    elif part.kind in ("item", "paragraph"):
        if part.lead is not None and part.lead[1] >= len(part.text.rstrip(" :")) and len(part.text.split()) <= 5:
            bench.title = part.text
        if not _is_prose(bench, part):
            from checker.claims.structured.lines import read_line

            read_line(bench, part)


def _is_prose(bench: Workbench, part: Block) -> bool:
    """Whether a paragraph can be no line of anything: long, of one piece, opened by no date, with nothing in brackets.
    Most documents have no other, and do without the readers of lines."""
    text = part.text
    return (
        part.kind == "paragraph"
        and part.lead is None
        and len(text.strip()) > _LONGEST
        and "(" not in text
        and not text.lstrip(" *•-")[:1].isdigit()
        and not line_breaks(part, bench.page.source.raw)
    )


def _record(bench: Workbench, part: Record) -> None:
    from checker.claims.structured.linked import read_linked
    from checker.claims.structured.records import read_record
    from checker.claims.structured.timeline import read_entries

    if part.kind == "jsonld":
        read_linked(bench, part)
        return
    if part.kind == "pairs" and read_entries(bench, part):
        return
    _play(bench, part)
    read_record(bench, part)
    for field in part.fields:
        if isinstance(field.value, Block) and field.name.strip(" *").casefold() in bench.words.contacts:
            from checker.claims.structured.lines import contact

            contact(bench, field.value, field.value.text, 0)


def _tells(text: str) -> bool:
    """Whether a first heading is words about what follows: "Club honours and officials"."""
    words = text.split()
    return is_label(text) or (len(words) > 2 and all(word.islower() for word in words[1:]))


_PART = lazy.compile(
    r"\bof the (?P<part>subsidiary|target|acquiree|acquirer|(?:acquired|target|acquiring|counterparty) company|"
    r"company to be acquired|buyer|seller|purchaser|transferee|transferor|counterparty|lender|borrower)\b",
    re.I,
)


def _played(bench: Workbench, text: str) -> Entity | None:
    """ "Results of the subsidiary": whom a section before named as the subsidiary."""
    match = _PART.search(text)
    return bench.parts.get(match["part"].casefold()) if match is not None else None


def _play(bench: Workbench, record: Record) -> None:
    """ "Outline of the subsidiary", and under it "Name: …": who that is."""
    match = _PART.search(bench.title)
    for field in record.fields if match is not None else ():
        if isinstance(field.value, Block) and field.name.strip(" *():").casefold().split()[-1:] == ["name"]:
            found = bench.name_in(field.value.text, ("organization", "person"))
            if found is not None and match is not None:
                bench.parts[match["part"].casefold()] = Entity(found.full or found.text, kind_of_name(found))


_GENERIC = lazy.compile(
    r"(?:about|our|the history|history|contact|notes?|key|board|management|leadership|team|company|meet|who|"
    r"what|why|how)\b",
    re.I,
)


def _named_by(bench: Workbench, part: Block) -> Entity | None:
    """The entity that a heading is: its whole text is a name, or a name with a few words beside it."""
    box = BOX.match(part.text)
    if box is not None:
        return _of_box(bench, box["who"])
    if is_label(part.text):
        return bench.heading if part.level > 1 else None
    said = named_behind(part.text) or re.split(r" [–—|-] |: ", part.text)[0]
    name = named(said)
    behind = name.isupper() and said != part.text and bench.kind_of(name) == "organization"
    if behind and not _GENERIC.match(name):
        return Entity(name, "organization")
    kind = bench.kind_of(name) if not (name.isupper() and len(name.split()) > 2) and not _GENERIC.match(name) else ""
    known = bench.page.names.get(key_of(name))
    if kind in ("person", "organization", "product", "project", "event") and (
        len(name.split()) <= 5 or (known is not None and known.count > 1)
    ):
        return Entity(name, kind)
    if kind == "" and known is not None and name != named(part.text):
        return Entity(known.full or known.text, "")  # "NTR-0417: a trial of …": what stands before the colon
    if len(part.text.split()) <= 6:
        found = bench.name_in(part.text, ("person", "organization"))
        if found is not None and (is_label(found.text) or _several(bench, part)):
            found = None
        return (
            Entity(found.text, kind_of_name(found)) if found is not None else bench.heading if part.level > 1 else None
        )
    return bench.heading if part.level > 2 else None


def _several(bench: Workbench, part: Block) -> bool:
    """Whether a headline names more than one body: "Aldane buys Brevic" heads facts about neither."""
    passage = bench.page.by_block.get(id(part))
    keys = {m.key for m in passage.mentions if m.kind == "name"} if passage is not None else set()
    names = [bench.page.names.get(key) for key in keys]
    return len({name.full for name in names if name is not None and name.kind == "organization"}) > 1


def _of_box(bench: Workbench, who: str) -> Entity | None:
    """Whose facts a box gives: whom its heading names, else the page's organization."""
    found = bench.name_in(who, ("person", "organization")) or bench.page.names.get(key_of(who))
    if found is not None and kind_of_name(found):
        return Entity(found.full or found.text, kind_of_name(found))
    return Entity(bench.organization, "organization") if bench.organization else bench.heading
