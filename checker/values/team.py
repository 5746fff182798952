"""Teams and divisions: "the pre-training team" is "pre-training"."""

from __future__ import annotations

from functools import lru_cache

from checker.model import Value
from checker.values.comparison import Comparison
from checker.values.names import fold, near, words

_GENERIC = frozenset(
    [
        "team",
        "teams",
        "group",
        "groups",
        "division",
        "divisions",
        "department",
        "departments",
        "dept",
        "unit",
        "units",
        "office",
        "section",
        "branch",
        "desk",
        "crew",
        "squad",
        "lab",
        "labs",
        "laboratory",
        "programme",
        "program",
        "organization",
        "organisation",
        "org",
        "business",
        "function",
        "arm",
        "staff",
    ]
)
_SMALL = frozenset(["the", "a", "an", "of", "for", "and", "its", "their", "our", "his", "her", "in", "on", "&", "new"])


@lru_cache(maxsize=16384)
def core(text: str) -> tuple[str, ...]:
    """The words that tell a team from others, in order."""
    tokens = [word for word in words(text) if word not in _SMALL]
    return tuple(word for word in tokens if word not in _GENERIC) or tuple(tokens)


def canonical(value: Value) -> tuple[str, ...]:
    """Equal for two ways of writing one team."""
    return tuple(sorted(core(value.text)))


def show(value: Value) -> str:
    """The team as written."""
    return value.text


def compare(a: Value, b: Value) -> Comparison:
    """Whether two names can be one team's. Symmetric."""
    if fold(a.text) == fold(b.text):
        return Comparison("same", "the same name")
    ours, theirs = canonical(a), canonical(b)
    if ours == theirs or "".join(core(a.text)) == "".join(core(b.text)):
        return Comparison("same", "the same name apart from general words or order")
    if ours and theirs and (set(ours) <= set(theirs) or set(theirs) <= set(ours)):
        return Comparison("compatible", "level of detail")
    if near(" ".join(ours), " ".join(theirs)):
        return Comparison("same", "spelling")
    return Comparison("different", "different teams: " + " and ".join(sorted((a.text, b.text))))
