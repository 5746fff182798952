"""Names of organizations: when two of them can be one organization's."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from checker.model import Value
from checker.values import lexicon
from checker.values.comparison import Comparison
from checker.values.names import fold, near, words


class _Words(Struct, frozen=True):
    legal: frozenset[str]
    generic: frozenset[str]
    abbreviations: dict[str, str]


@cache
def _words() -> _Words:
    data = lexicon.load("organizations")
    return _Words(frozenset(data["legal_forms"]), frozenset(data["generic"]), data["abbreviations"])


@lru_cache(maxsize=65536)
def core(name: str) -> tuple[str, ...]:
    """The words of a name without "the", legal forms at its end, and with abbreviations written out."""
    known = _words()
    tokens = [token for word in words(name) for token in known.abbreviations.get(word, word).split()]
    if len(tokens) > 1 and tokens[0] == "the":
        tokens = tokens[1:]
    end = len(tokens)
    while (end > 1 and tokens[end - 1] in known.legal) or (
        end > 2 and tokens[end - 1] in ("and", "&")
    ):  # "Smith & Co."
        end -= 1
    return tuple(tokens[:end])


def canonical(value: Value) -> tuple[str, ...]:
    """Equal for two ways of writing one name."""
    return core(value.text)


def show(value: Value) -> str:
    """The name as written."""
    return value.text


def compare(a: Value, b: Value) -> Comparison:
    """Whether two names can be one organization's. Symmetric."""
    if fold(a.text) == fold(b.text):
        return Comparison("same", "the same name")
    ours, theirs = core(a.text), core(b.text)
    if (len(theirs), theirs) < (len(ours), ours):
        ours, theirs = theirs, ours
    if ours == theirs or "".join(ours) == "".join(theirs):
        return Comparison("same", "the same name apart from legal form, article or punctuation")
    if not ours:
        return Comparison("different", _named(a, b))
    if theirs[: len(ours)] == ours or (theirs[-len(ours) :] == ours and len(ours) > 1):
        return Comparison("compatible", "short form of the other")
    if _initials(ours, words(b.text)) or _initials(ours, words(a.text)):
        return Comparison("compatible", "initials of the other")
    if _without_generic(ours) == _without_generic(theirs):
        return Comparison("compatible", "the same name apart from a general word")
    if near(" ".join(ours), " ".join(theirs)):
        return Comparison("same", "spelling")
    return Comparison("different", _named(a, b))


def _named(a: Value, b: Value) -> str:
    return "different names: " + " and ".join(sorted((a.text, b.text)))


@lru_cache(maxsize=8192)
def _without_generic(name: tuple[str, ...]) -> tuple[str, ...]:
    generic = _words().generic
    return tuple(word for word in name if word not in generic) or name


_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "at", "de", "du", "des", "der", "und", "et", "&", "to"))


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether ``short`` is made of the first letters of ``long``: "MIT", and "UCL" with small words left out."""
    if len(short) != 1 or len(long) < 2 or not 2 <= len(short[0]) <= 8:
        return False
    large = [word for word in long if word not in _SMALL]
    return short[0] in ("".join(word[0] for word in long), "".join(word[0] for word in large))
