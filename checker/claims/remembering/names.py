"""What names go by from now on: descriptions, works, kinds."""

from __future__ import annotations

from checker.claims.discourse.descriptions import describes
from checker.claims.discourse.scene import Scene
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Chunk, Phrase
from checker.claims.things import PARTS
from checker.passages import Name


def define(subject: Phrase, complement: Phrase, scene: Scene) -> None:
    """ "Open Larder is a British charity": from now on "the charity" is that one."""
    name = subject.head.name
    if (
        name is not None
        and name.kind == "organization"
        and complement.det in ("a", "an")
        and describes(complement.head, scene.words)
    ):
        scene.descriptions[complement.head.lower] = name.full or name.text


TELLING = frozenset(("NAME", "DATE", "ROUND"))  # of what ``learn`` keeps something


def learn(chunks: list[Chunk], scene: Scene, passage_text: str) -> None:
    """After a sentence: who was named, who was its subject, how organizations were described."""
    for item in chunks:
        if isinstance(item, Phrase):
            _learn_phrase(item, scene)


def _learn_phrase(phrase: Phrase, scene: Scene) -> None:
    lists = scene.words.words
    if phrase.owner is not None:
        _learn_phrase(phrase.owner, scene)
    names = [atom.name for atom in phrase.atoms if atom.tag == "NAME" and atom.name is not None]
    for name in names:
        if name.kind and name.full:
            scene.mention(name.full, name.kind)
    head = phrase.head
    if names:
        _learn_thing(phrase, names, scene)
    if head.tag == "NAME" and head.name is not None and head.name.kind == "organization":
        before = phrase.atoms[-2] if len(phrase.atoms) > 1 else None
        if before is not None and before.lower in lists["organization_descriptors"]:
            _describe(before.lower, phrase.atoms[:-2], head.name, scene)
        for apposed in [*phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
            if apposed.head.lower in lists["organization_descriptors"]:
                _describe(apposed.head.lower, apposed.atoms[:-1], head.name, scene)
    for atom in phrase.atoms:
        value = atom.mention.value if atom.mention is not None else None
        if value is None:
            continue
        if atom.tag == "DATE" and value.edtf:
            scene.date = value.edtf
            scene.day = scene.date if len(scene.date) == 10 else scene.day
        elif atom.tag == "ROUND":
            scene.round = value.text
    for inner in phrase.parens:
        learn(inner, scene, "")
        only = inner[0] if len(inner) == 1 else None
        if (
            isinstance(only, Phrase)
            and only.det == "the"
            and head.name is not None
            and head.name.kind == "organization"
            and describes(only.head, scene.words)
        ):
            scene.descriptions[only.head.lower] = head.name.full or head.name.text


def _learn_thing(phrase: Phrase, named: list[Name], scene: Scene) -> None:
    """ "Salitre One, the €420m plant", "the Salitre One plant": from now on "the plant" can be that one."""
    names = [name for name in named if name.kind in ("product", "project", "event")]
    if not names:
        return
    name = names[-1].full or names[-1].text
    scene.kinds[name] = names[-1].kind
    beside = [p.head for p in (*phrase.appositions, phrase.apposed_to) if p is not None]
    nouns = {a.lower for a in (phrase.head, *beside) if a.tag == "NOUN" and a.lower not in PARTS}
    scene.works.setdefault(name, set()).update(nouns)


_OTHERS = frozenset("different separate another other rival unrelated sister former new second".split())


def _describe(noun: str, modifiers: list[Atom], name: Name, scene: Scene) -> None:
    target = name.full or name.text
    if any(atom.lower in _OTHERS for atom in modifiers):
        return
    scene.descriptions.setdefault(noun, target)
    for atom in modifiers:
        if atom.tag in ("NOUN", "ADJ"):
            scene.descriptions.setdefault(f"{atom.lower} {noun}", target)
