"""Whether a phrase can fill a slot of a type."""

from __future__ import annotations

from checker.claims.patterns.dates import dated, is_span
from checker.claims.patterns.kinds import can_be_organization, can_be_person, can_be_thing
from checker.claims.patterns.pattern import Binding, Fits
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.groups import kind_of
from checker.claims.things import own
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
        return _amount(phrase, kind)
    if kind in ("text", "any"):
        return Binding(phrase)
    if kind == "person":
        return Binding(phrase) if can_be_person(phrase, words) else None
    if kind == "organization":
        return Binding(phrase) if can_be_organization(phrase, words) else None
    if kind == "version":
        return Binding(phrase) if any(char.isdigit() for atom in phrase.atoms for char in atom.lower) else None
    return Binding(phrase, phrase.head) if _can_head(phrase, kind, words) else None


def _can_head(phrase: Phrase, kind: str, words: Vocabulary) -> bool:
    """Whether the head of ``phrase`` can be a place, a team, a thing or of a pack's own type."""
    head = phrase.head
    if kind == "place":
        return head.tag == "NAME" and head.name is not None and head.name.kind in ("place", "", "organization")
    if kind == "team":
        named = head.tag == "NAME" and head.lower.split()[-1] in TEAM_NOUNS
        return named or (head.lower in TEAM_NOUNS and any(a.tag in ("NOUN", "NAME", "ADJ") for a in phrase.atoms[:-1]))
    if kind in ("product", "project", "event", "thing"):
        return can_be_thing(phrase, words)
    return own.is_own(kind) and own.can_be(phrase)


TEAM_NOUNS = frozenset("team division unit department group lab laboratory desk squad section directorate".split())


def _amount(phrase: Phrase, kind: str) -> Binding | None:
    """The last amount, date or title of a kind in the phrase that says it."""
    phrase, tag, day = _holding(phrase, kind), MENTIONS[kind], kind in ("date", "span")
    atom = next((a for a in reversed(phrase.atoms) if a.tag == tag and (not day or dated(a))), None)
    if atom is None or (kind == "span" and not is_span(atom)):
        return None
    return Binding(phrase, atom)


def _holding(phrase: Phrase, kind: str) -> Phrase:
    """The phrase that has the amount: "one of three *vice presidents*", "his retirement *in 2014*"."""
    head = phrase.head.lower
    if kind == "title" and head == "one":
        governing: tuple[str, ...] = ("of",)
    elif kind in ("date", "span") and head in ("retirement", "departure", "resignation", "death", "arrival"):
        governing = ("in", "on")
    elif kind == "money" and head in _SUMS:
        governing = ("of",)  # "for a consideration of £6m"
    else:
        return phrase
    return next((p for p in phrase.attached if p.prep in governing), phrase)


_SUMS = frozenset("consideration sum price total fee amount cost payment outlay".split())


def can_be(phrase: Phrase, kind: str, words: Vocabulary) -> bool:
    """Whether a phrase can stand in a slot of that type."""
    return _bind(phrase, kind, words) is not None


def is_title(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether the phrase's head is a title."""
    return kind_of(phrase, words) == "title"
