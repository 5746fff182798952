"""The posts and employers of a row: under its columns, beside a person's name, in remarks."""

from __future__ import annotations

import re

from msgspec.structs import replace

from checker import lazy
from checker.claims.structured import beside, cells
from checker.claims.structured.attendance import people
from checker.claims.structured.column import Column
from checker.claims.structured.context import Entity, Workbench, is_empty, named
from checker.claims.structured.lexicon import fold
from checker.claims.structured.posts import Post, Term, entries, hold, is_title, post, post_beside, shifted, term
from checker.claims.structured.row import Row, facts, moments
from checker.model import Block, Value

_PRESENT = ("present", "now", "current", "today", "to date", "ongoing", "-", "–", "—", "")


def read_posts(bench: Workbench, row: Row, person: Entity) -> None:
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
            given = facts(bench, row, column)
            if given.organization:
                cells.read(bench, cell, person, "team", given, row.rule, None)


def read_occupation(bench: Workbench, cell: Block, person: Entity, row: Row) -> None:
    """ "Known for | Co-founder of Acme Ltd": a post only where its organization stands beside it."""
    if len(cell.text) < 200:
        for start, end in cells.parts(cell.text, r"\s*[;\n]\s*"):
            found = post(bench, cell.text[start:end], start) or post_beside(cell.text[start:end], start)
            if found is not None and found.organization:
                hold(bench, cell, person.name, found, "", row.rule)


def _row_status(row: Row) -> str:
    remark = row.block("qualifier", "remarks")
    return cells.status(remark.text) if remark is not None and len(remark.text) < 25 else ""


def _when(bench: Workbench, row: Row) -> Term:
    """The term that the row's columns give."""
    start = moments(bench, row, ("attribute", "joined_on"), ("qualifier", "from"))
    end = moments(bench, row, ("attribute", "left_on"), ("qualifier", "until"))
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
    start = moments(bench, row, ("attribute", "joined_on"), ("qualifier", "from"))
    end = moments(bench, row, ("attribute", "left_on"), ("qualifier", "until"))
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


def read_officers(bench: Workbench, row: Row, column: Column, cell: Block) -> None:
    """ "CEO | A", "Key people | A (CEO), B (chair)"."""
    body = row.entities.get("organization")
    if body is None:
        return
    if column.role == "people" and column.name == "named":
        beside.read_people(bench, cell, body)
        return
    listed = people(bench, cell) if column.role == "people" else entries(bench, cell.text)
    starts = [max(cell.text.find(name), 0) for name, _ in listed]
    for (name, found), at in zip(listed, starts, strict=True):
        if column.role == "people":
            found = found or _one_of(column, at, len(name))
            if found is not None and (note := _NOTE.match(cell.text, at + len(name))) is not None:
                found = _dated(found, term(note[1], bench.published), note.start(1))
            if found is not None:
                hold(bench, cell, name, found, body.name, row.rule)
            continue
        when = _held_when(bench, cell.text, starts, at)
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


def _held_when(bench: Workbench, text: str, starts: list[int], at: int) -> Term:
    """The term of the one at ``at`` of several: "since 2019 A", "A (to March 2025), B (from May 2025)"."""
    first = 0 if at == min(starts) else at
    said = term(text[first : min((s for s in starts if s > at), default=len(text))], bench.published)
    return Term(shifted(said.start, first), shifted(said.end, first), said.status)


def _dated(found: Post, said: Term, at: int) -> Post:
    """The post with the term that the brackets behind the name give: "A (appointed 12 June 2023)"."""
    if said.start is None and said.end is None:
        return found
    moved = Term(shifted(said.start, at), shifted(said.end, at), said.status)
    return replace(found, term=moved, status=said.status or found.status)


_NOTE = lazy.compile(r"\s*\(([^()]{4,60})\)")
_ONE_OF = frozenset(
    ("directors managing-directors joint-managing-directors company-directors trustees governors vice-presidents "
     "vice-chairs non-executive-directors").split()
)  # fmt: skip


def _one_of(column: Column, at: int, length: int) -> Post | None:
    """ "Directors | A, B": the post that each of them holds."""
    said = fold(column.heading.text)
    halves = [half for half in (said, *(fold(half) for half in column.heading.text.split("/"))) if half]
    named_so = next((half for half in halves if half.replace(" ", "-") in _ONE_OF), "")
    return Post(named_so.removesuffix("s"), at, at + length, status="current") if named_so else None


_POST_NOTE = lazy.compile(
    r"(?P<title>(?:[A-Za-z.&/-]+ ){0,4}?[A-Za-z.&-]+?)(?:\s+(?:at|of)\s+(?P<org>[A-Z][^;,.]*))?\s*(?:;|$)"
)


def posts_in_remarks(columns: list[Column]) -> bool:
    """Whether most remarks open with the day job, so that "role" is a role in something else ("Maintainer")."""
    texts = [
        cell.text
        for c in columns
        if (c.role, c.name) == ("qualifier", "remarks")
        for cell in c.cells
        if cell.text.strip()
    ]
    jobs = [text for text in texts if names_job(text)]
    return len(jobs) >= 2 and len(jobs) * 2 >= len(texts)


def names_job(text: str) -> bool:
    match = _POST_NOTE.match(text)
    return (
        match is not None
        and is_title(match["title"])
        and not text.casefold().startswith(("former", "previo", "was ", "ex-", "co-founder", "cofounder", "founder"))
    )


_OWN = lazy.compile(
    r"(?P<was>was\s+(?:the\s+)?(?=[^;,.]{2,50}(?:[;,.]|$)))?(?P<title>(?(was)[^;,.]{2,50}|(?:(?:co-?)?founder|"
    r"founding (?:member|partner|director))))\s*(?:[;,.]|$)",
    re.I,
)


_REMARK = lazy.compile(
    r"(?:^|[;.,]\s*)(?:previously|formerly|former|ex-|earlier|before that|prior role:?)\s+(?P<post>[^;.]+)", re.I
)


def read_remark(bench: Workbench, cell: Block, person: Entity, row: Row) -> None:
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
