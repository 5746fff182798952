"""One unit of a sentence, and the tags that it can have."""

from __future__ import annotations

from msgspec import Struct

from checker.passages import Mention, Name

OPENING = frozenset('"“«„')


CLOSING = frozenset('"”»')


IMPLIED = "∅"  # the pronoun that nobody wrote: the subject of a fragment


NOMINAL = frozenset(("NAME", "TITLE", "NOUN", "ADJ", "QTY", "MONEY", "PCT", "ROUND"))


class Atom(Struct, gc=False, eq=False):
    """One unit of a sentence. ``tag``: NAME TITLE DATE MONEY QTY PCT ROUND, DET POSS PRON REL CONJ SUB PREP MODAL
    NEG VERB ADV ADJ NOUN HON, APOS (possessive 's), COMMA STOP COLON DASH OPEN CLOSE QUOTE MARK."""

    tag: str
    lower: str
    first: int
    last: int
    lemma: str = ""
    tenses: frozenset[str] = frozenset()
    mention: Mention | None = None
    name: Name | None = None

    def is_a(self, kind: str) -> bool:
        """Whether it is a name that is held to be of this kind."""
        return self.name is not None and self.name.kind == kind


def begins_noun(atom: Atom) -> bool:
    """Whether a noun phrase can go on with the atom."""
    return atom.tag in ("NOUN", "NAME", "ADJ", "TITLE", "ROUND") or (atom.tag == "VERB" and "past" not in atom.tenses)
