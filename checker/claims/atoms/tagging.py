"""Which part of speech an ambiguous word has where it stands."""

from __future__ import annotations

from checker.claims.atoms.apostrophes import tell_apostrophe
from checker.claims.atoms.atom import NOMINAL, Atom
from checker.claims.atoms.contexts import (
    begins_noun,
    begins_verb,
    described_so,
    exists,
    finite_next,
    opens_sentence,
    since_done,
)
from checker.claims.atoms.subordination import clause_follows, tell_that, tells
from checker.claims.atoms.titles import tell_title
from checker.claims.atoms.verbs import tell_verb
from checker.packs.vocabulary import Vocabulary

_EVERY = frozenset("monthly weekly daily yearly quarterly hourly early".split())


_REFLEXIVE = frozenset("itself himself herself themselves ourselves myself".split())


def disambiguate(atoms: list[Atom], words: Vocabulary) -> None:
    for i, atom in enumerate(atoms):
        before = atoms[i - 1] if i else None
        after = atoms[i + 1] if i + 1 < len(atoms) else None
        if atom.tag == "APOS":
            tell_apostrophe(atom, before, after, None)
        elif atom.tag == "TITLE":
            tell_title(atom, before, after, words)
        elif atom.lower == "once" and before is not None and (before.tag == "REL" or before.lower in ("had", "has")):
            atom.tag = "ADV"  # "who once ran the line"
        elif atom.lower in _EVERY and before is not None and before.tag in ("DET", "POSS", "NOUN", "ADJ"):
            if after is not None and (after.tag == "NOUN" or "base" in after.tenses):
                atom.tag = "ADJ"  # "the average monthly number of"
        elif atom.lower in _REFLEXIVE and before is not None and before.tag in ("NOUN", "NAME", "TITLE"):
            atom.tag = "ADV"  # "the hall itself was opened"
        elif atom.lower == "late" and before is not None and before.tag == "COMMA" and after is not None:
            atom.tag = "ADV" if after.lower == "of" else atom.tag  # "A, late of the Rifles,"
        elif atom.lower in ("both", "each") and after is not None and begins_verb(after):
            atom.tag = "PRON" if atom.lower == "both" and opens_sentence(before, after) else "ADV"
        elif atom.lower in _EMPHATIC and before is not None and before.tag in ("NAME", "NOUN", "TITLE"):
            atom.tag = "ADV"  # "Holm itself has a staff of six"
        elif atom.lower in ("all", "both", "half") and after is not None and after.tag in ("DET", "POSS"):
            atom.tag = "ADV"  # "all the shares"
        elif atom.lower == "total" and after is not None and (after.tag == "NOUN" or "base" in after.tenses):
            atom.tag = "ADJ"  # "the total cost of"
        elif atom.tag == "VERB" and described_so(before, atoms[i - 2] if i > 1 else None, atom, after):
            atom.tag = "ADJ"  # "the newly created post"
        elif atom.tag == "VERB":
            tell_verb(atom, i, atoms)
        elif atom.lower == "since" and after is not None and i + 2 < len(atoms) and since_done(after, atoms[i + 2]):
            atom.tag = "ADV"  # "X, since acquired by Y"
        elif atom.lower == "since" and before is not None and before.lemma == "have" and after is not None:
            atom.tag = "ADV" if after.tag in ("VERB", "ADV") else atom.tag  # "has since been"
        elif atom.lower == "'d" and after is not None and after.tag == "VERB" and after.tenses <= {"part"}:
            atom.tag, atom.lemma, atom.tenses = "VERB", "have", frozenset({"past"})  # "who'd been"
        elif atom.tag == "DET" and atom.lower in ("these", "those", "both", "each") and finite_next(after):
            atom.tag = "PRON"  # "the last of these put"
        elif atom.lower in ("last", "first") and before is not None and before.tag == "DET" and after is not None:
            nominal = after.tag in NOMINAL or begins_noun(after)
            atom.tag = "NOUN" if after.lower == "of" else "ADJ" if nominal else atom.tag
        elif atom.lower == "due" and after is not None and after.lower == "to" and i + 2 < len(atoms):
            atom.tag = "ADV" if "base" in atoms[i + 2].tenses else atom.tag  # "X, due to open in May,"
        elif atom.lower == "close" and after is not None and after.lower == "to" and before is not None:
            atom.tag = "ADJ" if before.tag == "NOUN" else atom.tag  # "people close to the talks"
        elif (
            atom.tag == "ADV"
            and before is not None
            and before.tag in ("DET", "POSS", "APOS")
            and after is not None
            and begins_noun(after)
            and atom.lower in words.words["adjectives"]
        ):
            atom.tag = "ADJ"  # "its first novel"
        elif atom.tag == "ADV" and atom.lower in _FREQUENT and after is not None and after.tag in NOMINAL:
            atom.tag = "ADJ"
        elif atom.lower == "then" and (after is None or after.tag not in ("NOUN", "TITLE", "NAME", "ADJ")):
            atom.tag = "ADV"
        elif atom.lower == "once" and after is not None and after.tag == "TITLE" and before is not None:
            atom.tag = "ADJ" if before.tag in ("CONJ", "COMMA") else atom.tag
        elif atom.tag == "REL" and atom.lower == "that":
            tell_that(atom, before, after, tells(atoms, i))
        elif (
            atom.tag in ("PREP", "DET", "SUB")
            and after is not None
            and after.tag in ("QTY", "MONEY", "PCT")
            and atom.lower in _ABOUT
        ):
            atom.tag = "ADV"
        elif (
            atom.tag == "PREP"
            and atom.lower == "as"
            and before is not None
            and (before.tag == "REL" or before.lower in _HELD_AS)
        ):
            continue  # "her successor as dean was A"
        elif atom.tag == "PREP" and atom.lower in ("after", "before", "since", "until", "as", "than", "till"):
            opens = before is None or before.tag in ("COMMA", "QUOTE", "STOP")
            posted = opens and atom.lower == "as" and after is not None and after.tag == "TITLE"  # "As treasurer I …"
            if not posted and clause_follows(atoms, i + 1):
                atom.tag = "SUB"
        elif (
            atom.tag == "MODAL"
            and atom.lower in ("may", "will", "might", "can", "must")
            and before is not None
            and before.tag in ("DET", "POSS")
        ):
            atom.tag = "NOUN"
        elif atom.lower == "there" and atom.tag == "PRON" and not exists(before, after):
            atom.tag = "ADV"  # "took up the baton there in 2021"
        elif (
            atom.lower == "her"
            and before is not None
            and before.lemma in ("elect", "appoint", "make", "name", "crown", "proclaim")
            and after is not None
            and after.tag == "TITLE"
        ):
            atom.tag = "PRON"  # "elected her President"
        elif (
            atom.lower == "her"
            and atom.tag == "POSS"
            and (after is None or after.tag not in ("NOUN", "ADJ", "TITLE", "VERB", "NAME", "QTY", "ADV"))
        ):
            atom.tag = "PRON"


_HELD_AS = frozenset(
    (
        "successor predecessor replacement deputy appointment election nomination promotion installation confirmation "
        "role job position post career tenure stint spell debut selection recruitment reappointment re-election"
    ).split()
)


_EMPHATIC = frozenset(("itself", "himself", "herself", "themselves", "ourselves", "alone", "proper"))


_ABOUT = frozenset("about around over under nearly some almost roughly approximately circa c up than".split())


_FREQUENT = frozenset("hourly daily nightly weekly fortnightly monthly quarterly yearly early elderly friendly".split())
