"""The words of headers and keys, from ``rules/lexicons/headers.yaml`` and the packs' own ``headers``."""

# annotations are evaluated here: msgspec asks for them at every start, and would compile each

import os
from functools import cache
from typing import Any

from msgspec import Struct

from checker import __version__, kept, lazy
from checker.digests import blake2b
from checker.values import lexicon


class Attribute(Struct, frozen=True):
    """What is known of an attribute: what it is about, the kind of its value, its key qualifier ("" for none)."""

    name: str
    subject: str
    value: str
    key: str = ""


class Words(Struct):
    """Everything a header can mean. ``exact``: a folded phrase to meanings ``(role, name)`` in the order of
    preference."""

    attributes: dict[str, Attribute]
    exact: dict[str, list[tuple[str, str]]]
    synonyms: list[tuple[str, str]]  # phrases of attributes, each with its attribute
    former: frozenset[str]
    incoming: frozenset[str]
    current: frozenset[str]
    neutral: frozenset[str]
    empty: frozenset[str]
    contacts: frozenset[str]
    people: frozenset[str]
    officers: frozenset[str]
    first: frozenset[str] = frozenset()  # headers of first names, and of last names
    last: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    workers: frozenset[str] = frozenset()  # kinds of staff that a header names alone
    made_tokens: dict[str, list[tuple[frozenset[str], str]]] | None = None
    made_bags: dict[frozenset[str], list[tuple[str, str]]] | None = None

    @property
    def tokens(self) -> dict[str, list[tuple[frozenset[str], str]]]:
        """A word to the synonyms of attributes that have it; made when first asked for."""
        if self.made_tokens is None:
            self.made_tokens = {}
            for phrase, name in self.synonyms:
                bag = frozenset(phrase.split())
                for word in sorted(bag):
                    self.made_tokens.setdefault(word, []).append((bag, name))
        return self.made_tokens

    @property
    def bags(self) -> dict[frozenset[str], list[tuple[str, str]]]:
        """Like ``exact``, whatever the order of the words; made when first asked for."""
        if self.made_bags is None:
            self.made_bags = {}
            for phrase, meanings in self.exact.items():
                if len(words := phrase.split()) > 1:
                    self.made_bags.setdefault(frozenset(words) - {"of"}, meanings)
        return self.made_bags


_WORD = lazy.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*|#")
_CAMEL = lazy.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


def fold(text: str) -> str:
    """A header as a phrase to look up: lower case, snake_case and camelCase taken apart, without articles."""
    if text.islower() and text.isascii() and text.replace(" ", "").isalpha():  # as nearly all of the lexicon
        found = text.split()
    else:
        found = _WORD.findall(_CAMEL.sub(" ", text).replace("_", " ").casefold().replace("’", "'"))
    return " ".join(word for word in found if word not in ("the", "a", "an"))


def words(packs: Any) -> Words:
    """The lexicon with what ``packs`` add to it (``packs.attributes``: name to a struct with ``headers``)."""
    own = getattr(packs, "attributes", None) or {}
    extra = tuple(
        (
            name,
            *(str(getattr(own[name], part, "") or "") for part in ("subject", "value")),
            _key(own[name]),
            tuple(getattr(own[name], "headers", ()) or ()),
        )
        for name in sorted(own)
    )
    types = getattr(packs, "types", None) or {}
    return _with(extra, tuple((name, tuple(types[name])) for name in sorted(types)))


def _key(attribute: Any) -> str:
    key = getattr(attribute, "key", ()) or ()
    return key if isinstance(key, str) else (list(key) or [""])[0]


_Extra = tuple[tuple[str, str, str, str, tuple[str, ...]], ...]
_Types = tuple[tuple[str, tuple[str, ...]], ...]


@cache
def _with(extra: _Extra, types: _Types) -> Words:
    """What was made of the same lexicon, packs and code before is kept."""
    code = os.stat(__file__)
    made_of = f"{__version__} {code.st_size} {code.st_mtime_ns} {extra} {types}".encode("utf-8", "surrogatepass")
    name = f"headers-{blake2b(lexicon.bytes_of('headers') + made_of, digest_size=16).hexdigest()}.msgpack"
    found = kept.load(name, Words)
    if found is None:
        found = _made(extra, types)
        kept.save(name, found)
    return found


def _made(extra: _Extra, types: _Types) -> Words:
    data = lexicon.load("headers")
    sets: dict[str, Any] = {
        name: frozenset(str(w).casefold() for w in data[name])
        for name in ("former", "incoming", "current", "neutral", "empty")
    }
    folded: dict[str, Any] = {
        name: frozenset(fold(str(w)) for w in data[name]) for name in ("contacts", "people", "officers")
    }
    made = Words({}, {}, [], **sets, **folded)
    for name, entry in data["attributes"].items():
        made.attributes[name] = Attribute(name, entry["subject"], entry["value"], entry.get("key", ""))
        _add(made, "attribute", name, [*entry["words"], name])
    for name, subject, value, key, headers in extra:
        if name not in made.attributes:
            made.attributes[name] = Attribute(name, subject.split("|")[0].strip() or "thing", value or "text", key)
        _add(made, "attribute", name, [*headers, name])
    made.first, made.last = (frozenset(fold(str(w)) for w in data["name_parts"][part]) for part in ("first", "last"))
    made.counted = frozenset(data["counted"])
    made.workers = frozenset(fold(str(w)) for w in data["workers"])
    _add(made, "attribute", "headcount", sorted(made.workers))
    for name, nouns in types:
        _add(made, "subject", name, nouns)
    for role, group in (("subject", "subjects"), ("qualifier", "qualifiers")):
        for name, synonyms in data[group].items():
            _add(made, role, name, synonyms)
    for role in ("ignored", "officers", "people"):
        _add(made, {"officers": "officer"}.get(role, role), "", data[role])
    return made


def _add(made: Words, role: str, name: str, synonyms: Any) -> None:
    for synonym in synonyms:
        phrase = fold(str(synonym))
        meanings = made.exact.setdefault(phrase, [])
        if (role, name) not in meanings:
            meanings.append((role, name))
        if role == "attribute":
            made.synonyms.append((phrase, name))
