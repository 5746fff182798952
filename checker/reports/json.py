"""The JSON report: the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from checker.contract import (
    ClaimEntry,
    FindingEntry,
    SkippedEntry,
    SourceEntry,
    SummaryEntry,
    UnbelievedEntry,
    report_entry,
)
from checker.model import Report


def render_json(report: Report) -> str:
    """The report as the contract says, indented, the same bytes for the same report."""
    entry = report_entry(report)
    try:
        data = msgspec.json.encode(entry)
    except UnicodeEncodeError:  # a lone surrogate, out of an escape in somebody's JSON
        data = msgspec.json.encode(_whole(msgspec.to_builtins(entry)))
    return msgspec.json.format(data, indent=1).decode() + "\n"


def json_parts(
    sources: Iterable[SourceEntry], claims: Iterable[ClaimEntry], findings: Iterable[FindingEntry],
    summary: SummaryEntry, skipped: Sequence[SkippedEntry], unbelieved: Iterable[UnbelievedEntry],
) -> Iterator[str]:  # fmt: skip
    """As ``render_json``, piece by piece, of entries that come in the order of a report."""
    yield '{\n "version": 1,\n'
    for name, entries in (("sources", sources), ("claims", claims), ("findings", findings)):
        yield from _listed(name, entries)
        yield ",\n"
    yield f' "summary": {_entry(summary, 1)}'
    if summary.skipped:
        yield ",\n"
        yield from _listed("skipped", skipped)
    if summary.unbelieved:
        yield ",\n"
        yield from _listed("unbelieved", unbelieved)
    yield "\n}\n"


def _listed(name: str, entries: Iterable[object]) -> Iterator[str]:
    lead = f' "{name}": ['
    for entry in entries:
        yield f"{lead}\n  {_entry(entry, 2)}"
        lead = ","
    yield "\n ]" if lead == "," else f"{lead}]"


def _entry(entry: object, depth: int) -> str:
    try:
        data = msgspec.json.encode(entry)
    except UnicodeEncodeError:
        data = msgspec.json.encode(_whole(msgspec.to_builtins(entry)))
    return msgspec.json.format(data, indent=1).decode().replace("\n", "\n" + " " * depth)


def _whole(value: object) -> object:
    """The value with lone surrogates replaced, which no encoding can write."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_whole(k): _whole(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(v) for v in value]
    return value
