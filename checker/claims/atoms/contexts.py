"""What stands beside a word, as far as it tells what the word is."""

from __future__ import annotations

from checker.claims.atoms.atom import Atom


def exists(before: Atom | None, after: Atom | None) -> bool:
    """Whether "there" is a subject, as in "there are", and not a place."""
    if before is None or after is None or before.tag in ("QUOTE", "SUB", "REL"):
        return True
    return after.tag in ("MODAL", "APOS", "NEG", "ADV") or after.lemma in _EXISTS or "be" in after.lemma


_EXISTS = frozenset("be remain exist come follow seem appear have stand arise occur happen live lie".split())


def described_so(adverb: Atom | None, before: Atom | None, atom: Atom, after: Atom | None) -> bool:
    """Whether a participle stands between an article with an adverb and a noun."""
    return (
        adverb is not None
        and adverb.tag == "ADV"
        and adverb.lower.endswith("ly")
        and before is not None
        and before.tag in ("DET", "POSS", "APOS")
        and bool(atom.tenses & {"part"})
        and after is not None
        and (after.tag in ("NOUN", "TITLE", "ADJ", "NAME") or "base" in after.tenses)
    )


def opens_sentence(before: Atom | None, after: Atom) -> bool:
    """ "Both left in 2011": whether the word is the sentence's subject itself, and not beside one."""
    return (before is None or before.tag in ("STOP", "SEMI", "QUOTE")) and bool(after.tenses & {"past", "part"})


def begins_verb(atom: Atom) -> bool:
    """Whether a word after "each" is its verb: "each has", not "each hand"."""
    return atom.tag in ("MODAL", "ADV") or (atom.tag == "VERB" and bool(atom.tenses - {"base"}))


def since_done(verb: Atom, after: Atom) -> bool:
    return verb.tag == "VERB" and "part" in verb.tenses and after.lower == "by"


def begins_noun(atom: Atom) -> bool:
    return atom.tag in ("NOUN", "NAME", "ADJ", "TITLE", "ROUND") or (atom.tag == "VERB" and "past" not in atom.tenses)


def finite_next(after: Atom | None) -> bool:
    """Whether what follows can only be a verb, or nothing does."""
    if after is None or after.tag in ("MODAL", "STOP"):
        return True
    return after.tag == "VERB" and ("past" in after.tenses or after.lemma in ("be", "have"))
