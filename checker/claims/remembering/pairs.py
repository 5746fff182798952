"""Two that are named together, and sentences about several."""

from __future__ import annotations

from checker.claims.sentence import Sentence


def note_pair(sentence: Sentence) -> None:
    """Two that are named together are "the former" and "the latter", and two people as the subject are "they"."""
    scene = sentence.scene
    for phrase in sentence.phrases():
        if not phrase.joined:
            continue
        both = [p.head.name for p in phrase.heads() if p.head.tag == "NAME"]
        named = [(n.full, n.kind) for n in both if n is not None and n.full and n.kind in ("person", "organization")]
        if len(both) == len(named) == 2 and named[0][1] == named[1][1]:
            scene.pair = named
    subjects = [c.subject for c in sentence.told() if c.subject is not None]
    if not subjects:
        return
    whole = [p for p in (subjects[0], *subjects[0].appositions) if len(p.heads()) > 1]
    people = [
        n for p in whole[:1] for h in p.heads() if (n := h.head.name) is not None and n.kind == "person" and n.full
    ]
    if len(people) > 1:
        scene.couple = [n.full for n in people]
    elif subjects[0].head.tag == "NAME" or subjects[0].head.lower in ("he", "she", "it"):
        scene.couple = []


def are_several(sentence: Sentence) -> bool:
    """Whether the sentence was about two bodies together: "the company" is then neither."""
    subjects = [c.subject for c in sentence.clauses if c.subject is not None and not c.relative]
    heads = [p.head.name for s in subjects[:1] for p in s.heads() if p.head.tag == "NAME"]
    return len(heads) > 1 and all(name is not None and name.kind in ("organization", "") for name in heads)
