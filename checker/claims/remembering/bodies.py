"""Which organization a sentence brings up, sets up, owns or leaves unnamed."""

from __future__ import annotations

from checker.claims.discourse.descriptions import describes
from checker.claims.discourse.scene import Scene
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase

_SETTING_UP = frozenset("found set_up establish start create co-found cofound form incorporate start_up".split())


def body_set_up(sentence: Sentence) -> str:
    """What somebody set up, which is talked of next: "Danmar set up Danmar Robotics. It …"."""
    for clause in sentence.told():
        done = clause.lemma in _SETTING_UP and not clause.verb.passive and not clause.verb.negated
        body = clause.objects[0].head.name if done and clause.objects else None
        if body is not None and body.kind == "organization" and not clause.subjunct and not clause.quoted:
            return body.full or body.text
    return ""


_SHORT = 7  # atoms of a sentence that brings up nothing: "He isn't."


def body_brought_up(sentence: Sentence) -> str:
    """ "Then there is Cudwell": what a sentence does nothing but bring up. And, for "the firm" of the next, who is
    described when first named: "… of Cudwell, a maker of grazing software"."""
    scene = sentence.scene
    fresh = [
        p.head.name
        for p in sentence.phrases()
        if p.head.tag == "NAME" and p.head.name is not None and p.head.name.kind == "organization"
    ]
    if not fresh:
        short = len(sentence.atoms) < _SHORT and "NAME" not in sentence.tags
        scene.alone, scene.introduced = scene.alone if short else "", ""
        return ""
    bodies = {name.full or name.text for name in fresh}
    scene.just = list(dict.fromkeys(name.full or name.text for name in fresh))
    scene.alone = next(iter(bodies)) if len(bodies) == 1 else ""
    scene.introduced = next(
        (
            p.head.name.full
            for p in sentence.phrases()
            if p.head.name in fresh
            and p.head.name is not None
            and p.head.name.full not in scene.organizations
            and (p.prep or p.object_of)
            and any(a.det in ("a", "an") and describes(a.head, scene.words) for a in p.appositions)
        ),
        "",
    )
    main = sentence.clauses[0] if len(sentence.clauses) == 1 else None
    there = (
        main is not None
        and main.lemma == "be"
        and len(fresh) == 1
        and any(a.lower == "there" for a in sentence.atoms[:3])
    )
    return fresh[0].full if there else _inverted(sentence)


_STANDING = frozenset("be come stand sit lie follow".split())


def _inverted(sentence: Sentence) -> str:
    """ "Not on its books is Cudwell", "Next door stands Cudwell": whom a clause turned round brings up."""
    first = next((c for c in sentence.clauses if not c.relative and not c.quoted), None)
    if first is None or first.subject is not None or first.lemma not in _STANDING or not first.objects:
        return ""
    name = first.objects[0].head.name
    before = any(isinstance(item, Phrase) and item.prep for item in sentence.chunks[: first.verb.start])
    return name.full if before and name is not None and name.kind == "organization" else ""


def owner_of_subject(sentence: Sentence) -> str:
    """ "Ardvane's teams have …", "The Company's origins lie …": whose the subject is."""
    told = [c.subject for c in sentence.clauses if not c.relative and c.verb.form == "finite" and c.subject is not None]
    opening = sentence.chunks[0] if sentence.chunks and not told else None
    subject = told[0] if told else opening
    owner = subject.owner if isinstance(subject, Phrase) and not (subject is opening and subject.prep) else None
    if owner is None:
        return ""
    if owner.head.name is not None and owner.head.name.kind == "organization":
        return owner.head.name.full or owner.head.name.text
    found = sentence.resolve(owner, "organization") if subject is opening else None
    return found.name if found is not None and found.sure > 0.9 else ""


def is_nameless(phrase: Phrase, scene: Scene) -> bool:
    """ "a council of five people": a body that is brought up and not named."""
    head = phrase.head
    return (
        phrase.det in ("a", "an", "another")
        and head.tag == "NOUN"
        and describes(head, scene.words)
        and not phrase.appositions
        and phrase.apposed_to is None
    )
