"""Of whom the talk is, where a sentence does not say it."""

from __future__ import annotations

from checker.claims.discourse.references import pronoun
from checker.claims.discourse.scene import Referent
from checker.claims.sentence import Sentence


def talked_about(sentence: Sentence) -> Referent | None:
    scene = sentence.scene
    if scene.speaker and scene.interviewee:
        return pronoun("we", "organization", scene, [])  # who answers, speaks of their own
    if scene.several:
        return None
    topic = scene.topic if scene.fresh and not scene.formal else ""
    for name, sure in ((scene.section, 0.65), (topic, 0.65), (scene.main, 0.6), (scene.topic, 0.6)):
        if name:
            return Referent(name, "organization", sure)
    return None
