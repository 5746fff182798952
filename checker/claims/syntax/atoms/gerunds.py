"""Forms in "ing" that name a thing: "funding", "training"."""

from __future__ import annotations

from checker.claims.syntax.atoms.spot import Spot

ING_NOUNS = frozenset(
    (
        "funding housing shipping training building meeting holding offering engineering marketing banking "
        "mining farming manufacturing publishing lending rating pricing planning painting wedding opening ending "
        "beginning financing staffing catering gaming printing brewing processing testing trading clearing "
        "dredging fishing hearing heating lighting logging packaging parking recycling refining rendering "
        "roasting sailing screening spending spinning staging steering streaming surfacing tooling tracking "
        "welding writing"
    ).split()
)


def is_gerund(here: Spot) -> bool:
    """ "funding", "training": a thing, unless a form of "be" or a subject before it makes it an act on another."""
    if here.atom.lower not in ING_NOUNS or here.before.lemma == "be":
        return False
    if here.after.tag in ("DET", "POSS", "PRON", "NAME", "QTY", "MONEY"):
        return False
    return here.before.tag in ("VERB", "ROUND", "MONEY", "NOUN", "ADV")
