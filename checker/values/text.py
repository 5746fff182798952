"""Any other text: the same words, or one part of the other, or different."""

from __future__ import annotations

from checker.model import Value
from checker.values.comparison import Comparison
from checker.values.names import near, words


def canonical(value: Value) -> tuple[str, ...]:
    """Equal for two ways of writing one text: case, accents and punctuation apart."""
    return words(value.text) or (value.text.strip(),)


def show(value: Value) -> str:
    """The text as written."""
    return value.text


def compare(a: Value, b: Value) -> Comparison:
    """Whether two texts say the same. Symmetric."""
    ours, theirs = canonical(a), canonical(b)
    if ours == theirs:
        return Comparison("same", "the same words")
    left, right = " ".join(ours), " ".join(theirs)
    if near(left, right):
        return Comparison("same", "spelling")
    if f" {left} " in f" {right} " or f" {right} " in f" {left} ":
        return Comparison("compatible", "level of detail")
    return Comparison("different", "different words: " + " and ".join(sorted((a.text, b.text))))
