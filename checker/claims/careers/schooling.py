"""Schools said by a noun: "a graduate of X", "her master's is from Z", "after studies at Y, he …"."""

from __future__ import annotations

from checker.claims.careers.posts import ENOUGH
from checker.claims.cues import ALUMNI, DEGREES, STUDIES
from checker.claims.discourse.references import pronoun
from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.model import Modality, Value

_HOLDS = frozenset("hold have earn receive take complete do obtain gain get win".split())


def read(sentence: Sentence) -> list[Draft]:
    """Where people studied, as appositions, complements and subjects say it."""
    drafts: list[Draft] = []
    for phrase in sentence.phrases():
        word = phrase.head.lower
        if word in ALUMNI:
            drafts += _alumnus(sentence, phrase)
        elif word in DEGREES and (phrase.poss or phrase.owner is not None):
            drafts += _degree(sentence, phrase)
        elif word in DEGREES and phrase.det in ("a", "an") and not phrase.prep:
            drafts += _held(sentence, phrase)
        elif word in STUDIES and phrase.prep in ("after", "before", "during", "following"):
            drafts += _studies(sentence, phrase)
    return drafts


def _alumnus(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    holder = phrase.apposed_to or next(
        (c.subject for c in sentence.clauses if c.lemma == "be" and phrase in c.objects), None
    )
    school = next((p for p in phrase.attached if p.prep in ("of", "from")), None)
    if school is None and phrase.of("NAME"):  # "an Aberdeen University graduate"
        school = Phrase(phrase.atoms[: phrase.atoms.index(phrase.of("NAME")[-1]) + 1], phrase.start)
    person = sentence.resolve(holder, "person") if holder is not None else None
    return _claim(sentence, person, school, "asserted")


def _degree(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "Her master's is from X", "his doctorate, from Y, …"."""
    clause = next((c for c in sentence.clauses if c.subject is phrase and c.lemma in ("be", "come")), None)
    near = [*sentence.behind(phrase), *(clause.phrases if clause is not None else [])]
    school = next((p for p in near if p.prep in ("from", "at")), None)
    how = sentence.modality(clause)
    return _claim(sentence, _whose(sentence, phrase), school, how) if how is not None else []


def _held(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "She holds a PhD from X, an MSc from Y": each degree of a list."""
    clause = sentence.clause_of(phrase)
    school = next((p for p in sentence.behind(phrase) if p.prep in ("from", "at")), None)
    if clause is None or clause.lemma not in _HOLDS or clause.subject is None or clause.subject is phrase:
        return []
    how = sentence.modality(clause)
    return _claim(sentence, sentence.resolve(clause.subject, "person"), school, how) if how is not None else []


def _studies(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    school = next((p for p in sentence.behind(phrase) if p.prep in ("at", "in")), None)
    person = _whose(sentence, phrase)
    if person is None:
        ahead = (c.subject for c in sentence.clauses if c.subject is not None and not c.relative)
        subject = next((s for s in ahead if s.start > phrase.start), None)
        person = sentence.resolve(subject, "person") if subject is not None else None
    return _claim(sentence, person, school, "asserted")


def _whose(sentence: Sentence, phrase: Phrase) -> Referent | None:
    if phrase.owner is not None:
        return sentence.resolve(phrase.owner, "person")
    if phrase.poss in ("his", "her", "my"):
        return pronoun(phrase.poss, "person", sentence.scene, sentence.before(phrase))
    return None


def _claim(sentence: Sentence, person: Referent | None, school: Phrase | None, how: Modality) -> list[Draft]:
    organization = sentence.resolve(school, "organization") if school is not None else None
    if person is None or school is None or organization is None or person.sure * organization.sure < ENOUGH:
        return []
    return [
        sentence.draft(
            school.atoms[0].first,
            school.atoms[-1].last,
            person.name,
            "person",
            "alma_mater",
            Value("organization", organization.name),
            how,
            "schooling",
            person.sure * organization.sure,
        )
    ]
