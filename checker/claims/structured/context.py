"""What a page is about, and the workbench that the readers of its parts share."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from msgspec import Struct

from checker import lazy
from checker.claims.documents import focus
from checker.claims.draft import Draft
from checker.claims.structured.labels import is_label, named_before, named_behind, untailed
from checker.claims.structured.lexicon import Words
from checker.model import Block, Value
from checker.packs.vocabulary import vocabulary
from checker.passages import Name, Page, key_of

THINGS = ("product", "project", "event")


def main_organization(page: Page) -> str | None:
    """The organization that the page is about, None where none leads."""
    found = focus.main_organization(page)
    titled = "" if page.about.get("merged") else _of_title(page)
    if titled and (not found or key_of(found) not in key_of(page.source.title or titled)):
        return titled
    return (
        found if found and BOX.fullmatch(found) is None and not is_label(found) and not _MEASURED.match(found) else None
    )


_MEASURED = lazy.compile(r"(?:FTEs?|WTE|YTD|YOY|N/?A|TBC|TBA|[A-Z]{3}[mk])$")


def _of_title(page: Page) -> str:
    """The organization beside the words for the document in its first heading: "Minutes of the Tarn Society"."""
    labelled = False
    for passage in page.passages[:6]:
        text = passage.block.text.lstrip("# ")
        if labelled and len(text.split()) <= 8:  # "Staff list", and beneath it "Lycée Hubert, Nîmes"
            said = text.split(",")[0]
            return _known(page, said) if guess(said) == "organization" else ""
        if passage.block.kind in ("heading", "caption"):
            said = named_behind(text) or named_before(text)
            labelled = not said and is_label(untailed(text))
            if not labelled:
                return _known(page, said) if said else _letterhead(page, text)
    return ""


_SURE = 1.3  # votes for a kind; what has less was guessed from unknown words

_FORMAL = lazy.compile(
    r"(?:minutes|agenda|annual report|notice|accounts|statement|financial statements|report|record) (?:of|and|for|on)",
    re.I,
)


def _letterhead(page: Page, text: str) -> str:
    """The body whose name stands alone over minutes, accounts or a notice."""
    under = [passage.block.text for passage in page.passages[1:6]]
    if guess(text) != "organization" or len(text.split()) > 7 or not any(_FORMAL.match(line) for line in under):
        return ""
    return _known(page, text.strip())


def _known(page: Page, said: str) -> str:
    """The full form of a name of a body; "" for a name of something else."""
    known = page.names.get(key_of(said))
    if known is not None:
        guessed = kind(known) == "person" and known.votes.get("person", 0.0) < _SURE and guess(said) != "person"
        return (known.full or known.text) if kind(known) in ("organization", "") or guessed else ""
    return said if guess(said) == "organization" or said.casefold().startswith("friends of ") else ""


def main_person(page: Page) -> str | None:
    """The person that the page is about; only where a heading or the title names them."""
    found = focus.hero(page)
    title = " ".join(
        [
            page.source.title or "",
            *(p.block.text for p in page.passages if p.block.kind == "heading" and p.block.level <= 1),
        ]
    )
    return found if found and (found in title or found.split()[-1] in title.split()) else None


def kind(name: Name) -> str:
    """The kind of a name on its page; what ends in "Museum" or "Ltd" is nobody, whatever it is said to do."""
    return "organization" if name.kind in ("person", "") and guess(name.text) == "organization" else name.kind


class Entity(Struct, frozen=True):
    """Who or what rows are about."""

    name: str
    kind: str


class Workbench(Struct):
    """The page, its words, what it is about, and the drafts so far. ``heading`` is the entity that the last heading
    named."""

    page: Page
    words: Words
    organization: str | None
    person: str | None
    drafts: list[Draft]
    heading: Entity | None = None
    title: str = ""  # the last heading's text
    lead: str = ""  # the sentence with a colon that stands over a list
    top: Entity | None = None  # the entity that the first heading named
    titled: Entity | None = None  # a short first heading whose kind is open
    issuer: str | None = None  # who a letter-head says it comes from
    by_word: dict[str, list[Name]] = {}  # names by their words, where a header asks for one
    parts: dict[str, Entity] = {}  # who plays a part in the deal that is told: "subsidiary" -> Jhelum Infra

    @property
    def published(self) -> str | None:
        """When the page was published (EDTF)."""
        return self.page.source.published

    def emit(
        self,
        block: Block,
        span: tuple[int, int],
        about: Entity,
        attribute: str,
        value: Value,
        qualifiers: dict[str, str] | None = None,
        rule: str = "table",
        confidence: float = 0.9,
    ) -> None:
        """Add one claim."""
        kept = {name: text for name, text in (qualifiers or {}).items() if text}
        draft = Draft(
            block,
            *span,
            about.name,
            about.kind,
            attribute,
            value,
            kept,
            rule=f"structured.{rule}",
            confidence=confidence,
        )
        self.drafts.append(draft)

    def kind_of(self, text: str) -> str:
        """The kind of a name standing alone: what the page says of it, else what its own words say, else ""."""
        name = self.page.names.get(key_of(text))
        return kind(name) if name is not None and name.kind else guess(text)

    def name_in(self, text: str, kinds: tuple[str, ...]) -> Name | None:
        """The longest name of one of ``kinds`` in a short text (its first 400 characters)."""
        found: dict[str, Name] = {}
        for start, end in _runs(text[:400]):
            name = self.page.names.get(key_of(text[start:end]))
            if name is not None and len(name.text) > 2 and kind(name) in kinds and name.text in text:
                found[name.text] = name
        return max(found.values(), key=lambda n: (len(n.text), n.text), default=None)


_WORD_START = lazy.compile(r"(?<!\w)[^\W_]|(?<!\S)[^\w\s]")
_WORD_END = lazy.compile(r"\S(?!\w)")
_MOST_WORDS = 10  # of a name


def _runs(text: str) -> list[tuple[int, int]]:
    """Every run of words that could be a name."""
    ends = [match.end() for match in _WORD_END.finditer(text)]
    out, first = [], 0
    for match in _WORD_START.finditer(text):
        while first < len(ends) and ends[first] <= match.start():
            first += 1
        out += [(match.start(), end) for end in ends[first : first + 2 * _MOST_WORDS]]
    return out


# What a box of facts is headed; before it may stand whose facts they are.
BOX = lazy.compile(
    r"(?P<who>.*?)[\s:,–—-]*\b(?:at a glance|in figures|in numbers|in brief|key facts|fact ?(?:box|file|sheet)|"
    r"facts(?: and figures)?|the facts|vital statistics|annex(?:ure)?|appendix)\b",
    re.I,
)
_INNER = ("of", "for", "and", "&", "the", "on", "in", "at", "und", "et", "e", "y", "des")


@lru_cache(maxsize=8192)
def guess(text: str) -> str:
    """The kind of a name by its own words."""
    lists = vocabulary().words
    parts = text.replace("’", "'").split()
    lower = [part.casefold().strip(".,") for part in parts]
    if not parts or not any(c.isupper() for c in text) or len(parts) > 9 or is_label(text):
        return ""
    if any(
        part[0].islower() and word not in _INNER and word not in lists["name_particles"]
        for part, word in zip(parts, lower, strict=True)
    ):
        return ""
    if len(parts) > 1 and lower[-1] in lists["legal_forms"]:
        return "organization"
    if any(word in lists["organization_nouns"] for word in lower) and len(parts) > 1:
        return "organization"
    if "&" in lower:
        return "organization"
    capitals = [part for part in parts if part[0].isupper()]
    if 2 <= len(parts) <= 5 and len(capitals) >= 2 and not any(c.isdigit() for c in text):
        if lower[0] in lists["first_names"] and parts[-1][0].isupper():
            return "person"
        if any(re.fullmatch(r"[A-Z]\.?(?:-?[A-Z]\.?)?", part) for part in parts[:-1]) and parts[-1][0].isupper():
            return "person"
    if text.casefold() in lists["places"]:
        return "place"
    return ""


_HONORIFICS = lazy.compile(
    r"^(?:(?:The\s+)?(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sir|Dame|Hon|Cllr|Councillor|Revd?|Reverend|Alderman|Mme|"
    r"Mlle|MM|Herr|Frau|Señora?|Sra?|Srta|Sig|Signora?|Dott|Ing|Doña|Lady|Lord|Baroness|Baron|Capt|"
    r"Captain|Lt|Col|Colonel|Major|Maj|Gen|Cdr|Mgr|Fr|Father|Sister|Judge|Sheikh|Eng|Arch|Ir|Drs|Dra|Pani|Fru|Tan Sri|"
    r"Dato)\b\.?\s+(?=[A-Z]))+"
)

_CHILD = lazy.compile(r"^\s*(?:[-–—•·>└↳]+\s+)+(?=\S)")  # what lies below another in a list
_MONSIEUR = lazy.compile(r"M\. (\w+) [A-Z]")


def named(text: str) -> str:
    """A name without honorifics, brackets and marks."""
    text = re.sub(r"\s*[\[(][^\[\]()]*[\])]", "", _CHILD.sub("", text))
    text = _HONORIFICS.sub("", text.strip())
    if (monsieur := _MONSIEUR.match(text)) is not None and monsieur[1].casefold() in vocabulary().words["first_names"]:
        text = text[monsieur.start(1) :]
    text = re.sub(r",\s*(?:Jr\.?|Sr\.?|PhD|MBE|OBE|CBE|MD|FRS)\b", "", text)
    text = _LETTERS.sub("", text)
    return text.strip(" *†‡§¹²³,;:•").strip()


# What may stand behind a person's name: orders, degrees, services.
_LETTERS = lazy.compile(
    r"(?<=[a-z’'-])(?:,?\s+(?:RN|RM|RAF|RNR|OBE|CBE|MBE|KBE|DBE|OM|CH|QC|KC|SC|JP|DL|MP|MEP|MSP|MLA|TD|FRS|FRSE|FBA|FRCS|FRCP|"
    r"FCA|ACA|CA|CPA|MD|MSc|BSc|MA|BA|MBA|PhD|DPhil|LLB|LLM|MEng|CEng|MBChB|RGN|RIBA|FSA|VC|DSO|DSC|DFC|MC))+$"
)


def is_empty(text: str, words: Words) -> bool:
    """A cell that says nothing."""
    return text.strip(" *†‡§()[]").casefold() in words.empty


def workbench(page: Page, words: Words) -> Workbench:
    """A fresh workbench for ``page``."""
    organization, person = main_organization(page), main_person(page)
    return Workbench(page, words, organization or (None if person else _only_name(page)), person, [])


def _only_name(page: Page) -> str | None:
    """The one name of the first heading, where it is a body's or nothing says what kind of thing it names."""
    for passage in page.passages:
        if passage.block.kind == "heading":
            found = [page.names.get(m.key) for m in passage.mentions if m.kind == "name"]
            found = [name for name in found if name is None or not is_label(name.text)]
            open_ones = [name for name in found if name is not None and kind(name) in ("", "organization")]
            if not found and _is_title_of_body(passage.block.text):
                return passage.block.text.strip()
            return open_ones[0].full or open_ones[0].text if len(found) == 1 == len(open_ones) else None
    return _of_table(page)


def _of_table(page: Page) -> str | None:
    """The one body that the title or the remark of a table names: "Staff of the University of Tarn, sheet 1"."""
    asides = [p for p in page.passages if p.block.kind in ("caption", "paragraph")]
    if len(asides) > 3 or len(asides) == len(page.passages):
        return None
    names = [page.names.get(m.key) for p in asides for m in p.mentions if m.kind == "name"]
    found = {
        n.full or n.text for n in names if n is not None and kind(n) == "organization" and " " in (n.full or n.text)
    }
    return found.pop() if len(found) == 1 else None


def _is_title_of_body(text: str) -> bool:
    """ "Bridge Street Arts Centre", "The Lantern Players": the whole of a heading has the form of a body's name."""
    words = text.split()
    if not 2 <= len(words) <= 7 or is_label(text) or not all(w[0].isupper() or w in _INNER for w in words):
        return False
    return guess(text) == "organization" or (words[0] == "The" and len(words) > 2 and not text.isupper())


__all__: list[Any] = [
    "BOX",
    "THINGS",
    "Entity",
    "Workbench",
    "guess",
    "is_empty",
    "main_organization",
    "main_person",
    "named",
    "workbench",
]
