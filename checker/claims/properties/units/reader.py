"""Amounts with the unit that a property counts: "employs 310 people"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.properties.measure import Anchor, Property, singular
from checker.claims.properties.nouns import governor
from checker.claims.properties.units.count import Count
from checker.claims.properties.units.counted import count_in
from checker.claims.properties.units.had import is_had
from checker.claims.properties.units.words import COLLECTIVE, WORKING
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Mark, Phrase, VerbGroup

_INCREMENT = frozenset(
    (
        "more another additional extra further other fewer less striking laid-off redundant vacant unfilled former "
        "ex-employees new would-be potential prospective missing surplus temporary seasonal agency"
    ).split()
)


_BODIES = frozenset("board committee council jury panel band choir cabinet".split())


def by_unit(sentence: Sentence, phrase: Phrase, prop: Property) -> Iterator[Anchor]:
    """The count in ``phrase``, where somebody is said to have it."""
    count = count_in(sentence, phrase, prop)
    if count is None or _increment(sentence, phrase, count):
        return
    if prop.attribute == "users" and count.weak and count.atom.lower == "one":
        return  # "we had one bakery as a customer"
    whole = _whole(sentence, phrase)
    if count.weak and _narrowed(sentence, phrase):
        return
    clause = sentence.clause_of(whole)
    few = clause is not None and clause.subject is not None and clause.subject.head.lower in _BODIES
    if few and (count.weak or prop.attribute != "headcount"):
        return
    anchor = Anchor(count.atom, whole, clause, count.scope if prop.scope else "", phrase)
    if is_had(sentence, prop, count, whole, anchor):
        yield anchor


def _increment(sentence: Sentence, phrase: Phrase, count: Count) -> bool:
    """ "another 30 staff", "40 more jobs", "by 60 people": how many came or went."""
    words = {a.lower for a in phrase.atoms} | {phrase.det}
    first = phrase.atoms[0].first
    before = sentence.passage.tokens[first - 1].lower if first else ""
    return bool(words & _INCREMENT) or before in _INCREMENT or phrase.prep.split(" ")[-1] in ("by", "than", "per")


def _narrowed(sentence: Sentence, phrase: Phrase) -> bool:
    """ "seven people reporting to her", "300 people who marched": some of those there are."""
    i = phrase.start + 1
    behind = sentence.chunks[i] if i < len(sentence.chunks) and sentence.chunks[i - 1] is phrase else None
    if isinstance(behind, VerbGroup):
        bound = behind.form in ("ing", "participle") or bool(phrase.prep)
        return bound and behind.lemma not in WORKING | {"employ"}
    return isinstance(behind, Mark) and behind.tag == "REL" and not _at_work(sentence, i)


def _at_work(sentence: Sentence, i: int) -> bool:
    verb = sentence.chunks[i + 1] if i + 1 < len(sentence.chunks) else None
    return isinstance(verb, VerbGroup) and verb.lemma in WORKING | {"employ"}


def _whole(sentence: Sentence, phrase: Phrase) -> Phrase:
    """ "a network of 300 volunteers": what is had is the network."""
    holder = governor(sentence, phrase) if phrase.prep == "of" else None
    return holder if holder is not None and singular(holder.head.lower) in COLLECTIVE else phrase
