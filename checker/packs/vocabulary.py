"""The words that reading steers by, from ``rules/lexicons``: closed classes, verb forms, names' and titles' parts."""

# annotations are evaluated here: msgspec asks for them at every start, and would compile each

import os
from collections.abc import Iterator, Mapping, Set
from functools import cache

from msgspec import Struct

from checker import __version__, kept
from checker.digests import blake2b
from checker.packs.wordsets import Words, parted

Lists = Mapping[str, Set[str]]  # words by the name of their list
FUNCTION_WORDS = (  # the lists of closed classes
    "determiners", "possessives", "pronouns", "prepositions", "conjunctions", "subordinators", "modals", "negations",
)  # fmt: skip


def listed(word: str, lists: Lists, *names: str) -> bool:
    """Whether a folded word stands in one of the lists named, or is a function word."""
    return any(word in lists[name] for name in (*FUNCTION_WORDS, *names))


class VerbForm(Struct, frozen=True, gc=False):
    """One inflected form: the lemma it belongs to and the tenses it can be (base, s, past, part, ing)."""

    lemma: str
    tenses: frozenset[str]


class Vocabulary(Struct, frozen=True):
    """Word lists by name (``words["determiners"]``), verb forms by form, and first names and places."""

    words: Lists
    verbs: dict[str, VerbForm]
    fixed_titles: dict[str, tuple[tuple[str, ...], ...]]  # first word -> word sequences, longest first

    def gender(self, given_name: str) -> str | None:
        """Of who has this name: m or f, if one of them is all but certain."""
        return next((gender for gender in "mf" if given_name in self.words[f"first_names_{gender}"]), None)


class _Made(Struct):
    """What is kept of a vocabulary: the long lists in parts."""

    words: dict[str, frozenset[str]]
    long: dict[str, dict[str, bytes]]
    verbs: list[tuple[str, str, str]]  # of each set of tenses the forms, and the lemma of each, a line each
    fixed_titles: dict[str, tuple[tuple[str, ...], ...]]


def folder() -> str:
    """Where the shipped lexicons lie: in the wheel beside the package, else in the checkout."""
    package = os.path.dirname(os.path.dirname(__file__))
    inside = os.path.join(package, "rules", "lexicons")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "rules", "lexicons")


@cache
def vocabulary() -> Vocabulary:
    """The shipped vocabulary, read once a process; what was made of the files is kept, because making takes 0.1 s."""
    name = _name()
    found = kept.load(name, _Made)
    if found is None:
        found = _made()
        kept.save(name, found)
    words: dict[str, Set[str]] = {**found.words}
    words |= {name: Words(parts) for name, parts in found.long.items()}
    return Vocabulary(words, dict(_unfolded(found.verbs)), found.fixed_titles)


def _unfolded(verbs: list[tuple[str, str, str]]) -> Iterator[tuple[str, VerbForm]]:
    for names, forms, lemmas in verbs:
        tenses = frozenset(names.split())
        for form, lemma in zip(forms.split("\n"), lemmas.split("\n"), strict=True):
            yield form, VerbForm(lemma, tenses)


def _name() -> str:
    """A name that changes with the files, and with the code that reads them."""
    here = os.path.dirname(__file__)
    with os.scandir(folder()) as entries:
        known = sorted((entry.name, entry.stat()) for entry in entries)
    known += [(name, os.stat(os.path.join(here, name))) for name in ("vocabulary.py", "wordsets.py")]
    stamps = "".join(f"{name} {at.st_size} {at.st_mtime_ns}\n" for name, at in known)
    return f"words-{blake2b(f'{folder()} {__version__} {stamps}'.encode(), digest_size=12).hexdigest()}.msgpack"


def _made() -> _Made:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # "on" and "no" are words here
    words: dict[str, frozenset[str]] = {}
    for name in ("words", "names", "roles"):
        data = yaml.load(_text(f"{name}.yaml"), Loader=loader)
        words.update({key: frozenset(str(word).casefold() for word in value) for key, value in data.items()})
    fixed: dict[str, list[tuple[str, ...]]] = {}
    for title in words["fixed"]:
        sequence = tuple(title.split())
        fixed.setdefault(sequence[0], []).append(sequence)
    by_length = {first: tuple(sorted(many, key=lambda s: (-len(s), s))) for first, many in fixed.items()}
    return _Made(words, _long(), _verb_forms(_text("verbs.txt")), by_length)


def _long() -> dict[str, dict[str, bytes]]:
    given = dict(line.rsplit(" ", 1) for line in sorted(_lines("first_names.txt")))
    lists = {"places": parted(_lines("places.txt") | _lines("regions.txt")), "common": parted(_lines("common.txt"))}
    lists |= {f"first_names_{kind}": parted(n for n in given if given[n] == kind) for kind in "mf"}
    return lists | {"first_names": parted(given)}


def _text(name: str) -> str:
    with open(os.path.join(folder(), name), encoding="utf-8") as file:
        return file.read()


def _lines(name: str) -> frozenset[str]:
    if not os.path.isfile(os.path.join(folder(), name)):
        return frozenset()
    text = _text(name).casefold()
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))


def _verb_forms(text: str) -> list[tuple[str, str, str]]:
    forms: dict[str, tuple[str, set[str]]] = {}
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            for form, tense, lemma in inflect(line):
                forms.setdefault(form, (lemma, set()))[1].add(tense)
    for form, tense, lemma in _AUXILIARIES:
        forms.setdefault(form, (lemma, set()))[1].add(tense)
    alike: dict[str, list[str]] = {}
    for form, (_, tenses) in forms.items():
        alike.setdefault(" ".join(sorted(tenses)), []).append(form)
    return [
        (names, "\n".join(same), "\n".join(forms[form][0] for form in same)) for names, same in sorted(alike.items())
    ]


_AUXILIARIES = [
    *((form, "s", "be") for form in ("is", "am", "are", "'s", "'re", "'m", "isn't", "aren't", "’s", "’re", "’m")),
    *((form, "past", "be") for form in ("was", "were", "wasn't", "weren't")),
    ("been", "part", "be"),
    ("being", "ing", "be"),
    *((form, "s", "have") for form in ("has", "'ve", "’ve", "hasn't", "haven't")),
    ("hadn't", "past", "have"),
    ("does", "s", "do"),
    ("doesn't", "s", "do"),
    ("don't", "base", "do"),
    ("didn't", "past", "do"),
]


def inflect(line: str) -> list[tuple[str, str, str]]:
    """The forms of one line of verbs.txt: (form, tense, lemma)."""
    lemma, *rest = line.split()
    doubled = rest[:1] == ["="]
    irregular = [part.split("|") for part in rest if part != "="]
    stem = lemma + lemma[-1] if doubled else lemma
    if lemma.endswith("e"):
        past, ing = lemma + "d", (lemma[:-2] + "ying" if lemma.endswith("ie") else lemma[:-1] + "ing")
        if lemma.endswith(("ee", "oe", "ye")):
            ing = lemma + "ing"
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        past, ing = lemma[:-1] + "ied", lemma + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        third = lemma[:-1] + "ies"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if len(irregular) == 2 and not doubled and lemma in _DOUBLING:
        ing = lemma + lemma[-1] + "ing"
    pasts = irregular[0] if irregular else [past]
    parts = irregular[1] if len(irregular) > 1 else pasts
    return [
        (lemma, "base", lemma), (third, "s", lemma), (ing, "ing", lemma),
        *((form, "past", lemma) for form in pasts), *((form, "part", lemma) for form in parts),
    ]  # fmt: skip


_DOUBLING = {
    "begin",
    "cut",
    "forget",
    "get",
    "hit",
    "let",
    "put",
    "quit",
    "run",
    "set",
    "shed",
    "shut",
    "sit",
    "split",
    "win",
}
