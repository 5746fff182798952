"""What a phrase is about."""

from __future__ import annotations

from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.groups.enumerations import of_people
from checker.packs.vocabulary import Vocabulary


def kind_of(phrase: Phrase, words: Vocabulary) -> str:
    """What a phrase is about: person, organization, place, title, date, money, quantity, round, thing …, or a
    pronoun."""
    head = phrase.head
    if head.tag == "NAME" and head.name is not None:
        return head.name.kind or "name"
    if head.tag in ("DATE", "MONEY", "QTY", "PCT", "ROUND", "PRON"):
        return head.tag.lower()
    if head.tag == "TITLE":
        return "title"
    if any(atom.tag == "TITLE" for atom in phrase.atoms):
        return "title"
    if head.lower in words.words["organization_descriptors"]:
        return "organization"
    if head.lower not in ("successor", "predecessor") and of_people(head.lower, words):
        return "person"
    return "noun"
