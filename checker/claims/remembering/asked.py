"""What a question is about, for the answer that does not name it."""

from __future__ import annotations

from checker.claims.sentence import Sentence


def body_raised(sentence: Sentence) -> str:
    """The body that who asks says "you" were at; it lasts until who answers names another, or the next question."""
    scene = sentence.scene
    bodies = {name.full or name.text for _, name in sentence.named("organization")}
    if scene.speaker == scene.guest != "" or (scene.interviewee and scene.speaker):
        return "" if bodies else scene.raised
    asked = scene.host and scene.speaker == scene.host
    if not (asked or (scene.interviewee and sentence.passage.tokens[-1].text in '?”"*')):
        return ""
    known = scene.employers.get(scene.guest or scene.interviewee)
    return bodies.pop() if len(bodies) == 1 and "you" in sentence.words and known not in bodies else ""
