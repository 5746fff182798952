"""A passage with its titles and names by their places, and what readers of contexts share."""

from __future__ import annotations

from msgspec import Struct

from checker.passages import Mention, Passage, Token

ARTICLES = frozenset(("the", "a", "an", "its", "one", "his", "her", "their", "another", "then", "now", "our", "my"))


OPENED = frozenset("\"“‘'*«")


CLOSED = frozenset("\"”’'*»")


SENTENCE_PERSON = frozenset(("he", "she"))


class Place(Struct):
    """One passage with its titles and names by their first and last tokens."""

    passage: Passage
    tokens: list[Token]
    titles: dict[int, Mention]  # by first token
    ended: dict[int, Mention]  # titles by the token after them
    named: dict[int, Mention]  # names by first token
    finished: dict[int, Mention]  # names by the token after them


def low(tokens: list[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""
