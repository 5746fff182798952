"""Who led a round: "led by X", "X led", "with X in the lead", "X as lead investor"."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.rounds.named import Round
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Mark, Phrase, VerbGroup
from checker.claims.syntax.clauses import Clause

LEADING = frozenset("lead co-lead head anchor spearhead front underwrite".split())
_ONE = frozenset("one it that this round both financing them raise investment deal".split())
_LEADS = frozenset(
    (
        "lead", "lead investor", "lead investors", "co-lead", "co-leads", "leads", "investor", "investors", "head",
        "helm", "front", "driving seat", "anchor",
    )
)  # fmt: skip


def leads_of(sentence: Sentence, one: Round) -> list[tuple[Referent, Phrase]]:
    """The investors that led the round, each with the phrase that names it."""
    clause = _leading(sentence, one)
    agent = _agent(clause) if clause is not None else _with_lead(sentence, one)
    return [
        (referent, member)
        for member in (agent.heads() if agent is not None else [])
        if (referent := sentence.resolve(member, "organization") or sentence.resolve(member, "person")) is not None
    ]


def _agent(clause: Clause) -> Phrase | None:
    if not clause.verb.passive:
        return clause.subject
    return next((p for p in clause.phrases if p.prep in ("by", "jointly by")), None)


def _leading(sentence: Sentence, one: Round) -> Clause | None:
    """The clause that says who led: of this round, whether it names it or points at it."""
    phrase = one.phrase
    for clause in sentence.clauses:
        if clause.lemma not in LEADING:
            continue
        place = clause.verb.atoms[0].first
        if clause.subject is phrase or phrase in clause.objects or _holds(clause.subject, phrase):
            return clause
        if clause.verb.form == "participle" and one.phrase.atoms[-1].last <= place < one.last:
            return clause
        if clause.verb.form == "participle" and _all(sentence, clause) and place > one.phrase.start:
            return clause
        if clause.lemma in ("lead", "co-lead") and _goes_back(clause) and _own(sentence, one, clause, place):
            return clause
    return None


def _holds(subject: Phrase | None, phrase: Phrase) -> bool:
    return subject is not None and phrase in subject.attached


def _all(sentence: Sentence, clause: Clause) -> bool:
    """ "both led by X": of every round before."""
    before = sentence.chunks[clause.verb.start - 1] if clause.verb.start else None
    word = before.lower if isinstance(before, Mark) else before.head.lower if isinstance(before, Phrase) else ""
    return word in ("both", "all", "each")


def _goes_back(clause: Clause) -> bool:
    """ "X led", "X led that one, too"."""
    named = [p for p in clause.objects if p.head.tag != "MONEY" and (p.head.lower not in _ONE or p.of("ROUND"))]
    return clause.verb.form == "finite" and not clause.verb.passive and not named


def _own(sentence: Sentence, one: Round, clause: Clause, place: int) -> bool:
    """Whether what was led is this round: the one named last before the verb."""
    if clause.subject is None or clause.subject.head.tag != "NAME":
        return False
    if one.again and one.phrase in clause.objects:
        return True
    return one.phrase.atoms[-1].last <= place < one.last


def led_again(sentence: Sentence) -> list[tuple[Referent, Phrase]]:
    """ "Oriel Growth led that one, too.": of the round that an earlier sentence named."""
    for clause in sentence.clauses:
        if (agent := _led_by(sentence, clause)) is not None:
            found = [(r, p) for p in agent.heads() if (r := sentence.resolve(p, "organization")) is not None]
            return [pair for pair in found if pair[1].head.tag == "NAME"]
        if clause.lemma in ("lead", "co-lead") and _goes_back(clause) and clause.subject is not None:
            if not clause.objects and (_elsewhere(clause) or not _just_told(sentence)):
                continue
            found = [(r, p) for p in clause.subject.heads() if (r := sentence.resolve(p, "organization")) is not None]
            return [pair for pair in found if pair[1].head.tag == "NAME"]
    return []


def _led_by(sentence: Sentence, clause: Clause) -> Phrase | None:
    """ "It was led by X", "The round was co-led by X and Y": who led the round of the sentence before."""
    subject = clause.subject
    if clause.lemma not in ("lead", "co-lead") or not clause.verb.passive or subject is None or clause.relative:
        return None
    back = subject.head.lower in ("it", "this", "that") or (
        subject.det in ("the", "this") and subject.head.lower in _ONE
    )
    return _agent(clause) if back and not subject.of("ROUND") and _just_told(sentence) else None


def _elsewhere(clause: Clause) -> bool:
    """ "X led from the front", "led to losses": nothing of a round."""
    return any(p.prep not in ("with", "alongside", "as", "in") for p in clause.phrases) or clause.verb.tense == "ing"


def _just_told(sentence: Sentence) -> bool:
    """Whether the sentence before, in the same block, spoke of a round."""
    told: int = sentence.scene.round_block
    return told == id(sentence.passage.block)


def _with_lead(sentence: Sentence, one: Round) -> Phrase | None:
    """ "with X in the lead", "with X leading", "X as lead investor", "lead investor X"."""
    chunks = sentence.chunks
    for i, item in enumerate(chunks):
        if not isinstance(item, Phrase) or item.head.tag != "NAME" or not one.first <= item.atoms[0].first < one.last:
            continue
        if item.start < one.phrase.start and any(p.of("ROUND") for p in sentence.before(item)):
            continue  # of the round that was named before
        after = chunks[i + 1] if i + 1 < len(chunks) else None
        if isinstance(after, Phrase) and after.prep in ("in", "as", "at") and after.head.lower in _LEADS:
            return item
        if item.prep == "with" and isinstance(after, VerbGroup) and after.lemma in LEADING and after.form == "ing":
            return item
        if any("lead" in a.lower.split() for a in item.atoms[:-1] if a.tag in ("TITLE", "NOUN", "ADJ")):
            return item
    return None
