"""Things by a noun that the document gave them: "the plant", "the festival"."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.things.nouns import KINDS, is_noun, noun_lists, own_words
from checker.claims.things.talked import matter_of_talk

_ANY = frozenset("project scheme building development facility site work complex premises venue".split())


def described(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """ "The plant": the last one named or described so; "the building": the work that is talked about."""
    head, scene = phrase.head, sentence.scene
    if (
        head.tag != "NOUN"
        or not (phrase.det in ("the", "this") or phrase.poss)
        or not (is_noun(head.lower) or head.lower in _ANY)
    ):
        return None
    for name in reversed(scene.things):
        if (name.casefold().split()[-1] == head.lower or head.lower in scene.works.get(name, ())) and not _another(
            name, phrase
        ):
            return Referent(name, scene.kinds.get(name, "project"), 0.75)
    if phrase.det == "the" and head.lower in noun_lists()["project_nouns"] and not own_words(phrase):
        called = next((n for n in reversed(scene.organizations[-4:]) if head.lower in n.casefold().split()), None)
        if called is not None:
            return Referent(called, "organization", 0.65)
    if head.lower in noun_lists()["product_nouns"] and scene.matters == "product" and not own_words(phrase):
        return matter_of_talk(sentence, ("product",))
    if not own_words(phrase) and head.lower in _ANY:
        return matter_of_talk(sentence, ("project",)) or _built(sentence)
    return None


def _built(sentence: Sentence) -> Referent | None:
    """ "The building", of Terminal 3: what is talked of, if its name says that it was built."""
    said = sentence.scene.matter.casefold().split()
    return None if noun_lists()["project_nouns"].isdisjoint(said) else matter_of_talk(sentence, KINDS)


def _another(name: str, phrase: Phrase) -> bool:
    """ "The grown-up edition": one that is told from "the homecoming edition" by a word of its own."""
    told = name.casefold().split()
    return bool(told[:-1]) and any(a.lower not in told for a in own_words(phrase) if a.tag == "ADJ")


def event(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """An event without a name of its own goes by its words: "annual general meeting", "the 2024 dinner"."""
    head = phrase.head
    if head.tag not in ("NOUN", "ADJ") or head.lower not in noun_lists()["event_nouns"]:
        return None
    if phrase.det not in ("the", "this", "a", "") and not phrase.poss:
        return None
    kept = [a for a in phrase.atoms if a.lower not in ("next", "last", "first", "second") and a.tag != "DATE"]
    if any(a.tag == "QTY" and a.lower.isalpha() for a in kept):
        return None  # "one match", "two meetings"; not "43rd congress"
    single = len(kept) < 2 and not head.lower.isupper() and head.lower not in ("agm", "egm")
    if (
        not kept
        or single
        or (phrase.det == "a" and head.lower not in ("meeting", "conference", "ceremony", "gala", "reading"))
    ):
        return None
    return Referent(sentence.passage.text(kept[0].first, kept[-1].last), "event", 0.7)
