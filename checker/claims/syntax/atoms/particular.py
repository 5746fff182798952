"""Rules for single words of several parts of speech: what the word is here, "" where they say nothing."""

from __future__ import annotations

from collections.abc import Callable

from checker.claims.syntax.atoms.atom import NOMINAL, begins_noun
from checker.claims.syntax.atoms.spot import END, START, Spot
from checker.claims.syntax.atoms.subordination import begins_clause, that


def _once(here: Spot) -> str:
    """ "who once ran the line", "and once chief of X"."""
    if here.before.tag == "REL" or here.before.lower in ("had", "has"):
        return "ADV"
    before_title = here.after.tag == "TITLE" and here.before is not START
    return ("ADJ" if here.before.tag in ("CONJ", "COMMA") else here.atom.tag) if before_title else ""


_EVERY = frozenset("monthly weekly daily yearly quarterly hourly early".split())
_FREQUENT = frozenset("hourly daily nightly weekly fortnightly monthly quarterly yearly early elderly friendly".split())


def _frequent(here: Spot) -> str:
    """ "the average monthly number of", "monthly users"."""
    if here.atom.lower in _EVERY and here.before.tag in ("DET", "POSS", "NOUN", "ADJ"):
        return "ADJ" if _begins_plain_noun(here) else here.atom.tag
    return "ADJ" if here.atom.tag == "ADV" and here.after.tag in NOMINAL else ""


def _begins_plain_noun(here: Spot) -> bool:
    return here.after.tag == "NOUN" or "base" in here.after.tenses


def _emphatic(here: Spot) -> str:
    """ "the hall itself was opened", "Holm itself has a staff of six"."""
    return "ADV" if here.before.tag in ("NOUN", "NAME", "TITLE") else ""


def _late(here: Spot) -> str:
    """ "A, late of the Rifles,"."""
    if here.before.tag != "COMMA" or here.after is END:
        return ""
    return "ADV" if here.after.lower == "of" else here.atom.tag


def _each(here: Spot) -> str:
    """ "A and B each have", "Both left in 2011", "the last of these put"."""
    word, after = here.atom.lower, here.after
    if word in ("both", "all", "each") and here.before.lower in ("we", "they", "you") and "base" in after.tenses:
        return "ADV"  # "we both report to A"
    if word in ("both", "each") and _begins_verb(here):
        return "PRON" if word == "both" and _opens_sentence(here) else "ADV"
    if word in ("all", "both", "half") and after.tag in ("DET", "POSS"):
        return "ADV"  # "all the shares"
    alone = here.atom.tag == "DET" and word not in ("all", "half") and _finite_follows(here)
    return "PRON" if alone else ""


def _begins_verb(here: Spot) -> bool:
    """Whether the word after "each" is its verb: "each has", not "each hand"."""
    after = here.after
    return after.tag in ("MODAL", "ADV") or (after.tag == "VERB" and bool(after.tenses - {"base"}))


def _opens_sentence(here: Spot) -> bool:
    """Whether the word is the sentence's subject itself, and not beside one."""
    return here.before.tag in ("START", "STOP", "SEMI", "QUOTE") and bool(here.after.tenses & {"past", "part"})


def _finite_follows(here: Spot) -> bool:
    """Whether what follows can only be a verb, or nothing does."""
    after = here.after
    past = after.tag == "VERB" and ("past" in after.tenses or after.lemma in ("be", "have"))
    return past or after.tag in ("END", "MODAL", "STOP")


def _total(here: Spot) -> str:
    """ "the total cost of"."""
    return "ADJ" if _begins_plain_noun(here) else ""


def _since(here: Spot) -> str:
    """ "X, since acquired by Y", "has since been"."""
    after = here.after
    if after.tag == "VERB" and "part" in after.tenses and here.beyond().lower == "by":
        return "ADV"
    if here.before.lemma == "have" and after is not END:
        return "ADV" if after.tag in ("VERB", "ADV") else here.atom.tag
    return begins_clause(here)


def _had(here: Spot) -> str:
    """ "who'd been"."""
    if here.after.tag != "VERB" or not here.after.tenses <= {"part"}:
        return ""
    here.atom.lemma, here.atom.tenses = "have", frozenset({"past"})
    return "VERB"


def _last(here: Spot) -> str:
    """ "the last of them", "the first company"."""
    after = here.after
    if here.before.tag != "DET" or after is END:
        return ""
    nominal = after.tag in NOMINAL or begins_noun(after)
    return "NOUN" if after.lower == "of" else "ADJ" if nominal else here.atom.tag


def _due(here: Spot) -> str:
    """ "X, due to open in May,"."""
    if here.after.lower != "to" or (beyond := here.beyond()) is END:
        return ""
    return "ADV" if "base" in beyond.tenses else here.atom.tag


def _close(here: Spot) -> str:
    """ "people close to the talks"."""
    if here.atom.tag == "VERB" or here.after.lower != "to" or here.before is START:
        return ""
    return "ADJ" if here.before.tag == "NOUN" else here.atom.tag


def _then(here: Spot) -> str:
    """ "then chief of X", "and then left"."""
    return "" if here.after.tag in ("NOUN", "TITLE", "NAME", "ADJ") else "ADV"


_ABOUT = frozenset("about around over under nearly some almost roughly approximately circa c up than".split())


def _about(here: Spot) -> str:
    """ "about 300 people", "more than 40"."""
    doubtful = here.atom.tag in ("PREP", "DET", "SUB")
    if doubtful and here.after.tag in ("QTY", "MONEY", "PCT"):
        return "ADV"
    return begins_clause(here) if here.atom.lower == "than" else ""


def _modal(here: Spot) -> str:
    """ "the will", "its might"."""
    return "NOUN" if here.atom.tag == "MODAL" and here.before.tag in ("DET", "POSS") else ""


def _there(here: Spot) -> str:
    """ "took up the baton there in 2021"."""
    return "ADV" if here.atom.tag == "PRON" and not _exists(here) else ""


def _exists(here: Spot) -> bool:
    """Whether "there" is a subject, as in "there are", and not a place."""
    after = here.after
    if after is END or here.before.tag in ("START", "QUOTE", "SUB", "REL"):
        return True
    return after.tag in ("MODAL", "APOS", "NEG", "ADV") or after.lemma in _EXISTS or "be" in after.lemma


_EXISTS = frozenset("be remain exist come follow seem appear have stand arise occur happen live lie".split())


def _her(here: Spot) -> str:
    """ "elected her President", "joined her in 2011"."""
    if here.before.lemma in ("elect", "appoint", "make", "name", "crown", "proclaim") and here.after.tag == "TITLE":
        return "PRON"
    owned = here.after.tag in ("NOUN", "ADJ", "TITLE", "VERB", "NAME", "QTY", "ADV")
    return "PRON" if here.atom.tag == "POSS" and not owned else ""


RULES: dict[str, Callable[[Spot], str]] = {
    **dict.fromkeys(_EVERY | _FREQUENT, _frequent),
    **dict.fromkeys("itself himself herself themselves ourselves myself alone proper".split(), _emphatic),
    **dict.fromkeys("both each all half these those".split(), _each),
    **dict.fromkeys(("last", "first"), _last),
    **dict.fromkeys(_ABOUT, _about),
    **dict.fromkeys("after before until as till".split(), begins_clause),
    **dict.fromkeys("may will might can must".split(), _modal),
    "once": _once, "late": _late, "total": _total, "since": _since, "'d": _had, "due": _due, "close": _close,
    "then": _then, "that": that, "there": _there, "her": _her,
}  # fmt: skip
