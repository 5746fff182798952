"""The people of a sentence: who is talked about, who stands beside whom."""

from __future__ import annotations

from checker.claims.discourse.scene import Scene, named
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase


def introduce(sentence: Sentence) -> None:
    """ "My name is Viktor Lenz": who says "I" from now on, where nobody else is known to speak."""
    scene = sentence.scene
    for clause in sentence.clauses:
        subject, named = clause.subject, clause.objects[0].head if clause.objects else None
        own = subject is not None and (
            subject.head.lower == "i" or (subject.poss == "my" and subject.head.lower == "name")
        )
        if own and clause.lemma == "be" and named is not None and named.tag == "NAME" and not clause.quoted:
            name = named.name
            if name is not None and name.kind == "person" and name.full and not scene.speaker:
                scene.narrator = name.full


def is_kin(phrase: Phrase, scene: Scene) -> bool:
    """ "His wife, Araxie, died before him": he is still the one that is talked about."""
    nouns = scene.words.words["kin_nouns"] | _SECONDS
    beside = [phrase, *phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]
    return any(p.poss in ("his", "her") and any(a.lower in nouns for a in p.atoms) for p in beside)


_SECONDS = frozenset("deputy assistant secretary driver biographer pupil student apprentice carer nurse".split())


def clefted(sentence: Sentence) -> str:
    """ "When B left, it was A who succeeded him": A is talked about."""
    for clause in sentence.clauses:
        it = clause.lemma == "be" and clause.subject is not None and clause.subject.head.lower == "it"
        if it and clause.objects and any(c.relative and c.subject is clause.objects[0] for c in sentence.clauses):
            found = sentence.resolve(clause.objects[0], "person")
            return found.name if found is not None else ""
    return ""


def of_event(sentence: Sentence) -> Phrase | None:
    """ "The departure of A was noted": the person whose departure is the subject."""
    nouns = sentence.scene.words.words["person_belongings"]
    for clause in sentence.clauses:
        subject = clause.subject
        if subject is not None and subject.head.lower in nouns:
            whose = [p for p in (subject.owner, *subject.attached) if p is not None]
            return next((p for p in whose if p.prep in ("", "of") and named(p.head, "person")), None)
    return None


def persons_named(sentence: Sentence) -> list[str]:
    """The people that the sentence names, in order."""
    return list(dict.fromkeys(name.full for _, name in sentence.named("person") if name.full))


def rivals_named(sentence: Sentence) -> list[str]:
    """The people of whom the main clauses are, where they are of more than one: who "she" is is open then."""
    subjects = [
        c.subject
        for c in sentence.clauses
        if c.subject is not None and c.verb.form == "finite" and not (c.relative or c.subjunct or c.quoted)
    ]
    names = [p.head.name for p in subjects if p.head.tag == "NAME" and not p.joined]
    found = list(dict.fromkeys(n.full for n in names if n is not None and n.kind == "person" and n.full))
    return found if len(found) > 1 else []
