"""Whether the sentence says that somebody has the count."""

from __future__ import annotations

from checker.claims.properties.measure import Anchor, Property
from checker.claims.properties.units.clauses import in_clause
from checker.claims.properties.units.count import Count, are_many
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Mark, Phrase, VerbGroup

_BARRED = frozenset("be found start test trial set_up".split())


_WITH_OTHERS = frozenset(
    (
        "work meet talk speak deal agree share settle negotiate consult partner collaborate compete sign interview "
        "conduct discuss"
    ).split()
)


def is_had(sentence: Sentence, prop: Property, count: Count, whole: Phrase, anchor: Anchor) -> bool:
    """Whether the sentence says that somebody has the count; notes in the anchor who, where the grammar says it."""
    clause = anchor.clause
    if count.atom.lemma:
        anchor.holder = None if count.bare or whole.owner is not None or whole.poss else whole
        anchor.given = True
        return True
    if clause is not None and in_clause(sentence, prop, count, whole, clause, anchor):
        return True
    if count.bare and whole is count.phrase:
        return False
    if whole.owner is not None or whole.poss in ("its", "our") or (whole.poss == "their" and not count.weak):
        anchor.given = True
        return True
    if (about := _bracketed(sentence, whole)) is not None:
        anchor.holder, anchor.clause = about, None
        return True
    if whole.prep == "with" and not (clause is not None and clause.lemma in _WITH_OTHERS):
        return not count.weak or (prop.attribute == "headcount" and (clause is None or clause.lemma not in _BARRED))
    if not count.weak and any(
        a.prep in ("at", "of") and sentence.resolve(a, "organization") is not None for a in whole.attached
    ):
        return clause is None or clause.lemma in ("be", "have", "work")
    return _alone(sentence, count) or _the_staff(sentence, prop, count, whole)


def _the_staff(sentence: Sentence, prop: Property, count: Count, whole: Phrase) -> bool:
    """ "Some of the 210 staff say": as many as there are, where nothing narrows them."""
    if prop.attribute != "headcount" or whole.det != "the" or count.weak or count.bare or count.scope:
        return False
    after = sentence.chunks[whole.start + 1] if whole.start + 1 < len(sentence.chunks) else None
    narrows = (isinstance(after, Mark) and after.tag == "REL") or (
        isinstance(after, VerbGroup) and after.form in ("participle", "ing")
    )
    return whole.prep in ("of", "among", "for", "to", "all") and not narrows and not whole.attached and are_many(count)


def _bracketed(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """The name in whose brackets the phrase stands: "Acme (310 employees)"."""
    for item in sentence.chunks:
        if isinstance(item, Phrase) and item.head.tag == "NAME" and any(phrase in inner for inner in item.parens):
            return item
    return None


def _alone(sentence: Sentence, count: Count) -> bool:
    """ "310 employees" and no more: a line of a list or a card."""
    block = sentence.passage.block
    return (
        block.kind == "item"
        and not count.bare
        and not any(isinstance(item, VerbGroup) for item in sentence.chunks)
        and count.phrase.start == 0
        and not count.phrase.prep
        and (not count.weak or len(sentence.atoms) == 2)
    )
