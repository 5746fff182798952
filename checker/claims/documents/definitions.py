"""What a document itself defines: 'Alder Dairy Limited ("the Company")', 'X (hereinafter the "Society")'."""

from __future__ import annotations

from checker.packs.vocabulary import vocabulary
from checker.passages import Mention, Page, Passage

_QUOTES = frozenset("\"“”'‘’«»„")
_BETWEEN = frozenset(
    "the or and hereafter hereinafter henceforth collectively together called referred to as , : we us our".split()
)
_AHEAD = 14  # tokens of a parenthesis that are looked at


def definitions(page: Page) -> dict[str, str]:
    """Nouns with the full name of the body that each is defined to stand for, the first of each."""
    found: dict[str, str] = {}
    for passage in page.passages:
        if any(token.text == "(" for token in passage.tokens):
            for mention in passage.mentions:
                name = page.names.get(mention.key) if mention.kind == "name" else None
                if name is not None and name.kind != "person" and name.full:
                    for noun in _nouns(passage, mention):
                        found.setdefault(noun, name.full)
    return found


def _nouns(passage: Passage, mention: Mention) -> list[str]:
    """The nouns in the parenthesis behind a name, if it holds nothing but definitions."""
    tokens, i = passage.tokens, mention.last
    i += i + 1 < len(tokens) and tokens[i].text == "." and tokens[i + 1].text == "("  # "Tisza Grid Zrt. (the Company)"
    if i >= len(tokens) or tokens[i].text != "(":
        return []
    nouns: list[str] = []
    quoted = False
    named = {k for m in passage.mentions if m.kind == "name" for k in range(m.first, m.last)}
    for k in range(i + 1, min(len(tokens), i + _AHEAD)):
        word = tokens[k].lower
        if word == ")":
            return nouns if quoted else []
        if word in _QUOTES:
            quoted = True
        elif tokens[k].text[0].isupper() and word in vocabulary().words["organization_descriptors"]:
            nouns.append(word)
        elif word not in _BETWEEN and k not in named:
            return []
    return []
