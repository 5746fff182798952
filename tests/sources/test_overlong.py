"""What is no prose is said and not read; long prose is read."""

from __future__ import annotations

import pytest

from checker.model import Block, Source
from checker.sources import read_text

PROSE = "Ann Bell has led the harbour board since 2019. It moved 4,000 boxes that year. "


def _only(text: str) -> Source:
    (source,) = read_text(text, "x.txt", "text")
    assert isinstance(source, Source)
    return source


@pytest.mark.parametrize("unit", ["word ", "A", "1", ".", ",", '"said "', "(", "Ann Bell, chair, ", "$5m, "])
def test_an_endless_run_is_set_aside_and_said(unit: str) -> None:
    source = _only("First line.\n\n" + unit * (40_000 // len(unit)) + "\n\nLast line.\n")
    long = [block for block in source.blocks() if len(block.text) > 20_000]
    assert [block.kind for block in long] == ["furniture"] * len(long)
    assert [(note.line, note.fatal) for note in source.notes] == [(3, False)]
    assert "not read" in source.notes[0].reason


def test_long_prose_is_read() -> None:
    source = _only(PROSE * 500)
    assert source.notes == ()
    assert [block.kind for block in source.blocks() if isinstance(block, Block)] == ["paragraph"]
