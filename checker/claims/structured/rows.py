"""Rows read by their columns: each cell under an attribute becomes claims about what its row is about."""

from __future__ import annotations

import re

from msgspec import Struct

from checker.claims.structured import beside, cells
from checker.claims.structured.attendance import people
from checker.claims.structured.catalogue import attribute_for
from checker.claims.structured.column import Column
from checker.claims.structured.columns import settle
from checker.claims.structured.context import THINGS, Entity, Workbench, is_empty, named
from checker.claims.structured.figures import date
from checker.claims.structured.headings import Heading, currency_of, looks_ahead
from checker.claims.structured.lexicon import fold
from checker.claims.structured.posts import Post, Term, entries, hold, is_person, is_title, post, post_beside, term
from checker.claims.structured.spelling import said_names
from checker.model import Block, Found, Value

_TOTALS = (
    "total",
    "totals",
    "sum",
    "average",
    "mean",
    "median",
    "all",
    "overall",
    "subtotal",
    "grand total",
    "change",
    "other",
    "others",
    "combined",
)
_PRESENT = ("present", "now", "current", "today", "to date", "ongoing", "-", "–", "—", "")


class Row(Struct):
    """One row: what it is about by kind, its cells by column, and what holds for all of its figures."""

    entities: dict[str, Entity]
    pairs: list[tuple[Column, Block]]
    qualifiers: dict[str, str] = {}
    blocks: dict[str, Block] = {}
    currency: str | None = None
    times: float = 1.0
    rule: str = "table"
    predicted: bool = False
    own: frozenset[str] = frozenset()  # the kinds that the row's own cells name

    def block(self, role: str, name: str) -> Block | None:
        """The cell under the first column of that meaning."""
        return next((cell for column, cell in self.pairs if (column.role, column.name) == (role, name)), None)


def read_rows(
    bench: Workbench,
    headings: list[Heading],
    rows: list[list[Block]],
    about: dict[str, Entity],
    unit: Heading | None = None,
    rule: str = "table",
) -> None:
    """Draft the claims of ``rows`` under ``headings``; ``about`` gives what they are about where no column does, by
    kind."""
    headings, rows = said_names(bench, headings, rows)
    columns = settle(bench, headings, rows, "" if not about else next(iter(about)))
    if not any(c.role in ("attribute", "officer", "people") for c in columns):
        return
    elsewhere = _posts_in_remarks(columns)
    for cells_of_row in rows:
        row = _row(bench, columns, cells_of_row, about, unit, rule)
        if row is not None:
            if elsewhere and (remark := row.block("qualifier", "remarks")) is not None and _job(remark.text):
                row.pairs = [
                    (column, cell) for column, cell in row.pairs if (column.role, column.name) != ("attribute", "title")
                ]
            _read(bench, row)
            if (body := row.entities.get("organization")) is not None and "organization" in row.blocks:
                beside.read_raised(bench, body, cells_of_row)


def _row(
    bench: Workbench,
    columns: list[Column],
    blocks: list[Block],
    about: dict[str, Entity],
    unit: Heading | None,
    rule: str,
) -> Row | None:
    pairs = [(column, cell) for column, cell in zip(columns, blocks, strict=False) if column.role]
    row = Row({}, pairs, {}, {}, unit.currency if unit else None, unit.times if unit else 1.0, rule)
    own = set()
    for column, cell in pairs:
        if column.role == "subject":
            own.add(column.name)
            name = _edition(cell.text) if column.name == "product" else named(cell.text)
            if name.casefold() in _TOTALS or name.casefold().startswith(("total", "all ")):
                return None
            if column.name == "person" and bench.kind_of(name) != "person":
                person, body = beside.read_person(bench, cell.text)
                if person is not None and (person.name.split()[-1] not in name or " at " in name):
                    row.entities["person"] = person
                    row.blocks["person"] = cell
                    if body is not None:
                        row.entities["organization"] = body
                    continue
                if person is None and is_title(name) and not is_person(bench, name):
                    return None
            crowd = column.name == "person" and ("," in name or ";" in name or " and " in name or "&" in name)
            if name and not crowd and not is_empty(cell.text, bench.words) and column.name not in row.entities:
                row.entities[column.name] = Entity(name, column.name)
                row.blocks[column.name] = cell
        elif column.role == "qualifier":
            _qualify(bench, row, column, cell)
    row.own = frozenset(own)
    thing = any(kind in own for kind in THINGS)
    for kind, entity in about.items():
        if kind not in own and not (thing and kind in THINGS):
            row.entities.setdefault(kind, entity)
    return row if row.entities else None


_EDITION = re.compile(
    r"\((?=[^()]*\b(?:edition|reissue|version|vol(?:ume)?|part|deluxe|anniversary|remaster\w*)\b)", re.I
)


def _edition(text: str) -> str:
    """A product's name; an edition in brackets is a product of its own."""
    return text.strip(" *†‡") if _EDITION.search(text) else named(text)


def _qualify(bench: Workbench, row: Row, column: Column, cell: Block) -> None:
    text = cell.text.strip()
    row.predicted = row.predicted or (len(text) < 60 and looks_ahead(text))
    if is_empty(text, bench.words) and column.name != "until":
        return
    if column.name == "currency":
        row.currency = currency_of(text) or row.currency
    elif column.name in ("round", "scope", "period"):
        row.qualifiers[column.name] = named(text)
        if column.name == "period" and (found := date(text, bench.published, column.dayfirst)) is not None:
            row.qualifiers["as_of"] = found.value.edtf or ""
    elif column.name == "date":
        found = date(text, bench.published, column.dayfirst)
        if found is not None:
            row.qualifiers["as_of"] = found.value.edtf or ""
            row.qualifiers.setdefault("period", text)
    elif column.name == "status":
        row.qualifiers["status"] = cells.status(text)


def _subject(bench: Workbench, row: Row, kind: str) -> Entity | None:
    if kind in THINGS:
        return next((row.entities[k] for k in (kind, *THINGS) if k in row.entities), None)
    return row.entities.get(kind)


def _read(bench: Workbench, row: Row) -> None:
    """All claims of one row."""
    person = row.entities.get("person")
    if person is not None:
        _posts(bench, row, person)
    for column, cell in row.pairs:
        if is_empty(cell.text, bench.words):
            continue
        if column.role in ("officer", "people"):
            if not _of_works(row, column):
                _officers(bench, row, column, cell)
        elif column.role == "attribute" and not (
            person is not None and column.name in ("title", "employer", "joined_on", "left_on", "team")
        ):
            name, kind = attribute_for(column.name, row.block("qualifier", "sort"), bench)
            subject = _subject(bench, row, bench.words.attributes[name].subject)
            if name == "headquarters" and _lies_anywhere(row, column):
                continue
            if subject is not None:
                subject = Entity(subject.name, kind) if kind and subject.kind in THINGS else subject
                cells.read(bench, cell, subject, name, _facts(bench, row, column), row.rule, column.dayfirst)
        elif column.role == "qualifier" and column.name == "remarks" and person is not None:
            _remark(bench, cell, person, row)
        elif column.role == "qualifier" and column.name == "occupation" and person is not None:
            _occupation(bench, cell, person, row)


def _of_works(row: Row, column: Column) -> bool:
    """Whether a column names who directed a film or led a walk: no officers of the page's organization."""
    kinds = set(THINGS) & row.own
    return "organization" not in row.own and bool(
        kinds & {"product", "event"}
        or (kinds and fold(column.heading.text) in ("director", "manager", "leader", "head"))
    )


_ANYWHERE = frozenset("town city location where home situated located base address".split())


def _lies_anywhere(row: Row, column: Column) -> bool:
    """Whether a column of places says where the rows lie, not where the page's organization has its seat."""
    return (
        row.rule == "table"
        and "organization" not in row.own
        and bool(_ANYWHERE & set(fold(column.heading.text).split()))
    )


def _facts(bench: Workbench, row: Row, column: Column) -> cells.Given:
    head = column.heading
    body = row.entities.get("organization")
    employer = row.block("attribute", "employer")
    organization = (
        named(employer.text)
        if employer is not None and not is_empty(employer.text, bench.words)
        else body.name
        if body
        else ""
    )
    as_of = head.as_of or row.qualifiers.get("as_of", "")
    if not as_of and column.name in ("valuation", "total_raised"):
        announced = _moments(bench, row, ("attribute", "round_date"))
        as_of = announced[1].value.edtf or "" if announced else ""
    return cells.Given(
        currency=head.currency or row.currency,
        times=head.times if head.times != 1.0 else row.times,
        organization=organization,
        as_of=as_of,
        period=head.period or row.qualifiers.get("period", ""),
        scope=head.scope or row.qualifiers.get("scope", "") or _counted(bench, column),
        round=row.qualifiers.get("round", ""),
        header=head.text,
        predicted=head.predicted or row.predicted,
    )


def _counted(bench: Workbench, column: Column) -> str:
    """Whom a column counts: "Active customers" are customers, "nurses" are the nurses among the staff."""
    if column.name == "headcount" and fold(column.heading.text) in bench.words.workers:
        return fold(column.heading.text)
    if column.name != "users":
        return ""
    said = fold(column.heading.text).split()
    kinds = [word for word in said if word in bench.words.counted]
    return next(iter(kinds + [word for word in said if word in ("registered", "paying", "monthly", "daily")]), "")


def _posts(bench: Workbench, row: Row, person: Entity) -> None:
    """The titles and employers of a row about a person, former and present kept apart."""
    titles = [
        (c, b) for c, b in row.pairs if (c.role, c.name) == ("attribute", "title") and not is_empty(b.text, bench.words)
    ]
    bodies = [
        (c, b)
        for c, b in row.pairs
        if (c.role, c.name) == ("attribute", "employer") and not is_empty(b.text, bench.words)
    ]
    used: set[int] = set()
    for column, cell in titles:
        status = column.heading.status
        match = next(
            (p for p in bodies if p[0].heading.status == status),
            bodies[0] if len(bodies) == 1 and not (status and bodies[0][0].heading.status) else None,
        )
        default = row.entities.get("organization")
        for found in cells.titles(bench, cell):
            body = match[1] if match else None
            name = named(cells.first(body.text)) if body is not None else default.name if default else ""
            if name.casefold() in cells.NOBODY:
                used.add(id(body))
                continue
            when = found.term if found.term.start or found.term.end or status == "former" else _when(bench, row)
            state = found.status or status or row.qualifiers.get("status", "") or when.status or _row_status(row)
            full = Post(found.title, found.start, found.end, found.organization, found.place, state, found.term)
            employer = (body, *cells.place_of(body, name)) if body is not None else None
            hold(bench, cell, person.name, full, name, row.rule, employer=employer)
            if body is not None:
                used.add(id(body))
            if when is not found.term and (when.start or when.end or when.status):
                _terms(bench, row, person, found.organization or name)
    for column, cell in bodies:
        if id(cell) not in used:
            cells.employers(
                bench,
                cell,
                person,
                column.heading.status
                or row.qualifiers.get("status", "")
                or _when(bench, row).status
                or _row_status(row),
                row.rule,
            )
    if bodies and not titles:
        current = next((b for c, b in bodies if c.heading.status in ("", "current", "incoming")), None)
        if current is not None:
            _terms(bench, row, person, named(cells.first(current.text)))
    elif not bodies and not titles and "organization" in row.entities:
        _terms(bench, row, person, row.entities["organization"].name)
    for column, cell in row.pairs:
        if (column.role, column.name) == ("attribute", "team") and not is_empty(cell.text, bench.words):
            facts = _facts(bench, row, column)
            if facts.organization:
                cells.read(bench, cell, person, "team", facts, row.rule, None)


def _occupation(bench: Workbench, cell: Block, person: Entity, row: Row) -> None:
    """ "Known for | Co-founder of Acme Ltd": a post only where its organization stands beside it."""
    if len(cell.text) < 200:
        for start, end in cells.parts(cell.text, r"\s*[;\n]\s*"):
            found = post(bench, cell.text[start:end], start) or post_beside(cell.text[start:end], start)
            if found is not None and found.organization:
                hold(bench, cell, person.name, found, "", row.rule)


def _row_status(row: Row) -> str:
    remark = row.block("qualifier", "remarks")
    return cells.status(remark.text) if remark is not None and len(remark.text) < 25 else ""


def _moments(bench: Workbench, row: Row, *names: tuple[str, str]) -> tuple[Block, Found] | None:
    for role, name in names:
        for column, cell in row.pairs:
            if (column.role, column.name) == (role, name) and column.heading.status != "former":
                found = date(cell.text, bench.published, column.dayfirst)
                if found is not None:
                    return cell, found
    return None


def _when(bench: Workbench, row: Row) -> Term:
    """The term that the row's columns give."""
    start = _moments(bench, row, ("attribute", "joined_on"), ("qualifier", "from"))
    end = _moments(bench, row, ("attribute", "left_on"), ("qualifier", "until"))
    until = row.block("qualifier", "until")
    status = "current" if until is not None and until.text.strip().casefold() in _PRESENT and start else ""
    if end is not None and (not bench.published or (end[1].value.edtf or "") <= bench.published):
        status = "former"
    block = row.block("qualifier", "term")
    if block is not None and start is None and end is None:
        return term(block.text, bench.published)
    return Term(start[1] if start else None, end[1] if end else None, status)


def _terms(bench: Workbench, row: Row, person: Entity, organization: str) -> None:
    """joined_on and left_on from the columns that hold them."""
    if not organization:
        return
    start = _moments(bench, row, ("attribute", "joined_on"), ("qualifier", "from"))
    end = _moments(bench, row, ("attribute", "left_on"), ("qualifier", "until"))
    block = row.block("qualifier", "term")
    if block is not None and start is None and end is None:
        found = term(block.text, bench.published)
        start = (block, found.start) if found.start else None
        end = (block, found.end) if found.end else None
    for name, at in (("joined_on", start), ("left_on", end)):
        if at is not None:
            bench.emit(
                at[0], (at[1].start, at[1].end), person, name, at[1].value, {"organization": organization}, row.rule
            )


def _officers(bench: Workbench, row: Row, column: Column, cell: Block) -> None:
    """ "CEO | A", "Key people | A (CEO), B (chair)"."""
    body = row.entities.get("organization")
    if body is None:
        return
    if column.role == "people" and column.name == "named":
        beside.read_people(bench, cell, body)
        return
    for name, found in people(bench, cell) if column.role == "people" else entries(bench, cell.text):
        at = max(cell.text.find(name), 0)
        if column.role == "people":
            if found is not None:
                hold(bench, cell, name, found, body.name, row.rule)
            continue
        when = term(cell.text, bench.published)
        title = re.sub(r"\s*\(.*?\)", "", column.heading.text).strip(" :*").replace("_", " ")
        state = (
            found.status
            if found
            else column.heading.status
            or when.status
            or cells.status(" ".join(re.findall(r"\(([^()]*)\)", cell.text)))
            or "current"
        )
        if column.heading.status and title.split():
            title = re.sub(
                r"^(?:former|previous|current|incoming|outgoing|ex|present|new)[\s-]+", "", title, flags=re.I
            )
        hold(bench, cell, name, Post(title, at, at + len(name), "", (0, 0), state, when), body.name, row.rule)


_POST_NOTE = re.compile(
    r"(?P<title>(?:[A-Za-z.&/-]+ ){0,4}?[A-Za-z.&-]+?)(?:\s+(?:at|of)\s+(?P<org>[A-Z][^;,.]*))?\s*(?:;|$)"
)


def _posts_in_remarks(columns: list[Column]) -> bool:
    """Whether most remarks open with the day job, so that "role" is a role in something else ("Maintainer")."""
    texts = [
        cell.text
        for c in columns
        if (c.role, c.name) == ("qualifier", "remarks")
        for cell in c.cells
        if cell.text.strip()
    ]
    jobs = [text for text in texts if _job(text)]
    return len(jobs) >= 2 and len(jobs) * 2 >= len(texts)


def _job(text: str) -> bool:
    match = _POST_NOTE.match(text)
    return (
        match is not None
        and is_title(match["title"])
        and not text.casefold().startswith(("former", "previo", "was ", "ex-", "co-founder", "cofounder", "founder"))
    )


_OWN = re.compile(
    r"(?P<was>was\s+(?:the\s+)?(?=[^;,.]{2,50}(?:[;,.]|$)))?(?P<title>(?(was)[^;,.]{2,50}|(?:(?:co-?)?founder|"
    r"founding (?:member|partner|director))))\s*(?:[;,.]|$)",
    re.I,
)
_REMARK = re.compile(
    r"(?:^|[;.,]\s*)(?:previously|formerly|former|ex-|earlier|before that|prior role:?)\s+(?P<post>[^;.]+)", re.I
)


def _remark(bench: Workbench, cell: Block, person: Entity, row: Row) -> None:
    """A remark is read only where it plainly names an earlier post."""
    job, employer = _POST_NOTE.match(cell.text), row.block("attribute", "employer")
    titled = any((c.role, c.name) == ("attribute", "title") for c, _ in row.pairs)
    if job is not None and not titled and employer is not None and is_title(job["title"]):
        span = job.span("title")
        hold(
            bench,
            cell,
            person.name,
            Post(job["title"], *span),
            named(employer.text),
            row.rule,
            employer=(employer, 0, len(employer.text)),
        )
    body = (
        named(employer.text)
        if employer is not None
        else row.entities["organization"].name
        if "organization" in row.entities
        else ""
    )
    own = _OWN.match(cell.text)
    if own is not None and titled and body and is_title(own["title"]):
        state = "former" if own["was"] else ""
        hold(bench, cell, person.name, Post(own["title"], *own.span("title"), status=state), body, row.rule)
    for match in _REMARK.finditer(cell.text):
        found = post(bench, match["post"], match.start("post"))
        if found is not None and found.organization:
            hold(bench, cell, person.name, found, "", row.rule, status="former", when=False)
        elif found is None and bench.kind_of(named(match["post"])) == "organization":
            bench.emit(
                cell,
                match.span("post"),
                person,
                "employer",
                Value("organization", named(match["post"])),
                {"status": "former"},
                row.rule,
                0.8,
            )
