"""Whom and what phrases and pronouns stand for, by the record of the scene. Ambiguous means None."""

from __future__ import annotations

from checker.claims.discourse.descriptions import SHARES, described, describes, is_person, known
from checker.claims.discourse.scene import Referent, Scene, full, named
from checker.claims.syntax.atoms import IMPLIED, Atom
from checker.claims.syntax.chunks import Phrase
from checker.model import Value
from checker.passages import Name
from checker.values import compare

HE, SHE, IT, WE = (
    frozenset(("he", "him", "his", "himself")),
    frozenset(("she", "her", "herself", "hers")),
    frozenset(("it", "its", "itself")),
    frozenset(("we", "us", "our", "ourselves")),
)
THEY, ME = frozenset(("they", "them", "their", "themselves")), frozenset(("i", "me", "my", "myself"))


_PARTS = frozenset("group unit division team department lab laboratory desk section branch office arm".split())


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


def resolve_all(phrase: Phrase, kind: str, scene: Scene, local: list[Phrase]) -> list[Referent]:
    """Whom a phrase stands for, each: "they" are the two people whom the sentence before was about."""
    if kind == "person" and phrase.head.tag == "PRON" and phrase.head.lower in ("they", "them") and scene.couple:
        return [Referent(person, "person", 0.75) for person in scene.couple]
    if kind == "person" and (number := together(phrase)):
        here = list(dict.fromkeys(_people(local)))
        sizes = (number,) if number != SOME else (2, 3, 4)
        people = next((p for p in (here, scene.couple, scene.persons) if len(p) in sizes), [])
        return [Referent(person, "person", 0.75) for person in people]
    found = resolve(phrase, kind, scene, local)
    return [found] if found is not None else []


SOME = -1  # people together whose number is not said


def together(phrase: Phrase) -> int:
    """How many people a phrase means together: "both", "the pair of them", "the three of us", "the two men"; else 0."""
    head = phrase.head.lower
    of = [p.head.lower for p in phrase.attached if p.prep == "of"]
    if of not in ([], ["them"], ["us"], ["these"]) or phrase.of("NAME") or phrase.owner is not None or phrase.poss:
        return 0
    if head == "both":
        return 2
    if phrase.det not in ("the", "these", "those"):
        return 0
    if head in _COUNTS and len(phrase.atoms) == 1:
        return _COUNTS[head]
    counted = next((_COUNTS[a.lower] for a in phrase.atoms[:-1] if a.lower in _COUNTS), 0)
    return (counted or (SOME if head in _KINDRED and len(phrase.atoms) == 1 else 0)) if head in _FOLK else 0


_COUNTS = {
    "two": 2, "pair": 2, "duo": 2, "couple": 2, "twosome": 2, "twins": 2, "three": 3, "trio": 3, "threesome": 3,
    "four": 4, "foursome": 4, "2": 2, "3": 3, "4": 4,
}  # fmt: skip
_KINDRED = frozenset("brothers sisters siblings cousins friends spouses newlyweds".split())
_FOLK = _KINDRED | frozenset(
    "men women brothers sisters siblings friends founders co-founders cofounders partners colleagues people".split()
)


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
    if (found := _of_pair(phrase, "person", scene)) is not None:
        return found
    if phrase.of("TITLE") and (held := _holder(phrase, scene, local)) is not None:
        return held
    if is_person(phrase, scene.words):
        aged = any(atom.lower.endswith("-old") for atom in phrase.atoms)
        meant = scene.subject or next(reversed(scene.people), "")
        return Referent(meant, "person", 0.75 if aged else 0.6) if meant else None
    return None


def _own(person: str, scene: Scene) -> str:
    """ "Her company": where somebody works, else what they founded."""
    return scene.employers.get(person) or scene.ventures.get(person, "")


def _of_pair(phrase: Phrase, kind: str, scene: Scene) -> Referent | None:
    """ "The former", "the latter": of two that were named together."""
    if phrase.det != "the" or len(phrase.atoms) > 1 or phrase.head.lower not in ("former", "latter"):
        return None
    if len(scene.pair) != 2:
        return None
    name, found = scene.pair[0 if phrase.head.lower == "former" else 1]
    return Referent(name, kind, 0.8) if found == kind else None


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
    """The person who holds the title in the phrase: "the chief executive", "its founder", "the finance chief"."""
    title = phrase.of("TITLE")[-1].lower
    said = {atom.lower for atom in phrase.atoms}
    organization = owner_of(phrase, scene, local)
    held = [
        p
        for p in scene.posts
        if (organization is None or p.organization == organization.name) and _one_post(p.title, title)
    ]
    if said & _COMING:
        held = [p for p in held if p.status == "incoming"] or [p for p in held if p.status != "former"][-1:]
    elif said & _GOING:
        held = [p for p in held if p.status == "former"] or [p for p in held if p.status == "current"]
    else:
        held = [p for p in held if p.status != "former"]
    found = {p.person for p in held}
    if len(found) == 1 and (phrase.det == "the" or organization is not None):
        return Referent(next(iter(found)), "person", 0.7)
    return None


_COMING, _GOING = (
    frozenset(("incoming", "new", "designate")),
    frozenset(("former", "outgoing", "departing", "previous", "ex")),
)


def _one_post(one: str, other: str) -> bool:
    """Whether two titles name one post: "finance chief" and "chief financial officer"."""
    return one.casefold() == other or compare(Value("title", one), Value("title", other)).verdict == "same"


def _organization(phrase: Phrase, names: list[Atom], scene: Scene, local: list[Phrase]) -> Referent | None:
    head = phrase.head
    if head.lower in SHARES or head.tag == "PCT":
        whole = next((p for p in phrase.attached if p.prep in ("of", "in")), None)
        return resolve(whole, "organization", scene, local) if whole is not None else None
    if names and head.tag == "NAME":
        name = names[-1].name
        assert name is not None
        return Referent(
            name.full or name.text,
            "organization",
            1.0 if name.kind == "organization" else 0.8 if not name.kind else 0.45 if name.kind == "product" else 0.6,
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
        return known(scene.section or (scene.topic if scene.fresh else "") or scene.main or scene.topic, 0.6)
    if head.lower in _PARTS and phrase.owner is not None:
        return resolve(phrase.owner, "organization", scene, local)
    whole = next((p for p in phrase.attached if p.prep == "of" and p.head.tag == "NAME"), None)
    if head.lower in _PARTS and whole is not None and named(whole.head, "organization"):
        return resolve(whole, "organization", scene, local)  # "the press office of X"
    if (found := _of_pair(phrase, "organization", scene)) is not None:
        return found
    if describes(head, scene.words):
        one = head.lower in scene.words.words["organization_descriptors"]  # "Premier Union clubs" are not the union
        direct = names and len(phrase.atoms) > 1 and phrase.atoms[-2] is names[-1] and head.lower not in _PARTS and one
        if direct and names[-1].name is not None and names[-1].name.kind != "place":
            return Referent(names[-1].name.full or names[-1].name.text, "organization", 0.85)  # "Slow Rail magazine"
        for other in [*phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
            inner = [atom for atom in other.of("NAME") if named(atom, "organization")]
            if inner and inner[-1].name is not None:
                return Referent(inner[-1].name.full or inner[-1].name.text, "organization", 0.9)
        if phrase.poss in ("his", "her"):
            person = pronoun(phrase.poss, "person", scene, local)
            return known(_own(person.name, scene), 0.7) if person is not None else None
        if phrase.poss == "their" and scene.couple:
            works = {own for p in scene.couple if (own := _own(p, scene))}
            return known(works.pop(), 0.7) if len(works) == 1 else None
        if phrase.det in ("the", "this", "that") or phrase.poss:
            return described(phrase, scene, local)
    return None


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
                known(scene.employers.get(scene.answerer, "") or scene.main, 0.6)
                if scene.answerer and scene.answerer != scene.speaker
                else None
            )
        if word in WE:
            speaker = _speaker(scene)
            employer = scene.employers.get(speaker, "") if speaker else ""
            if scene.anonymous and scene.transcript:
                return None
            if employer or not (scene.anonymous or (speaker and (speaker == scene.asker or speaker in scene.askers))):
                return known(employer or scene.section or (scene.main if speaker else scene.ours), 0.7)
    return None


def _speaker(scene: Scene) -> str:
    """Who says "I": whose words are read, who answers, who wrote it, or whose name stands over it."""
    if scene.anonymous and scene.transcript:
        return ""
    over = scene.heading.name if scene.heading is not None and scene.heading.kind == "person" else ""
    return scene.speaker or scene.interviewee or over or scene.narrator


def _personal(word: str, scene: Scene, local: list[Phrase]) -> Referent | None:
    if word in ME:
        speaker = _speaker(scene)
        return Referent(speaker, "person", 0.85) if speaker else None
    if word in ("you", "your", "yourself"):
        answerer = scene.answerer or (scene.interviewee if not scene.speaker else "")
        return Referent(answerer, "person", 0.75) if answerer and answerer != scene.speaker else None
    if word not in HE and word not in SHE and word not in THEY:
        return None
    gender = "m" if word in HE else "f" if word in SHE else "t"
    candidates = _people(local)
    if word in ("his", "her", "him"):
        candidates = [*candidates]
    talking = {scene.speaker, scene.asker, scene.answerer} if scene.speaker else set()  # they say "I" and "you"
    for person in [*dict.fromkeys(p for p in candidates)]:
        if person not in talking and _agrees(person, gender, scene):
            return Referent(person, "person", 0.8)
    if sum(_agrees(person, gender, scene) for person in scene.rivals) > 1:
        return None  # "A runs the desk and B the studio. She …"
    side_by_side = [p for p in scene.persons if p not in talking and _agrees(p, gender, scene)]
    if len(side_by_side) > 1 and (scene.idle > 0 or scene.subject not in side_by_side):
        return _spoken_of(side_by_side, scene)
    recent = ([scene.subject] if scene.subject else []) + scene.people[::-1][:2]
    surely = [p for p in recent if _gender(p, scene) == gender]
    stale = scene.idle > 0 and _gender(scene.subject, scene) is None
    if scene.idle >= _FORGOTTEN and scene.hero and _agrees(scene.hero, gender, scene):
        recent = [scene.hero, *recent]
    if not surely and scene.hero and _gender(scene.hero, scene) == gender and scene.hero not in talking:
        return Referent(scene.hero, "person", 0.75)  # rather than one of whom nothing is known
    for person in surely + recent if stale else recent:
        if _agrees(person, gender, scene) and person not in talking:
            scene.genders.setdefault(person, gender)
            return Referent(person, "person", 0.8)
    if scene.hero and _agrees(scene.hero, gender, scene):
        return Referent(scene.hero, "person", 0.7)
    return None


def _spoken_of(people: list[str], scene: Scene) -> Referent | None:
    """ "The yard was founded by A, B and C. He …": of several whom a sentence named beside its subject, the one whose
    section or document it is."""
    over = scene.heading.name if scene.heading is not None and scene.heading.kind == "person" else scene.hero
    over = over if over in people else scene.subject
    return Referent(over, "person", 0.75) if over in people else None


_FORGOTTEN = 3  # sentences after which a pronoun means the person that the document is about


def _people(local: list[Phrase]) -> list[str]:
    """People named earlier in the sentence, subjects first."""
    found: list[tuple[int, str]] = []
    for phrase in local:
        for member in [phrase, *phrase.appositions]:
            atom = next((a for a in reversed(member.of("NAME")) if a.is_a("person")), None)
            if atom is not None and atom.name is not None and atom.name.full:
                found.append((1 if phrase.prep or phrase.object_of else 0, atom.name.full))
    return [name for _, name in sorted(found, key=lambda pair: pair[0])]


def _agrees(person: str, gender: str, scene: Scene) -> bool:
    unsaid = "" if gender == "t" else gender
    return bool(person) and (_gender(person, scene) or unsaid) == gender


def _gender(person: str, scene: Scene) -> str | None:
    """What the given name says, else the pronoun that was used before; None where nothing does."""
    return (scene.genders.get(person) or scene.words.gender(person.split()[0].casefold())) if person else None


def _impersonal(word: str, scene: Scene, local: list[Phrase]) -> Referent | None:
    for phrase in local:
        atom = phrase.head
        bought = _bought(phrase)
        if bought is not None and bought.head.name is not None:
            return Referent(bought.head.name.full or bought.head.name.text, "organization", 0.75)
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
            return described(phrase, scene, [])
    past = {id(p) for phrase in local if _once(phrase) for p in phrase.attached}
    for phrase in reversed(local):
        atom = phrase.head
        if id(phrase) in past:
            continue
        if atom.tag == "NAME" and atom.name is not None and atom.name.kind == "organization":
            return Referent(atom.name.full or atom.name.text, "organization", 0.75)
        if atom.tag == "NAME" and atom.name is not None and not atom.name.kind and phrase.object_of:
            return Referent(atom.name.full or atom.name.text, "organization", 0.6)  # "left the Courier as its editor"
        if (
            atom.tag == "NOUN"
            and phrase.det == "the"
            and atom.lower in scene.words.words["organization_descriptors"]
            and (found := described(phrase, scene, [])) is not None
        ):
            return found
    if word in THEY and scene.speaker:
        others = scene.topic or scene.section or scene.main
        return known(others, 0.7) if others != scene.employers.get(scene.speaker, scene.main) else None  # not "we"
    return None if scene.unnamed or scene.several else known(scene.topic or scene.section or scene.main, 0.7)


def _bought(phrase: Phrase) -> Phrase | None:
    """ "The purchase of X": the body that it was of."""
    if phrase.head.lower not in _DEALS or phrase.prep:
        return None
    return next((p for p in phrase.attached if p.prep == "of" and p.head.is_a("organization")), None)


_DEALS = frozenset("purchase acquisition takeover buyout sale founding creation launch closure rescue demise".split())


def _once(phrase: Phrase) -> bool:
    """ "Ex-head of payments at X", "formerly chief of Y": what hangs on it is over, and not what "its" goes back to."""
    if phrase.adverb in ("formerly", "previously") or not phrase.of("TITLE"):
        return phrase.adverb in ("formerly", "previously")
    return any(a.lower in ("former", "ex") or a.lower.startswith("ex-") for a in phrase.atoms)


def owner_of(phrase: Phrase, scene: Scene, local: list[Phrase]) -> Referent | None:
    """The organization that a phrase belongs to: "Salitre's", "its", "the company's"; None where nothing says so."""
    if phrase.owner is not None:
        return resolve(phrase.owner, "organization", scene, local)
    if phrase.poss in ("its", "their") and phrase.poss:
        return _impersonal(phrase.poss, scene, local)
    if phrase.poss == "our":
        return pronoun("we", "organization", scene, local)
    return None
