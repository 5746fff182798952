"""Clauses whose order of words is another's: "in 2023 has Acme achieved …", "a subsidiary, incorporated on 3 March"."""

from __future__ import annotations

from itertools import pairwise

from checker.claims.syntax.chunks import Chunk, Mark, Phrase
from checker.claims.syntax.clauses import Clause

_AUXILIARIES = frozenset(("have", "be"))
_DENYING = frozenset("nor neither never not only rarely seldom hardly".split())


def mend(chunks: list[Chunk], clauses: list[Clause]) -> None:
    """Make one of an auxiliary and its verb round a subject; let a predicate's participle mean whom it is said of."""
    _joined(chunks, clauses)
    _of_the_subject(clauses)
    _prices_back(chunks, clauses)
    _prices_set_apart(chunks, clauses)


_DEALS = frozenset("buy acquire purchase take_over sell sell_on buy_out snap_up absorb".split())


def _prices_back(chunks: list[Chunk], clauses: list[Clause]) -> None:
    """ "was taken over by X, the firm controlled by Y, for £1.2m": the price behind the aside is of the sale."""
    for deal in clauses:
        if deal.lemma not in _DEALS or any(p.of("MONEY") for p in (*deal.phrases, *deal.objects)):
            continue
        for aside in clauses:
            if aside.verb.start <= deal.verb.start or aside.lemma in _DEALS or aside.verb.form == "infinitive":
                continue
            if not (aside.relative or aside.verb.form == "participle"):
                break
            price = next((p for p in aside.phrases if p.prep in ("for", "at") and p.of("MONEY")), None)
            before = chunks[price.start - 1] if price is not None and price.start else None
            if price is not None and isinstance(before, Mark) and before.tag == "COMMA":
                aside.phrases.remove(price)
                deal.phrases.append(price)
                return


def _prices_set_apart(chunks: list[Chunk], clauses: list[Clause]) -> None:
    """ "Brightmoor buys Saltglass: $325m in cash and stock": the price stands behind a mark."""
    for deal in clauses:
        if deal.lemma not in _DEALS or any(p.of("MONEY") for p in (*deal.phrases, *deal.objects)):
            continue
        if deal.verb.passive or not deal.objects:
            continue
        i = max(p.start for p in (*deal.objects, *deal.phrases)) + 1
        mark, price = (chunks[i], chunks[i + 1]) if i + 1 < len(chunks) else (None, None)
        apart = isinstance(mark, Mark) and mark.tag in ("COLON", "DASH")
        if apart and isinstance(price, Phrase) and not price.prep and price.head.tag == "MONEY":
            deal.phrases.append(Phrase(price.atoms, price.start, "for"))


def _joined(chunks: list[Chunk], clauses: list[Clause]) -> None:
    """ "In 2023 has Acme achieved a turnover of …": no question, and one clause."""
    for first, second in list(pairwise(clauses)):
        if first not in clauses or not _is_auxiliary(chunks, first) or second.verb.form not in ("finite", "participle"):
            continue
        between = chunks[first.verb.start + 1 : second.verb.start]
        if second.subject is None or second.subject not in between or any(isinstance(c, Mark) for c in between):
            continue
        if len(second.verb.atoms) > 1 or "part" not in second.verb.atoms[0].tenses:
            continue
        second.dates += [d for d in first.dates if d not in second.dates]
        second.phrases += [p for p in first.phrases if p not in second.phrases]
        second.verb.tense, second.verb.form = "perfect" if first.lemma == "have" else "past", "finite"
        second.verb.passive = first.lemma == "be"
        clauses.remove(first)


def _is_auxiliary(chunks: list[Chunk], clause: Clause) -> bool:
    verb = clause.verb
    if verb.lemma not in _AUXILIARIES or len(verb.atoms) > 1 or clause.subject is not None or not verb.start:
        return False
    before = chunks[verb.start - 1]
    denied = isinstance(before, Mark) and before.lower in _DENYING
    asked = isinstance(chunks[-1], Mark) and chunks[-1].lower == "?"
    return isinstance(before, Phrase) and not denied and not asked


def _of_the_subject(clauses: list[Clause]) -> None:
    """ "X is a fellow subsidiary, incorporated on 3 March": what "a subsidiary" is, is X."""
    for clause in clauses:
        if clause.verb.form != "participle" or clause.subject is None or clause.subject.det not in ("a", "an"):
            continue
        said = next((c for c in clauses if c.lemma == "be" and c is not clause and clause.subject in c.objects), None)
        if said is not None and said.subject is not None and said.subject.head.tag == "NAME":
            clause.subject, clause.others = said.subject, [clause.subject, *clause.others]
