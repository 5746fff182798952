"""Who was present: lists of people with their posts, as minutes and mastheads give them."""

from __future__ import annotations

from itertools import pairwise

from checker import lazy
from checker.claims.structured.cells import parts
from checker.claims.structured.context import Workbench, named
from checker.claims.structured.posts import Post, entries, is_person, is_title
from checker.model import Block

_BRACKETS = lazy.compile(r"\s*\([^()]*\)")


def people(bench: Workbench, block: Block, first: int = 0) -> list[tuple[str, Post | None]]:
    """The people that a block lists from offset ``first`` on, each with the post beside the name; offsets are the
    block's."""
    text = block.text[first:]
    if len(text) > 1200 or _hear(bench, block.text[:first]):
        return []
    spans = _lines(bench, block, first)
    if not spans and "\n" not in text:
        for start, end in parts(text, r"\s*;\s*(?:and\s+)?"):
            inner = _by_name(bench, text[start:end])
            spans += [(start + a, start + b) for a, b in inner] or [(start, end)]
    return entries(bench, text, first, spans or None)


def _by_name(bench: Workbench, text: str) -> list[tuple[int, int]]:
    """Entries between commas: each begins at a person's name, what follows up to the next is the post."""
    out: list[tuple[int, int]] = []
    for start, end in parts(text, r"\s*,\s+(?:and\s+)?|\s+and\s+(?=[A-Z])"):
        name = named(_BRACKETS.sub("", text[start:end]))
        if _begins(bench, name, bracketed="(" in text[start:end]):
            out.append((start, end))
        elif out:
            out[-1] = (out[-1][0], end)
        else:
            return []
    return out


def _hear(bench: Workbench, key: str) -> bool:
    """ "Members present:" where witnesses are listed too: whose chair A is, is not said."""
    if not key.strip().casefold().startswith(("members", "committee", "panel", "inquiry")):
        return False
    return any(p.tokens and p.tokens[0].lower in ("witness", "witnesses") for p in bench.page.passages[:20])


_INITIALS = lazy.compile(r"(?:[^\W\d_]\.[ -]?)+[^\W\d_][^\W\d_'’-]+(?: [^\W\d_'’-]+)?")


def _begins(bench: Workbench, name: str, *, bracketed: bool) -> bool:
    """Whether a piece of a list begins the next entry rather than going on with the post of the last."""
    if _INITIALS.fullmatch(name):
        return True
    words = name.split()
    formed = 2 <= len(words) <= 4 and all(word[0].isupper() for word in words)
    return not is_title(name) and (is_person(bench, name) or (bracketed and formed))


_FIRST = lazy.compile(r",|\s{2,}|\s*\(")
_CROWD = lazy.compile(
    r"\s*(?:(?:and|plus|with)\s+)?(?:\d+|[a-z]+)\s+(?:[a-z]+\s+)*(?:members|others?|observers|people|guests)\b"
)


def _lines(bench: Workbench, block: Block, first: int) -> list[tuple[int, int]]:
    """Entries that stand on lines of their own in the file; [] where a name or a post runs on."""
    raw = bench.page.source.raw
    cuts = [
        at
        for (at, origin), (before, back) in zip(block.pieces[1:], block.pieces, strict=False)
        if at > first and "\n" in raw[back + (at - before) - 1 : origin]
    ]
    if not cuts:
        return []
    edges = [first, *cuts, len(block.text)]
    spans = [(a - first, b - first) for a, b in pairwise(edges)]
    text = block.text[first:]
    spans = [(a, b) for a, b in spans if not _CROWD.match(text, a)]  # "and 31 members"
    whole = [named(_FIRST.split(text[a:b].strip())[0]) for a, b in spans]
    ended = all(not text[a:b].rstrip().endswith(",") for a, b in spans[:-1])
    return spans if ended and all(is_person(bench, name) for name in whole) else []
