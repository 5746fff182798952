"""Statements put as questions, and the "yes" behind: "You started it in 2011?" "In 2011, yes."."""

from __future__ import annotations

from msgspec import Struct

from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import VerbGroup
from checker.passages import Passage

_ASKING = frozenset("who what when where why how which whose whom".split())
_YES = frozenset("yes yeah yep correct indeed exactly absolutely right".split())
_NO = frozenset("no not n't nope never wrong hardly".split())
_DID = frozenset((("i", "did"), ("we", "did"), ("i", "was"), ("we", "were"), ("i", "am"), ("we", "are"), ("i", "have")))
_NEAR = 9  # words of an answer within which "yes" is of the question


class Put(Struct):
    """What somebody put to another: the tokens without the question mark, and who said them."""

    passage: Passage
    first: int
    last: int
    speaker: str


def put(sentence: Sentence) -> Put | None:
    """The statement that who asks puts, in the order of a statement."""
    scene, tokens = sentence.scene, sentence.passage.tokens
    if tokens[sentence.last - 1].text != "?" or not scene.speaker or scene.speaker != scene.host:
        return None
    words = [a for a in sentence.atoms if a.tag not in ("CONJ", "COMMA", "QUOTE", "ADV")]
    opener = words[0] if words else None
    if opener is None or opener.lower in _ASKING or opener.tag in ("VERB", "MODAL") or not _stated(sentence):
        return None
    return Put(sentence.passage, sentence.first, sentence.last - 1, scene.speaker)


def _stated(sentence: Sentence) -> bool:
    """Whether a subject stands before the first verb."""
    first = next((c for c in sentence.chunks if isinstance(c, VerbGroup)), None)
    return any(c.verb is first and c.subject is not None and c.subject.start < c.verb.start for c in sentence.clauses)


def affirmed(asked: Put | None, sentence: Sentence) -> bool:
    """Whether the sentence opens the answer of another, and says yes."""
    scene = sentence.scene
    if asked is None or asked.passage is sentence.passage or scene.speaker == asked.speaker:
        return False
    words = [a.lower for a in sentence.atoms if a.tag not in ("COMMA", "STOP", "QUOTE")]
    if not _NO.isdisjoint(words):
        return False
    return not _YES.isdisjoint(words[:_NEAR]) or (len(words) < 4 and tuple(words[:2]) in _DID)
