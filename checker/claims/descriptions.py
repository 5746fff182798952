"""Definite phrases: which organization "the charity", "the cable maker", "the company", "the buyer" is."""

from __future__ import annotations

from functools import cache

from checker.claims.atoms import Atom
from checker.claims.chunks import Phrase
from checker.claims.scene import Referent, Scene
from checker.packs.vocabulary import Vocabulary


def describes(head: Atom, words: Vocabulary) -> bool:
    """Whether a noun describes organizations: "the charity", "the builders"."""
    nouns = words.words["organization_descriptors"]
    if head.tag == "TITLE":
        return head.lower.split()[-1] in nouns
    return head.tag in ("NOUN", "ADJ") and (
        head.lower in nouns
        or (head.lower.endswith("s") and head.lower[:-1] in nouns)
        or (head.tag == "NOUN" and head.lower in _names_of(words))
    )


_GENERIC = frozenset(("company", "firm", "group", "business", "organisation", "organization", "startup", "start-up"))


def described(phrase: Phrase, scene: Scene, local: list[Phrase]) -> Referent | None:
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
    if head in scene.roles:
        return Referent(scene.roles[head], "organization", 0.8)
    if based and not modifiers:
        return last_organization(scene, local)
    if modifiers and head not in _GENERIC:
        return _varied(head, scene)
    headed = scene.headed.name if scene.headed is not None and scene.headed.name == scene.section else ""
    called = _called(head, scene, literally=bool(headed))
    if called is not None:
        return called
    if headed and head not in _PARTIES and phrase.det == "the":
        return Referent(headed, "organization", 0.75)
    if phrase.head.lemma == "issuer" and scene.main:
        return Referent(scene.main, "organization", 0.75)
    last = last_organization(scene, local, "start-up" if _young(phrase) else head)
    if head in _GENERIC:
        return last
    if head in _PARTIES:
        return None
    return known(last.name, 0.65) if last is not None and last.name == scene.main and _fits(head, last.name) else None


def _called(head: str, scene: Scene, literally: bool) -> Referent | None:
    """ "The museum" is the organization with Museum in its name, "the insurer" that with Insurance: the one named
    last, or the only one of the document."""
    alone = frozenset((head,))
    said = alone if literally else _names_of(scene.words).get(head, alone)
    for name in reversed(scene.organizations):
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
    if any(atom.lower.endswith(("-year-old", "-years-old")) for atom in phrase.atoms):
        return head.tag in ("NOUN", "ADJ", "QTY", "TITLE") and not describes(head, words)
    if head.lower in words.words["person_descriptors"] or head.lower in _NATIVES:
        return len(phrase.atoms) <= 2
    return head.tag == "TITLE" and len(phrase.atoms) == 1 and head.lower in _CALLINGS


_NATIVES = frozenset(
    (
        "pole dane swede finn turk scot briton spaniard frenchman frenchwoman englishman englishwoman irishman "
        "irishwoman dutchman dutchwoman welshman welshwoman scotsman scotswoman norwegian german italian american "
        "canadian australian belgian austrian russian ukrainian kenyan nigerian indian korean brazilian mexican greek "
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


_INSTITUTIONS = frozenset(
    (
        "foundation museum university trust institute society association council charity college school "
        "hospital federation union ministry department authority library church club academy"
    ).split()
)


SHARES = frozenset(
    (
        "stake share shares majority minority half rest remainder control ownership holding interest percent "
        "capital equity assets whole entirety all ownership undertaking"
    ).split()
)  # "half of the company" is of the company
_FUNDS = frozenset("capital ventures partners fund bank investments equity group holding holdings".split())
_CALLED_SO = frozenset("foundation ministry department council union federation".split())


def _fits(head: str, name: str) -> bool:
    """Whether "the company" can be said of a name: hardly of a foundation, a museum or a university; and
    "the foundation" only of what is called so."""
    if head in _CALLED_SO:
        return head in name.casefold().split()
    if head in ("startup", "start-up") and name.casefold().split()[-1] in _FUNDS:
        return False
    return (
        head not in ("company", "firm", "business", "startup", "start-up")
        or not set(name.casefold().split()) & _INSTITUTIONS
    )


def last_organization(scene: Scene, local: list[Phrase], head: str = "") -> Referent | None:
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
        scene.introduced,
        (scene.topic if scene.fresh else ""),
        scene.section,
        scene.main,
        scene.topic,
        *reversed(scene.organizations),
    ):
        if name and _fits(head, name):
            return known(name, 0.75)
    return None


def known(name: str, sure: float) -> Referent | None:
    return Referent(name, "organization", sure) if name else None
