"""What a clause does not say, though a pattern fits: upkeep is no price, a trial that begins is not founded."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent
from checker.claims.patterns import Binding
from checker.claims.sentence import Sentence
from checker.claims.syntax.clauses import Clause
from checker.claims.things import PASSES
from checker.model import Value


def of_event(sentence: Sentence, event: str, clause: Clause, bindings: dict[str, Binding]) -> bool:
    """Whether the clause does not tell of the event."""
    if event == "coming":
        return _goes_elsewhere(clause)
    if event == "hiring" and "organization" not in bindings:  # "Dahl hired Krog in 2010": where, nobody says
        return not clause.verb.passive or any(p.prep == "by" for p in clause.phrases)
    if event == "starting":
        return _starts_something(sentence, clause)
    if event == "scheduling":
        return any(atom.lower in _AT_FIRST for atom in clause.verb.atoms)
    if event == "founding" and clause.lemma == "go" and clause.verb.particle not in ("", "back"):
        return True  # "three clubs have gone under since 2022"
    return event == "founding" and (_only_begins(clause, bindings) or _is_part(bindings))


def _starts_something(sentence: Sentence, clause: Clause) -> bool:
    """ "She started all this in 1979": not a job."""
    last = clause.verb.atoms[-1].last
    behind = [token.lower for token in sentence.passage.tokens[last : last + 1]]
    return clause.lemma in ("start", "begin") and behind != [] and behind[0] in _THINGS


_THINGS = frozenset("all it this that these those everything things something what".split())


def of_claim(sentence: Sentence, clause: Clause, attribute: str, bindings: dict[str, Binding]) -> bool:
    """Whether the clause does not give the attribute."""
    if attribute == "joined_on" and clause.lemma == "take_over":
        return _of_a_year(bindings)
    if attribute == "alma_mater" and "honorary" in sentence.words:
        return True  # who is given a degree has not studied for it
    if attribute in ("employer", "left_on") and _graduates(clause, bindings):
        return True
    if attribute in ("employer", "joined_on") and "organization" in bindings and "title" not in bindings:
        return bindings["organization"].phrase.head.lower in _TABLES  # who joins a board is not employed
    if attribute not in ("cost", "price"):
        return False
    if clause.lemma == "cost" and (_tense_is_of(clause) != attribute or _a_year(sentence, bindings)):
        return True
    measures = sentence.scene.words.words["measures"]
    if attribute == "cost" and clause.subject is not None and clause.subject.head.lower in measures:
        return True  # "receipts came to €3m"
    if attribute == "cost":
        return clause.subject is not None and clause.subject.head.lower in PASSES  # tickets have prices
    return clause.lemma == "sell" and clause.verb.tense != "present" and not clause.verb.passive  # a sale, and over


def of_value(clause: Clause, attribute: str, value: Value) -> bool:
    """Who goes to a school goes there to learn, who goes elsewhere to work."""
    if clause.lemma == "leave" and attribute == "alma_mater":
        return not _schools(value.text)
    return clause.lemma == "go" and _schools(value.text) != (attribute == "alma_mater")


def _is_part(bindings: dict[str, Binding]) -> bool:
    """ "Founded the museum's laboratory": not the museum."""
    bound = bindings.get("organization")
    phrase = bound.phrase if bound is not None else None
    return (
        phrase is not None
        and phrase.head.tag == "NOUN"
        and phrase.owner is not None
        and phrase.owner.head.is_a("organization")
    )


def _of_a_year(bindings: dict[str, Binding]) -> bool:
    """ "Took over as director in 1979": a year alone does not tell whether who took over had been there before."""
    bound = bindings.get("date")
    value = bound.atom.mention.value if bound and bound.atom and bound.atom.mention else None
    return value is None or len(value.edtf or "") < len("1979-01")


def _graduates(clause: Clause, bindings: dict[str, Binding]) -> bool:
    """ "Left the university with a degree": who leaves a school so has learnt there."""
    bound = bindings.get("organization")
    if clause.lemma not in ("leave", "quit", "depart") or bound is None:
        return False
    taken = (p.head.lower for p in clause.phrases if p.prep == "with")
    return _schools(bound.phrase.head.lower) and not _DEGREES.isdisjoint(taken)


_DEGREES = frozenset(
    (
        "degree degrees doctorate phd dphil diploma first master masters mba ba bsc bachelor qualification "
        "certificate honours"
    ).split()
)
_TABLES = frozenset("board council committee panel jury cabinet".split())


def _goes_elsewhere(clause: Clause) -> bool:
    """Whether who comes or arrives does so somewhere that is said, and not just to a new post."""
    here = clause.verb.particle == "here" and clause.subject is not None and clause.subject.head.lower in ("i", "you")
    if clause.objects or (clause.verb.particle and not here) or clause.verb.form != "finite" or clause.verb.passive:
        return True
    return any(
        p.prep not in ("from", "as", "after", "with", "since", "following") and not p.of("DATE") for p in clause.phrases
    )


_AT_FIRST = frozenset("originally initially previously formerly".split())


def _only_begins(clause: Clause, bindings: dict[str, Binding]) -> bool:
    """Whether something just begins on a day, as trials and strikes do: what was founded began in a year."""
    if clause.lemma not in ("begin", "start") or clause.objects or "origin" in bindings or clause.verb.passive:
        return False
    bound = bindings.get("date")
    value = bound.atom.mention.value if bound and bound.atom and bound.atom.mention else None
    return value is None or len(value.edtf or "") != 4


def _tense_is_of(clause: Clause) -> str:
    """What costs now has a price, what cost then a cost; a gerund has its host's tense ("ended up costing")."""
    while clause.verb.form in ("ing", "infinitive") and clause.parent is not None:
        clause = clause.parent
    return "price" if clause.verb.tense == "present" else "cost"


def _a_year(sentence: Sentence, bindings: dict[str, Binding]) -> bool:
    """ "costs £300,000 a year": what something takes to run is neither its cost nor its price."""
    bound = bindings.get("value")
    last = bound.atom.last if bound is not None and bound.atom is not None else len(sentence.passage.tokens)
    behind = [token.lower for token in sentence.passage.tokens[last : last + 2]]
    return behind in (["a", "year"], ["per", "year"], ["each", "year"], ["every", "year"])


def _schools(name: str) -> bool:
    return bool(set(name.casefold().split()) & _SCHOOLS)


_SCHOOLS = frozenset(
    "university college school polytechnic academy conservatoire conservatory seminary universität".split()
)


def of_itself(attribute: str, subject: Referent, value: Value) -> bool:
    """Whether a body is said to be bought by what its name begins with: "Ballinard Newspapers" by Ballinard."""
    return attribute == "acquired_by" and f"{subject.name} ".casefold().startswith(f"{value.text} ".casefold())
