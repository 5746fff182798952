"""A verb with its subject, its objects and what stands in prepositional phrases."""

from __future__ import annotations

from msgspec import Struct, field

from checker.claims.syntax.chunks import Phrase, VerbGroup


class Clause(Struct, eq=False):
    """One verb and what belongs to it. ``subjunct`` is the word that opens it ("if", "after"); ``quoted`` its
    quotation."""

    verb: VerbGroup
    subject: Phrase | None
    objects: list[Phrase] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)  # governed by prepositions, in order, leading ones too
    dates: list[Phrase] = field(default_factory=list)  # those and bare ones ("yesterday") that hold a date
    subjunct: str = ""
    relative: bool = False
    quoted: int = 0  # 0: outside; n: in the n-th quotation of the sentence
    parent: Clause | None = None
    antecedent: Phrase | None = None  # what a relative pronoun before the subject stands for
    bare: Phrase | None = None  # what a relative clause without a pronoun is about: "the imprint she founded"
    where: Phrase | None = None  # what "where" stands for
    ceased: str = ""  # "no longer", "any longer"
    others: list[Phrase] = field(default_factory=list)  # what else a relative pronoun may stand for, nearest first
    first: int = 0
    last: int = 0
    lemma: str = ""  # the verb's: a field, because everything asks for it

    def __post_init__(self) -> None:
        self.lemma = self.verb.lemma
