"""A title, or a verb or noun that is spelled like one: "chairs", "head"."""

from __future__ import annotations

from checker.claims.atoms.atom import Atom
from checker.packs.vocabulary import Vocabulary

_POSTS = frozenset("post role position job seat title emeritus designate elect".split())


def tell_title(atom: Atom, before: Atom | None, after: Atom | None, words: Vocabulary) -> None:
    if (
        after is not None
        and after.tag == "NOUN"
        and after.lower not in _POSTS
        and after.lower.isalpha()
        and atom.last == after.first
    ):
        atom.tag, atom.mention = "NOUN", None
        return
    form = words.verbs.get(atom.lower)
    if form is None or before is None or after is None:
        return
    subject = before.tag in ("PRON", "MODAL", "ADV", "NEG") or before.lower in ("who", "to", "which", "and")
    named = before.tag == "NAME" and "s" in form.tenses
    several = atom.mention is not None and atom.mention.anchor == "plural"
    named = named or (before.tag == "COMMA" and several and "s" in form.tenses and after.tag in ("DET", "POSS"))
    if before.tag == "PRON" and form.tenses & {"s"} and after.tag in ("COMMA", "STOP"):
        named = True
        after = before  # "whose board she chairs,"
    if (
        (subject or named)
        and after.tag in ("DET", "POSS", "NAME", "PRON", "PREP")
        and after.lower not in ("of", "at", "for")
    ):
        if before.lower == "and" and not form.tenses & {"s", "past"}:
            return
        atom.tag, atom.lemma, atom.tenses, atom.mention = "VERB", form.lemma, form.tenses, None
