"""Amounts that a verb alone gives a meaning: "turned over €88m", "grossed ₦18bn", "took £180,000 in its first year"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.properties.measure import Anchor, Property
from checker.claims.properties.nouns import amount_in
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause

_TAKING = frozenset(("take", "make", "earn"))
_OUT_OF = frozenset(("from", "out of", "off", "in exchange", "against"))
_LENDERS = frozenset("investor investors bank banks lender lenders backers donors fund funds reserves".split())


def by_verb(sentence: Sentence, phrase: Phrase, prop: Property) -> Iterator[Anchor]:
    """The amount in ``phrase``, where it is the object of one of the property's verbs."""
    if prop.value != "money" or not prop.verbs or phrase.prep or (atom := amount_in(phrase, prop)) is None:
        return
    if phrase.head is not atom:
        return
    for clause in sentence.clauses:
        if not clause.objects or clause.objects[0] is not phrase or clause.verb.passive or clause.subject is None:
            continue
        if (clause.lemma in prop.verbs and not _lent(clause)) or (
            clause.lemma in _TAKING and _in_year(sentence, clause)
        ):
            yield Anchor(atom, phrase, clause)


def _lent(clause: Clause) -> bool:
    """ "took in $31m from investors": money that is no income."""
    rounds = any(p.of("ROUND") or p.head.lower in ("round", "issue", "ipo", "flotation") for p in clause.phrases)
    return rounds or any(p.prep.split(" ")[-1] == "from" and p.head.lower in _LENDERS for p in clause.phrases)


def _in_year(sentence: Sentence, clause: Clause) -> bool:
    """ "took £180,000 in its first year of trading": a business takes so much within a time."""
    if any(p.prep in _OUT_OF for p in clause.phrases) or sentence.resolve_strictly(clause.subject) is None:
        return False
    if clause.lemma == "take" and any(_a_period(p) for p in clause.dates):
        return True
    return any(p.head.lower in ("year", "season", "quarter", "weekend", "trading", "takings") for p in clause.phrases)


def _a_period(phrase: Phrase) -> bool:
    """ "took £412,000 in 2023", "took £8m in the year to June": a year or a season, and no day."""
    value = phrase.head.mention.value if phrase.head.tag == "DATE" and phrase.head.mention is not None else None
    edtf = value.edtf or "" if value is not None else ""
    return phrase.prep in ("in", "for", "during", "over") and (len(edtf) == 4 or "/" in edtf)
