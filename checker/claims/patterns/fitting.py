"""Whether a phrase can fill a slot of a type."""

from __future__ import annotations

from checker.claims import own
from checker.claims.chunks import Phrase
from checker.claims.groups import kind_of
from checker.claims.patterns.dates import dated, is_span
from checker.claims.patterns.kinds import can_be_organization, can_be_person, can_be_thing
from checker.claims.patterns.pattern import Binding, Fits
from checker.packs.vocabulary import Vocabulary

MENTIONS = {
    "money": "MONEY",
    "date": "DATE",
    "quantity": "QTY",
    "percent": "PCT",
    "measure": "QTY",
    "round": "ROUND",
    "title": "TITLE",
    "span": "DATE",
}


def fit(phrase: Phrase, kind: str, words: Vocabulary, fits: Fits) -> Binding | None:
    """As ``_bind``, asked once for a phrase and a type."""
    key = id(phrase), kind
    if key not in fits:
        fits[key] = _bind(phrase, kind, words)
    return fits[key]


def _bind(phrase: Phrase, kind: str, words: Vocabulary) -> Binding | None:
    """Whether ``phrase`` can fill a slot of ``kind``."""
    if kind in MENTIONS:
        if kind == "title" and phrase.head.lower == "one":
            phrase = next((p for p in phrase.attached if p.prep == "of"), phrase)  # "one of three vice presidents"
        if kind in ("date", "span") and phrase.head.lower in (
            "retirement",
            "departure",
            "resignation",
            "death",
            "arrival",
        ):
            phrase = next((p for p in phrase.attached if p.prep in ("in", "on")), phrase)
        if kind == "money" and phrase.head.lower in _SUMS:
            phrase = next((p for p in phrase.attached if p.prep == "of"), phrase)
        atom = next(
            (
                a
                for a in reversed(phrase.atoms)
                if a.tag == MENTIONS[kind] and (kind not in ("date", "span") or dated(a))
            ),
            None,
        )
        if kind == "span" and atom is not None and not is_span(atom):
            return None
        return Binding(phrase, atom) if atom is not None else None
    head = phrase.head
    if kind == "version":
        return Binding(phrase) if any(char.isdigit() for atom in phrase.atoms for char in atom.lower) else None
    if kind == "person":
        return Binding(phrase) if can_be_person(phrase, words) else None
    if kind == "organization":
        return Binding(phrase) if can_be_organization(phrase, words) else None
    if kind == "place":
        return (
            Binding(phrase, head)
            if head.tag == "NAME" and head.name is not None and head.name.kind in ("place", "", "organization")
            else None
        )
    if kind == "team":
        return (
            Binding(phrase, head)
            if (head.lower in TEAM_NOUNS and any(a.tag in ("NOUN", "NAME", "ADJ") for a in phrase.atoms[:-1]))
            or (head.tag == "NAME" and head.lower.split()[-1] in TEAM_NOUNS)
            else None
        )
    if kind in ("text", "any"):
        return Binding(phrase)
    if kind in ("product", "project", "event", "thing"):
        return Binding(phrase, head) if can_be_thing(phrase, words) else None
    return Binding(phrase, head) if own.is_own(kind) and own.can_be(phrase) else None


_SUMS = frozenset(
    "consideration sum price total fee amount cost payment outlay".split()
)  # "for a consideration of £6m"


TEAM_NOUNS = frozenset("team division unit department group lab laboratory desk squad section directorate".split())


def can_be(phrase: Phrase, kind: str, words: Vocabulary) -> bool:
    """Whether a phrase can stand in a slot of that type."""
    return _bind(phrase, kind, words) is not None


def is_title(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether the phrase's head is a title."""
    return kind_of(phrase, words) == "title"
