"""What a sentence repeats only to deny it: "I keep reading that the price was $325M; it was not $325M"."""

from __future__ import annotations

from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.clauses import Clause
from checker.model import Value


def mark(sentence: Sentence, drafts: list[Draft]) -> None:
    """Deny the drafts whose very value a bare denial in the same sentence takes back."""
    denied = [atom for clause in sentence.clauses for atom in _denied(clause)] if drafts else []
    for draft in drafts:
        if any(_taken_back(sentence, draft, atom) for atom in denied):
            draft.modality = "denied"


def _denied(clause: Clause) -> list[Atom]:
    """The figures and dates of "it was not $325M", "that is not 1962"."""
    subject = clause.subject.head.lower if clause.subject is not None else ""
    if not clause.verb.negated or clause.lemma != "be" or subject not in ("it", "that", "this", "they"):
        return []
    return [atom for phrase in clause.objects for atom in phrase.atoms if atom.tag in ("MONEY", "QTY", "DATE", "PCT")]


def _taken_back(sentence: Sentence, draft: Draft, atom: Atom) -> bool:
    value = atom.mention.value if atom.mention is not None else None
    at = sentence.passage.tokens[atom.first].start
    return value is not None and draft.end <= at and _figure(value) == _figure(draft.value)


def _figure(value: Value) -> tuple[object, ...]:
    return value.low, value.high, value.currency, value.edtf
