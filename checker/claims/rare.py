"""Readers of what few sentences say, in their order; each is loaded and asked where a sentence has one of its cues."""

from __future__ import annotations

from checker.claims import cues
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence

_BOSSES, _FOUNDERS = tuple(cues.BOSSES), tuple(cues.FOUNDERS)  # the last words of a phrase's head


def priced(sentence: Sentence) -> list[Draft]:
    """What projects cost, and what was raised in all."""
    if "MONEY" not in sentence.tags:
        return []
    from checker.claims.companies import totals
    from checker.claims.works import wholes

    return [*wholes.read(sentence), *totals.read(sentence)]


def read(sentence: Sentence) -> list[Draft]:
    """Lives, days, superiors, schools, founders, seats, tickets, works, days of events, posts like another's."""
    bracketed = any(phrase.parens for phrase in sentence.phrases())
    return [
        *_people(sentence, bracketed),
        *_places(sentence),
        *_works(sentence, bracketed),
        *_alike(sentence, bracketed),
    ]


def _people(sentence: Sentence, bracketed: bool) -> list[Draft]:
    words = sentence.words
    drafts: list[Draft] = []
    if bracketed or not cues.LIVES.isdisjoint(words) or any(word.endswith("-born") for word in words):
        from checker.claims.careers import lives

        drafts += lives.read(sentence)
    if not cues.DAYS.isdisjoint(words):
        from checker.claims.careers import days

        drafts += days.read(sentence)
    if not cues.LAST.isdisjoint(words):
        from checker.claims.careers import last_days

        drafts += last_days.read(sentence)
    return drafts + _among_people(sentence)


def _among_people(sentence: Sentence) -> list[Draft]:
    words = sentence.words
    drafts: list[Draft] = []
    if any(word.endswith(_BOSSES) for word in words):
        from checker.claims.careers import bosses

        drafts += bosses.read(sentence)
    if "reports" in words:
        from checker.claims.careers import spans

        drafts += spans.read(sentence)
    if not cues.SCHOOLING.isdisjoint(words):
        from checker.claims.careers import schooling

        drafts += schooling.read(sentence)
    return drafts


def _places(sentence: Sentence) -> list[Draft]:
    drafts: list[Draft] = []
    if any(word.endswith(_FOUNDERS) for word in sentence.words):
        from checker.claims.careers import founders

        drafts += founders.read(sentence)
    if not cues.SEATED.isdisjoint(sentence.words):
        from checker.claims.companies import sites

        drafts += sites.read(sentence)
    return drafts


def _works(sentence: Sentence, bracketed: bool) -> list[Draft]:
    drafts: list[Draft] = []
    if "MONEY" in sentence.tags:
        from checker.claims.works import tickets

        drafts += tickets.read(sentence)
    if bracketed:
        from checker.claims.works import imprints

        drafts += imprints.read(sentence)
    if not sentence.clauses:
        from checker.claims.works import notices

        drafts += notices.read(sentence)
    return drafts


def _alike(sentence: Sentence, bracketed: bool) -> list[Draft]:
    if not bracketed and not any(clause.lemma == "hold" for clause in sentence.clauses):
        return []
    from checker.claims.careers import alike

    return alike.read(sentence)


def mark(drafts: list[Draft]) -> None:
    """What stands beside a claim of some attributes: a valuation's basis, a sale's date, a post's time."""
    attributes = {draft.attribute for draft in drafts}
    if "valuation" in attributes:
        from checker.claims.companies import bases

        bases.mark(drafts)
    if not cues.OF_A_SALE.isdisjoint(attributes):
        from checker.claims.companies import sales

        sales.mark(drafts)
    if not cues.TIMED.isdisjoint(attributes):
        from checker.claims.careers import timed

        timed.mark(drafts)
