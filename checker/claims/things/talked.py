"""The work that is talked of, where a phrase points back to it or names none."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.sentence import Sentence

_RECENT = 5  # sentences since a work was named in which it can still be what "the bill" is for


def unbroken(sentence: Sentence) -> Referent | None:
    """ "Terminal 2 would open in 2021. Then soon. It opened in May 2023": the work that nothing came between."""
    scene = sentence.scene
    last = scene.things[-1] if scene.things and scene.unmentioned <= _RECENT and not scene.fresh else ""
    return Referent(last, "project", 0.6) if scene.kinds.get(last) == "project" else None


def current(sentence: Sentence) -> Referent | None:
    """The work that is being talked about, where a sentence names none: "The final cost was £3m"."""
    scene = sentence.scene
    if scene.matter and scene.matters in ("project", "product"):
        return Referent(scene.matter, scene.matters, 0.65)
    last = scene.things[-1] if scene.things and scene.unmentioned <= _RECENT else ""
    return Referent(last, "project", 0.6) if scene.kinds.get(last) == "project" else None


def matter_of_talk(sentence: Sentence, kinds: tuple[str, ...]) -> Referent | None:
    scene = sentence.scene
    return Referent(scene.matter, scene.matters, 0.65) if scene.matter and scene.matters in kinds else None
