"""The year that a paper's figures are of, where a sentence says none: its section's heading, or its own head."""

from __future__ import annotations

import re

from checker import lazy
from checker.claims.sentence import Sentence

_ACCOUNTS = r"(?:accounts|results|financial statements|annual report|trading|figures|finances|revenue|income)"
_HEADED = lazy.compile(
    rf"\b{_ACCOUNTS}(?:\s+(?:and\s+\w+\s+)?(?:for|of|in))?(?:\s+(?:the\s+)?(?:financial\s+|fiscal\s+)?year)?[\s,:]+"
    r"(?P<year>(?:20|19)\d\d(?:\s?[-–/]\s?\d\d(?:\d\d)?)?)(?![\d-])",
    re.I,
)
_ENDED = lazy.compile(
    r"\byear(?:\s+(?:ended|ending|to))\s+(?P<year>(?:\d{1,2}\s+)?[A-Z][a-z]+\s+(?:\d{1,2},?\s+)?20\d\d)"
)
_HEAD = 6  # blocks at the top of a paper


def year_of(sentence: Sentence) -> str:
    """ "Accounts for 2025" over the sentence, else "for the year ended 31 December 2024" at the top of the paper."""
    page, block = sentence.scene.page, sentence.passage.block
    head = [passage.block.text for passage in page.passages[:_HEAD]]
    over = ""
    for passage in page.passages:
        if passage.block is block:
            break
        if passage.block.kind == "heading":
            over = passage.block.text
    for text in (over, *head):
        match = _HEADED.search(text) or _ENDED.search(text)
        if match is not None:
            return match["year"]
    return ""
