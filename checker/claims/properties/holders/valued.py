"""What is valued: whoever the round gave a valuation, and never who invested at one."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.properties.measure import Anchor
from checker.claims.sentence import Sentence
from checker.claims.syntax.clauses import Clause

_INVESTING = frozenset("invest lead back buy pay join participate co-lead put pour inject offer bid".split())


def company_valued(sentence: Sentence, clause: Clause, anchor: Anchor) -> Referent | None:
    """What is valued: whoever the round gave a valuation, and never who invested at one."""
    given = clause.objects[0] if clause.lemma in _GIVING and clause.objects else None
    if given is not None and given is not anchor.phrase:
        return sentence.resolve(given, "organization")
    scene = sentence.scene
    if clause.subject is not None and clause.subject.head.lower in _ROUNDS and clause.lemma in _IMPLYING:
        return Referent(scene.round_company, "organization", 0.7) if scene.round_company else None
    if clause.lemma in _INVESTING or anchor.phrase in clause.phrases:
        found = sentence.resolve(clause.subject, "organization") if clause.subject is not None else None
        if clause.lemma in _INVESTING or found is None:
            rounds = any(a.tag == "ROUND" for a in sentence.atoms) and not _mere_talk(clause)
            rounds = rounds or (clause.subject is not None and clause.subject.head.lower in _ROUNDS)
            known = scene.main if found is not None or clause.subject is None else ""
            known = scene.round_company if rounds else known
            return Referent(known, "organization", 0.6) if known else None
        return found
    return None


def _mere_talk(clause: Clause) -> bool:
    return any(p.head.lower in _TALK for p in (*clause.objects, *([clause.subject] if clause.subject else [])))


_ROUNDS = frozenset("round financing raise funding deal investment injection fundraising placement transaction".split())
_IMPLYING = frozenset(
    "imply assume suggest reflect represent carry set put give confer confirm come_at be have".split()
)
_TALK = frozenset("talk talks rumour rumours rumor rumors plan plans speculation discussion discussions".split())


_GIVING = frozenset("give hand grant earn put assign ascribe".split())
