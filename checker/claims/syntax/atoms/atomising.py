"""From the tokens of a sentence to its atoms: mentions whole, all else word by word."""

from __future__ import annotations

from checker.claims.syntax.atoms import amounts, idioms
from checker.claims.syntax.atoms.apostrophes import tell_apostrophe
from checker.claims.syntax.atoms.atom import Atom
from checker.claims.syntax.atoms.lexical import word_atom
from checker.claims.syntax.atoms.quoting import without_points, without_small_quotes
from checker.claims.syntax.atoms.spot import spot
from checker.claims.syntax.atoms.tagging import disambiguate
from checker.packs.vocabulary import Vocabulary
from checker.passages import Mention, Page, Passage

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
    atoms = _read(passage, first, last, page)
    for i, atom in enumerate(atoms):
        if atom.tag == "APOS" and atom.lower == "'":
            tell_apostrophe(spot(atoms, i), passage)
    atoms = idioms.joined(amounts.undated(idioms.earlier(without_small_quotes(without_points(atoms)))))
    disambiguate(atoms, words)
    return atoms


def _read(passage: Passage, first: int, last: int, page: Page) -> list[Atom]:
    """Mentions and words in order, without the words that only soften an amount."""
    starts = {m.first: m for m in passage.within(first, last) if m.last <= last}
    soft = {i for m in starts.values() for i in range(m.first - amounts.softeners(passage, m), m.first)}
    atoms: list[Atom] = []
    i = first
    while i < last:
        mention = starts.get(i)
        if mention is not None:
            atoms.append(_mentioned(passage, mention, page))
            i = atoms[-1].last
            continue
        if i not in soft:
            text, lower = passage.tokens[i].text, passage.tokens[i].lower
            counted = amounts.strong(text, lower, i) if "-" in text else None
            atoms.append(counted or word_atom(text, lower, i))
        i += 1
    return atoms


def _mentioned(passage: Passage, mention: Mention, page: Page) -> Atom:
    """The atom of a mention."""
    i, token = mention.first, passage.tokens[mention.first]
    if mention.kind == "based":
        return Atom("ADJ", token.lower, i, i + 1, "based", mention=mention)
    single = mention.kind == "quantity" and mention.last == i + 1 and "-" in token.text
    if single and (counted := amounts.strong(token.text, token.lower, i)) is not None:
        return counted
    lower = token.lower if mention.last == i + 1 else " ".join(t.lower for t in passage.tokens[i : mention.last])
    name = page.names.get(mention.key) if mention.kind == "name" else None
    return Atom(_KINDS[mention.kind], lower, i, mention.last, mention=mention, name=name)
