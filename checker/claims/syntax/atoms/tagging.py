"""Which part of speech an ambiguous word has where it stands."""

from __future__ import annotations

from checker.claims.syntax.atoms.apostrophes import tell_clitic
from checker.claims.syntax.atoms.atom import Atom, begins_noun
from checker.claims.syntax.atoms.particular import RULES
from checker.claims.syntax.atoms.spot import Spot, spot
from checker.claims.syntax.atoms.titles import tell_title
from checker.claims.syntax.atoms.verbs import tell_verb
from checker.packs.vocabulary import Vocabulary


def disambiguate(atoms: list[Atom], words: Vocabulary) -> None:
    """Settle what each doubtful atom is, from left to right."""
    for i, atom in enumerate(atoms):
        if atom.tag in _DOUBTFUL or atom.lower in RULES:
            _settle(spot(atoms, i), words)


_DOUBTFUL = frozenset(("APOS", "TITLE", "VERB", "ADV"))


def _settle(here: Spot, words: Vocabulary) -> None:
    """A rule for this very word comes before what holds of all of its class."""
    atom = here.atom
    if atom.tag == "APOS":
        tell_clitic(here)
    elif atom.tag == "TITLE":
        tell_title(here, words)
    elif (rule := RULES.get(atom.lower)) is not None and (tag := rule(here)):
        atom.tag = tag
    elif atom.tag == "VERB":
        tell_verb(here)
    elif atom.tag == "ADV" and here.before.tag in ("DET", "POSS", "APOS") and begins_noun(here.after):
        atom.tag = "ADJ" if atom.lower in words.words["adjectives"] else atom.tag  # "its first novel"
