"""Phrases that say as much as one word, made one: "cost in the end €87m", "by the time she left", "is no longer"."""

from __future__ import annotations

from checker.claims.syntax.atoms.atom import Atom

_IDIOMS = frozenset(
    tuple(idiom.split())
    for idiom in (
        "in the end",
        "in the event",
        "in all",
        "in total",
        "all told",
        "all in all",
        "after all",
        "at last",
        "at long last",
        "in fact",
        "of course",
        "by and large",
        "on paper",
        "give or take",
        "at a stroke",
        "on the whole",
        "in practice",
        "once and for all",
        "in the meantime",
        "as it turned out",
        "to be precise",
        "to be exact",
        "once more",
    )
)
_WORDS = {
    ("by", "the", "time"): ("SUB", "when"),
    ("by", "the", "day"): ("SUB", "when"),
    ("no", "longer"): ("ADV", "no longer"),
    ("any", "longer"): ("ADV", "any longer"),
    ("any", "more"): ("ADV", "any longer"),
}  # what stands for a word of another class: what else it could be is settled by what follows
_FIRSTS = frozenset(idiom[0] for idiom in (*_IDIOMS, *_WORDS))
_OPENINGS = frozenset(idiom[:2] for idiom in (*_IDIOMS, *_WORDS))
_LONGEST = max(len(idiom) for idiom in _IDIOMS)
_GOES_ON = frozenset(("of", "'s"))  # "in the end of May" says when


def joined(atoms: list[Atom]) -> list[Atom]:
    """The atoms with each idiom made one adverb."""
    if _FIRSTS.isdisjoint([atom.lower for atom in atoms]):
        return atoms
    made: list[Atom] = []
    i = 0
    while i < len(atoms):
        length = _length(atoms, i) if atoms[i].lower in _FIRSTS else 0
        if length:
            said = tuple(a.lower for a in atoms[i : i + length])
            tag, word = _WORDS.get(said, ("ADV", " ".join(said)))
            made.append(Atom(tag, word, atoms[i].first, atoms[i + length - 1].last))
        else:
            made.append(atoms[i])
        i += length or 1
    return made


def _length(atoms: list[Atom], i: int) -> int:
    """How many atoms from the i-th are an idiom."""
    if i + 1 == len(atoms) or (atoms[i].lower, atoms[i + 1].lower) not in _OPENINGS:
        return 0
    for length in range(min(_LONGEST, len(atoms) - i), 1, -1):
        words = tuple(atom.lower for atom in atoms[i : i + length])
        after = atoms[i + length] if i + length < len(atoms) else None
        if words in _WORDS and _stands(words, after):
            return length
        if words in _IDIOMS and not (after is not None and _continues(words, after)):
            return length
    return 0


def _stands(words: tuple[str, ...], after: Atom | None) -> bool:
    """Whether the words are the idiom here: "by the time limit", "any more staff", "no longer than a week" are none."""
    if words[0] == "by":
        return after is not None and after.tag in ("PRON", "NAME", "TITLE", "DET", "POSS", "HON")
    if words[0] == "any":
        return after is None or after.tag in ("STOP", "COMMA", "SEMI", "CONJ", "QUOTE", "COLON", "CLOSE", "DASH")
    return after is None or after.lower not in ("than", "period", "term", "time", "notice")


def _continues(words: tuple[str, ...], after: Atom) -> bool:
    """ "In the end of May", "in all its rooms": what stands behind makes a phrase of it."""
    if after.lower in _GOES_ON:
        return True
    return words in (("in", "all"), ("in", "total")) and after.tag in ("POSS", "DET", "NOUN", "NAME", "ADJ")


def earlier(atoms: list[Atom]) -> list[Atom]:
    """ "… and before that a clerk at Acme": what comes before is the adjective "previous" of a title."""
    made: list[Atom] = []
    i = 0
    while i < len(atoms):
        if (
            atoms[i].lower == "before"
            and i
            and atoms[i - 1].tag in ("CONJ", "COMMA")
            and i + 2 < len(atoms)
            and atoms[i + 1].lower in ("that", "then")
        ):
            j = i + 3 if atoms[i + 2].tag == "DET" else i + 2
            if j < len(atoms) and atoms[j].tag == "TITLE":
                made.append(Atom("ADJ", "previous", atoms[i].first, atoms[j - 1].last))
                i = j
                continue
        made.append(atoms[i])
        i += 1
    return made
