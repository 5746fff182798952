"""Definite phrases: which organization "the charity", "the cable maker", "the company", "the buyer" is."""

from __future__ import annotations

from functools import cache

from checker.claims.discourse import sorts
from checker.claims.discourse.contested import contested
from checker.claims.discourse.scene import Referent, Scene
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.packs.vocabulary import Vocabulary


def describes(head: Atom, words: Vocabulary) -> bool:
    """Whether a noun describes organizations: "the charity", "the builders"."""
    nouns = words.words["organization_descriptors"]
    if head.tag == "TITLE":
        return head.lower.split()[-1] in nouns
    return head.tag in ("NOUN", "ADJ") and (
        head.lower in nouns
        or (head.lower.endswith("s") and head.lower[:-1] in nouns)
        or (head.tag == "NOUN" and (head.lower in _names_of(words) or head.lower in _PARTIES))
    )


_GENERIC = frozenset(("company", "firm", "group", "business", "organisation", "organization", "startup", "start-up"))


_MERGED = frozenset("enlarged combined merged".split())


def described(phrase: Phrase, scene: Scene, local: list[Phrase]) -> Referent | None:
    """ "The charity", "the cable maker": the organization described so; "the company": the one being talked about."""
    head = _noun(phrase)
    if head in _GENERIC and any(atom.lower in _MERGED for atom in phrase.atoms[:-1]):
        return known(scene.sales[-1][1] if scene.sales else "", 0.7)
    modifiers = [
        atom.lower
        for atom in phrase.atoms[:-1]
        if atom.tag in ("NOUN", "ADJ") and atom.lemma != "based" and atom.lower not in scene.words.words["adjectives"]
    ]
    if head in scene.defined and not modifiers:
        return Referent(scene.defined[head], "organization", 0.95)
    based = any(atom.lemma == "based" for atom in phrase.atoms)
    for modifier in modifiers:
        if f"{modifier} {head}" in scene.descriptions:
            return Referent(scene.descriptions[f"{modifier} {head}"], "organization", 0.85)
    if head in scene.descriptions and head not in _GENERIC and not _otherwise(phrase, head, scene):
        return Referent(scene.descriptions[head], "organization", 0.85)
    if head in scene.roles:
        return Referent(scene.roles[head], "organization", 0.8)
    if phrase.det == "this" and scene.main and (scene.narrator or scene.speaker) and sorts.fits(head, scene.main):
        return Referent(scene.main, "organization", 0.7)  # who writes of "this club" means their own
    if based and not modifiers:
        return last_organization(scene, local)
    if modifiers and head not in _GENERIC:
        return _varied(head, scene) or _left(phrase, scene, local)
    headed = scene.headed.name if scene.headed is not None and scene.headed.name == scene.section else ""
    if scene.formal and not headed and sorts.tells(head, scene.main):
        return Referent(scene.main, "organization", 0.8)
    if head in _GENERIC and (family := _of_family(local, scene)) is not None:
        return family
    called = _called(head, scene, literally=bool(headed))
    if called is not None:
        return called
    if headed and head not in _PARTIES and phrase.det == "the":
        return Referent(headed, "organization", 0.75)
    if phrase.head.lemma == "issuer" and scene.main:
        return Referent(scene.main, "organization", 0.75)
    if head in _GENERIC:
        return last_organization(scene, local, "start-up" if _young(phrase) else head)
    if head in _PARTIES:
        return _told(head, scene)
    if (left := _left(phrase, scene, local)) is not None:
        return left
    taken = _taken(head, scene, local)
    last = last_organization(scene, local, head)
    if last is None or last.name in taken:
        return None
    alone = [name for name in scene.organizations if sorts.fits(head, name)] == [last.name]
    others = len(scene.organizations) > 1 or not sorts.fits(head, scene.main)
    return known(last.name, 0.65) if last.name == scene.main or (alone and others) else None


def _otherwise(phrase: Phrase, head: str, scene: Scene) -> bool:
    """ "The endoscope maker", where another was called the device maker."""
    lists = scene.words.words
    nouns = {a.lower for a in phrase.atoms[:-1] if a.tag == "NOUN"}
    called = {
        noun.split()[0]
        for noun, name in scene.descriptions.items()
        if name == scene.descriptions[head] and noun.endswith(f" {head}")
    }
    trades = {word for word in called if word not in lists["adjectives"] and word not in lists["demonyms"]}
    return bool(nouns and trades) and called.isdisjoint(nouns)


def _left(phrase: Phrase, scene: Scene, local: list[Phrase]) -> Referent | None:
    """ "The agency", after "A has hired B" and "the retailer": whom the last sentence named and no other noun means."""
    head = _noun(phrase)
    beside = phrase.appositions or phrase.apposed_to is not None or (phrase.prep and len(phrase.atoms) > 1)
    if scene.unnamed or phrase.det not in ("the", "this") or beside or any(_body(p) for p in local):
        return None
    taken = _taken(head, scene, local)
    otherwise = {name for noun, name in scene.descriptions.items() if noun.split()[-1] not in {head, *_GENERIC}}
    if head in scene.descriptions and head not in _GENERIC:
        otherwise.add(scene.descriptions[head])
    left = [name for name in scene.just if name not in taken and name not in otherwise and sorts.fits(head, name)]
    left = [name for name in left if sorts.tells(head, name)] or left
    return Referent(left[0], "organization", 0.7) if len(left) == 1 else None


def _body(phrase: Phrase) -> bool:
    name = phrase.head.name if phrase.head.tag == "NAME" else None
    return name is not None and name.kind == "organization"


def _noun(phrase: Phrase) -> str:
    """The noun that describes: of "the seaweed producer" the last word, though it looks like a post."""
    return phrase.head.lower.split()[-1] if phrase.head.tag == "TITLE" else phrase.head.lower


def _taken(head: str, scene: Scene, local: list[Phrase]) -> set[str]:
    """Whom other nouns of the sentence mean already."""
    others = [p for p in local if p.det == "the" and p.head.lower != head and describes(p.head, scene.words)]
    return {found.name for p in others if (found := described(p, scene, [])) is not None}


def _told(head: str, scene: Scene) -> Referent | None:
    """ "The regulator": the one body whose name says that it is one."""
    found = {name for name in scene.organizations if sorts.tells(head, name)}
    return Referent(found.pop(), "organization", 0.7) if len(found) == 1 else None


def _called(head: str, scene: Scene, literally: bool) -> Referent | None:
    """ "The museum" is the organization with Museum in its name, "the insurer" that with Insurance: the one named
    last, or the only one of the document."""
    alone = frozenset((head,))
    said = alone if literally else _names_of(scene.words).get(head, alone)
    for name in (*((scene.topic,) if scene.topic else ()), *reversed(scene.organizations)):
        if not said.isdisjoint(name.casefold().split()):
            return Referent(name, "organization", 0.85)
    known = [
        n
        for n in scene.page.names.values()
        if n.kind == "organization" and n.full and not said.isdisjoint(n.full.casefold().split())
    ]
    best = max(known, key=lambda n: (n.count, -n.order), default=None)
    return Referent(best.full, "organization", 0.75) if best is not None else None


@cache
def _called_by(lines: frozenset[str]) -> dict[str, frozenset[str]]:
    return {line.split()[0]: frozenset(line.split()) for line in lines}


def _names_of(words: Vocabulary) -> dict[str, frozenset[str]]:
    """For each description the words of names that it is said of."""
    return _called_by(frozenset(words.words["called"]))


def _varied(head: str, scene: Scene) -> Referent | None:
    """ "The ceramics maker", where nobody was described so: the document's own organization, if it names no other."""
    others = {n.full for n in scene.page.names.values() if n.kind == "organization" and n.full and n.full != scene.main}
    return Referent(scene.main, "organization", 0.7) if scene.main and not others and head not in _PARTIES else None


def _young(phrase: Phrase) -> bool:
    return any(atom.lower in ("young", "fledgling", "early-stage") for atom in phrase.atoms)


# parts that somebody plays in a deal: never simply the one that is spoken of
_PARTIES = frozenset(
    (
        "buyer acquirer purchaser bidder suitor target seller vendor rival competitor owner landlord tenant parent "
        "subsidiary investor backer regulator watchdog supplier customer client contractor sponsor partner"
    ).split()
)


def is_person(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether a definite phrase can mean a person without a name or post: "the 43-year-old Pole", "the engineer"."""
    if phrase.det not in ("the", "this") or phrase.owner is not None or phrase.prep in ("of", "in"):
        return False
    head = phrase.head
    if any(atom.lower in _COMPARED for atom in phrase.atoms):
        return False
    if any(atom.lower.endswith(("-year-old", "-years-old")) for atom in phrase.atoms):
        return head.tag in ("NOUN", "ADJ", "QTY", "TITLE") and not describes(head, words)
    if head.lower in words.words["person_descriptors"] or head.lower in _NATIVES:
        return len(phrase.atoms) <= 2
    return head.tag == "TITLE" and len(phrase.atoms) == 1 and head.lower in _CALLINGS


_COMPARED = frozenset("younger older elder other second first taller latter former third".split())
_NATIVES = frozenset(
    (
        "pole dane swede finn turk scot briton spaniard frenchman frenchwoman englishman englishwoman irishman "
        "irishwoman dutchman dutchwoman welshman welshwoman scotsman scotswoman norwegian german italian american "
        "canadian australian belgian austrian russian ukrainian kenyan nigerian indian korean brazilian mexican greek "
        "african asian argentine argentinian chilean peruvian colombian egyptian moroccan tunisian algerian ghanaian "
        "senegalese ethiopian ugandan tanzanian zimbabwean israeli iranian iraqi lebanese jordanian pakistani "
        "bangladeshi vietnamese filipino malaysian indonesian singaporean thai chinese japanese taiwanese zealander "
        "hungarian romanian bulgarian croat serb slovak slovene czech estonian latvian lithuanian icelander "
        "new-zealander londoner parisian berliner yorkshireman yorkshirewoman"
    ).split()
)
_CALLINGS = frozenset(
    (
        "engineer scientist physicist chemist biologist economist lawyer barrister solicitor accountant banker "
        "architect designer teacher doctor surgeon nurse journalist historian programmer farmer pilot captain "
        "skipper chef conductor entrepreneur researcher mathematician geologist gardener photographer physician"
    ).split()
)


SHARES = frozenset(
    (
        "stake share shares majority minority half rest remainder control ownership holding interest percent "
        "capital equity assets whole entirety all ownership undertaking"
    ).split()
)  # "half of the company" is of the company


def _governed(local: list[Phrase], head: str) -> Referent | None:
    """ "A fund put €2m into B, which valued the company at": the one body before it that the noun can be said of,
    where others can not."""
    names = [p.head.name for p in local if p.head.tag == "NAME" and p.head.name is not None]
    bodies = list(dict.fromkeys(n.full or n.text for n in names if n.kind == "organization"))
    left = [name for name in bodies if sorts.fits(head, name)]
    return Referent(left[0], "organization", 0.75) if len(left) == 1 < len(bodies) else None


def _of_family(local: list[Phrase], scene: Scene) -> Referent | None:
    """ "Founded in 1874 by Ettore Brambilla, the group": of the bodies named so far the one that has his name."""
    surnames = {
        f"{word} ".casefold()
        for p in local
        if p.prep == "by" and p.head.name is not None and p.head.name.kind == "person" and " " in p.head.name.full
        for word in (p.head.name.full.split()[-1], p.head.name.full.split(" ", 1)[1])
    }
    named = [name for name in scene.organizations if any(f"{name} ".casefold().startswith(s) for s in surnames)]
    return Referent(named[-1], "organization", 0.8) if named and len(set(named)) == 1 else None


def last_organization(scene: Scene, local: list[Phrase], head: str = "") -> Referent | None:
    for phrase in reversed(local):
        for member in (phrase, phrase.owner):
            if (
                member is not None
                and member.head.tag == "NAME"
                and member.head.name is not None
                and member.head.name.kind == "organization"
                and not phrase.prep
                and sorts.fits(head, member.head.name.text)
            ):
                return Referent(member.head.name.full or member.head.name.text, "organization", 0.85)
    if (only := _governed(local, head)) is not None:
        return only
    if (family := _of_family(local, scene)) is not None:
        return family
    if scene.formal and sorts.fits(head, scene.main) and not scene.section:
        return known(scene.main, 0.8)
    if scene.several:
        return None
    begun = scene.founded if scene.founded in scene.just and not scene.fresh else ""
    for name in (
        begun,
        scene.introduced,
        _backed(scene),
        (scene.topic if scene.fresh else ""),
        scene.section,
        _of_chapter(scene),
        scene.main,
        scene.topic,
        *reversed(scene.organizations),
    ):
        if name and sorts.fits(head, name):
            if head in _GENERIC and name not in (begun, scene.introduced) and contested(name, scene):
                return known(scene.target, 0.65) if head == "business" else None
            return known(name, 0.75)
    return None


def _backed(scene: Scene) -> str:
    """ "Ostara led the round. The firm, which …": whoever raised it, where the talk was last of who put money in."""
    lately = scene.topic in scene.backers and scene.topic != scene.main and scene.topic in scene.just
    return scene.round_company if lately else ""


def _of_chapter(scene: Scene) -> str:
    """Of a chapter that is about one other body than the document ("The tenant") that one."""
    told = scene.chapter or {}
    return scene.topic if list(told) == [scene.topic] and told[scene.topic] > 1 and scene.topic_age <= 1 else ""


def known(name: str, sure: float) -> Referent | None:
    return Referent(name, "organization", sure) if name else None
