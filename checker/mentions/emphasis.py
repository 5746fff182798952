"""Titles of works set apart in italics: "*A Map of Rain*" is one name, small words and all."""

from __future__ import annotations

from bisect import bisect_left

from checker.packs.vocabulary import Vocabulary
from checker.passages import Passage, Token

_SMALL = frozenset(
    "a an the of in on at for from to by with and or but as into over under not is this that my its his her".split()
)
_LONGEST = 12


def spans(passage: Passage, busy: bytearray, words: Vocabulary) -> dict[int, int]:
    """First to last token of each run in italics that is written as a title is."""
    tokens = passage.tokens
    starts = [token.start for token in tokens] if passage.block.emphases else []
    found: dict[int, int] = {}
    for start, end in passage.block.emphases:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        while last > first and tokens[last - 1].text in ",.;:":
            last -= 1
        if 0 < last - first <= _LONGEST and not any(busy[first:last]) and _entitles(tokens[first:last], words):
            found[first] = last
    return found


def _entitles(tokens: list[Token], words: Vocabulary) -> bool:
    """Whether the words are capitals but for small ones; one common word alone is only stressed."""
    if not tokens[0].text[0].isupper() or (len(tokens) == 1 and tokens[0].lower in words.words["common"]):
        return False
    main = [t for t in tokens if t.text[0].isalpha() and t.lower not in _SMALL and t.lower != "'s"]
    return bool(main) and all(t.text[0].isupper() for t in main)
