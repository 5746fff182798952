"""The JSON report: the contract."""

from __future__ import annotations

import msgspec

from checker.contract import report_entry
from checker.model import Report


def render_json(report: Report) -> str:
    """The report as the contract says, indented, the same bytes for the same report."""
    entry = report_entry(report)
    try:
        data = msgspec.json.encode(entry)
    except UnicodeEncodeError:  # a lone surrogate, out of an escape in somebody's JSON
        data = msgspec.json.encode(_whole(msgspec.to_builtins(entry)))
    return msgspec.json.format(data, indent=1).decode() + "\n"


def _whole(value: object) -> object:
    """The value with lone surrogates replaced, which no encoding can write."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_whole(k): _whole(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(v) for v in value]
    return value
