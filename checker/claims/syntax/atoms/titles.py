"""A title, or a verb or noun that is spelled like one: "chairs", "head"."""

from __future__ import annotations

from checker.claims.syntax.atoms.atom import Atom
from checker.claims.syntax.atoms.spot import END, START, Spot
from checker.packs.vocabulary import VerbForm, Vocabulary

_POSTS = frozenset("post role position job seat title emeritus designate elect".split())


def tell_title(here: Spot, words: Vocabulary) -> None:
    """Make a noun or verb of what was found as a title and is none here."""
    atom = here.atom
    if _modifies(atom, here.after):
        atom.tag, atom.mention = "NOUN", None
        return
    form = words.verbs.get(atom.lower)
    if form is not None and here.before is not START and here.after is not END and _acts(here, form):
        atom.tag, atom.lemma, atom.tenses, atom.mention = "VERB", form.lemma, form.tenses, None


def _modifies(atom: Atom, noun: Atom) -> bool:
    """ "director training": a noun before a noun."""
    plain = noun.tag == "NOUN" and noun.lower not in _POSTS and noun.lower.isalpha()
    return plain and atom.last == noun.first


def _acts(here: Spot, form: VerbForm) -> bool:
    """ "She chairs the board", "who heads X", "whose board she chairs,"."""
    before, after = here.before, here.after
    if before.lower == "and" and not form.tenses & {"s", "past"}:
        return False
    if before.tag == "PRON" and "s" in form.tenses and after.tag in ("COMMA", "STOP"):
        return True
    subject = before.tag in ("PRON", "MODAL", "ADV", "NEG") or before.lower in ("who", "to", "which", "and")
    taken = after.tag in ("DET", "POSS", "NAME", "PRON", "PREP") and after.lower not in ("of", "at", "for")
    return taken and (subject or _named(here, form))


def _named(here: Spot, form: VerbForm) -> bool:
    """ "Ann Ray chairs", or behind a comma what would be several: "Ann Ray, of York, chairs the board"."""
    several = here.atom.mention is not None and here.atom.mention.anchor == "plural"
    closed = here.before.tag == "COMMA" and several and here.after.tag in ("DET", "POSS")
    return "s" in form.tenses and (here.before.tag == "NAME" or closed)
