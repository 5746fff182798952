"""Last days: "his last day at X was 30 June", "had her last working day with us on 30 January"."""

from __future__ import annotations

from checker.claims.cues import LAST
from checker.claims.discourse.references import pronoun
from checker.claims.discourse.scene import Referent, named
from checker.claims.draft import Draft
from checker.claims.patterns import dated
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom


def read(sentence: Sentence) -> list[Draft]:
    """When somebody's last day was, where the sentence dates it."""
    atoms = sentence.atoms
    if LAST.isdisjoint(sentence.words):
        return []
    for i in range(1, len(atoms)):
        end = _end(atoms, i)
        whose = _whose(sentence, i) if end else None
        if end and whose is not None:
            return _dated(sentence, atoms, end, whose)
    return []


def _end(atoms: list[Atom], i: int) -> int:
    """The place behind "last day", "final working day" at ``i``; 0 for none."""
    if atoms[i].lower in ("last day", "final day"):
        return i + 1
    if atoms[i].lower not in LAST:
        return 0
    j = i + 2 if i + 1 < len(atoms) and atoms[i + 1].lower in ("working", "full", "official") else i + 1
    return j + 1 if j < len(atoms) and atoms[j].lower == "day" else 0


def _whose(sentence: Sentence, i: int) -> Referent | None:
    """Whose day: "his", or a name with 's."""
    before = sentence.atoms[i - 1]
    if before.tag == "POSS" and before.lower in ("his", "her", "my"):
        said = [p for p in sentence.phrases() if p.atoms[-1].last <= before.first]
        return pronoun(before.lower, "person", sentence.scene, said)
    owner = sentence.atoms[i - 2] if i > 1 and before.tag == "APOS" else None
    if owner is not None and owner.name is not None and named(owner, "person") and owner.name.full:
        return Referent(owner.name.full, "person", 0.95)
    return None


def _dated(sentence: Sentence, atoms: list[Atom], end: int, whose: Referent) -> list[Draft]:
    date = next((a for a in atoms[end : end + 12] if a.tag == "DATE" and dated(a)), None) or _opening(atoms)
    clause = next((c for c in sentence.clauses if c.verb.atoms[-1].first >= atoms[end - 1].first), None)
    clause = clause or (sentence.clauses[-1] if sentence.clauses else None)
    how = sentence.modality(clause)
    where = _where(sentence, atoms, end, whose)
    if date is None or date.mention is None or date.mention.value is None or how is None or not where:
        return []
    value = date.mention.value
    return [
        sentence.draft(
            date.first,
            date.last,
            whose.name,
            "person",
            "left_on",
            value,
            how,
            "last day",
            whose.sure,
            organization=where,
        )
    ]


def _opening(atoms: list[Atom]) -> Atom | None:
    """ "30 September 2022 was A's last day", "30 September 2022: A's last day": the date that opens the sentence."""
    if len(atoms) < 2 or atoms[0].tag != "DATE" or not dated(atoms[0]):
        return None
    return atoms[0] if atoms[1].lemma == "be" or atoms[1].tag in ("COLON", "DASH") else None


def _where(sentence: Sentence, atoms: list[Atom], end: int, whose: Referent) -> str:
    """Where it was: said behind "at" or "with"; else the person's employer, or the organization spoken of."""
    for phrase in sentence.phrases():
        near = end < len(atoms) and 0 <= phrase.atoms[0].first - atoms[end - 1].last <= 2
        if near and phrase.prep in ("at", "with", "in") and (found := sentence.resolve(phrase, "organization")):
            return found.name
    scene = sentence.scene
    return scene.employers.get(whose.name) or scene.section or scene.main
