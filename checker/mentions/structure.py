"""What the structure around a name says: the key of its field, the header of its column, the names in its column."""

from __future__ import annotations

from msgspec import Struct

from checker import lazy
from checker.mentions.evidence import Evidence
from checker.mentions.weights import COLUMN
from checker.model import Block, Record, Source, Table
from checker.packs.vocabulary import Vocabulary
from checker.passages import Mention, Passage

_WORD = lazy.compile(r"[A-Z]?[^\W\d_A-Z]+(?:-[^\W\d_]+)*|[A-Z]+(?![^\W\d_A-Z])")
_ORGANIZATIONS = frozenset(
    (
        "Organization",
        "Corporation",
        "NGO",
        "Museum",
        "CollegeOrUniversity",
        "NewsMediaOrganization",
        "EducationalOrganization",
        "LocalBusiness",
        "PerformingGroup",
    )
)


class Layout(Struct):
    """What each cell or field is expected to name, by the block's identity ("" where nothing says so), and the
    columns."""

    expected: dict[int, str]
    columns: list[list[int]]


def layout(source: Source, words: Vocabulary) -> Layout:
    """The expectations of every cell and field of ``source``."""
    found = Layout({}, [])
    for part in source.parts:
        if isinstance(part, Record):
            _record(part, "", found, words)
        elif isinstance(part, Table):
            _table(part, found, words)
    return found


def expectation(label: str, words: Vocabulary) -> str:
    """What stands under a header or behind a key: person, organization, place or "". The last word that says something
    counts."""
    lists = words.words
    for word in reversed([w.casefold() for w in _WORD.findall(label)]):
        if word in lists["organization_fields"]:
            return "organization"
        if word in lists["person_fields"] or (word in lists["post_heads"] and word not in lists["levels"]):
            return "person"
        if word in lists["place_fields"]:
            return "place"
        if word not in ("name", "names", "full", "the", "of", "current", "former"):
            return ""
    return ""


def _record(record: Record, key: str, found: Layout, words: Vocabulary) -> None:
    kind = (
        "person"
        if record.type == "Person"
        else "organization"
        if record.type in _ORGANIZATIONS
        else expectation(key, words)
        if key
        else ""
    )
    for field in record.fields:
        if isinstance(field.value, Record):
            _record(field.value, field.name, found, words)
        elif field.name.casefold() in ("name", "legalname", "alternatename") and (record.type or key):
            found.expected[id(field.value)] = kind
        elif field.name.casefold() in ("givenname", "familyname"):
            found.expected[id(field.value)] = "person"
        else:
            found.expected[id(field.value)] = expectation(field.name, words)


def _table(table: Table, found: Layout, words: Vocabulary) -> None:
    header = table.header[-1] if table.header else []
    for column in range(max((len(row) for row in table.rows), default=0)):
        cells = [row[column] for row in table.rows if column < len(row)]
        kind = expectation(header[column].text, words) if column < len(header) else ""
        if kind:
            found.expected.update((id(cell), kind) for cell in cells)
        found.columns.append([id(cell) for cell in cells])
    for row in table.rows:
        _row(row, found, words)


def _row(row: list[Block], found: Layout, words: Vocabulary) -> None:
    """A row of a label and a value: "Founder | X"."""
    if len(row) == 2 and len(row[0].text) < 40:
        kind = expectation(row[0].text, words)
        if kind and id(row[1]) not in found.expected:
            found.expected[id(row[1])] = kind


def read(passages: list[Passage], layout: Layout, evidence: Evidence) -> None:
    """Add what each cell's or field's label says of the name that fills it."""
    for passage in passages:
        kind = layout.expected.get(id(passage.block), "")
        mention = filling(passage)
        if (
            kind
            and mention is not None
            and not (kind == "person" and evidence.names[mention.key].text.isupper() and " " not in mention.key)
        ):
            cell = passage.block.kind == "cell"
            evidence.add(mention.key, f"{kind}s' column" if cell else f"{kind}'s field")


def filling(passage: Passage) -> Mention | None:
    """The name that is all that a cell or field says, maybe with something in parentheses or after a comma behind
    it."""
    named = [m for m in passage.mentions if m.kind == "name"]
    if not named or named[0].first > 1:
        return None
    last = named[0].last
    return named[0] if last == len(passage.tokens) or passage.tokens[last].text in "(,;*†[/" else None


def share(passages: list[Passage], layout: Layout, evidence: Evidence) -> None:
    """The names that fill one column lend each other their kind, where most of the decided ones agree."""
    keys = {id(p.block): m.key for p in passages if p.block.kind == "cell" and (m := filling(p)) is not None}
    for column in layout.columns:
        members = sorted({keys[cell] for cell in column if cell in keys})
        total: dict[str, float] = {}
        for key in members:
            name = evidence.names[key]
            if name.kind:
                total[name.kind] = total.get(name.kind, 0.0) + min(3.0, name.votes[name.kind])
        if len(members) < 2 or not total:
            continue
        kind = max(total, key=lambda k: (total[k], k))
        if total[kind] >= 0.6 * sum(total.values()) and kind not in ("place",):
            for key in members:
                evidence.lend(
                    key, kind, COLUMN * min(3.0, total[kind] / len(members) + 1), "like the names in its column"
                )
