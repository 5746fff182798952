"""Works with their particulars in parentheses: "*Small Weather* (Quillfeather, 2020, £16.99)"."""

from __future__ import annotations

from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Chunk, Phrase, VerbGroup
from checker.claims.things import thing


def read(sentence: Sentence) -> list[Draft]:
    """The year of release and the price that stand behind a work's name."""
    return [draft for phrase in sentence.phrases() if phrase.parens for draft in _imprint(sentence, phrase)]


def _imprint(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    inner = phrase.parens[0]
    name = phrase.head.name
    if name is None or name.kind not in ("product", "") or any(isinstance(item, VerbGroup) for item in inner):
        return []
    publisher, money, date = _particulars(inner)
    publisher = publisher or (name.kind == "product" and len(inner) == 1 and date is not None)
    work = thing(sentence, phrase, "product") if money is not None or (publisher and date is not None) else None
    if work is None or not (publisher or (money is not None and date is not None)):
        return []
    found = ((money, "price"), (date, "released_on"))
    return [
        sentence.draft(
            atom.first, atom.last, work.name, "product", attribute, atom.mention.value, "asserted", "imprint", work.sure
        )
        for atom, attribute in found
        if atom is not None and atom.mention is not None and atom.mention.value is not None
    ]


def _particulars(inner: list[Chunk]) -> tuple[bool, Atom | None, Atom | None]:
    """(whether a publisher is named, the price, the year)."""
    atoms = [a for item in inner if isinstance(item, Phrase) and not item.prep for a in item.atoms]
    publisher = any(a.name is not None and a.name.kind in ("organization", "") for a in atoms)
    money = [a for a in atoms if a.tag == "MONEY"]
    dates = [a for a in atoms if a.tag == "DATE"]
    return publisher, money[0] if len(money) == 1 else None, dates[0] if len(dates) == 1 else None
