"""The Markdown report: what the sources disagree on in one table, then each conflict with both sides quoted and cited,
who says what about each subject, and where they agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model import Claim, Finding, Position, Report, Value
from checker.reports.matrix import tables
from checker.reports.quotes import excerpt, others, said
from checker.reports.safety import markdown
from checker.reports.words import RANK, STANDING, about, counted, doubts, first, place, sources, summary, versus

ROOM = 240  # characters of a quote
WITNESSES = 5  # quotes of one position that are shown at once
MOST = 50  # quotes of one position, with those that are folded away
ROWS = 20  # of a table that is shown at once


def render_markdown(report: Report, base: str = "") -> str:
    """The conflict report. Links to lines are relative to the folder ``base``, where the report will lie."""
    conflicts = sorted((f for f in report.findings if f.verdict == "conflict"), key=_gravest)
    notices = sorted((f for f in report.findings if f.verdict == "notice"), key=_gravest)
    agreements = sorted((f for f in report.findings if f.verdict == "agreement"), key=_gravest)
    parts = ["# What the sources say", summary(report)]
    if conflicts:
        parts += [
            "## Where they conflict",
            grid(["#", "subject", "attribute", "accounts", "severity", "rule"], _overview(conflicts)),
        ]
    for number, finding in enumerate(conflicts, 1):
        parts += _conflict(number, finding, base)
    parts += _matrices(report, conflicts)
    parts += _section("Where they agree", ["subject", "attribute", "value", "how", "sources"], _agreements(agreements))
    parts += _section("Notices", ["subject", "attribute", "notice", "rule", "where"], _notices(notices, base))
    parts += _section(
        "Not read", ["where", "why"], [[_cell(_at(s.path, s.line)), _cell(s.reason)] for s in report.skipped]
    )
    parts += _section(
        "Not believed", ["where", "why"], [[_cell(s.path), _cell(s.reason)] for s in doubts(report.unbelieved)]
    )
    parts += _section("Sources", ["source", "published", "publisher", "title"], _sources(report))
    parts += _section(
        "Statistics", ["group", "name", "count"], [[_cell(g), _cell(n), str(c)] for g, n, c in report.statistics]
    )
    return "\n\n".join(parts) + "\n"


def grid(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose cells are Markdown already."""
    from tabulate import tabulate

    return tabulate(rows, headers, tablefmt="github", disable_numparse=True)


def folded(title: str, text: str) -> str:
    """A part that opens when it is asked for (GitHub, GitLab)."""
    return f"<details><summary>{title}</summary>\n\n{text}\n\n</details>"


def _section(title: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    if not rows:
        return []
    table = grid(headers, rows)
    return [f"## {title}", folded(counted(len(rows), "row"), table) if len(rows) > ROWS else table]


def _gravest(finding: Finding) -> tuple[object, ...]:
    return RANK[finding.severity], finding.subject.name, finding.attribute, *first(finding), finding.rule, finding.id


def _overview(conflicts: Sequence[Finding]) -> list[list[str]]:
    return [
        [
            f"[{n}](#{f.id})",
            _cell(f.subject.name),
            _cell(about(f.attribute, f.qualifiers)),
            _cell(versus(f)),
            f.severity,
            _cell(f.rule),
        ]
        for n, f in enumerate(conflicts, 1)
    ]


def _conflict(number: int, finding: Finding, base: str) -> Iterator[str]:
    title = f"{markdown(finding.subject.name)}: {markdown(about(finding.attribute, finding.qualifiers))}"
    yield f'### <a id="{finding.id}"></a>{number}. {title}'
    rule = markdown(f"({finding.rule} {finding.name})")
    yield f"**{finding.severity}: {STANDING[finding.severity]}.** {markdown(finding.message)} {rule}"
    for position in finding.positions:
        yield "\n\n".join(_position(position, others(finding, position), base))
    if finding.support:
        yield f"{markdown(finding.support[:1].upper() + finding.support[1:])}. Support is no verdict."


def _position(position: Position, rest: list[Value], base: str) -> Iterator[str]:
    yield f"**{_cell(said(position.value))}** ({counted(len(sources(position)), 'source')})"
    once = {(claim.source, claim.quote): claim for claim in sorted(position.claims, key=place, reverse=True)}
    quotes = [_quote(claim, rest, base) for claim in sorted(once.values(), key=place)[:MOST]]
    yield from quotes[:WITNESSES]
    if len(quotes) > WITNESSES:
        yield folded(f"{len(once) - WITNESSES} more", "\n\n".join(quotes[WITNESSES:]))


def _quote(claim: Claim, rest: list[Value], base: str) -> str:
    parts = excerpt(claim, rest, ROOM)
    before, marked, after = markdown(parts.before), markdown(parts.marked), markdown(parts.after)
    gaps = (" " if parts.before.endswith(" ") else "", " " if parts.after.startswith(" ") else "")
    text = f"{before}{gaps[0]}<ins>**{marked}**</ins>{gaps[1]}{after}" if marked else before + after
    return f"> “{text}”\n>\n> {_link(claim.source, claim.span.line, base)}"


def _link(path: str, line: int, base: str) -> str:
    """A citation by file and line that leads there; a path that is no file's is cited only."""
    from os.path import isabs, relpath
    from urllib.parse import quote

    label = markdown(f"{path}:{line}")
    file = path.partition("#")[0]
    if not file or file == "-" or isabs(file):
        return label
    return f"[{label}]({quote(relpath(file, base or '.').replace(chr(92), '/'))}#L{line})"


def _matrices(report: Report, conflicts: Sequence[Finding]) -> list[str]:
    parts = [
        f"### {markdown(subject)}\n\n"
        + grid([_cell(h) for h in headers], [[_cell(cell) for cell in row] for row in rows])
        for subject, headers, rows in tables(report, conflicts)
    ]
    return ["## Who says what", *parts] if parts else []


def _agreements(agreements: Sequence[Finding]) -> list[list[str]]:
    return [
        [_cell(f.subject.name), _cell(about(f.attribute, f.qualifiers)), _cell(versus(f)), _cell(f.reason),
         _cell(", ".join(sorted({s for p in f.positions for s in sources(p)})))]
        for f in agreements
    ]  # fmt: skip


def _notices(notices: Sequence[Finding], base: str) -> list[list[str]]:
    return [
        [_cell(f.subject.name), _cell(about(f.attribute, f.qualifiers)), _cell(f.message), _cell(f.rule),
         _link(first(f)[0], first(f)[1], base)]
        for f in notices
    ]  # fmt: skip


def _sources(report: Report) -> list[list[str]]:
    return [
        [_cell(s.path), _cell(s.published or ""), _cell(s.publisher or ""), _cell(s.title or "")]
        for s in report.sources
    ]


def _cell(text: str) -> str:
    return markdown(text if len(text) <= 300 else text[:300] + "…")


def _at(path: str, line: int) -> str:
    return f"{path}:{line}" if line else path
