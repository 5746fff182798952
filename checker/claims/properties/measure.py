"""What the readers of figures share: an attribute with an amount for its value, and where an amount of it was found."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause
from checker.model import Modality

TAGS = {"money": "MONEY", "quantity": "QTY", "percent": "PCT", "measure": "QTY"}


class Property(Struct, frozen=True):
    """How an attribute with an amount for its value is read."""

    attribute: str
    subject: str  # type of subject
    value: str  # money, quantity, percent
    nouns: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()  # count nouns: "employees"
    weak_units: frozenset[str] = frozenset()  # count nouns that need the verb: "people"
    narrow_units: frozenset[str] = frozenset()  # count nouns that name a part of the whole: "engineers"
    verbs: frozenset[str] = frozenset()  # "employ": subject verb amount
    scope: bool = False
    period: bool = False
    dated: bool = False  # takes as_of

    @property
    def ends(self) -> frozenset[str]:
        """The last words of its nouns, one of which has to be said for a noun to be."""
        return _ends(self.nouns)

    @property
    def words(self) -> frozenset[str]:
        """Every noun and unit of the property."""
        return self.nouns | self.units | self.weak_units | self.narrow_units


@cache
def _ends(nouns: frozenset[str]) -> frozenset[str]:
    split = [noun.split() for noun in nouns]
    return frozenset(" ".join(words[k:]) for words in split for k in range(len(words)))


class Anchor(Struct):
    """An amount of a property, and what it hangs on."""

    atom: Atom
    phrase: Phrase  # of the noun or unit
    clause: Clause | None
    scope: str = ""
    amount: Phrase | None = None  # the phrase of the amount, where that is another
    holder: Phrase | None = None  # whose it is, where the construction says so
    how: Modality | None = None  # where the words beside it say so ("expected sales of")
    given: bool = False  # taken for granted, whatever the verb says: "its 940 employees will …"


def singular(word: str) -> str:
    """A count noun in the singular, near enough."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def scope_words(sentence: Sentence, atoms: list[Atom]) -> str:
    """Words that narrow a count: "research", "full-time" does not."""
    kept = [atom for atom in atoms if atom.tag in ("NOUN", "ADJ", "TITLE") and atom.lower not in _WHOLE]
    return sentence.passage.text(kept[0].first, kept[-1].last) if kept else ""


_WHOLE = frozenset(
    (
        "total full-time fulltime overall current annual estimated combined own average more other permanent "
        "paid global worldwide strong new first record net gross pre-money post-money post pre operating group "
        "consolidated full whole entire reported adjusted total"
    ).split()
)
