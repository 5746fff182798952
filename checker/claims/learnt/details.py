"""The rest of a claim by weights: how it is said, its qualifiers, and the value as the attribute wants it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.claims.careers.posts import status_of_words
from checker.claims.draft import Draft
from checker.claims.events import upcoming
from checker.claims.learnt.values import RULE
from checker.claims.learnt.view import View
from checker.claims.properties.measure import Anchor, Property
from checker.claims.properties.times import date_of
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.clauses import Clause
from checker.claims.syntax.modality import status_of_verb
from checker.model import Modality, Value

_ROUNDS = frozenset(("round_amount", "round_date", "lead_investor"))


class Found(Struct, frozen=True):
    """What the weights found: a value, the attribute it gives, of whom, where (of posts), and how sure that is."""

    place: int
    atom: Atom
    attribute: str
    subject: str
    kind: str
    where: str
    sure: float


def detailed(seen: View, found: Found, figure: Property | None) -> Iterator[Draft]:
    """The claim, if its clause says something; of a post the employment too."""
    sentence, atom = seen.sentence, found.atom
    clause, _ = seen.part(atom)
    how = sentence.modality(clause)
    value = _value(sentence, atom)
    if how is None or value is None:
        return
    if clause is not None:
        value = upcoming.dated(sentence, clause, value)
    how = upcoming.foreseen(sentence, found.attribute, value, how)
    kept = {**_qualifiers(seen, found, figure, clause), "organization": found.where}
    status = _status(seen, atom, clause, how)
    if found.attribute in ("employer", "title"):
        kept["status"] = status
    rule, first, last = f"{RULE} {found.attribute}", atom.first, atom.last
    yield sentence.draft(first, last, found.subject, found.kind, found.attribute, value, how, rule, found.sure, **kept)
    if found.attribute == "title":
        yield sentence.employed(first, last, found.subject, found.where, rule, found.sure, status=status, how=how)


def _value(sentence: Sentence, atom: Atom) -> Value | None:
    if atom.name is not None:
        kind = atom.name.kind or "organization"
        written = sentence.passage.text(atom.first, atom.last)
        return Value(kind, written if kind == "place" else atom.name.full or atom.name.text)
    return atom.mention.value if atom.mention is not None else None


def _status(seen: View, atom: Atom, clause: Clause | None, how: Modality) -> str:
    """Whether a post or an employment is over, as words before it or the verb say."""
    phrase = seen.phrases.get(id(atom))
    if phrase is not None and atom in phrase.atoms and (said := status_of_words(phrase, phrase.atoms.index(atom))):
        return said
    return (status_of_verb(clause, how) if clause is not None else "") or "current"


def _qualifiers(seen: View, found: Found, figure: Property | None, clause: Clause | None) -> dict[str, str]:
    """Which round, what is counted, which period or day a figure is of."""
    sentence = seen.sentence
    if found.attribute in _ROUNDS:
        said = next((a for a in sentence.atoms if a.tag == "ROUND"), None)
        return {"round": sentence.passage.text(said.first, said.last) if said else sentence.scene.round}
    kept = {"scope": _counted(seen, found.place)} if found.attribute == "users" else {}
    phrase = seen.phrases.get(id(found.atom))
    if figure is not None and phrase is not None and (figure.period or figure.dated):
        date = date_of(sentence, Anchor(found.atom, phrase, clause), figure)
        kept["period" if figure.period else "as_of"] = date
    return kept


def _counted(seen: View, place: int) -> str:
    """What is counted: the nouns behind the number."""
    atoms = seen.sentence.atoms
    last = place + 1
    while last < len(atoms) and atoms[last].tag in ("NOUN", "ADJ"):
        last += 1
    return seen.sentence.passage.text(atoms[place + 1].first, atoms[last - 1].last) if last > place + 1 else ""
