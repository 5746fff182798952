"""Products, projects and events: which one a phrase means."""

from __future__ import annotations

from checker.claims.chunks import Phrase
from checker.claims.scene import Referent
from checker.claims.sentence import Sentence


def thing(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """The named thing in ``phrase`` or beside it, or, for "the plant", the last thing named of that description."""
    scene, lists = sentence.scene, sentence.scene.words.words
    for member in [phrase, *phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
        head = member.head
        if head.tag == "NAME" and head.name is not None and head.name.kind in ("product", "project", "event", ""):
            return Referent(head.name.full or head.name.text, head.name.kind or "product", 1.0 if head.name.kind else 0.8)
    head = phrase.head
    names = [a for a in phrase.atoms[:-1] if a.tag == "NAME" and a.name is not None and a.name.kind in ("product", "project", "event")]
    if names and names[-1].name is not None and head.tag == "NOUN":
        return Referent(names[-1].name.full or names[-1].name.text, names[-1].name.kind, 0.9)
    if head.tag == "NOUN" and phrase.det in ("the", "this") and (head.lower in lists["project_nouns"] or head.lower in lists["product_nouns"] or head.lower in lists["event_nouns"]):
        for name in reversed(scene.things):
            known = sentence.scene.page.names.get(name.casefold())
            if known is not None and known.kind in ("product", "project", "event"):
                return Referent(name, known.kind, 0.7)
    return None
