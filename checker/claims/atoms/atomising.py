"""From the tokens of a sentence to its atoms: mentions whole, all else word by word."""

from __future__ import annotations

from checker.claims.atoms import amounts, idioms
from checker.claims.atoms.apostrophes import tell_apostrophe
from checker.claims.atoms.atom import Atom
from checker.claims.atoms.lexical import word_atom
from checker.claims.atoms.quoting import without_points, without_small_quotes
from checker.claims.atoms.tagging import disambiguate
from checker.packs.vocabulary import Vocabulary
from checker.passages import Page, Passage

_KINDS = {
    "date": "DATE",
    "money": "MONEY",
    "quantity": "QTY",
    "percent": "PCT",
    "round": "ROUND",
    "title": "TITLE",
    "name": "NAME",
}


def atomise(passage: Passage, first: int, last: int, page: Page, words: Vocabulary) -> list[Atom]:
    """The atoms of the tokens ``first:last`` of ``passage``."""
    starts = {m.first: m for m in passage.within(first, last) if m.last <= last}
    soft = {i for m in starts.values() for i in range(m.first - amounts.softeners(passage, m), m.first)}
    atoms: list[Atom] = []
    i = first
    while i < last:
        mention = starts.get(i)
        if mention is not None and mention.kind == "based":
            atoms.append(Atom("ADJ", passage.tokens[i].lower, i, i + 1, "based", mention=mention))
            i += 1
        elif mention is not None:
            name = page.names.get(mention.key) if mention.kind == "name" else None
            atoms.append(
                Atom(
                    _KINDS[mention.kind],
                    " ".join(t.lower for t in passage.tokens[i : mention.last]),
                    i,
                    mention.last,
                    mention=mention,
                    name=name,
                )
            )
            if mention.kind == "quantity" and mention.last == i + 1 and "-" in passage.tokens[i].text:
                atoms[-1] = amounts.strong(passage.tokens[i].text, passage.tokens[i].lower, i) or atoms[-1]
            i = mention.last
        elif i in soft and i >= first:
            i += 1
        else:
            text, lower = passage.tokens[i].text, passage.tokens[i].lower
            counted = amounts.strong(text, lower, i) if "-" in text else None
            atoms.append(counted or word_atom(text, lower, i))
            i += 1
    for i, atom in enumerate(atoms):
        if atom.tag == "APOS" and atom.lower == "'":
            tell_apostrophe(atom, atoms[i - 1] if i else None, atoms[i + 1] if i + 1 < len(atoms) else None, passage)
    atoms = idioms.joined(amounts.undated(idioms.earlier(without_small_quotes(without_points(atoms)))))
    disambiguate(atoms, words)
    return atoms
