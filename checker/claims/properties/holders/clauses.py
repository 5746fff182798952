"""Whose an amount is by the clause that it stands in."""

from __future__ import annotations

from checker.claims.discourse.descriptions import describes
from checker.claims.discourse.references import owner_of
from checker.claims.discourse.scene import Referent
from checker.claims.properties import served
from checker.claims.properties.holders.complements import beside_with, holder_of, of_verb, persons_firm
from checker.claims.properties.holders.parts import owner_of_part, place_of_work
from checker.claims.properties.holders.places import arrived, stated_at, worked_at_there
from checker.claims.properties.holders.talk import talked_about
from checker.claims.properties.holders.valued import company_valued
from checker.claims.properties.measure import Anchor, Property
from checker.claims.properties.nouns import LEVEL
from checker.claims.properties.units import BY_MANY
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause

_OWNING = frozenset(
    (
        "have report post book generate record make earn employ hold command boast achieve attract serve count "
        "show declare file turn enjoy"
    ).split()
)


_NOBODY = frozenset("none nobody no neither each every any either few".split())


def by_clause(sentence: Sentence, prop: Property, anchor: Anchor) -> Referent | None:
    phrase, clause = anchor.phrase, anchor.clause
    if (found := beside_with(sentence, anchor)) is not None:
        return found
    if clause is not None and clause.subject is None and clause.subjunct == "that":
        return None  # "presses that employs 900": of what could not be made out
    where = clause.where if clause is not None else None
    if where is not None and (found := sentence.resolve(where, "organization")) is not None:
        return found
    if clause is not None and phrase is clause.subject and anchor.atom in phrase.atoms:
        if clause.lemma in BY_MANY and clause.verb.form == "finite":
            return of_verb(sentence, clause) or worked_at_there(sentence, clause)
        by_verb = of_verb(sentence, clause) if clause.lemma in prop.verbs else None
        return by_verb or talked_about(sentence)
    if clause is not None and clause.subject is not None and phrase is not clause.subject:
        return _clause_subject(sentence, prop, clause, anchor)
    if phrase.prep == "with" and phrase.start:
        before = holder_of(sentence, phrase)
        if before is not None and (found := sentence.resolve(before.apposed_to or before, "organization")) is not None:
            return found
    return talked_about(sentence)


def _clause_subject(sentence: Sentence, prop: Property, clause: Clause, anchor: Anchor) -> Referent | None:
    subject = clause.subject
    assert subject is not None
    if subject.head.lower in _NOBODY or subject.det in _NOBODY:
        return None
    if subject.head.lower in ("there", "we") and (came := arrived(sentence)) is not None:
        return came
    if subject.head.lower == "there" and prop.attribute == "headcount" and (at := stated_at(sentence, clause)):
        return at
    if subject.head.tag == "PRON" and subject.head.lower in ("we", "i"):
        return sentence.resolve(subject, "organization") if subject.head.lower == "we" else None
    if prop.attribute == "valuation" and (valued := company_valued(sentence, clause, anchor)) is not None:
        return valued
    whole = anchor.phrase.prep.startswith("out") or (anchor.phrase.prep == "of" and anchor.phrase in clause.phrases)
    if whole and (owner := owner_of(subject, sentence.scene, sentence.before(subject))) is not None:
        return owner
    if prop.scope and (part := owner_of_part(sentence, subject, anchor) or place_of_work(sentence, subject, anchor)):
        return part
    candidates = (subject, *clause.others) if subject.det in ("a", "an", "one") else (subject,)
    found = next((found for p in candidates if (found := sentence.resolve(p, "organization")) is not None), None)
    if found is not None:
        return None if prop.attribute == "revenue" and _happens(sentence, found.name) else found
    if _is_person(sentence, subject):
        return persons_firm(sentence, clause)
    if subject.head.tag == "NAME" and subject.head.name is not None and subject.head.name.kind in ("person", "place"):
        return None
    if subject.head.lower in ("there", "that", "this") and prop.attribute != "valuation":
        scene = sentence.scene
        talked = (scene.main,) if scene.speaker else (_topic(sentence), scene.main)
        about = next((name for name in talked if name and not _personal(sentence, name)), "")
        return Referent(about, "organization", 0.6) if about else None
    if prop.attribute == "users" and (work := served.of(sentence, subject)) is not None:
        return work
    if describes(subject.head, sentence.scene.words):
        return None
    if anchor.phrase in clause.phrases and clause.lemma not in _OWNING | LEVEL and prop.attribute != "valuation":
        return Referent(_topic(sentence), "organization", 0.55) if _topic(sentence) else None
    return None


def _topic(sentence: Sentence) -> str:
    """What is talked of: in a body's own paper itself; who led its round is not."""
    scene = sentence.scene
    return scene.main if scene.formal or scene.topic in scene.backers else scene.topic


def _happens(sentence: Sentence, name: str) -> bool:
    """ "The ball had brought in €312,000": what an evening brings is nobody's revenue."""
    return name.casefold().split()[-1] in _EVENINGS


_EVENINGS = frozenset("ball dinner gala auction raffle concert lunch supper fair fête fete auctions quiz".split())


def _personal(sentence: Sentence, name: str) -> bool:
    """Whether what the talk is of is held to be a person after all."""
    known = sentence.scene.page.names.get(name.casefold())
    return known is not None and known.kind == "person"


def _is_person(sentence: Sentence, subject: Phrase) -> bool:
    head = subject.head
    return head.lower in ("he", "she", "who") or (head.is_a("person"))
