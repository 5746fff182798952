"""What one pays to get in or to have: "Tickets to Salt Roads cost £14", "Entry is US$18", "a day pass at €20"."""

from __future__ import annotations

from checker.claims.atoms import Atom
from checker.claims.chunks import Mark, Phrase
from checker.claims.clauses import Clause
from checker.claims.draft import Draft
from checker.claims.scene import Referent
from checker.claims.sentence import Sentence
from checker.claims.things import thing

_PASSES = frozenset(
    (
        "ticket tickets admission entry entrance pass passes subscription subscriptions registration licence license "
        "membership fee fees places seats"
    ).split()
)
_COSTS = frozenset("be cost remain stay continue start stand sell go come".split())


def read(sentence: Sentence) -> list[Draft]:
    """The first price of each ticket that a clause names."""
    labelled = [draft for phrase in sentence.phrases() for draft in _labelled(sentence, phrase)]
    return [*labelled, *(draft for clause in sentence.clauses for draft in _priced(sentence, clause))]


def _labelled(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "Tickets: €65"."""
    after = sentence.chunks[phrase.start + 1 : phrase.start + 3]
    if (
        phrase.head.lower not in _PASSES
        or sentence.clauses
        or len(after) < 2
        or not (isinstance(after[0], Mark) and after[0].tag in ("COLON", "DASH"))
        or not isinstance(after[1], Phrase)
    ):
        return []
    money = next((a for a in after[1].atoms if a.tag == "MONEY"), None)
    what = _what(sentence, phrase)
    if money is None or money.mention is None or money.mention.value is None or what is None or what.kind != "event":
        return []
    value = money.mention.value
    return [
        sentence.draft(money.first, money.last, what.name, "event", "price", value, "asserted", "ticket", what.sure)
    ]


def _priced(sentence: Sentence, clause: Clause) -> list[Draft]:
    subject = clause.subject
    if clause.lemma not in _COSTS or subject is None or subject.head.lower not in _PASSES or clause.relative:
        return []
    money = _money(clause)
    how = sentence.modality(clause)
    what = _what(sentence, subject)
    if money is None or money.mention is None or money.mention.value is None or how is None or what is None:
        return []
    return [
        sentence.draft(
            money.first, money.last, what.name, what.kind, "price", money.mention.value, how, "ticket", what.sure
        )
    ]


def _money(clause: Clause) -> Atom | None:
    behind = [*clause.objects, *(p for p in clause.phrases if p.prep in ("at", "from", "for", "to"))]
    return next((a for p in behind for a in p.atoms if a.tag == "MONEY"), None)


def _what(sentence: Sentence, subject: Phrase) -> Referent | None:
    """What the ticket is for; a licence without an owner goes by its own words."""
    found = thing(sentence, subject)
    if found is not None:
        return found
    recent = [name for name in sentence.scene.things if sentence.scene.kinds.get(name) == "event"]
    if subject.head.lower in ("licence", "license", "subscription", "membership", "fee") or not recent:
        return Referent(sentence.passage.text(subject.atoms[0].first, subject.head.last), "product", 0.6)
    return Referent(recent[-1], "event", 0.65)
