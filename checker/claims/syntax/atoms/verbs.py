"""Whether a word that can be a verb is one where it stands."""

from __future__ import annotations

from checker.claims.syntax.atoms.behind import BEHIND, nominal_follows
from checker.claims.syntax.atoms.gerunds import is_gerund
from checker.claims.syntax.atoms.spot import Spot


def tell_verb(here: Spot) -> None:
    """Make a noun or an adjective of a word that can be a verb and is none here."""
    atom = here.atom
    if _described_so(here):
        atom.tag = "ADJ"
        return
    if atom.lemma in ("be", "have", "do") and atom.lower not in ("being", "having", "doing"):
        return
    governor = _governor(here)
    if _pointed_at(here):
        atom.tag, here.before.tag = "NOUN", "DET"
        return
    if _of_whose(here):
        atom.tag, here.before.tag = "NOUN", "ADJ"
    elif told := _settled(here, governor):
        atom.tag = told
    elif is_gerund(here):
        atom.tag = "NOUN"
    elif (tell := BEHIND.get(governor)) is not None:
        atom.tag = tell(here, governor, nominal_follows(here, governor))


def _governor(here: Spot) -> str:
    """The tag of what stands before, where "whose" is a possessive and "the 10,400-seat ground" has an adjective."""
    before = here.before
    if before.tag == "REL" and before.lower == "whose":
        return "POSS"
    within = before.tag == "QTY" and "-" in before.lower and here.i > 1
    return "ADJ" if within and here.atoms[here.i - 2].tag in ("DET", "POSS") else before.tag


def _described_so(here: Spot) -> bool:
    """ "the newly created post": a participle between an article with an adverb and a noun."""
    adverb, noun = here.before, here.after
    described = adverb.tag == "ADV" and adverb.lower.endswith("ly") and "part" in here.atom.tenses and here.i > 1
    nominal = noun.tag in ("NOUN", "TITLE", "ADJ", "NAME") or "base" in noun.tenses
    return described and nominal and here.atoms[here.i - 2].tag in ("DET", "POSS", "APOS")


def _pointed_at(here: Spot) -> bool:
    """ "This round", "that raise": one thing would have an s behind it, were it a verb."""
    if here.atom.tenses != {"base"} or here.before.lower not in ("this", "that"):
        return False
    opens = here.i == 1 or here.atoms[here.i - 2].tag in ("STOP", "QUOTE", "SEMI", "COLON")
    return here.before.lower == "this" or opens


def _of_whose(here: Spot) -> bool:
    """ "whose first release sold"."""
    described = here.before.tag in ("ADJ", "ADV") and "past" in here.after.tenses and here.i > 1
    return described and here.atoms[here.i - 2].lower == "whose"


def _settled(here: Spot, governor: str) -> str:
    """What the words around a word leave no doubt that it is; "" where they do."""
    atom, before, after = here.atom, here.before, here.after
    if before.lower == "whose" and not atom.tenses & {"past", "s"}:
        described = "ing" in atom.tenses and after.tag in ("NOUN", "TITLE")
        return "ADJ" if described else "NOUN"  # "whose board she chairs"
    answers = atom.lemma in ("report", "answer") and "s" in atom.tenses and after.lower == "to"
    if (
        answers
        and before.tag in ("CONJ", "COMMA", "ADV")
        and here.beyond().tag in ("NAME", "HON", "TITLE", "PRON", "DET")
    ):
        return "VERB"  # "took up her duties in March and reports to Dr Lowry"
    noun = (
        (atom.lemma == "report" and before.lower == "direct")  # "nine direct reports at X"
        or _ends_noun(here, governor)
        or (atom.lower == "being" and before.lower == "into" and governor == "PREP")
        or (atom.lower in ("number", "total") and after.lower == "of")  # "the average monthly number of staff"
        or (atom.lower == "undertaking" and governor in ("NOUN", "ADJ", "TITLE"))  # "the parent undertaking"
    )
    return "NOUN" if noun else ""


def _ends_noun(here: Spot, governor: str) -> bool:
    """ "the final cost was"."""
    after = here.after
    finite = after.tag == "VERB" and after.lemma in ("be", "have") and bool(after.tenses & {"s", "past"})
    modified = governor in ("NOUN", "ADJ", "DET", "POSS", "APOS") and "base" in here.atom.tenses
    return modified and (finite or after.tag == "MODAL")
