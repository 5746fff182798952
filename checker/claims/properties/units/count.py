"""A count: the amount, what is counted and how surely."""

from __future__ import annotations

from msgspec import Struct

from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase


class Count(Struct):
    """An amount with its unit. ``weak``: the unit ("people") counts anything; ``bare``: there is none."""

    atom: Atom
    phrase: Phrase
    scope: str
    weak: bool = False
    bare: bool = False


def are_many(count: Count) -> bool:
    """ "We were 2,400": more than a few, and no year."""
    value = count.atom.mention.value if count.atom.mention is not None else None
    low = value.low if value is not None else None
    text = count.atom.lower
    return low is not None and low >= _FEW and not (len(text) == 4 and text.isdigit())


def are_few(count: Count) -> bool:
    """ "There were three of us round a table": who began together, and no staff."""
    value = count.atom.mention.value if count.atom.mention is not None else None
    return value is not None and value.low is not None and value.low < 5


_FEW = 20
