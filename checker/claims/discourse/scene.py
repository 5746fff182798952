"""Who and what is being talked about: the record that pronouns, "the company" and bare titles are read by.

Ambiguous means None: no claim is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from checker.claims.syntax.atoms import Atom
from checker.packs.vocabulary import Vocabulary
from checker.passages import Name, Page


class Referent(Struct, frozen=True):
    """What a phrase stands for: the name in full, its kind, and how sure that is (1 named, less where inferred)."""

    name: str
    kind: str
    sure: float = 1.0


class Post(Struct):
    """A title somebody holds, as read so far in this document."""

    person: str
    title: str
    organization: str
    status: str
    passage: int = 0  # the identity of the passage that says so


class Scene(Struct):
    """What is known at one point of a document."""

    page: Page
    words: Vocabulary
    main: str = ""  # the organization that the document is about
    ours: str = ""  # the body that "we" are, where nobody is known to speak
    anonymous: bool = False  # whether somebody speaks of whom nothing but a label is known: "DOM: We …"
    hero: str = ""  # the person that the document is about
    section: str = ""  # the organization of the section or list item
    heading: Referent | None = None  # whom the last heading names
    heading_level: int = 0
    headed: Referent | None = None  # whom the block's label, else its heading, names: the subject of fragments
    listed: bool = False  # whether the section is a list item's
    listed_in: str = ""  # and the section around the list
    speaker: str = ""  # whose words are read
    voice: str = ""  # who spoke last in this paragraph
    interviewee: str = ""
    host: str = ""  # who asks in a transcript of two, and
    guest: str = ""  # who answers
    transcript: bool = False  # whether labels say who speaks
    askers: frozenset[str] = frozenset()  # and who mostly asks
    raised: str = ""  # the body that the last question was about: "you ran the programme at X"
    spoken: bool = False  # whether the guest has spoken yet
    asker: str = ""
    answerer: str = ""
    narrator: str = ""  # who writes "I": the author or the signature
    people: list[str] = field(default_factory=list)  # latest last
    organizations: list[str] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    subject: str = ""  # the subject person of the last sentence
    idle: int = 0  # sentences since that person was named or meant
    topic: str = ""  # the subject organization of the last sentence
    topic_age: int = 0  # blocks since
    chapter: dict[str, int] | None = None  # bodies talked of since the last heading within it -> times as a subject
    introduced: str = ""  # the organization that the last sentence named first and described: "X, a maker of …"
    alone: str = ""  # the one organization that the last sentence named: "there"
    standing: set[str] = field(default_factory=set)  # whose employer a present post says, not their history
    just: list[str] = field(default_factory=list)  # the organizations that the last sentence named
    several: bool = False  # whether it was about more than one of them
    formal: bool = False  # whether this is the main organization's own paper: accounts, minutes, a report
    unnamed: bool = False  # whether the last sentence brought up a body without a name: "a council of five"
    fresh: bool = False  # whether the topic was a subject, in this paragraph
    employers: dict[str, str] = field(default_factory=dict)
    left: dict[str, set[str]] = field(default_factory=dict)  # person -> where they no longer work
    ventures: dict[str, str] = field(default_factory=dict)  # person -> what they founded: "her company"
    posts: list[Post] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)  # "charity" -> Open Larder
    defined: dict[str, str] = field(default_factory=dict)  # "company" -> whom the document says it means by it
    structures: dict[tuple[int, int], Any] = field(default_factory=dict)  # sentences already analysed
    put: object = None  # what was put to somebody last, as a statement with a question mark
    question: object = None  # what was asked last, open until the next sentence
    roles: dict[str, str] = field(default_factory=dict)  # who is "the buyer", "the parent" in what was told
    pair: list[tuple[str, str]] = field(default_factory=list)  # (name, kind) of two that were named together last
    couple: list[str] = field(default_factory=list)  # the people that the last sentence was about: "they"
    rivals: list[str] = field(default_factory=list)  # who were subjects of the last sentence's clauses, one each
    persons: list[str] = field(default_factory=list)  # the people that the last sentence named
    matter: str = ""  # the thing that the last sentence was about
    matters: str = ""  # and its kind
    unmentioned: int = 0  # sentences since the last thing was named
    kinds: dict[str, str] = field(default_factory=dict)  # things -> product, project or event
    works: dict[str, set[str]] = field(default_factory=dict)  # things -> nouns said of them: Salitre One -> plant
    date: str = ""  # EDTF of the last date named
    day: str = ""  # and of the last that is a day
    round: str = ""
    round_company: str = ""
    round_block: int = 0  # the identity of the block that spoke of it last
    backers: set[str] = field(default_factory=set)  # who led rounds of others
    target: str = ""  # the company whose sale was named last
    sales: list[tuple[str, str]] = field(default_factory=list)  # what was sold to whom, latest last
    founded: str = ""  # the organization whose founding was
    nouns: dict[str, frozenset[str]] = field(default_factory=dict)  # types of packs -> what one is called
    own: dict[str, str] = field(default_factory=dict)  # types of packs -> the one named last
    learning: bool = False  # the first of the two passes, whose claims nobody keeps
    measure: object = None  # what was counted last, and of whom
    told: frozenset[str] = frozenset()  # the attributes that the last sentence claimed
    watch: Callable[[Any, Any], None] | None = None  # told of every sentence and its claims

    def mention(self, name: str, kind: str) -> None:
        """Note that a name was just used."""
        record = {"person": self.people, "organization": self.organizations}.get(kind, self.things)
        if kind == "place":
            return
        if record is self.things:
            self.unmentioned = 0
        if name in record:
            record.remove(name)
        record.append(name)


def full(name: Name | None) -> str:
    """The name as the document writes it at its longest; "" where a surname is shared by two."""
    return "" if name is None else name.full


def named(atom: Atom, kind: str) -> bool:
    """Whether a name can be of a kind; an undecided name can be anything but, if one word, a person."""
    name = atom.name
    if name is None:
        return False
    if name.kind == kind:
        return True
    if name.kind:
        return kind == "organization" and name.kind in ("project", "product", "event", "team")
    return kind != "person" or len(name.text.split()) > 1
