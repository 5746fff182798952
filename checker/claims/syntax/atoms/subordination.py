"""Whether a word opens a clause: "that", "after"."""

from __future__ import annotations

from checker.claims.syntax.atoms.atom import Atom
from checker.claims.syntax.atoms.spot import Spot


def _clause_follows(atoms: list[Atom], i: int) -> bool:
    """Whether a subject and a finite verb follow before the next mark: "after the minister cut the ribbon"."""
    if i < len(atoms) and atoms[i].tag == "PRON" and atoms[i].lower not in ("them", "him", "us", "me"):
        return True
    seen = joined = False
    for atom in atoms[i : i + 9]:
        if atom.tag in ("COMMA", "STOP", "COLON", "SEMI", "REL", "SUB", "DASH", "OPEN", "CLOSE") or (
            atom.tag == "PREP" and atom.lower not in ("of", "at")
        ):
            return False
        if atom.tag == "CONJ":
            joined = True
            continue
        if joined and atom.tag == "VERB":
            return False
        joined = False
        if atom.tag == "MODAL" or (atom.tag == "VERB" and atom.tenses & {"past", "s"} and seen):
            return seen
        seen = seen or atom.tag in ("NAME", "NOUN", "PRON", "TITLE")
    return False


def begins_clause(here: Spot) -> str:
    """ "after the minister cut the ribbon", and not "after the ceremony"."""
    atom, before = here.atom, here.before
    if atom.tag != "PREP":
        return ""
    if atom.lower == "as" and (before.tag == "REL" or before.lower in _HELD_AS):
        return atom.tag  # "her successor as dean was A"
    opens = before.tag in ("START", "COMMA", "QUOTE", "STOP")
    posted = opens and atom.lower == "as" and here.after.tag == "TITLE"  # "As treasurer I …"
    return "SUB" if not posted and _clause_follows(here.atoms, here.i + 1) else atom.tag


_HELD_AS = frozenset(
    (
        "successor predecessor replacement deputy appointment election nomination promotion installation confirmation "
        "role job position post career tenure stint spell debut selection recruitment reappointment re-election"
    ).split()
)


def that(here: Spot) -> str:
    """ "that" as a conjunction, a determiner or a pronoun, where it is no relative."""
    before, after = here.before, here.after
    if here.atom.tag != "REL":
        return ""
    if _of_apposition(here.atoms, here.i):
        return "REL"
    if before.tag == "CONJ" and after.tag in ("NAME", "PRON", "POSS", "DET"):
        return "SUB"  # "said that A had left and that B had come"
    if before.tag in ("START", "COMMA", "PREP", "STOP", "QUOTE", "SEMI", "DASH", "CONJ"):
        return "DET" if after.tag in ("NOUN", "ADJ", "TITLE") else "PRON"
    if after.lower in ("one", "ones") and before.tag == "VERB":
        return "DET"  # "led that one, too"
    return "SUB" if before.tag == "VERB" or _says_what(here) else "REL"


def _of_apposition(atoms: list[Atom], i: int) -> bool:
    """ "X, the copper-roofed home that the circus had been promised,": what it relates to, told between commas."""
    if i < 3 or atoms[i - 1].tag != "NOUN" or atoms[i - 1].lower in _CONTENTS:
        return False
    first = next((k for k in range(i - 2, max(0, i - 6), -1) if atoms[k].tag not in ("NOUN", "ADJ", "NAME")), 0)
    return atoms[first].tag == "DET" and atoms[first].lower in ("the", "a", "an") and atoms[first - 1].tag == "COMMA"


def _says_what(here: Spot) -> bool:
    """ "the news that he left", "told them on Friday that it had": what somebody says, and not which."""
    before, after = here.before, here.after
    if after.tag not in ("DET", "POSS", "PRON", "NAME", "QTY"):
        return False
    if _tells(here):
        return before.tag != "NAME" or before.lower in _DAYS
    which = before.tag == "NOUN" and before.lower not in _CONTENTS and after.tag in ("PRON", "NAME")
    return before.tag != "NAME" and not which


def _tells(here: Spot) -> bool:
    """ "Informed the Group that he …": a verb that takes whom it tells and what."""
    return any(a.tag == "VERB" and a.lemma in _TELLING for a in here.atoms[max(0, here.i - 5) : here.i])


_TELLING = frozenset(
    "tell inform assure remind warn persuade convince notify advise promise show satisfy brief".split()
)


_DAYS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight week month year morning "
        "evening afternoon night"
    ).split()
)


# nouns whose "that" says what they are: "the news that he had left"
_CONTENTS = frozenset(
    (
        "fact news claim claims idea report reports belief view hope hopes fear fears statement announcement talk "
        "gossip whisper whispers suggestion question rumour rumours rumor rumors argument conclusion doubt "
        "feeling proof evidence sign signs chance possibility risk notice condition agreement decision promise "
        "confirmation denial warning assumption impression extent way time day moment word words reason point "
        "case assertion allegation insistence assurance notion theory speculation suspicion expectation "
        "likelihood odds thought understanding knowledge reminder result requirement proviso complaint criticism "
        "accusation admission revelation discovery observation finding findings"
    ).split()
)
