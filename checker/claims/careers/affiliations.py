"""Whose somebody is or was, said without a title: "formerly of X", "an ex-Ferrari man", "Elke Stein of Y"."""

from __future__ import annotations

from checker.claims.discourse.scene import named
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Mark, Phrase

FORMER = frozenset(
    "former ex then once previous late erstwhile onetime one-time sometime retired ousted departed".split()
)


def are_said(sentence: Sentence) -> bool:
    """Whether the sentence holds a word that says whose somebody is or was; "of" does as well, behind a name."""
    return not (_ONCE.isdisjoint(sentence.words) and _ALUMNI.isdisjoint(sentence.words))


def read(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """The employers that the words about a person give."""
    drafts = [] if _ONCE.isdisjoint(sentence.words) else _formerly(sentence, phrase)
    if not _ALUMNI.isdisjoint(sentence.words):
        drafts += _alumnus(sentence, phrase)
    return drafts + _of_body(sentence, phrase) if phrase.attached else drafts


def _formerly(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "A, formerly of the Bank of Wexford": a past employer without a title."""
    chunks, i = sentence.chunks, phrase.start
    if i + 3 >= len(chunks) or chunks[i] is not phrase or phrase.head.name is None or phrase.head.name.kind != "person":
        return []
    mark, adverb, place = chunks[i + 1 : i + 4]
    if not (isinstance(mark, Mark) and mark.tag == "COMMA" and isinstance(adverb, Mark) and adverb.lower in _ONCE):
        return []
    if not isinstance(place, Phrase) or place.prep not in ("of", "at", "with"):
        return []
    person = sentence.resolve(phrase, "person")
    if person is None:
        return []
    return [
        sentence.employed(
            body.atoms[0].first,
            body.atoms[-1].last,
            person.name,
            organization.name,
            "formerly of",
            organization.sure,
            status="former",
        )
        for body in place.heads()
        if (organization := sentence.resolve(body, "organization")) is not None
    ]


_ONCE = frozenset(("formerly", "previously", "late", "lately", "ex", "once"))


def _alumnus(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "A, an ex-Ferrari man", "the Google veteran A": a past employer in an apposition or before the name."""
    at = next((k for k, atom in enumerate(phrase.atoms) if atom.lower in _ALUMNI), None)
    if at is None or at == 0 or any(atom.tag == "TITLE" for atom in phrase.atoms):
        return []
    before = phrase.atoms[at - 1]
    text = sentence.passage.text(before.first, before.last)
    ex = text[:3].casefold() == "ex-" and text[3:4].isupper()
    former = ex or phrase.atoms[at].lower in _VETERANS or bool({a.lower for a in phrase.atoms[:at]} & FORMER)
    if not former or not (ex or (before.is_a("organization"))):
        return []
    beside = [phrase, *phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]
    whom = next((p for p in beside if p.head.tag == "NAME" and named(p.head, "person") and p.head is not before), None)
    person = sentence.resolve(whom, "person") if whom is not None else None
    if person is None:
        return []
    name = text[3:] if ex else (before.name.full or text if before.name is not None else text)
    sure = person.sure * 0.9
    return [sentence.employed(before.first, before.last, person.name, name, "alumnus", sure, status="former")]


_VETERANS = frozenset("veteran alumnus alumna alum".split())
_ALUMNI = _VETERANS | frozenset("man woman employee staffer hand insider lifer colleague worker".split())


def _of_body(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "Says Elke Stein of Verbraucherwacht": whose somebody is."""
    name = phrase.head.name
    behind = phrase.attached[0] if phrase.attached else None
    if behind is None or behind.prep != "of" or name is None or name.kind != "person" or phrase.head.tag != "NAME":
        return []
    body = behind.head.name
    if body is None or body.kind != "organization" or len(name.text.split()) < 2 or phrase.of("TITLE"):
        return []
    person, where = sentence.resolve(phrase, "person"), sentence.resolve(behind, "organization")
    if person is None or where is None:
        return []
    head = behind.head
    return [sentence.employed(head.first, head.last, person.name, where.name, "of a body", 0.8, status="current")]
