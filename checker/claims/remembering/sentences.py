"""After a sentence: who and what it was about, so that the next can point back."""

from __future__ import annotations

from checker.claims.discourse.renamings import renaming
from checker.claims.discourse.scene import Referent, Scene
from checker.claims.remembering.asked import body_raised
from checker.claims.remembering.bodies import body_brought_up, body_set_up, is_nameless, owner_of_subject
from checker.claims.remembering.genders import address
from checker.claims.remembering.names import TELLING, define, learn
from checker.claims.remembering.only import only_body
from checker.claims.remembering.pairs import are_several, note_pair
from checker.claims.remembering.people import introduce, persons_named, rivals_named
from checker.claims.remembering.roles import note_agents, note_parent
from checker.claims.remembering.subjects import person_meant, subjects
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.things import thing


def remember(sentence: Sentence) -> None:
    """After a sentence: who and what it was about."""
    scene = sentence.scene
    scene.unmentioned += 1
    brought_up = body_brought_up(sentence)
    if not TELLING.isdisjoint(sentence.tags):
        learn(sentence.chunks, scene, "")
    address(sentence, scene)
    if _is_aside(sentence):
        return
    introduce(sentence)
    scene.date = _year_set(sentence) or scene.date
    scene.persons = persons_named(sentence) or scene.persons
    scene.rivals = rivals_named(sentence)
    for note in (note_pair, note_parent, note_agents):
        note(sentence)
    person, body = subjects(sentence)
    scene.raised = body_raised(sentence)
    renamed = renaming(sentence.passage, sentence.first, sentence.last, sentence.scene.page)
    new = renamed.name if renamed is not None else ""
    body = new or body_set_up(sentence) or body or brought_up or owner_of_subject(sentence)
    _define(sentence)
    person = person or person_meant(sentence)
    _note_matter(sentence)
    scene.subject, scene.idle = (person, 0) if person else (scene.subject, scene.idle + 1)
    scene.fresh = bool(body)
    body = body or only_body(sentence, bool(person))
    _note_topic(scene, body)
    scene.several = are_several(sentence)
    scene.unnamed = not body and any(is_nameless(phrase, scene) for phrase in sentence.phrases())


def _is_aside(sentence: Sentence) -> bool:
    """A sentence in brackets of its own: what is talked of stays what it was."""
    tags = [atom.tag for atom in sentence.atoms if atom.tag != "STOP"]
    return len(tags) > 3 and tags[0] == "OPEN" and tags[-1] == "CLOSE" and "CLOSE" not in tags[:-1]


def _define(sentence: Sentence) -> None:
    """ "Open Larder is a British charity"."""
    for clause in sentence.clauses:
        if clause.lemma == "be" and clause.subject is not None and clause.objects:
            define(clause.subject, clause.objects[0], sentence.scene)


def _note_matter(sentence: Sentence) -> None:
    """The work that is talked of from now on."""
    about = _matter(sentence, next((clause.subject for clause in sentence.told()), None))
    sentence.scene.matter, sentence.scene.matters = (about.name, about.kind) if about is not None else ("", "")


def _note_topic(scene: Scene, body: str) -> None:
    """The organization that is talked of from now on."""
    if body:
        scene.topic, scene.topic_age = body, 0
        if scene.chapter is not None:
            scene.chapter[body] = scene.chapter.get(body, 0) + scene.fresh


def _year_set(sentence: Sentence) -> str:
    """ "It was 2018, a hotel bar": the year in which what follows happened."""
    for clause in sentence.clauses:
        if clause.lemma == "be" and clause.subject is not None and clause.subject.head.lower == "it":
            text = "".join(sentence.passage.text(p.atoms[0].first, p.atoms[-1].last) for p in clause.objects[:1])
            if len(text) == 4 and text.isdigit() and text[:2] in ("18", "19", "20"):
                return text
    return ""


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
