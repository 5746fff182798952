"""After a sentence: who and what it was about, so that the next can point back."""

from __future__ import annotations

from checker.claims.chunks import Phrase
from checker.claims.remembering.bodies import (
    body_brought_up,
    body_set_up,
    is_nameless,
    only_object,
    owner_of_subject,
    was_there,
)
from checker.claims.remembering.genders import address
from checker.claims.remembering.names import TELLING, define, learn
from checker.claims.remembering.pairs import are_several, note_pair
from checker.claims.remembering.people import clefted, introduce, is_kin, of_event, persons_named, rivals_named
from checker.claims.remembering.roles import note_agents, note_parent
from checker.claims.scene import Referent
from checker.claims.sentence import Sentence
from checker.claims.things import thing


def remember(sentence: Sentence) -> None:
    """After a sentence: who and what it was about."""
    scene = sentence.scene
    scene.unmentioned += 1
    brought_up = body_brought_up(sentence)
    if not TELLING.isdisjoint(sentence.tags):
        learn(sentence.chunks, scene, "")
    address(sentence, scene)
    introduce(sentence)
    scene.date = _year_set(sentence) or scene.date
    scene.persons = persons_named(sentence) or scene.persons
    scene.rivals = rivals_named(sentence)
    note_pair(sentence)
    note_parent(sentence)
    note_agents(sentence)
    person = clefted(sentence)
    organization = ""
    for clause in sorted(sentence.told(), key=lambda c: c.subjunct in _AT_TIMES):
        if clause.subject is None:
            continue
        if clause.subject.head.lower in ("i", "we") or is_kin(clause.subject, scene):
            continue
        if (
            not person
            and (found := sentence.resolve(clause.subject, "person")) is not None
            and clause.subject.head.tag != "TITLE"
        ):
            person = found.name
        elif (
            not organization
            and (found := sentence.resolve(clause.subject, "organization")) is not None
            and found.sure >= 0.65
        ):
            organization = found.name
    organization = body_set_up(sentence) or organization or brought_up or owner_of_subject(sentence)
    for clause in sentence.clauses:
        if clause.lemma == "be" and clause.subject is not None and clause.objects:
            define(clause.subject, clause.objects[0], scene)
    people = sentence.named("person")
    if not person:
        first = next(
            (
                c
                for c in (sentence.chunks if people else ())
                if isinstance(c, Phrase)
                and not c.prep
                and c.head.name is not None
                and c.head.name.kind == "person"
                and not c.object_of
                and not is_kin(c, scene)
            ),
            None,
        ) or of_event(sentence)
        person = first.head.name.full if first is not None and first.head.name is not None else ""
    if people and not person:
        kin = {id(a) for p in sentence.phrases() if is_kin(p, scene) for a in p.atoms}
        named = {name.full for atom, name in people if name.full and id(atom) not in kin}
        person = named.pop() if len(named) == 1 else ""  # "the company named A as its CFO. …, she"
    if people and not person and sentence.passage.tokens[sentence.last - 1].text == "?":
        asked = [name.full for _, name in people if name.full]
        person = asked[-1] if asked else ""
    about = _matter(sentence, next((clause.subject for clause in sentence.told()), None))
    scene.matter, scene.matters = (about.name, about.kind) if about is not None else ("", "")
    scene.subject, scene.idle = (person, 0) if person else (scene.subject, scene.idle + 1)
    scene.fresh = bool(organization)
    kept = any(p.head.lower in ("it", "them") for c in sentence.clauses for p in c.objects)
    bodies = sentence.named("organization")
    if bodies and not organization and not kept:
        denied = {
            id(p) for c in sentence.clauses if c.verb.negated and c.lemma != "be" for p in (*c.objects, *c.phrases)
        }
        aside = {
            id(a)
            for p in sentence.phrases()
            if p.of("NAME") and (p.prep in _ASIDE or id(p) in denied or was_there(sentence, p))
            for a in p.atoms
        }
        aside |= {
            id(a) for c in sentence.clauses if c.lemma in _STUDYING for p in (*c.phrases, *c.objects) for a in p.atoms
        }
        only = {name.full or name.text for atom, name in bodies if id(atom) not in aside}
        organization = next(iter(only)) if len(only) == 1 else only_object(sentence) if person else ""
    if organization:
        scene.topic, scene.topic_age = organization, 0
        if scene.chapter is not None:
            scene.chapter[organization] = scene.chapter.get(organization, 0) + scene.fresh
    scene.several = are_several(sentence)
    scene.unnamed = not organization and any(is_nameless(phrase, scene) for phrase in sentence.phrases())


def _year_set(sentence: Sentence) -> str:
    """ "It was 2018, a hotel bar": the year in which what follows happened."""
    for clause in sentence.clauses:
        if clause.lemma == "be" and clause.subject is not None and clause.subject.head.lower == "it":
            text = "".join(sentence.passage.text(p.atoms[0].first, p.atoms[-1].last) for p in clause.objects[:1])
            if len(text) == 4 and text.isdigit() and text[:2] in ("18", "19", "20"):
                return text
    return ""


_AT_TIMES = frozenset("when after before while until once".split())


def _matter(sentence: Sentence, main: Phrase | None) -> Referent | None:
    """The product, project or event that the sentence was about: its subject's, else its first object's."""
    if main is None and sentence.passage.tokens[sentence.last - 1].text == "?":
        asked = [p for p in sentence.phrases() if p.head.tag == "NAME" and not p.prep]
        return next((found for p in asked if (found := thing(sentence, p)) is not None), None)
    if main is None:
        return None
    objects = [p for c in sentence.clauses if c.subject is main for p in c.objects]
    meant = [(p, one) for p in (main, *objects) if (one := thing(sentence, p)) is not None]
    works = [one for p, one in meant if p.head.name is None or p.head.name.kind != "organization"]
    return works[0] if works else meant[0][1] if meant else None


_STUDYING = frozenset("study graduate train read qualify attend educate teach earn matriculate lecture".split())


_ASIDE = frozenset("by against beside alongside like than unlike".split())
