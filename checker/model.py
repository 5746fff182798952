"""What the steps pass on to each other: sources, mentions, claims, facts, findings.

Records only: the steps hold the behaviour. Offsets are in characters, ends are exclusive, lines and
columns count from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Literal

from msgspec import Struct

Modality = Literal["asserted", "reported", "predicted", "denied"]
Verdict = Literal["conflict", "agreement", "notice"]
Severity = Literal["error", "warning", "info"]


class Value(Struct, frozen=True, gc=False):
    """One value of any kind, as the JSON report shows it.

    ``kind`` is date, money, quantity, percent, measure, version, title, person, organization, team, place or text;
    ``text`` is the value as written. Dates carry ``edtf`` (EDTF, ISO 8601-2); amounts carry ``low`` and ``high`` (None
    is an open end; measures in the base unit of their dimension), money its ISO 4217 ``currency``. ``approximate``
    marks "about", "nearly", "~".
    """

    kind: str
    text: str
    edtf: str | None = None
    low: float | None = None
    high: float | None = None
    currency: str | None = None
    approximate: bool = False


class Found(Struct, frozen=True):
    """A value recognised in a text at ``start:end``.

    ``anchor`` says what a relative date was counted from: "" (absolute), "published", or "previous" ("two years
    later": counted from the date named before).
    """

    start: int
    end: int
    value: Value
    anchor: str = ""


class Block(Struct):
    """A run of text of a source, every character traceable to the file.

    ``pieces`` maps offsets of ``text`` to offsets of the source's ``raw`` text: ``(at, origin)`` pairs in rising
    order, each true until the next: character ``i`` came from ``origin + (i - at)``.
    ``kind``: heading, paragraph, item (of a list), quote, caption, cell, field (a metadata value), furniture
    (navigation and boilerplate: kept for positions, not read).
    """

    kind: str
    text: str
    pieces: tuple[tuple[int, int], ...]
    level: int = 0  # depth of a heading or list item
    lead: tuple[int, int] | None = None  # span of a bold or strong lead ("**Acme**: …") in text
    links: tuple[tuple[int, int, str], ...] = ()  # (start, end, target)
    emphases: tuple[tuple[int, int], ...] = ()  # spans in italics

    def origin(self, offset: int) -> int:
        """The offset in the source's raw text of the character at ``offset`` of this block."""
        at, origin = self.pieces[bisect_right(self.pieces, (offset, 1 << 62)) - 1]
        return origin + (offset - at)


class Table(Struct):
    """A table: header rows (maybe none), body rows of cells, and the caption or the heading above it."""

    header: list[list[Block]]
    rows: list[list[Block]]
    caption: Block | None = None


class Field(Struct):
    """One named value of a record: a text, or a record of its own."""

    name: str
    value: Block | Record


class Record(Struct):
    """Structured data as it stands in a source.

    ``kind``: front_matter, meta (HTML ``<meta>``), jsonld, json, pairs (consecutive ``Key: value`` lines,
    definition lists). ``type`` is the JSON-LD ``@type`` where there is one.
    """

    kind: str
    fields: list[Field]
    type: str = ""


Part = Block | Table | Record


class Suppression(Struct, frozen=True, order=True):
    """What a source asks to leave out: findings of these rules (none: all) on ``line`` (0: anywhere), and why.
    ``at`` is the line on which it says so."""

    at: int
    line: int
    rules: tuple[str, ...]
    reason: str


class Source(Struct):
    """One document, as read."""

    path: str  # as given, with "#id" for one record of several in a file
    format: str  # text, markdown, html, csv, json, jsonl
    sha256: str
    raw: str  # the file's text, decoded, as it lies on disk
    parts: list[Part]  # in the order of the document
    title: str | None = None
    published: str | None = None  # EDTF
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    notes: tuple[Skipped, ...] = ()
    suppressions: tuple[Suppression, ...] = ()

    def blocks(self) -> Iterator[Block]:
        """Every block in document order, those of tables and records too."""
        for part in self.parts:
            yield from blocks_of(part)


def blocks_of(part: Part) -> Iterator[Block]:
    """Every block of one part of a document, in order."""
    if isinstance(part, Block):
        yield part
    elif isinstance(part, Table):
        if part.caption is not None:
            yield part.caption
        for row in [*part.header, *part.rows]:
            yield from row
    else:
        for field in part.fields:
            yield from blocks_of(field.value)


class Skipped(Struct, frozen=True):
    """Something that was not read, or read only in part, and why."""

    path: str
    line: int
    reason: str
    fatal: bool = False  # somebody asked for just this to be read: the command exits 2


class Unbelieved(Struct, frozen=True, order=True):
    """How many claims of a source are not believed: their organization is inferred, and no other source names it."""

    source: str
    claims: int


class Span(Struct, frozen=True, order=True, gc=False):
    """A place in a file."""

    line: int
    column: int
    end_line: int
    end_column: int


class Subject(Struct, frozen=True, order=True, gc=False):
    """What a claim is about. ``type``: person, organization, product, project, event, team, place, thing."""

    name: str
    type: str


class Claim(Struct, frozen=True):
    """What one source asserts at one place. ``id`` is made from its content."""

    id: str
    source: str
    span: Span
    quote: str
    subject: Subject
    attribute: str
    value: Value
    qualifiers: dict[str, str]  # key qualifiers, status, as_of (EDTF), …: names to text
    modality: Modality = "asserted"
    rule: str = ""  # the pattern that read it ("people.title")
    reader: str = "rules"
    confidence: float = 1.0
    mark: tuple[int, int] | None = None  # where in the quote the value stands
    witnesses: tuple[str, ...] = ()  # all readers that made this claim, where they are several


def once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in the order of their places; of those that stand there twice, the last."""
    of = attrgetter("source")
    found: list[Claim] = []
    for _, same in groupby(sorted(claims, key=of), key=of):
        some = list(same)
        found += some if len(some) == 1 else _once(some)
    return tuple(found)


def _once(claims: list[Claim]) -> list[Claim]:
    by_place = {(claim.span, claim.id): claim for claim in claims}
    return [by_place[at] for at in sorted(by_place)]


class Accepted(Struct, frozen=True):
    """Why a finding is known and not to be reported as new: an entry of the baseline, or a comment in a source.

    ``when`` and ``expires`` are ISO dates; "" is not said (never, for ``expires``).
    """

    kind: Literal["baseline", "inline"]
    who: str = ""
    when: str = ""
    why: str = ""
    expires: str = ""


class RuleNote(Struct, frozen=True, order=True):
    """What a report says of a rule, for formats that describe the rules of their findings."""

    id: str
    name: str
    message: str
    why: str
    severity: Severity
    pack: str = ""


class Position(Struct, frozen=True):
    """The claims of one fact that say the same thing, and how that is shown."""

    value: Value
    claims: tuple[Claim, ...]


class Fact(Struct, frozen=True):
    """The claims about one subject, one attribute and one set of key qualifiers."""

    subject: Subject
    attribute: str
    qualifiers: dict[str, str]
    claims: tuple[Claim, ...]


class Finding(Struct, frozen=True):
    """A rule's verdict on one fact (or on several, where the rule relates attributes)."""

    id: str
    rule: str
    name: str
    verdict: Verdict
    severity: Severity
    subject: Subject
    attribute: str
    qualifiers: dict[str, str]
    message: str
    positions: tuple[Position, ...]
    reason: str = (
        ""  # different, disjoint, denied, order, arithmetic, overlap; same, refines, rounds, abbreviates, alias; …
    )
    support: str = ""  # which position is best supported, and by what
    accepted: Accepted | None = None


class Report(Struct, frozen=True):
    """What one run found: everything that a renderer shows.

    Sources come without ``raw`` and ``parts``. All lists are sorted, so that the same input gives the same report
    whatever the order of the files. ``statistics`` are rows ``(group, name, count)``, empty unless asked for.
    """

    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    statistics: tuple[tuple[str, str, int], ...] = ()
    rules: tuple[RuleNote, ...] = ()
    notes: tuple[Skipped, ...] = ()  # what else is to be said of the run: acceptances that nothing needs any more
    baseline: str = ""  # the file of accepted findings that the findings were held against
    unbelieved: tuple[Unbelieved, ...] = ()  # what of the sources' claims was left out
    hidden: int = 0  # accepted findings that were left out of ``findings``, for formats that cannot mark them
    contexts: dict[str, tuple[str, str]] = {}  # what stands before and after a claim's quote, for reports that show it
    fresh: tuple[str, ...] = ()  # the sources that are new, where a run is about these: findings are shown at them

    def count(self, verdict: Verdict, severity: Severity | None = None) -> int:
        """How many findings, accepted ones apart, have this verdict (and this severity)."""
        return sum(
            f.verdict == verdict and severity in (None, f.severity) and f.accepted is None for f in self.findings
        )


class Lines:
    """Where an offset of a raw text stands in its file: line and column, as an editor shows them.

    Lines are counted as ``split("\\n")`` does. The line starts of the last text are kept, because the records of a
    JSON Lines file share one raw text.
    """

    _last: tuple[str, list[int]] = ("", [0])

    def __init__(self, raw: str) -> None:
        text, starts = Lines._last
        if text is not raw:
            starts = [0]
            at = raw.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = raw.find("\n", at + 1)
            Lines._last = (raw, starts)
        self._starts = starts

    def place(self, offset: int) -> tuple[int, int]:
        """The (line, column) of ``offset``, both from 1; in O(log lines)."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
