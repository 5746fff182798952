"""An apostrophe: possessive, a form of "be", or a quotation mark; and nouns in "ing", before which it is possessive."""

from __future__ import annotations

from checker.claims.atoms.atom import Atom
from checker.claims.atoms.verbs import ING_NOUNS
from checker.passages import Passage


def tell_apostrophe(atom: Atom, before: Atom | None, after: Atom | None, passage: Passage | None) -> None:
    if atom.lower == "'":
        if passage is not None:
            glued = atom.first > 0 and passage.tokens[atom.first - 1].end == passage.tokens[atom.first].start
            plural = (
                glued
                and before is not None
                and before.lower.endswith("s")
                and after is not None
                and after.tag not in ("COMMA", "STOP", "QUOTE", "CLOSE")
            )
            atom.tag = "APOS" if plural else "QUOTE"
        return
    if (before is not None and before.tag in ("PRON", "REL", "SUB", "ADV") and atom.lower == "'s") or (
        before is not None
        and after is not None
        and atom.lower == "'s"
        and (
            after.tag in ("DET", "NEG")
            or (after.tag == "VERB" and after.tenses <= {"ing"} and after.lower not in ING_NOUNS)
            or after.lower == "been"
        )
    ):
        atom.tag, atom.lemma, atom.tenses = "VERB", "be", frozenset({"s"})
