"""Phrases that say as much as an adverb, made one: "cost in the end €87m", "fell in all by 212"."""

from __future__ import annotations

from checker.claims.atoms import Atom

_IDIOMS = frozenset(
    tuple(idiom.split())
    for idiom in (
        "in the end",
        "in the event",
        "in all",
        "in total",
        "all told",
        "all in all",
        "after all",
        "at last",
        "at long last",
        "in fact",
        "of course",
        "by and large",
        "on paper",
        "give or take",
        "at a stroke",
        "on the whole",
        "in practice",
        "once and for all",
        "in the meantime",
        "as it turned out",
        "to be precise",
        "to be exact",
        "once more",
    )
)
_FIRSTS = frozenset(idiom[0] for idiom in _IDIOMS)
_OPENINGS = frozenset(idiom[:2] for idiom in _IDIOMS)
_LONGEST = max(len(idiom) for idiom in _IDIOMS)
_GOES_ON = frozenset(("of", "'s"))  # "in the end of May" says when


def joined(atoms: list[Atom]) -> list[Atom]:
    """The atoms with each idiom made one adverb."""
    if _FIRSTS.isdisjoint([atom.lower for atom in atoms]):
        return atoms
    made: list[Atom] = []
    i = 0
    while i < len(atoms):
        length = _length(atoms, i) if atoms[i].lower in _FIRSTS else 0
        if length:
            made.append(
                Atom(
                    "ADV", " ".join(a.lower for a in atoms[i : i + length]), atoms[i].first, atoms[i + length - 1].last
                )
            )
        else:
            made.append(atoms[i])
        i += length or 1
    return made


def _length(atoms: list[Atom], i: int) -> int:
    """How many atoms from the i-th are an idiom."""
    if i + 1 == len(atoms) or (atoms[i].lower, atoms[i + 1].lower) not in _OPENINGS:
        return 0
    for length in range(min(_LONGEST, len(atoms) - i), 1, -1):
        words = tuple(atom.lower for atom in atoms[i : i + length])
        if words in _IDIOMS and not (i + length < len(atoms) and _continues(words, atoms[i + length])):
            return length
    return 0


def _continues(words: tuple[str, ...], after: Atom) -> bool:
    """ "In the end of May", "in all its rooms": what stands behind makes a phrase of it."""
    if after.lower in _GOES_ON:
        return True
    return words in (("in", "all"), ("in", "total")) and after.tag in ("POSS", "DET", "NOUN", "NAME", "ADJ")
