"""What a word that can be a verb is behind a determiner, a verb, a quantity, a preposition, a noun or a mark."""

from __future__ import annotations

from collections.abc import Callable

from checker.claims.syntax.atoms.atom import Atom
from checker.claims.syntax.atoms.gerunds import ING_NOUNS
from checker.claims.syntax.atoms.spot import Spot


def nominal_follows(here: Spot, governor: str) -> bool:
    """Whether a noun follows that the word can belong to; behind a determiner "an estimated cost of" too."""
    after = here.after
    return after.tag in ("NOUN", "NAME", "ADJ", "TITLE", "QTY") or (
        governor in ("DET", "POSS") and "base" in after.tenses and here.beyond().lower == "of"
    )


def _sum(here: Spot, governor: str, nominal: bool) -> str:
    """ "a £3m upgrade"."""
    return "NOUN" if here.atom.tenses <= {"base"} else here.atom.tag


def _determiner(here: Spot, governor: str, nominal: bool) -> str:
    """ "the founding partner", "its own board"; "who first worked"."""
    atom = here.atom
    if (atom.tenses & {"part", "ing"} and nominal) or (atom.lower == "own" and governor in ("POSS", "APOS")):
        return "ADJ"
    adverbial = governor == "ADJ" and here.before.lower in ("last", "first", "then")
    return "VERB" if adverbial and "past" in atom.tenses else "NOUN"


def _verb(here: Spot, governor: str, nominal: bool) -> str:
    """ "won awards", "did work"."""
    tenses, lemma = here.atom.tenses, here.before.lemma
    base = tenses <= {"base"} and lemma not in ("do", "let", "help", "make")
    plural = tenses <= {"s"} and lemma not in ("be", "have")
    return "NOUN" if base or plural else here.atom.tag


def _quantity(here: Spot, governor: str, nominal: bool) -> str:
    """ "has 300 registered users", "40 plants", "300 report to her"."""
    atom, after = here.atom, here.after
    answers = atom.lemma in ("report", "answer") and after.lower in ("to", "directly")
    if not atom.tenses & {"past", "part"} and not answers:
        return "NOUN"
    return "ADJ" if after.tag in ("NOUN", "TITLE") and _counted(here.atoms, here.i - 1) else atom.tag


def _counted(atoms: list[Atom], i: int) -> bool:
    """Whether the number at ``i`` is governed, so that what follows is what it counts: "has 300 registered users"."""
    tag = atoms[i - 1].tag if i else "START"
    if tag in ("START", "PREP", "VERB", "DET", "POSS", "APOS", "ADV"):
        return True
    marked = tag in ("CONJ", "COMMA", "OPEN", "COLON", "DASH", "SEMI")
    return marked and all(a.tag != "REL" for a in atoms[max(0, i - 3) : i])


def _preposition(here: Spot, governor: str, nominal: bool) -> str:
    """ "in office", "of used cars", "by founding X"; behind "to" it is a verb."""
    atom, before = here.atom, here.before
    if before.lower == "to":
        return atom.tag
    if "ing" not in atom.tenses:
        return "ADJ" if "part" in atom.tenses and nominal else "NOUN"
    closed = here.after.tag in ("STOP", "COMMA") and before.lower in ("of", "in", "for")
    return "NOUN" if closed else atom.tag


def _noun(here: Spot, governor: str, nominal: bool) -> str:
    """Behind what can be its subject."""
    atom, after = here.atom, here.after
    if atom.tenses <= {"base"}:
        if governor == "NAME" and _comes_again(here):
            return "VERB"
        return atom.tag if after.tag in _TAKEN and _plural(here) else "NOUN"
    if atom.tenses <= {"s"}:
        return atom.tag if _said_of(here, governor) else "NOUN"
    thing = atom.tenses <= {"ing"} and (
        atom.lower in ING_NOUNS or (governor == "NOUN" and not nominal and after.tag in ("STOP", "VERB", "MODAL"))
    )
    return "NOUN" if thing else atom.tag


_TAKEN = frozenset("DET POSS PREP NAME PRON QTY MONEY ADV".split())
_PLURALS = frozenset("people men women children staff police crew media".split())


def _plural(here: Spot) -> bool:
    """Whether several stand before: "the workers", "the Rovers", "A and B"."""
    before, i, atoms = here.before, here.i, here.atoms
    if before.tag in ("NOUN", "TITLE"):
        return before.lower.endswith(("s", "men")) or before.lower in _PLURALS
    if before.tag != "NAME" or i < 2:
        return False
    team = before.lower.endswith("s") and atoms[i - 2].lower == "the"
    return team or (i > 2 and atoms[i - 2].lower == "and" and atoms[i - 3].tag == "NAME")


def _comes_again(here: Spot) -> bool:
    """ "The Brixen Jazz Days return on 3 September": a plural name and a verb of taking place."""
    return (
        here.atom.lemma in ("return", "run", "open", "begin", "start", "take", "end", "close")
        and here.before.lower.split()[-1]
        in ("days", "games", "awards", "championships", "finals", "sessions", "nights", "talks")
        and here.after.tag in ("PREP", "DATE", "NOUN")
    )


_COMPLEMENTS = frozenset(
    "DET POSS PRON NAME ADV NEG QTY PCT MONEY SUB TITLE DATE NOUN ADJ REL QUOTE".split()
)  # what can follow a verb


def _said_of(here: Spot, governor: str) -> bool:
    """Whether a form in "s" has something of its own behind it, and no other verb: "X plans a plant"."""
    after = here.after
    past = after.lemma in ("be", "have", "do") or "past" in after.tenses
    if after.tag == "MODAL" or (after.tag == "VERB" and past):
        return False
    taken = after.tag in _COMPLEMENTS or (after.tag == "PREP" and after.lower != "of")
    return taken or (governor == "NAME" and after.tag == "VERB")


def _mark(here: Spot, governor: str, nominal: bool) -> str:
    """At the start of a sentence, a clause or a part."""
    atom, after, tenses = here.atom, here.after, here.atom.tenses
    if tenses <= {"base"} and governor not in ("SUB", "REL"):
        imperative = after.tag in ("DET", "POSS", "PRON") or (after.tag == "NAME" and governor == "START")
        return "VERB" if imperative and governor in ("CONJ", "START", "STOP") else "NOUN"
    if tenses <= {"s"} and governor in ("START", "COMMA", "COLON", "OPEN", "SEMI"):
        return "NOUN" if _heading(here, governor) else atom.tag
    if tenses <= {"s"} and governor == "CONJ" and after.lower == "to":
        return "VERB" if any(a.tag == "VERB" and "s" in a.tenses for a in here.atoms[: here.i]) else "NOUN"
    if tenses <= {"base", "s"} and governor == "CONJ":
        return "NOUN" if after.tag in ("END", "STOP", "COMMA", "VERB", "PREP") else "VERB"
    return atom.tag


def _heading(here: Spot, governor: str) -> bool:
    """ "Plans for a second site were dropped", "Works of note"."""
    after = here.after
    if after.tag in ("END", "VERB", "MODAL", "STOP", "COMMA", "CONJ") or after.lower == "of":
        return True
    later = governor == "START" and after.tag == "PREP"
    return later and any("past" in a.tenses for a in here.atoms[here.i + 2 :])


BEHIND: dict[str, Callable[[Spot, str, bool], str]] = {
    **dict.fromkeys(("MONEY", "ROUND"), _sum),
    **dict.fromkeys(("DET", "POSS", "APOS", "ADJ"), _determiner),
    "VERB": _verb,
    "QTY": _quantity,
    "PREP": _preposition,
    **dict.fromkeys(("NOUN", "NAME", "TITLE", "DATE", "PCT"), _noun),
    **dict.fromkeys("START COMMA COLON SEMI QUOTE OPEN CONJ SUB DASH REL STOP".split(), _mark),
}
