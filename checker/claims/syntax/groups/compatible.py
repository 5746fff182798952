"""Whether two phrases side by side can be one thing said twice."""

from __future__ import annotations

from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.groups.kinds import kind_of
from checker.packs.vocabulary import Vocabulary


def are_compatible(first: Phrase, second: Phrase, words: Vocabulary) -> bool:
    """Whether two phrases side by side can be one thing said twice."""
    a, b = kind_of(first, words), kind_of(second, words)
    if "organization" in (a, b) and any(
        p.head.tag == "TITLE" and p.head.lower.split()[-1] in words.words["organization_descriptors"]
        for p in (first, second)
    ):
        return any(p.head.tag == "NAME" for p in (first, second))
    if {a, b} & {"date", "money", "qty", "pct", "pron"}:
        return False
    named = [p.head.tag == "NAME" for p in (first, second)]
    if all(named):
        return False
    if not any(named) and a == b == "noun" and first.det == "the" and first.of("NAME") and second.det in ("a", "an"):
        return True  # "the Wessex loaf, a sourdough"
    if second.head.lower in _DEGREES:
        return False
    if a == "title" or b == "title":
        other = b if a == "title" else a
        return other in ("person", "name", "title") and (any(named)) and not (other == "title" and not any(named))
    if not any(named):
        return False
    timed = first.of("QTY") or first.prep in (
        "after",
        "before",
        "during",
        "since",
        "until",
        "in",
        "within",
        "despite",
        "at",
    )
    if {a, b} == {"noun", "person"} and b == "person" and timed:
        return False  # "After fourteen years with X, A B, 66, …"
    if second.head.tag == "NAME" and first.det in ("a", "an") and a == "noun":
        return False
    return (
        a == b
        or "name" in (a, b)
        or (
            {a, b} <= {"noun", "project", "product", "event", "organization", "person", "thing", "place"}
            and "noun" in (a, b)
        )
    )


_DEGREES = frozenset("degree doctorate phd dphil master mba ba bsc ma msc mphil llb llm diploma bachelor".split())
