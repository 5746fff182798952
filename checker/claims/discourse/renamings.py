"""New names: what "the combined company takes the name X", "The new charity is called X", "A is renamed B" say next is
of the new one."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from checker.packs.vocabulary import vocabulary
from checker.passages import Page, Passage, Token

_MERGED = frozenset("combined merged enlarged united joint resulting successor new unified expanded".split())
_CALLED = (
    ("takes", "the", "name"), ("took", "the", "name"), ("take", "the", "name"), ("taking", "the", "name"),
    ("adopts", "the", "name"), ("adopted", "the", "name"), ("bears", "the", "name"), ("under", "the", "name"),
    ("is", "called"), ("was", "called"), ("be", "called"), ("is", "named"), ("be", "named"), ("was", "named"),
    ("known", "as"), ("trade", "as"), ("trades", "as"), ("trading", "as"), ("operates", "as"), ("operate", "as"),
)  # fmt: skip
_CHANGED = (
    ("name", "to"), ("is", "renamed"), ("was", "renamed"), ("renamed", "itself"), ("been", "renamed"),
    ("rebranded", "as"),
    ("rebrands", "as"), ("itself", "as"), ("now", "called"), ("now", "trades", "as"), ("became", "known", "as"),
)  # fmt: skip
_AHEAD = frozenset(("will", "would", "to", "plans", "may", "could"))


class Renaming(Struct):
    """A name that is taken; ``merged`` where several bodies that became one take it, ``ahead`` where they will."""

    name: str
    merged: bool
    ahead: bool


def renaming(passage: Passage, first: int, last: int, page: Page) -> Renaming | None:
    """The new name that a sentence gives, and None where it gives none."""
    tokens = passage.tokens
    for mention in passage.within(first, last):
        name = page.names.get(mention.key) if mention.kind == "name" else None
        if name is None or name.kind not in ("organization", "") or not name.full:
            continue
        before = [t.lower for t in tokens[first : mention.first]]
        if before[-1:] == ["of"] and before[-2:-1] == ["name"]:
            before = before[:-1]
        merged = _is_merged(tokens[first : mention.first])
        if _ends(before, _CHANGED) or (merged and _ends(before, _CALLED)):
            return Renaming(name.full, merged, not _AHEAD.isdisjoint(before[-4:-1]))
    return None


def _ends(words: list[str], endings: tuple[tuple[str, ...], ...]) -> bool:
    return any(tuple(words[-len(ending) :]) == ending for ending in endings)


def _is_merged(tokens: list[Token]) -> bool:
    """ "The combined company", "the enlarged group"."""
    nouns = vocabulary().words["organization_descriptors"]
    return any(a.lower in _MERGED and b.lower in nouns for a, b in pairwise(tokens))


def merged_name(page: Page) -> str:
    """The name that the bodies a document tells of have taken together; "" where there is none or it is to come."""
    found = (
        renaming(p, first, last, page)
        for p in page.passages
        if p.block.kind == "paragraph"
        for first, last in p.sentences
    )
    return next((r.name for r in found if r is not None and r.merged and not r.ahead), "")
