"""The claims about each round that a sentence names."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.rounds import subscribed
from checker.claims.rounds.named import Round, only_talk, rounds
from checker.claims.sentence import Sentence
from checker.model import Modality, Value


def read(sentence: Sentence) -> list[Draft]:
    """The claims about each round that the sentence names, or goes on to speak of."""
    drafts: list[Draft] = []
    taken: set[int] = set()
    found = rounds(sentence)
    for one in found:
        drafts += _round(sentence, one, taken)
    return drafts or ([] if found else [*subscribed.read(sentence), *_told(sentence)])


def _round(sentence: Sentence, one: Round, taken: set[int]) -> list[Draft]:
    from checker.claims.rounds.company import company_of  # few documents are of rounds: a start does without
    from checker.claims.rounds.dates import date_of
    from checker.claims.rounds.leads import leads_of
    from checker.claims.rounds.money import money_of, value_of

    company = company_of(sentence, one)
    how = sentence.modality(one.clause)
    if company is None or company.sure < 0.5 or how is None or only_talk(sentence, one):
        return []
    leads = leads_of(sentence, one)
    if any(lead.name == company.name for lead, _ in leads):
        return []
    drafts = []
    amount = money_of(sentence, one, taken)
    if amount is not None and (value := value_of(sentence, amount)) is not None:
        taken.add(id(amount))
        drafts.append(_draft(sentence, (amount.first, amount.last), company, "round_amount", value, how, one))
    date = date_of(sentence, one)
    if date is not None and date.mention is not None and date.mention.value is not None:
        drafts.append(_draft(sentence, (date.first, date.last), company, "round_date", date.mention.value, how, one))
    sentence.scene.backers.update(lead.name for lead, _ in leads)
    for lead, phrase in leads:
        span = (phrase.atoms[0].first, phrase.atoms[-1].last)
        drafts.append(_draft(sentence, span, company, "lead_investor", Value("organization", lead.name), how, one))
    sentence.scene.round, sentence.scene.round_company = one.name, company.name
    sentence.scene.round_block = id(sentence.passage.block)
    return drafts


def _draft(
    sentence: Sentence,
    span: tuple[int, int],
    company: Referent,
    attribute: str,
    value: Value,
    how: Modality,
    one: Round,
) -> Draft:
    rule = "the round" if one.again else "round"
    return sentence.draft(
        *span, company.name, "organization", attribute, value, how, rule, company.sure, round=one.name
    )


_TELLING = frozenset("announce close complete sign disclose unveil confirm wrap_up seal finalise finalize".split())
_IT = frozenset(("it", "that", "this"))


def _told(sentence: Sentence) -> list[Draft]:
    """ "Oriel led that one, too.", "Arbor announced it in February 2023.": of the round named before."""
    scene = sentence.scene
    if not scene.round_company:
        return []
    from checker.claims.rounds.leads import led_again

    company = Referent(scene.round_company, "organization", 0.7)
    drafts = []
    for clause in sentence.clauses:
        told = clause.objects[0] if clause.objects else None
        how = sentence.modality(clause)
        if clause.lemma not in _TELLING or told is None or told.head.lower not in _IT or how is None:
            continue
        subject = sentence.resolve(clause.subject, "organization") if clause.subject is not None else None
        date = next((a for d in clause.dates for a in d.atoms if a.tag == "DATE" and a.mention is not None), None)
        if subject is None or subject.name != company.name or date is None or date.mention is None:
            continue
        one = Round(scene.round, told, clause, sentence.first, sentence.last, again=True)
        if date.mention.value is not None:
            span = (date.first, date.last)
            drafts.append(_draft(sentence, span, company, "round_date", date.mention.value, how, one))
    for lead, phrase in led_again(sentence):
        one = Round(scene.round, phrase, None, sentence.first, sentence.last, again=True)
        span, value = (phrase.atoms[0].first, phrase.atoms[-1].last), Value("organization", lead.name)
        if lead.name != company.name:
            drafts.append(_draft(sentence, span, company, "lead_investor", value, "asserted", one))
    return drafts
