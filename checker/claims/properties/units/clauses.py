"""A count as the subject or behind a preposition: "310 people work at X", "grew to 310"."""

from __future__ import annotations

from checker.claims.properties.measure import Anchor, Property
from checker.claims.properties.nouns import CHANGE
from checker.claims.properties.units.count import Count
from checker.claims.properties.units.counted import unit_behind
from checker.claims.properties.units.objects import as_object
from checker.claims.properties.units.words import ROLLS, STAFFING, USING, WORKING
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause


def in_clause(sentence: Sentence, prop: Property, count: Count, whole: Phrase, clause: Clause, anchor: Anchor) -> bool:
    if whole in clause.objects:
        return as_object(sentence, prop, count, whole, clause, anchor)
    if whole is clause.subject:
        return _as_subject(prop, count, clause)
    if whole not in clause.phrases:
        return False
    last = whole.prep.split(" ")[-1]
    if last in ("to", "for") and prop.attribute == "headcount" and not count.bare and _gives_work(clause):
        return True
    if last == "to" and clause.lemma in CHANGE and count.bare and _from_unit(clause, prop):
        return True
    if last == "by" and clause.verb.passive and clause.lemma in (USING if prop.attribute == "users" else STAFFING):
        return not count.bare
    if last == "to" and clause.lemma in CHANGE:
        return (not count.bare and not count.weak) or _from_unit(clause, prop)
    if last == "at" and clause.lemma in ("stand", "remain", "stay", "sit"):
        return not count.bare
    if last == "on" and clause.lemma in ("rely", "depend", "count", "draw", "run", "call"):
        return not count.weak
    return last == "with" and clause.lemma in ("leave", "operate", "manage", "end_up") and not count.bare


def _gives_work(clause: Clause) -> bool:
    """ "gives work to 64 people", "provides jobs for 300"."""
    given = clause.objects[0].head.lower if clause.objects else ""
    return given in ("work", "employment", "jobs", "job") and clause.lemma in ("give", "provide", "offer")


def _as_subject(prop: Property, count: Count, clause: Clause) -> bool:
    verb = clause.lemma
    if count.bare:
        ours = any(p.prep == "of" and p.head.lower == "us" for p in count.phrase.attached)
        return prop.attribute == "headcount" and ours and verb in WORKING
    if verb in prop.verbs and clause.verb.passive:
        return True
    placed = clause.where is not None or any(p.prep in ("for", "at") for p in clause.phrases)
    if prop.attribute == "headcount" and verb == "be":
        return any(p.prep == "on" and p.head.lower in ROLLS for p in clause.phrases)
    if prop.attribute == "headcount":
        return verb in WORKING and (placed or any(p.head.lower in ("there", "here") for p in clause.objects))
    return prop.attribute == "users" and verb in USING and (bool(clause.objects) or bool(clause.phrases))


def _from_unit(clause: Clause, prop: Property) -> bool:
    """ "went from three direct reports to fourteen": what is counted is said of the first."""
    start = next((p for p in clause.phrases if p.prep.split(" ")[-1] == "from"), None)
    return start is not None and unit_behind(start.atoms, 0, prop)[0] is not None and start.atoms[0].tag == "QTY"
