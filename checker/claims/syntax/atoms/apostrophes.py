"""An apostrophe: possessive, a form of "be", or a quotation mark."""

from __future__ import annotations

from checker.claims.syntax.atoms.gerunds import ING_NOUNS
from checker.claims.syntax.atoms.spot import START, Spot
from checker.passages import Passage


def tell_apostrophe(here: Spot, passage: Passage) -> None:
    """ "the trustees' board": possessive where it is glued to a plural, else a quotation mark."""
    atom = here.atom
    glued = atom.first > 0 and passage.tokens[atom.first - 1].end == passage.tokens[atom.first].start
    owned = here.after.tag not in ("COMMA", "STOP", "QUOTE", "CLOSE", "END")
    atom.tag = "APOS" if glued and here.before.lower.endswith("s") and owned else "QUOTE"


def tell_clitic(here: Spot) -> None:
    """ "she's left", "it's a charity": "'s" that is a form of "be"."""
    if here.atom.lower == "'s" and (here.before.tag in ("PRON", "REL", "SUB", "ADV") or _is_said(here)):
        here.atom.tag, here.atom.lemma, here.atom.tenses = "VERB", "be", frozenset({"s"})


def _is_said(here: Spot) -> bool:
    """Whether what follows is said of what stands before, and does not belong to it: "Acme's planning", a thing."""
    after = here.after
    act = after.tag == "VERB" and after.tenses <= {"ing"} and after.lower not in ING_NOUNS
    return here.before is not START and (after.tag in ("DET", "NEG") or act or after.lower == "been")
