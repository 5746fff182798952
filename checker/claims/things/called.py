"""What works, products and events are called where the name is no name by itself: "Terminal 2", "the Hirtshals wind
farm", "the probe, sold as Perilux", "the Founders' Dinner"."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.packs.vocabulary import vocabulary
from checker.passages import Name

_CALLING = frozenset("sell market brand know call dub name christen title bill trade style".split())
_KINDS = ("event", "project", "product")
_HARDLY = 1.7  # votes for an organization below which a word before "wind farm" may as well be a place
_MOST = 3  # digits of a number that tells one building from another


def is_numbered(phrase: Phrase) -> bool:
    """ "Terminal 2", "Phase 3": a noun and its number, both in one name."""
    return len(phrase.atoms) >= 2 and _is_number(phrase.head) and _numbered_noun(phrase.atoms[-2])


def _is_number(atom: Atom) -> bool:
    return atom.tag == "QTY" and atom.lower.isdigit() and len(atom.lower) <= _MOST


def _numbered_noun(atom: Atom) -> bool:
    return atom.tag == "NOUN" and atom.lower in vocabulary().words["numbered_nouns"]


def numbered(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """The work that a noun with a number is: only as a name is written, with a capital."""
    if not is_numbered(phrase):
        return None
    text = sentence.passage.text(phrase.atoms[-2].first, phrase.head.last)
    return Referent(text, "project", 0.8) if text[0].isupper() else None


def sold_as(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "The probe, sold as Perilux, …": the name that a participle gives."""
    for clause in sentence.clauses:
        if clause.subject is not phrase or clause.lemma not in _CALLING or clause.verb.form != "participle":
            continue
        given = [*clause.objects, *(p for p in clause.phrases if p.prep in ("as", "under"))]
        named = next((p.head.name for p in given if p.head.tag == "NAME"), None)
        if named is not None and named.kind not in ("person", "place"):
            return Referent(named.full or named.text, _kind(phrase), 0.75)
    return None


def _kind(phrase: Phrase) -> str:
    lists = vocabulary().words
    return next((kind for kind in _KINDS if phrase.head.lower in lists[f"{kind}_nouns"]), "product")


def placed(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "The Hirtshals wind farm": a word that by itself is hardly anybody's name, and what stands there."""
    name, head = phrase.atoms[0].name, phrase.head
    if name is None or phrase.det != "the" or head.tag != "NOUN" or len(phrase.atoms) < 2:
        return None
    if head.lower not in vocabulary().words["project_nouns"] or not _place_like(sentence, name):
        return None
    if any(atom.tag not in ("NOUN", "ADJ") for atom in phrase.atoms[1:]):
        return None
    return Referent(sentence.passage.text(phrase.atoms[0].first, head.last), "project", 0.7)


def _place_like(sentence: Sentence, name: Name) -> bool:
    if name.kind in ("place", ""):
        return True
    return name.kind == "organization" and _hardly(name)


def _hardly(name: Name) -> bool:
    return name.votes.get("organization", 0.0) < _HARDLY


def possessed(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "The Founders' Dinner": an event that goes by whose it is, both words with a capital."""
    owner = phrase.owner
    if owner is None or phrase.head.lower not in vocabulary().words["event_nouns"]:
        return None
    if owner.head.name is None or owner.head.name.kind in ("organization", "place"):
        return None
    text = sentence.passage.text(phrase.atoms[0].first, phrase.head.last)
    if not all(word[0].isupper() for word in text.split()):
        return None
    return Referent(sentence.passage.text(owner.head.first, phrase.head.last), "event", 0.8)
