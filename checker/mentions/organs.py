"""Organs of a body: its boards, committees and councils, which are called alike everywhere and are nobody's name."""

from __future__ import annotations

from checker.packs.vocabulary import Vocabulary
from checker.passages import Token


def is_organ(tokens: list[Token], first: int, last: int, words: Vocabulary) -> bool:
    """Whether capitalised words only say which organ is meant: "the Supervisory Board", "Board of Trustees"."""
    said = [token.lower for token in tokens[first:last]]
    lists = words.words
    end = next((i for i, word in enumerate(said) if word == "of"), len(said))
    if end < len(said):  # "Board of Directors", "Court of Governors"
        return said[end - 1] in lists["organ_nouns"] and said[end + 1 :] != [] and said[-1] in lists["organ_members"]
    return len(said) > 1 and said[-1] in lists["organ_nouns"] and all(w in lists["organ_words"] for w in said[:-1])


def organ_end(tokens: list[Token], first: int, words: Vocabulary) -> int:
    """The end of the organ that capitals name from ``first``; ``first`` where they name none."""
    last = first
    while last < len(tokens) and last - first < 6 and (tokens[last].text[0].isupper() or tokens[last].lower in _SMALL):
        last += 1
    return next((end for end in range(last, first + 1, -1) if is_organ(tokens, first, end, words)), first)


_SMALL = frozenset(("of", "and", "&"))
