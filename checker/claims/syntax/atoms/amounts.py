"""Amounts among the atoms of a sentence: the words that soften them, counts inside a word, and times nobody dated."""

from __future__ import annotations

from checker import lazy
from checker.claims.syntax.atoms.atom import Atom
from checker.passages import Mention, Passage
from checker.values import cues, quantity

_SOFTENING = frozenset(
    (
        "about around some roughly approximately approx approx. circa c. c ca. ca nearly almost close to just over "
        "under above below more less fewer than at least most up no as many much few little upwards upward of in "
        "excess an a estimated well north south beyond the region order on neighbourhood neighborhood vicinity "
        "something somewhere like not quite practically virtually maybe perhaps barely slightly shy short bit shade "
        "touch fraction better far or getting for nigh approximate"
    ).split()
)


def softeners(passage: Passage, mention: Mention) -> int:
    """How many tokens before an amount only say how exact it is: "at least", "more than", "close to"."""
    if mention.kind not in ("money", "quantity", "percent"):
        return 0
    tokens = passage.tokens
    at = cues.before(passage.block.text, tokens[mention.first].start).at
    count = 0
    while count < mention.first and tokens[mention.first - count - 1].start >= at:
        if tokens[mention.first - count - 1].lower not in _SOFTENING:
            return 0
        count += 1
    return count


_STRONG = lazy.compile(
    r"(?P<count>[\d.,]+|[a-z]+(?:-[a-z]+)?)-(?P<unit>strong|person|people|man|woman|member|employee|staff|worker)"
)


def strong(text: str, lower: str, i: int) -> Atom | None:
    """ "40-strong", "300-member", "twelve-person": a count inside a word, which describes whoever has so many."""
    match = _STRONG.fullmatch(lower)
    if match is None:
        return None
    found = quantity.recognise(match["count"].replace("-", " ") if match["count"][0].isalpha() else match["count"])
    if len(found) != 1 or found[0].end - found[0].start != len(match["count"]):
        return None
    mention = Mention("quantity", i, i + 1, found[0].value)
    return Atom("QTY", match["count"], i, i + 1, match["unit"], mention=mention)


_UNITS = frozenset(
    "day night week weekend fortnight month quarter season term year decade summer winter autumn spring time".split()
)
_PLURALS = frozenset("days weeks months years decades seasons quarters terms".split())
_TIMES = frozenset((*_UNITS, *_PLURALS, "date"))
_BEHIND = frozenset("ago earlier later before previously hence".split())
_POINTING = frozenset("last next this that every each same previous following past coming preceding current".split())
_ONE = frozenset("a an one per each every".split())


def undated(atoms: list[Atom]) -> list[Atom]:
    """The atoms with times that nothing dates as one atom each: "two years ago", "last season", "every month".

    They are no object and no subject, wherever they stand.
    """
    if _TIMES.isdisjoint([atom.lower for atom in atoms]):
        return atoms
    made: list[Atom] = []
    i = 0
    while i < len(atoms):
        last = _time(atoms, i)
        if last > i:
            words = " ".join(a.lower for a in atoms[i:last])
            made.append(Atom("DATE", words, atoms[i].first, atoms[last - 1].last, "undated"))
            i = last
        else:
            made.append(atoms[i])
            i += 1
    return made


def _time(atoms: list[Atom], i: int) -> int:
    """Where the undated time that begins at ``i`` ends; ``i`` where none does."""
    row = [a.lower for a in atoms[i : i + 4]]
    if row[:2] == ["to", "date"] and (len(row) < 3 or atoms[i + 2].tag not in ("DET", "POSS", "NAME", "PRON")):
        return i + 2
    if len(row) < 2 or (i and atoms[i - 1].tag == "PREP"):
        return i
    rate = i and atoms[i - 1].tag in ("MONEY", "QTY", "NOUN") and row[0] in _ONE and row[1] in _UNITS
    if row[0] in _POINTING and row[1] in _UNITS and row[1] != "time":
        return i + 2
    if rate and atoms[i - 1].tag == "MONEY" and not (len(row) > 2 and row[2] in _BEHIND):
        return i + 2
    if len(row) > 2 and row[2] in _BEHIND and (row[1] in _PLURALS or (row[0] in _ONE and row[1] in _UNITS)):
        closed = i + 3 >= len(atoms) or atoms[i + 3].tag in ("COMMA", "STOP", "CLOSE")
        return i + 3 if row[2] != "before" or closed else i
    return i
