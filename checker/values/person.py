"""Names of people, taken apart into given names and surname, and when two of them can be one person's."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from checker import lazy
from checker.model import Value
from checker.values import lexicon
from checker.values.comparison import Comparison
from checker.values.names import fold, near

_CAPITALS = lazy.compile(r"\b[A-Z]{2,3}(?= \w)")
_ASIDE = lazy.compile(r"[\"“”(][^\"“”()]*[\"“”)]")
_BEHIND_COMMA = lazy.compile(r"[\w'-]+")
_INITIAL = lazy.compile(r"\b(\w)\.(?=\w)")
_TOKEN = lazy.compile(r"[\w'’-]+")
_GAP = lazy.compile(r"[ -]")


class Name(Struct, frozen=True):
    """A name in folded words. ``given`` may be empty (a surname alone), ``suffix`` is "jr", "iii" or ""."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    suffix: str = ""


class _People(Struct, frozen=True):
    honorifics: frozenset[str]
    suffixes: dict[str, str]
    after: frozenset[str]
    particles: frozenset[str]
    letters: frozenset[str]
    nicknames: dict[str, frozenset[int]]


@cache
def _people() -> _People:
    data = lexicon.load("persons")
    nicknames: dict[str, set[int]] = {}
    for index, group in enumerate(data["nicknames"]):
        for name in group:
            nicknames.setdefault(name, set()).add(index)
    short = {name: frozenset(groups) for name, groups in nicknames.items()}
    honorifics, after, particles = (frozenset(data[key]) for key in ("honorifics", "after", "particles"))
    return _People(honorifics, data["suffixes"], after, particles, frozenset(data["letters"]), short)


def is_letters(word: str) -> bool:
    """Whether a word is an honour or a degree as it stands behind a name."""
    return word in _people().letters


def without_letters(text: str) -> str:
    """ "Alan Brockhurst, KBE FRS" is Alan Brockhurst: without the honours and degrees behind the name."""
    parts = text.split()
    letters = _people().letters
    while len(parts) > 1 and parts[-1].strip(",.") in letters:
        parts.pop()
    return " ".join(parts).rstrip(",") if parts else text


@lru_cache(maxsize=65536)
def parse(text: str) -> Name:
    """The parts of a name: honorifics and degrees dropped, "Surname, Given" turned round."""
    known = _people()
    text = without_letters(text)
    spaced = text if text.isupper() else _CAPITALS.sub(lambda match: " ".join(match[0]), text)
    plain = _ASIDE.sub(" ", fold(spaced))
    first, comma, rest = plain.partition(",")
    suffix = ""
    if comma:
        turned = [token for token in _BEHIND_COMMA.findall(rest) if token not in known.after]
        suffix = next((known.suffixes[token] for token in turned if token in known.suffixes), "")
        turned = [token for token in turned if token not in known.suffixes]
        plain = f"{' '.join(turned)} {first}" if turned else first
    plain = _INITIAL.sub(r"\1 ", plain)
    tokens = [word for word in _TOKEN.findall(plain) if word != "-"]
    while len(tokens) > 1 and tokens[0] in known.honorifics:
        tokens = tokens[1:]
    while len(tokens) > 1 and (tokens[-1] in known.suffixes or (tokens[-1] in known.after and len(tokens) > 2)):
        suffix = known.suffixes.get(tokens[-1], suffix)
        tokens = tokens[:-1]
    at = max(len(tokens) - 1, 0)
    while at > 1 and tokens[at - 1] in known.particles:
        at -= 1
    if at == 1 and tokens[0] in known.particles and text.strip()[:1].islower():  # "van Aalst", but not "Van Morrison"
        at = 0
    return Name(tuple(tokens[:at]), tuple(tokens[at:]), suffix)


def canonical(value: Value) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Equal for two ways of writing one name."""
    name = parse(value.text)
    return name.given, name.surname, name.suffix


def show(value: Value) -> str:
    """The name as written."""
    return value.text


def compare(a: Value, b: Value) -> Comparison:
    """Whether two names can be one person's; never the same where two given names differ. Symmetric."""
    if fold(a.text) == fold(b.text):
        return Comparison("same", "the same name")
    one, other = parse(a.text), parse(b.text)
    if one == other:
        return Comparison("same", "the same name apart from honorific, accents or order")
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return Comparison("different", f"generation: {_both(a, b)}")
    if not one.given or not other.given:
        return _alone(one, other, _both(a, b))
    surname = _surnames(one.surname, other.surname)
    if surname is None:
        turned = one.given and set(one.given + one.surname) == set(other.given + other.surname)
        return (
            Comparison("compatible", "the same names in another order")
            if turned
            else Comparison("different", f"surname: {_both(a, b)}")
        )
    given = _given(one.given, other.given)
    if given is None:
        return Comparison("different", f"given name: {_both(a, b)}")
    if (
        surname == given == "spelling"
        or (surname == "equal" and given in ("equal", "spelling"))
        or (surname, given) == ("spelling", "equal")
    ):
        return Comparison("same", "spelling")
    return Comparison("compatible", surname if given == "equal" else given)


def _both(a: Value, b: Value) -> str:
    return " and ".join(sorted((a.text, b.text)))


def _alone(one: Name, other: Name, shown: str) -> Comparison:
    """One of the two is a single word: a surname, or a given name."""
    if not (one.surname and other.surname):  # a name without letters
        return Comparison("different", f"different names: {shown}")
    short, long = (one, other) if not one.given else (other, one)
    if _surnames(short.surname, long.surname) is not None:
        return Comparison("compatible", "surname only")
    if (long.given and short.surname[-1:] == long.given[:1]) or (
        not long.given and _nick(short.surname[-1], long.surname[-1])
    ):
        return Comparison("compatible", "given name only")
    return Comparison("different", f"different names: {shown}")


def _surnames(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """How two surnames agree, or None: "equal", "spelling", or in words."""
    if one == other:
        return "equal"
    left, right = " ".join(one), " ".join(other)
    if left.replace("-", " ").replace("'", "") == right.replace("-", " ").replace("'", ""):
        return "equal"
    ours, theirs = _bare(left), _bare(right)
    if ours == theirs:
        return "particle of the surname left out"
    if (
        ours
        and theirs
        and (set(ours) <= set(theirs) or set(theirs) <= set(ours))
        and ("-" in left + right or len(ours) != len(theirs))
    ):
        return "part of a double surname"
    return "spelling" if near(left, right) else None


@lru_cache(maxsize=8192)
def _bare(surname: str) -> tuple[str, ...]:
    return tuple(word for word in _GAP.split(surname) if word and word not in _people().particles)


def _given(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """How two lists of given names agree, or None. Middle names may be left out, but not contradict."""
    if one == other:
        return "equal"
    first = _single(one[0], other[0])
    if first is None:
        return "middle name used" if one[0] in other[1:] or other[0] in one[1:] else None
    for left, right in zip(one[1:], other[1:], strict=False):
        if _single(left, right) is None and len(one) == len(other):
            return None
    if len(one) != len(other):
        return "middle name left out" if first in ("equal", "spelling") else first
    rest = [_single(left, right) for left, right in zip(one[1:], other[1:], strict=True)]
    return (
        first
        if all(part == "equal" for part in rest)
        else next(part for part in [first, *rest] if part and part != "equal")
    )


def _single(one: str, other: str) -> str | None:
    if one == other or one.replace("-", "") == other.replace("-", ""):
        return "equal"
    if min(len(one), len(other)) == 1 and one[0] == other[0]:
        return "initial"
    if _nick(one, other):
        return "short form of the given name"
    if "-" in one + other and (
        set(one.split("-")) <= set(other.split("-")) or set(other.split("-")) <= set(one.split("-"))
    ):
        return "part of a double given name"
    return "spelling" if one[0] == other[0] and near(one, other) and min(len(one), len(other)) >= 6 else None


def _nick(one: str, other: str) -> bool:
    nicknames = _people().nicknames
    return bool(nicknames.get(one, frozenset()) & nicknames.get(other, frozenset()))
