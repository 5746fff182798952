"""The words that titles are made of: heads, levels, abbreviations."""

from __future__ import annotations

from checker.packs.vocabulary import Vocabulary
from checker.passages import Token

ABBREVIATED = frozenset("evp svp vp avp ceo cfo coo cto cio cmo cpo md gm".split())
ACRONYMS = frozenset("ai hr it pr r&d qa ui ux ir esg m&a tv vfx csr ict emea apac uk us eu b2b seo gis bim".split())


def singular(word: str, words: Vocabulary) -> str | None:
    """The head of a title that ``word`` is or is the plural of."""
    heads = words.words["heads"]
    if word in heads:
        return word
    if word.endswith("s") and word[:-1] in heads:
        return word[:-1]
    if word.endswith(("ologist", "ographer", "onomist", "monger")) and len(word) > 8:
        return word
    return word[:-3] + "man" if word.endswith("men") and word[:-3] + "man" in heads else None


def is_level(token: Token, words: Vocabulary) -> bool:
    return token.lower in words.words["levels"] or (token.lower in ACRONYMS and token.text.isupper())


def continues(tokens: list[Token], i: int, words: Vocabulary) -> bool:
    return i < len(tokens) and (
        tokens[i].lower in words.words["levels"] or singular(tokens[i].lower, words) is not None
    )
