"""What one pays to get in or to have: "Tickets to Salt Roads cost £14", "Entry is US$18", "a day pass at €20"."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Mark, Phrase
from checker.claims.syntax.clauses import Clause
from checker.claims.things import thing

_PASSES = frozenset(
    (
        "ticket tickets admission entry entrance pass passes subscription subscriptions registration licence license "
        "membership fee fees places seats"
    ).split()
)
_UPKEEP = 10_000  # what runs up to this a year is a cost of running it, no price
_COSTS = frozenset("be cost remain stay continue start stand sell go come".split())


def read(sentence: Sentence) -> list[Draft]:
    """The first price of each ticket that a clause names."""
    if "MONEY" not in sentence.tags:
        return []
    labelled = [draft for phrase in sentence.phrases() for draft in _labelled(sentence, phrase)]
    labelled += [draft for phrase in sentence.phrases() for draft in _from(sentence, phrase)]
    priced = [draft for clause in sentence.clauses for draft in _priced(sentence, clause)]
    priced += [draft for clause in sentence.clauses for draft in _it_costs(sentence, clause)]
    return [*labelled, *priced, *(draft for clause in sentence.clauses for draft in _by_time(sentence, clause))]


def _it_costs(sentence: Sentence, clause: Clause) -> list[Draft]:
    """ "Are you going to the dinner? It's £85.": the event or product that the sentence before named."""
    subject, scene = clause.subject, sentence.scene
    money = clause.objects[0] if clause.lemma == "be" and len(clause.objects) == 1 else None
    how = sentence.modality(clause) if money is not None else None
    if subject is None or subject.head.lower not in ("it", "that", "they") or money is None or how is None:
        return []
    mention, last = money.head.mention, scene.things[-1] if scene.things and scene.unmentioned <= 1 else ""
    kind = scene.kinds.get(last, "")
    if money.head.tag != "MONEY" or mention is None or mention.value is None or kind not in ("event", "product"):
        return []
    head = money.head
    return [sentence.draft(head.first, head.last, last, kind, "price", mention.value, how, "it costs", 0.65)]


def _told_of(sentence: Sentence) -> Referent | None:
    """The event that the same line tells of."""
    events = (thing(sentence, p, "event") for p in sentence.phrases() if p.head.tag == "NAME" and not p.prep)
    return next((found for found in events if found is not None), None)


def _by_time(sentence: Sentence, clause: Clause) -> list[Draft]:
    """ "Tern Post is £96 a year", "it's €39 a month", "members pay €29 a month for Graze"."""
    money = next((p for p in clause.objects if p.head.tag == "MONEY"), None)
    mention, how = (money.head.mention if money is not None else None), sentence.modality(clause)
    if money is None or mention is None or mention.value is None or how is None or not _per(sentence, money):
        return []
    if (mention.value.low or 0) >= _UPKEEP:
        return []
    if clause.lemma == "pay":
        paid_for = next((p for p in clause.phrases if p.prep == "for"), None)
    else:
        paid_for = clause.subject if clause.lemma in ("be", "cost", "remain") else None
    what = _sold(sentence, paid_for) if paid_for is not None else None
    if what is None:
        return []
    head = money.head
    return [
        sentence.draft(head.first, head.last, what.name, what.kind, "price", mention.value, how, "by time", what.sure)
    ]


def _from(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "the hosted service, Sedge Cloud, from $49 a month"."""
    mention, i = phrase.head.mention, phrase.start
    if phrase.head.tag != "MONEY" or phrase.prep not in ("from", "at", "for") or not _per(sentence, phrase):
        return []
    before = sentence.chunks[max(0, i - 2) : i] if i < len(sentence.chunks) and sentence.chunks[i] is phrase else []
    named = next((p for p in reversed(before) if isinstance(p, Phrase) and p.head.tag == "NAME"), None)
    what = _sold(sentence, named) if named is not None else None
    if what is None or mention is None or mention.value is None or (mention.value.low or 0) >= _UPKEEP:
        return []
    head = phrase.head
    return [
        sentence.draft(
            head.first, head.last, what.name, "product", "price", mention.value, "asserted", "from a price", what.sure
        )
    ]


def _per(sentence: Sentence, money: Phrase) -> bool:
    """Whether the amount is one a week, a month or a year."""
    after = sentence.passage.tokens[money.head.last : money.head.last + 2]
    words = [token.lower for token in after]
    return len(words) == 2 and words[0] in ("a", "per", "each", "/") and words[1] in ("week", "month", "year", "term")


def _sold(sentence: Sentence, phrase: Phrase) -> Referent | None:
    name = phrase.head.name if phrase.head.tag == "NAME" else None
    if name is not None and name.kind not in ("person", "place", "project"):
        return Referent(name.full or name.text, "product", 0.75)
    found = thing(sentence, phrase, "product")
    if found is None and phrase.head.lower == "it":
        recent = [n for n in sentence.scene.things if sentence.scene.kinds.get(n) == "product"]
        return Referent(recent[-1], "product", 0.6) if recent else None
    return found


def _labelled(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "Tickets: €65"."""
    if sentence.clauses or phrase.atoms[0].lower not in _PASSES:
        return []
    after = sentence.chunks[phrase.start + 1 : phrase.start + 3]
    behind = after[1] if len(after) == 2 and isinstance(after[0], Mark) and after[0].tag in ("COLON", "DASH") else None
    priced = behind if isinstance(behind, Phrase) and len(phrase.atoms) == 1 else phrase  # "Tickets: €65", "entry £35"
    money = next((a for a in priced.atoms if a.tag == "MONEY"), None)
    what = _told_of(sentence) or _what(sentence, phrase)
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
    own = subject.head.lower in ("licence", "license", "subscription", "membership", "fee")
    if not (own or recent) and len(subject.atoms) == 1 and not subject.attached:
        return None  # "Admission remains €6": to what, nothing says
    if own or not recent:
        return Referent(sentence.passage.text(subject.atoms[0].first, subject.head.last), "product", 0.6)
    return Referent(recent[-1], "event", 0.65)
