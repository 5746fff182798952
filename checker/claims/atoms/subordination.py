"""Whether a word opens a clause: "that", "after"."""

from __future__ import annotations

from checker.claims.atoms.atom import Atom


def clause_follows(atoms: list[Atom], i: int) -> bool:
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


def tells(atoms: list[Atom], i: int) -> bool:
    """ "Informed the Group that he …": a verb that takes whom it tells and what."""
    return any(a.tag == "VERB" and a.lemma in _TELLING for a in atoms[max(0, i - 5) : i])


_TELLING = frozenset(
    "tell inform assure remind warn persuade convince notify advise promise show satisfy brief".split()
)


def tell_that(atom: Atom, before: Atom | None, after: Atom | None, told: bool) -> None:
    if (
        before is not None
        and before.tag == "CONJ"
        and after is not None
        and after.tag in ("NAME", "PRON", "POSS", "DET")
    ):
        atom.tag = "SUB"  # "said that A had left and that B had come"
    elif before is None or before.tag in ("COMMA", "PREP", "STOP", "QUOTE", "SEMI", "DASH", "CONJ"):
        atom.tag = "DET" if after is not None and after.tag in ("NOUN", "ADJ", "TITLE") else "PRON"
    elif after is not None and after.lower in ("one", "ones") and before.tag == "VERB":
        atom.tag = "DET"  # "led that one, too"
    elif (
        before.tag == "VERB"
        or (told and _day_between(before, after))
        or (
            after is not None
            and after.tag in ("DET", "POSS", "PRON", "NAME", "QTY")
            and before.tag not in ("NAME",)
            and (told or not (before.tag == "NOUN" and before.lower not in _CONTENTS and after.tag in ("PRON", "NAME")))
        )
    ):
        atom.tag = "SUB"


def _day_between(before: Atom, after: Atom | None) -> bool:
    """ "said on Friday that it had": the day stands between the verb and what is said."""
    day = before.tag == "DATE" or before.lower in _DAYS
    return day and after is not None and after.tag in ("DET", "POSS", "PRON", "NAME", "QTY")


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
