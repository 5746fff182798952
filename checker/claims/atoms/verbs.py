"""Whether a word that can be a verb is one where it stands."""

from __future__ import annotations

from checker.claims.atoms.atom import Atom

_PLURALS = frozenset("people men women children staff police crew media".split())


ING_NOUNS = frozenset(
    (
        "funding housing shipping training building meeting holding offering engineering marketing banking "
        "mining farming manufacturing publishing lending rating pricing planning painting wedding opening ending "
        "beginning financing staffing catering gaming printing brewing processing testing trading clearing "
        "dredging fishing hearing heating lighting logging packaging parking recycling refining rendering "
        "roasting sailing screening spending spinning staging steering streaming surfacing tooling tracking "
        "welding writing"
    ).split()
)


def _comes_again(before: Atom, atom: Atom, after: Atom | None) -> bool:
    """ "The Brixen Jazz Days return on 3 September": a plural name and a verb of taking place."""
    return (
        atom.lemma in ("return", "run", "open", "begin", "start", "take", "end", "close")
        and before.lower.split()[-1]
        in ("days", "games", "awards", "championships", "finals", "sessions", "nights", "talks")
        and after is not None
        and after.tag in ("PREP", "DATE", "NOUN")
    )


def _counted(atoms: list[Atom], i: int) -> bool:
    """Whether the number at ``i`` is governed, so that what follows is what it counts: "has 300 registered users"."""
    before = atoms[i - 1] if i else None
    if before is None or before.tag in ("PREP", "VERB", "DET", "POSS", "APOS", "ADV"):
        return True
    return before.tag in ("CONJ", "COMMA", "OPEN", "COLON", "DASH", "SEMI") and not any(
        a.tag == "REL" for a in atoms[max(0, i - 3) : i]
    )


def _gerund(atom: Atom, before: Atom | None, after: Atom | None) -> bool:
    """ "funding", "training": a thing, unless a form of "be" or a subject before it makes it an act on another."""
    if atom.lower not in ING_NOUNS or (before is not None and before.lemma == "be"):
        return False
    if after is not None and (after.tag in ("DET", "POSS", "PRON", "NAME", "QTY", "MONEY")):
        return False
    return before is not None and before.tag in ("VERB", "ROUND", "MONEY", "NOUN", "ADV")


def tell_verb(atom: Atom, i: int, atoms: list[Atom]) -> None:
    """Whether a word that can be a verb is one here."""
    before = atoms[i - 1] if i else None
    after = atoms[i + 1] if i + 1 < len(atoms) else None
    if atom.lemma in ("be", "have", "do") and atom.lower not in ("being", "having", "doing"):
        return
    if atom.lemma == "report" and before is not None and before.lower == "direct":
        atom.tag = "NOUN"  # "nine direct reports at X"
        return
    tag = before.tag if before is not None else "START"
    tag = "POSS" if tag == "REL" and before is not None and before.lower == "whose" else tag
    if tag == "QTY" and before is not None and "-" in before.lower and i > 1 and atoms[i - 2].tag in ("DET", "POSS"):
        tag = "ADJ"  # "the 10,400-seat ground"
    if (
        tag in ("NOUN", "ADJ", "DET", "POSS", "APOS")
        and "base" in atom.tenses
        and after is not None
        and (
            after.tag == "MODAL"
            or (after.tag == "VERB" and after.lemma in ("be", "have") and after.tenses & {"s", "past"})
        )
    ):
        atom.tag = "NOUN"  # "the final cost was"
        return
    if before is not None and before.lower == "whose" and not atom.tenses & {"past", "s"}:
        atom.tag = "ADJ" if atom.tenses & {"ing"} and after is not None and after.tag in ("NOUN", "TITLE") else "NOUN"
        return  # "whose board she chairs"
    if (
        tag in ("ADJ", "ADV")
        and i > 1
        and atoms[i - 2].lower == "whose"
        and after is not None
        and "past" in after.tenses
    ):
        atom.tag, atoms[i - 1].tag = "NOUN", "ADJ"  # "whose first release sold"
        return
    if atom.lower == "being" and tag == "PREP" and before is not None and before.lower == "into":
        atom.tag = "NOUN"
        return
    if atom.lower in ("number", "total") and after is not None and after.lower == "of":
        atom.tag = "NOUN"  # "the average monthly number of staff"
        return
    if atom.lower == "undertaking" and tag in ("NOUN", "ADJ", "TITLE"):
        atom.tag = "NOUN"  # "the parent undertaking"
        return
    nominal_next = after is not None and (
        after.tag in ("NOUN", "NAME", "ADJ", "TITLE", "QTY")
        or (tag in ("DET", "POSS") and "base" in after.tenses and i + 2 < len(atoms) and atoms[i + 2].lower == "of")
    )  # "an estimated cost of" too
    if _gerund(atom, before, after):
        atom.tag = "NOUN"
    elif tag in ("MONEY", "ROUND"):
        if atom.tenses <= {"base"}:
            atom.tag = "NOUN"
    elif tag in ("DET", "POSS", "APOS", "ADJ"):
        if (atom.tenses & {"part", "ing"} and nominal_next) or (atom.lower == "own" and tag in ("POSS", "APOS")):
            atom.tag = "ADJ"
        else:
            atom.tag = (
                "VERB"
                if tag == "ADJ"
                and before is not None
                and before.lower in ("last", "first", "then")
                and atom.tenses & {"past"}
                else "NOUN"
            )
    elif tag == "VERB":
        if (atom.tenses <= {"base"} and before is not None and before.lemma not in ("do", "let", "help", "make")) or (
            atom.tenses <= {"s"} and before is not None and before.lemma not in ("be", "have")
        ):
            atom.tag = "NOUN"
    elif tag == "QTY":
        answers = atom.lemma in ("report", "answer") and after is not None and after.lower in ("to", "directly")
        if not atom.tenses & {"past", "part"} and not answers:
            atom.tag = "NOUN"
        elif after is not None and after.tag in ("NOUN", "TITLE") and _counted(atoms, i - 1):
            atom.tag = "ADJ"
    elif tag == "PREP" and before is not None and before.lower != "to":
        if not atom.tenses & {"ing"}:
            atom.tag = "ADJ" if atom.tenses & {"part"} and nominal_next else "NOUN"
        elif after is not None and after.tag in ("STOP", "COMMA") and before.lower in ("of", "in", "for"):
            atom.tag = "NOUN"
    elif tag in ("NOUN", "NAME", "TITLE", "DATE", "PCT"):
        if atom.tenses <= {"base"}:
            plural = before is not None and (
                (before.tag in ("NOUN", "TITLE") and (before.lower.endswith(("s", "men")) or before.lower in _PLURALS))
                or (before.tag == "NAME" and before.lower.endswith("s") and i > 1 and atoms[i - 2].lower == "the")
                or (before.tag == "NAME" and i > 2 and atoms[i - 2].lower == "and" and atoms[i - 3].tag == "NAME")
            )
            if not (
                plural
                and after is not None
                and after.tag in ("DET", "POSS", "PREP", "NAME", "PRON", "QTY", "MONEY", "ADV")
            ):
                atom.tag = "NOUN"
            if tag == "NAME" and before is not None and _comes_again(before, atom, after):
                atom.tag = "VERB"
        elif atom.tenses <= {"s"}:
            verbal = after is not None and (
                after.tag
                in (
                    "DET",
                    "POSS",
                    "PRON",
                    "NAME",
                    "ADV",
                    "NEG",
                    "QTY",
                    "PCT",
                    "MONEY",
                    "SUB",
                    "TITLE",
                    "DATE",
                    "NOUN",
                    "ADJ",
                    "REL",
                )
                or (after.tag == "PREP" and after.lower != "of")
                or after.tag == "QUOTE"
            )
            finite_next = after is not None and (
                after.tag == "MODAL"
                or (after.tag == "VERB" and (after.lemma in ("be", "have", "do") or "past" in after.tenses))
            )
            verbal = verbal or (tag == "NAME" and after is not None and after.tag == "VERB" and not finite_next)
            if not verbal or finite_next:
                atom.tag = "NOUN"
        elif (atom.tenses <= {"ing"} and atom.lower in ING_NOUNS) or (
            atom.tenses <= {"ing"}
            and tag == "NOUN"
            and before is not None
            and not nominal_next
            and after is not None
            and after.tag in ("STOP", "VERB", "MODAL")
        ):
            atom.tag = "NOUN"
    elif tag in ("START", "COMMA", "COLON", "SEMI", "QUOTE", "OPEN", "CONJ", "SUB", "DASH", "REL", "STOP"):
        if atom.tenses <= {"base"} and tag not in ("SUB", "REL"):
            imperative = after is not None and (
                after.tag in ("DET", "POSS", "PRON") or (after.tag == "NAME" and tag == "START")
            )
            atom.tag = "VERB" if imperative and tag in ("CONJ", "START", "STOP") else "NOUN"
        elif atom.tenses <= {"s"} and tag in ("START", "COMMA", "COLON", "OPEN", "SEMI"):
            if after is None or after.tag in ("VERB", "MODAL", "STOP", "COMMA", "CONJ") or after.lower == "of":
                atom.tag = "NOUN"
            elif tag == "START" and after.tag == "PREP" and any("past" in a.tenses for a in atoms[i + 2 :]):
                atom.tag = "NOUN"  # "Plans for a second site were dropped"
        elif atom.tenses <= {"s"} and tag == "CONJ" and after is not None and after.lower == "to":
            atom.tag = "VERB" if any(a.tag == "VERB" and "s" in a.tenses for a in atoms[:i]) else "NOUN"
        elif atom.tenses <= {"base", "s"} and tag == "CONJ":
            atom.tag = "NOUN" if after is None or after.tag in ("STOP", "COMMA", "VERB", "PREP") else "VERB"
        elif atom.tenses & {"part", "ing"} and nominal_next and tag in ("START", "STOP") and not atom.tenses & {"ing"}:
            pass
