"""Products, projects and events: which one a phrase means."""

from __future__ import annotations

from checker.claims.chunks import Phrase
from checker.claims.scene import Referent
from checker.claims.sentence import Sentence


def thing(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """The named thing in ``phrase`` or beside it, or, for "the plant", the last thing named of that description."""
    scene, lists = sentence.scene, sentence.scene.words.words
    head = phrase.head
    if head.tag == "PRON":
        return Referent(scene.matter, "project", 0.65) if scene.matter and head.lower == "it" else None
    version = _version(phrase, sentence)
    if version is not None:
        return version
    if (
        head.tag == "NAME"
        and head.name is not None
        and head.name.kind != "person"
        and any(p.head.tag == "NOUN" and p.head.lower in lists["project_nouns"] for p in phrase.appositions)
    ):
        return Referent(head.name.full or head.name.text, "project", 0.85)
    for member in [phrase, *phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
        head = member.head
        if (
            head.tag == "NAME"
            and head.name is not None
            and head.name.kind == "organization"
            and head.lower.split()[-1] in lists["project_nouns"]
        ):
            return Referent(head.name.full or head.name.text, "project", 0.75)
        if head.tag == "NAME" and head.name is not None and head.name.kind in ("product", "project", "event", ""):
            return Referent(
                head.name.full or head.name.text, head.name.kind or "product", 1.0 if head.name.kind else 0.8
            )
    head = phrase.head
    if head.lower in ("ticket", "tickets", "admission", "entry", "subscription", "copies", "membership"):
        about = next((p for p in phrase.attached if p.prep in ("to", "for", "of")), None)
        return thing(sentence, about) if about is not None else None
    composed = _composed(phrase, sentence)
    if composed is not None:
        scene.mention(composed.name, composed.kind)
        return composed
    names = [
        a
        for a in phrase.atoms[:-1]
        if a.tag == "NAME" and a.name is not None and a.name.kind in ("product", "project", "event")
    ]
    if (
        names
        and names[-1].name is not None
        and head.lower in ("extension", "wing", "phase", "spur", "expansion", "annex", "annexe", "branch")
    ):
        joined = Referent(f"{names[-1].name.full or names[-1].name.text} {head.lower}", "project", 0.9)
        scene.mention(joined.name, "project")
        return joined
    if names and names[-1].name is not None and head.tag == "NOUN":
        return Referent(names[-1].name.full or names[-1].name.text, names[-1].name.kind, 0.9)
    if (
        head.tag == "NOUN"
        and phrase.det in ("the", "this")
        and (
            head.lower in lists["project_nouns"]
            or head.lower in lists["product_nouns"]
            or head.lower in lists["event_nouns"]
        )
    ):
        for name in reversed(scene.things):
            if name.casefold().split()[-1] == head.lower:
                return Referent(name, "project", 0.75)
            known = sentence.scene.page.names.get(name.casefold())
            if known is not None and known.kind in ("product", "project", "event"):
                return Referent(name, known.kind, 0.7)
    if (head.tag == "NOUN" and head.lower in lists["event_nouns"] and phrase.det in ("the", "this", "")) or (
        head.lower in ("meeting", "conference", "ceremony", "gala") and phrase.det == "a"
    ):
        kept = [a for a in phrase.atoms if a.lower not in ("next", "last", "first", "second")]
        return (
            Referent(sentence.passage.text(kept[0].first, kept[-1].last), "event", 0.7)
            if kept and len(kept) > 1
            else None
        )
    return None


def _composed(phrase: Phrase, sentence: Sentence) -> Referent | None:
    """An unnamed thing by its place: "the plant at Kilbracken", "its Kilbracken plant"."""
    head, lists = phrase.head, sentence.scene.words.words
    if head.tag != "NOUN" or head.lower not in lists["project_nouns"]:
        return None
    for attached in phrase.attached:
        if (
            attached.prep == "of"
            and attached.head.name is not None
            and attached.head.name.kind in ("organization", "place")
        ):
            return Referent(f"{attached.head.name.text} {head.lower}", "project", 0.8)
        if (
            attached.prep in ("in", "at", "near")
            and attached.head.name is not None
            and attached.head.name.kind in ("place", "")
        ):
            return Referent(f"{attached.head.name.text} {head.lower}", "project", 0.85)
    before = [a for a in phrase.atoms[:-1] if a.tag == "NAME" and a.name is not None and a.name.kind in ("place", "")]
    if before and before[-1].name is not None:
        return Referent(f"{before[-1].name.text} {head.lower}", "project", 0.85)
    return None


def _version(phrase: Phrase, sentence: Sentence) -> Referent | None:
    """ "Version 2.0", "the 2.0 release": of the product named last."""
    numbers = [a for a in phrase.atoms if a.tag == "QTY" and "." in a.lower]
    if not numbers or not any(a.lower in ("version", "release", "edition") for a in phrase.atoms):
        return None
    names = sentence.scene.page.names
    base = next(
        (
            n
            for n in reversed(sentence.scene.things)
            if (known := names.get(n.casefold())) is not None and known.kind == "product"
        ),
        "",
    )
    stem = " ".join(word for word in base.split() if not word[0].isdigit())
    return Referent(f"{stem} {numbers[0].lower}", "product", 0.75) if stem else None
