"""Founders by the noun: "Its founders were A and B", "Marchetti was its sole founder", "B is not a founder of X"."""

from __future__ import annotations

from checker.claims.careers.posts import ENOUGH
from checker.claims.cues import FOUNDERS
from checker.claims.discourse.references import owner_of
from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause
from checker.model import Modality, Value


def read(sentence: Sentence) -> list[Draft]:
    """Who founded what, where a clause says that somebody is the founder or the founders are somebody."""
    drafts: list[Draft] = []
    for clause in sentence.clauses:
        if clause.lemma != "be" or clause.subject is None or not clause.objects:
            continue
        how = sentence.modality(clause)
        for noun, people in ((clause.subject, clause.objects[0]), (clause.objects[0], clause.subject)):
            if _is_founder(noun) and how is not None:
                drafts += _claims(sentence, clause, noun, people, how)
    return drafts


def _is_founder(phrase: Phrase) -> bool:
    return phrase.head.tag != "NAME" and phrase.head.lower.split()[-1] in FOUNDERS


def _claims(sentence: Sentence, clause: Clause, noun: Phrase, people: Phrase, how: Modality) -> list[Draft]:
    organization = _founded(sentence, clause, noun)
    persons = [r for p in people.heads() if (r := sentence.resolve(p, "person")) is not None]
    if organization is None:
        return []
    return [
        sentence.draft(
            people.atoms[0].first,
            people.atoms[-1].last,
            organization.name,
            "organization",
            "founder",
            Value("person", person.name),
            how,
            "is the founder",
            sure,
        )
        for person in persons
        if (sure := organization.sure * person.sure) >= ENOUGH
    ]


def _founded(sentence: Sentence, clause: Clause, noun: Phrase) -> Referent | None:
    """What was founded: "of X", "its", "the practice of which she is the founder", else what is talked about."""
    of = next((p for p in sentence.behind(noun) if p.prep == "of"), None)
    if of is not None:
        return sentence.resolve(of, "organization")
    owner = owner_of(noun, sentence.scene, sentence.before(noun)) if noun.owner is not None or noun.poss else None
    scene = sentence.scene
    talked_of = scene.section or (scene.topic if scene.fresh else scene.founded)
    if owner is not None:
        said = noun.owner is not None or owner.name in (talked_of, scene.main) or _in(sentence, owner.name)
        return owner if said else None
    if clause.relative and clause.antecedent is not None:
        return sentence.resolve(clause.antecedent, "organization")
    return Referent(talked_of, "organization", 0.65) if talked_of else None


def _in(sentence: Sentence, name: str) -> bool:
    return any(a.name is not None and name in (a.name.full, a.name.text) for a in sentence.atoms)
