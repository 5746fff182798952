"""The name in a heading, without the words that say it heads a box of facts: "Banca Morena at a glance"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.mentions.writing import INNER, capital
from checker.model import Block
from checker.packs.vocabulary import Vocabulary
from checker.passages import Passage, Token

# what was done to a body, in the participle that opens an entry about it
FOUNDED = frozenset(
    (
        "found establish form set incorporate register constitute create launch headquarter base locate own open "
        "build list charter license start begin acquire buy purchase take sell rename merge"
    ).split()
)
_CLOSING = frozenset((",", "(", ":", "–", "—", "-", "|", ";"))
_MOST = 5  # words of a name that only its heading tells


def entitled(passage: Passage, words: Vocabulary) -> tuple[int, int]:
    """The tokens of a heading that may be a name: without "Who's who:" before and "in five lines" behind."""
    tokens, box = passage.tokens, words.words["box_words"]
    first, last = 0, len(tokens)
    colon = next((i for i, token in enumerate(tokens[:6]) if token.text == ":"), 0)
    if colon and all(t.lower in box or not t.text[0].isalpha() for t in tokens[:colon]):
        first = colon + 1
    first += first < last and tokens[first].lower in ("about", "the", "meet")
    last = next((i for i in range(first + 1, last) if tokens[i].text in _CLOSING), last)
    while last > first + 1 and (tokens[last - 1].lower in box or tokens[last - 1].text.isdigit()):
        if (
            capital(tokens[last - 1])
            and capital(tokens[last - 2])
            and tokens[last - 1].lower not in ("facts", "factfile")
        ):
            break  # "Northern Data", a name's own last word
        last -= 1
    return first, last


def heads(passages: list[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Each heading, or line that is bold as a whole, with the block below it."""
    for passage, following in pairwise(passages):
        if following.block.kind in ("paragraph", "item", "quote") and following.tokens and is_head(passage.block):
            yield passage, following


def is_head(block: Block) -> bool:
    """Whether a block heads the next: a heading, or a short line that is bold as a whole."""
    if block.kind == "heading":
        return True
    lead = block.lead
    whole = lead is not None and lead[0] == 0 and lead[1] >= len(block.text.rstrip(" :."))
    return whole and block.kind in ("paragraph", "quote") and len(block.text.split()) < 10


_TELLING = frozenset("employ operate run have own make sell serve publish produce run build".split())
_BY = frozenset(("in", "by", "on", "as", "at", "from", "out"))


def told_of(passage: Passage, words: Vocabulary) -> bool:
    """Whether a block begins with the verb of an entry without its subject: "Founded in 1902", "Employs 64"."""
    tokens = passage.tokens
    form = words.verbs.get(tokens[0].lower)
    if form is None or len(tokens) < 2 or not capital(tokens[0]):
        return False
    up = tokens[0].lower == "set" and tokens[1].lower == "up"
    if form.lemma in FOUNDED and "part" in form.tenses:
        return up or tokens[1].lower in _BY
    return form.lemma in _TELLING and tokens[0].lower.endswith("s")


def wholly(passages: list[Passage], words: Vocabulary) -> dict[int, tuple[int, int]]:
    """By passage the heading's span that is a name for what the entry below it says, common words and all."""
    found = {}
    for passage, following in heads(passages):
        first, last = entitled(passage, words)
        tokens = passage.tokens[first:last]
        named = 1 < len(tokens) <= _MOST and capital(tokens[0]) and capital(tokens[-1]) and _new(tokens, words)
        written = named and all(capital(t) or t.lower in INNER or t.text == "'s" for t in tokens)
        if written and told_of(following, words):
            found[id(passage)] = (first, last)
    return found


def _new(tokens: list[Token], words: Vocabulary) -> bool:
    """Whether the words are no label: "Company History", "The Early Years", "Key Dates"."""
    box = words.words["box_words"] | _LABELS
    return not any(t.lower in box for t in tokens if t.lower not in INNER)


_LABELS = frozenset("our years year beginnings origins early us career life education team people staff".split())
