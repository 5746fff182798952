"""Posts without a verb under somebody's name: "## Leila Farouk", then "Finance director of X since 2018."."""

from __future__ import annotations

from checker.claims import posts
from checker.claims.chunks import Phrase, VerbGroup
from checker.claims.draft import Draft
from checker.claims.holders import holders
from checker.claims.scene import Referent
from checker.claims.sentence import Sentence
from checker.claims.workplaces import organization_of

_FORMERLY = frozenset("formerly previously once originally earlier".split())


def read(sentence: Sentence) -> list[Draft]:
    """The posts that open the sentence, of the person whose section or item it is."""
    headed = sentence.scene.headed
    if headed is None or headed.kind != "person" or sentence.passage.block.kind not in ("paragraph", "item"):
        return []
    phrase = _opening(sentence)
    if phrase is None:
        return []
    person = Referent(headed.name, "person", 0.9)
    past = getattr(sentence.chunks[0], "lower", "") in _FORMERLY
    return [draft for held in phrase.heads() for draft in _post(sentence, held, person, past)]


def _opening(sentence: Sentence) -> Phrase | None:
    """The phrase with a title that the sentence begins with, if nobody else is named with it and no verb takes it."""
    first = next((c for c in sentence.chunks[:2] if isinstance(c, Phrase)), None)
    if first is None or first.prep or first.head.tag != "TITLE" or first.appositions or first.apposed_to is not None:
        return None
    if any(c.subject is first for c in sentence.clauses):
        return None
    finite = any(isinstance(c, VerbGroup) and c.form == "finite" for c in sentence.chunks[: first.start + 2])
    return None if finite or holders(sentence, first, len(first.atoms) - 1) else first


def _post(sentence: Sentence, phrase: Phrase, person: Referent, past: bool) -> list[Draft]:
    place = len(phrase.atoms) - 1
    mention = phrase.head.mention
    if phrase.head.tag != "TITLE" or mention is None or mention.anchor in ("weak", "plural"):
        return []
    if phrase.head.lower.split()[0].strip(",") in ("member", "fellow", "winner", "author", "honorary"):
        return []  # honours, not posts
    status = "former" if past else posts.status_of_words(phrase, place) or "current"
    organization = organization_of(sentence, phrase, place, person.name)
    return posts.claim(sentence, person, phrase.head, organization, status, "asserted", "post under a name")
