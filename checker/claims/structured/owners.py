"""Headers and row labels that name whose figure they are: "CAT staff", "Airport passengers", "Staff of Acme"."""

from __future__ import annotations

import re
from itertools import islice

from msgspec.structs import replace

from checker import lazy
from checker.claims.structured.context import THINGS, Entity, Workbench
from checker.claims.structured.context import kind as kind_of_name
from checker.claims.structured.headings import NO_SCOPE, Heading, heading
from checker.claims.structured.lexicon import fold
from checker.claims.structured.units import unit_of
from checker.packs.vocabulary import vocabulary
from checker.passages import Name, key_of

_KINDS = ("organization", *THINGS)
_MOST_WORDS = 6
_INNER = (
    "of",
    "for",
    "and",
    "&",
    "the",
    "de",
    "da",
    "do",
    "du",
    "des",
    "van",
    "der",
    "di",
    "del",
    "la",
    "y",
    "e",
    "et",
    "und",
)
_WORD = lazy.compile(r"[^\s,:;()]+")
_BEHIND = lazy.compile(r"\s*(?:,|[–—-]|\bof\b|\bat\b|\bin\b|\()\s*(?:the\s+)?(?P<name>[A-Z0-9][^(),]*?)\)?\s*$")


def headed(bench: Workbench, text: str) -> Heading:
    """What a header means on this page; whose it is stands in ``about`` where it names that itself."""
    found = heading(text, bench.words, bench.published)
    if len(text) > 80 or not any(char.isupper() for char in text) or fold(text) in bench.words.exact:
        return found
    owned = _before(bench, text) or _behind(bench, text)
    if owned is None:
        return found
    owner, rest = owned
    said = heading(rest, bench.words, bench.published)
    about = bench.words.attributes[said.name].subject if said.role == "attribute" else ""
    if about not in ("organization", *THINGS):
        return found
    if about in THINGS and owner.kind not in THINGS:  # "Cost of Halls Mill Works"
        owner = Entity(owner.name, about)
        if not rest or rest[0].islower():
            return found
    return replace(said, text=text, about=(owner.name, owner.kind))


def _before(bench: Workbench, text: str) -> tuple[Entity, str] | None:
    """ "CAT staff at 31 Dec", "Acme's revenue": the longest name at the start, and what is left."""
    words = list(_WORD.finditer(text))
    for last in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        said = re.sub(r"['’]s?$", "", text[words[0].start() : words[last - 1].end()])
        owner = _named(bench, said) or ((_spelled_out(bench, said) or _short(bench, said)) if last == 1 else None)
        if owner is not None:
            return owner, text[words[last].start() :]
    return None


def _behind(bench: Workbench, text: str) -> tuple[Entity, str] | None:
    """ "Passengers at Tarn Airport", "Revenue (Acme)"."""
    match = _BEHIND.search(text)
    owner = _named(bench, match["name"]) if match is not None else None
    return (owner, text[: match.start()]) if owner is not None and match is not None else None


def _named(bench: Workbench, said: str) -> Entity | None:
    name = bench.page.names.get(key_of(said))
    if fold(said) in bench.words.exact or fold(said) in NO_SCOPE or unit_of(said) is not None:
        return None
    if name is not None and " " not in said and name.full in ("", said) and (longer := _short(bench, said)) is not None:
        return longer  # "Adula" where the page has Hotel Adula
    if name is None or not _proper(name.text):
        return None
    if kind_of_name(name) in ("person", "") and " " in name.text:
        return Entity(name.full or name.text, "organization")  # whatever has a staff or a revenue
    return _entity(name) if kind_of_name(name) in _KINDS else None


def _proper(text: str) -> bool:
    return " " in text or (text.isupper() and len(text) > 1) or text.casefold() not in vocabulary().words["common"]


def _entity(name: Name) -> Entity:
    return Entity(name.full or name.text, kind_of_name(name))


def _short(bench: Workbench, word: str) -> Entity | None:
    """ "Airport" for the one airport of the page, "Adula" for Hotel Adula; None where several could be meant."""
    if not word[:1].isupper() or len(word) < 3:
        return None
    lists, low = vocabulary().words, word.casefold()
    common = low in lists["common"] or low in lists["organization_nouns"] or low in lists["project_nouns"]
    found: dict[str, Entity] = {}
    for name in _by_word(bench).get(low, ()):
        if not common or name.text.casefold().split()[-1] == low:
            owner = _entity(name)
            found.setdefault(owner.name, owner)
    if bench.organization in found:
        return found[bench.organization]
    return next(iter(found.values())) if len(found) == 1 else None


def _by_word(bench: Workbench) -> dict[str, list[Name]]:
    """The names of several words that may own a figure, by each of their words; put together once a page."""
    if not bench.by_word:
        bench.by_word[""] = []
        for name in bench.page.names.values():
            words = name.text.casefold().split()
            if len(words) > 1 and kind_of_name(name) in _KINDS:
                for word in words:
                    bench.by_word.setdefault(word, []).append(name)
    return bench.by_word


def _spelled_out(bench: Workbench, said: str) -> Entity | None:
    """What the page gives in full before "(CAT)"."""
    if not (2 <= len(said) <= 8 and said.isupper()):
        return None
    for block in islice(bench.page.source.blocks(), 60):
        before, mark, _ = block.text.partition(f"({said})")
        words = before.split() if mark else []
        first = len(words)
        while first and _runs_on(words[first - 1], first == len(words)):
            first -= 1
        while first < len(words) and words[first] in _INNER:
            first += 1
        run = words[first:]
        if 2 <= len(run) <= 9:
            name = bench.page.names.get(key_of(" ".join(run)))
            known = kind_of_name(name) if name is not None else ""
            return Entity(" ".join(run), known if known in _KINDS else "organization")
    return None


def _runs_on(word: str, last: bool) -> bool:
    """Whether a word can belong to the name that ends before a bracket."""
    return (word[0].isupper() or word in _INNER) and (last or word[-1] not in ":.;,")
