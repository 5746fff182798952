"""Who or what the phrases of a sentence point to: by name, by pronoun, by description or as the owner of something."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.claims.discourse.references import owner_of, pronoun
from checker.claims.discourse.scene import Referent
from checker.claims.learnt.view import View
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.things import thing

KINDS = {"person": ("person",), "organization": ("organization", "", "team")}
_THINGS = ("product", "project", "event", "thing", "", "organization", "place")
_POINTING = frozenset(("the", "this", "that", "these", "those"))


class Pointer(Struct):
    """One phrase that stands for somebody: who, where, how it says so, and how sure that is."""

    name: str
    place: int  # among the atoms
    phrase: Phrase
    how: str  # name, pronoun, description, owner
    detail: str = ""  # the kind of the name, or how sure
    of: Phrase | None = None  # what an owner owns


def pointers(view: View, kind: str) -> list[Pointer]:
    """All in the sentence that point to a ``kind``: person, organization or thing."""
    places = {id(atom): place for place, atom in enumerate(view.sentence.atoms)}
    found: list[Pointer] = []
    for phrase in view.sentence.phrases():
        first = places.get(id(phrase.atoms[0]), 0)
        named = list(_named(phrase, kind, places))
        found += named
        if not named and (known := _meant(view.sentence, phrase, kind)) is not None:
            how = "pronoun" if phrase.head.tag == "PRON" else "description"
            found.append(Pointer(known.name, first, phrase, how, f"{known.sure:.1f}"))
        if phrase.poss and (known := _owner(view.sentence, phrase, kind)) is not None:
            found.append(Pointer(known.name, first, phrase, "owner", f"{known.sure:.1f}", phrase))
    return found


def _named(phrase: Phrase, kind: str, places: dict[int, int]) -> Iterator[Pointer]:
    allowed = KINDS.get(kind, _THINGS)
    for atom in phrase.atoms:
        if atom.name is not None and atom.name.kind in allowed and id(atom) in places:
            name = atom.name.full or atom.name.text
            yield Pointer(name, places[id(atom)], phrase, "name", atom.name.kind or "?")


def _meant(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """Whom a pronoun or a description stands for."""
    pointing = phrase.det in _POINTING or phrase.poss or phrase.owner is not None
    if phrase.head.tag != "PRON" and not (phrase.head.tag in ("NOUN", "TITLE") and pointing):
        return None
    if kind not in KINDS:
        return thing(sentence, phrase)
    return sentence.resolve(phrase, kind)


def _owner(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """Whose something is, by a pronoun before it."""
    if kind == "organization":
        return owner_of(phrase, sentence.scene, sentence.before(phrase))
    return pronoun(phrase.poss, kind, sentence.scene, sentence.before(phrase)) if kind == "person" else None
