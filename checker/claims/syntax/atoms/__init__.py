"""A sentence as a row of atoms: names, titles, dates, amounts, and words with their part of speech.

``lexical`` says what a word is by itself, ``tagging`` what it is where it stands.
"""

from checker.claims.syntax.atoms.atom import CLOSING, IMPLIED, NOMINAL, OPENING, Atom
from checker.claims.syntax.atoms.atomising import atomise

__all__ = ["CLOSING", "IMPLIED", "NOMINAL", "OPENING", "Atom", "atomise"]
