"""A count as the object of a verb: "has 310 staff", "there are 66 of us"."""

from __future__ import annotations

from checker.claims.properties.measure import Anchor, Property, singular
from checker.claims.properties.units.count import Count, are_few, are_many
from checker.claims.properties.units.words import HAVING, ROLLS
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause

_SERVING = frozenset("serve supply insure carry transport fly ferry".split())


def as_object(sentence: Sentence, prop: Property, count: Count, whole: Phrase, clause: Clause, anchor: Anchor) -> bool:
    verb = clause.lemma
    if verb in prop.verbs and (prop.attribute == "headcount" or not count.weak or verb in _SERVING):
        return not clause.verb.passive and not (count.bare and prop.attribute == "users")
    subject = clause.subject.head.lower if clause.subject is not None else ""
    if verb == "be" and prop.attribute == "headcount" and subject in ("we", "there"):
        return _we_are(count, clause)
    if verb == "sell" and prop.attribute == "users":
        return not count.bare and count.scope.casefold().endswith(_ADMISSIONS)
    if _kept_in_work(prop, clause) or _as_customers(prop, clause, count):
        return not clause.verb.passive and not count.bare
    if count.bare and whole is count.phrase:
        return False
    if verb == "be" and prop.attribute == "headcount" and clause.subject is not None and _is_body(clause.subject):
        return True  # "Anvil Labs is about 200 people now"
    if verb == "be" and subject == "there":
        return not count.weak and (_somewhere(sentence, clause) or _just_so_many(sentence, prop, count, clause))
    if verb in HAVING and prop.attribute == "users" and _learners(clause, whole):
        return True
    if verb in HAVING:
        return (
            not count.weak or whole is not count.phrase or _on_roll(clause, whole) or _just_people(clause, prop, whole)
        )
    return verb == "leave" and not count.weak and clause.verb.form == "ing"


_LEARNERS = frozenset("pupil student learner undergraduate postgraduate boarder".split())
_SCHOOLS = frozenset(
    "school college university academy nursery conservatoire conservatory institute polytechnic".split()
)


def _learners(clause: Clause, whole: Phrase) -> bool:
    """ "Coldbrook Primary has 94 pupils", "the college has 2,000 students"."""
    subject = clause.subject
    if subject is None or singular(whole.head.lower) not in _LEARNERS or whole.attached:
        return False
    return _is_body(subject) or (subject.det == "the" and subject.head.lower in _SCHOOLS)


def _we_are(count: Count, clause: Clause) -> bool:
    """ "We are 46 people", "there are nine of us on the payroll"."""
    subject = clause.subject
    assert subject is not None
    ours = any(p.prep == "of" and p.head.lower == "us" for p in count.phrase.attached) and not are_few(count)
    if subject.head.lower == "there":
        enrolled = _on_roll(clause, count.phrase) and not count.bare
        return ours or enrolled or (not count.bare and not count.weak and bool(clause.phrases))
    return not count.bare or not count.weak or ours or are_many(count)


def _is_body(subject: Phrase) -> bool:
    name = subject.head.name
    return name is not None and name.kind == "organization" and not subject.prep


_ADMISSIONS = ("season ticket", "season tickets", "season-tickets", "passes", "memberships", "subscriptions")


def _kept_in_work(prop: Property, clause: Clause) -> bool:
    """ "keeps eleven people in work", "has 40 people on its books"."""
    where = any(p.prep == "in" and p.head.lower in ("work", "employment", "jobs") for p in clause.phrases)
    return prop.attribute == "headcount" and where and clause.lemma in ("keep", "have", "maintain", "hold")


def _as_customers(prop: Property, clause: Clause, count: Count) -> bool:
    """ "counted more than 300 hospitals as customers": what they are counted as is the unit."""
    said = next((p for p in clause.phrases if p.prep in ("as", "among")), None)
    if prop.attribute != "users" or said is None or clause.lemma not in ("count", "have", "number", "claim", "list"):
        return False
    return singular(said.head.lower) in prop.units


def _just_so_many(sentence: Sentence, prop: Property, count: Count, clause: Clause) -> bool:
    """ "There are just over 5,200 season-ticket holders.": of whom the talk is, where nothing else is said of them."""
    alone = not clause.phrases and not count.phrase.attached and len(sentence.clauses) == 1
    return prop.attribute == "users" and alone and bool(sentence.scene.topic or sentence.scene.main)


def _somewhere(sentence: Sentence, clause: Clause) -> bool:
    return any(p.prep in ("at", "in", "on", "with") for p in clause.phrases)


def _on_roll(clause: Clause, whole: Phrase) -> bool:
    return any(p.prep in ("on", "in") and p.head.lower in ROLLS for p in [*clause.phrases, *whole.attached])


def _just_people(clause: Clause, prop: Property, whole: Phrase) -> bool:
    """ "It has 300 people in 14 countries": people and nothing more said of them; "in the year to March" or "at the
    concerts" are those who came."""
    came = any(p.head.lower in _STRETCHES or _over(p) for p in (*clause.phrases, *whole.attached))
    return not came and prop.attribute == "headcount" and whole.head.lower == "people" and len(whole.atoms) == 2


_STRETCHES = frozenset(
    (
        "year season quarter month week weekend summer winter evening night day concert concerts show shows door doors"
    ).split()
)


def _over(phrase: Phrase) -> bool:
    """ "In the year to March": a stretch of time that a count is taken over."""
    return (
        phrase.head.tag == "DATE"
        and phrase.prep in ("in", "over", "during", "for")
        and any(word in phrase.head.lower.split() for word in _STRETCHES)
    )
