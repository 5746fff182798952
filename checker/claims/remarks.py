"""Sentences in the cells of a table: its notes are read as prose, each with whom its row is about."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from checker.claims.discourse.scene import Referent, Scene
from checker.claims.draft import Draft
from checker.model import Block, Record, Table
from checker.passages import Page, Passage

_FREE = frozenset(
    "note notes remark remarks comment comments description descriptions details detail text summary observation "
    "observations entry story what happened outcome background history narrative memo bio biography event events "
    "response answer reason explanation caption message log info information".split()
)  # header words of free text
_FEW, _MANY = 4, 8  # tokens of a note under such a header; under another


def read(table: Table, page: Page, scene: Scene, read_passage: Callable[[Passage], list[Draft]]) -> list[Draft]:
    """What the cells that hold sentences claim, in order; each is read in the scene of its row's own subject."""
    drafts: list[Draft] = []
    free = _free_columns(table)
    before = scene.section, scene.heading, scene.headed, scene.subject
    for row in table.rows:
        passages = [page.by_block.get(id(cell)) for cell in row]
        told = [p for k, p in enumerate(passages) if p is not None and _is_prose(p, k in free, scene)]
        if told:
            _about(row, passages, told, scene)
            made = [draft for passage in told for draft in read_passage(passage)]
            day = _day(passages)
            drafts += [*(_held_then(draft, day) for draft in made), *_dated(made, passages[0])]
    scene.section, scene.heading, scene.headed, scene.subject = before
    return drafts


def introduced(record: Record, page: Page) -> list[Passage]:
    """Fields that say who somebody is: "Witness: Colm Dwyer, chief executive of Western Buses"."""
    values = [page.by_block.get(id(f.value)) for f in record.fields if isinstance(f.value, Block)]
    return [p for p in values if p is not None and _introduces(p, page)]


def _introduces(passage: Passage, page: Page) -> bool:
    found = passage.mentions[:2]
    if [m.kind for m in found] != ["name", "title"] or found[0].first > 1 or len(passage.tokens) > 30:
        return False
    name = page.names.get(found[0].key)
    between = passage.tokens[found[0].last : found[1].first]
    bodies = [page.names.get(m.key) for m in passage.mentions[2:] if m.kind == "name"]
    if not any(body is not None and body.kind == "organization" for body in bodies):
        return False
    comma = bool(between) and between[0].text == "," and len(between) < 4
    return comma and name is not None and name.kind == "person"


def _day(passages: list[Passage | None]) -> str:
    """The one date that fills a cell of a row (EDTF); "" where none or several do."""
    days = {
        p.mentions[0].value.edtf or ""
        for p in passages
        if p is not None and len(p.mentions) == 1 and p.mentions[0].kind == "date" and p.mentions[0].value is not None
        and (p.mentions[0].first, p.mentions[0].last) == (0, len(p.tokens))
    }  # fmt: skip
    return days.pop() if len(days) == 1 else ""


def _held_then(draft: Draft, day: str) -> Draft:
    """ "2022-02-08 | Series B | headcount 96 at signing": a figure in a note is of the day of its row."""
    if not day or draft.attribute not in _HELD or draft.qualifiers.get("as_of") or draft.modality == "predicted":
        return draft
    return replace(draft, qualifiers={**draft.qualifiers, "as_of": day})


_HELD = frozenset(("headcount", "users", "valuation", "total_raised"))


def _dated(drafts: list[Draft], first: Passage | None) -> list[Draft]:
    """ "1951 | Ann Lee founded Lister Holt": the day that opens a row is of what the row says, if that has none."""
    only = first.mentions[0] if first is not None and len(first.mentions) == 1 else None
    if first is None or only is None or only.kind != "date" or only.value is None or only.last < len(first.tokens):
        return []
    start, end = first.tokens[0].start, first.tokens[-1].end
    found: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        attribute = _WHEN.get((draft.attribute, draft.rule), "")
        if attribute and draft.modality == "asserted" and not any(d.attribute == attribute for d in drafts):
            kept = {"organization": draft.value.text} if attribute in ("joined_on", "left_on") else {}
            found[draft.subject, attribute] = replace(
                draft, block=first.block, start=start, end=end, attribute=attribute, value=only.value, qualifiers=kept
            )
    return list(found.values())


_WHEN = {
    ("founder", "founding"): "founded_on",
    ("acquired_by", "acquisition"): "acquired_on",
    ("employer", "joining"): "joined_on",
    ("employer", "leaving"): "left_on",
}


def _free_columns(table: Table) -> set[int]:
    header = table.header[-1] if table.header else []
    return {k for k, cell in enumerate(header) if not _FREE.isdisjoint(_words(cell))}


def _words(cell: Block) -> list[str]:
    return cell.text.casefold().replace("_", " ").replace("-", " ").split()


def _is_prose(passage: Passage, free: bool, scene: Scene) -> bool:
    tokens = passage.tokens
    if len(tokens) < (_FEW if free else _MANY):
        return False
    verbs = scene.words.verbs
    told = (verbs.get(t.lower) for t in tokens[1:] if t.text.islower())
    return free or any(form is not None and form.tenses & {"past", "s"} for form in told)


def _about(row: list[Block], passages: list[Passage | None], told: list[Passage], scene: Scene) -> None:
    """Whom a row is about: the first person or organization that fills a cell of it before the notes."""
    scene.section, scene.heading, scene.headed = "", None, None
    for passage in passages:
        if passage is None or passage in told:
            continue
        named = [m for m in passage.mentions if m.kind == "name"]
        if len(named) != 1 or named[0].first or named[0].last < len(passage.tokens):
            continue
        name = scene.page.names.get(named[0].key)
        if name is None or not name.full or name.kind not in ("person", "organization"):
            continue
        scene.heading = scene.headed = Referent(name.full, name.kind, 0.8)
        if name.kind == "person":
            scene.subject = name.full
        else:
            scene.section = scene.topic = name.full
        return
