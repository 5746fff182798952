"""Happenings that a noun says: "the opening of X on 21 June", "since its foundation in 1952".

Each is made a passive clause of the verb behind the noun, so that the packs' patterns for verbs read it as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Mark, Phrase, VerbGroup
from checker.claims.syntax.clauses import Clause
from checker.packs.vocabulary import vocabulary

_DAYS = frozenset("date day year".split())
_HAPPENS = frozenset(
    "be come take follow happen occur fall date go date_back go_back go_through proceed trace_back begin start".split()
)
_TOLD = frozenset("history story tradition".split())  # found where they begin
_REACHES = frozenset("date date_back go_back reach_back stretch_back trace_back begin start".split())
_FIXES = frozenset("schedule plan set slate fix expect due target pencil_in anticipate".split())
_FORESEES = frozenset("plan schedule expect await anticipate prepare propose target envisage forecast intend".split())
_UNDOES = frozenset(
    (
        "delay postpone cancel oppose block prevent seek propose discuss threaten consider rule_out abandon scrap halt "
        "deny reject miss want demand urge welcome_back call"
    ).split()
)
_SAYS = frozenset("announce confirm say reveal unveil disclose report approve agree sign".split())
_PRONOUNS = {"its": "it", "their": "they", "his": "he", "her": "she", "our": "we", "my": "i"}


@cache
def _verbs() -> dict[str, str]:
    """The verb behind each noun."""
    pairs = (entry.partition(" ") for entry in vocabulary().words["happening_nouns"])
    return {noun: verb for noun, _, verb in pairs}


def clauses(sentence: Sentence) -> list[Clause]:
    """A clause for each noun of the sentence that says a dated happening."""
    verbs = _verbs()
    if verbs.keys().isdisjoint(sentence.words):
        return []
    found = [(phrase, _verb(phrase, verbs)) for phrase in sentence.phrases()]
    made = [_clause(sentence, phrase, lemma) for phrase, lemma in found if lemma]
    return [clause for clause in made if clause is not None]


def predications(sentence: Sentence, nouns: frozenset[str]) -> list[Clause]:
    """A clause with "be" for each apposition by one of the nouns: "X, a subsidiary of Y since 2014"."""
    if nouns.isdisjoint(sentence.words):
        return []
    told = [made for phrase in sentence.phrases() if (made := _predication(sentence, phrase, nouns)) is not None]
    return told + [made for clause in sentence.clauses if (made := _turned(sentence, clause, nouns)) is not None]


def _turned(sentence: Sentence, clause: Clause, nouns: frozenset[str]) -> Clause | None:
    """ "The parent undertaking of X is Y", "its owner is Y": Y is the parent of X."""
    what = clause.subject
    if clause.lemma != "be" or what is None or not clause.objects or clause.verb.negated:
        return None
    name = clause.objects[0]
    said = {atom.lower for atom in what.atoms[-2:]} & nouns
    if name.head.tag != "NAME" or not said or what.adverb == "formerly" or any(a.lower == "former" for a in what.atoms):
        return None
    owner = _owner(sentence, what)
    of = [_governed(owner, "of")] if owner is not None else [p for p in what.attached if p.prep == "of"]
    return Clause(clause.verb, name, [what], [*of, *clause.phrases], clause.dates, first=clause.first, last=clause.last)


def _predication(sentence: Sentence, phrase: Phrase, nouns: frozenset[str]) -> Clause | None:
    if phrase.apposed_to is None:
        return None
    noun, name = (phrase.apposed_to, phrase) if phrase.head.tag == "NAME" else (phrase, phrase.apposed_to)
    if noun.head.lower not in nouns or noun.adverb == "formerly" or any(a.lower == "former" for a in noun.atoms):
        return None
    near = sentence.behind(noun)
    verb = VerbGroup([noun.head], noun.start, "be", "nominal")
    dates = [p for p in near if any(a.tag == "DATE" for a in p.atoms)]
    return Clause(verb, name, [noun], near, dates, first=noun.start, last=noun.start)


def _verb(phrase: Phrase, verbs: dict[str, str]) -> str:
    head = phrase.head
    if head.lower in _DAYS and len(phrase.atoms) > 1:
        head = phrase.atoms[-2]
    if head.lower in ("beginning", "start") and len(phrase.atoms) > 1 and phrase.atoms[-2].tag == "NOUN":
        return ""  # "the company's transparency report beginning this spring"
    return verbs.get(head.lower, "") if head.tag in ("NOUN", "ADJ") else ""


def _clause(sentence: Sentence, phrase: Phrase, lemma: str) -> Clause | None:
    host = sentence.clause_of(phrase)
    governed = host is not None and (phrase is host.subject or phrase in host.objects)
    near = list(_near(sentence, phrase))
    light = host is not None and phrase is host.subject and host.lemma in _HAPPENS | _FIXES
    if phrase.head.lower in _TOLD and (host is None or phrase is not host.subject or host.lemma not in _REACHES):
        return None
    if governed and host is not None and host.lemma in _UNDOES:
        return None
    dates = [*_own(phrase), *(p for p in near if any(a.tag == "DATE" for a in p.atoms))]
    if governed and host is not None and host.lemma in _SAYS:
        dates = [d for d in dates if d.prep == "for" or not d.prep]
    if light and host is not None:
        dates += _said_by(host)
    if not dates:
        return None
    patient, agent = _parties(sentence, phrase, near, light)
    if patient is None:
        return None
    verb = VerbGroup([phrase.head], phrase.start, lemma, "nominal", passive=True, tense="past")
    if governed and host is not None:
        _as_said(verb, host)
    others = [p for p in near if p.prep not in ("of", "by")]
    clause = Clause(verb, patient, [], [*agent, *others], dates, parent=host, first=phrase.start, last=phrase.start)
    clause.quoted = host.quoted if host is not None else 0
    clause.subjunct = host.subjunct if host is not None and governed else ""
    return clause


def _as_said(verb: VerbGroup, host: Clause) -> None:
    """What the clause around says of time and doubt holds for the happening."""
    verb.tense, verb.modal, verb.negated = host.verb.tense, host.verb.modal, host.verb.negated
    verb.raised = [*host.verb.raised, *([host.lemma] if host.lemma in _FORESEES | _FIXES else [])]


def _near(sentence: Sentence, phrase: Phrase) -> Iterator[Phrase]:
    """The prepositional phrases behind the noun, through commas that only set one apart."""
    if not (phrase.start < len(sentence.chunks) and sentence.chunks[phrase.start] is phrase):
        yield from phrase.attached
        return
    for item in sentence.chunks[phrase.start + 1 : phrase.start + 8]:
        if isinstance(item, Phrase) and (item.prep or item.head.tag == "DATE"):
            yield item
        elif not (isinstance(item, Mark) and item.tag == "COMMA") or _comma_closes(sentence, item):
            return


def _comma_closes(sentence: Sentence, mark: Mark) -> bool:
    """Whether what stands behind a comma is no more about the noun: only "on 3 March, of X" goes on."""
    after = sentence.chunks[mark.start + 1] if mark.start + 1 < len(sentence.chunks) else None
    return not (isinstance(after, Phrase) and after.prep in ("of", "on", "in", "by"))


def _own(phrase: Phrase) -> list[Phrase]:
    """ "its 2014 takeover": a date within the phrase."""
    return [Phrase([atom], phrase.start) for atom in phrase.atoms if atom.tag == "DATE"]


def _said_by(host: Clause) -> list[Phrase]:
    """The dates of the verb, whatever its preposition: "dates from 1952", "is scheduled for May"."""
    wanted = ("", "on", "in", "from", "to", "for", "at", "during")
    return [Phrase(d.atoms, d.start) for d in [*host.dates, *host.objects] if d.prep.split(" ")[-1] in wanted]


def _parties(sentence: Sentence, phrase: Phrase, near: list[Phrase], light: bool) -> tuple[Phrase | None, list[Phrase]]:
    """What it happened to, and who did it."""
    of = next((p for p in near if p.prep == "of" and p.head.tag != "DATE"), None)
    by = next((p for p in near if p.prep == "by" and p.head.tag != "DATE"), None)
    owner = _owner(sentence, phrase)
    if of is not None:
        agent = by or (_governed(owner, "by") if owner is not None else None)
        return of, [agent] if agent is not None else []
    patient = owner or _named(phrase)
    if patient is None and light and phrase.det in ("", "the") and len(phrase.atoms) == 1:
        patient = _pronoun(phrase, "it")
    return patient, [by] if by is not None else []


def _owner(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    if phrase.owner is not None:
        return phrase.owner
    if phrase.poss not in _PRONOUNS:
        return None
    return sentence.meant_ahead(phrase) or _pronoun(phrase, _PRONOUNS[phrase.poss])


def _pronoun(phrase: Phrase, word: str) -> Phrase:
    first = phrase.atoms[0].first
    return Phrase([Atom("PRON", word, first, first + 1)], phrase.start)


def _governed(phrase: Phrase, prep: str) -> Phrase:
    return Phrase(phrase.atoms, phrase.start, prep, phrase.det, phrase.poss, phrase.owner)


def _named(phrase: Phrase) -> Phrase | None:
    """ "the Okonjo Wing opening": the name before the noun."""
    names = [k for k, atom in enumerate(phrase.atoms[:-1]) if atom.tag == "NAME"]
    return Phrase(phrase.atoms[: names[-1] + 1], phrase.start) if names else None
