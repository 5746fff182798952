"""``Key: value`` runs, definition lists and the like, as records."""

from __future__ import annotations

import re

from checker import lazy
from checker.model import Block, Field, Part, Record

KEY = lazy.compile(r"(?=[^\W_])([^:|\n]{1,40}?)\s*:(?=\s|$)\s*")
_SHORTENED = lazy.compile(r" (?:dir|exec|sec|gen|mgr|dept|est|no|off|pres|treas|ed|prof|techn?|admin|mktg)\.$", re.I)
_SENTENCE_END = (".", "!", "?", ".”", '."', ".)", "?”", '?"')


def is_key(text: str) -> bool:
    """Whether ``text`` can name a property: a few words, no sentence."""
    words = text.split()
    ended = text.endswith((".", "!")) and not (1 < len(words) <= 3 and _SHORTENED.search(text))
    return 0 < len(text) <= 40 and len(words) <= 5 and not ended


def is_sentence(text: str) -> bool:
    """Whether a value reads as prose."""
    return text.endswith(_SENTENCE_END) and len(text.split()) > 5


def as_parts(pairs: list[tuple[str, Block]], prose: list[Block]) -> list[Part]:
    """A record of ``pairs``, followed by those lines (``prose``, one a pair) that are sentences to be read.

    Where every value is a sentence there is nothing but prose.
    """
    sentences = [block for (_, value), block in zip(pairs, prose, strict=True) if is_sentence(value.text)]
    if len(sentences) == len(pairs):
        return list(sentences)
    return [Record("pairs", [Field(key, value) for key, value in pairs]), *sentences]
