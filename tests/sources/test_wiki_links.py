"""Links as wikis write them."""

from __future__ import annotations

import pytest

from checker.sources.inline import stripped


@pytest.mark.parametrize(
    ("text", "shown", "target"),
    [
        (
            "led by the [[Melanthos Foundation]], a fund",
            "led by the Melanthos Foundation, a fund",
            "Melanthos Foundation",
        ),
        ("at [[Kastro (site)|the main site]] since", "at the main site since", "Kastro (site)"),
    ],
)
def test_the_words_stay_and_the_marks_go(text: str, shown: str, target: str) -> None:
    block = stripped("paragraph", text, ((0, 0),))
    ((start, end, to),) = block.links
    assert (block.text, to) == (shown, target)
    assert all(text[block.origin(i)] == block.text[i] for i in range(len(shown)))
    assert block.text[start:end] in text


def test_brackets_of_other_kinds_stay() -> None:
    assert stripped("paragraph", "see [a [b]] and [[c", ((0, 0),)).text == "see [a [b]] and [[c"
