"""Products, projects and events: which one a phrase means.

A name says it, a place with a noun ("the plant at Kilbracken"), a noun that the document gave to one of them ("the
plant"), or the talk itself ("it").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.claims import called
from checker.claims.atoms import Atom
from checker.claims.chunks import Phrase
from checker.claims.scene import Referent
from checker.claims.sentence import Sentence
from checker.packs.vocabulary import Lists, vocabulary
from checker.passages import Name

KINDS = ("product", "project", "event")
PARTS = frozenset("extension wing phase spur expansion annex annexe branch section line stage".split())
PASSES = frozenset(
    (
        "ticket tickets admission entry subscription subscriptions copies copy membership entrance pass passes "
        "registration licence license fee fees"
    ).split()
)
_WORKS = frozenset(
    (
        "construction restoration renovation refurbishment conversion fit-out fitting-out rebuilding redevelopment "
        "building development works work"
    ).split()
)
_RECENT = 5  # sentences since a work was named in which it can still be what "the bill" is for
_ANY = frozenset("project scheme building development facility site work complex premises venue".split())
_EDITIONS = frozenset(("paperback", "hardback", "edition", "album", "version", "release", "launch"))


def thing(sentence: Sentence, phrase: Phrase, kind: str = "") -> Referent | None:
    """The product, project or event that ``phrase`` means; of ``kind``, where one is asked for."""
    found = _any(sentence, phrase, kind)
    return found if found is None or kind != "event" or _happens(found, phrase) else None


def _happens(found: Referent, phrase: Phrase) -> bool:
    """Whether it is something that takes place."""
    nouns = _lists()["event_nouns"]
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
    for read in (_version, _named, _of_work, _part, _modified, _owned, _composed, _described, _event, _unnamed):
        found = read(sentence, phrase, kind)
        if found is not None:
            return found
    return None


def _called(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """What is called so, though it is no name by itself: to be remembered by the name made of it."""
    for read in (called.numbered, called.possessed, called.placed, called.sold_as):
        if (found := read(sentence, phrase)) is not None:
            return _note(sentence, found)
    return None


@cache
def _lists() -> Lists:
    return vocabulary().words


def is_noun(word: str) -> bool:
    """Whether a noun is one of products, projects or events."""
    lists = _lists()
    return any(word in lists[f"{kind}_nouns"] for kind in KINDS)


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
        return _still(sentence) if phrase.head.lower == "it" and kind == "project" else None
    return Referent(matter, sentence.scene.matters or "project", 0.65)


def _still(sentence: Sentence) -> Referent | None:
    """ "Terminal 2 would open in 2021. Then soon. It opened in May 2023": the work that nothing came between."""
    scene = sentence.scene
    last = scene.things[-1] if scene.things and scene.unmentioned <= _RECENT and not scene.fresh else ""
    return Referent(last, "project", 0.6) if scene.kinds.get(last) == "project" else None


def current(sentence: Sentence) -> Referent | None:
    """The work that is being talked about, where a sentence names none: "The final cost was £3m"."""
    scene = sentence.scene
    if scene.matter and scene.matters in ("project", "product"):
        return Referent(scene.matter, scene.matters, 0.65)
    last = scene.things[-1] if scene.things and scene.unmentioned <= _RECENT else ""
    return Referent(last, "project", 0.6) if scene.kinds.get(last) == "project" else None


def _version(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
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


def _named(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    for member in [phrase, *phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
        name = member.head.name
        if member.head.tag == "NAME" and name is not None and (found := _of_name(name, phrase, kind)) is not None:
            return found
    return None


def _of_name(name: Name, phrase: Phrase, kind: str) -> Referent | None:
    """What a name is, by its kind, by its last word and by the noun beside it."""
    text, lists = name.full or name.text, _lists()
    if name.kind in KINDS:
        return Referent(text, name.kind)
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


def _of_work(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """What a ticket is for, and what was built: "its construction", "a ticket to Salt Roads"."""
    head = phrase.head.lower
    if head in PASSES:
        about = next((p for p in phrase.attached if p.prep in ("to", "for", "of")), None)
        if about is not None:
            return _any(sentence, about, kind) or _any(sentence, about, "event") or _admitting(about)
        named = _modified(sentence, phrase, kind)
        return named or (_matter(sentence, ("event", "project", "product")) if head not in ("copy", "copies") else None)
    if head not in _WORKS and head not in _EDITIONS:
        return None
    whole = next((p for p in phrase.attached if p.prep in ("of", "on")), None) or phrase.owner
    if whole is not None:
        return _any(sentence, whole, kind)
    return _matter(sentence, ("project",)) if phrase.poss == "its" and head in _WORKS else None


def _admitting(about: Phrase) -> Referent | None:
    """What tickets are for is an event, or a place to see, whatever its name looks like."""
    name = about.head.name
    if name is None or name.kind in ("person", "place"):
        return None
    return Referent(name.full or name.text, "event", 0.75)


def _matter(sentence: Sentence, kinds: tuple[str, ...]) -> Referent | None:
    scene = sentence.scene
    return Referent(scene.matter, scene.matters, 0.65) if scene.matter and scene.matters in kinds else None


def _composed(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """An unnamed work by its place: "the plant at Kilbracken", "its Kilbracken plant", "the wing of the museum"."""
    head = phrase.head
    if head.tag != "NOUN" or head.lower not in _lists()["project_nouns"]:
        return None
    for name, sure in _places(phrase):
        return _note(sentence, Referent(f"{name} {head.lower}", "project", sure))
    return None


def _places(phrase: Phrase) -> Iterator[tuple[str, float]]:
    for attached in phrase.attached:
        name = attached.head.name
        if name is not None and attached.prep == "of" and name.kind in ("organization", "place"):
            yield name.text, 0.8
        if name is not None and attached.prep in ("in", "at", "near") and name.kind in ("place", ""):
            yield name.text, 0.85
    before = [a for a in phrase.atoms[:-1] if a.tag == "NAME" and a.name is not None and a.name.kind in ("place", "")]
    if before and before[-1].name is not None:
        yield before[-1].name.text, 0.85


def _part(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """ "the Palm Line extension"."""
    names = _names(phrase, (*KINDS, "organization"))
    if not names or phrase.head.lower not in PARTS:
        return None
    return _note(sentence, Referent(f"{names[-1].full or names[-1].text} {phrase.head.lower}", "project", 0.9))


def _modified(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """ "the Salitre One factory", "its Pulse ring"."""
    names = _names(phrase, KINDS)
    if names and phrase.head.tag == "NOUN" and _by_its_noun(sentence, names[-1], phrase):
        return _note(sentence, Referent(f"{names[-1].text} {phrase.head.lower}", "project", 0.7))
    if names and names[-1].kind == "event" and phrase.head.lower in _CEREMONIES:
        return _note(sentence, Referent(f"{names[-1].text} {phrase.head.lower}", "event", 0.8))
    if names and phrase.head.tag == "NOUN":
        return Referent(names[-1].full or names[-1].text, names[-1].kind, 0.9)
    bodies = [n for n in _names(phrase, ("organization",)) if " " in n.text]
    if bodies and phrase.head.lower in _lists()["project_nouns"] and phrase.det == "the":
        return _note(sentence, Referent(f"{bodies[-1].full or bodies[-1].text} {phrase.head.lower}", "project", 0.65))
    names = _names(phrase, ("",))
    described = phrase.head.lower in _lists()["organization_descriptors"]
    if kind == "product" and names and phrase.poss in ("its", "their", "our") and not described:
        return Referent(names[-1].full or names[-1].text, "product", 0.7)
    for one in KINDS:
        if names and phrase.head.lower in _lists()[f"{one}_nouns"]:
            return Referent(names[-1].full or names[-1].text, one, 0.75)
    return None


_CEREMONIES = frozenset("dinner lunch luncheon ceremony gala reception supper lecture ball breakfast banquet".split())


def _by_its_noun(sentence: Sentence, name: Name, phrase: Phrase) -> bool:
    """ "The Saltaire footbridge" is not Saltaire: one word that goes with no other name and is always said so."""
    head = phrase.head.lower
    alone = sentence.scene.works.get(name.full or name.text, set())
    return name.kind == "project" and " " not in name.text and head in _lists()["project_nouns"] and alone <= {head}


def _owned(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """ "Natron Vale's plant": a work that goes by its owner."""
    owner = phrase.owner.head.name if phrase.owner is not None else None
    if owner is None or owner.kind != "organization" or phrase.head.lower not in _lists()["project_nouns"]:
        return None
    return _note(sentence, Referent(f"{owner.full or owner.text}'s {phrase.head.lower}", "project", 0.7))


def _unnamed(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """ "the tramway extension": a work without a name goes by its words."""
    head = phrase.head
    own = [a for a in phrase.atoms[:-1] if a.tag == "NOUN"]
    if kind != "project" or head.lower not in _lists()["project_nouns"] or not own or len(phrase.atoms) > 4:
        return None
    if not (phrase.det or phrase.poss) or any(a.tag not in ("NOUN", "ADJ", "MONEY") for a in phrase.atoms):
        return None
    return Referent(sentence.passage.text(own[0].first, head.last), "project", 0.6)


def _names(phrase: Phrase, kinds: tuple[str, ...]) -> list[Name]:
    return [a.name for a in phrase.atoms[:-1] if a.tag == "NAME" and a.name is not None and a.name.kind in kinds]


def _described(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
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
    if phrase.det == "the" and head.lower in _lists()["project_nouns"] and not _own_words(phrase):
        called = next((n for n in reversed(scene.organizations[-4:]) if head.lower in n.casefold().split()), None)
        if called is not None:
            return Referent(called, "organization", 0.65)
    if head.lower in _lists()["product_nouns"] and scene.matters == "product" and not _own_words(phrase):
        return _matter(sentence, ("product",))
    if not _own_words(phrase) and head.lower in _ANY:
        return _matter(sentence, ("project",)) or _built(sentence)
    return None


def _built(sentence: Sentence) -> Referent | None:
    """ "The building", of Terminal 3: what is talked of, if its name says that it was built."""
    said = sentence.scene.matter.casefold().split()
    return None if _lists()["project_nouns"].isdisjoint(said) else _matter(sentence, KINDS)


def _another(name: str, phrase: Phrase) -> bool:
    """ "The grown-up edition": one that is told from "the homecoming edition" by a word of its own."""
    told = name.casefold().split()
    return bool(told[:-1]) and any(a.lower not in told for a in _own_words(phrase) if a.tag == "ADJ")


def _own_words(phrase: Phrase) -> list[Atom]:
    """What tells this one from others: "the *second* plant"."""
    return [a for a in phrase.atoms[:-1] if a.lower not in ("new", "whole", "finished", "entire", "completed")]


def _event(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """An event without a name of its own goes by its words: "annual general meeting", "the 2024 dinner"."""
    head = phrase.head
    if head.tag not in ("NOUN", "ADJ") or head.lower not in _lists()["event_nouns"]:
        return None
    if phrase.det not in ("the", "this", "a", "") and not phrase.poss:
        return None
    kept = [a for a in phrase.atoms if a.lower not in ("next", "last", "first", "second") and a.tag != "DATE"]
    single = len(kept) < 2 and not head.lower.isupper() and head.lower not in ("agm", "egm")
    if (
        not kept
        or single
        or (phrase.det == "a" and head.lower not in ("meeting", "conference", "ceremony", "gala", "reading"))
    ):
        return None
    return Referent(sentence.passage.text(kept[0].first, kept[-1].last), "event", 0.7)


def _note(sentence: Sentence, found: Referent) -> Referent:
    sentence.scene.mention(found.name, found.kind)
    sentence.scene.kinds[found.name] = found.kind
    return found
