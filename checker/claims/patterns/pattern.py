"""A compiled pattern, and what its slots take."""

from __future__ import annotations

from msgspec import Struct

from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase


class Item(Struct, frozen=True):
    """One complement: a slot or a fixed head, by preposition ("" for an object), maybe optional."""

    slot: str
    prepositions: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    optional: bool = False
    by: tuple[str, ...] = ()  # the prepositions before a fixed head: "in post"


class Pattern(Struct, frozen=True):
    """A compiled pattern."""

    text: str
    subject: str  # slot, or "" for any
    lemmas: tuple[str, ...]
    items: tuple[Item, ...]
    needs_subject: bool = True
    wanted: frozenset[str] = frozenset()  # one of these has to be said: the first fixed head that is not optional
    takes: bool = True  # whether there is a place for an object
    actor: str = ""  # the type that who does it has to have


class Binding(Struct):
    """What a slot took: the phrase, and the atom that gives the value where the type is one of amounts and dates."""

    phrase: Phrase
    atom: Atom | None = None


Fits = dict[tuple[int, str], Binding | None]  # (identity of a phrase, type) -> how it fills a slot of that type
