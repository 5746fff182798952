"""Works that a text defines: "The Winter Clerk is a novel by …" makes "The Winter Clerk" one name, though a clerk is a
post, wherever the document writes it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.mentions.writing import capital
from checker.passages import Passage, Token

Held = dict[int, dict[int, int]]  # by passage: first to last token of each work's name
_SMALL = frozenset("a an the of in on at for from to by with and or but as into over under not".split())
_ARTICLES = frozenset(("the", "a", "an"))
_BEING = frozenset(("is", "was", "are"))
_WORKS = frozenset(
    (
        "novel novella novelette film movie album single song ballad play opera operetta musical ballet "
        "symphony sonata poem memoir autobiography biography trilogy anthology documentary sitcom series "
        "miniseries drama comedy tragedy thriller western painting sculpture fresco mural book comic "
        "manga anime soundtrack videogame game episode melodrama farce ep cantata oratorio concerto "
        "suite mixtape podcast serial story"
    ).split()
)
_LONGEST, _REACH = 9, 9


def held(passages: list[Passage]) -> Held:
    """The names of works that the document defines, at every place."""
    names = {tuple(t.text for t in run) for passage in passages for run in _defined(passage)}
    if not names:
        return {}
    first = {name[0] for name in names}
    found: Held = {}
    for passage in passages:
        tokens = passage.tokens
        for i, token in enumerate(tokens):
            if token.text in first:
                end = max((i + len(n) for n in names if tuple(t.text for t in tokens[i : i + len(n)]) == n), default=0)
                if end:
                    found.setdefault(id(passage), {})[i] = end
    return found


def _defined(passage: Passage) -> Iterator[list[Token]]:
    for first, last in passage.sentences:
        tokens = passage.tokens[first:last]
        end = _run(tokens)
        start = 1 if end > 1 and tokens[0].lower in _ARTICLES else 0
        if end - start > 1 and _defines(tokens, _past_bracket(tokens, end)):
            yield tokens[start:end]


def _run(tokens: list[Token]) -> int:
    """The end of the capitals that open a sentence, small words between them included."""
    end = 0
    for i, token in enumerate(tokens[:_LONGEST]):
        if capital(token) or (token.text in ("'s", "’s") and i):
            end = i + 1
        elif not (i and token.text in _SMALL):
            break
    return end


def _past_bracket(tokens: list[Token], i: int) -> int:
    if i >= len(tokens) or tokens[i].text != "(":
        return i
    return next((k + 1 for k in range(i, min(len(tokens), i + 16)) if tokens[k].text == ")"), i)


def _defines(tokens: list[Token], i: int) -> bool:
    """Whether "is a … novel" stands there."""
    if i + 2 >= len(tokens) or tokens[i].text not in _BEING or tokens[i + 1].text not in _ARTICLES:
        return False
    for token in tokens[i + 2 : i + 2 + _REACH]:
        if token.lower in _WORKS:
            return True
        if token.text in ("of", "by", "in", "for", "who", "that", "which", ",", ".", "from"):
            return False
    return False
