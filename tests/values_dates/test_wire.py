"""Dates and money in lines of newswire: found where they stand, with what they mean on the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from checker.mentions.spans import Document, found_in
from checker.model import Value

Gold = tuple[int, int, str]
_MARKED = re.compile(r"\[\[(.+?)\|(.*?)\]\]")


def _cases() -> Iterator[tuple[str, str]]:
    for group in yaml.safe_load(Path(__file__).with_name("wire.yaml").read_text(encoding="utf-8")):
        for line in group["lines"]:
            yield str(group["day"]), line


def _unmarked(line: str) -> tuple[str, list[Gold]]:
    """The line as it was sent, and its marked spans."""
    text, golds, at = "", [], 0
    for mark in _MARKED.finditer(line):
        text += line[at : mark.start()]
        golds.append((len(text), len(text) + len(mark[1]), mark[2]))
        text, at = text + mark[1], mark.end()
    return text + line[at:], golds


def _worth(said: str) -> tuple[float, float | None, str]:
    figures, currency = said.split()
    low, dash, high = figures.partition("-")
    return float(low), (float(high) if high else None) if dash else float(low), currency


def _right(value: Value, said: str) -> bool:
    if value.kind == "date":
        return (value.edtf or "").strip("~") == said
    return (value.low, value.high, value.currency) == _worth(said)


@pytest.mark.parametrize(("day", "line"), list(_cases()))
def test_wire(day: str, line: str) -> None:
    text, golds = _unmarked(line)
    found = found_in(Document("wire", text, day))
    for start, end, said in golds:
        near = [f.value for f in found if f.start < end and start < f.end]
        assert any(_right(value, said) for value in near), (text[start:end], said, near)
    extra = [f.value.text for f in found if not any(f.start < end and start < f.end for start, end, _ in golds)]
    assert extra == []
