"""When an amount held, or what period it is of."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.properties import fiscal
from checker.claims.properties.measure import Anchor, Property
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.passages import Mention


def date_of(sentence: Sentence, anchor: Anchor, prop: Property) -> str:
    """The date that an amount is for: in its phrase, right behind it, else in its clause, before any other amount."""
    near: list[Phrase] = [anchor.phrase, *anchor.phrase.attached]
    if anchor.amount is not None:
        near += [anchor.amount, *anchor.amount.attached]
    bracketed = [c for p in near for inner in p.parens for c in _dated_brackets(inner)]
    clause_dates = list(anchor.clause.dates) if anchor.clause is not None else []
    after = anchor.atom.last
    limit = _next_amount(sentence, anchor.atom)
    mine = [p for p in [*near, *clause_dates] if not after <= p.atoms[0].first or p.atoms[0].first < limit]
    close = [p for p in mine if 0 <= p.atoms[0].first - after <= 3 and p in clause_dates]
    leading = [p for p in clause_dates if p.atoms[0].first < anchor.atom.first]
    near = [p for p in near if p in mine]
    found = _date_atom([*near, *bracketed, *close[:1], *leading, *(p for p in clause_dates if p in mine)])
    found = found or _date_atom(_when(sentence, anchor))
    if found is None and (year := _closed(sentence, anchor)):
        return year
    if found is None and prop.period:
        found = _date_atom(_of_accounts(anchor) + _above(sentence, anchor))
        if found is None and _of_the_year(anchor):
            return fiscal.year_of(sentence)
    return written(found.mention, prop.period) if found is not None else ""


def _of_accounts(anchor: Anchor) -> list[Phrase]:
    """ "The draft accounts for 2024 show income of £1.9m": the year of what tells the amount."""
    subject = anchor.clause.subject if anchor.clause is not None else None
    return subject.attached if subject is not None and subject.head.lower in _PAPERS else []


_PAPERS = frozenset("accounts results report figures statements statement books filing filings return returns".split())


def _above(sentence: Sentence, anchor: Anchor) -> list[Phrase]:
    """ "It handled €11bn in 2024, on which it booked revenue of €96m": the year of the clause around."""
    clause = anchor.clause
    if clause is None or not clause.relative:
        return []
    above = [c for c in sentence.clauses if c.verb.start < clause.verb.start and not c.relative]
    return above[-1].dates if above else []


def _of_the_year(anchor: Anchor) -> bool:
    """ "Revenue for the year amounted to", "Revenue came to": the noun itself is what is told of."""
    clause = anchor.clause
    return clause is not None and clause.subject is anchor.phrase and not anchor.phrase.poss and not clause.quoted


def _closed(sentence: Sentence, anchor: Anchor) -> str:
    """ "We ended 2023 with 185 people": the year that the verb has for its object."""
    clause = anchor.clause
    for phrase in clause.objects if clause is not None and clause.lemma in _CLOSING else ():
        text = sentence.passage.text(phrase.atoms[0].first, phrase.atoms[-1].last)
        if len(text) == YEAR and text.isdigit() and text[:2] in ("19", "20"):
            return text
    return ""


YEAR = 4  # digits
_CLOSING = frozenset("end finish close start begin open enter leave exit".split())


def _when(sentence: Sentence, anchor: Anchor) -> list[Phrase]:
    """ "When she arrived in 2018, there were 11": the time of the clause that says when."""
    clause = anchor.clause
    if clause is None or clause.verb.tense not in ("past", "pluperfect") or clause.relative:
        return []
    return [d for c in sentence.clauses if c.subjunct == "when" and c is not clause for d in c.dates]


def written(mention: Mention | None, as_written: bool) -> str:
    """A date as the qualifier says it: a period as written, unless it is relative."""
    if mention is None or mention.value is None:
        return ""
    return mention.value.text if as_written and not mention.anchor else mention.value.edtf or ""


def _dated_brackets(inner: Sequence[object]) -> list[Phrase]:
    """The phrases of a bracket that dates what stands before it, and not another amount: "(2024)", "(March 2025)"."""
    phrases = [c for c in inner if isinstance(c, Phrase)]
    amounts = any(p.of("MONEY") or p.of("QTY") for p in phrases)
    return [] if amounts else phrases


def _next_amount(sentence: Sentence, atom: Atom) -> int:
    """Where the next amount of the same kind begins: dates behind it are its own."""
    depth = 0
    for other in sentence.atoms:
        depth += (other.tag == "OPEN") - (other.tag == "CLOSE")
        if other.first > atom.first and other.tag == atom.tag and other.mention is not None and depth <= 0:
            return other.first
    return 1 << 30


def _date_atom(phrases: list[Phrase]) -> Atom | None:
    for phrase in phrases:
        for atom in phrase.atoms:
            if atom.tag == "DATE" and atom.mention is not None and atom.mention.value and atom.mention.value.edtf:
                return atom
    return None
