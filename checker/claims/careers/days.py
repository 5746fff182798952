"""First and last days: "her last day will be 30 September", "my first day at X was 4 May"."""

from __future__ import annotations

from checker.claims.discourse.references import pronoun
from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.patterns import dated
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Chunk, Phrase
from checker.claims.syntax.clauses import Clause


def read(sentence: Sentence) -> list[Draft]:
    """When somebody came or went, as a day of theirs."""
    drafts = [draft for clause in sentence.clauses for draft in _day(sentence, clause)]
    for i, item in enumerate(sentence.chunks[:-3]):
        if isinstance(item, Phrase) and item.head.is_a("person"):
            drafts += _at_since(sentence, item, sentence.chunks[i + 1 : i + 4])
    return drafts


def _at_since(sentence: Sentence, person: Phrase, following: list[Chunk]) -> list[Draft]:
    """ "A, at Salitre since 2019, …"."""
    mark, place, since = following
    if (
        getattr(mark, "tag", "") != "COMMA"
        or not isinstance(place, Phrase)
        or not isinstance(since, Phrase)
        or place.prep not in ("at", "with")
        or since.prep != "since"
    ):
        return []
    atom = next((a for a in since.atoms if a.tag == "DATE" and dated(a)), None)
    who, where = sentence.resolve(person, "person"), sentence.resolve(place, "organization")
    if atom is None or atom.mention is None or atom.mention.value is None or who is None or where is None:
        return []
    return [
        sentence.draft(
            atom.first,
            atom.last,
            who.name,
            "person",
            "joined_on",
            atom.mention.value,
            "asserted",
            "at since",
            who.sure * where.sure,
            organization=where.name,
        )
    ]


def _day(sentence: Sentence, clause: Clause) -> list[Draft]:
    subject = clause.subject
    if (
        clause.lemma == "have"
        and subject is not None
        and clause.objects
        and clause.objects[0].head.lower == "day"
        and any(a.lower in ("first", "last", "final") for a in clause.objects[0].atoms)
    ):
        return _had(sentence, clause, clause.objects[0])
    if (
        clause.lemma != "be"
        or subject is None
        or subject.head.lower != "day"
        or not any(a.lower in ("first", "last", "final") for a in subject.atoms)
    ):
        return []
    dates = [*clause.objects, *clause.dates, *clause.phrases]
    places = [p for p in subject.attached if p.prep in ("at", "with", "in")]
    return _told(sentence, clause, subject, _whose(sentence, clause), dates, places)


def _had(sentence: Sentence, clause: Clause, day: Phrase) -> list[Draft]:
    """ "She had her last day with us on 30 January"."""
    person = sentence.resolve(clause.subject, "person") if clause.subject is not None else None
    places = [p for p in clause.phrases if p.prep in ("at", "with")]
    return _told(sentence, clause, day, person, clause.dates, places)


def _told(
    sentence: Sentence, clause: Clause, day: Phrase, person: Referent | None, dates: list[Phrase], places: list[Phrase]
) -> list[Draft]:
    """The first or last day of somebody: which of the dates, at which of the places, else where they work."""
    atom = next((a for p in dates for a in p.atoms if a.tag == "DATE" and dated(a)), None)
    how = sentence.modality(clause)
    if person is None or atom is None or how is None or atom.mention is None or atom.mention.value is None:
        return []
    at = next((r for r in (sentence.resolve(p, "organization") for p in places) if r is not None), None)
    organization = at.name if at is not None else sentence.scene.employers.get(person.name) or sentence.scene.main
    if not organization:
        return []
    attribute = "joined_on" if any(a.lower == "first" for a in day.atoms) else "left_on"
    value, sure = atom.mention.value, person.sure
    return [
        sentence.draft(
            atom.first, atom.last, person.name, "person", attribute, value, how, "a day", sure,
            organization=organization,
        )
    ]  # fmt: skip


def _whose(sentence: Sentence, clause: Clause) -> Referent | None:
    subject = clause.subject
    assert subject is not None
    if subject.owner is not None:
        return sentence.resolve(subject.owner, "person")
    if subject.poss in ("his", "her", "my"):
        return pronoun(subject.poss, "person", sentence.scene, sentence.before(subject))
    return None
