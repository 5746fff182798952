"""What an amount in a phrase counts, by the unit behind it."""

from __future__ import annotations

from checker.claims.properties.measure import TAGS, Property, scope_words, singular
from checker.claims.properties.units.count import Count
from checker.claims.properties.units.words import COLLECTIVE
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase

_ROUND_NUMBERS = frozenset(
    ("dozens", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions")
)


_MEMBERS = frozenset("choir club union society association membership band orchestra crowd audience jury panel".split())


def count_in(sentence: Sentence, phrase: Phrase, prop: Property) -> Count | None:
    atom = next((a for a in phrase.atoms if a.tag == TAGS[prop.value]), None)
    if atom is None:
        return None
    k = phrase.atoms.index(atom)
    if prop.attribute == "users" and _some_of(sentence, phrase):
        return None
    if atom.lemma:
        return _strong(phrase, atom, prop)
    if _contracted(sentence, phrase):
        scope = sentence.passage.text(phrase.atoms[-1].first, phrase.atoms[-1].last)
        return Count(atom, phrase, scope) if prop.attribute == "headcount" and k == len(phrase.atoms) - 2 else None
    if k < len(phrase.atoms) - 2 and _paid(phrase, k):
        scope = sentence.passage.text(phrase.atoms[k + 1].first, phrase.head.last)
        return Count(atom, phrase, scope) if prop.attribute == "headcount" else None
    unit, weak, narrow = unit_behind(phrase.atoms, k, prop)
    staff = _members_of(phrase)
    if staff and prop.attribute == "users":
        return None
    if unit is None and staff and prop.attribute == "headcount":
        return Count(atom, phrase, scope_words(sentence, phrase.atoms[k + 1 : -1]))
    if unit is None:
        if k < len(phrase.atoms) - 1:
            return None
        if (meant := _of_them(sentence, phrase, prop)) is not None:
            return Count(atom, phrase, sentence.passage.text(meant.atoms[0].first, meant.head.last))
        counted = _of_units(phrase, prop) if atom.lower in _ROUND_NUMBERS else None
        if counted is not None:
            return Count(atom, phrase, "", weak=counted)
        return Count(atom, phrase, "", weak=True, bare=True)
    if any(a.tag in ("NOUN", "TITLE", "NAME") for a in phrase.atoms[unit + 1 :]):
        return None
    scope = scope_words(sentence, phrase.atoms[k + 1 : unit + narrow])
    if prop.attribute == "users":
        scope = sentence.passage.text(phrase.atoms[k + 1].first, phrase.atoms[unit].last)
    return Count(atom, phrase, scope, weak)


def _some_of(sentence: Sentence, phrase: Phrase) -> bool:
    """ "Two of our nine reference customers": so few that they are told one by one are not all that there are."""
    here = 0 < phrase.start < len(sentence.chunks) and sentence.chunks[phrase.start] is phrase
    before = sentence.chunks[phrase.start - 1] if here else None
    few = any(a.tag == "QTY" and a.lower.isalpha() for a in phrase.atoms)
    return phrase.prep == "of" and few and isinstance(before, Phrase) and before.head.tag == "QTY"


def _contracted(sentence: Sentence, phrase: Phrase) -> bool:
    """ "72 players on contract", "40 singers under contract": those who work there, whoever they are."""
    near = [*phrase.attached, *sentence.behind(phrase)[:1]]
    held = any(p.prep in ("on", "under") and p.head.lower in _CONTRACTS for p in near)
    return held and phrase.head.tag in ("NOUN", "TITLE") and phrase.head.lower.endswith("s")


def _paid(phrase: Phrase, k: int) -> bool:
    """ "62 salaried players", "nine full-time singers": those who are paid work there, whoever they are."""
    between = {atom.lower for atom in phrase.atoms[k + 1 : -1]}
    return not between.isdisjoint(_PAYING) and phrase.head.tag in ("NOUN", "TITLE") and phrase.head.lower in _PLAYING


_PAYING = frozenset("salaried paid full-time contracted contract professional permanent waged".split())
_PLAYING = frozenset(
    "players singers dancers musicians riders members actors performers skaters jockeys drivers".split()
)
_CONTRACTS = frozenset("contract contracts salary salaries".split())


def _of_them(sentence: Sentence, phrase: Phrase, prop: Property) -> Phrase | None:
    """ "Season tickets went up; the club had sold 4,860 of them": what was named before without a count."""
    if prop.attribute != "users" or not any(p.prep == "of" and p.head.lower == "them" for p in phrase.attached):
        return None
    before = [p for p in sentence.phrases() if p.start < phrase.start and not p.of("QTY")]
    said = ((p, unit_behind([phrase.atoms[0], *p.atoms], 0, prop)) for p in reversed(before))
    return next((p for p, (end, weak, _) in said if end is not None and not weak), None)


def _strong(phrase: Phrase, atom: Atom, prop: Property) -> Count | None:
    """ "the 40-strong company", "a 300-member newsroom": a count before whoever has so many."""
    head = phrase.head
    if prop.attribute != "headcount" or head is atom or head.lower in _MEMBERS or atom.lemma == "member":
        return None
    return Count(atom, phrase, "", bare=head.lower in COLLECTIVE)


def unit_behind(atoms: list[Atom], k: int, prop: Property) -> tuple[int | None, bool, bool]:
    """Where the unit behind the amount ends, whether it is weak, whether it names a part itself."""
    for n in range(len(atoms) - 1, k, -1):
        word = atoms[n].lower.split()[-1] if atoms[n].tag == "TITLE" else atoms[n].lower
        one = {word, singular(word), atoms[n].lower, singular(atoms[n].lower)}
        two = {f"{atoms[n - 1].lower} {form}" for form in one} if n - 1 > k else set()
        for units, weak, narrow in (
            (prop.narrow_units, False, True),
            (prop.units, False, False),
            (prop.weak_units, True, False),
        ):
            if (one | two) & units:
                return n, weak, narrow
    return None, False, False


def _members_of(phrase: Phrase) -> bool:
    """ "61 members of staff": those who work there, and not its members."""
    return singular(phrase.head.lower) == "member" and any(
        p.prep == "of" and p.head.lower in ("staff", "crew", "team", "personnel", "faculty") for p in phrase.attached
    )


def _of_units(phrase: Phrase, prop: Property) -> bool | None:
    """ "hundreds of employees": whether the unit needs more than itself; None where it is none."""
    counted = next((p.head.lower for p in phrase.attached if p.prep == "of"), "")
    if {counted, singular(counted)} & (prop.units | prop.narrow_units):
        return False
    return True if {counted, singular(counted)} & prop.weak_units else None
