"""Marks that are none of the sentence's: the point of "Prof.", quotation marks round a word or two."""

from __future__ import annotations

from checker.claims.syntax.atoms.atom import Atom


def without_points(atoms: list[Atom]) -> list[Atom]:
    """The point of "Prof. Stan" ends nothing."""
    dropped = {
        i
        for i, atom in enumerate(atoms[1:-1], 1)
        if atom.lower == "." and atoms[i - 1].tag == "HON" and atoms[i + 1].tag == "NAME"
    }
    return [atom for i, atom in enumerate(atoms) if i not in dropped] if dropped else atoms


def without_small_quotes(atoms: list[Atom]) -> list[Atom]:
    """Quotation marks round a word or two ("comfortably") go; those round speech stay."""
    dropped: set[int] = set()
    opened: int | None = None
    for i, atom in enumerate(atoms):
        if atom.tag != "QUOTE":
            continue
        if (
            opened is not None
            and i - opened <= 6
            and not any(
                a.tag in ("PRON", "MODAL", "STOP")
                or (a.tag == "VERB" and a.tenses & {"s", "past"} and not a.tenses & {"part"})
                for a in atoms[opened + 1 : i]
            )
        ):
            dropped |= {opened, i}
            opened = None
        else:
            opened = i
    return [atom for i, atom in enumerate(atoms) if i not in dropped] if dropped else atoms
