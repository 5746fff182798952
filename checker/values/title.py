"""Job titles, taken apart into level, function and domain, and how two of them compare.

"EVP Edge Compute" is a vice president (function), executive (level), for edge compute (domain). The words are
data: ``rules/lexicons/titles.yaml``.
"""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from checker import lazy
from checker.model import Value
from checker.values import lexicon
from checker.values.comparison import Comparison
from checker.values.names import fold, near

_WORD = lazy.compile(r"\w+")
_TOKEN = lazy.compile(r"[\w'.-]+")
_COFOUNDER = lazy.compile(r"\b(cofounder)s?\b")
_AND = lazy.compile(r"\s*[;/]\s*|\s+and\s+|\s*&\s*|,\s*(?:and\s+)?")


class Post(Struct, frozen=True, order=True):
    """One post: what it is, at which levels, for what. ``function`` is "" where no known word names one."""

    function: str
    levels: tuple[str, ...]
    domain: tuple[str, ...]


class _Titles(Struct, frozen=True):
    abbreviations: dict[str, str]
    posts: dict[tuple[str, ...], str]
    heads: dict[str, str]
    levels: frozenset[str]
    soft: dict[str, frozenset[str]]
    alike: dict[str, str]
    compatible: frozenset[frozenset[str]]
    dropped: frozenset[str]
    joiners: frozenset[str]
    longest: int


@cache
def _titles() -> _Titles:
    data = lexicon.load("titles")
    posts = {tuple(_WORD.findall(phrase)): name for name, phrases in data["posts"].items() for phrase in phrases}
    alike = {level: min(group) for group in data["alike_levels"] for level in group}
    compatible = frozenset(frozenset(_plural_free(name) for name in pair) for pair in data["compatible"])
    return _Titles(
        data["abbreviations"], posts, {word: name for name, forms in data["heads"].items() for word in forms},
        frozenset(data["levels"]), {head: frozenset(levels) for head, levels in data["soft"].items()}, alike,
        compatible, frozenset(data["dropped"]),
        frozenset(data["joiners"]), max(map(len, posts)),
    )  # fmt: skip


def _plural_free(name: str) -> str:
    function, colon, domain = name.partition(":")
    return function + colon + " ".join(sorted(map(_singular, domain.split())))


_LONGEST = 300  # characters: no title is longer
_NOTE = lazy.compile(r"\s*[(\[][^)\]]*[)\]]")
_INITIALS = lazy.compile(r"\b((?:[a-z]\.){2,})")


@lru_cache(maxsize=16384)
def parse(text: str) -> tuple[Post, ...]:
    """The posts a title names, in their order: several in "co-founder and chief executive"."""
    text = text[:_LONGEST]
    plain = _INITIALS.sub(lambda match: match[1].replace(".", "") + " ", fold(_NOTE.sub("", text) or text))
    plain = (
        plain.replace("r&d", "rd")
        .replace("non-executive", "nonexecutive")
        .replace("vice-", "vice ")
        .replace("co-", "co")
    )
    plain = _COFOUNDER.sub("cofounder", plain)
    parts = [part for part in _AND.split(plain) if part]
    merged: list[str] = []
    for part in parts:
        if merged and not (_names_post(part) and _names_post(merged[-1])):
            merged[-1] = f"{merged[-1]} {'of ' if _names_post(merged[-1]) and not _names_post(part) else ''}{part}"
        else:
            merged.append(part)
    return tuple(_post(part) for part in merged) or (Post("", (), ()),)


def _names_post(part: str) -> bool:
    return bool(_post(part).function)


@lru_cache(maxsize=16384)
def _post(part: str) -> Post:
    known = _titles()
    tokens: list[str] = []
    for token in _TOKEN.findall(part):
        bare = token.strip(".'-")
        for word in [bare] if bare in known.dropped else bare.split("-"):
            tokens += known.abbreviations.get(word, word).split()
    stop = next((i for i, token in enumerate(tokens) if token in known.joiners and i), len(tokens))
    head, used = _head(tokens, stop)
    levels: list[str] = []
    domain: list[str] = []
    for index, token in enumerate(tokens):
        if index in used or token in known.dropped:
            continue
        if token in known.levels and index < (max(used) if used else stop):
            levels.append(known.alike.get(token, token))
        else:
            domain.append(_singular(token))
    return Post(head, tuple(sorted(set(levels))), tuple(sorted(set(domain))))


def _head(tokens: list[str], stop: int) -> tuple[str, set[int]]:
    """The function, and which tokens name it: the last post of several words before "of", else the last head word."""
    known = _titles()
    content = [i for i in range(len(tokens)) if tokens[i] not in known.dropped or tokens[i] in known.joiners]
    for limit in (len(tokens), stop):
        inside = [i for i in content if i < limit]
        for size in range(min(known.longest, len(inside)), 1, -1):
            for first in range(len(inside) - size, -1, -1):
                span = inside[first : first + size]
                name = known.posts.get(_split(tokens, span))
                if name is not None and (limit == stop or any(tokens[i] in known.joiners for i in span)):
                    return name, set(span)
    for limit in (stop, len(tokens)):
        inside = [i for i in content if i < limit]
        for index in reversed(inside):
            if tokens[index] in known.heads and not (tokens[index] in known.levels and index + 1 < len(inside)):
                return known.heads[tokens[index]], {index}
            if tokens[index] == "cofounder":
                return "co-founder", {index}
            if tokens[index].startswith("co") and tokens[index][2:] in known.heads and len(tokens[index]) > 6:
                return f"co-{known.heads[tokens[index][2:]]}", {index}
    return "", set()


def _split(tokens: list[str], span: list[int]) -> tuple[str, ...]:
    return tuple(word for i in span for word in _WORD.findall(tokens[i]))


def _singular(token: str) -> str:
    return token[:-1] if len(token) > 4 and token.endswith("s") and not token.endswith("ss") else token


def canonical(value: Value) -> tuple[Post, ...]:
    """Equal for two ways of writing one title."""
    posts = tuple(sorted(set(parse(value.text))))
    return posts if any(post.function for post in posts) else (Post("", (), (fold(value.text),)),)


def show(value: Value) -> str:
    """The title as written."""
    return value.text


def compare(a: Value, b: Value) -> Comparison:
    """Whether two titles can both be right of one person at one time. Symmetric."""
    if fold(a.text) == fold(b.text):
        return Comparison("same", "the same words")
    ours, theirs = canonical(a), canonical(b)
    if ours == theirs:
        return Comparison("same", "spelling, abbreviation or word order")
    pairs = [[_posts(one, other) for other in theirs] for one in ours]
    if len(ours) == len(theirs) == 1:
        return pairs[0][0]
    if all(any(pair.verdict == "same" for pair in row) for row in pairs) or all(
        any(row[i].verdict == "same" for row in pairs) for i in range(len(theirs))
    ):
        return Comparison("compatible", "one names a second post as well")
    flat = [pair for row in pairs for pair in row]
    agreeing = sorted((pair for pair in flat if pair.verdict != "different"), key=lambda pair: pair.reason)
    if agreeing:
        return Comparison("compatible", "one post in common: " + agreeing[0].reason)
    return Comparison("different", min(pair.reason for pair in flat))


def _posts(one: Post, other: Post) -> Comparison:
    if one == other:
        return Comparison("same", "spelling, abbreviation or word order")
    if not one.function or not other.function:
        return _unknown(one, other)
    if one.function != other.function:
        if _named_together(one, other):
            return Comparison("compatible", f"{_pair(one.function, other.function)} may be one post")
        return Comparison("different", f"role: {_pair(_words(one), _words(other))}")
    if one.levels != other.levels and not _soft(one, other):
        return Comparison("different", f"level: {_pair(_words(one), _words(other))}")
    if one.domain != other.domain:
        return _domains(one, other)
    return Comparison("compatible", "level of detail")


def _soft(one: Post, other: Post) -> bool:
    """Whether the levels in which the two differ may be left out in speaking of the same post."""
    soft = _titles().soft
    return set(one.levels) ^ set(other.levels) <= soft.get("*", frozenset()) | soft.get(one.function, frozenset())


def _domains(one: Post, other: Post) -> Comparison:
    ours, theirs = set(one.domain), set(other.domain)
    if ours <= theirs or theirs <= ours:
        return Comparison("compatible", "level of detail")
    left, right = " ".join(one.domain), " ".join(other.domain)
    if near(left, right):
        return Comparison("same" if one.levels == other.levels else "compatible", "spelling")
    return Comparison("different", f"domain: {_pair(_words(one), _words(other))}")


def _named_together(one: Post, other: Post) -> bool:
    if set(one.levels) ^ set(other.levels):
        return False
    for ours in (one.function, f"{one.function}:{' '.join(one.domain)}"):
        for theirs in (other.function, f"{other.function}:{' '.join(other.domain)}"):
            if frozenset((ours, theirs)) in _titles().compatible:
                return (one.domain == other.domain or not one.domain or not other.domain) or ":" in ours + theirs
    if _plainly(one, other) or _plainly(other, one):
        return True
    if {one.function, other.function} == {"head", "director"}:
        fields, others = set(one.domain), set(other.domain)
        return bool(fields and others) and (fields <= others or others <= fields)
    return False


_AT_THE_TOP = frozenset(
    (
        "president chair chief-executive secretary-general prime-minister governor rector chancellor "
        "commander principal  managing-director executive-director director-general general-manager "
        "premier commissioner"
    ).split()
)


def _plainly(one: Post, other: Post) -> bool:
    """Whether the one is nothing but "head", "leader", "boss", as whoever is at the top can be called."""
    return one == Post("head", (), ()) and not other.domain and other.function in _AT_THE_TOP


def _unknown(one: Post, other: Post) -> Comparison:
    """At least one of the two has no word that is known for a post: only their words can be compared."""
    ours, theirs = set(_all(one)), set(_all(other))
    if ours == theirs:
        return Comparison("same", "the same words in another order")
    if near(" ".join(sorted(ours)), " ".join(sorted(theirs))):
        return Comparison("same", "spelling")
    if ours and theirs and (ours <= theirs or theirs <= ours):
        return Comparison("compatible", "level of detail")
    return Comparison("different", f"role: {_pair(_words(one), _words(other))}")


def _all(post: Post) -> tuple[str, ...]:
    return (*post.levels, *post.domain, *([post.function] if post.function else []))


def _words(post: Post) -> str:
    head = " ".join([*post.levels, post.function.replace("-", " ")]).strip()
    return f"{head} ({' '.join(post.domain)})" if post.domain and head else head or " ".join(post.domain)


def _pair(one: str, other: str) -> str:
    return " and ".join(sorted((one, other)))
