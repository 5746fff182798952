"""The JSON report as a contract: its shape, how it is made from the records, how claims are read back from it.

The structs below are the shape; the JSON Schema that ships is made from them (``schema``), so that what is written,
what is read back and what is documented cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, structs

from checker.errors import UserError
from checker.model import (
    Accepted,
    Claim,
    Finding,
    Modality,
    Position,
    Report,
    Severity,
    Source,
    Span,
    Subject,
    Unbelieved,
    Value,
    Verdict,
)

SCHEMA_ID = "urn:factlint:report:1"

Place = Annotated[int, Meta(ge=1)]


class SourceEntry(Struct, omit_defaults=True):
    """One document: its path as given and what its metadata says."""

    path: str
    sha256: str = ""
    format: str = ""
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None


class SubjectEntry(Struct):
    """What a claim is about."""

    name: str
    type: str


class ValueEntry(Struct):
    """A value: dates carry edtf, amounts low and high (null is an open end), all the text as written."""

    kind: str
    text: str = ""
    edtf: str | msgspec.UnsetType = msgspec.UNSET
    low: float | msgspec.UnsetType | None = msgspec.UNSET
    high: float | msgspec.UnsetType | None = msgspec.UNSET
    currency: str | msgspec.UnsetType | None = msgspec.UNSET
    approximate: bool | msgspec.UnsetType = msgspec.UNSET


class ClaimEntry(Struct):
    """What one source asserts at one place. Lines and columns count from 1, ends are exclusive."""

    source: str
    subject: SubjectEntry
    attribute: str
    value: ValueEntry
    id: str = ""
    line: Place = 1
    column: Place = 1
    end_line: Place | None = None
    end_column: Place | None = None
    quote: str = ""
    qualifiers: dict[str, str] = {}
    modality: Modality = "asserted"
    rule: str = ""
    reader: str = "rules"
    confidence: Annotated[float, Meta(ge=0, le=1)] = 1.0
    mark: tuple[int, int] | None = None
    witnesses: list[str] | msgspec.UnsetType = msgspec.UNSET


class PositionEntry(Struct):
    """The claims (by id) of one fact that say the same thing."""

    value: ValueEntry
    claims: list[str]


class AcceptedEntry(Struct, omit_defaults=True):
    """Why a finding is not new: an entry of the baseline, or a comment in a source. Dates are ISO dates."""

    kind: Literal["baseline", "inline"]
    who: str = ""
    when: str = ""
    why: str = ""
    expires: str = ""


class FindingEntry(Struct):
    """A rule's verdict on one fact."""

    id: str
    rule: str
    name: str
    verdict: Verdict
    severity: Severity
    subject: SubjectEntry
    attribute: str
    qualifiers: dict[str, str]
    message: str
    positions: list[PositionEntry]
    reason: str = ""
    support: str = ""  # which position is best supported, and by what; never a verdict
    accepted: AcceptedEntry | msgspec.UnsetType = msgspec.UNSET


class SkippedEntry(Struct):
    """Something that was not read, or read only in part, and why."""

    path: str
    line: int
    reason: str


class UnbelievedEntry(Struct):
    """How many claims of a source were left out: their organization is inferred, and no other source names it."""

    source: str
    claims: int


class SummaryEntry(Struct):
    """Counts."""

    sources: int
    claims: int
    conflicts: int
    agreements: int
    notices: int
    skipped: int = 0
    unbelieved: int = 0


class StatisticEntry(Struct):
    """One count of ``--statistics``."""

    group: str
    name: str
    count: int


class ReportEntry(Struct, omit_defaults=True):
    """The whole report."""

    version: Literal[1]
    sources: list[SourceEntry]
    claims: list[ClaimEntry]
    findings: list[FindingEntry]
    summary: SummaryEntry
    skipped: list[SkippedEntry] = []
    unbelieved: list[UnbelievedEntry] = []
    statistics: list[StatisticEntry] = []


class ClaimsFile(Struct):
    """What ``check --claims`` reads: a report, or the claims of one."""

    claims: list[ClaimEntry]
    sources: list[SourceEntry] = []
    version: Literal[1] = 1


def schema() -> dict[str, Any]:
    """The JSON Schema of the report."""
    (root,), parts = msgspec.json.schema_components([ReportEntry], ref_template="#/$defs/{name}")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, "title": "factlint report"}
    return {**head, **root, "$defs": dict(sorted(parts.items()))}


def value_entry(value: Value) -> ValueEntry:
    """The value as the report shows it: only the fields that its kind has."""
    entry = ValueEntry(kind=value.kind, text=value.text)
    if value.edtf is not None:
        entry.edtf = value.edtf
    if value.low is not None or value.high is not None:
        entry.low, entry.high, entry.approximate = value.low, value.high, value.approximate
    if value.currency is not None:
        entry.currency = value.currency
    return entry


def source_entry(source: Source) -> SourceEntry:
    """What the report says of a source."""
    return SourceEntry(**{name: getattr(source, name) for name in SourceEntry.__struct_fields__})


def claim_entry(claim: Claim) -> ClaimEntry:
    """What the report says of a claim."""
    span = claim.span
    return ClaimEntry(
        id=claim.id, source=claim.source, line=span.line, column=span.column, end_line=span.end_line,
        end_column=span.end_column, quote=claim.quote, subject=_subject(claim.subject), attribute=claim.attribute,
        value=value_entry(claim.value), qualifiers=_sorted(claim.qualifiers), modality=claim.modality,
        rule=claim.rule, reader=claim.reader, confidence=claim.confidence, mark=claim.mark,
        witnesses=list(claim.witnesses) or msgspec.UNSET,
    )  # fmt: skip


def finding_entry(finding: Finding) -> FindingEntry:
    """What the report says of a finding: its claims by id."""
    return FindingEntry(
        id=finding.id, rule=finding.rule, name=finding.name, verdict=finding.verdict, severity=finding.severity,
        subject=_subject(finding.subject), attribute=finding.attribute, qualifiers=_sorted(finding.qualifiers),
        message=finding.message, positions=[_position(p) for p in finding.positions], reason=finding.reason,
        support=finding.support, accepted=_accepted(finding.accepted),
    )  # fmt: skip


def unbelieved_entry(one: Unbelieved) -> UnbelievedEntry:
    """What the report says of claims that are not believed."""
    return UnbelievedEntry(one.source, one.claims)


def report_entry(report: Report) -> ReportEntry:
    """The whole report in the words of the contract."""
    return ReportEntry(
        version=1,
        sources=[source_entry(s) for s in report.sources],
        claims=[claim_entry(c) for c in report.claims],
        findings=[finding_entry(f) for f in report.findings],
        summary=SummaryEntry(
            len(report.sources), len(report.claims), report.count("conflict"), report.count("agreement"),
            report.count("notice"), len(report.skipped), sum(one.claims for one in report.unbelieved),
        ),
        skipped=[SkippedEntry(s.path, s.line, s.reason) for s in report.skipped],
        unbelieved=[unbelieved_entry(one) for one in report.unbelieved],
        statistics=[StatisticEntry(*row) for row in report.statistics],
    )  # fmt: skip


def claims_file(sources: Iterable[Source], claims: Iterable[Claim]) -> ClaimsFile:
    """Claims as ``read_claims`` takes them."""
    return ClaimsFile([claim_entry(c) for c in claims], [source_entry(s) for s in sources])


def read_claims(data: bytes, path: str) -> tuple[list[Source], list[Claim]]:
    """The sources and claims of a claims file: a JSON report (or its "claims"), or JSONL of claims.

    Raises UserError with the line of what is wrong.
    """
    file = _decode(data, path)
    claims = [_claim(entry) for entry in file.claims]
    named = {entry.path: _source(entry) for entry in file.sources}
    for claim in claims:
        named.setdefault(claim.source, _source(SourceEntry(claim.source)))
    return [named[name] for name in sorted(named)], claims


def claim_from(entry: ClaimEntry) -> Claim:
    """The claim that an entry of a report says; without an id it gets one made of its content."""
    return _claim(entry)


def _decode(data: bytes, path: str) -> ClaimsFile:
    text = data.removeprefix(b"\xef\xbb\xbf").strip()
    if not text:
        raise UserError("no claims in this file: give a JSON report, or one claim a line", path)
    first = text.split(b"\n", 1)[0]
    if (
        first.startswith(b"{")
        and first.rstrip().endswith(b"}")
        and (b'"attribute"' in first or b'"path"' in first)
        and b'"claims"' not in first
    ):
        entries = list(_lines(data.split(b"\n"), path))
        claims = [entry for entry in entries if isinstance(entry, ClaimEntry)]
        return ClaimsFile(claims, [entry for entry in entries if isinstance(entry, SourceEntry)])
    try:
        return msgspec.json.decode(text, type=ClaimsFile)
    except msgspec.ValidationError as error:
        raise UserError(_reason(error), path, _line_of(text, str(error))) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError(f"not valid JSON: {_reason(error)}", path, _byte_line(text, str(error))) from None


def stream_claims(lines: Iterable[bytes], path: str) -> Iterator[Source | Claim]:
    """As ``read_claims``, of JSONL, as the lines come."""
    for entry in _lines(lines, path):
        yield _claim(entry) if isinstance(entry, ClaimEntry) else _source(entry)


def _lines(lines: Iterable[bytes], path: str) -> Iterator[ClaimEntry | SourceEntry]:
    """A claim a line; a line may also describe a source."""
    for number, line in enumerate(lines, 1):
        text = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not text.strip():
            continue
        try:
            if b'"attribute"' not in text and b'"path"' in text:
                yield msgspec.json.decode(text, type=SourceEntry)
            else:
                yield msgspec.json.decode(text, type=ClaimEntry)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UserError(f"not a claim: {_reason(error)}", path, number) from None


def _reason(error: Exception) -> str:
    return str(error).replace("\n", " ")


def _byte_line(text: bytes, message: str) -> int:
    found = re.search(r"byte (\d+)", message)
    return text.count(b"\n", 0, int(found[1])) + 1 if found else 1


def _line_of(text: bytes, message: str) -> int:
    """The line on which the claim that a validation message names begins, where it can be told; else 1."""
    found = re.search(r"\$\.claims\[(\d+)\]", message)
    if not found:
        return 1
    at = text.find(b'"claims"')
    raw = msgspec.json.decode(text, type=dict[str, msgspec.Raw]).get("claims", msgspec.Raw(b"[]"))
    for entry in msgspec.json.decode(raw, type=list[msgspec.Raw])[: int(found[1]) + 1]:
        at = text.find(bytes(entry), at + 1)
    return text.count(b"\n", 0, max(at, 0)) + 1


def _subject(subject: Subject) -> SubjectEntry:
    return SubjectEntry(subject.name, subject.type)


def _position(position: Position) -> PositionEntry:
    return PositionEntry(value_entry(position.value), [claim.id for claim in position.claims])


def _accepted(accepted: Accepted | None) -> AcceptedEntry | msgspec.UnsetType:
    return AcceptedEntry(**structs.asdict(accepted)) if accepted is not None else msgspec.UNSET


def _sorted(qualifiers: dict[str, str]) -> dict[str, str]:
    return dict(sorted(qualifiers.items()))


def _source(entry: SourceEntry) -> Source:
    return Source(
        path=entry.path, format=entry.format or "claims", sha256=entry.sha256, raw="", parts=[], title=entry.title,
        published=entry.published, publisher=entry.publisher, author=entry.author, url=entry.url,
    )  # fmt: skip


def _claim(entry: ClaimEntry) -> Claim:
    span = Span(entry.line, entry.column, entry.end_line or entry.line, entry.end_column or entry.column)
    value = Value(
        kind=entry.value.kind, text=entry.value.text, edtf=entry.value.edtf or None, low=_set(entry.value.low),
        high=_set(entry.value.high), currency=_set(entry.value.currency), approximate=entry.value.approximate is True,
    )  # fmt: skip
    return Claim(
        id=entry.id or _id(entry), source=entry.source, span=span, quote=entry.quote,
        subject=Subject(entry.subject.name, entry.subject.type), attribute=entry.attribute, value=value,
        qualifiers=entry.qualifiers, modality=entry.modality, rule=entry.rule, reader=entry.reader,
        confidence=entry.confidence, mark=_mark(entry), witnesses=tuple(_set(entry.witnesses) or ()),
    )  # fmt: skip


def _set(value: Any) -> Any:
    return None if value is msgspec.UNSET else value


def _mark(entry: ClaimEntry) -> tuple[int, int] | None:
    """The mark, where it lies within the quote."""
    return entry.mark if entry.mark and 0 <= entry.mark[0] < entry.mark[1] <= len(entry.quote) else None


def _id(entry: ClaimEntry) -> str:
    from checker.digests import sha256

    return "c" + sha256(msgspec.json.encode(entry, order="deterministic")).hexdigest()[:15]
