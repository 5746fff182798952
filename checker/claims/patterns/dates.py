"""Which dates say when something happened."""

from __future__ import annotations

from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.clauses import Clause

ONLY_THEN = frozenset(("until", "till", "before"))


def only_then(clause: Clause) -> bool:
    """ "Did not open until 1907": it happened then, and no sooner."""
    return clause.verb.negated and any(p.prep.split(" ")[-1] in ONLY_THEN for p in clause.dates)


def is_span(atom: Atom) -> bool:
    """Whether a date is a stretch with both ends: "from 2008 to 2014"."""
    edtf = atom.mention.value.edtf or "" if atom.mention is not None and atom.mention.value is not None else ""
    text = atom.lower
    return (
        edtf.count("/") == 1
        and ".." not in edtf
        and any(word in text for word in (" to ", "–", "-", " until ", " and "))
        and "quarter" not in text
        and "half" not in text
    )


def dated(atom: Atom) -> bool:
    """Whether a date is known well enough to be claimed: its year at least."""
    value = atom.mention.value if atom.mention is not None else None
    return value is not None and bool(value.edtf) and not (value.edtf or "").startswith("XXXX")
