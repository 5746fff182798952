"""Which product, project or event a phrase means: each way to say it asked in turn."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.things import called
from checker.claims.things.composed import composed, note, owned, unnamed
from checker.claims.things.described import described, event
from checker.claims.things.named import by_name, edition, modified, part_of_named, version
from checker.claims.things.nouns import PASSES, noun_lists
from checker.claims.things.talked import matter_of_talk, unbroken

_WORKS = frozenset(
    (
        "construction restoration renovation refurbishment conversion fit-out fitting-out rebuilding redevelopment "
        "building development works work"
    ).split()
)


_EDITIONS = frozenset(("paperback", "hardback", "edition", "album", "version", "release", "launch"))


def thing(sentence: Sentence, phrase: Phrase, kind: str = "") -> Referent | None:
    """The product, project or event that ``phrase`` means; of ``kind``, where one is asked for."""
    found = _any(sentence, phrase, kind)
    return found if found is None or kind != "event" or _happens(found, phrase) else None


def _happens(found: Referent, phrase: Phrase) -> bool:
    """Whether it is something that takes place."""
    nouns = noun_lists()["event_nouns"]
    return (
        found.kind == "event"
        or (found.kind != "project" and bool(set(found.name.casefold().replace("-", " ").split()) & nouns))
        or phrase.head.lower in nouns
    )


def _any(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    if phrase.head.tag == "PRON":
        return it(sentence, phrase, kind)
    if (found := _called(sentence, phrase)) is not None:
        return found
    for read in (
        edition,
        version,
        by_name,
        _of_work,
        part_of_named,
        modified,
        owned,
        composed,
        described,
        event,
        unnamed,
    ):
        found = read(sentence, phrase, kind)
        if found is not None:
            return found
    return None


def _called(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """What is called so, though it is no name by itself: to be remembered by the name made of it."""
    for read in (called.numbered, called.possessed, called.placed, called.sold_as):
        if (found := read(sentence, phrase)) is not None:
            return note(sentence, found)
    return None


def it(sentence: Sentence, phrase: Phrase, kind: str = "") -> Referent | None:
    """What "it" is: a thing that is a subject earlier in the sentence, or what the sentence before was about."""
    if phrase.head.lower not in ("it", "they", "this", "these", "itself"):
        return None
    for before in sentence.before(phrase):
        if not (before.prep or before.object_of or before.head.tag == "PRON"):
            found = _any(sentence, before, "")
            if found is not None:
                return Referent(found.name, found.kind, min(found.sure, 0.75))
    matter = sentence.scene.matter
    if not matter:
        return unbroken(sentence) if phrase.head.lower == "it" and kind == "project" else None
    return Referent(matter, sentence.scene.matters or "project", 0.65)


def _of_work(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """What a ticket is for, and what was built: "its construction", "a ticket to Salt Roads"."""
    head = phrase.head.lower
    if head in PASSES:
        about = next((p for p in phrase.attached if p.prep in ("to", "for", "of")), None)
        if about is not None:
            return _any(sentence, about, kind) or _any(sentence, about, "event") or _admitting(about)
        named = modified(sentence, phrase, kind)
        return named or (
            matter_of_talk(sentence, ("event", "project", "product")) if head not in ("copy", "copies") else None
        )
    if head not in _WORKS and head not in _EDITIONS:
        return None
    whole = next((p for p in phrase.attached if p.prep in ("of", "on")), None) or phrase.owner
    if whole is not None:
        return _any(sentence, whole, kind)
    return matter_of_talk(sentence, ("project",)) if phrase.poss == "its" and head in _WORKS else None


def _admitting(about: Phrase) -> Referent | None:
    """What tickets are for is an event, or a place to see, whatever its name looks like."""
    name = about.head.name
    if name is None or name.kind in ("person", "place"):
        return None
    return Referent(name.full or name.text, "event", 0.75)
