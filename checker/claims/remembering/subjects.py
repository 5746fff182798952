"""Who a sentence is about, by its subjects; where these do not say it, by the one person that it names."""

from __future__ import annotations

from checker.claims.remembering.people import clefted, is_kin, of_event
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase

_AT_TIMES = frozenset("when after before while until once".split())


def subjects(sentence: Sentence) -> tuple[str, str]:
    """The person and the organization that are subjects, main clauses first; "" for none."""
    person, body = clefted(sentence), ""
    for clause in sorted(sentence.told(), key=lambda c: c.subjunct in _AT_TIMES):
        subject = clause.subject
        if subject is None or subject.prep or subject.head.lower in ("i", "we") or is_kin(subject, sentence.scene):
            continue
        someone = None if person else sentence.resolve(subject, "person")
        if someone is not None and subject.head.tag != "TITLE":
            person = someone.name
        elif not body and (found := sentence.resolve(subject, "organization")) is not None and found.sure >= 0.65:
            body = found.name
    return person, body


def person_meant(sentence: Sentence) -> str:
    """The person that a sentence is about though no subject resolves to them."""
    people = sentence.named("person")
    first = (_first_named(sentence) if people else None) or of_event(sentence)
    if first is not None and first.head.name is not None and first.head.name.full:
        return first.head.name.full
    if not people:
        return ""
    kin = {id(a) for p in sentence.phrases() if is_kin(p, sentence.scene) for a in p.atoms}
    named = {name.full for atom, name in people if name.full and id(atom) not in kin}
    if len(named) == 1:
        return named.pop()  # "the company named A as its CFO. …, she"
    asked = sentence.passage.tokens[sentence.last - 1].text == "?"
    return next((name.full for _, name in reversed(people) if name.full), "") if asked else ""


def _first_named(sentence: Sentence) -> Phrase | None:
    """The first name of a person that nothing governs."""
    named = (p for p in sentence.chunks if isinstance(p, Phrase) and not p.prep and p.head.is_a("person"))
    return next((p for p in named if not p.object_of and not is_kin(p, sentence.scene)), None)
