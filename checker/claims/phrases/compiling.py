"""Phrase patterns: "{subject}, [a|an|the] {value} (of|at|for) {organization}", matched word by word.

A pattern is what a person would underline in a text: words (alternatives by ``|``), ``[optional]`` parts, ``(groups)``
of alternatives, ``{slots}`` and marks. A slot takes a mention of its type; one of type ``text`` takes the words up to
the pattern's next word or the text's next mark; ``pre-{slot}`` takes a name that is written with that prefix,
``{slot}-year-old`` a figure with that ending. ``…`` stands for at most eight words. A lone ``|`` between spaces parts
the cells of a table's row. Quotation marks in a text are passed over. This module is the language; ``phrase_claims``
makes claims of what matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from checker import lazy
from checker.errors import UserError

_PIECE = lazy.compile(
    r"(?P<slot>(?P<prefix>[^\s\[\](){}|]*-)?\{(?P<name>\w+)\}(?P<suffix>(?:-\w+)+)?)"
    r"|(?P<open>[\[(])|(?P<close>[\])])|(?P<bar>\|)"
    r"|(?P<gap>…|\.\.\.)|\\(?P<mark>\S)|(?P<word>'s|[^\s\[\](){}|,;:…\\]+|[,;:])|(?P<wrong>\S)"
)
GAP = 8  # words that "…" may stand for
TEXT = 40  # words that a slot of type text may take
_NAME = 12  # tokens of the longest mention


class Word(Struct, frozen=True):
    """One of several words."""

    words: tuple[str, ...]


class Slot(Struct, frozen=True):
    """A slot, by name; ``prefix`` and ``suffix`` are what is written in one word with it ("pre-", "-year-old")."""

    name: str
    prefix: str = ""
    suffix: str = ""


class Group(Struct, frozen=True):
    """Alternatives, each a row of elements; ``optional`` may be left out."""

    rows: tuple[tuple[Element, ...], ...]
    optional: bool = False


class Gap(Struct, frozen=True):
    """A few words, whatever they are."""


Element = Word | Slot | Group | Gap


class Line(Struct, frozen=True):
    """A compiled row of elements: the words that set it off, how many tokens may stand before them, and what else
    must be there."""

    elements: tuple[Element, ...]
    triggers: tuple[str, ...] = ()  # none: set off by its slots
    before: int = 0
    needs: tuple[tuple[str, ...], ...] = ()  # one word of each


class PhrasePattern(Struct, frozen=True):
    """A compiled pattern: one line, or one a cell for the rows of a table."""

    text: str
    lines: tuple[Line, ...]
    slots: frozenset[str]


def compile_phrase(text: str, types: dict[str, str]) -> PhrasePattern:
    """The pattern in ``text``, whose slots are of ``types``; UserError says what is wrong with it."""
    lines = tuple(_line(pieces, text, types) for pieces in _cells(text))
    slots = frozenset(slot.name for line in lines for slot in _slots(line.elements))
    if not slots:
        raise UserError(f'pattern "{text}" has no slot; write for example "{{subject}} studied {{value}}"')
    for name in sorted(slots - set(types)):
        known = ", ".join(f"{{{slot}}}" for slot in sorted(types))
        raise UserError(f'pattern "{text}" names {{{name}}}, which is no slot here; known: {known}')
    return PhrasePattern(text, lines, slots)


def _cells(text: str) -> list[list[re.Match[str]]]:
    """The pieces of the pattern, parted where a bar stands alone outside brackets."""
    cells: list[list[re.Match[str]]] = [[]]
    depth = 0
    for piece in _PIECE.finditer(text):
        if piece["wrong"]:
            raise UserError(f'pattern "{text}": {piece["wrong"]!r} is not understood; write \\{piece["wrong"]} for it')
        depth += bool(piece["open"]) - bool(piece["close"])
        if piece["bar"] and not depth and text[piece.start() - 1 : piece.end() + 1] == " | ":
            cells.append([])
        else:
            cells[-1].append(piece)
    return cells


def _line(pieces: list[re.Match[str]], text: str, types: dict[str, str]) -> Line:
    rows, at = _rows(pieces, 0, text, "")
    if at != len(pieces):
        raise UserError(f'pattern "{text}" closes a bracket that it does not open')
    elements = _alternated(rows, text)
    signs = [_signs(element) for element in elements]
    place = max((n for n, sign in enumerate(signs) if sign), key=lambda n: (min(map(len, signs[n])), -n), default=None)
    if place is None:
        typed = [slot for slot in _slots(elements) if types.get(slot.name, "text") != "text"]
        if not typed:
            raise UserError(f'pattern "{text}" has no word that must be there, to tell where to look; add one')
        return Line(elements)
    needs = tuple(sign for n, sign in enumerate(signs) if sign and n != place)
    before = elements[: place + 1] if isinstance(elements[place], Group) else elements[:place]
    return Line(elements, signs[place], sum(_width(e, types) for e in before), needs)


def _signs(element: Element) -> tuple[str, ...]:
    """Words of which one must be there where the element is; none where it can be without any."""
    if isinstance(element, Word):
        return element.words if all(any(c.isalnum() for c in word) for word in element.words) else ()
    if not isinstance(element, Group) or element.optional:
        return ()
    rows = [max((_signs(e) for e in row), key=lambda sign: min(map(len, sign), default=0)) for row in element.rows]
    return tuple(dict.fromkeys(word for row in rows for word in row)) if all(rows) else ()


def _rows(pieces: list[re.Match[str]], at: int, text: str, closing: str) -> tuple[list[list[Element | str]], int]:
    """The alternatives up to the closing bracket; a bar between two words without space joins them to one choice."""
    rows: list[list[Element | str]] = [[]]
    while at < len(pieces):
        piece = pieces[at]
        if piece["close"]:
            if piece["close"] == closing:
                return rows, at
            raise UserError(f'pattern "{text}": {piece["close"]!r} does not close a bracket')
        if piece["open"]:
            inner, at = _rows(pieces, at + 1, text, "]" if piece["open"] == "[" else ")")
            if at == len(pieces):
                raise UserError(f'pattern "{text}" does not close its {piece["open"]!r}')
            rows[-1].append(_group(inner, piece["open"] == "[", text))
        elif piece["bar"]:
            if closing:
                rows.append([])
            else:
                rows[-1].append("|")
        elif piece["slot"]:
            rows[-1].append(Slot(piece["name"], (piece["prefix"] or "").lower(), (piece["suffix"] or "").lower()))
        elif piece["gap"]:
            rows[-1].append(Gap())
        else:
            rows[-1].append(Word(((piece["mark"] or piece["word"]).lower(),)))
        at += 1
    return rows, at


def _group(rows: list[list[Element | str]], optional: bool, text: str) -> Element:
    made = tuple(_alternated([row], text) for row in rows)
    if not all(made):
        raise UserError(f'pattern "{text}" has an empty alternative; for what may be missing write [ ]')
    if not optional and all(len(row) == 1 and isinstance(row[0], Word) for row in made):
        return Word(tuple(word for row in made for word in row[0].words))  # type: ignore[union-attr]
    return Group(made, optional)


def _alternated(rows: list[list[Element | str]], text: str) -> tuple[Element, ...]:
    """A row in which "of|at" is one element."""
    made: list[Element] = []
    open_bar = False
    for item in rows[0]:
        if item == "|":
            open_bar = True
            continue
        before = made[-1] if made else None
        if open_bar:
            if not isinstance(before, Word) or not isinstance(item, Word):
                raise UserError(f'pattern "{text}": outside brackets "|" stands between words; write (… | …)')
            made[-1] = Word((*before.words, *item.words))
            open_bar = False
        else:
            made.append(item)  # type: ignore[arg-type]
    if open_bar:
        raise UserError(f'pattern "{text}" ends with "|"')
    return tuple(made)


def _width(element: Element, types: dict[str, str]) -> int:
    """The most tokens that an element takes, marks of quotation aside."""
    if isinstance(element, Word):
        return 2
    if isinstance(element, Gap):
        return GAP
    if isinstance(element, Slot):
        return TEXT if types.get(element.name, "text") == "text" else _NAME
    return max(sum(_width(e, types) for e in row) for row in element.rows)


def _slots(elements: tuple[Element, ...]) -> Iterator[Slot]:
    for element in elements:
        if isinstance(element, Slot):
            yield element
        elif isinstance(element, Group):
            for row in element.rows:
                yield from _slots(row)
