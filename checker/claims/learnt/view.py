"""A sentence as the weights see it: a term for each atom, and the clause and the part in which each stands."""

from __future__ import annotations

from msgspec import Struct

from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause

_OPEN = frozenset(("NAME", "DATE", "MONEY", "QTY", "PCT", "TITLE", "ROUND"))  # what they say is not looked at
NOWHERE: tuple[Clause | None, str] = (None, "none")


class View(Struct):
    """One sentence, prepared once for all its values."""

    sentence: Sentence
    terms: list[str]
    parts: dict[int, tuple[Clause | None, str]]  # id of an atom -> its clause, and what it is there
    phrases: dict[int, Phrase]  # id of an atom -> its phrase
    before: frozenset[str] = frozenset()  # attributes that the sentence before claimed
    claimed: frozenset[str] = frozenset()  # and those that this one does

    def part(self, atom: Atom) -> tuple[Clause | None, str]:
        return self.parts.get(id(atom), NOWHERE)


def view(sentence: Sentence, before: frozenset[str], claimed: frozenset[str]) -> View:
    """What there is to see of a sentence; ``before`` and ``claimed`` are attributes."""
    phrases: dict[int, Phrase] = {}
    owners: set[int] = set()
    for phrase in sentence.phrases():
        for atom in phrase.atoms:
            phrases[id(atom)] = phrase
        if phrase.owner is not None:
            owners.add(id(phrase.owner))
    terms = [_term(atom) for atom in sentence.atoms]
    return View(sentence, terms, _parts(sentence, phrases, owners), phrases, before, claimed)


def _term(atom: Atom) -> str:
    """What is looked at of an atom: its lemma, of names and figures no more than what they are."""
    if atom.tag == "NAME" and atom.name is not None:
        return f"NAME:{atom.name.kind or '?'}"
    return atom.tag if atom.tag in _OPEN else atom.lemma or atom.lower


def _parts(sentence: Sentence, phrases: dict[int, Phrase], owners: set[int]) -> dict[int, tuple[Clause | None, str]]:
    found: dict[int, tuple[Clause | None, str]] = {}
    for clause in sentence.clauses:
        if clause.subject is not None:
            _put(found, clause, [clause.subject], "subject")
        _put(found, clause, clause.objects, "object")
        for phrase in clause.phrases:
            _put(found, clause, [phrase], f"by {phrase.prep}")
        for phrase in clause.dates:
            _put(found, clause, [phrase], f"when {phrase.prep}")
    for key, phrase in phrases.items():
        if key not in found:
            found[key] = sentence.clause_of(phrase), _aside(phrase, owners)
    return found


def _put(found: dict[int, tuple[Clause | None, str]], clause: Clause, phrases: list[Phrase], part: str) -> None:
    for phrase in phrases:
        for atom in phrase.atoms:
            found.setdefault(id(atom), (clause, part))


def _aside(phrase: Phrase, owners: set[int]) -> str:
    if phrase.apposed_to is not None:
        return "apposition"
    return "owner" if id(phrase) in owners else f"else {phrase.prep}"
