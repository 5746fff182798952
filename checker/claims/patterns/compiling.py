"""From the text of a pattern to its verb, its slots and its fixed heads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import structs

from checker import lazy
from checker.claims.patterns.pattern import Item, Pattern
from checker.errors import UserError

_VERBS = lazy.compile(r"[\w|-]+")
_PIECE = lazy.compile(r"\[[^\]]*\]|\S+")


_SLOT = lazy.compile(r"\{(\w+)(\?)?\}")


@lru_cache(maxsize=4096)
def compile_pattern(text: str, origin: str = "") -> Pattern:
    """The pattern in ``text``; UserError says what is wrong with it."""
    pieces = _PIECE.findall(text)
    if sum(piece.startswith("[") for piece in pieces) != text.count("[") or text.count("[") != text.count("]"):
        raise UserError(f'pattern "{text}": each "[" is closed by a "]", and none stands in another', origin)
    subject, needs = "", True
    if pieces and (slot := _SLOT.fullmatch(pieces[0])):
        subject, needs = slot[1], slot[2] is None
        pieces = pieces[1:]
    if not pieces or not _VERBS.fullmatch(pieces[0]):
        raise UserError(
            f'pattern "{text}" names no verb after its subject; write for example "{{subject}} join {{value}}"', origin
        )
    items = _with_prepositions([_item(piece, following, text, origin) for piece, following in _pairs(pieces[1:])])
    fixed = next((frozenset(item.words) for item in items if not item.slot and not item.optional), frozenset[str]())
    return Pattern(text, subject, tuple(pieces[0].split("|")), items, needs, fixed)


def typed(pattern: Pattern, types: Mapping[str, str]) -> Pattern:
    """The pattern with what follows from its slots' types."""
    takes = any(not item.prepositions and types.get(item.slot) not in ("date", "span") for item in pattern.items)
    actor = types.get(pattern.subject, "any") if pattern.subject and pattern.needs_subject else ""
    return structs.replace(pattern, takes=takes, actor=actor)


def unknown_slots(pattern: Pattern, types: Mapping[str, str]) -> list[str]:
    """Slots that fill nothing: neither of these nor, as "{x}" or "{buyer?}", only there to be passed over."""
    subject = [pattern.subject] if pattern.needs_subject and pattern.subject else []
    said = (*subject, *(item.slot for item in pattern.items))
    return [name for name in said if name not in ("", "x") and name not in types]


def _with_prepositions(items: list[Item]) -> tuple[Item, ...]:
    """A bare preposition before a fixed head belongs to it: "in post"."""
    kept: list[Item] = []
    for item in items:
        before = kept[-1] if kept else None
        if (
            before is not None
            and not before.slot
            and not item.slot
            and all(word in _PREPOSITIONS for word in before.words)
        ):
            kept[-1] = Item("", (), item.words, item.optional, before.words)
        else:
            kept.append(item)
    return tuple(kept)


def _pairs(pieces: list[str]) -> list[tuple[str, bool]]:
    """Join "for" "{price}" to one piece; the flag says optional."""
    joined: list[tuple[str, bool]] = []
    words: list[str] = []
    for piece in pieces:
        if piece.startswith("["):
            joined.append((piece[1:-1], True))
        elif _SLOT.fullmatch(piece):
            governs = bool(words) and all(word in _PREPOSITIONS for word in words[-1].split("|"))
            joined += [(word, False) for word in (words[:-1] if governs else words)]
            joined.append((" ".join([*(words[-1:] if governs else []), piece]), False))
            words = []
        else:
            words.append(piece)
    if words:
        joined.append((" ".join(words), False))
    return joined


_PREPOSITIONS = frozenset(
    (
        "of in on at for from to by with as since until into over under between through without within about "
        "near out against via worth per after before alongside behind among toward towards upon till"
    ).split()
)


def _item(piece: str, optional: bool, text: str, origin: str) -> Item:
    slot = _SLOT.search(piece)
    before = piece[: slot.start()].split() if slot else piece.split()
    prepositions = tuple(before[-1].split("|")) if slot and before else ()
    if slot is None and not before:
        raise UserError(f'pattern "{text}" has an empty optional part', origin)
    return Item(slot[1] if slot else "", prepositions, () if slot else tuple(before[0].split("|")), optional)
