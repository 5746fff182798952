"""Sentences have an end: what is longer is read in pieces, with nothing lost between them."""

from __future__ import annotations

import pytest

from checker.mentions import tokens


@pytest.mark.parametrize("unit", ["Ann Bell, chair, ", "word ", "a, b; ", '"said ', "(", ". . "])
def test_no_piece_is_longer_than_the_longest_and_all_is_in_one(unit: str) -> None:
    found = tokens.tokenise(unit * 2_000)
    whole = [(0, len(found))]
    pieces = tokens.shortened(found, whole)
    assert max(last - first for first, last in pieces) <= tokens.LONGEST
    assert [n for first, last in pieces for n in range(first, last)] == list(range(len(found)))


def test_a_long_sentence_is_cut_behind_a_mark() -> None:
    found = tokens.tokenise("one two three four five six, " * 200)
    pieces = tokens.shortened(found, [(0, len(found))])
    assert all(found[last - 1].text == "," for _, last in pieces)
