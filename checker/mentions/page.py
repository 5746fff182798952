"""The whole of step 2 for one source, in order: tokens, values, titles, names, kinds of names."""

from __future__ import annotations

from collections.abc import Set

from checker.mentions import amounts, kinds, lines, names, standpoint, structure, title_fields, titles, tokens
from checker.model import Block, Source
from checker.packs.vocabulary import vocabulary
from checker.passages import Page, Passage, line_breaks


def find(source: Source) -> Page:
    """Tokens, sentences, mentions and names of every block of ``source`` but its furniture."""
    words = vocabulary()
    abbreviations = words.words["abbreviations"]
    passages = [_passage(block, abbreviations, source.raw) for block in source.blocks() if block.kind != "furniture"]
    published = source.published or standpoint.meeting(source)
    for passage in passages:
        amounts.mark(passage, published)
        titles.mark(passage, words)
    if published is None:
        standpoint.settle(passages)
    layout = structure.layout(source, words)
    found = names.mark(passages, layout.expected, words)
    decided = kinds.decide(passages, found, layout, words)
    title_fields.extend(passages, decided, words)
    return Page(source, passages, decided, {id(passage.block): passage for passage in passages})


def _passage(block: Block, abbreviations: Set[str], raw: str) -> Passage:
    found = tokens.tokenise(block.text)
    whole = block.kind in ("cell", "field")
    ranges = [(0, len(found))] if whole and found else tokens.sentences(found, abbreviations)
    cuts = line_breaks(block, raw) if block.kind in ("paragraph", "item", "quote") else []
    if cuts:
        ranges = lines.split(ranges, found, cuts)
    return Passage(block, found, tokens.shortened(found, ranges), [])
