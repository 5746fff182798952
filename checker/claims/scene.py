"""Who and what is being talked about: the record that pronouns, "the company" and bare titles are read by.

Ambiguous means None: no claim is better than a wrong one.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from checker.claims.atoms import IMPLIED, Atom
from checker.claims.chunks import Chunk, Phrase
from checker.packs.vocabulary import Vocabulary
from checker.passages import Name, Page

HE, SHE, IT, WE = (
    frozenset(("he", "him", "his", "himself")),
    frozenset(("she", "her", "herself", "hers")),
    frozenset(("it", "its", "itself")),
    frozenset(("we", "us", "our", "ourselves")),
)
THEY, ME = frozenset(("they", "them", "their", "themselves")), frozenset(("i", "me", "my", "myself"))


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


class Scene(Struct):
    """What is known at one point of a document."""

    page: Page
    words: Vocabulary
    main: str = ""  # the organization that the document is about
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
    unnamed: bool = False  # whether the last sentence brought up a body without a name: "a council of five"
    fresh: bool = False  # whether the topic was a subject, in this paragraph
    employers: dict[str, str] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)  # "charity" -> Open Larder
    structures: dict[tuple[int, int], Any] = field(default_factory=dict)  # sentences already analysed
    question: object = None  # what was asked last, open until the next sentence
    matter: str = ""  # the thing that the last sentence was about
    matters: str = ""  # and its kind
    kinds: dict[str, str] = field(default_factory=dict)  # things -> product, project or event
    works: dict[str, set[str]] = field(default_factory=dict)  # things -> nouns said of them: Salitre One -> plant
    date: str = ""  # EDTF of the last date named
    day: str = ""  # and of the last that is a day
    round: str = ""
    round_company: str = ""
    target: str = ""  # the company whose sale was named last
    founded: str = ""  # the organization whose founding was
    nouns: dict[str, frozenset[str]] = field(default_factory=dict)  # types of packs -> what one is called
    own: dict[str, str] = field(default_factory=dict)  # types of packs -> the one named last
    learning: bool = False  # the first of the two passes, whose claims nobody keeps
    watch: Callable[[Any, Any], None] | None = None  # told of every sentence and its claims

    def mention(self, name: str, kind: str) -> None:
        """Note that a name was just used."""
        record = {"person": self.people, "organization": self.organizations}.get(kind, self.things)
        if kind == "place":
            return
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


def resolve(phrase: Phrase, kind: str, scene: Scene, local: list[Phrase]) -> Referent | None:
    """What ``phrase`` stands for as a ``kind``; ``local`` are the phrases before it in its sentence."""
    head = phrase.head
    if head.tag == "PRON":
        return pronoun(head.lower, kind, scene, local)
    names = [atom for atom in phrase.of("NAME") if named(atom, kind)]
    if kind == "person":
        return _person(phrase, names, scene, local)
    if kind == "organization":
        return _organization(phrase, names, scene, local)
    if names and head.tag == "NAME":
        return Referent(full(names[-1].name) or names[-1].name.text, kind)  # type: ignore[union-attr]
    return None


def _person(phrase: Phrase, names: list[Atom], scene: Scene, local: list[Phrase]) -> Referent | None:
    if names:
        name = names[-1].name
        assert name is not None
        if not name.full:
            return _shared_surname(name, scene)
        return Referent(name.full, "person", 1.0 if name.kind == "person" else 0.7)
    for other in [*phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
        inner = [atom for atom in other.of("NAME") if named(atom, "person")]
        if inner and inner[-1].name is not None and inner[-1].name.full:
            return Referent(inner[-1].name.full, "person", 0.95)
    if phrase.of("TITLE"):
        return _holder(phrase, scene, local)
    if (
        phrase.det in ("the", "this")
        and phrase.head.lower in scene.words.words["person_descriptors"]
        and len(phrase.atoms) == 1
    ):
        return Referent(scene.subject, "person", 0.5) if scene.subject else None
    return None


def _shared_surname(name: Name, scene: Scene) -> Referent | None:
    """A surname that two people share is the one named last, if the other was not named since."""
    word = name.text.casefold().split()[-1]
    if word in scene.hero.casefold().split():
        return Referent(scene.hero, "person", 0.75)
    for person in reversed(scene.people):
        if word in person.casefold().split():
            return Referent(person, "person", 0.6)
    return None


def _holder(phrase: Phrase, scene: Scene, local: list[Phrase]) -> Referent | None:
    """The person who holds the title in the phrase: "the chief executive", "its founder"."""
    title = phrase.of("TITLE")[-1].lower
    former = any(atom.lower == "former" for atom in phrase.atoms)
    organization = owner_of(phrase, scene, local)
    found = {
        p.person
        for p in scene.posts
        if p.title.casefold() == title
        and (organization is None or p.organization == organization.name)
        and (p.status == "former") == former
    }
    if len(found) == 1 and (phrase.det == "the" or organization is not None):
        return Referent(next(iter(found)), "person", 0.7)
    return None


def _organization(phrase: Phrase, names: list[Atom], scene: Scene, local: list[Phrase]) -> Referent | None:
    head = phrase.head
    if head.lower in _SHARES or head.tag == "PCT":
        whole = next((p for p in phrase.attached if p.prep in ("of", "in")), None)
        return resolve(whole, "organization", scene, local) if whole is not None else None
    if names and head.tag == "NAME":
        name = names[-1].name
        assert name is not None
        return Referent(
            name.full or name.text,
            "organization",
            1.0 if name.kind == "organization" else 0.8 if not name.kind else 0.6,
        )
    if (
        len(phrase.atoms) == 1
        and head.lower
        in ("board", "trustees", "directors", "management", "shareholders", "council", "committee", "staff")
        and (phrase.owner is not None or phrase.poss or phrase.det == "the")
    ):
        owner = owner_of(phrase, scene, local)
        if owner is not None:
            return owner
        return _known(scene.section or scene.topic or scene.main, 0.6)
    if head.lower in _PARTS and phrase.owner is not None:
        return resolve(phrase.owner, "organization", scene, local)
    if describes(head, scene.words) and phrase.poss in ("his", "her"):
        person = pronoun(phrase.poss, "person", scene, local)
        return _known(scene.employers.get(person.name, ""), 0.7) if person is not None else None
    if describes(head, scene.words):
        for other in [*phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
            inner = [atom for atom in other.of("NAME") if named(atom, "organization")]
            if inner and inner[-1].name is not None:
                return Referent(inner[-1].name.full or inner[-1].name.text, "organization", 0.9)
        if phrase.det in ("the", "this", "that") or phrase.poss:
            return _described(phrase, scene, local)
    return None


def describes(head: Atom, words: Vocabulary) -> bool:
    """Whether a noun describes organizations: "the charity", "the builders"."""
    nouns = words.words["organization_descriptors"]
    if head.tag == "TITLE":
        return head.lower.split()[-1] in nouns
    return head.tag in ("NOUN", "ADJ") and (
        head.lower in nouns or (head.lower.endswith("s") and head.lower[:-1] in nouns)
    )


_SHARES = frozenset(
    (
        "stake share shares majority minority half rest remainder control ownership holding interest percent "
        "capital equity assets"
    ).split()
)
_PARTS = frozenset("group unit division team department lab laboratory desk section branch office arm".split())
# what an organization is to another: never simply the one that is spoken of
_RELATIONAL = frozenset(
    (
        "buyer seller vendor rival competitor owner landlord tenant parent subsidiary investor lender regulator "
        "watchdog supplier customer client contractor distributor sponsor partner insurer bank union"
    ).split()
)
_GENERIC = frozenset(("company", "firm", "group", "business", "organisation", "organization", "startup", "start-up"))


def _described(phrase: Phrase, scene: Scene, local: list[Phrase]) -> Referent | None:
    """ "The charity", "the cable maker": the organization described so; "the company": the one being talked about."""
    head = phrase.head.lower
    modifiers = [
        atom.lower
        for atom in phrase.atoms[:-1]
        if atom.tag in ("NOUN", "ADJ") and atom.lemma != "based" and atom.lower not in scene.words.words["adjectives"]
    ]
    based = any(atom.lemma == "based" for atom in phrase.atoms)
    for modifier in modifiers:
        if f"{modifier} {head}" in scene.descriptions:
            return Referent(scene.descriptions[f"{modifier} {head}"], "organization", 0.85)
    if head in scene.descriptions and head not in _GENERIC:
        return Referent(scene.descriptions[head], "organization", 0.85)
    if based and not modifiers:
        return _last_organization(scene, local)
    if modifiers and head not in _GENERIC:
        return None
    called = _called(head, scene)
    if called is not None:
        return called
    if (
        scene.headed is not None
        and scene.headed.name == scene.section
        and head not in _RELATIONAL
        and phrase.det == "the"
    ):
        return Referent(scene.section, "organization", 0.75)
    if phrase.head.lemma == "issuer" and scene.main:
        return Referent(scene.main, "organization", 0.75)
    last = _last_organization(scene, local, head)
    if head in _GENERIC:
        return last
    return _known(last.name, 0.65) if last is not None and last.name == scene.main and _fits(head, last.name) else None


def _called(head: str, scene: Scene) -> Referent | None:
    """ "The museum" is the organization with Museum in its name: the one named last, or the only one of the
    document."""
    for name in reversed(scene.organizations):
        if head in name.casefold().split():
            return Referent(name, "organization", 0.85)
    known = [
        n
        for n in scene.page.names.values()
        if n.kind == "organization" and n.full and head in n.full.casefold().split()
    ]
    best = max(known, key=lambda n: (n.count, -n.order), default=None)
    return Referent(best.full, "organization", 0.75) if best is not None else None


_INSTITUTIONS = frozenset(
    (
        "foundation museum university trust institute society association council charity college school "
        "hospital federation union ministry department authority library church club academy"
    ).split()
)


_CALLED_SO = frozenset("foundation ministry department council union federation".split())


def _fits(head: str, name: str) -> bool:
    """Whether "the company" can be said of a name: hardly of a foundation, a museum or a university; and
    "the foundation" only of what is called so."""
    if head in _CALLED_SO:
        return head in name.casefold().split()
    return (
        head not in ("company", "firm", "business", "startup", "start-up")
        or not set(name.casefold().split()) & _INSTITUTIONS
    )


def _last_organization(scene: Scene, local: list[Phrase], head: str = "") -> Referent | None:
    for phrase in reversed(local):
        for member in (phrase, phrase.owner):
            if (
                member is not None
                and member.head.tag == "NAME"
                and member.head.name is not None
                and member.head.name.kind == "organization"
                and not phrase.prep
                and _fits(head, member.head.name.text)
            ):
                return Referent(member.head.name.full or member.head.name.text, "organization", 0.85)
    for name in (
        (scene.topic if scene.fresh else ""),
        scene.section,
        scene.main,
        scene.topic,
        *reversed(scene.organizations),
    ):
        if name and _fits(head, name):
            return _known(name, 0.75)
    return None


def _known(name: str, sure: float) -> Referent | None:
    return Referent(name, "organization", sure) if name else None


def pronoun(word: str, kind: str, scene: Scene, local: list[Phrase]) -> Referent | None:
    """What a pronoun stands for as a person or an organization."""
    if word == IMPLIED:
        headed = scene.headed
        return Referent(headed.name, kind, 0.8) if headed is not None and headed.kind in (kind, "") else None
    if kind == "person":
        return _personal(word, scene, local)
    if kind == "organization":
        if word in ("itself", "themselves"):
            return _impersonal("it", scene, local)
        if word in IT or word in THEY:
            return _impersonal(word, scene, local)
        if word == "you":
            return (
                _known(scene.employers.get(scene.answerer, "") or scene.main, 0.6)
                if scene.answerer and scene.answerer != scene.speaker
                else None
            )
        if word in WE:
            speaker = scene.speaker or scene.interviewee
            employer = scene.employers.get(speaker, "") if speaker else ""
            return _known(employer or scene.section or scene.main, 0.7)
    return None


def _personal(word: str, scene: Scene, local: list[Phrase]) -> Referent | None:
    if word in ME:
        speaker = scene.speaker or scene.interviewee or scene.narrator
        return Referent(speaker, "person", 0.85) if speaker else None
    if word in ("you", "your", "yourself"):
        answerer = scene.answerer or (scene.interviewee if not scene.speaker else "")
        return Referent(answerer, "person", 0.75) if answerer and answerer != scene.speaker else None
    if word not in HE and word not in SHE:
        return None
    gender = "m" if word in HE else "f"
    candidates = _people(local)
    if word in ("his", "her", "him"):
        candidates = [*candidates]
    talking = {scene.speaker, scene.asker, scene.answerer} if scene.speaker else set()  # they say "I" and "you"
    for person in [*dict.fromkeys(p for p in candidates)]:
        if person not in talking and _agrees(person, gender, scene):
            return Referent(person, "person", 0.8)
    recent = ([scene.subject] if scene.subject else []) + scene.people[::-1][:2]
    surely = [p for p in recent if _gender(p, scene) == gender]
    stale = scene.idle > 0 and _gender(scene.subject, scene) is None
    for person in surely + recent if stale else recent:
        if _agrees(person, gender, scene) and person not in talking:
            scene.genders.setdefault(person, gender)
            return Referent(person, "person", 0.8)
    if scene.hero and _agrees(scene.hero, gender, scene):
        return Referent(scene.hero, "person", 0.7)
    return None


def _people(local: list[Phrase]) -> list[str]:
    """People named earlier in the sentence, subjects first."""
    found: list[tuple[int, str]] = []
    for phrase in local:
        for member in [phrase, *phrase.appositions]:
            atom = next(
                (a for a in reversed(member.of("NAME")) if a.name is not None and a.name.kind == "person"), None
            )
            if atom is not None and atom.name is not None and atom.name.full:
                found.append((1 if phrase.prep or phrase.object_of else 0, atom.name.full))
    return [name for _, name in sorted(found, key=lambda pair: pair[0])]


def _agrees(person: str, gender: str, scene: Scene) -> bool:
    return bool(person) and (_gender(person, scene) or gender) == gender


def _gender(person: str, scene: Scene) -> str | None:
    """What the given name says, else the pronoun that was used before; None where nothing does."""
    return (scene.genders.get(person) or scene.words.gender(person.split()[0].casefold())) if person else None


def _impersonal(word: str, scene: Scene, local: list[Phrase]) -> Referent | None:
    for phrase in local:
        atom = phrase.head
        if (
            atom.tag == "NAME"
            and atom.name is not None
            and atom.name.kind == "organization"
            and not phrase.prep
            and not phrase.object_of
        ):
            return Referent(atom.name.full or atom.name.text, "organization", 0.85)
        if (
            phrase.owner is not None
            and not phrase.prep
            and phrase.owner.head.name is not None
            and phrase.owner.head.name.kind in ("organization", "")
            and atom.tag == "NOUN"
        ):
            return Referent(phrase.owner.head.name.full or phrase.owner.head.name.text, "organization", 0.75)
        if (
            atom.tag == "NOUN"
            and phrase.det == "the"
            and not phrase.prep
            and atom.lower in scene.words.words["organization_descriptors"]
        ):
            return _described(phrase, scene, [])
    for phrase in reversed(local):
        atom = phrase.head
        if atom.tag == "NAME" and atom.name is not None and atom.name.kind == "organization":
            return Referent(atom.name.full or atom.name.text, "organization", 0.75)
        if (
            atom.tag == "NOUN"
            and phrase.det == "the"
            and atom.lower in scene.words.words["organization_descriptors"]
            and (found := _described(phrase, scene, [])) is not None
        ):
            return found
    return None if scene.unnamed else _known(scene.topic or scene.section or scene.main, 0.7)


def owner_of(phrase: Phrase, scene: Scene, local: list[Phrase]) -> Referent | None:
    """The organization that a phrase belongs to: "Salitre's", "its", "the company's"; None where nothing says so."""
    if phrase.owner is not None:
        return resolve(phrase.owner, "organization", scene, local)
    if phrase.poss in ("its", "their") and phrase.poss:
        return _impersonal(phrase.poss, scene, local)
    if phrase.poss == "our":
        return pronoun("we", "organization", scene, local)
    return None


def define(subject: Phrase, complement: Phrase, scene: Scene) -> None:
    """ "Open Larder is a British charity": from now on "the charity" is that one."""
    name = subject.head.name
    if (
        name is not None
        and name.kind == "organization"
        and complement.det in ("a", "an")
        and describes(complement.head, scene.words)
    ):
        scene.descriptions[complement.head.lower] = name.full or name.text


_ADDRESS = {
    **dict.fromkeys("ms mrs miss mme mlle frau señora signora dame lady madam dna smt sister baroness".split(), "f"),
    **dict.fromkeys("mr sir lord herr señor signor monsieur don thiru shri brother baron father".split(), "m"),
}


def address(atoms: list[Atom], scene: Scene) -> None:
    """ "Ms Honor Blackett": how people are addressed says whether they are he or she."""
    for first, second in itertools.pairwise(atoms):
        gender = _ADDRESS.get(first.lower.rstrip(".")) if first.tag == "HON" else None
        if gender and second.name is not None and second.name.kind == "person" and second.name.full:
            scene.genders.setdefault(second.name.full, gender)


def learn(chunks: list[Chunk], scene: Scene, passage_text: str) -> None:
    """After a sentence: who was named, who was its subject, how organizations were described."""
    for item in chunks:
        if isinstance(item, Phrase):
            _learn_phrase(item, scene)


def _learn_phrase(phrase: Phrase, scene: Scene) -> None:
    lists = scene.words.words
    if phrase.owner is not None:
        _learn_phrase(phrase.owner, scene)
    for atom in phrase.of("NAME"):
        if atom.name is not None and atom.name.kind and atom.name.full:
            scene.mention(atom.name.full, atom.name.kind)
    head = phrase.head
    _learn_thing(phrase, scene)
    if head.tag == "NAME" and head.name is not None and head.name.kind == "organization":
        before = phrase.atoms[-2] if len(phrase.atoms) > 1 else None
        if before is not None and before.lower in lists["organization_descriptors"]:
            _describe(before.lower, phrase.atoms[:-2], head.name, scene)
        for apposed in [*phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
            if apposed.head.lower in lists["organization_descriptors"]:
                _describe(apposed.head.lower, apposed.atoms[:-1], head.name, scene)
    for date in phrase.of("DATE"):
        if date.mention is not None and date.mention.value is not None and date.mention.value.edtf:
            scene.date = date.mention.value.edtf
            scene.day = scene.date if len(scene.date) == 10 else scene.day
    for mark in phrase.of("ROUND"):
        if mark.mention is not None and mark.mention.value is not None:
            scene.round = mark.mention.value.text
    for inner in phrase.parens:
        learn(inner, scene, "")
        only = inner[0] if len(inner) == 1 else None
        if (
            isinstance(only, Phrase)
            and only.det == "the"
            and head.name is not None
            and head.name.kind == "organization"
            and describes(only.head, scene.words)
        ):
            scene.descriptions[only.head.lower] = head.name.full or head.name.text


def _learn_thing(phrase: Phrase, scene: Scene) -> None:
    """ "Salitre One, the €420m plant", "the Salitre One plant": from now on "the plant" can be that one."""
    names = [a.name for a in phrase.of("NAME") if a.name is not None and a.name.kind in ("product", "project", "event")]
    if not names:
        return
    name = names[-1].full or names[-1].text
    scene.kinds[name] = names[-1].kind
    beside = [p.head for p in (*phrase.appositions, phrase.apposed_to) if p is not None]
    nouns = {a.lower for a in (phrase.head, *beside) if a.tag == "NOUN"}
    scene.works.setdefault(name, set()).update(nouns)


_OTHERS = frozenset("different separate another other rival unrelated sister former new second".split())


def _describe(noun: str, modifiers: list[Atom], name: Name, scene: Scene) -> None:
    target = name.full or name.text
    if any(atom.lower in _OTHERS for atom in modifiers):
        return
    scene.descriptions.setdefault(noun, target)
    for atom in modifiers:
        if atom.tag in ("NOUN", "ADJ"):
            scene.descriptions.setdefault(f"{atom.lower} {noun}", target)
