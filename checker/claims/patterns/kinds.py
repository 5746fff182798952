"""Whether a phrase can mean a person, an organization or a thing."""

from __future__ import annotations

from checker.claims.discourse.descriptions import SHARES, describes, is_person
from checker.claims.discourse.references import together
from checker.claims.discourse.scene import named
from checker.claims.syntax.atoms import IMPLIED, Atom
from checker.claims.syntax.chunks import Phrase
from checker.claims.things.called import is_numbered
from checker.packs.vocabulary import Vocabulary


def can_be_person(phrase: Phrase, words: Vocabulary) -> bool:
    head = phrase.head
    if head.tag == "PRON":
        return head.lower in _PERSONAL
    names = phrase.of("NAME")
    if names and named(names[-1], "person"):
        return head.tag in ("NAME", "TITLE")
    if (
        phrase.of("TITLE")
        or _one_of_two(phrase)
        or together(phrase)
        or any(_is_person(p.head) for p in phrase.appositions)
    ):
        return True
    return head.lower in words.words["person_descriptors"] or is_person(phrase, words)


_PERSONAL = frozenset((IMPLIED, *"he she him her i me you we who they both himself herself".split()))


def _is_person(head: Atom) -> bool:
    return head.tag == "NAME" and head.is_a("person")


def _one_of_two(phrase: Phrase) -> bool:
    return phrase.det == "the" and len(phrase.atoms) == 1 and phrase.head.lower in ("former", "latter")


def can_be_organization(phrase: Phrase, words: Vocabulary) -> bool:
    head = phrase.head
    if head.tag == "PRON":
        return head.lower in (IMPLIED, "it", "they", "we", "them", "us", "itself", "themselves")
    if head.tag == "NAME":
        return named(head, "organization")
    if head.lower in SHARES or head.tag == "PCT":
        return any(p.prep in ("of", "in") and p.head.tag in ("NAME", "NOUN", "PRON") for p in phrase.attached)
    if head.lower in ("board", "trustees", "directors", "shareholders") or _one_of_two(phrase):
        return True
    return describes(head, words)


def can_be_thing(phrase: Phrase, words: Vocabulary) -> bool:
    head = phrase.head
    if head.tag == "PRON":
        return head.lower in ("it", "they", "this", "these")
    if head.tag == "NAME":
        return head.name is not None and head.name.kind not in ("person", "place")
    if head.lower in words.words["work_nouns"] or is_numbered(phrase):
        return True
    if any(
        p.head.tag == "NAME" and p.head.name is not None and p.head.name.kind in ("product", "project", "event", "")
        for p in phrase.appositions
    ):
        return True
    lists = words.words
    if any(a.tag == "QTY" for a in phrase.atoms) and any(a.lower in ("version", "release") for a in phrase.atoms):
        return True
    return head.tag == "NOUN" and (
        head.lower in lists["product_nouns"]
        or head.lower in lists["project_nouns"]
        or head.lower in lists["event_nouns"]
    )
