"""What sources ask to leave out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from checker.findings import suppress
from checker.model import Finding, Span
from tests.findings.made import claim, judged


def conflict() -> Finding:
    """A conflict of a claim on line 3 of a.md and one on line 9 of b.md."""
    one, other = claim("a.md", "founded_on", "2017", "North Works"), claim("b.md", "founded_on", "2016", "North Works")
    (found,) = judged(replace(one, span=Span(3, 1, 3, 9)), replace(other, span=Span(9, 1, 9, 9)))
    return found


@pytest.mark.parametrize(
    ("text", "line", "rules", "reason"),
    [
        ("x\n\nFounded in 2017. <!-- factlint: ignore[G101] a joke -->\n", 3, ("G101",), "a joke"),
        ("x\n<!-- factlint: ignore[G101, T101] - a joke -->\nFounded in 2017.\n", 3, ("G101", "T101"), "a joke"),
        ("x\n# factlint: ignore a joke\n\nFounded\n", 4, (), "a joke"),
        ("<!-- factlint: ignore-file[G101] satire -->\nx\n", 0, ("G101",), "satire"),
        ("---\nfactlint-ignore: G101, T101 (satire)\n---\n", 0, ("G101", "T101"), "satire"),
        ("x <!-- factlint: ignore[G101] -->\n", 1, ("G101",), ""),
    ],
)
def test_how_it_is_written(text: str, line: int, rules: tuple[str, ...], reason: str) -> None:
    (found,) = suppress.collect("a.md", text)
    assert (found.line, found.rules, found.reason) == (line, rules, reason)


def test_text_that_only_speaks_of_it_asks_for_nothing() -> None:
    assert (
        suppress.collect("a.md", "We use factlint: ignore the rest of this sentence.\n" + "factlint " * 100_000) == []
    )


@pytest.mark.parametrize(
    ("comment", "stays"),
    [
        ("ignore[G101] a joke", False),
        ("ignore[founding-date-conflict] a joke", False),
        ("ignore[founded_on] a joke", False),
        ("ignore a joke", False),
        ("ignore[G102] a joke", True),
        ("ignore[G101]", True),
    ],
)
def test_one_side_taken_back(comment: str, stays: bool) -> None:
    wishes = suppress.collect("a.md", f"x\n\nFounded in 2017. <!-- factlint: {comment} -->\n")
    kept, out, notes = suppress.apply([conflict()], wishes)
    assert (len(kept), len(out), len(notes)) == ((1, 0, 1) if stays else (0, 1, 0))


def test_a_wish_for_another_line_is_of_no_use_and_said() -> None:
    _, out, notes = suppress.apply(
        [conflict()], suppress.collect("a.md", "x <!-- factlint: ignore[G101] a joke -->\n\nFounded\n")
    )
    assert out == []
    assert [(n.path, n.line, n.reason) for n in notes] == [
        ("a.md", 1, "a suppression of G101 that nothing needs; remove it")
    ]
