"""A thing by its name, by its version, by a name before its noun."""

from __future__ import annotations

from checker import lazy
from checker.claims.discourse.scene import Referent
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.things.composed import note
from checker.claims.things.nouns import KINDS, PARTS, noun_lists
from checker.passages import Name


def version(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """ "Version 2.0", "the 2.0 release", bare "4.0": of the product named most."""
    if phrase.head.tag == "QTY" and len(phrase.atoms) == 2 and phrase.atoms[0].lower == "version":
        of = next((p for p in sentence.behind(phrase) if p.prep == "of" and p.head.tag == "NAME"), None)
        if of is not None:
            name = of.head.name
            full = f"{name.full or name.text} {phrase.head.lower}" if name is not None else ""
            return Referent(full, "product", 0.9) if full else None
    numbers = [a for a in phrase.atoms if a.tag == "QTY" and "." in a.lower]
    if not numbers or not (
        any(a.lower in ("version", "release", "edition") for a in phrase.atoms) or len(phrase.atoms) == 1
    ):
        return None
    names = sentence.scene.page.names
    seen = [k for n in sentence.scene.things if (k := names.get(n.casefold())) is not None and k.kind == "product"]
    often = [k for k in seen if k.count > 1]
    base = max(often, key=lambda name: name.count).text if often else ""
    stem = " ".join(word for word in base.split() if not word[0].isdigit())
    return Referent(f"{stem} {numbers[0].lower}", "product", 0.75) if stem else None


def by_name(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    for member in [phrase, *phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
        name = member.head.name
        if member.head.tag == "NAME" and name is not None and (found := _of_name(name, phrase, kind)) is not None:
            return found
    return None


def _of_name(name: Name, phrase: Phrase, kind: str) -> Referent | None:
    """What a name is, by its kind, by its last word and by the noun beside it."""
    text, lists = name.full or name.text, noun_lists()
    if name.kind in KINDS:
        return Referent(numbered(phrase, text) if name.kind == "event" else text, name.kind)
    if name.kind in ("person", "place"):
        return None
    beside = {p.head.lower for p in phrase.appositions} | {a.lower for a in phrase.atoms if a.tag == "NOUN"}
    last = text.casefold().split()[-1]
    for one in KINDS:
        if beside & lists[f"{one}_nouns"] or last in lists[f"{one}_nouns"]:
            return Referent(text, one, 0.75 if name.kind else 0.85)
    if kind == "event" and set(text.casefold().split()) & lists["event_nouns"]:
        return Referent(text, "event", 0.75)
    if not name.kind:
        return Referent(text, kind or "product", 0.8)
    if kind == "project" and name.kind == "organization":
        return Referent(text, "organization", 0.6)
    return None


_ORDINAL = lazy.compile(r"\d{1,3}(?:st|nd|rd|th)$|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]+th$")


def numbered(phrase: Phrase, name: str) -> str:
    """ "The 12th Orlane Jazz Festival": an edition is an event of its own, and goes by its number."""
    number = next((a.lower for a in phrase.atoms[:-1] if _ORDINAL.match(a.lower)), "")
    return f"{number} {name}" if number else name


def edition(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """ "The 58th edition": of the festival that is named behind it, or that the document is about."""
    if phrase.head.lower != "edition" or numbered(phrase, "") == "":
        return None
    whole = next((p.head.name for p in phrase.attached if p.prep == "of" and p.head.name is not None), None)
    scene = sentence.scene
    events = [name for name in reversed(scene.things) if scene.kinds.get(name) == "event"]
    named = [whole.full or whole.text] if whole is not None else [*events[:1], scene.main]
    happens = (name for name in named if name and not noun_lists()["event_nouns"].isdisjoint(name.casefold().split()))
    name = next(happens, "")
    bare = " ".join(word for word in name.split() if not _ORDINAL.match(word.casefold()))
    return Referent(numbered(phrase, bare), "event", 0.75) if bare else None


def part_of_named(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """ "the Palm Line extension"."""
    names = _names(phrase, (*KINDS, "organization"))
    if not names or phrase.head.lower not in PARTS:
        return None
    return note(sentence, Referent(f"{names[-1].full or names[-1].text} {phrase.head.lower}", "project", 0.9))


def modified(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """ "the Salitre One factory", "its Pulse ring"."""
    names = _names(phrase, KINDS)
    if names and phrase.head.tag == "NOUN" and _by_its_noun(sentence, names[-1], phrase):
        return note(sentence, Referent(f"{names[-1].text} {phrase.head.lower}", "project", 0.7))
    if names and names[-1].kind == "event" and phrase.head.lower in _CEREMONIES:
        return note(sentence, Referent(f"{names[-1].text} {phrase.head.lower}", "event", 0.8))
    if names and phrase.head.tag == "NOUN":
        return Referent(names[-1].full or names[-1].text, names[-1].kind, 0.9)
    bodies = [n for n in _names(phrase, ("organization",)) if " " in n.text]
    if bodies and phrase.head.lower in noun_lists()["project_nouns"] and phrase.det == "the":
        return note(sentence, Referent(f"{bodies[-1].full or bodies[-1].text} {phrase.head.lower}", "project", 0.65))
    names = _names(phrase, ("",))
    described = phrase.head.lower in noun_lists()["organization_descriptors"]
    if kind == "product" and names and phrase.poss in ("its", "their", "our") and not described:
        return Referent(names[-1].full or names[-1].text, "product", 0.7)
    for one in KINDS:
        if names and phrase.head.lower in noun_lists()[f"{one}_nouns"]:
            return Referent(names[-1].full or names[-1].text, one, 0.75)
    return None


_CEREMONIES = frozenset("dinner lunch luncheon ceremony gala reception supper lecture ball breakfast banquet".split())


def _by_its_noun(sentence: Sentence, name: Name, phrase: Phrase) -> bool:
    """ "The Saltaire footbridge" is not Saltaire: one word that goes with no other name and is always said so."""
    head = phrase.head.lower
    alone = sentence.scene.works.get(name.full or name.text, set())
    return name.kind == "project" and " " not in name.text and head in noun_lists()["project_nouns"] and alone <= {head}


def _names(phrase: Phrase, kinds: tuple[str, ...]) -> list[Name]:
    return [a.name for a in phrase.atoms[:-1] if a.tag == "NAME" and a.name is not None and a.name.kind in kinds]
