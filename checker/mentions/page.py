"""The whole of step 2 for one source, in order: tokens, values, titles, names, kinds of names."""

from __future__ import annotations

from collections.abc import Set

from checker.mentions import (
    amounts,
    kinds,
    lines,
    names,
    slashes,
    standpoint,
    structure,
    title_fields,
    titles,
    tokens,
    works,
)
from checker.model import Block, Source
from checker.packs.vocabulary import vocabulary
from checker.passages import Page, Passage, line_breaks


def find(source: Source) -> Page:
    """Tokens, sentences, mentions and names of every block of ``source`` but its furniture."""
    words = vocabulary()
    abbreviations = words.words["abbreviations"]
    passages = [_passage(block, abbreviations, source.raw) for block in source.blocks() if block.kind != "furniture"]
    published = source.published or standpoint.meeting(source)
    held = works.held(passages)
    for passage in passages:
        amounts.mark(passage, published)
        titles.mark(passage, words, held.get(id(passage), {}))
    slashes.settle(passages)
    if published is None:
        standpoint.settle(passages)
    layout = structure.layout(source, words)
    found = names.mark(passages, layout.expected, words, held)
    decided = kinds.decide(passages, found, layout, words)
    title_fields.extend(passages, decided, words)
    return Page(source, passages, decided, {id(passage.block): passage for passage in passages})


def _tells(ranges: list[tuple[int, int]]) -> bool:
    """Whether a cell holds sentences, and no names with stops in them."""
    return len(ranges) > 1 and ranges[0][1] - ranges[0][0] > 3


def _passage(block: Block, abbreviations: Set[str], raw: str) -> Passage:
    found = tokens.tokenise(block.text)
    ranges = tokens.sentences(found, abbreviations)
    if block.kind == "field" or (block.kind == "cell" and not _tells(ranges)):
        ranges = [(0, len(found))] if found else []
    cuts = line_breaks(block, raw) if block.kind in ("paragraph", "item", "quote") else []
    if cuts:
        ranges = lines.split(ranges, found, cuts)
    return Passage(block, found, tokens.shortened(found, ranges), [])
