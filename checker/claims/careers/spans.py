"""How many answer to somebody, told by a count: "her tally of direct reports is nine", "the number of A's direct
reports has risen to fourteen"."""

from __future__ import annotations

from checker.claims.discourse.references import pronoun
from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause

_COUNTS = frozenset("number tally count total tale list roster tail figure".split())
_COMES = frozenset("be stand remain rise fall grow go come increase drop shrink run reach hit total number".split())


def read(sentence: Sentence) -> list[Draft]:
    """The numbers that clauses give for a count of direct reports."""
    if "reports" not in sentence.words:
        return []
    return [draft for clause in sentence.clauses for draft in _counted(sentence, clause)]


def _counted(sentence: Sentence, clause: Clause) -> list[Draft]:
    subject = clause.subject
    if subject is None or subject.head.lower not in _COUNTS or clause.lemma not in _COMES:
        return []
    reports = next((p for p in subject.attached if p.prep == "of" and _direct(p)), None)
    value = next((a for p in _said(clause) for a in p.atoms if a.tag == "QTY"), None)
    how = sentence.modality(clause)
    if reports is None or value is None or value.mention is None or value.mention.value is None or how is None:
        return []
    person = _whose(sentence, subject) or _whose(sentence, reports)
    where = _where(sentence, clause, reports, person) if person is not None else ""
    if person is None or not where:
        return []
    said, sure = value.mention.value, person.sure
    return [
        sentence.draft(
            value.first, value.last, person.name, "person", "direct_reports", said, how, "count", sure,
            organization=where,
        )
    ]  # fmt: skip


def _direct(phrase: Phrase) -> bool:
    return phrase.head.lower in ("reports", "subordinates") and any(a.lower == "direct" for a in phrase.atoms)


def _said(clause: Clause) -> list[Phrase]:
    """Where the number stands: "is nine", "has risen to nine", "stands at nine"."""
    return [*clause.objects, *(p for p in clause.phrases if p.prep in ("to", "at"))]


def _whose(sentence: Sentence, phrase: Phrase) -> Referent | None:
    if phrase.owner is not None:
        return sentence.resolve(phrase.owner, "person")
    if phrase.poss in ("his", "her"):
        return pronoun(phrase.poss, "person", sentence.scene, sentence.before(phrase))
    behind = next((p for p in phrase.attached if p.prep == "of" and p.head.tag == "NAME"), None)
    return sentence.resolve(behind, "person") if behind is not None else None


def _where(sentence: Sentence, clause: Clause, reports: Phrase, person: Referent) -> str:
    near = [p for p in (*sentence.behind(reports), *clause.phrases) if p.prep in ("at", "with", "in")]
    said = next((r for p in near if (r := sentence.resolve(p, "organization")) is not None), None)
    scene = sentence.scene
    held = next((p.organization for p in reversed(scene.posts) if p.person == person.name), "")
    return said.name if said is not None else scene.employers.get(person.name) or held or scene.main
