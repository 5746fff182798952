"""Schools said by a noun: "a graduate of X", "an alumnus of Y", "her master's is from Z"."""

from __future__ import annotations

from checker.claims.chunks import Phrase
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.model import Value

_ALUMNI = frozenset(("graduate", "alumnus", "alumna", "alum"))


def read(sentence: Sentence) -> list[Draft]:
    """Where people studied, as appositions and complements say it."""
    return [draft for phrase in sentence.phrases() if phrase.head.lower in _ALUMNI for draft in _of(sentence, phrase)]


def _of(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    holder = phrase.apposed_to or next(
        (c.subject for c in sentence.clauses if c.lemma == "be" and phrase in c.objects), None
    )
    school = next((p for p in phrase.attached if p.prep in ("of", "from")), None)
    if holder is None or school is None:
        return []
    person, organization = sentence.resolve(holder, "person"), sentence.resolve(school, "organization")
    if person is None or organization is None:
        return []
    value = Value("organization", organization.name)
    return [
        sentence.draft(
            school.atoms[0].first,
            school.atoms[-1].last,
            person.name,
            "person",
            "alma_mater",
            value,
            "asserted",
            "graduate of",
            person.sure * organization.sure,
        )
    ]
