"""Whose a round is."""

from __future__ import annotations

from checker.claims.companies.backers import raising
from checker.claims.discourse.references import owner_of, pronoun
from checker.claims.discourse.scene import Referent
from checker.claims.rounds.named import Round
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase, VerbGroup
from checker.claims.syntax.clauses import Clause

RAISING = frozenset(
    (
        "raise close secure complete announce land win receive attract collect get have sign obtain bag be pick_up "
        "pull_in bring_in take_in net score nab clinch seal unveil disclose finalise finalize wrap_up follow take do "
        "garner amass gather conclude launch open report confirm ink"
    ).split()
)
_GIVEN = frozenset("bring give net earn hand leave".split())


def company_of(sentence: Sentence, one: Round) -> Referent | None:
    """The organization whose round it is; None where it could be anybody's."""
    scene, phrase = sentence.scene, one.phrase
    if one.again:
        return Referent(scene.round_company, "organization", 0.75)
    owned = owner_of(phrase, scene, sentence.before(phrase))
    if owned is not None:
        return _given(sentence, one) or owned
    return _attached(sentence, one) or _meant_for(sentence, one) or _raiser(sentence, one) or _named(sentence, one)


def _attached(sentence: Sentence, one: Round) -> Referent | None:
    for attached in one.phrase.attached:
        said = attached.prep in ("of", "for", "in", "at") and attached.head.tag != "PRON"
        if said and (found := sentence.resolve(attached, "organization")) is not None:
            return found
    return None


def _meant_for(sentence: Sentence, one: Round) -> Referent | None:
    """ "Series B, €38 million, for Acme": whom a line without a verb names behind "for"."""
    if sentence.clauses and sentence.clauses[0].verb.start < one.phrase.start:
        return None
    chunks = sentence.chunks[one.phrase.start + 1 :]
    for item in chunks:
        if isinstance(item, VerbGroup):
            return None
        if isinstance(item, Phrase) and item.prep in ("for", "at") and item.head.tag == "NAME":
            return sentence.resolve(item, "organization")
    return None


def _raiser(sentence: Sentence, one: Round) -> Referent | None:
    """The subject of "raised", "closed", "announced"."""
    clause = one.clause
    if clause is None or clause.subject is None or clause.subject is one.phrase:
        return _given(sentence, one)
    if clause.lemma not in RAISING or clause.verb.passive:
        return _given(sentence, one)
    return sentence.resolve(clause.subject, "organization")


def _given(sentence: Sentence, one: Round) -> Referent | None:
    """ "Its Series A brought Acme €9m": the round is the subject, the company what it brought money to."""
    clause = one.clause
    if clause is None or clause.subject is not one.phrase or clause.lemma not in _GIVEN:
        return None
    given = [sentence.resolve(p, "organization") for p in clause.objects if not p.of("MONEY")]
    return next((found for found in given if found is not None), None)


def _named(sentence: Sentence, one: Round) -> Referent | None:
    scene, phrase, clause = sentence.scene, one.phrase, one.clause
    subject = clause.subject if clause is not None and clause.lemma in RAISING and not clause.verb.passive else None
    if subject is not None and subject.head.tag in ("NAME", "NOUN") and subject is not phrase:
        return None
    if clause is not None and _headless(clause):
        return None
    for atom in phrase.atoms:
        if atom.tag == "NAME" and atom.name is not None and atom.name.kind == "organization":
            return Referent(atom.name.full or atom.name.text, "organization", 0.9)
    for other in sentence.clauses:
        if other is clause or other.verb.form != "finite" or other.lemma in ("lead", "co-lead"):
            continue
        if _spoken_of(other, phrase) and (found := sentence.resolve(other.subject, "organization")) is not None:  # type: ignore[arg-type]
            return found
    if scene.speaker:
        return pronoun("we", "organization", scene, [])  # who speaks, speaks of their own
    before = scene.round_company if phrase.det == "the" else ""
    name = raising(scene, scene.section, before, scene.topic, scene.main)
    return Referent(name, "organization", 0.65) if name else None


def _headless(clause: Clause) -> bool:
    """ "A club for customers that had once raised …": what raised it could not be made out."""
    active = clause.lemma in RAISING and clause.verb.form == "finite" and not clause.verb.passive
    return active and clause.subject is None and clause.verb.start > 1 and not clause.quoted


def _spoken_of(clause: Clause, phrase: Phrase) -> bool:
    """Whether the clause says something of whoever the round belongs to: the round stands in it, or before it."""
    subject = clause.subject
    leading = bool(phrase.prep) and subject is not None and subject.start > phrase.start and not clause.relative
    return subject is not None and (phrase in clause.phrases or leading)
