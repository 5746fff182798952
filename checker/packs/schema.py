"""The shape of a rule pack: what one YAML file may say, and what all loaded packs are in memory.

These structs are the one definition. Pydantic models (for telling every fault of a file) and the JSON Schema (for
editors) are made from them in ``checker.packs.faults``.
"""

# annotations are evaluated here: msgspec asks for them at every start, and would compile each

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from checker.model import Modality, Severity

Word = Annotated[str, Meta(min_length=1)]
Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]
Id = Annotated[str, Meta(pattern=r"^[A-Z][A-Z0-9]*[0-9]+$")]
RuleName = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Kind = Literal[
    "date", "money", "quantity", "percent", "measure", "version", "title", "person", "organization", "team", "place",
    "text",
]  # fmt: skip
TYPES = ("person", "organization", "product", "project", "event", "place", "team", "thing")  # of subjects
Expected = Literal["conflict", "agreement", "notice", "none"]


class Attribute(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something that sources say of a subject, how it is read and what one fact of it is."""

    subject: Word  # person, organization, product, project, event, …
    value: Kind
    about: str = ""
    also: list[Word] = []  # further types of subject
    key: list[Name] = []  # qualifiers that tell one fact from another
    several: bool = False  # a subject can have several at once
    dated: bool = False  # a figure that changes with time: as_of says when it held
    status: bool = False  # held for a time: current, former, incoming
    happening: Word = ""  # what it is told of, with other attributes of that name: it can happen more than once
    schema: list[Word] = []  # schema.org properties
    wikidata: list[Word] = []  # Wikidata properties
    headers: list[Word] = []  # headers of columns, keys of records
    clauses: list[Word] = []  # patterns over clauses
    phrases: list[Word] = []  # patterns over noun phrases and lines
    nouns: list[Word] = []  # what the value is called
    units: list[Word] = []  # what is counted
    weak_units: list[Word] = []  # what may be counted, where more speaks for it
    narrow_units: list[Word] = []  # what is counted and is a part by itself: its scope
    verbs: list[Word] = []  # verbs between subject and value
    name: str = ""  # filled by the loader
    pack: str = ""


class Event(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One happening that makes several claims."""

    claims: list[dict[str, str]]
    clauses: list[Word] = []  # patterns over clauses
    slots: dict[str, str] = {}  # slot -> the kind of mention that fills it
    about: str = ""
    phrases: list[Word] = []  # patterns over words, and over the cells of a row


class Only(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which of an attribute's conflicts a rule is for: those with a claim that is so."""

    words: list[Word] = []  # the value contains one of these
    inferred: bool | None = None  # the value is not stated but concluded (from a table's header, say)
    qualifiers: dict[str, str] = {}  # a qualifier has this value


class Example(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a rule is to find in a few claims, or in a few short texts."""

    expect: Expected
    about: str = ""
    near: bool = False  # a near miss: close to a conflict, and none
    claims: list[dict[str, Any]] = []
    texts: list[str] = []
    reason: str = ""  # a word of the finding's reason


class Rule(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What sources are held to."""

    id: Id
    name: RuleName
    attributes: list[Name]
    check: Word
    message: Word
    why: Word
    severity: Severity = "error"
    parameters: dict[str, Any] = {}
    only: Only | None = None
    examples: list[Example] = []
    enabled: bool = True
    pack: str = ""


class Override(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a pack changes in a rule of another."""

    severity: Severity | None = None
    message: str | None = None
    parameters: dict[str, Any] = {}
    enabled: bool | None = None


class Authority(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How much some sources count: the highest rank that matches a source is its own (0 where none does)."""

    rank: int = 1
    paths: list[Word] = []  # glob patterns
    publishers: list[Word] = []
    attributes: list[Name] = []  # none: all
    reference: bool = False  # the others are held to it


class Taxonomies(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a field knows of its own names: groups that mean one thing, and what lies within what."""

    alike: dict[Kind, list[list[Word]]] = {}  # groups of values that say the same
    within: dict[Kind, dict[str, list[Word]]] = {}  # the whole -> its parts: a part refines the whole
    distinct: dict[Kind, list[list[Word]]] = {}  # groups of values that never are the same


class Pack(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One file."""

    pack: Name
    about: str = ""
    extends: list[Word] = []  # names of packs that this one builds on, or files beside it
    attributes: dict[Name, dict[str, Any]] = {}
    events: dict[Name, Event] = {}
    rules: list[Rule] = []
    overrides: dict[str, Override] = {}
    authority: list[Authority] = []
    taxonomies: Taxonomies = Taxonomies()
    lexicons: dict[Name, list[Word]] = {}
    types: dict[Name, list[Word]] = {}  # a type of subject of its own -> what sources call one: study -> [trial]


class Packs(Struct, frozen=True):
    """All packs of a run, as one."""

    attributes: dict[str, Attribute] = {}
    events: dict[str, Event] = {}
    rules: dict[str, Rule] = {}  # by id
    lexicons: dict[str, list[str]] = {}
    types: dict[str, list[str]] = {}  # types of subjects that only packs know -> what sources call one
    authority: list[Authority] = []
    taxonomies: Taxonomies = Taxonomies()
    names: list[str] = []  # of the packs, in the order in which they build on each other
    files: list[str] = []
    digest: str = ""  # of all their bytes: part of what caches are keyed by


MODALITIES: tuple[Modality, ...] = ("asserted", "reported", "predicted", "denied")
