"""New shares that somebody takes, a round without a name: "subscribed £2.2m for B shares", "put €3m into equity"."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.patterns import dated
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause

_TAKING = frozenset("subscribe put invest inject pay plough pump commit place".split())
_SHARES = frozenset("shares stock equity".split())
_NEW = frozenset("new fresh ordinary preference preferred convertible additional newly newly-issued b a c".split())


def read(sentence: Sentence) -> list[Draft]:
    """What each subscription brought, and when."""
    return [draft for clause in sentence.clauses if clause.lemma in _TAKING for draft in _taken(sentence, clause)]


def _taken(sentence: Sentence, clause: Clause) -> list[Draft]:
    shares = next((p for p in clause.phrases if p.prep in ("for", "in", "into") and _are_new(clause, p)), None)
    money = next((a for p in clause.objects for a in p.of("MONEY")), None)
    investor = sentence.resolve(clause.subject, "organization") if clause.subject is not None else None
    how = sentence.modality(clause)
    company = _company(sentence, clause, shares, investor) if shares is not None and investor is not None else None
    if how is None or company is None or money is None:
        return []
    sentence.scene.backers.add(investor.name if investor is not None else "")
    sentence.scene.round, sentence.scene.round_company = "", company.name
    date = next((a for p in clause.dates for a in p.atoms if a.tag == "DATE" and dated(a)), None)
    drafts = []
    for atom, attribute in ((money, "round_amount"), (date, "round_date")):
        if atom is not None and atom.mention is not None and atom.mention.value is not None:
            drafts.append(_draft(sentence, atom, company, attribute, how))
    return drafts


def _draft(sentence: Sentence, atom: Atom, company: Referent, attribute: str, how: str) -> Draft:
    assert atom.mention is not None and atom.mention.value is not None
    return sentence.draft(
        atom.first, atom.last, company.name, "organization", attribute, atom.mention.value, how,  # type: ignore[arg-type]
        "shares subscribed", company.sure,
    )  # fmt: skip


def _are_new(clause: Clause, phrase: Phrase) -> bool:
    """Whether what is paid for are shares made for it: those of another holder are a sale."""
    if phrase.head.lower not in _SHARES:
        return False
    return clause.lemma == "subscribe" or any(atom.lower in _NEW for atom in phrase.atoms[:-1])


def _company(sentence: Sentence, clause: Clause, shares: Phrase, investor: Referent) -> Referent | None:
    """Whose shares they are: as said, else of whom the paper is."""
    behind = [p for p in (*shares.attached, *clause.phrases) if p.prep in ("in", "of") and p is not shares]
    said = [sentence.resolve(p, "organization") for p in behind if p.head.tag in ("NAME", "NOUN")]
    found = next((one for one in said if one is not None and one.name != investor.name), None)
    if found is None and sentence.scene.main and sentence.scene.main != investor.name:
        found = Referent(sentence.scene.main, "organization", 0.7)
    return found
