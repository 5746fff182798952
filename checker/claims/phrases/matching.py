"""Where phrase patterns match: over the tokens of a sentence, each slot by the mention or phrase that stands there.

The work for a token is bounded (a pattern looks back no further than it is long, and a match takes at most ``_STEPS``
steps), so that a text costs time in proportion to its length, however it repeats itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from checker.claims import figures
from checker.claims.discourse.scene import named
from checker.claims.patterns import MENTIONS, can_be, dated
from checker.claims.phrases.compiling import GAP, TEXT, Gap, Group, Line, Slot, Word
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.claims.things import own
from checker.passages import Name

_STEPS = 400
_QUOTES = frozenset("'\"“”‘’«»„")
_MARKS = frozenset(",;:.()[]–—|!?…•·") | {"--"}
THINGS = frozenset(("product", "project", "event", "thing"))
_ARTICLES = frozenset(("a", "an", "the"))
_BREAKS = frozenset(("REL", "SUB"))
STATUSES = {
    **dict.fromkeys(("former", "ex", "previous", "then", "erstwhile", "formerly", "previously", "once"), "former"),
    **dict.fromkeys(("current", "now", "currently", "sitting", "present", "today"), "current"),
    **dict.fromkeys(("incoming", "designate", "next", "future"), "incoming"),
}


class Bound(Struct, frozen=True):
    """What a slot took: tokens ``first:last``, with the phrase, atom or (behind a prefix) name that they are."""

    first: int
    last: int
    phrase: Phrase | None = None
    atom: Atom | None = None
    name: Name | None = None


class Match(Struct, frozen=True):
    """One match: its tokens, what its slots took, and the tokens of its words."""

    first: int
    last: int
    bound: dict[str, Bound]
    words: tuple[int, ...]


class Text(Struct):
    """A sentence laid out for matching: atoms and phrases by their first token, tokens by their word."""

    sentence: Sentence
    types: dict[str, str] = {}
    atoms: dict[int, Atom] = field(default_factory=dict)
    phrases: dict[int, Phrase] = field(default_factory=dict)
    words: dict[str, list[int]] = field(default_factory=dict)
    steps: int = 0

    @classmethod
    def of(cls, sentence: Sentence) -> Text:
        """The layout of ``sentence``."""
        text = cls(sentence)
        for atom in sentence.atoms:
            text.atoms[atom.first] = atom
        for phrase in sentence.phrases():
            text.phrases.setdefault(phrase.atoms[0].first, phrase)
        for at in range(sentence.first, sentence.last):
            text.words.setdefault(sentence.passage.tokens[at].lower.replace("’", "'"), []).append(at)
        return text


def matches(line: Line, text: Text, types: dict[str, str]) -> Iterator[Match]:
    """The matches of ``line``, none overlapping, from left to right; of those that begin together the first found."""
    text.types = types
    after = -1
    for start in _starts(line, text):
        if start < after:
            continue
        text.steps = _STEPS
        found = next(_run(line.elements, start, text, {}, ()), None)
        if found is not None and found[0] > start:
            after, bound, words = found
            yield Match(start, after, bound, words)


def _starts(line: Line, text: Text) -> list[int]:
    if not line.triggers:
        return [at for at, atom in text.atoms.items() if atom.mention is not None or "-" in atom.lower]
    low = text.sentence.first
    places = {at for word in line.triggers for at in text.words.get(word, ())}
    return sorted({start for at in places for start in range(max(low, at - line.before), at + 1)})


_Found = tuple[int, dict[str, Bound], tuple[int, ...]]


def _run(
    elements: tuple[object, ...], at: int, text: Text, bound: dict[str, Bound], words: tuple[int, ...]
) -> Iterator[_Found]:
    """The ways in which ``elements`` match from token ``at`` on."""
    text.steps -= 1
    if text.steps < 0:
        return
    if not elements:
        yield at, bound, words
        return
    element, rest = elements[0], elements[1:]
    if isinstance(element, Word):
        place = _word(element, at, text)
        if place is not None:
            yield from _run(rest, place + 1, text, bound, (*words, place))
    elif isinstance(element, Slot):
        for taken in _slot(element, at, text, not rest):
            yield from _run(rest, taken.last, text, {**bound, element.name: taken}, words)
    elif isinstance(element, Group):
        for row in element.rows:
            for end, more, said in _run(row, at, text, bound, words):
                yield from _run(rest, end, text, more, said)
        if element.optional:
            yield from _run(rest, at, text, bound, words)
    elif isinstance(element, Gap):
        for end in range(at, min(at + GAP, text.sentence.last) + 1):
            yield from _run(rest, end, text, bound, words)


def _word(element: Word, at: int, text: Text) -> int | None:
    """Where the word stands: at the token, or behind quotation marks."""
    tokens = text.sentence.passage.tokens
    while at < text.sentence.last:
        lower = tokens[at].lower.replace("’", "'")
        if lower in element.words:
            return at
        if lower not in _QUOTES:
            return None
        at += 1
    return None


def _slot(slot: Slot, at: int, text: Text, final: bool) -> Iterator[Bound]:
    tokens, last = text.sentence.passage.tokens, text.sentence.last
    kind = text.types.get(slot.name, "text")
    while at < last and tokens[at].text in _QUOTES:
        at += 1
    if at >= last:
        return
    if slot.prefix:
        yield from _prefixed(slot, at, text)
    elif kind == "text":
        yield from _stretch(at, text, final)
    elif kind == "status":
        if tokens[at].lower in STATUSES:
            yield Bound(at, at + 1)
    else:
        taken = _typed(kind, at, text)
        if taken is None and tokens[at].lower in _ARTICLES:
            taken = _typed(kind, at + 1, text)
        if taken is not None and tokens[taken.last - 1].lower.endswith(slot.suffix):
            yield taken


def _prefixed(slot: Slot, at: int, text: Text) -> Iterator[Bound]:
    """ "Pre-Merger", "ex-Acme": what is left of the mention is a name of the document."""
    atom = text.atoms.get(at)
    end = atom.last if atom is not None else at + 1
    said = text.sentence.passage.text(at, end)
    if said.lower().startswith(slot.prefix):
        rest, names = said[len(slot.prefix) :].casefold(), text.sentence.scene.page.names
        kind = text.types.get(slot.name)
        known = {n.full: n for n in names.values() if n.kind == kind and n.full.casefold().split()[-1:] == [rest]}
        name = names.get(rest) or (next(iter(known.values())) if len(known) == 1 else None)
        if name is not None and name.kind in (kind, ""):
            yield Bound(at, end, name=name)


def _stretch(at: int, text: Text, final: bool) -> Iterator[Bound]:
    """Words up to the next mark: the fewest first where the pattern goes on, else all (or the noun phrase)."""
    tokens = text.sentence.passage.tokens
    end = at
    while end < min(text.sentence.last, at + TEXT) and tokens[end].text not in _MARKS:
        atom = text.atoms.get(end)
        if final and end > at and atom is not None and atom.tag in _BREAKS and atom.lower != "that":
            break
        end += 1
    trimmed = end
    while trimmed > at and tokens[trimmed - 1].text in _QUOTES:
        trimmed -= 1
    if final:
        if trimmed > at:
            yield Bound(at, trimmed)
        return
    for stop in range(at + 1, end + 1):
        if tokens[stop - 1].text not in _QUOTES:
            yield Bound(at, stop)


def _typed(kind: str, at: int, text: Text) -> Bound | None:
    """The mention or phrase of that kind at the token."""
    atom = text.atoms.get(at)
    phrase = text.phrases.get(at)
    if kind in figures.KINDS:
        said = figures.within(text.sentence.passage, at, at + 1, kind)
        return Bound(said.first, said.last, phrase, atom) if said is not None and said.first == at else None
    if kind in MENTIONS:
        fits = atom is not None and atom.tag == MENTIONS[kind] and (kind != "date" or dated(atom))
        return Bound(at, atom.last, phrase, atom) if atom is not None and fits else None
    words = text.sentence.scene.words
    if atom is not None and atom.tag in ("NAME", "PRON"):
        if _names(atom, kind) or (atom.tag == "PRON" and phrase is not None and can_be(phrase, kind, words)):
            return Bound(at, atom.last, phrase, atom)
        return None
    if kind in ("person", "organization", "team") and phrase is not None and can_be(phrase, kind, words):
        return Bound(at, phrase.atoms[-1].last, phrase, phrase.head)
    if own.is_own(kind) and phrase is not None and own.can_be(phrase):
        return Bound(at, phrase.atoms[-1].last, phrase, phrase.head)
    return None


def _names(atom: Atom, kind: str) -> bool:
    """Whether a name can be of the kind. A kind that only a pack knows is told by the pattern's own words."""
    if atom.tag != "NAME" or atom.name is None:
        return False
    if kind in ("person", "organization"):
        return named(atom, kind)
    if kind == "place":
        return atom.name.kind in ("place", "")
    return kind not in THINGS or atom.name.kind not in ("person", "place")
