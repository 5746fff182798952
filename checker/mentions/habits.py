"""How a document writes its words: in small letters, with capitals inside sentences, two capitals together."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from checker.mentions.writing import INNER, capital
from checker.packs.vocabulary import Vocabulary
from checker.passages import Passage, Token


class Habits(Struct):
    """How the document writes its words: in small letters, with a capital inside a sentence, two capitals together."""

    small: Counter[str]
    inner: Counter[str]
    pairs: set[tuple[str, str]]
    phrases: dict[str, list[tuple[str, ...]]]  # first word -> names of several words that fields and cells hold
    shops: frozenset[str]  # words that with "'s" are somebody's business: "Alder's, the bakery, …"
    lettered: bool  # whether questions and answers begin with "Q." and "A."


def phrases(quiet: list[Passage], expected: dict[int, str]) -> dict[str, list[tuple[str, ...]]]:
    """The names with small words inside that a field or cell holds whole: "Vale of Orrin Growers"."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for passage in quiet:
        if expected.get(id(passage.block)) in ("person", "organization") and 1 < len(passage.tokens) < 9:
            tokens = passage.tokens
            if (
                all((capital(t) and t.text[0].isalpha()) or t.lower in INNER for t in tokens)
                and capital(tokens[0])
                and capital(tokens[-1])
            ):
                found.setdefault(tokens[0].lower, set()).add(tuple(t.lower for t in tokens))
    return {first: sorted(many, key=lambda words: (-len(words), words))[:20] for first, many in found.items()}


def phrase_end(tokens: list[Token], i: int, last: int, habits: Habits, busy: bytearray) -> int:
    """The end of a known name of several words that begins at ``i``, or ``i``."""
    for words in habits.phrases.get(tokens[i].lower, ()) if habits.phrases else ():
        end = i + len(words)
        if (
            end <= last
            and tokens[i].text[0].isupper()
            and tokens[end - 1].text[0].isupper()
            and not any(busy[i:end])
            and all(tokens[i + k].lower == word for k, word in enumerate(words))
        ):
            return end
    return i


def pairs(quiet: list[Passage]) -> set[tuple[str, str]]:
    """Two words that stand with capitals together inside a sentence: "the Salt Roads"."""
    return {
        (p.tokens[i].lower, p.tokens[i + 1].lower)
        for p in quiet
        for first, last in p.sentences
        for i in range(first + 1, last - 1)
        if p.tokens[i].text[0].isupper() and p.tokens[i + 1].text[0].isupper() and p.tokens[i - 1].text[0].islower()
    }


def borne(passages: list[Passage], words: Vocabulary) -> list[str]:
    """Months that are somebody's surname here: "Will March"."""
    months, given = words.words["months"], words.words["first_names"]
    return [
        b.lower
        for p in passages
        for a, b in zip(p.tokens, p.tokens[1:], strict=False)
        if b.lower in months and b.text[0].isupper() and a.lower in given and a.text[0].isupper()
    ]


def inner_capitals(quiet: list[Passage]) -> list[str]:
    """Words that stand with a capital inside a sentence: names rather than openers."""
    return [
        p.tokens[i].lower
        for p in quiet
        for first, last in p.sentences
        for i in range(first + 1, last)
        if p.tokens[i].text[0].isupper() and p.tokens[i - 1].text not in "\"“‘':;([—–-•"
    ]


_HAVING = frozenset(
    "has had is was will employs employed makes sells sold opened opens closed runs serves bought".split()
)
_TELLING = frozenset(("the", "a", "an", "which", "whose", "founded", "based"))


def shops(quiet: list[Passage], words: Vocabulary) -> frozenset[str]:
    """Words that open a sentence with "'s" and nothing behind it that would be theirs: "Alder's, the bakery", "Hobley's
    has"."""
    found = set()
    for p in quiet:
        for first, last in p.sentences:
            if first + 3 >= last or p.tokens[first + 1].text not in ("'s", "’s") or not capital(p.tokens[first]):
                continue
            third, fourth = p.tokens[first + 2], p.tokens[first + 3].lower
            if (third.text == "," and fourth in _TELLING) or third.lower in _HAVING or third.text == "(":
                found.add(p.tokens[first].lower)
    return frozenset(found - words.words["pronouns"] - {"there", "here", "that", "what", "who", "let"})
