"""Comings and goings that a noun says: "the appointment of A as treasurer", "her retirement in 1998".

Each is made a clause of the verb behind the noun, so that the packs' patterns for verbs read it as well.
"""

from __future__ import annotations

from msgspec import structs

from checker.claims.discourse.references import pronoun
from checker.claims.discourse.scene import named
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase, VerbGroup
from checker.claims.syntax.clauses import Clause

# done to somebody: the person is the verb's object
_DONE = {
    "appointment": "appoint",
    "election": "elect",
    "re-election": "elect",
    "promotion": "promote",
    "nomination": "nominate",
    "recruitment": "recruit",
    "hiring": "hire",
    "installation": "install",
    "dismissal": "dismiss",
    "sacking": "sack",
    "firing": "fire",
    "ousting": "oust",
}
_DID = {
    "departure": "leave",
    "exit": "leave",
    "resignation": "resign",
    "retirement": "retire",
    "arrival": "join",
}
_NO_FACT = frozenset(
    (
        "consider oppose block propose discuss seek demand want urge expect await deny reject delay plan "
        "threaten miss call predict rule_out tender submit offer"
    ).split()
)


def clauses(sentence: Sentence) -> list[Clause]:
    """A clause for each noun of the sentence that says that somebody came or went."""
    if _DONE.keys().isdisjoint(sentence.words) and _DID.keys().isdisjoint(sentence.words):
        return []
    made = []
    for phrase in sentence.phrases():
        noun = phrase.head.lower
        if phrase.head.tag == "NOUN" and (noun in _DONE or noun in _DID):
            made.append(_clause(sentence, phrase, noun))
    return [clause for clause in made if clause is not None]


def _clause(sentence: Sentence, phrase: Phrase, noun: str) -> Clause | None:
    host = sentence.clause_of(phrase)
    near = sentence.behind(phrase)
    whom = _whom(sentence, phrase, near)
    if whom is None or (host is not None and (host.lemma in _NO_FACT or host.verb.negated)):
        return None
    lemma, passive = (_DONE[noun], True) if noun in _DONE else (_DID[noun], False)
    verb = VerbGroup([phrase.head], phrase.start, lemma, "finite", passive=passive, tense="past")
    if host is not None and host.verb.modal and phrase in (host.subject, *host.objects):
        verb.modal = host.verb.modal
    others = [p for p in near if p is not whom]
    if phrase.prep in ("until", "till") and host is not None:  # "worked at X until her retirement in 2021"
        others += [structs.replace(p, prep="from") for p in host.phrases if p.prep in ("at", "for", "with")]
    dates = [p for p in near if any(a.tag == "DATE" for a in p.atoms)]
    made = Clause(verb, whom, [], others, dates, parent=host, first=phrase.start, last=phrase.start)
    made.quoted = host.quoted if host is not None else 0
    return made


def _whom(sentence: Sentence, phrase: Phrase, near: list[Phrase]) -> Phrase | None:
    """Whose it is: behind "of", the possessor, or whom "his" stands for."""
    of = next((p for p in near if p.prep == "of" and p.head.tag == "NAME" and named(p.head, "person")), None)
    if of is not None or phrase.owner is not None:
        return of or phrase.owner
    if phrase.poss in ("his", "her") and pronoun(phrase.poss, "person", sentence.scene, sentence.before(phrase)):
        first = phrase.atoms[0].first
        return Phrase([Atom("PRON", "he" if phrase.poss == "his" else "she", first, first + 1)], phrase.start)
    return None
