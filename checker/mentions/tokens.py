"""Text to tokens and sentences. One regular expression, one pass."""

from __future__ import annotations

import re
from collections.abc import Set

from checker import lazy
from checker.passages import Token

_UPPER = "A-ZÀ-ÖØ-ÞĆČĎĐĒĞĢĪİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽȘȚΑ-ΩА-Я"
_TOKEN = lazy.compile(
    r"(?:[A-Z]\.){2,}|"  # U.S., R.K.
    r"(?<=[^\W\d] )[AIKP]/S(?![\w/])|"  # Orsted A/S
    rf"(?<![Ss]eries )(?<!Class )(?<!Plan )[{_UPPER}]\.(?=[\s\-][{_UPPER}])|"  # the J. of J. Smith, and no Series B.
    r"[^\W\d_]+(?:[&+][^\W\d_]+)*(?:(?:[-’'‘.](?=[^\W_]))(?!['’]s\b)[^\W_]+)*(?:\+\+|#|(?<=[a-z])\+(?!\w))?|"
    r"\d+(?:[.,:/]\d+)*[^\W\d_]*(?:-[^\W_]+)*|"
    r"\S",
    re.DOTALL,
)
_CLITIC = lazy.compile(r"(?:['’](?:s|re|ve|ll|d|m)|n['’]t)$", re.IGNORECASE)
CLOSERS = frozenset("\"”’')]»*")


def tokenise(text: str) -> list[Token]:
    """The words, numbers and marks of ``text``, without its spaces; a closing 's is a token of its own."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        start, end = match.span()
        if "'" not in word and "’" not in word:
            tokens.append(Token(word, word.casefold(), start, end))
            continue
        clitic = _CLITIC.search(word) if len(word) > 2 else None
        if clitic and clitic.start() > 0:
            cut = start + clitic.start()
            tokens.append(_token(text[start:cut], start, cut))
            start = cut
            word = text[start:end]
        tokens.append(_token(word, start, end))
    return tokens


def _token(word: str, start: int, end: int) -> Token:
    return Token(word, word.casefold().replace("’", "'"), start, end)


def sentences(tokens: list[Token], abbreviations: Set[str]) -> list[tuple[int, int]]:
    """Token ranges of the sentences: a stop, maybe closed by quotes, before a capital, a digit or an opening quote."""
    ranges: list[tuple[int, int]] = []
    first, count = 0, len(tokens)
    i = 0
    while i < count:
        word = tokens[i].text
        if word in ".?!…" or (
            word[-1] == "."
            and len(word) > 3
            and i + 1 < count
            and tokens[i + 1].lower in _OPENERS
            and tokens[i + 1].text[0].isupper()
        ):
            i = _close(tokens, i)
            if word != "." or _ends(tokens, i, first, abbreviations):
                ranges.append((first, i + 1))
                first = i + 1
        i += 1
    if first < count:
        ranges.append((first, count))
    return ranges


def shortened(tokens: list[Token], ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same sentences, those of more than ``LONGEST`` tokens in pieces, cut behind a mark where there is one:
    what is nearly always a list or no prose at all must not cost more than its length."""
    if all(last - first <= LONGEST for first, last in ranges):
        return ranges
    found: list[tuple[int, int]] = []
    for first, last in ranges:
        while last - first > LONGEST:
            end = first + LONGEST
            cut = next((i + 1 for i in range(end - 1, end - LONGEST // 2, -1) if tokens[i].text in _MARKS), end)
            found.append((first, cut))
            first = cut
        found.append((first, last))
    return found


LONGEST = 400
_MARKS = frozenset(",;:–—)]•|")


def _close(tokens: list[Token], i: int) -> int:
    while i + 1 < len(tokens) and tokens[i + 1].text in CLOSERS and tokens[i + 1].start == tokens[i].end:
        i += 1
    return i


def _ends(tokens: list[Token], last: int, first: int, abbreviations: Set[str]) -> bool:
    if last + 1 >= len(tokens):
        return True
    following = tokens[last + 1]
    if following.start == tokens[last].end and tokens[last].text == ".":
        return False
    opens = following.text[0].isupper() or following.text[0] in "\"“‘'([*#€$£" or following.text[0].isdigit()
    if not opens and following.lower != "i":
        return False
    before = tokens[last]
    if before.text == "." and last > first:
        word = tokens[last - 1]
        if (
            word.end == before.start
            and (word.lower in abbreviations or _life(tokens, last))
            and not (word.lower in {"no", "m", "p"} and following.text[0].isupper())
        ):
            return word.lower in {"inc", "ltd", "co", "corp", "plc", "llc"} and following.lower in _OPENERS
    return True


def _life(tokens: list[Token], last: int) -> bool:
    """ "(b. 1958, Ilorin)": born and died by a letter each."""
    return tokens[last - 1].text in ("b", "d") and last > 1 and tokens[last - 2].text in "(;,"


_OPENERS = frozenset("the a an he she it they we i in on at his her its their this that these but and".split())
