"""Names that differ by a slip of spelling."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from checker.values.names import near

letters = st.text("abcde ", min_size=5, max_size=40)


@st.composite
def slipped(draw: st.DrawFn) -> tuple[str, str]:
    """A name and the same with a few slips: letters left out, doubled, changed, or in the wrong order."""
    name = draw(letters)
    other = name
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, max(len(other) - 2, 0)))
        other = draw(st.sampled_from([other[:at] + other[at + 1 :], other[:at] + "x" + other[at:], other[:at] + "y" + other[at + 1 :],
                                      other[:at] + other[at : at + 2][::-1] + other[at + 2 :]]))  # fmt: skip
    return name, other


@given(slipped() | st.tuples(letters, letters))
@example(("abcdefghij", "abcdefghix"))
@example(("abcdefghij", "abcdefghijk"))
def test_looking_ahead_changes_no_verdict(pair: tuple[str, str]) -> None:
    one, other = pair
    close = min(map(len, pair)) >= 5 and DamerauLevenshtein.normalized_similarity(one, other) >= 0.9
    assert near(one, other) == near(other, one) == close


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("cormorant group", "cormroant group", True),
        ("acme labs", "acme capital", False),
        ("fund 21 holdings", "fund 22 holdings", False),
    ],
)
def test_near(one: str, other: str, same: bool) -> None:
    assert near(one, other) is same
